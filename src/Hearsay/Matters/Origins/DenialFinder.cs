using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Origins;

/// <summary>One statement denies others.</summary>
/// <param name="Passage">The one that denies.</param>
/// <param name="Denied">Those whose claim it denies, by day, document and place; never the denier's own. Empty where the claim stands in the denial alone.</param>
internal sealed record Denial(Passage Passage, ImmutableArray<Passage> Denied);

/// <summary>
/// Binds denials to what they deny: within a document as <see cref="DenialAim"/> weighs it, in others to claims with the same content, and in all of them to the same speakers' same claims.
/// </summary>
internal sealed partial class DenialFinder
{
    private const float SameEvent = 0.2f;
    private const float SameElsewhere = 0.4f;
    private const float SameInOther = 0.45f; // in another document, where neither a figure nor an event joins the two
    private const int SharedWords = 2;     // telling words that a denial and what it denies share
    private const float TellingWeight = 2.8f;
    private const float TellingNoun = 2;   // of a word that is negated
    private const int SameBreath = 160;    // characters between a denial and what spells it out
    private const int MostDenied = 40;

    private readonly ImmutableArray<Passage> passages;
    private readonly ImmutableArray<Passage> claims; // those that anybody may deny
    private readonly PartyBook parties;
    private readonly Dictionary<string, DenialAim> aims; // by document

    private DenialFinder(ImmutableArray<Passage> passages, PartyBook parties)
    {
        (this.passages, this.parties) = (passages, parties);
        claims = [.. passages.Where(passage => MayBeDenied(passage))];
        aims = passages.GroupBy(passage => passage.Document.Sha256, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new DenialAim(group, parties), StringComparer.Ordinal);
    }

    /// <summary>The denials of a matter that have something to deny, or say what it is, in the order of passages.</summary>
    public static ImmutableArray<Denial> Find(ImmutableArray<Passage> passages, PartyBook parties) => new DenialFinder(passages, parties).Find();

    private ImmutableArray<Denial> Find()
    {
        var found = new List<Denial>();
        foreach (var passage in passages)
        {
            var kind = DenialWording.KindOf(passage);
            if (kind is DenialKind.None || !IsSomebody(passage.Speaker)) { continue; }
            var denied = Denied(passage, kind);
            if (denied.Count == 0)
            {
                if (kind is DenialKind.Denies or DenialKind.Dismisses && (passage.Speaker.IsNamed || IsRole(passage)) && (kind is DenialKind.Dismisses ? DenialWording.NamesClaim(passage) : DenialWording.StatesClaim(passage))) { found.Add(new Denial(passage, [])); }
                continue;
            }

            denied.UnionWith(claims.Where(other => IsDeniedBy(other, passage)
                && denied.Any(known => known.Speaker.Key == other.Speaker.Key && known.Document.Sha256 != other.Document.Sha256 && known.Theme.Similarity(other.Theme) >= SameElsewhere)).ToList());
            found.Add(new Denial(passage, [.. passages.Where(denied.Contains).Take(MostDenied)]));
        }

        found.AddRange([.. SpelledOut(found)]);
        return [.. found.OrderBy(denial => passages.IndexOf(denial.Passage))];
    }

    // "Karth denies the account. “There is no recruitment,” its spokesman said.": the second says what the first means.
    private IEnumerable<Denial> SpelledOut(List<Denial> denials)
    {
        var known = denials.Select(denial => denial.Passage).ToHashSet();
        foreach (var denial in denials.Where(denial => !denial.Denied.IsEmpty && DenialWording.KindOf(denial.Passage) is DenialKind.Denies or DenialKind.Dismisses).ToList())
        {
            var next = passages.Where(other => other.Document.Sha256 == denial.Passage.Document.Sha256 && other.Index > denial.Passage.Index).MinBy(other => other.Index);
            if (next is null || next.Statement.Content[0].Start - denial.Passage.Statement.Content[^1].End > SameBreath || !AreOneSide(next, denial.Passage) || (DenialWording.KindOf(next) is DenialKind.None && !(HasNumber(denial.Passage) && HasNumber(next))) || !known.Add(next)) { continue; }
            yield return new Denial(next, [.. denial.Denied.Where(other => IsDeniable(other, next))]);
        }
    }

