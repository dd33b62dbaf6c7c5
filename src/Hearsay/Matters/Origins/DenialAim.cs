using System.Collections.Immutable;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Origins;

/// <summary>
/// Which claims of its own document a denial is aimed at. Every claim of somebody else is weighed: whether it stands just before, is the other side's, tells of the same deed, names and numbers, and
/// speaks of the denier; a denial that says little itself needs less of this than a mere negation.
/// </summary>
/// <remarks>No single mark decides, since people hardly ever answer in the words that they answer ("Kyiv called off the swap", "there was no refusal on our part").</remarks>
internal sealed class DenialAim
{
    private const double Pointing = 1.2;      // "That is not true", "rejected the claims"
    private const double PointingAtNumbers = 0.9;
    private const double Dismissing = 1.9;    // "the claim that … is invented"
    private const double Denying = 2.0;       // "denied that …"
    private const double Negating = 3.0;      // "no offer had been made"
    private const double Insisting = 2.3;     // "everyone was handed over", against one who negates
    private const double OwnClaim = 1;        // so much must be shared with a claim that the denial states itself
    private const double Slack = 1.2;         // what weighs nearly as much as the heaviest is meant, too
    private const double Topic = 3;           // of the cosine of two contents
    private const double SharedWord = 0.35;
    private const int MostSharedWords = 3;
    private const double SharedDeed = 0.7;
    private const int MostSharedDeeds = 2;
    private const double SameEvent = 1.5;
    private const double SameVerb = 2.2;      // "we did not refuse", "no note was received"
    private const double SameFigure = 1.5;
    private const double Plainly = 2;         // shared so much that the sides need not be known
    private const double OtherSide = 1;
    private const double UnknownSide = 0.3;
    private const double Accuses = 0.8;       // the claim speaks of the denier's side
    private const double OwnPart = 0.5;       // "on our part"
    private const double Nearest = 1.2;
    private const double Farther = 0.35;      // less with each statement between
    private const double SameBreath = 0.3;
    private const double Named = 1.2;         // "the minister's number": hers
    private const double Nameless = -0.3;
    private const double NegatesToo = -1.5;
    private const double NegatedDeed = 0.8;   // "nobody was beaten", against "they used rifle butts"
    private const double Entire = 0.7;        // "nobody", "not one"
    private const double TakesUp = 0.5;       // "the story of the ransom"
    private const double RefersBack = 1.3;    // "no such request"
    private const double Limited = -1.5;      // "until August", "elsewhere"
    private const float TellingOffice = 2;
    private const int Soon = 1;               // claims between one and who answers him, where no sides are known
    private const int BreathLength = 400;     // characters
    private const int Reach = 30;             // statements back, and on where the claim may be told later
    private const int Most = 4;
    private const int MostOfPointing = 2;
    private const int MostNumbers = 3;
    private const int SideLetters = 5;        // "varnia" and "Varnian" share as many

    private static readonly string[] Withheld = ["refuse", "hide", "close"]; // families of deeds

    private readonly ImmutableArray<Passage> told;
    private readonly Dictionary<Passage, int> places = [];
    private readonly Dictionary<string, string> sides = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> names = new(StringComparer.Ordinal);
    private readonly PartyBook parties;

    /// <param name="passages">The passages of a document, in any order, with their speakers.</param>
    /// <param name="parties">Who is who.</param>
    public DenialAim(IEnumerable<Passage> passages, PartyBook parties)
    {
        this.parties = parties;
        told = [.. passages.OrderBy(passage => passage.Start).ThenBy(passage => passage.Index)];
        for (var i = 0; i < told.Length; i++)
        {
            places[told[i]] = i;
            if (told[i].Statement.Source?.Side is { } side) { sides.TryAdd(told[i].Speaker.Key, side); }
        }
    }

