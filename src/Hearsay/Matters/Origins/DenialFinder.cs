using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Statements;

namespace Hearsay.Matters.Origins;

/// <summary>One statement denies others.</summary>
/// <param name="Passage">The one that denies.</param>
/// <param name="Denied">Those whose claim it denies, by day, document and place; never the denier's own.</param>
internal sealed record Denial(Passage Passage, ImmutableArray<Passage> Denied);

/// <summary>
/// Binds denials to what they deny. A denial that has content of its own ("denied that 62 men had gone over") is bound to claims with the same content;
/// one that only points ("denied these statements") to the claims of others just before it in its document; and both also to the same speakers' same claims elsewhere.
/// </summary>
internal static partial class DenialFinder
{
    private const float SameContent = 0.3f;
    private const float SameEvent = 0.2f;
    private const float SameElsewhere = 0.4f;
    private const float SameInOther = 0.45f; // in another document, where neither a figure nor an event joins the two
    private const int SharedWords = 2;     // telling words that a denial and what it denies share
    private const float TellingWeight = 2.8f;
    private const int Reach = 700;         // characters back
    private const int Before = 3;          // statements back that a pointing denial may mean
    private const int MostDenied = 40;
    private const int MostPointing = 6;    // words of "Mara Tolven's claims of Monday"

    private static readonly HashSet<string> Cues = new(StringComparer.Ordinal) { "deny", "denial", "reject", "rejection", "dispute", "refute", "rebut", "dismiss", "contradict", "disavow", "repudiate" };

