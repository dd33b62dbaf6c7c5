using System.Collections.Immutable;
using Hearsay.Matters.Origins;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>The same particular figure, credited in different documents to different bodies that no chain joins.</summary>
internal sealed class AttributionCheck : IMatterCheck
{
    private const float SameClaim = 0.35f; // cosine of the words near the figure, where no words in a row are shared
    private const int Shown = 8;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(MatterView matter)
    {
        foreach (var claim in matter.Claims.Where(claim => claim.Documents > 1 && claim.Figure.Any(mention => mention.IsParticular)))
        {
            var reported = new List<(ImmutableSortedSet<string> Left, ImmutableSortedSet<string> Right)>();
            var credits = CreditsOf(claim, matter);
            foreach (var (left, right) in Differing(credits, claim, matter))
            {
                if (reported.Exists(known => (known.Left.Overlaps(left.Keys) && known.Right.Overlaps(right.Keys)) || (known.Left.Overlaps(right.Keys) && known.Right.Overlaps(left.Keys)))) { continue; }
                reported.Add((left.Keys, right.Keys));
                yield return Report(claim, left, right, [.. credits.Where(credit => credit == left || credit.Keys.Overlaps(left.Keys) && !credit.Keys.Overlaps(right.Keys)), .. credits.Where(credit => credit == right || credit.Keys.Overlaps(right.Keys) && !credit.Keys.Overlaps(left.Keys))]);
            }
        }
    }

    /// <summary>True where a claim is credited to bodies that nothing joins; then two who give it corroborate nothing.</summary>
    public static bool Differs(Claim claim, MatterView matter) => claim.Documents > 1 && claim.Figure.Any(mention => mention.IsParticular) && Differing(CreditsOf(claim, matter), claim, matter).Any();

    private static IEnumerable<(Credit Left, Credit Right)> Differing(List<Credit> credits, Claim claim, MatterView matter)
    {
        for (var i = 0; i < credits.Count; i++)
        {
            for (var j = i + 1; j < credits.Count; j++)
            {
                if (Differ(credits[i], credits[j], claim) && !credits[i].Passages.Any(mine => credits[j].Passages.Any(its => matter.Judgements.AreOne(mine, its)))) { yield return (credits[i], credits[j]); }
            }
        }
    }

    /// <summary>The hands that one document names for a claim: who is credited, or who reports it on the word of people without names.</summary>
    private sealed record Credit(string Document, ImmutableSortedSet<string> Keys, ImmutableArray<string> Names, ImmutableArray<Passage> Passages, bool IsStated);

    private static List<Credit> CreditsOf(Claim claim, MatterView matter)
    {
        var credits = new List<Credit>();
        foreach (var document in claim.Passages.Where(OriginTracer.Supports).GroupBy(passage => passage.Document.Sha256, StringComparer.Ordinal))
        {
            var keys = new SortedDictionary<string, string>(StringComparer.Ordinal);
            var named = document.Where(passage => passage.Speaker is { IsNamed: true, IsOutlet: false }).ToList();
            foreach (var passage in named) { keys.TryAdd(passage.Speaker.Key, passage.Speaker.Name); }
            foreach (var hop in document.SelectMany(passage => passage.Statement.Chain).Where(hop => hop.Role is HopRole.Agency or HopRole.Relay or HopRole.Speaker && hop.Name.Any(char.IsUpper)))
            {
                keys.TryAdd(matter.Parties.KeyOf(hop.Name), hop.Name);
            }

            // "Varninform has counted 62": whoever does the counting in the outlet's own words is credited, too.
            foreach (var passage in document)
            {
                if (PartyBook.CreditedWithin(passage) is { } credited && PartyNames.Fold(credited) != PartyNames.Fold(passage.Document.Outlet ?? "")) { keys.TryAdd(matter.Parties.KeyOf(credited), credited); }
            }

            var isStated = keys.Count > 0;
            var unnamed = document.Any(passage => !passage.Speaker.IsNamed && PartyNames.IsCrowd(passage.Speaker.Name));
            if (!isStated && unnamed && document.First().Document.Outlet is { } outlet) { keys.TryAdd(matter.Parties.KeyOf(outlet), outlet); }
            if (keys.Count > 0) { credits.Add(new Credit(document.Key, [.. keys.Keys], [.. keys.Values], [.. document], isStated)); }
        }

        return credits;
    }

    private static bool Differ(Credit left, Credit right, Claim claim)
    {
        if (AreOfTwoSides(left) || AreOfTwoSides(right) || (AreFirstHand(left) && AreFirstHand(right))) { return false; }
        if (!(left.IsStated || right.IsStated) || left.Keys.Overlaps(right.Keys) || AreGeneric(left) || AreGeneric(right) || left.Names.Any(name => right.Names.Any(other => Contains(name, other) || Contains(other, name))) || CreditsOutlet(left, right) || CreditsOutlet(right, left)) { return false; }
        return left.Passages.Any(mine => right.Passages.Any(its => SharesWords(mine, its)
            || Near(claim, mine).Any(one => Near(claim, its).Any(other => one.Window.Similarity(other.Window) >= SameClaim))));
    }

    // Where both sides give it, a third who gives it, too, agrees with them.
    private static bool AreOfTwoSides(Credit credit) => credit.Passages.Select(passage => passage.Statement.Source?.Side).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1;

    // An exchange has two sides: each can tell of it, and so can who was there; that they agree is no slip in whose word it is.
    private static bool AreFirstHand(Credit credit) => credit.Passages.Any(passage => passage.Speaker is { IsNamed: true, IsOutlet: false } && passage.Statement.Source?.Side is not null
        && passage.Statement.Events.Any(told => !told.Negated && told.Type is "exchange.held" or "exchange.agreed" or "return"));

    // "The ministry" may be the other document's ministry.
    private static bool AreGeneric(Credit credit) => credit.Keys.All(key => key.EndsWith(credit.Document, StringComparison.Ordinal) || PartyNames.IsGeneric(key));

    // "State Department" and "a State Department spokesman"
    private static bool Contains(string name, string other) => $" {PartyNames.Fold(name)} ".Contains($" {PartyNames.Fold(other)} ", StringComparison.Ordinal);

    private static IEnumerable<FigureMention> Near(Claim claim, Passage passage) => claim.Figure.Where(mention => mention.Passage == passage && mention.IsParticular);

    private static bool SharesWords(Passage left, Passage right) => SharedRuns.AreShared(left, right);

    private static bool CreditsOutlet(Credit credit, Credit other) => other.Passages[0].Document.Outlet is { } outlet
        && (credit.Keys.Contains(PartyNames.Fold(outlet)) || credit.Passages[0].Document.Text.Contains(outlet, StringComparison.Ordinal));

    private static Finding Report(Claim claim, Credit left, Credit right, ImmutableArray<Credit> all) => Finding.Of(
        FindingKind.AttributionDiffers, Severity.Warning,
        $"“{DeniedCheck.Bare(claim.Name)}” is credited to {string.Join(" and ", left.Names)} by {OriginCheck.Outlets(left.Passages).First()}, and to {string.Join(" and ", right.Names)} by {OriginCheck.Outlets(right.Passages).First()}; nothing joins the two.",
        all.SelectMany(credit => credit.Passages).Take(Shown).Select(passage => passage.Statement.Id),
        all.SelectMany(credit => credit.Passages).Take(Shown).SelectMany(passage => passage.FullEvidence.Concat(claim.Figure.Where(mention => mention.Passage == passage).Select(mention => mention.Evidence))),
        Calculation.Of($"{string.Join(", ", left.Names)} ≠ {string.Join(", ", right.Names)}"));
}