    /// <summary>The claims, by weight; empty where none weighs enough.</summary>
    /// <param name="denial">The denial, one of the passages.</param>
    /// <param name="kind">How it denies.</param>
    public IReadOnlyList<Passage> Of(Passage denial, DenialKind kind)
    {
        var place = places[denial];
        var points = kind is DenialKind.Denies or DenialKind.Dismisses && DenialWording.Points(denial);
        var numbers = points && DenialWording.PointsAtNumbers(denial);
        var least = numbers ? PointingAtNumbers : points ? Pointing : kind switch { DenialKind.Negates => Negating, DenialKind.Insists => Insisting, DenialKind.Dismisses => Dismissing, _ => Denying };
        var claims = new List<(Passage Claim, double Weight)>();
        for (var i = Math.Max(0, place - Reach); i < Math.Min(told.Length, points ? place : place + Reach); i++)
        {
            var other = told[i];
            if (i == place || !DenialFinder.IsDeniable(other, denial, numbers) || (points && other.Statement.Act is not StatementAct.Says)) { continue; }
            if (numbers && !other.Statement.Figures.Any(figure => figure.Value is >= 13)) { continue; }
            if (Weigh(denial, kind, other, Between(denial, kind, Math.Min(i, place), Math.Max(i, place)) + (i > place ? 1 : 0), i > place, points, AreOtherSides(denial, other) ? SideOf(denial) : null) is var weight && weight >= least) { claims.Add((other, weight)); }
        }

        if (claims.Count == 0) { return []; }
        if (points && DenialWording.Echoes(denial)) { return [claims[^1].Claim]; } // what was just said
        if (points && claims.Exists(claim => AreOtherSides(denial, claim.Claim))) { claims.RemoveAll(claim => !AreOtherSides(denial, claim.Claim)); }
        var heaviest = claims.Max(claim => claim.Weight);
        return [.. claims.Where(claim => numbers || claim.Weight >= heaviest - Slack).OrderByDescending(claim => claim.Weight).ThenByDescending(claim => claim.Claim.Start).Take(numbers ? MostNumbers : points ? MostOfPointing : Most).Select(claim => claim.Claim)];
    }

    // How many that make a claim stand between two places; who insists answers what was said just before.
    private int Between(Passage denial, DenialKind kind, int from, int to)
    {
        var count = 0;
        for (var i = from + 1; i < to; i++) { count += kind is DenialKind.Insists || DenialFinder.IsDeniable(told[i], denial) || told[i].IsClause && told[i].Statement.Source is not null ? 1 : 0; }
        return count;
    }

    private string? SideOf(Passage passage) => passage.Statement.Source?.Side ?? sides.GetValueOrDefault(passage.Speaker.Key);

    private bool AreOtherSides(Passage one, Passage other) => SideOf(one) is { } mine && SideOf(other) is { } its && mine != its;

    // All names of a speaker, folded.
    private ImmutableArray<string> NamesOf(Passage passage)
    {
        if (!names.TryGetValue(passage.Speaker.Key, out var known)) { names[passage.Speaker.Key] = known = [.. parties.NamesOf(passage.Speaker.Key).Append(passage.Speaker.Name).Select(PartyNames.Fold).Distinct(StringComparer.Ordinal)]; }
        return known;
    }