    // To reject or dismiss is to deny only where it is a claim that is rejected: an offer, a law and a person can be rejected, too.
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "deny", "denial", "refute", "rebut" };

    /// <summary>The denials of a matter that have something to deny, in the order of passages.</summary>
    public static ImmutableArray<Denial> Find(ImmutableArray<Passage> passages)
    {
        var found = ImmutableArray.CreateBuilder<Denial>();
        foreach (var passage in passages)
        {
            var kind = KindOf(passage);
            if (kind is Wording.None || !IsSomebody(passage.Speaker)) { continue; }
            var denied = Denied(passage, kind, passages);
            if (denied.Count == 0) { continue; }
            denied.UnionWith(passages.Where(other => IsDeniable(other, passage)
                && denied.Any(known => known.Speaker.Key == other.Speaker.Key && known.Document.Sha256 != other.Document.Sha256 && known.Theme.Similarity(other.Theme) >= SameElsewhere)).ToList());
            found.Add(new Denial(passage, [.. passages.Where(denied.Contains).Take(MostDenied)]));
        }

        return found.ToImmutable();
    }

    private enum Wording { None, Denies, Dismisses, Negates }

    private static Wording KindOf(Passage passage)
    {
        var statement = passage.Statement;
        if (passage.Speaker.IsOutlet || statement.Source is null || statement.Certainty is Certainty.Forecast || statement.Block is Documents.BlockRole.Comment) { return Wording.None; }
        if (statement.Polarity is Polarity.Denied && statement.Cue is { } cue && Cues.Contains(cue.Lemma) && (Plain.Contains(cue.Lemma) || ClaimLike().IsMatch(passage.Quote(100)))) { return Wording.Denies; }
        if (statement.Act is not (StatementAct.Says or StatementAct.Asks)) { return Wording.None; }
        if (Dismissal().IsMatch(passage.Quote(500))) { return Wording.Dismisses; }
        return statement.Act is StatementAct.Says && IsNegated(passage) ? Wording.Negates : Wording.None;
    }

    // A negation early in the content: "no offer had been submitted", "Oskeland has not submitted any offer", "there is no recruitment".
    private static bool IsNegated(Passage passage) => passage.Words.Take(6).Any(word =>
        word.Lower is "no" or "not" or "never" or "none" or "nobody" || word.Lower.EndsWith("n't", StringComparison.Ordinal) || word.Lower.EndsWith("n’t", StringComparison.Ordinal));

    private static HashSet<Passage> Denied(Passage denial, Wording kind, ImmutableArray<Passage> passages)
    {
        if (kind is not Wording.Negates && Points(denial))
        {
            return [.. JustBefore(denial, passages), .. passages.Where(other => IsDeniable(other, denial) && SharesFigure(denial, other))];
        }

        return [.. passages.Where(other => IsDeniable(other, denial) && IsOpposite(denial, other, kind) && IsAimedAt(denial, other))];
    }

    // "The bureau's account" is the bureau's, and "Tolven's claims" are hers.
    private static bool IsAimedAt(Passage denial, Passage other) => Whose().Match(denial.Quote(200)) is not { Success: true } match
        || PartyNames.Fold(match.Groups["whose"].Value) is var whose && PartyNames.Fold(other.Speaker.Name) is var name
            && ($" {name} ".Contains($" {PartyNames.Surname(whose)} ", StringComparison.Ordinal) || whose.EndsWith(PartyNames.Surname(name), StringComparison.Ordinal));

    private static bool Points(Passage denial) => Pointing().IsMatch(denial.Quote(200)) || (denial.Words.Length <= MostPointing && Whose().IsMatch(denial.Quote(200))) || (denial.Words.Length <= 2 && denial.Words.All(word => word.Lower is "it" or "that" or "this" or "them" or "these" or "those" or "all"));

    // The claims of others that stand closest before the denial.
    private static IEnumerable<Passage> JustBefore(Passage denial, ImmutableArray<Passage> passages) => passages
        .Where(other => other.Document.Sha256 == denial.Document.Sha256 && other.Index < denial.Index && denial.Index - other.Index <= Before && IsDeniable(other, denial) && IsAimedAt(denial, other) && other.Speaker is { IsNamed: true, IsOutlet: false }
            && other.Statement.Act is StatementAct.Says && denial.Statement.Content[0].Start - other.Statement.Content[^1].End < Reach)
        .OrderByDescending(other => other.Index).Take(2);

    private static bool IsDeniable(Passage other, Passage denial)
    {
        if (other.Speaker.Key == denial.Speaker.Key || other.Statement.Polarity is not Polarity.Affirmed || !MatterView.IsClaim(other.Statement) || other.Words.Length < 5 || !other.IsClause || !IsSomebody(other.Speaker) || other.Statement.Block is Documents.BlockRole.Comment) { return false; }
        if (denial.Statement.Source?.Side is { } mine && mine == other.Statement.Source?.Side) { return false; }
        if (Dismissal().IsMatch(other.Quote(500))) { return false; }
        return other.Document.Sha256 != denial.Document.Sha256 || !other.Statement.Content.Any(theirs => denial.Statement.Content.Any(theirs.Overlaps));
    }

    // A headline's or a heading's first words are no speaker.
    private static bool IsSomebody(Party speaker) => speaker.IsOutlet || !NoName().IsMatch(speaker.Name);

    private static bool IsOpposite(Passage denial, Passage other, Wording kind)
    {
        var similarity = denial.Theme.Similarity(other.Theme);
        if (similarity < SameEvent || IsNegated(other)) { return false; }
        if (kind is Wording.Negates) { return similarity >= SameEvent && SharesEvent(denial, other, negated: true) && Shared(denial, other) >= SharedWords; }
        if (SharesFigure(denial, other)) { return true; }
        var isHere = denial.Document.Sha256 == other.Document.Sha256;
        return SharesEvent(denial, other, negated: false) ? Shared(denial, other) >= (isHere ? SharedWords : SharedWords + 1) : similarity >= (isHere ? SameContent : SameInOther) && Shared(denial, other) >= SharedWords && (isHere || SharesMoreThanNames(denial, other));
    }

    private static bool SharesFigure(Passage denial, Passage other) =>
        denial.Statement.Figures.Any(figure => figure.Value is >= 13 && other.Statement.Figures.Any(its => its.Value == figure.Value && its.Kind == figure.Kind));

    private static int Shared(Passage denial, Passage other)
    {
        var count = 0;
        foreach (var (key, weight) in denial.Theme.Weights)
        {
            if (weight >= TellingWeight && other.Theme.Weights.ContainsKey(key)) { count++; }
        }

        return count;
    }

    private static bool SharesMoreThanNames(Passage denial, Passage other) =>
        denial.Theme.Weights.Any(pair => pair.Value >= TellingWeight && pair.Key[0] is 'w' or 'n' && other.Theme.Weights.ContainsKey(pair.Key));

    private static bool SharesEvent(Passage denial, Passage other, bool negated) =>
        denial.Statement.Events.Any(mine => (mine.Negated || !negated) && other.Statement.Events.Any(its => !its.Negated && Kind(its.Type) == Kind(mine.Type)));

    private static string Kind(string type) => type.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? type[..dot] : type;

    [GeneratedRegex(@"\b(?:is|are|was|were|be|been|being|as|all|simply|completely|entirely|totally|absolutely|patently|categorically) (?:(?:a|an|all|pure|complete|completely|total|totally|entirely|simply|just|utter|utterly|another|again) )*(?:fabricat(?:ed|ion)s?|invented|false(?! (?:choice|hope|start|alarm))|untrue(?! but)|baseless|groundless|unfounded|nonsense|lies?|fiction|hoax|propaganda)\b|\binvented from\b|\bfairy tales?\b|\b(?:a |^|tales .{0,40}are )fabrication\b|\bmultiplied by imagination\b|\b(?:did not happen|never happened|no truth to|no truth in)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dismissal();

    // "the bureau's account", "Mara Tolven's claims"
    [GeneratedRegex(@"^(?:the )?(?<whose>\p{L}[\p{L}-]{2,30}(?: \p{Lu}[\p{L}-]{1,30}){0,2})[’']s? (?:\p{Ll}+ )?(?:accounts?|claims?|accusations?|allegations?|charges?|statements?|figures?|assertions?|suggestions?|reports?|version|criticism|attacks?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Whose();

    [GeneratedRegex(@"^(?:no|not|why|how|what|when|where|who|yes|more|some|many|several|something|nothing|everything)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoName();

    [GeneratedRegex(@"^(?!(?:how|why|what|whether|where)\b)(?:(?:that|this|it|as)\b|.*\b(?:claims?|statements?|allegations?|accusations?|reports?|figures?|numbers?|accounts?|charges?|suggestions?|assertions?|versions?|stor(?:y|ies)|rumou?rs?|notions?|idea|count|tally)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex ClaimLike();

    [GeneratedRegex(@"^(?:a fabrication )?(?:the|these|those|such|all|any|that|this|his|her|their|its|both)\b(?: [\p{L}’']+){0,2}? (?:claims?|statements?|allegations?|accusations?|reports?|figures?|numbers?|accounts?|charges?|suggestions?|assertions?|versions?|stor(?:y|ies)|rumou?rs?)\b(?! (?:that|of|about))", RegexOptions.IgnoreCase)]
    private static partial Regex Pointing();
}
