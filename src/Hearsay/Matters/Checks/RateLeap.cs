using System.Text.RegularExpressions;
using Hearsay.Language.Figures;

namespace Hearsay.Matters.Checks;

/// <summary>A number a year that is the count of one month times twelve, and of one place times the places: "64 in April … close to eight hundred a year"; "seven men died there in February … more than four hundred a year in the five camps".</summary>
internal static partial class RateLeap
{
    private const int LinesBack = 6;
    private const int LinesOn = 1;
    private const int Window = 60;          // characters beside a count that tell in what time it was counted
    private const double LeastResult = 30;
    private const double LeastGrowth = 3;
    private const double MostPlaces = 60;

    /// <summary>The count of a shorter time, how many such times there are, in how many places (null where that is one), and the rate that the text makes of them.</summary>
    internal readonly record struct Rate(Figure Count, int Times, Figure? Places, Figure Result, TextSpan Sentence)
    {
        /// <summary>"64 × 12 = 768".</summary>
        public string Expression => $"{Text.Bounds.Show(Count.Value!.Value)} × {Times}{(Places is { } places ? $" × {Text.Bounds.Show(places.Value!.Value)}" : "")} = {Text.Bounds.Show(Count.Value!.Value * Times * (Places?.Value ?? 1))}";
    }

    /// <summary>The rate that a sentence gives and the counts near it make, or null.</summary>
    public static Rate? Find(DocumentView document, int line)
    {
        var (text, lines) = (document.Text, document.Lines);
        foreach (var result in lines[line].Figures.Where(figure => figure is { Kind: FigureKind.Count, Value: >= LeastResult }))
        {
            if (PerTime().Match(text, result.Span.End, Math.Min(40, text.Length - result.Span.End)) is not { Success: true } rate) { continue; }
            var (first, last) = (Math.Max(0, line - LinesBack), Math.Min(lines.Length - 1, line + LinesOn));
            List<Figure> near = [.. lines.Skip(first).Take(last - first + 1).SelectMany(one => one.Figures).Where(figure => figure is { Kind: FigureKind.Count, Value: >= 2, Bound: FigureBound.Exact } && figure.Span != result.Span && !FigureMention.LooksLikeYear(text, figure))];
            foreach (var count in near.Where(figure => figure.Value * LeastGrowth <= result.Value && !PerTime().IsMatch(text.AsSpan(figure.Span.End, Math.Min(40, text.Length - figure.Span.End)))))
            {
                var times = TimesIn(document, lines.First(one => one.Span.Contains(count.Span)), count, rate.Groups["unit"].Value);
                if (times == 0) { continue; }
                if (ExtrapolationCheck.Fits(result, count.Value!.Value * times)) { return new Rate(count, times, null, result, lines[line].Span); }
                var places = near.Find(figure => figure.Span != count.Span && figure.Value <= MostPlaces && FigureMention.NounOf(text, figure) is not (null or "people") && ExtrapolationCheck.Fits(result, count.Value!.Value * times * figure.Value!.Value));
                if (places.Value is not null) { return new Rate(count, times, places, result, lines[line].Span); }
            }
        }

        return null;
    }

    // How often the time of a count goes into the time of the rate; 0 where its sentence names no shorter time beside it.
    private static int TimesIn(DocumentView document, Line line, Figure count, string unit)
    {
        var (start, end) = (Math.Max(line.Span.Start, count.Span.Start - Window), Math.Min(line.Span.End, count.Span.End + Window));
        var words = document.Text[start..end];
        var isMonth = InMonth().IsMatch(words);
        var (isWeek, isDay) = (InWeek().IsMatch(words), InDay().IsMatch(words));
        return unit.ToLowerInvariant() is "month" ? (isWeek ? 4 : isDay ? 30 : 0) : unit.ToLowerInvariant() is "week" ? (isDay ? 7 : 0) : isMonth ? 12 : isWeek ? 52 : isDay ? 365 : 0;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\G(?: \p{L}+){0,3}? (?:a|per|every|each) (?<unit>year|month|week)\b|\G(?: \p{L}+){0,3}? (?<unit>annually|yearly)\b|^(?: \p{L}+){0,3}? (?:(?:a|per|every|each) (?:year|month|week)|annually|yearly)\b", Options)]
    private static partial Regex PerTime();

    [GeneratedRegex(@"\b(?:in|during|for|of|this|last|throughout) (?-i:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:in|within|over|during) (?:one|a|a single|the (?:last|past|first|same)|that|this|last) month\b|\b(?:last|this|that|past|first) month\b", Options)]
    private static partial Regex InMonth();

    [GeneratedRegex(@"\b(?:in|within|over|during) (?:one|a|a single|the (?:last|past|first|same)|that|this) week\b|\b(?:last|this|that|past|first) week\b", Options)]
    private static partial Regex InWeek();

    [GeneratedRegex(@"\b(?:in|within|on|over) (?:one|a|a single|that|this) (?:day|night)\b|\byesterday\b|\bin 24 hours\b|\blast night\b", Options)]
    private static partial Regex InDay();
}
