using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Matters.Origins;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>Whether what is said more than once comes from one origin or from several.</summary>
internal sealed partial class OriginCheck : IMatterCheck
{
    private const int Shown = 10;
    private const float LikeContent = 0.5f; // the same where no event of the pack tells
    private const float SameContent = 0.2f; // cosine of what is confirmed and what was said

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(MatterView matter)
    {
        var corroborated = new SortedDictionary<string, List<Claim>>(StringComparer.Ordinal);
        var single = new SortedDictionary<string, List<Claim>>(StringComparer.Ordinal);
        foreach (var claim in matter.Claims)
        {
            switch (claim.Origins.Length)
            {
                case 1 when claim.Passages.Length > 1 && !IsOneStretch(claim) && (!claim.Figure.IsEmpty || claim.Passages.Any(passage => passage.IsClause)) && (DocumentsOf(claim) > 1 || (claim.Documents == 1 && HasHops(claim))):
                    Add(single, $"{claim.Origins[0].Party.Key}|{string.Join(',', claim.Passages.Select(passage => passage.Document.Sha256).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}", claim);
                    break;
                case > 1 when Independent(claim, matter).Length > 1 && (IsJudged(claim, matter) || (!AreSameWords(claim) && AreAlike(claim) && !(AreOfSides(claim) && AttributionCheck.Differs(claim, matter)))):
                    Add(corroborated, string.Join('|', Independent(claim, matter).Select(origin => origin.Party.Key).Order(StringComparer.Ordinal)), claim);
                    break;
            }
        }

        foreach (var claims in single.Values) { yield return Single(claims); }
        foreach (var claims in corroborated.Values) { yield return Several(claims, Independent(claims[0], matter)); }
        foreach (var carried in Carried(matter)) { yield return carried; }
        foreach (var joint in Joint(matter)) { yield return joint; }
        foreach (var confirmed in Confirmed(matter)) { yield return confirmed; }
        foreach (var echoed in Echoed(matter)) { yield return echoed; }
    }

    // "Both sides said"; "Karth's ministry confirmed the number": who belongs to another side and confirms what was said just before.
    private static IEnumerable<Finding> Confirmed(MatterView matter)
    {
        foreach (var passage in matter.Passages.Where(passage => passage.Statement is { Polarity: Polarity.Affirmed, Certainty: Certainty.Asserted, Source.Side: not null } && (passage.Statement.Cue?.Lemma is "confirm" or "verify" or "corroborate" || HasVerified().IsMatch(passage.Quote(60))) && !DenialWording.IsNegated(passage)))
        {
            var before = matter.Passages.Where(other => other.Document.Sha256 == passage.Document.Sha256 && other.Index < passage.Index && other.Statement.Source is { } source && source.Side != passage.Statement.Source!.Side && (source.Side is not null || !other.Speaker.IsOutlet && (other.Speaker.IsNamed || source.Type is SourceType.Organisation)) && source.Name != passage.Statement.Source.Name
                && other.IsClause && OriginTracer.Supports(other) && !DenialWording.IsNegated(other)).OrderByDescending(other => other.Index).ToList();
            var confirmed = DenialWording.Points(passage) ? before.Find(other => passage.Index - other.Index <= 3 && (!DenialWording.PointsAtNumbers(passage) || other.Statement.Figures.Any(figure => figure.Value is >= 4)))
                : before.Find(other => other.Statement.Events.Any(its => !its.Negated && passage.Statement.Events.Any(mine => !mine.Negated && mine.Type == its.Type)) && passage.Theme.Similarity(other.Theme) >= SameContent || HasVerified().IsMatch(passage.Quote(60)) && passage.Theme.Similarity(other.Theme) >= LikeContent);
            if (confirmed is null) { continue; }
            yield return Finding.Of(
                FindingKind.Corroborated, Severity.Info, $"{passage.Speaker.Name} confirms what {confirmed.Speaker.Name}, of another side, says: “{DeniedCheck.Bare(confirmed.Quote(140))}”.",
                [passage.Statement.Id, confirmed.Statement.Id], passage.FullEvidence.Concat(confirmed.FullEvidence), Calculation.Of("2 independent origins", "origin 1", confirmed.Speaker.Name, "origin 2", passage.Speaker.Name));
        }
    }

