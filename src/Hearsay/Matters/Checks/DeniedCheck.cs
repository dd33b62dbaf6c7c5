using System.Collections.Immutable;

namespace Hearsay.Matters.Checks;

/// <summary>Whose claims are denied, and by whom: one finding for each pair of parties.</summary>
internal sealed class DeniedCheck : IMatterCheck
{
    private const int Shown = 12; // statements of each side in evidence

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(MatterView matter)
    {
        var pairs = matter.Denials.SelectMany(denial => denial.Denied.Select(denied => (Denial: denial.Passage, Denied: denied)))
            .GroupBy(pair => (Denier: pair.Denial.Speaker.Key, Other: pair.Denied.Speaker.Key));
        foreach (var pair in pairs.OrderBy(pair => pair.Key.Denier, StringComparer.Ordinal).ThenBy(pair => pair.Key.Other, StringComparer.Ordinal))
        {
            ImmutableArray<Passage> denials = [.. pair.Select(one => one.Denial).Distinct().Take(Shown)];
            ImmutableArray<Passage> denied = [.. pair.Select(one => one.Denied).Distinct().Take(Shown)];
            var telling = denials.MaxBy(passage => Math.Min(passage.Theme.Mass, 40))!;
            var claim = denied.OrderByDescending(passage => passage.Theme.Similarity(telling.Theme)).First();
            var summary = $"{telling.Speaker.Name} denies what {claim.Speaker.Name} says: “{Bare(claim.Quote(140))}”, against “{Bare(telling.Quote(140))}”{Elsewhere(denials.Concat(denied))}.";
            yield return Finding.Of(
                FindingKind.Denied, Severity.Notice, summary,
                denials.Concat(denied).Select(passage => passage.Statement.Id),
                denials.Concat(denied).SelectMany(passage => passage.FullEvidence));
        }
    }

    internal static string Bare(string quote) => quote.Trim('"', '“', '”', '«', '»', '\'', '.', ',', ' ').Replace("“", "‘", StringComparison.Ordinal).Replace("”", "’", StringComparison.Ordinal);

    private static string Elsewhere(IEnumerable<Passage> passages)
    {
        var documents = passages.Select(passage => passage.Document.Sha256).Distinct(StringComparer.Ordinal).Count();
        return documents > 1 ? $" (in {documents} documents)" : "";
    }
}
