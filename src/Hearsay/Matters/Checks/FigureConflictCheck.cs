using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>Figures for the same quantity that cannot both hold. A later, larger count is a development and no conflict.</summary>
internal sealed partial class FigureConflictCheck : IMatterCheck
{
    private const float SameQuantity = 0.35f;  // cosine of the words around two figures
    private const double Least = 3;            // smaller numbers say too little of what they count, unless they answer a claim
    private const double MostApart = 3;        // figures further apart count different things, unless one answers the other
    private const double MostAnswered = 40;
    private const int MostCompared = 600;
    private const int SameNews = 3;            // days within which two sides speak of one state of things
    private const int Shown = 8;
    private const int Supposed = 160;          // characters back to words that suppose

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(MatterView matter)
    {
        ImmutableArray<FigureMention> mentions = [.. matter.Figures.Where(IsComparable).Take(MostCompared)];
        var conflicts = new List<(FigureMention High, FigureMention Low)>();
        for (var i = 0; i < mentions.Length; i++)
        {
            for (var j = i + 1; j < mentions.Length; j++)
            {
                if (!Conflict(mentions[i], mentions[j], matter)) { continue; }
                conflicts.Add(mentions[i].Bounds.High >= mentions[j].Bounds.High ? (mentions[i], mentions[j]) : (mentions[j], mentions[i]));
            }
        }

        return Together(conflicts).Select(Report).Concat(Countered(matter, [.. conflicts.SelectMany(pair => (FigureMention[])[pair.High, pair.Low])]));
    }

    // "Rejected the figure of 14,380; fewer than 900 serve, he said": the number that is denied is somebody's, though the text quotes nobody with it.
    private static IEnumerable<Finding> Countered(MatterView matter, HashSet<FigureMention> known)
    {
        foreach (var denial in matter.Denials.Where(denial => denial.Passage.Statement.Polarity is Polarity.Denied).Select(denial => denial.Passage))
        {
            var own = matter.Figures.Where(mention => mention.Passage != denial && mention.Passage.Speaker.Key == denial.Speaker.Key && mention.Passage.Document.Sha256 == denial.Document.Sha256
                && Math.Abs(mention.Passage.Index - denial.Index) <= 2 && IsComparable(mention) && !known.Contains(mention)).ToList();
            foreach (var theirs in matter.Figures.Where(mention => mention.Passage == denial && mention.IsParticular))
            {
                if (own.Find(mine => mine.MayCountSame(theirs) && mine.Noun is not null && !mine.Bounds.Meets(theirs.Bounds) && Math.Max(Size(mine), Size(theirs)) / Math.Min(Size(mine), Size(theirs)) <= MostAnswered) is { } mine) { yield return Report(mine, theirs); }
            }
        }
    }

    private static Finding Report(FigureMention mine, FigureMention theirs) => Finding.Of(
        FindingKind.FiguresDisagree, Severity.Warning,
        $"{mine.Passage.Speaker.Name} gives “{mine.Text}” against a claim of “{theirs.Text}”, which it denies; both cannot hold.",
        [mine.Passage.Statement.Id, theirs.Passage.Statement.Id],
        mine.Passage.FullEvidence.Concat(theirs.Passage.FullEvidence).Concat([mine.Evidence, theirs.Evidence]),
        Calculation.Of($"{theirs.Bounds} and {mine.Bounds} have no value in common", "quantity", mine.Of ?? mine.Noun!, "one", $"{theirs.Bounds}", "other", $"{mine.Bounds} ({OriginCheck.Outlets([mine.Passage]).First()})"));

    // Conflicts about the same quantity: "62", "about 62" and "more than 60" against "four" are one.
    private static List<List<(FigureMention High, FigureMention Low)>> Together(List<(FigureMention High, FigureMention Low)> conflicts)
    {
        var groups = new List<List<(FigureMention High, FigureMention Low)>>();
        foreach (var conflict in conflicts)
        {
            var group = groups.Find(group => group[0].Low.Noun == conflict.Low.Noun && group.TrueForAll(other => other.High.Bounds.Meets(conflict.High.Bounds) && other.Low.Bounds.Meets(conflict.Low.Bounds)));
            if (group is null) { groups.Add([conflict]); } else { group.Add(conflict); }
        }

        return groups;
    }