    // "The commissioner put the total at 3,140 as well": the text itself says that another body gives the same.
    private static IEnumerable<Finding> Echoed(MatterView matter)
    {
        foreach (var mention in matter.Figures.Where(mention => (mention.IsParticular || IsSaidAgain(mention, AtOnce)) && mention.Passage.Speaker is { IsNamed: true, IsOutlet: false } && OriginTracer.Supports(mention.Passage) && IsSaidAgain(mention)))
        {
            var first = matter.Figures.Where(other => other.Passage.Document.Sha256 == mention.Passage.Document.Sha256 && other.Figure.Span.End <= mention.Figure.Span.Start && other.Figure.Value == mention.Figure.Value && other.MayCountSame(mention)
                && other.Passage.Speaker.Key != mention.Passage.Speaker.Key && other.Passage.Speaker is { IsOutlet: false, Name.Length: > 2 } && OriginTracer.Supports(other.Passage)).MaxBy(other => other.Figure.Span.Start);
            if (first is null) { continue; }
            yield return Finding.Of(
                FindingKind.Corroborated, Severity.Info, $"{mention.Passage.Speaker.Name} gives “{mention.Text}” as {first.Passage.Speaker.Name} does, the text says.",
                [mention.Passage.Statement.Id, first.Passage.Statement.Id], mention.Passage.FullEvidence.Concat(first.Passage.FullEvidence).Concat([mention.Evidence, first.Evidence]), Calculation.Of("2 independent origins", "origin 1", first.Passage.Speaker.Name, "origin 2", mention.Passage.Speaker.Name));
        }
    }

    private const int AtOnce = 10; // "at eight too"

    private static bool IsSaidAgain(FigureMention mention, int within = 40)
    {
        var (text, span) = (mention.Passage.Document.Text, mention.Figure.Span);
        return AsWell().IsMatch(text.AsSpan(span.End, Math.Min(within, text.Length - span.End))) || within > AtOnce && TheSame().IsMatch(text.AsSpan(Math.Max(0, span.Start - 60), Math.Min(60, span.Start)));
    }

    // Within one document, a project and those who run it: several names, one voice.
    private static IEnumerable<Finding> Joint(MatterView matter)
    {
        foreach (var voice in matter.Passages.Where(passage => passage.Speaker is { IsNamed: true, IsOutlet: false } && OriginTracer.Supports(passage)).GroupBy(passage => (passage.Document.Sha256, passage.Speaker.Key)))
        {
            if (matter.Parties.Why(voice.Key.Key).FirstOrDefault(why => why.Contains(PartyBook.ProjectReason, StringComparison.Ordinal)) is not { } reason) { continue; }
            var names = voice.Select(passage => passage.Speaker.Name).DistinctBy(PartyNames.Fold, StringComparer.Ordinal).ToList();
            if (names.Count < 2 || !names.Exists(name => PartyNames.Fold(reason).StartsWith(PartyNames.Fold(name), StringComparison.Ordinal))) { continue; }
            ImmutableArray<Passage> passages = [.. voice.Take(Shown)];
            yield return Finding.Of(
                FindingKind.SingleOrigin, Severity.Notice, $"What {string.Join(" and ", names.Take(3))} say has one origin: {reason}.",
                passages.Select(passage => passage.Statement.Id), passages.SelectMany(passage => passage.FullEvidence),
                Calculation.Of($"{names.Count} names, 1 origin", [.. matter.Parties.Why(voice.Key.Key).Distinct(StringComparer.Ordinal).SelectMany((why, i) => (string[])[$"reason {i + 1}", why])]));
        }
    }

