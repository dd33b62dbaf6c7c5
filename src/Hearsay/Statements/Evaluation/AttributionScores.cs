using System.Collections.Immutable;
using System.Globalization;

namespace Hearsay.Statements.Evaluation;

/// <summary>How many predictions were right, and how many of the gold were found. Counts are summed over articles before anything is divided.</summary>
/// <param name="RightPredictions">Predictions that are right.</param>
/// <param name="Predictions">All predictions.</param>
/// <param name="FoundGold">Gold that a prediction meets.</param>
/// <param name="Gold">All gold.</param>
public readonly record struct Tally(long RightPredictions, long Predictions, long FoundGold, long Gold)
{
    /// <summary>Share of the predictions that are right; 0 where there are none.</summary>
    public double Precision => Predictions == 0 ? 0 : (double)RightPredictions / Predictions;

    /// <summary>Share of the gold that was found; 0 where there is none.</summary>
    public double Recall => Gold == 0 ? 0 : (double)FoundGold / Gold;

    /// <summary>Harmonic mean of precision and recall; 0 where both are.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Adds two tallies count by count.</summary>
    public static Tally operator +(Tally left, Tally right) => left.Add(right);

    /// <summary>Adds another tally count by count.</summary>
    public Tally Add(Tally other) => new(
        RightPredictions + other.RightPredictions, Predictions + other.Predictions, FoundGold + other.FoundGold, Gold + other.Gold);
}

/// <summary>The measures of attribution relations, summed over articles.</summary>
/// <remarks>
/// Exact and overlap follow Citron (Richard Fairbairn et al., "Citron", BBC, 2020) with the changes that <c>docs/statements.md</c> names.
/// <see cref="Attribution"/> pairs predictions and gold one to one: content token F1 of at least one half and sources that share a word, or are both empty.
/// <see cref="Strict"/> wants content token F1 of at least 0.9 and equal sources.
/// </remarks>
public sealed record AttributionScores
{
    /// <summary>Number of articles.</summary>
    public int Articles { get; init; }

    /// <summary>Cue words equal.</summary>
    public Tally ExactCue { get; init; }

    /// <summary>Source words equal, where the cues overlap.</summary>
    public Tally ExactSource { get; init; }

    /// <summary>Content words equal, where the cues overlap.</summary>
    public Tally ExactContent { get; init; }

    /// <summary>All three equal.</summary>
    public Tally ExactAll { get; init; }

    /// <summary>Words of cues, whichever attribution they belong to.</summary>
    public Tally OverlapCue { get; init; }

    /// <summary>Words of sources.</summary>
    public Tally OverlapSource { get; init; }

    /// <summary>Words of contents.</summary>
    public Tally OverlapContent { get; init; }

    /// <summary>The three overlaps added up.</summary>
    public Tally OverlapAll => OverlapCue + OverlapSource + OverlapContent;

    /// <summary>Attributions paired one to one by content and source; the main figure.</summary>
    public Tally Attribution { get; init; }

    /// <summary>The same by content alone.</summary>
    public Tally ContentOnly { get; init; }

    /// <summary>The same by nearly equal content and equal source.</summary>
    public Tally Strict { get; init; }

    /// <summary>Gold attributions of a kind, and how many of them <see cref="Attribution"/> found: direct, mixed, indirect in this order.</summary>
    public ImmutableArray<(StatementKind Kind, int Found, int Gold)> ByKind { get; init; } =
        [(StatementKind.Direct, 0, 0), (StatementKind.Mixed, 0, 0), (StatementKind.Indirect, 0, 0)];

    /// <summary>Adds two sets of scores.</summary>
    public static AttributionScores operator +(AttributionScores left, AttributionScores right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.Add(right);
    }

    /// <summary>Adds another set of scores.</summary>
    public AttributionScores Add(AttributionScores other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new AttributionScores
        {
            Articles = Articles + other.Articles,
            ExactCue = ExactCue + other.ExactCue,
            ExactSource = ExactSource + other.ExactSource,
            ExactContent = ExactContent + other.ExactContent,
            ExactAll = ExactAll + other.ExactAll,
            OverlapCue = OverlapCue + other.OverlapCue,
            OverlapSource = OverlapSource + other.OverlapSource,
            OverlapContent = OverlapContent + other.OverlapContent,
            Attribution = Attribution + other.Attribution,
            ContentOnly = ContentOnly + other.ContentOnly,
            Strict = Strict + other.Strict,
            ByKind = [.. ByKind.Zip(other.ByKind, (a, b) => (a.Kind, a.Found + b.Found, a.Gold + b.Gold))],
        };
    }

    /// <summary>The figures as a table of plain text, one measure a line, four decimals.</summary>
    public string ToTable(bool byKind = false)
    {
        var lines = new List<string>
        {
            Line($"articles {Articles}   gold attributions {ExactCue.Gold}   predicted {ExactCue.Predictions}"),
            Line($"{"",26}{"P",8}{"R",8}{"F1",8}"),
        };
        foreach (var (name, tally) in Rows())
        {
            lines.Add(Line($"{name,-26}{tally.Precision,8:F4}{tally.Recall,8:F4}{tally.F1,8:F4}"));
        }

        var found = ContentOnly.RightPredictions;
        lines.Add(Line($"{"  source accuracy",-26}{(found == 0 ? 0 : (double)Attribution.RightPredictions / found),8:F4}   (of {found} found by content)"));
        if (byKind)
        {
            foreach (var (kind, hit, gold) in ByKind)
            {
                var name = "  recall, " + kind.ToString().ToUpperInvariant();
                lines.Add(Line($"{name.ToLowerInvariant(),-26}{"",8}{(gold == 0 ? 0 : (double)hit / gold),8:F4}           (of {gold} gold)"));
            }
        }

        return string.Join('\n', lines) + "\n";

        static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Every measure with its name, in the order of the table.</summary>
    public IEnumerable<(string Name, Tally Tally)> Rows() =>
    [
        ("exact    cue", ExactCue), ("exact    source", ExactSource), ("exact    content", ExactContent), ("exact    all", ExactAll),
        ("overlap  cue", OverlapCue), ("overlap  source", OverlapSource), ("overlap  content", OverlapContent), ("overlap  all", OverlapAll),
        ("ATTRIBUTION (pairing)", Attribution), ("  content only", ContentOnly), ("  strict", Strict),
    ];
}
