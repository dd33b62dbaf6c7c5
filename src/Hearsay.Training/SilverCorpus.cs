using System.Globalization;
using System.IO.Compression;
using Hearsay.Documents;

namespace Hearsay.Training;

/// <summary>A token of CoreNLP's analysis. <paramref name="Head"/> is an index into its sentence, -1 for the root.</summary>
internal readonly record struct SilverToken(TextSpan Span, string Form, string Lemma, string Tag, string Entity, int Head, string Label);

/// <summary>One article with CoreNLP's analysis of it.</summary>
/// <param name="Name">Its name in the corpus.</param>
/// <param name="Text">Its text; spans count in it.</param>
/// <param name="Sentences">CoreNLP's sentences.</param>
internal sealed record SilverArticle(string Name, string Text, IReadOnlyList<SilverToken[]> Sentences)
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
internal static class SilverCorpus
{
    /// <summary>The articles of a split that have an analysis, in the file's order.</summary>
    /// <param name="polnear">The folder <c>polnear</c>.</param>
    /// <param name="split"><c>train</c> or <c>dev</c>.</param>
    public static IReadOnlyList<SilverArticle> Read(string polnear, string split)
    {
        var articles = new List<SilverArticle>();
        var sentences = new List<SilverToken[]>();
        var sentence = new List<SilverToken>();
        string? name = null;
        using var file = File.OpenRead(Path.Combine(polnear, "silver", $"{split}.conll.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal) && !line.Contains('\t', StringComparison.Ordinal))
            {
                CloseArticle();
                name = line[2..];
            }
            else if (line.Length == 0)
            {
                CloseSentence();
            }
            else
            {
                var fields = line.Split('\t');
                sentence.Add(new SilverToken(
                    new TextSpan(Number(fields[0]), Number(fields[1])), fields[2], string.Intern(fields[3]), string.Intern(fields[4]), string.Intern(fields[5]), Number(fields[6]) - 1, string.Intern(fields[7])));
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
                articles.Add(new SilverArticle(name, File.ReadAllText(Path.Combine(polnear, "text", split, $"{name}.txt")), [.. sentences]));
                sentences.Clear();
            }
        }
    }

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);
}