    private static bool AreOneSide(Passage left, Passage right) => left.Speaker.Key == right.Speaker.Key || (left.Statement.Source?.Side is { } side && side == right.Statement.Source?.Side);

    private static bool AreOtherSides(Passage left, Passage right) => left.Statement.Source?.Side is { } mine && right.Statement.Source?.Side is { } its && mine != its;

    private HashSet<Passage> Denied(Passage denial, DenialKind kind)
    {
        HashSet<Passage> denied = [.. aims[denial.Document.Sha256].Of(denial, kind)];
        if (kind is DenialKind.Denies or DenialKind.Dismisses && DenialWording.Points(denial))
        {
            denied.UnionWith(claims.Where(other => IsDeniedBy(other, denial) && SharesFigure(denial, other)));
            return denied;
        }

        if (kind is DenialKind.Insists) { return denied; }
        denied.UnionWith(claims.Where(other => other.Document.Sha256 != denial.Document.Sha256 && IsDeniedBy(other, denial) && IsOpposite(denial, other, kind) && IsAimedAt(denial, other)));
        if (denied.Count == 0 && kind is DenialKind.Denies && ToldAfter(denial) is { } after) { denied.Add(after); }
        return denied;
    }

    // "The bureau's account" is the bureau's, and "Tolven's claims" are hers.
    private bool IsAimedAt(Passage denial, Passage other) => DenialWording.WhoseOf(denial) is not { } whose
        || parties.NamesOf(other.Speaker.Key).Append(other.Speaker.Name).Select(PartyNames.Fold).Any(name => DenialAim.IsOf(name, whose));

    private static bool HasNumber(Passage passage) => passage.Statement.Figures.Any(figure => figure.Value is >= 13);

    // "The agency denied having counted them. The Dispatch had claimed that …": what went before is told after.
    private Passage? ToldAfter(Passage denial)
    {
        var next = passages.Where(other => other.Document.Sha256 == denial.Document.Sha256 && other.Index > denial.Index).MinBy(other => other.Index);
        return next is not null && DenialWording.IsEarlier(next) && next.Statement.Content[0].Start - denial.Statement.Content[^1].End < SameBreath && IsDeniable(next, denial) && next.Speaker.IsNamed ? next : null;
    }

    internal static bool IsDeniable(Passage other, Passage denial, bool number = false) => IsDeniedBy(other, denial) && MayBeDenied(other, number);

    // Somebody's claim, whoever may deny it.
    private static bool MayBeDenied(Passage claim, bool number = false) =>
        claim.Statement.Polarity is Polarity.Affirmed && MatterView.IsClaim(claim.Statement) && claim.Words.Length >= 5 && (claim.IsClause || (number && HasNumber(claim))) && IsSomebody(claim.Speaker) && claim.Statement.Block is not Documents.BlockRole.Comment && !claim.Dismisses && !IsUnchecked(claim.Statement);

    // "The agency could not verify the accounts": it claims nothing of what they tell.
    private static bool IsUnchecked(Statement statement) => statement is { Certainty: Certainty.Unverified, Cue.Lemma: "verify" or "confirm" or "corroborate" or "check" or "authenticate" or "establish" };

    // What may be denied is another's, of no one on the denier's side, and stands in other words than the denial.
    private static bool IsDeniedBy(Passage other, Passage denial)
    {
        if (other.Speaker.Key == denial.Speaker.Key || (denial.Statement.Source?.Side is { } mine && mine == other.Statement.Source?.Side)) { return false; }
        return other.Document.Sha256 != denial.Document.Sha256 || !other.Statement.Content.Any(theirs => denial.Statement.Content.Any(theirs.Overlaps));
    }

    // "The mayor": one whom the document need not name.
    private static bool IsRole(Passage passage) => passage.Statement.Source is { Type: SourceType.Person or SourceType.Organisation } && !PartyNames.IsCrowd(passage.Speaker.Name);

    // A headline's or a heading's first words are no speaker.
    private static bool IsSomebody(Party speaker) => speaker.IsOutlet || !NoName().IsMatch(speaker.Name);

