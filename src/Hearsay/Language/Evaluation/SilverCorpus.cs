using System.Globalization;
using System.IO.Compression;
using Hearsay.Documents;

namespace Hearsay.Language.Evaluation;

/// <summary>A token of CoreNLP's analysis.</summary>
/// <param name="Span">Its characters in the article.</param>
/// <param name="Form">The word as CoreNLP writes it.</param>
/// <param name="Lemma">Its lemma.</param>
/// <param name="Tag">Its part of speech in the tags of the Penn Treebank.</param>
/// <param name="Entity">The class of the name that it belongs to, <c>O</c> for none.</param>
/// <param name="Head">Index of its governor in its sentence, -1 for the root.</param>
/// <param name="Label">Its relation to the governor.</param>
public readonly record struct SilverToken(TextSpan Span, string Form, string Lemma, string Tag, string Entity, int Head, string Label);

/// <summary>One article with CoreNLP's analysis of it.</summary>
/// <param name="Name">Its name in the corpus.</param>
/// <param name="Text">Its text; spans count in it.</param>
/// <param name="Sentences">CoreNLP's sentences.</param>
public sealed record SilverArticle(string Name, string Text, IReadOnlyList<SilverToken[]> Sentences)
{
    /// <summary>The article as a document. Each line is a block: the corpus breaks lines between paragraphs only.</summary>
    public Document ToDocument() => new()
    {
        Sha256 = new string('0', 64),
        Provenance = new Provenance(Name),
        MediaType = "text/plain",
        Encoding = "utf-8",
        Text = Text,
        Blocks = [.. Lines().Select((span, index) => new Block(index == 0 ? BlockRole.Headline : BlockRole.Body, span))],
        Language = "en",
    };

    private IEnumerable<TextSpan> Lines()
    {
        for (var start = 0; start < Text.Length;)
        {
            var end = Text.IndexOf('\n', start);
            end = end < 0 ? Text.Length : end;
            var span = new TextSpan(start, end).Trim(Text);
            if (!span.IsEmpty)
            {
                yield return span;
            }

            start = end + 1;
        }
    }
}

/// <summary>Reads PolNeAR's texts with CoreNLP's analysis, as ../shared/data/polnear/README.md describes them.</summary>
public static class SilverCorpus
{
    /// <summary>The articles of a split that have an analysis, in the file's order.</summary>
    /// <param name="polnear">The folder <c>polnear</c>.</param>
    /// <param name="split"><c>train</c> or <c>dev</c>.</param>
    public static IReadOnlyList<SilverArticle> Read(string polnear, string split)
    {
        ArgumentNullException.ThrowIfNull(polnear);
        return Read(Path.Combine(polnear, "silver", $"{split}.conll.gz"), name => File.ReadAllText(Path.Combine(polnear, "text", split, $"{name}.txt")));
    }

    /// <summary>The articles of a file, in its order.</summary>
    /// <param name="path">A gzipped file: per article a line <c># NAME</c>, per token a line of eight fields, an empty line after each sentence.</param>
    /// <param name="textOf">Gives an article's text by its name.</param>
    /// <exception cref="InvalidDataException">The file does not have that form, or a token does not fit the article's text; the message names file and line.</exception>
    public static IReadOnlyList<SilverArticle> Read(string path, Func<string, string> textOf)
    {
        ArgumentNullException.ThrowIfNull(textOf);
        var articles = new List<SilverArticle>();
        var sentences = new List<SilverToken[]>();
        var sentence = new List<SilverToken>();
        string? name = null;
        var (number, text) = (0, "");
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith("# ", StringComparison.Ordinal) && !line.Contains('\t', StringComparison.Ordinal))
            {
                CloseArticle();
                name = line[2..];
                text = textOf(name);
            }
            else if (line.Length == 0)
            {
                CloseSentence();
            }
            else
            {
                var fields = line.Split('\t');
                if (fields.Length != 8 || !int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                    || !int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var end)
                    || !int.TryParse(fields[6], NumberStyles.None, CultureInfo.InvariantCulture, out var head) || start >= end || end > text.Length)
                {
                    throw new InvalidDataException($"{path}:{number}: not a token of {name ?? "any article"} (start, end, form, lemma, tag, entity, head, relation, parted by tabs); is this the text that was analysed?");
                }

                sentence.Add(new SilverToken(new TextSpan(start, end), fields[2], string.Intern(fields[3]), string.Intern(fields[4]), string.Intern(fields[5]), head - 1, string.Intern(fields[7])));
            }
        }

        CloseArticle();
        return articles;

        void CloseSentence()
        {
            if (sentence.Count > 0)
            {
                sentences.Add([.. sentence]);
                sentence.Clear();
            }
        }

        void CloseArticle()
        {
            CloseSentence();
            if (name is not null)
            {
                articles.Add(new SilverArticle(name, text, [.. sentences]));
                sentences.Clear();
            }
        }
    }
}
