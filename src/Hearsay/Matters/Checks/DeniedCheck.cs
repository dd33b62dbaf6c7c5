using System.Collections.Immutable;
using Hearsay.Matters.Origins;

namespace Hearsay.Matters.Checks;

/// <summary>Whose claims are denied, and by whom: one finding for each denying side and those whom the denials are aimed at, and one for each denial of a claim that nobody is quoted with.</summary>
internal sealed class DeniedCheck : IMatterCheck
{
    private const int Shown = 12; // statements of each side in evidence

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(MatterView matter)
    {
        foreach (var denier in matter.Denials.Where(denial => !denial.Denied.IsEmpty).GroupBy(DenierOf, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            foreach (var group in Together(denier)) { yield return Report(group); }
        }

        foreach (var denial in matter.Denials.Where(denial => denial.Denied.IsEmpty)) { yield return Unclaimed(denial.Passage); }
    }

    // A ministry and its spokesman deny as one.
    private static string DenierOf(Denial denial) => denial.Passage.Statement.Source?.Side is { Length: > 0 } side ? "side " + side : denial.Passage.Speaker.Key;

    // Denials that are aimed at the same people.
    private static List<List<Denial>> Together(IEnumerable<Denial> denials)
    {
        var groups = new List<(List<Denial> Denials, HashSet<string> Aims)>();
        foreach (var denial in denials)
        {
            var aims = denial.Denied.Select(denied => denied.Speaker.Key).ToHashSet(StringComparer.Ordinal);
            var same = groups.Where(group => group.Aims.Overlaps(aims)).ToList();
            var (all, allAims) = (new List<Denial>(), aims);
            foreach (var group in same)
            {
                all.AddRange(group.Denials);
                allAims.UnionWith(group.Aims);
                groups.Remove(group);
            }

            all.Add(denial);
            groups.Add((all, allAims));
        }

        return [.. groups.Select(group => group.Denials)];
    }

    private static Finding Report(List<Denial> group)
    {
        ImmutableArray<Passage> denials = [.. group.Select(denial => denial.Passage).Take(Shown)];
        ImmutableArray<Passage> denied = [.. group.SelectMany(denial => denial.Denied).Distinct().OrderBy(passage => passage.Day ?? DateOnly.MaxValue).ThenBy(passage => passage.Document.Sha256, StringComparer.Ordinal).ThenBy(passage => passage.Index).Take(Shown * 2)];
        var telling = denials.MaxBy(passage => Math.Min(passage.Theme.Mass, 40))!;
        // Of what is equally like it, the claim that stands closest before it.
        var claim = denied.OrderByDescending(passage => passage.Theme.Similarity(telling.Theme)).ThenByDescending(passage => passage.Document.Sha256 == telling.Document.Sha256 ? passage.Index : -1).First();
        string[] others = [.. denied.Select(passage => passage.Speaker).Where(speaker => speaker.Key != claim.Speaker.Key).DistinctBy(speaker => speaker.Key, StringComparer.Ordinal).Select(speaker => speaker.Name).Take(3)];
        var whom = others.Length == 0 ? $"{claim.Speaker.Name} {PartyNames.Verb(claim.Speaker.Name, "says", "say")}" : $"{claim.Speaker.Name} and {string.Join(", ", others)} say";
        return Finding.Of(
            FindingKind.Denied, Severity.Notice,
            $"{telling.Speaker.Name} {PartyNames.Verb(telling.Speaker.Name, "denies", "deny")} what {whom}: “{Bare(claim.Quote(140))}”{(telling.Words.Length > 2 && !DenialWording.Points(telling) ? $", against “{Bare(telling.Quote(140))}”" : "")}{Elsewhere(denials.Concat(denied))}.",
            denials.Concat(denied).Select(passage => passage.Statement.Id),
            denials.Concat(denied).SelectMany(passage => passage.FullEvidence));
    }

    // "Rejected the claim that 62 men had gone over", where the text quotes nobody with that claim.
    private static Finding Unclaimed(Passage denial) => Finding.Of(
        FindingKind.Denied, Severity.Info,
        $"{denial.Speaker.Name} {PartyNames.Verb(denial.Speaker.Name, "denies", "deny")} a claim that the text credits to nobody whom it quotes: “{Bare(denial.Quote(140))}”.",
        [denial.Statement.Id], denial.FullEvidence);

    internal static string Bare(string quote) => quote.Trim('"', '“', '”', '«', '»', '\'', '.', ',', ' ').Replace("“", "‘", StringComparison.Ordinal).Replace("”", "’", StringComparison.Ordinal);

    private static string Elsewhere(IEnumerable<Passage> passages)
    {
        var documents = passages.Select(passage => passage.Document.Sha256).Distinct(StringComparer.Ordinal).Count();
        return documents > 1 ? $" (in {documents} documents)" : "";
    }
}