    // In another document, where there is nothing but the words to go by.
    private static bool IsOpposite(Passage denial, Passage other, DenialKind kind)
    {
        var similarity = denial.Theme.Similarity(other.Theme);
        if (DenialWording.IsNegated(other) || similarity < SameEvent) { return false; }
        if (kind is DenialKind.Negates) { return DenialWording.IsNegated(denial) && SharesEvent(denial, other, negated: true) && Shared(denial, other) >= SharedWords; }
        if (SharesFigure(denial, other)) { return true; }
        return SharesEvent(denial, other, negated: false) ? Shared(denial, other) > SharedWords : similarity >= SameInOther && Shared(denial, other) >= SharedWords && SharesMoreThanNames(denial, other);
    }

    // "We did not refuse anybody" against "Lustava has refused to take them back", "there was no list" against "a list of 400 names": what is negated is what the other side says.
    internal static bool SharesNegated(Passage denial, Passage other) => denial.Negation is { } negation && DenialWording.NeverReceived(denial) is null
        && negation.Head.Index().Any(word => denial.Theme.Weights.TryGetValue("w:" + word.Item, out var weight) && weight >= (word.Index == 0 ? TellingNoun : TellingWeight) && other.Stems.Contains(word.Item));

    // "It had received no lists" against "the lists had been passed": what the one says it sent the other says it never got.
    internal static bool IsNeverReceived(Passage denial, Passage other)
    {
        if (DenialWording.NeverReceived(denial) is not { } thing || DenialWording.IsNegated(other)) { return false; }
        var sent = other.Stems.Any(Sent.Contains);
        return sent && other.Stems.Contains(thing);
    }

    private static readonly HashSet<string> Sent = [.. "sent send submitted handed hand passed pass delivered deliver transferred transfer given gave conveyed forwarded offered".Split(' ').Select(Stemmer.Stem)];

    // The two sides of a conflict, one of whom says of an event that it was and the other that it was not.
    internal static bool IsSameEvent(Passage denial, Passage other, DenialKind kind) => denial.Statement.Events.Any(mine => (kind is DenialKind.Dismisses || mine.Negated == kind is DenialKind.Negates)
        && other.Statement.Events.Any(its => !its.Negated && (its.Type == mine.Type || Presupposed(its.Type) == mine.Type) && !HaveOtherActors(mine, its)));

    // Who refused an offer was made one: a type of the pack that ends in "refused" presupposes the one that ends in "offered".
    private static string? Presupposed(string type) => type.EndsWith(".refused", StringComparison.Ordinal) ? Kind(type) + ".offered" : null;

    // Who did it according to the one is not who did it according to the other.
    private static bool HaveOtherActors(StatementEvent mine, StatementEvent its) => mine.Participants.Any(actor => actor.Side is { } side
        && its.Participants.Any(other => other.Role == actor.Role && other.Side is { } another && another != side) && !its.Participants.Any(other => other.Role == actor.Role && other.Side == side));

    internal static bool SharesFigure(Passage denial, Passage other) =>
        denial.Statement.Figures.Any(figure => figure.Value is >= 13 && other.Statement.Figures.Any(its => its.Value == figure.Value && its.Kind == figure.Kind));

    internal static int Shared(Passage denial, Passage other)
    {
        var count = 0;
        foreach (var (key, weight) in denial.Theme.Weights)
        {
            if (weight >= TellingWeight && other.Theme.Weights.ContainsKey(key)) { count++; }
        }

        return count;
    }

    internal static bool SharesMoreThanNames(Passage denial, Passage other) =>
        denial.Theme.Weights.Any(pair => pair.Value >= TellingWeight && pair.Key[0] is 'w' or 'n' && other.Theme.Weights.ContainsKey(pair.Key));

    private static bool SharesEvent(Passage denial, Passage other, bool negated) =>
        denial.Statement.Events.Any(mine => (mine.Negated || !negated) && other.Statement.Events.Any(its => !its.Negated && Kind(its.Type) == Kind(mine.Type)));

    private static string Kind(string type) => type.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? type[..dot] : type;

    [GeneratedRegex(@"^(?:no|not|why|how|what|when|where|who|yes|more|some|many|several|something|nothing|everything|each|one another|both|it|they)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoName();
}
