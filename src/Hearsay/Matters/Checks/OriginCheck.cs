using Hearsay.Matters.Origins;

namespace Hearsay.Matters.Checks;

/// <summary>Whether what is said more than once comes from one origin or from several.</summary>
internal sealed class OriginCheck : IMatterCheck
{
    private const int Shown = 10;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(MatterView matter)
    {
        var corroborated = new SortedDictionary<string, List<Claim>>(StringComparer.Ordinal);
        foreach (var claim in matter.Claims)
        {
            switch (claim.Origins.Length)
            {
                case 1 when claim.Passages.Length > 1 && (claim.Documents > 1 || HasHops(claim)):
                    yield return Single(claim);
                    break;
                case > 1 when claim.Origins.Count(origin => !origin.Party.IsOutlet) > 1 && !AreSameWords(claim):
                    var key = string.Join('|', claim.Origins.Where(origin => !origin.Party.IsOutlet).Select(origin => origin.Party.Key).Order(StringComparer.Ordinal));
                    if (!corroborated.TryGetValue(key, out var claims)) { corroborated[key] = claims = []; }
                    claims.Add(claim);
                    break;
            }
        }

        foreach (var claims in corroborated.Values) { yield return Several(claims); }
    }

    private static bool HasHops(Claim claim) =>
        claim.Passages.Length > 2 || claim.Passages.Any(passage => passage.Statement.Chain.Count(hop => hop.Role is not Statements.HopRole.Outlet) > 1);

    // Independent people do not choose the same words.
    private static bool AreSameWords(Claim claim) => claim.Figure.IsEmpty;

    private static Finding Single(Claim claim)
    {
        var origin = claim.Origins[0];
        var outlets = Outlets(claim.Passages);
        var where = claim.Documents > 1 ? $"in all {claim.Documents} documents that give it ({string.Join(", ", outlets)})" : "each time it is given";
        var unnamed = origin.Party.IsNamed ? "" : ", who is not named";
        return Finding.Of(
            FindingKind.SingleOrigin, claim.Documents > 2 ? Severity.Warning : Severity.Notice,
            $"“{DeniedCheck.Bare(claim.Name)}” leads to one origin, {origin.Party.Name}{unnamed}, {where}.",
            claim.Passages.Select(passage => passage.Statement.Id),
            claim.Passages.Take(Shown * 2).SelectMany(Evidence(claim)),
            Calculation.Of($"{claim.Documents} {(claim.Documents == 1 ? "document" : "documents")}, 1 origin", [.. origin.Why.SelectMany((why, i) => (string[])[$"reason {i + 1}", why])]));
    }

    private static Finding Several(List<Claim> claims)
    {
        var origins = claims[0].Origins.Where(origin => !origin.Party.IsOutlet).ToList();
        var what = string.Join(" and ", claims.Select(claim => $"“{DeniedCheck.Bare(claim.Name)}”").Distinct(StringComparer.Ordinal).Take(4));
        return Finding.Of(
            FindingKind.Corroborated, Severity.Info,
            $"{origins.Count} origins that nothing shows to depend on each other give {what}: {string.Join("; ", origins.Select(origin => origin.Party.Name))}.",
            claims.SelectMany(claim => claim.Passages).Select(passage => passage.Statement.Id),
            claims.SelectMany(claim => claim.Passages.Take(Shown).SelectMany(Evidence(claim))),
            Calculation.Of($"{origins.Count} independent origins", [.. origins.SelectMany((origin, i) => (string[])[$"origin {i + 1}", $"{origin.Party.Name}: {string.Join(", ", Outlets(origin.Passages))}"])]));
    }

    private static Func<Passage, IEnumerable<Evidence>> Evidence(Claim claim) => passage => claim.Figure.IsEmpty
        ? passage.FullEvidence
        : passage.FullEvidence.Concat(claim.Figure.Where(mention => mention.Passage == passage).Select(mention => mention.Evidence));

    internal static IEnumerable<string> Outlets(IEnumerable<Passage> passages) =>
        passages.Select(passage => passage.Document.Outlet ?? passage.Document.Title ?? "unknown outlet").Distinct(StringComparer.Ordinal);
}
