using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hearsay.Training.Pages;

/// <summary>A page with its true body.</summary>
internal sealed record Article(string Id, string Html, string Body);

/// <summary>Pages with their true bodies, laid out like the article extraction benchmark: <c>ground-truth.json</c> and <c>html/ID.html.gz</c>.</summary>
internal static partial class ArticleCorpus
{
    /// <summary>Reads all of them, in the order of their names.</summary>
    public static List<Article> Load(string directory)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(directory, "ground-truth.json")));
        var articles = new List<Article>();
        foreach (var entry in truth.RootElement.EnumerateObject().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            using var file = File.OpenRead(Path.Combine(directory, "html", entry.Name + ".html.gz"));
            using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
            articles.Add(new Article(entry.Name, reader.ReadToEnd(), entry.Value.GetProperty("articleBody").GetString() ?? ""));
        }

        return articles;
    }

    /// <summary>A text's words.</summary>
    public static string[] Words(string text) => [.. WordPattern().Matches(text).Select(match => match.Value)];

    /// <summary>Four-grams of words with how often each stands, as the benchmark counts them; a shorter text counts as one.</summary>
    public static Dictionary<string, int> Grams(string text)
    {
        var words = Words(text);
        var grams = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; words.Length > 0 && i < Math.Max(1, words.Length - 3); i++)
        {
            var gram = string.Join(' ', words.AsSpan(i, Math.Min(4, words.Length - i))!);
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }

    /// <summary>
    /// For each line whether it belongs to the body: most of its four-grams stand there; a line of up to three words is a line
    /// of the body, or stands in it as a whole. Lines of fewer than six words must also lie near the body's first and last long lines.
    /// </summary>
    public static bool[] Label(IReadOnlyList<string> lines, string body)
    {
        var grams = Grams(body);
        var bodyLines = body.Split('\n').Select(line => string.Join(' ', Words(line))).ToHashSet(StringComparer.Ordinal);
        var joined = " " + string.Join(' ', Words(body)) + " ";
        var labels = new bool[lines.Count];
        var (low, high) = (int.MaxValue, -1);
        for (var i = 0; i < lines.Count; i++)
        {
            var words = Words(lines[i]);
            if (words.Length >= 4)
            {
                var own = Grams(lines[i]);
                labels[i] = own.Keys.Count(grams.ContainsKey) * 2 > own.Count;
            }
            else if (words.Length > 0)
            {
                var whole = string.Join(' ', words);
                labels[i] = bodyLines.Contains(whole) || (words.Length > 1 && joined.Contains(" " + whole + " ", StringComparison.Ordinal));
            }

            if (labels[i] && words.Length >= 6) { (low, high) = (Math.Min(low, i), i); }
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (labels[i] && (i < low - 3 || i > high + 8) && Words(lines[i]).Length < 6) { labels[i] = false; }
        }

        return labels;
    }

    /// <summary>Precision and recall averaged over pages, and F1 of the averages, as the benchmark has it.</summary>
    public static (double F1, double Precision, double Recall) Score(IEnumerable<(string Predicted, string Body)> pages)
    {
        var (precisions, recalls) = (new List<double>(), new List<double>());
        foreach (var (predicted, body) in pages)
        {
            var (guess, truth) = (Grams(predicted), Grams(body));
            var shared = truth.Sum(gram => Math.Min(gram.Value, guess.GetValueOrDefault(gram.Key)));
            if (guess.Count > 0 || truth.Count > 0) { precisions.Add(guess.Count == 0 ? 0 : (double)shared / guess.Values.Sum()); }
            if (truth.Count > 0) { recalls.Add((double)shared / truth.Values.Sum()); }
        }

        var (p, r) = (precisions.Average(), recalls.Average());
        return (p + r == 0 ? 0 : 2 * p * r / (p + r), p, r);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex WordPattern();
}