    private static bool IsComparable(FigureMention mention) =>
        mention.Figure.Kind is FigureKind.Count or FigureKind.Money && mention.Noun is not "point" && Size(mention) >= 1 && mention.Passage.Statement.Certainty is not Certainty.Forecast
        && MatterView.IsClaim(mention.Passage.Statement) && mention.Passage.Statement.Polarity is Polarity.Affirmed && !IsPart(mention) && !RivalWording.EarlierReport().IsMatch(mention.Passage.Statement.Source?.Name ?? "") && !mention.IsRequirement && !IsSupposed(mention.Passage.Document.Text, mention.Figure.Span.Start);

    // "If he had won the half, he would have 698", "a scenario in which he receives 1,265", "on pace to get 1,237": nobody says that it is so.
    /// <summary>True where the words before a number, in its sentence, suppose, plan or need it.</summary>
    internal static bool IsSupposed(string text, int start)
    {
        var from = start;
        while (from > Math.Max(0, start - Supposed) && text[from - 1] is not ('.' or '!' or '?' or ';' or '\n')) { from--; }
        return Supposing().IsMatch(text.AsSpan(from, start - from));
    }

    // "Seven of them", "others", "another five": a part of something, not the quantity.
    private static bool IsPart(FigureMention mention)
    {
        var text = mention.Passage.Document.Text;
        var after = text.AsSpan(mention.Figure.Span.End, Math.Min(12, text.Length - mention.Figure.Span.End));
        var before = text.AsSpan(Math.Max(0, mention.Figure.Span.Start - 16), Math.Min(16, mention.Figure.Span.Start));
        return AmongThem().IsMatch(text.AsSpan(Math.Max(0, mention.Figure.Span.Start - 48), Math.Min(48, mention.Figure.Span.Start))) || before.EndsWith(" in ") /* "4 in 10 voters" */ || before.EndsWith("additional ") || before.EndsWith("another ") || before.EndsWith("further ") || (after.StartsWith(" of ") && !after.StartsWith(" of our ")) || after.StartsWith(" others") || after.StartsWith(" more") || mention.OfWords.Contains("other") || mention.OfWords.Contains("more");
    }

    private static bool Conflict(FigureMention left, FigureMention right, MatterView matter)
    {
        if (left.Passage == right.Passage || (left.Passage.Speaker.Key == right.Passage.Speaker.Key && left.Passage.Document.Sha256 == right.Passage.Document.Sha256) || SameSentence(left, right)) { return false; }
        if (left.Bounds.Meets(right.Bounds) || left.Noun is null || right.Noun is null || !(left.MayCountSame(right) || CountCases(left, right))) { return false; }
        var (low, high) = (Math.Min(Size(left), Size(right)), Math.Max(Size(left), Size(right)));
        if (high / low > MostAnswered) { return false; }
        return (Answers(left, right, matter) || Answers(right, left, matter)
            || low >= Least && left.MayCountSame(right) && high / low <= MostApart && !AreOfOtherTimes(left, right) && !IsDevelopment(left, right) && (left.Window.Similarity(right.Window) >= SameQuantity && !NameOthers(left, right) && !HaveOtherCompany(left, right, matter) && !GivesBoth(left, right, matter) && !GivesBoth(right, left, matter) && !Divides(left, matter) && !Divides(right, matter))) && !Differ(left, right);
    }

    private static bool SameSentence(FigureMention left, FigureMention right) =>
        left.Passage.Document.Sha256 == right.Passage.Document.Sha256 && Math.Abs(left.Figure.Span.Start - right.Figure.Span.Start) < 60;