    // What several documents have from one channel's or agency's unnamed source.
    private static IEnumerable<Finding> Carried(MatterView matter)
    {
        var carriers = matter.Passages.Select(passage => (Passage: passage, Name: PartyBook.CarrierOf(passage))).Where(one => one.Name is not null)
            .GroupBy(one => PartyNames.Fold(one.Name!), StringComparer.Ordinal);
        foreach (var carrier in carriers.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            ImmutableArray<Passage> passages = [.. carrier.Select(one => one.Passage).Where(passage => carrier.Any(other => other.Passage.Document.Sha256 != passage.Document.Sha256 && other.Passage.Theme.Similarity(passage.Theme) > 0)).Take(Shown)];
            if (passages.Select(passage => passage.Document.Sha256).Distinct(StringComparer.Ordinal).Count() < 2) { continue; }
            yield return Finding.Of(
                FindingKind.SingleOrigin, Severity.Notice,
                $"{string.Join(" and ", Outlets(passages))} rest on one origin here, a source that {carrier.First().Name} does not name: “{DeniedCheck.Bare(passages[0].Quote(120))}”.",
                passages.Select(passage => passage.Statement.Id), passages.SelectMany(passage => passage.FullEvidence),
                Calculation.Of($"{passages.Length} statements, 1 channel", "channel", carrier.First().Name!));
        }
    }

    // Within one document: it came through several hands, or one speaker gives a particular figure in several places.
    private static bool HasHops(Claim claim) =>
        claim.Passages.Any(passage => passage.Statement.Chain.Count(hop => hop.Role is not HopRole.Outlet) > 1)
        || (!claim.Figure.IsEmpty && claim.Passages.All(passage => passage.Speaker.Key == claim.Passages[0].Speaker.Key && !passage.Speaker.IsOutlet)
            && claim.Figure.Where(mention => mention.Passage.Statement.Block is not Documents.BlockRole.Headline).Select(mention => mention.Figure.Span.Start).Distinct().Count() > 1 && claim.Figure.Any(mention => mention.IsParticular));

    // Two statements that were found in the same words say it once.
    private static bool IsOneStretch(Claim claim) => claim.Documents == 1
        && claim.Passages.Skip(1).All(passage => passage.Statement.Content.Any(content => claim.Passages[0].Statement.Content.Any(content.Overlaps)));

    // Two who give a number mean the same by it only where they put it alike.
    private static bool AreAlike(Claim claim)
    {
        const float Alike = 0.35f;
        var sides = claim.Independent.Select(origin => claim.Figure.Where(mention => origin.Passages.Contains(mention.Passage)).ToList()).ToList();
        return sides.Skip(1).All(side => side.Any(mention => sides[0].Any(other => mention.Window.Similarity(other.Window) >= Alike && NameSame(mention, other))));
    }

    // What one outlet credits to the one side and another to the other is no agreement of the two.
    private static bool AreOfSides(Claim claim) => claim.Independent.Select(origin => origin.Side).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1;

    // "120 Varnian soldiers came home" and "it had received 120 soldiers" are each side's own.
    private static bool NameSame(FigureMention left, FigureMention right) => left.Passage.Statement.Source?.Side is not { } mine || right.Passage.Statement.Source?.Side is not { } its || mine == its
        || (PartyNamesIn(left) is var named && PartyNamesIn(right) is var others && (named.Count == 0 && others.Count == 0 || named.Overlaps(others)));

    private static HashSet<string> PartyNamesIn(FigureMention mention) => [.. mention.OfWords.Where(word => mention.Names.Contains(word.Length > 5 ? word[..5] : word)).Select(word => word.Length > 5 ? word[..5] : word)];

    /// <summary>The origins of a claim that count as independent; where an analyst holds some apart, all that are no mere outlets.</summary>
    internal static ImmutableArray<TracedOrigin> Independent(Claim claim, MatterView matter) => IsJudged(claim, matter) ? [.. claim.Origins.Where(origin => !origin.Party.IsOutlet)] : claim.Independent;

    private static bool IsJudged(Claim claim, MatterView matter) => matter.Judgements.Among(claim.Passages, areOne: false).Any();

    // Independent people do not choose the same words.
    private static bool AreSameWords(Claim claim) => claim.Figure.IsEmpty;

    // Claims that the same documents have from the same origin make one finding.
    private static void Add(SortedDictionary<string, List<Claim>> claims, string key, Claim claim)
    {
        if (!claims.TryGetValue(key, out var known)) { claims[key] = known = []; }
        known.Add(claim);
    }

