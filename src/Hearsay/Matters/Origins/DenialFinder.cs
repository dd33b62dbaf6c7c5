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
    private const float SameContent = 0.2f;
    private const float SameElsewhere = 0.22f;
    private const int Before = 4;        // claims of others that a pointing denial may mean
    private const int MostDenied = 40;
    private const float LittleContent = 7;

    /// <summary>The denials of a matter that have something to deny, in the order of passages.</summary>
    public static ImmutableArray<Denial> Find(ImmutableArray<Passage> passages)
    {
        var found = ImmutableArray.CreateBuilder<Denial>();
        foreach (var passage in passages.Where(passage => !passage.Speaker.IsOutlet && passage.Statement.Certainty is not Certainty.Forecast))
        {
            var kind = KindOf(passage);
            if (kind is Wording.None) { continue; }
            var denied = Denied(passage, kind, passages);
            if (denied.Count == 0) { continue; }
            denied.UnionWith(passages.Where(other => IsDeniable(other, passage)
                && denied.Any(known => known.Speaker.Key == other.Speaker.Key && known.Document.Sha256 != other.Document.Sha256 && known.Theme.Similarity(other.Theme) >= SameElsewhere)).ToList());
            found.Add(new Denial(passage, [.. passages.Where(denied.Contains).Take(MostDenied)]));
        }

        return found.ToImmutable();
    }

    /// <summary>True where the content says that something is not so.</summary>
    internal static bool IsNegated(Passage passage) => passage.Words.Any(word => word.Lower is "no" or "not" or "never" or "none" or "nobody" or "neither" or "nor" or "nothing" || word.Lower.EndsWith("n't", StringComparison.Ordinal) || word.Lower.EndsWith("n’t", StringComparison.Ordinal));

    private enum Wording { None, Denies, Dismisses, Negates }

    private static Wording KindOf(Passage passage)
    {
        if (passage.Statement.Polarity is Polarity.Denied) { return Wording.Denies; }
        if (!MatterView.IsClaim(passage.Statement) && passage.Statement.Act is not StatementAct.Asks) { return Wording.None; }
        if (Dismissal().IsMatch(passage.Quote(500))) { return Wording.Dismisses; }
        return IsNegated(passage) ? Wording.Negates : Wording.None;
    }

    private static HashSet<Passage> Denied(Passage denial, Wording kind, ImmutableArray<Passage> passages)
    {
        var denied = new HashSet<Passage>();
        var points = kind is not Wording.Negates && (denial.Theme.Mass < LittleContent || Pointing().IsMatch(denial.Quote(200)));
        if (points) { denied.UnionWith(JustBefore(denial, passages)); }
        if (!points || denied.Count == 0 || denial.Statement.Figures.Length > 0)
        {
            denied.UnionWith(passages.Where(other => IsDeniable(other, denial) && IsOpposite(denial, other, kind)));
        }

        return denied;
    }

    // The claims of others that stand closest before the denial, back to the denier's own last words but one.
    private static IEnumerable<Passage> JustBefore(Passage denial, ImmutableArray<Passage> passages) => passages
        .Where(other => other.Document.Sha256 == denial.Document.Sha256 && other.Statement.Content[0].Start < denial.Statement.Content[0].Start && IsDeniable(other, denial) && !other.Speaker.IsOutlet)
        .OrderByDescending(other => other.Index).TakeWhile(other => denial.Index - other.Index <= Before).Take(2);

    private static bool IsDeniable(Passage other, Passage denial) =>
        other.Speaker.Key != denial.Speaker.Key && other.Statement.Polarity is Polarity.Affirmed && MatterView.IsClaim(other.Statement) && other.Words.Length > 3 && !Dismissal().IsMatch(other.Quote(500));

    private static bool IsOpposite(Passage denial, Passage other, Wording kind)
    {
        var sameFigure = denial.Statement.Figures.Any(figure => figure.Value is >= 13 && other.Statement.Figures.Any(its => its.Value == figure.Value && its.Kind == figure.Kind));
        var similarity = denial.Theme.Similarity(other.Theme);
        if (kind is Wording.Denies or Wording.Dismisses) { return sameFigure || (similarity >= SameContent && !IsNegated(other)); }
        // A negated claim stands against an affirmed one only where both are plainly about the same act.
        return !IsNegated(other) && ((similarity >= SameContent && SharesEvent(denial, other)) || similarity >= SameContent * 2);
    }

    private static bool SharesEvent(Passage denial, Passage other) =>
        denial.Statement.Events.Any(mine => mine.Negated && other.Statement.Events.Any(its => !its.Negated && Kind(its.Type) == Kind(mine.Type)));

    private static string Kind(string type) => type.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? type[..dot] : type;

    [GeneratedRegex(@"\b(?:fabricat(?:ed|ion)s?|invented|invention|fairy tales?|fake|hoax|lies|a lie|untrue|false(?:hood)?s?|baseless|groundless|unfounded|nonsense|imagination|disinformation|did not happen|never happened|no truth)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dismissal();

    [GeneratedRegex(@"^(?:that|this|it|them|all (?:of )?(?:this|that|it)|(?:the|these|those|such|all|any|his|her|their|its|both)\b(?: \w+){0,2}? (?:claims?|statements?|allegations?|accusations?|reports?|figures?|numbers?|accounts?|charges?|suggestions?|assertions?|versions?|stor(?:y|ies)|rumou?rs?|offers?))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pointing();
}