    // "585 in the one country", "260 in the other": each has a name of its own.
    private static bool NameOthers(FigureMention left, FigureMention right) => !left.Names.IsSubsetOf(right.Names) && !right.Names.IsSubsetOf(left.Names);

    // "22 letters in seven bags" and "18 letters in eight bags" are other letters.
    private static bool HaveOtherCompany(FigureMention left, FigureMention right, MatterView matter) => matter.Figures.Any(mine => mine.Passage == left.Passage && mine != left && mine.Noun is not null && mine.Noun != left.Noun && IsNear(mine, left)
        && matter.Figures.Any(its => its.Passage == right.Passage && its.Noun == mine.Noun && IsNear(its, right) && !its.Bounds.Meets(mine.Bounds)));

    private static bool IsNear(FigureMention one, FigureMention other) => Math.Abs(one.Figure.Span.Start - other.Figure.Span.Start) < 80;

    // Who gives both figures does not mean the same quantity by them.
    private static bool GivesBoth(FigureMention left, FigureMention right, MatterView matter) => matter.Figures.Any(other =>
        other.Passage.Speaker.Key == left.Passage.Speaker.Key && other.Passage.Document.Sha256 == left.Passage.Document.Sha256 && other.Noun == right.Noun && other.Bounds.Meets(right.Bounds) && !other.Bounds.Meets(left.Bounds));

    // "2,279 subsidiaries in all and only 410 of them abroad": who counts the same thing twice in one breath counts it in two ways, and which of them another means is open.
    private static bool Divides(FigureMention mention, MatterView matter) => matter.Figures.Any(other => other != mention && other.Passage == mention.Passage && other.Noun == mention.Noun && other.Noun is not null && !other.Bounds.Meets(mention.Bounds));

    // "We went through all 312 lines. Fourteen are civilians": who gives the number that is claimed divides it.
    private static bool Grants(FigureMention answer, FigureMention claim, MatterView matter) => matter.Figures.Any(other =>
        other.Passage.Speaker.Key == answer.Passage.Speaker.Key && other.Figure.Value == claim.Figure.Value && other.Figure.Kind == claim.Figure.Kind && other.Passage.Statement.Polarity is Polarity.Affirmed);

    // Two of a side who speak in one paragraph speak of one thing.
    private static bool InOneBreath(Passage one, Passage other)
    {
        if (one.Document.Sha256 != other.Document.Sha256) { return false; }
        var (start, end) = (Math.Min(one.Statement.Content[0].Start, other.Statement.Content[0].Start), Math.Max(one.Statement.Content[0].Start, other.Statement.Content[0].Start));
        return !one.Document.Text.AsSpan(start, end - start).Contains('\n');
    }

    // "It knows of 12 cases" answers "260 men accepted".
    private static bool CountCases(FigureMention left, FigureMention right) => left.Figure.Kind == right.Figure.Kind && left.Figure.Unit == right.Figure.Unit && (left.Noun, right.Noun) is ("case", "people") or ("people", "case");

    // "Last month it had sentenced eight", "on Tuesday eleven": each tells of a time of its own.
    private static bool AreOfOtherTimes(FigureMention left, FigureMention right) => left.Passage.Time is { } mine && right.Passage.Time is { } its && (mine.Last < its.First || its.Last < mine.First);

    private static double Size(FigureMention mention) => mention.Figure.Value ?? mention.Figure.Low ?? mention.Figure.High ?? 0;

    private static bool AreOtherSides(FigureMention left, FigureMention right) => left.Passage.Statement.Source?.Side is { } mine && right.Passage.Statement.Source?.Side is { } its && mine != its;

    // What is given later may have grown.
    private static bool IsDevelopment(FigureMention left, FigureMention right)
    {
        if (left.Passage.Day is not { } a || right.Passage.Day is not { } b || a == b) { return false; }
        if (AreOtherSides(left, right) && Math.Abs(a.DayNumber - b.DayNumber) <= SameNews) { return false; } // the one side's count does not grow into the other's
        var (earlier, later) = a < b ? (left, right) : (right, left);
        return Size(later) > Size(earlier);
    }

