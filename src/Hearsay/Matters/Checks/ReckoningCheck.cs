using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>Sums that a text makes in words of its own: what a total leaves after several parts ("16,000 registered; 4,100 exchanged, 2,350 in the camps, 1,150 dead: that leaves nine thousand"), after rounds of the same size ("1,900; three rounds of 250, so 1,150 are left"), an average ("9,300 crowns in 31 days, 300 a day"), and what is told before and after ("had stood at 2,961 … now stands at 3,013").</summary>
internal sealed partial class ReckoningCheck : IDocumentCheck
{
    private const int LinesBack = 3;
    private const int MostParts = 8;
    private const double LeastTotal = 20;
    private const double Near = 0.15;  // share by which what is said to be left may be off and still be meant for it

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        for (var i = 0; i < document.Lines.Length; i++)
        {
            foreach (var figure in document.Lines[i].Figures.Where(IsExact))
            {
                if ((Left(document, i, figure) ?? Rounds(document, i, figure) ?? Average(document, i, figure)) is { } finding) { yield return finding; }
            }

            if (BeforeAndNow(document, i) is { } change) { yield return change; }
        }
    }

    private static bool IsExact(Figure figure) => figure is { Kind: FigureKind.Count or FigureKind.Money, Bound: FigureBound.Exact, Value: >= 1 };

    private static List<Figure> Before(DocumentView document, int line, int end, int linesBack) =>
        [.. document.Lines.Skip(Math.Max(0, line - linesBack)).Take(Math.Min(line, linesBack) + 1).SelectMany(one => one.Figures).Where(figure => IsExact(figure) && figure.Span.End <= end && !FigureMention.LooksLikeYear(document.Text, figure))];

    // "16,000 registered; 4,100 exchanged, 2,350 in the camps, 1,150 dead. That leaves nine thousand."
    private static Finding? Left(DocumentView document, int line, Figure rest)
    {
        if (!Leaves().IsMatch(document.Text.AsSpan(Math.Max(0, rest.Span.Start - 40), Math.Min(40, rest.Span.Start)))) { return null; }
        var earlier = Before(document, line, rest.Span.Start, LinesBack);
        for (var t = earlier.Count - 3; t >= Math.Max(0, earlier.Count - 1 - MostParts); t--)
        {
            var (total, parts) = (earlier[t], earlier.Skip(t + 1).ToList());
            if (total.Value < LeastTotal || parts.Exists(part => part.Value >= total.Value) || rest.Value >= total.Value) { continue; }
            var left = total.Value!.Value - parts.Sum(part => part.Value!.Value);
            if (left == rest.Value) { return null; } // said by PartsCheck
            if (Math.Abs(left - rest.Value!.Value) > Near * rest.Value) { continue; }
            return Report(document, [total, .. parts, rest], false, $"{Bounds.Show(total.Value.Value)} − {string.Join(" − ", parts.Select(part => Bounds.Show(part.Value!.Value)))} = {Bounds.Show(left)}", rest);
        }

        return null;
    }

    // "Held 1,900. Three rounds followed, and in each 250 were let go, so 1,150 are still waiting."
    private static Finding? Rounds(DocumentView document, int line, Figure rest)
    {
        if (!LeftOver().IsMatch(document.Text.AsSpan(Math.Max(0, rest.Span.Start - 40), Math.Min(40, rest.Span.Start))) && !AreLeft().IsMatch(document.Text.AsSpan(rest.Span.End, Math.Min(30, document.Text.Length - rest.Span.End)))) { return null; }
        var earlier = Before(document, line, rest.Span.Start, LinesBack);
        if (earlier.Count < 3) { return null; }
        var (total, times, each) = (earlier[^3], earlier[^2], earlier[^1]);
        var between = document.Text[times.Span.Start..rest.Span.Start];
        if (total.Value < LeastTotal || times.Value > 60 || !Each().IsMatch(between)) { return null; }
        var left = total.Value!.Value - times.Value!.Value * each.Value!.Value;
        return left <= 0 || Math.Abs(left - rest.Value!.Value) > Near * Math.Max(left, rest.Value.Value) ? null
            : Report(document, [total, times, each, rest], left == rest.Value, $"{Bounds.Show(total.Value.Value)} − {Bounds.Show(times.Value.Value)} × {Bounds.Show(each.Value.Value)} = {Bounds.Show(left)}", rest);
    }

    // "31 days … 9,300 crowns … an average of 300 a day", "1,464 hearings in 2024 … four for every day"
    private static Finding? Average(DocumentView document, int line, Figure mean)
    {
        var after = PerUnit().Match(document.Text, mean.Span.End, Math.Min(40, document.Text.Length - mean.Span.End));
        if (!after.Success) { return null; }
        var unit = Stemmer.Stem(after.Groups["unit"].Value.ToLowerInvariant());
        var isMean = Mean().IsMatch(document.Text.AsSpan(Math.Max(0, mean.Span.Start - 40), Math.Min(40, mean.Span.Start)));
        var earlier = Before(document, line, mean.Span.Start, 2);
        var many = earlier.FindLast(figure => FigureMention.NounOf(document.Text, figure) == unit && figure.Value >= 2);
        double[] lengths = many.Value is { } told ? [told] : unit is "day" && (DaysSpoken(document, line) ?? YearSpoken(document, line)) is { } days ? [days] : [];
        foreach (var total in Enumerable.Reverse(earlier).Where(figure => figure.Span != many.Span && figure.Value > mean.Value))
        {
            foreach (var length in lengths)
            {
                var real = total.Value!.Value / length;
                if (Math.Abs(real - mean.Value!.Value) <= 0.02 * mean.Value || (isMean && Math.Abs(real - mean.Value.Value) <= 3 * Near * mean.Value))
                {
                    return Report(document, many.Value is null ? [total, mean] : [total, many, mean], Math.Abs(real - mean.Value.Value) <= 0.02 * mean.Value, $"{Bounds.Show(total.Value.Value)} ÷ {Bounds.Show(length)} = {Bounds.Show(Math.Round(real, 1))}", mean);
                }
            }
        }

        return null;
    }

    // "Closed after 31 days": a length of time is no figure.
    private static double? DaysSpoken(DocumentView document, int line)
    {
        for (var i = line; i >= Math.Max(0, line - 1); i--)
        {
            foreach (var date in document.DatesIn(document.Lines[i]))
            {
                if (date.Value is ['P', .. var days, 'D'] && double.TryParse(days, System.Globalization.CultureInfo.InvariantCulture, out var length) && length > 1) { return length; }
            }
        }

        return null;
    }

    // The days of the year that is spoken of: "for 2024, a leap year".
    private static double? YearSpoken(DocumentView document, int line)
    {
        for (var i = line; i >= Math.Max(0, line - 2); i--)
        {
            if (Year().Match(document.Text, document.Lines[i].Span.Start, document.Lines[i].Span.Length) is { Success: true } match) { return DateTime.IsLeapYear(int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)) ? 366 : 365; }
        }

        return null;
    }

    // "The number had stood at 2,961 before this exchange and now stands at 3,013", where 52 came back.
    private static Finding? BeforeAndNow(DocumentView document, int line)
    {
        var counts = document.Lines[line].Figures.Where(IsExact).ToList();
        for (var k = 0; k + 1 < counts.Count; k++)
        {
            var (before, now) = (counts[k], counts[k + 1]);
            if (before.Value < LeastTotal || now.Value == before.Value || !StoodAt().IsMatch(document.Text[document.Lines[line].Span.Start..before.Span.Start]) || !StandsAt().IsMatch(document.Text[before.Span.End..now.Span.Start])) { continue; }
            var change = Math.Abs(now.Value!.Value - before.Value!.Value);
            var told = document.Lines.SelectMany(one => one.Figures).Where(figure => IsExact(figure) && figure.Value == change).Select(figure => (Figure?)figure).FirstOrDefault();
            if (told is { } by) { return Report(document, [before, now, by], true, $"{Bounds.Show(Math.Max(before.Value.Value, now.Value.Value))} − {Bounds.Show(Math.Min(before.Value.Value, now.Value.Value))} = {Bounds.Show(change)}", by); }
        }

        return null;
    }

    private static Finding Report(DocumentView document, List<Figure> figures, bool holds, string expression, Figure said)
    {
        var words = said.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        return Finding.Of(
            FindingKind.Arithmetic, holds ? Severity.Info : Severity.Warning, holds ? $"“{words}” fits the figures in the text: {expression}." : $"“{words}” does not fit the figures in the text: {expression}.",
            document.StatementsAt(figures.Select(figure => figure.Span)), [.. figures.Select(figure => document.Evidence(figure.Span)), document.Evidence(document.Lines.First(one => one.Span.Contains(said.Span)).Span)],
            Calculation.Of(holds ? expression : $"{expression} ≠ {Bounds.Of(said)}", "said", words));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:that|this|which) leaves (?:us with )?(?:(?:the|some|about|only|just) )?$|\bleaving (?:(?:the|some|about|only|just) )?$|\bthe remaining $", Options)]
    private static partial Regex Leaves();

    [GeneratedRegex(@"\b(?:so|leaves|leaving|which leaves|thus|hence|therefore)(?: there are| that)? (?:(?:still|only|just|another|the other) ){0,2}$", Options)]
    private static partial Regex LeftOver();

    [GeneratedRegex(@"^(?: \p{L}+){0,2} (?:are|is|were|was) (?:still|left|yet to)|^(?: \p{L}+){0,2} (?:remain|are left)", Options)]
    private static partial Regex AreLeft();

    [GeneratedRegex(@"\b(?:each|every|of|per|apiece|times)\b", Options)]
    private static partial Regex Each();

    [GeneratedRegex(@"\G(?: \p{L}+){0,2}? (?:(?:for )?(?:a|per|each|every|in each|in every|to a)|for each|for every) (?:single )?(?<unit>day|week|month|man|head|bus|hut|cell|camp|family|guest|house|visit|round|boat|room)\b", Options)]
    private static partial Regex PerUnit();

    [GeneratedRegex(@"\b(?:an average of|on average,?|averag(?:es|ed|ing)|that (?:is|makes)|which is|or)\b[^.;\d]{0,15}$", Options)]
    private static partial Regex Mean();

    [GeneratedRegex(@"\b(?:in|for|of|during|throughout) (?<year>20\d\d)\b", Options)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?:had (?:stood|been)|stood|was|were|had) (?:at )?$", Options)]
    private static partial Regex StoodAt();

    [GeneratedRegex(@"\b(?:now|after(?:wards)?|since then|today)\b[^.;\d]{0,30}\b(?:stands?|is|are|has|have|comes?|at|to)\b[^.;\d]{0,12}$", Options)]
    private static partial Regex StandsAt();
}
