using System.Text.RegularExpressions;

namespace Hearsay.Documents.Evaluation;

/// <summary>How much of an article's body was found, and how much of what was found is body.</summary>
/// <param name="Precision">Mean over the pages for which something was found or something should have been.</param>
/// <param name="Recall">Mean over the pages that have a body.</param>
public readonly record struct ArticleScores(double Precision, double Recall)
{
    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>Compares article bodies with true ones as scrapinghub's article extraction benchmark does: as bags of four consecutive words.</summary>
public sealed partial class ArticleScorer
{
    private const int WordsAGram = 4;

    private readonly List<double> precisions = [];
    private readonly List<double> recalls = [];

    /// <summary>The means over the pages added so far.</summary>
    public ArticleScores Scores => new(precisions.DefaultIfEmpty().Average(), recalls.DefaultIfEmpty().Average());

    /// <summary>The text that counts as a document's body: its body, quote and list blocks, parted by blank lines.</summary>
    public static string BodyOf(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return string.Join("\n\n", document.Blocks
            .Where(block => block.Role is BlockRole.Body or BlockRole.Quote or BlockRole.List)
            .Select(block => block.Span.SliceOf(document.Text)));
    }

    /// <summary>Adds a page; <paramref name="found"/> is empty for one that was refused.</summary>
    public void Add(string found, string truth)
    {
        var (predicted, gold) = (Grams(found), Grams(truth));
        var shared = predicted.Sum(gram => Math.Min(gram.Value, gold.GetValueOrDefault(gram.Key)));
        if (predicted.Count > 0) { precisions.Add((double)shared / predicted.Values.Sum()); } else if (gold.Count > 0) { precisions.Add(0); }
        if (gold.Count > 0) { recalls.Add((double)shared / gold.Values.Sum()); }
    }

    private static Dictionary<string, int> Grams(string text)
    {
        string[] words = [.. Word().Matches(text).Select(match => match.Value)];
        return words.Length == 0 ? [] : Enumerable.Range(0, Math.Max(1, words.Length - WordsAGram + 1))
            .Select(i => string.Join(' ', words.Skip(i).Take(WordsAGram))).CountBy(gram => gram).ToDictionary();
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
