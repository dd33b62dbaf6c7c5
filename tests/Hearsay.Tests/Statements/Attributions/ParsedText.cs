using Hearsay.Documents;
using Hearsay.Language;

namespace Hearsay.Tests.Statements.Attributions;

/// <summary>Documents with trees written by hand, so that attribution can be tested without a parser.</summary>
internal static class ParsedText
{
    /// <summary>
    /// Reads sentences, one after another, of which each line is a token: form, lemma, tag, head (1-based in the sentence, 0 for the root), relation.
    /// Blank lines part sentences, and a line <c>¶</c> parts blocks. Words stand apart by a blank, but marks as print sets them.
    /// </summary>
    public static AnnotatedDocument Read(string table)
    {
        var (text, tokens, sentences, blocks) = (new System.Text.StringBuilder(), new List<Token>(), new List<Sentence>(), new List<Block>());
        var (tags, lemmas, heads, relations) = (new List<string>(), new List<string>(), new List<int>(), new List<string>());
        var (first, blockStart) = (0, 0);
        foreach (var line in table.Split('\n').Select(line => line.Trim()).Append("").Append("¶"))
        {
            if (line is "" or "¶")
            {
                if (tokens.Count > first)
                {
                    sentences.Add(new Sentence(new TextSpan(tokens[first].Span.Start, tokens[^1].Span.End), blocks.Count, first, tokens.Count - first));
                    first = tokens.Count;
                }

                if (line == "¶" && text.Length > blockStart)
                {
                    blocks.Add(new Block(BlockRole.Body, new TextSpan(blockStart, text.Length)));
                    text.Append('\n');
                    blockStart = text.Length;
                }

                continue;
            }

            var fields = line.Split(' ');
            var glued = fields[0] is "," or "." or "”" or "?" or ":" or "%" || fields[0].StartsWith('\'') || text.Length == blockStart || text[^1] == '“';
            text.Append(glued ? "" : " ");
            tokens.Add(new Token(new TextSpan(text.Length, text.Length + fields[0].Length)));
            text.Append(fields[0]);
            lemmas.Add(fields[1]);
            tags.Add(fields[2]);
            var head = int.Parse(fields[3], System.Globalization.CultureInfo.InvariantCulture);
            heads.Add(head == 0 ? -1 : first + head - 1);
            relations.Add(fields[4]);
        }

        var document = new Document
        {
            Sha256 = new string('0', 64), Provenance = new Provenance("test"), MediaType = "text/plain", Encoding = "utf-8", Language = "en",
            Text = text.ToString(), Blocks = [.. blocks],
        };
        return new AnnotatedDocument(document, [.. tokens], [.. sentences]) { Grammar = new Grammar([.. tags], [.. lemmas], [.. heads], [.. relations]) };
    }

    /// <summary>Words, marks and trees at random: nothing makes sense, but all spans are valid.</summary>
    public static AnnotatedDocument Random(int seed, int sentences = 12)
    {
        var random = new Random(seed);
        string[] forms = ["said", "that", "Varnia", "“", "”", "\"", ",", "the", "minister", "list", "told", "according", "to", ":", "—", "he", "who", "’’", "𝔸", "é", "$", "…", "claims", "view"];
        string[] tags = ["VBD", "IN", "NNP", "``", "''", "''", ",", "DT", "NN", "NN", "VBD", "VBG", "TO", ":", ":", "PRP", "WP", "''", "NN", "NN", "$", ":", "VBZ", "NN"];
        string[] relations = ["nsubj", "ccomp", "dobj", "mark", "punct", "conj", "xcomp", "nmod", "case", "acl:relcl", "advcl"];
        var table = new System.Text.StringBuilder();
        for (var s = 0; s < sentences; s++)
        {
            var n = random.Next(1, 30);
            var root = random.Next(1, n + 1);
            for (var t = 1; t <= n; t++)
            {
                // Every head stands nearer to the root than its dependent, so there are no circles.
                var head = t == root ? 0 : t < root ? random.Next(t + 1, root + 1) : random.Next(root, t);
                var word = random.Next(forms.Length);
                table.Append(forms[word]).Append(' ').Append(forms[word]).Append(' ').Append(tags[word]).Append(' ').Append(head).Append(' ')
                    .Append(head == 0 ? "root" : relations[random.Next(relations.Length)]).Append('\n');
            }

            table.Append(random.Next(3) == 0 ? "¶\n" : "\n");
        }

        return Read(table.ToString());
    }
}