    // Those who deny it or only speak of it do not give it.
    private static int DocumentsOf(Claim claim) => claim.Origins[0].Passages.Select(passage => passage.Document.Sha256).Distinct(StringComparer.Ordinal).Count();

    private static string Named(List<Claim> claims) =>
        string.Join(" and ", claims.OrderBy(claim => claim.Figure.IsEmpty).Select(claim => $"“{DeniedCheck.Bare(claim.Name)}”").Distinct(StringComparer.Ordinal).Take(4));

    private static Finding Single(List<Claim> claims)
    {
        var origin = claims[0].Origins[0];
        var documents = DocumentsOf(claims[0]);
        var where = documents > 1 ? $"in all {documents} documents that give it ({string.Join(", ", Outlets(claims.SelectMany(claim => claim.Origins[0].Passages)))})" : "each time it is given";
        var unnamed = origin.Party.IsNamed ? "" : ", not named,";
        return Finding.Of(
            FindingKind.SingleOrigin, documents > 2 ? Severity.Warning : Severity.Notice,
            $"{Named(claims)}: {where} it leads to one origin, {origin.Party.Name}{unnamed.TrimEnd(',')}.",
            claims.SelectMany(claim => claim.Passages).Select(passage => passage.Statement.Id),
            claims.SelectMany(claim => claim.Passages.Take(Shown * 2).SelectMany(Evidence(claim))),
            Calculation.Of($"{documents} {(documents == 1 ? "document" : "documents")}, 1 origin", [.. claims.SelectMany(claim => claim.Origins[0].Why).Distinct(StringComparer.Ordinal).SelectMany((why, i) => (string[])[$"reason {i + 1}", why])]));
    }

    private static Finding Several(List<Claim> claims, ImmutableArray<TracedOrigin> origins)
    {
        return Finding.Of(
            FindingKind.Corroborated, Severity.Info,
            $"{origins.Length} origins that nothing shows to depend on each other give {Named(claims)}: {string.Join("; ", origins.Select(origin => origin.Party.Name))}.",
            claims.SelectMany(claim => claim.Passages).Select(passage => passage.Statement.Id),
            claims.SelectMany(claim => claim.Passages.Take(Shown).SelectMany(Evidence(claim))),
            Calculation.Of($"{origins.Length} independent origins", [.. origins.SelectMany((origin, i) => (string[])[$"origin {i + 1}", $"{origin.Party.Name}: {string.Join(", ", Outlets(origin.Passages))}"])]));
    }

    private static Func<Passage, IEnumerable<Evidence>> Evidence(Claim claim) => passage => claim.Figure.IsEmpty
        ? passage.FullEvidence
        : passage.FullEvidence.Concat(claim.Figure.Where(mention => mention.Passage == passage).Select(mention => mention.Evidence));

    // "It had verified that …"
    [GeneratedRegex(@"^\W*(?:that )?(?:it|they|we|he|she|\p{L}+) (?:(?:has|have|had) |(?:was|were) able to )?(?:also |now |since |independently )?(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?) ", RegexOptions.IgnoreCase)]
    private static partial Regex HasVerified();

    // Behind a number that another gives, too.
    [GeneratedRegex(@"^[”""]?[^.;\d]{0,25}\b(?:as well|too|likewise)(?:[.,;]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex AsWell();

    [GeneratedRegex(@"\b(?:also|likewise|independently|too,) (?:put|puts|gave|gives|counted|counts|reported|reports|named|names|listed|lists|arrived|arrives|came|comes|spoke|speaks)\b[^.;\d]{0,40}$|\bthe same (?:number|figure|total|toll|count)\b[^.;\d]{0,25}$", RegexOptions.IgnoreCase)]
    private static partial Regex TheSame();

    internal static IEnumerable<string> Outlets(IEnumerable<Passage> passages) =>
        passages.Select(passage => passage.Document.Outlet ?? passage.Document.Title ?? "unknown outlet").Distinct(StringComparer.Ordinal);
}