    private double Weigh(Passage denial, DenialKind kind, Passage other, int between, bool isAfter, bool points, string? side)
    {
        var areOtherSides = side is not null; // the denier's, where the other's is another
        var weight = areOtherSides ? OtherSide : UnknownSide;
        if (DenialWording.WhoseOf(denial) is { } whose)
        {
            if (NamesOf(other).Any(name => IsOf(name, whose))) { weight += Named; }
            else if (!DenialWording.NamesOffice(denial)) { return 0; }
        }

        weight += Math.Max(0, Nearest - Farther * between);
        if (!isAfter && denial.Start - other.End < BreathLength) { weight += SameBreath; }
        if (!other.Speaker.IsNamed) { weight += Nameless; }
        var accuses = areOtherSides && Names(other, denial, side!);
        if (accuses) { weight += Accuses; }
        if (points) { return weight; }

        var deeds = denial.Deeds.Intersect(other.Deeds).Count();
        var isSameVerb = DenialFinder.IsNeverReceived(denial, other) || DenialFinder.SharesNegated(denial, other);
        var isSameEvent = DenialFinder.IsSameEvent(denial, other, kind);
        var isSameFigure = DenialFinder.SharesFigure(denial, other);
        var shared = (isSameVerb ? SameVerb : 0) + (isSameEvent ? SameEvent : 0) + (isSameFigure ? SameFigure : 0) + SharedDeed * Math.Min(MostSharedDeeds, deeds)
            + Topic * denial.Theme.Similarity(other.Theme) + SharedWord * Math.Min(MostSharedWords, DenialFinder.Shared(denial, other));
        if (kind is DenialKind.Negates)
        {
            // Who negates something else answers nobody, unless he speaks of himself right after he was accused.
            var isOwn = Negation.IsOfOwn(denial);
            var isNegatedDeed = denial.Negation is { } negated && negated.Deeds.Overlaps(other.Deeds);
            var isSameDeed = isSameVerb || isSameEvent || isSameFigure || isNegatedDeed || denial.Negation is { RefersBack: true } || (deeds > 0 && (accuses || isOwn));
            var isPlain = (isSameEvent || DenialFinder.IsNeverReceived(denial, other)) && shared >= Plainly;
            if (!isPlain && !isSameFigure && Negation.IsWish(other)) { return 0; }
            if (areOtherSides ? !isSameDeed && !(accuses && isOwn && between == 0) : !isPlain && !(!isAfter && between <= Soon && Answers(denial, other, between, isSameVerb || isNegatedDeed))) { return 0; }
            if (isOwn) { weight += OwnPart; }
            if (denial.Negation is { } negation) { shared += (isNegatedDeed ? NegatedDeed : 0) + (negation.IsEntire ? Entire : 0) + (negation.RefersBack ? RefersBack : 0) + (negation.IsLimited && !areOtherSides ? Limited : 0); }
        }
        else if (kind is DenialKind.Insists)
        {
            if (!(DenialWording.IsNegated(other) || other.Negation is not null || other.Deeds.Overlaps(Withheld)) || between > 1 || (!areOtherSides && !DenialFinder.SharesMoreThanNames(denial, other))) { return 0; }
            return shared > 0 || (accuses && Negation.IsOfOwn(denial)) ? weight + shared : 0;
        }
        else if (shared == 0 && between > 0) { return 0; }
        else if (shared > 0 && !isAfter && kind is DenialKind.Dismisses && DenialWording.TakesUp(denial)) { shared += TakesUp; }

        // Who says himself what he denies denies no more than that.
        if (kind is DenialKind.Denies or DenialKind.Dismisses && !areOtherSides && shared < OwnClaim && DenialWording.StatesOwnClaim(denial)) { return 0; }

        return weight + shared + (DenialWording.IsNegated(other) ? NegatesToo : 0);
    }

    // Where no sides are known, one answers another who says right after him that there was no such thing; who says briefly and without exception that what the other tells of was not; or of whom the other tells.
    private bool Answers(Passage denial, Passage claim, int between, bool isSameDeed) => denial.Negation is { IsLimited: false, IsBrief: true } negation && !DenialWording.IsNegated(claim)
        && ((negation.RefersBack && between == 0) || (isSameDeed && ((negation.IsEntire && between == 0) || (negation.IsOwn && IsSpokenOf(denial, claim)))));

    // The claim names the denier, or the office or body that the text gives him ("the head of the service", against "the service paid").
    private bool IsSpokenOf(Passage denial, Passage claim)
    {
        if (claim.Words.Any(word => word is { IsCapital: true, Lower.Length: > 3 } && NamesOf(denial).Any(name => PartyNames.Surname(name) == word.Lower))) { return true; }
        if (denial.Statement.Source?.Span is not { } span) { return false; }
        return WordScanner.Scan(denial.Document.Text, span).Where(word => !word.IsCapital).Select(word => Stemmer.Stem(word.Lower)).Any(stem => WordWeights.Of(stem) >= TellingOffice && claim.Stems.Contains(stem));
    }

    /// <summary>True where a folded name is the one that a denial gives for whose claim it denies: "Tolven's claims" are hers.</summary>
    internal static bool IsOf(string name, string whose) => $" {name} ".Contains($" {PartyNames.Surname(whose)} ", StringComparison.Ordinal) || whose.EndsWith(PartyNames.Surname(name), StringComparison.Ordinal);

    // The claim names the denier's side: by its name or by a participant of an event.
    private bool Names(Passage claim, Passage denial, string side)
    {
        if (claim.Statement.Events.Any(happening => happening.Participants.Any(participant => participant.Side == side))) { return true; }
        var beginning = side.Length > SideLetters ? side[..SideLetters] : side;
        return claim.Words.Any(word => word.IsCapital && (word.Lower.StartsWith(beginning, StringComparison.Ordinal) || (word.Lower.Length > 3 && NamesOf(denial).Any(name => PartyNames.Surname(name) == word.Lower))));
    }
}