    // Words for what is counted that tell one group from another: "fourteen civilians" are no "seven soldiers".
    private static bool Differ(FigureMention left, FigureMention right)
    {
        if (left.OfWords.Count == 0 || right.OfWords.Count == 0) { return false; }
        if (left.Nation is { } mine && right.Nation is { } its && mine != its) { return true; } // "2,900 Varnians" and "1,700 Oskelanders"
        if (!left.OfWords.Overlaps(right.OfWords) && left.OfWords.Any(IsSubgroup) != right.OfWords.Any(IsSubgroup)) { return true; }
        return left.TellsOfDead != right.TellsOfDead; // "68 were on board", "41 of the prisoners died"
    }

    /// <summary>True for the stem of a word for some of the people, as opposed to any.</summary>
    internal static bool IsSubgroup(string stem) => stem is "civilian" or "child" or "children" or "woman" or "women" or "officer" or "dead" or "wound" or "body" or "bodi" or "nurs" or "famil" or "family";

    // A denial of the one that gives the other: "four, not 62".
    private static bool Answers(FigureMention answer, FigureMention claim, MatterView matter) => claim.Figure.Value is >= 13 && (claim.IsParticular || answer.Figure.Value is not null) && (answer.Noun == claim.Noun || CountCases(answer, claim)) && matter.Denials.Any(denial =>
        (denial.Passage.Speaker.Key == answer.Passage.Speaker.Key || (InOneBreath(denial.Passage, answer.Passage) && denial.Passage.Statement.Source?.Side is { } side && side == answer.Passage.Statement.Source?.Side))
        && (denial.Passage.Document.Sha256 != answer.Passage.Document.Sha256 || Math.Abs(denial.Passage.Index - answer.Passage.Index) <= 2) && denial.Denied.Contains(claim.Passage)) && !Grants(answer, claim, matter);

    private static FigureMention Named(ImmutableArray<FigureMention> mentions) => mentions.FirstOrDefault(mention => mention.Passage.Speaker.IsNamed) ?? mentions[0];

    private static Finding Report(List<(FigureMention High, FigureMention Low)> pairs)
    {
        ImmutableArray<FigureMention> high = [.. pairs.Select(pair => pair.High).Distinct().Take(Shown)];
        ImmutableArray<FigureMention> low = [.. pairs.Select(pair => pair.Low).Distinct().Take(Shown)];
        var (left, right) = (Named(high), Named(low));
        var of = left.Of ?? right.Of ?? left.Noun ?? right.Noun ?? "the same";
        return Finding.Of(
            FindingKind.FiguresDisagree, Severity.Warning,
            $"{left.Passage.Speaker.Name} gives “{left.Text}” and {right.Passage.Speaker.Name} “{right.Text}” for the same quantity; both cannot hold.",
            high.Concat(low).Select(mention => mention.Passage.Statement.Id),
            high.Concat(low).SelectMany(mention => mention.Passage.ContentEvidence.Append(mention.Evidence)),
            Calculation.Of($"{left.Bounds} and {right.Bounds} have no value in common", "quantity", of,
                "one", $"{left.Bounds} ({string.Join(", ", OriginCheck.Outlets(high.Select(mention => mention.Passage)))})",
                "other", $"{right.Bounds} ({string.Join(", ", OriginCheck.Outlets(low.Select(mention => mention.Passage)))})"));
    }

    // "168 interviews, among them interviews with 60 men"
    [GeneratedRegex(@"\b(?:among (?:them|these|those|whom)|including|of (?:whom|which|these|them|those))\b[^.;:\d]{0,30}$", RegexOptions.IgnoreCase)]
    private static partial Regex AmongThem();

    [GeneratedRegex(@"\b(?:would|could|might|if(?! (?:I|we|you|one) (?:counts?|adds?|includes?)\b)|unless|scenarios?|on (?:pace|track|course)|projected|expected|goal|target|plans?|planned|hopes?|aims?|needs?|needed|require[sd]?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Supposing();
}
