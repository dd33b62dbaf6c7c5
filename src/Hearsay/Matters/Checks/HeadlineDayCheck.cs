using System.Text.RegularExpressions;
using Hearsay.Language.Dates;

namespace Hearsay.Matters.Checks;

/// <summary>A day of the week in the headline ("Sunday massacre") that nothing in the text falls on, while the text puts the same on another day.</summary>
internal sealed partial class HeadlineDayCheck : IDocumentCheck
{
    private const int MostDays = 6;
    private const int FewestLines = 6; // of a text that must tell when

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var headlines = document.Headlines.Select(line => line.Span).ToHashSet();
        if (document.Lines.Length - headlines.Count < FewestLines) { yield break; }
        var lines = document.Told;
        foreach (var headline in lines.Where(line => headlines.Contains(line.Line.Span)))
        {
            foreach (var date in document.DatesIn(headline.Line))
            {
                if (Weekday().Match(date.Span.SliceOf(document.Text)) is not { Success: true } match || SayingReference.DayOf(date.Value[..Math.Min(10, date.Value.Length)]) is not { } day || HasDay().IsMatch(date.Span.SliceOf(document.Text))) { continue; }
                if (Ahead().IsMatch(headline.Words) || IsInBody(document, headline, lines.Where(line => !headlines.Contains(line.Line.Span)), match.Value, day)) { continue; }
                var rival = document.Dated.FirstOrDefault(telling => !headlines.Contains(telling.Line.Line.Span) && telling.DaysApart(day) is > 0 and <= MostDays && telling.About.Any(line => line.Occasions.Overlaps(headline.Occasions)));
                if (rival is null) { continue; }
                var (one, other) = ($"{day.DayOfWeek}", DateConflictCheck.Show(rival.Day));
                yield return Finding.Of(
                    FindingKind.DatesDisagree, Severity.Notice, $"The headline has {one}; the text puts it on {other}, a {rival.Day.DayOfWeek}, and names no {one}.",
                    document.StatementsAt(rival.Date.Span), [document.Evidence(headline.Line.Span), document.Evidence(rival.Line.Line.Span), document.Evidence(date.Span), document.Evidence(rival.Date.Span)], Calculation.Of($"{one} ≠ {rival.Day.DayOfWeek}"));
                yield break;
            }
        }
    }

    private static bool IsInBody(DocumentView document, ToldLine headline, IEnumerable<ToldLine> body, string weekday, DateOnly day) => body.Any(line => line.Words.Contains(weekday, StringComparison.OrdinalIgnoreCase)
        || line.Occasions.Overlaps(headline.Occasions) && document.DatesIn(line.Line).Any(date => date.Type is TimeType.Date or TimeType.Time && date.Value.Length >= 10 && SayingReference.DayOf(date.Value[..10]) == day));

    [GeneratedRegex(@"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\d")]
    private static partial Regex HasDay();

    [GeneratedRegex(@"\b(?:to|will|set|due|may|could|for|next|by|until|ahead)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ahead();
}
