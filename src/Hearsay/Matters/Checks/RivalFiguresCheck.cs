using Hearsay.Language.Dates;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>Two numbers of one document for the same thing, where the document's own words set them against each other: "60, not 160", "one channel speaks of 40, another of 90", "the mayor remembers it differently".</summary>
/// <remarks><see cref="FigureConflictCheck"/> compares what is said in like words; this one goes by the words that contrast.</remarks>
internal sealed class RivalFiguresCheck : IDocumentCheck
{
    private const int LinesBack = 4;
    private const int LinesToNamed = 8; // to a number of the same thing by name
    private const int LinesToDenied = 6;
    private const int LinesOn = 2;
    private const int WordsOfPredicate = 6;
    private const double MostBare = 10; // times that a number told alone may differ

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var given = Enumerable.Range(0, document.Lines.Length).Select(i => RivalFigure.Of(document, i).ToList()).ToList();
        var byValue = given.SelectMany(figures => figures).Where(figure => figure.Figure.Value is not null).ToLookup(figure => figure.Figure.Value!.Value);
        var byNoun = given.SelectMany(figures => figures).Where(figure => figure.Last is not null).ToLookup(figure => figure.Last!, StringComparer.Ordinal);
        var done = new HashSet<TextSpan>();
        var said = Enumerable.Range(0, given.Count).SelectMany(i => Corrected(document, given, byValue, i).Concat(Turned(document, given, i)).Concat(Denied(document, given, i)).Concat(OfTheSame(document, given, i))
            .Concat(Unconfirmed(document, given, i)).Concat(Announced(document, given, i)).Concat(Credited(document, given, i)).Concat(Papers(document, given, byNoun, i)).Concat(Totals(document, given, i)));
        var lines = document.Told;
        var told = Enumerable.Range(0, given.Count).SelectMany(i => Alike(document, given, i).Concat(Elliptic(document, given, i)).Concat(Bare(document, given, i))).Concat(OpposedFigures.Find(document, given)).Concat(WeighedFigures.Find(document, lines, given));
        foreach (var (one, other) in said.Concat(told.Where(pair => !(pair.Item1.Line == pair.Item2.Line && RivalWording.ThanBefore().IsMatch(Between(document, pair.Item1, pair.Item2))) && !RivalWording.Earlier().IsMatch(Before(document, pair.Item1)) && !RivalWording.Earlier().IsMatch(Before(document, pair.Item2)) && !WeighedFigures.AreApart(document, lines, pair.Item1, pair.Item2) && !WeighedFigures.IsDismissed(document, pair.Item1) && !WeighedFigures.IsDismissed(document, pair.Item2))))
        {
            if (AreReckoned(document, one, other) || IsRepeated(document, byValue, one) || IsRepeated(document, byValue, other)) { continue; }
            if (done.Contains(one.Figure.Span) || IsSupposed(document, one) || IsSupposed(document, other) || !done.Add(other.Figure.Span)) { continue; }
            done.Add(one.Figure.Span);
            yield return Report(document, one, other);
        }
    }

    // 150 and 161 are no rivals where eleven more make the one of the other.
    private static bool AreReckoned(DocumentView document, RivalFigure one, RivalFigure other) => document.Sums.Any(reckoning => reckoning.Numbers.Any(number => number.Value == one.Figure.Value) && reckoning.Numbers.Any(number => number.Value == other.Figure.Value));

    // A headline's count that the text gives, too, is compared where the text gives it.
    private static bool IsRepeated(DocumentView document, ILookup<double, RivalFigure> byValue, RivalFigure figure) => figure.Line == 0 && figure.Figure.Value is { } value && byValue[value].Any(again => again.Line > 0 && document.Lines[again.Line].Block != document.Lines[0].Block);

    private static string Text(DocumentView document, int line) => document.Lines[line].Span.SliceOf(document.Text);

    private static string Before(DocumentView document, RivalFigure figure) => document.Text[document.Lines[figure.Line].Span.Start..Math.Max(document.Lines[figure.Line].Span.Start, figure.Figure.Span.Start)];

    private static string After(DocumentView document, RivalFigure figure) => document.Text[Math.Min(figure.Figure.Span.End, document.Lines[figure.Line].Span.End)..document.Lines[figure.Line].Span.End];

    private static string Between(DocumentView document, RivalFigure one, RivalFigure other) => one.Figure.Span.End <= other.Figure.Span.Start ? document.Text[one.Figure.Span.End..other.Figure.Span.Start] : "";

    private static IEnumerable<RivalFigure> Back(List<List<RivalFigure>> given, RivalFigure from, int lines) =>
        Enumerable.Range(Math.Max(0, from.Line - lines), Math.Min(from.Line, lines) + 1).Reverse().SelectMany(line => given[line].Where(figure => figure.Figure.Span.End <= from.Figure.Span.Start).Reverse());

    // "The number was 60, not 160", where 160 stands elsewhere, too.
    private static IEnumerable<(RivalFigure, RivalFigure)> Corrected(DocumentView document, List<List<RivalFigure>> given, ILookup<double, RivalFigure> byValue, int line)
    {
        // A heading that corrects is spelled out below it.
        for (var k = 0; k + 1 < given[line].Count && document.Text[document.Lines[line].Span.End - 1] is '.' or '!' or '?' or '"' or '”'; k++)
        {
            var (first, second) = (given[line][k], given[line][k + 1]);
            var between = Between(document, first, second);
            var wrong = RivalWording.NotThat().IsMatch(between) ? second : RivalWording.ButThis().IsMatch(between) && RivalWording.Not().IsMatch(Before(document, first)) ? first : null;
            if (wrong is null || !first.Contradicts(second) || wrong.Figure.Value is not { } value) { continue; }
            var claimed = byValue[value].FirstOrDefault(figure => figure.Line != line && (figure.Noun is not null || value >= 13));
            if (claimed is not null) { yield return (claimed, wrong == second ? first : second); }
        }
    }

    // "One channel speaks of 40 men, another of 90."
    private static IEnumerable<(RivalFigure, RivalFigure)> Turned(DocumentView document, List<List<RivalFigure>> given, int line)
    {
        foreach (var second in given[line])
        {
            if (RivalWording.Another().Match(Before(document, second)) is not { Success: true } turn) { continue; }
            var at = document.Lines[line].Span.Start + turn.Index;
            var first = Back(given, second, turn.Index < 4 ? 1 : 0).FirstOrDefault(figure => figure.Figure.Span.End <= at && figure.Excludes(second));
            if (first is not null && RivalWording.OneTells().IsMatch(Before(document, first)) && (RivalWording.Tells().IsMatch(turn.Value) || first.Line == line)) { yield return (first, second); }
        }
    }

    // "92 letters were sent. The office denies having had more than 60."
    private static IEnumerable<(RivalFigure, RivalFigure)> Denied(DocumentView document, List<List<RivalFigure>> given, int line)
    {
        foreach (var figure in given[line].Where(figure => figure.Figure.Bound is Language.Figures.FigureBound.MoreThan or Language.Figures.FigureBound.AtLeast && RivalWording.Denies().IsMatch(Before(document, figure))))
        {
            var most = figure.Bounded(document, new Bounds(double.NegativeInfinity, figure.Figure.Value!.Value, false, figure.Figure.Bound is Language.Figures.FigureBound.AtLeast));
            if (Back(given, most, LinesToDenied).FirstOrDefault(other => other.Figure.Value >= 3 && other.Excludes(most) && (line - other.Line <= LinesOn || (other.Noun is not null && other.Voice is not null && other.IsOthers(most)))) is { } claimed) { yield return (claimed, most); }
        }
    }

    // "212 of their citizens had died, the minister said. The table has 1,030 from the same countries."
    private static IEnumerable<(RivalFigure, RivalFigure)> OfTheSame(DocumentView document, List<List<RivalFigure>> given, int line)
    {
        foreach (var figure in given[line].Where(figure => RivalWording.TheSame().IsMatch(After(document, figure))))
        {
            if (Back(given, figure, 2).FirstOrDefault(other => other.Line < line && other.Excludes(figure) && other.IsOthers(figure) && SharesFate(document, other, figure) && !HaveOtherTimes(document, other, figure)) is { } first) { yield return (first, figure); }
        }
    }

    // "More than 20 bodies were taken there, a guard said. The group could not confirm this number; pictures show 11 graves."
    private static IEnumerable<(RivalFigure, RivalFigure)> Unconfirmed(DocumentView document, List<List<RivalFigure>> given, int line)
    {
        if (RivalWording.NotConfirmed().Match(Text(document, line)) is not { Success: true } match) { yield break; }
        var at = document.Lines[line].Span.Start + match.Index;
        var counted = given[line].Find(figure => figure.Figure.Span.Start >= at + match.Length && figure.Figure.Value >= 3);
        var claimed = counted is null ? null : Back(given, counted, LinesOn).FirstOrDefault(figure => figure.Figure.Span.End <= at && figure.Figure.Value >= 3);
        if (claimed is not null && claimed.Excludes(counted!)) { yield return (claimed, counted!); }
    }

    // "The mayor remembers it differently. He told her forty."
    private static IEnumerable<(RivalFigure, RivalFigure)> Announced(DocumentView document, List<List<RivalFigure>> given, int line)
    {
        if (RivalWording.Differs().Match(Text(document, line)) is not { Success: true } match) { yield break; }
        var at = document.Lines[line].Span.Start + match.Index;
        var block = document.Lines[line].Block;
        var answer = Enumerable.Range(line, Math.Min(LinesOn, given.Count - 1 - line) + 1).Where(i => document.Lines[i].Block == block).SelectMany(i => given[i]).FirstOrDefault(figure => figure.Figure.Span.Start >= at && figure.Figure.Value >= 3);
        if (answer is null || Enumerable.Range(answer.Line + 1, Math.Min(LinesOn, given.Count - answer.Line - 1)).Any(i => OfTheSame(document, given, i).Any(pair => pair.Item1 == answer))) { yield break; }
        var claims = Back(given, answer, LinesToNamed).Where(figure => figure.Figure.Span.End <= at && figure.Figure.Value >= 3 && figure.Contradicts(answer) && !figure.IsRounded(answer)).ToList();
        if ((claims.Find(figure => figure.Noun is not null && figure.Noun == answer.Noun) ?? claims.Find(figure => answer.Noun is null && line - figure.Line <= LinesBack)) is { } claim) { yield return (claim, answer); }
    }

    // "Fourteen men are in captivity, says the group. The town has 12 in captivity on its books."
    private static IEnumerable<(RivalFigure, RivalFigure)> Alike(DocumentView document, List<List<RivalFigure>> given, int line)
    {
        if (line == 0 || document.Lines[line].Block != document.Lines[line - 1].Block || !RivalWording.Keeps().IsMatch(Text(document, line))) { yield break; }
        foreach (var second in given[line])
        {
            var predicate = Predicate(document, second);
            var first = given[line - 1].Find(figure => figure.Excludes(second) && figure.IsOthers(second) && (figure.Voice is not null || RivalWording.Tells().IsMatch(Text(document, line - 1)))
                && Predicate(document, figure) is var its && predicate.Exists(word => its.Exists(other => other.Lower == word.Lower)) && Names(predicate).SetEquals(Names(its)) && !HaveOtherTimes(document, figure, second));
            if (first is not null) { yield return (first, second); }
        }
    }

    // "In Lustava they say that 54 prisoners died; Brenn speaks of 31."
    private static IEnumerable<(RivalFigure, RivalFigure)> Elliptic(DocumentView document, List<List<RivalFigure>> given, int line)
    {
        foreach (var second in given[line].Where(figure => IsBare(document, figure)))
        {
            var puts = RivalWording.PutsAt().IsMatch(Before(document, second)); // then it says itself that it is another's number for the same
            if (!puts && (second.Voice is null || second.Noun is not null)) { continue; }
            var first = Back(given, second, 1).OrderBy(figure => figure.Noun is null).ThenByDescending(figure => figure.Line).FirstOrDefault(figure => figure.Figure.Value >= 3 && figure.Excludes(second) && (figure.IsOtherSides(second) || (puts && figure.Voice is not null && figure.IsOthers(second) && IsWithin(figure, second, MostBare))) && (second.Last is null || second.Last == figure.Last) && !HaveOtherTimes(document, figure, second));
            if (first is not null) { yield return (first, second); }
        }
    }

    // "46 miners are dead, says the union. The owner acknowledges 28": a sentence or clause that tells no more than somebody else's number.
    private static IEnumerable<(RivalFigure, RivalFigure)> Bare(DocumentView document, List<List<RivalFigure>> given, int line)
    {
        foreach (var second in given[line])
        {
            if (!RivalWording.Ends().IsMatch(After(document, second)) || RivalWording.BareTelling().Match(Before(document, second)) is not { Success: true } bare) { continue; }
            var at = document.Lines[line].Span.Start + bare.Index;
            if (bare.Index == 0 && line > 0 && document.Lines[line].Block - document.Lines[line - 1].Block > 1) { continue; }
            var from = bare.Index > 0 ? line : line - 1;
            var told = from < 0 ? [] : given[from].Where(figure => figure.Figure.Span.End <= at && figure.Figure.Value >= 3).ToList();
            var first = told.Find(figure => figure.Noun is not null && figure.Noun == second.Noun) ?? told.Find(figure => figure.Noun is not null) ?? told.FirstOrDefault();
            if (first is not null && first.Excludes(second) && IsWithin(first, second, MostBare) && (first.IsOthers(second) || bare.Groups["other"].Success || (bare.Groups["record"].Success && first.Voice is null)) && (first.Voice is not null || bare.Groups["record"].Success || RivalWording.Tells().IsMatch(Text(document, from))) && !HaveOtherTimes(document, first, second)) { yield return (first, second); }
        }
    }

    // "54 according to the miners, 31 according to the owner"
    private static IEnumerable<(RivalFigure, RivalFigure)> Credited(DocumentView document, List<List<RivalFigure>> given, int line)
    {
        for (var k = 0; k + 1 < given[line].Count; k++)
        {
            var (first, second) = (given[line][k], given[line][k + 1]);
            if (RivalWording.AccordingThen().IsMatch(Between(document, first, second)) && RivalWording.AccordingTo().IsMatch(After(document, second)) && first.Excludes(second)) { yield return (first, second); }
        }
    }

    private static bool IsWithin(RivalFigure one, RivalFigure other, double times) => one.Figure.Value is not { } mine || other.Figure.Value is not { } its || Math.Max(mine, its) <= times * Math.Min(mine, its);

    // "There were more names than bodies": 329 names, 312 bodies.
    private static IEnumerable<(RivalFigure, RivalFigure)> Papers(DocumentView document, List<List<RivalFigure>> given, ILookup<string, RivalFigure> byNoun, int line)
    {
        if (RivalWording.MorePapers().Match(Text(document, line)) is not { Success: true } match) { yield break; }
        var (more, fewer) = (Stemmer.Stem(match.Groups["more"].Value.ToLowerInvariant()), Stemmer.Stem(match.Groups["fewer"].Value.ToLowerInvariant()));
        if (RivalWording.IsPaper(more) == RivalWording.IsPaper(fewer) || byNoun[more].FirstOrDefault() is not { } many) { yield break; }
        bool IsFewer(RivalFigure figure) => figure.Figure.Value < many.Figure.Value && figure.Figure.Value >= many.Figure.Value / 2 && many.ExcludesAny(figure);
        if ((byNoun[fewer].FirstOrDefault(IsFewer) ?? given[many.Line].Find(IsFewer) ?? (many.Line > 0 ? given[many.Line - 1].FindLast(IsFewer) : null)) is { } few) { yield return (few, many); }
    }

    // "Together it is 6,230." "You mentioned the total. Our own newsroom gets to 5,780."
    private static IEnumerable<(RivalFigure, RivalFigure)> Totals(DocumentView document, List<List<RivalFigure>> given, int line)
    {
        foreach (var second in given[line].Where(figure => RivalWording.GetsTo().IsMatch(Before(document, figure))))
        {
            if (!(RivalWording.TheTotal().IsMatch(Text(document, line)) || (line > 0 && RivalWording.TheTotal().IsMatch(Text(document, line - 1))))) { continue; }
            if (Back(given, second, line).FirstOrDefault(figure => figure.Line < line && figure.Figure.Value >= 20 && figure.Excludes(second) && IsWithin(figure, second, 2)
                && Enumerable.Range(Math.Max(0, figure.Line - 1), figure.Line - Math.Max(0, figure.Line - 1) + 1).Any(i => RivalWording.Totalling().IsMatch(Text(document, i)))) is { } first) { yield return (first, second); }
        }
    }

    // Both tell of the dead, or of the freed: one word in common besides what is counted.
    private static bool SharesFate(DocumentView document, RivalFigure one, RivalFigure other)
    {
        if (one.Noun is not null && one.Noun == other.Noun) { return true; }
        return RivalWording.FatesOf(Text(document, one.Line)).Overlaps(RivalWording.FatesOf(Text(document, other.Line)));
    }

    // The words right behind a figure, up to the next mark or "and".
    private static List<ScannedWord> Predicate(DocumentView document, RivalFigure figure)
    {
        var after = After(document, figure);
        var end = RivalWording.Stops().Match(after) is { Success: true } stop ? stop.Index : after.Length;
        return [.. WordScanner.Scan(document.Text, new TextSpan(figure.Figure.Span.End, figure.Figure.Span.End + end)).Where(word => word.IsCapital || WordWeights.Of(Stemmer.Stem(word.Lower)) >= 2).Take(WordsOfPredicate)];
    }

    private static HashSet<string> Names(List<ScannedWord> words) => [.. words.Where(word => word.IsCapital).Select(word => word.Lower)];

    // What is said is the number alone.
    private static bool IsBare(DocumentView document, RivalFigure figure) =>
        (RivalWording.PutsAt().IsMatch(Before(document, figure)) || RivalWording.SpeaksOf().IsMatch(Before(document, figure))) && RivalWording.Ends().IsMatch(After(document, figure));

    private static bool HaveOtherTimes(DocumentView document, RivalFigure one, RivalFigure other)
    {
        var (mine, its) = (Times(document, one), Times(document, other));
        return its.Count > 0 && !its.IsSubsetOf(mine);
    }

    private static HashSet<string> Times(DocumentView document, RivalFigure figure) =>
        [.. document.DatesIn(document.Lines[figure.Line]).Where(date => date.Type is TimeType.Date or TimeType.Time && Math.Abs(date.Span.Start - figure.Figure.Span.Start) < 60).Select(date => date.Value)];

    private static bool IsSupposed(DocumentView document, RivalFigure figure) => figure.Voice?.Certainty is Certainty.Forecast || FigureConflictCheck.IsSupposed(document.Text, figure.Figure.Span.Start);

    private static Finding Report(DocumentView document, RivalFigure one, RivalFigure other)
    {
        var (first, second) = one.Figure.Span.Start <= other.Figure.Span.Start ? (one, other) : (other, one);
        var summary = first.Speaker == second.Speaker
            ? $"{document.Name} gives “{first.Words}” and “{second.Words}” for the same quantity; both cannot hold."
            : $"“{first.Words}” ({first.Speaker}) and “{second.Words}” ({second.Speaker}) are given for the same quantity; both cannot hold.";
        return Finding.Of(
            FindingKind.FiguresDisagree, Severity.Warning, summary,
            document.StatementsAt(first.Figure.Span, second.Figure.Span),
            [document.Evidence(document.Lines[first.Line].Span), document.Evidence(first.Figure.Span), document.Evidence(document.Lines[second.Line].Span), document.Evidence(second.Figure.Span)],
            Calculation.Of($"{first.Bounds} and {second.Bounds} have no value in common", "one", first.Words, "other", second.Words));
    }
}
