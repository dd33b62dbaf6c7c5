using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Language.Dates;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>Days of one document that do not fit together: what somebody said has two, or a day of the week is not that date's.</summary>
internal sealed partial class OwnDatesCheck : IDocumentCheck
{
    private const int MostNamed = 60;    // days with their weekdays; pairs of them are compared
    private const int MostDaysAway = 45; // from the publication, for dates without a year

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document) => Sayings(document).Concat(Weekdays(document)).Concat(TwoWeekdays(document));

    private static IEnumerable<Finding> Sayings(DocumentView document)
    {
        ImmutableArray<Statement> said = [.. document.Statements.Where(statement => statement.Source?.Name is { Length: > 2 } && statement.SaidOn.Basis is SaidOnBasis.Stated && SayingReference.DayOf(statement.SaidOn.Value) is not null)];
        foreach (var group in SayingReference.Find(document.Text, document.Annotated.Dates).GroupBy(reference => (reference.Name, reference.Day)))
        {
            var (name, day) = group.Key;
            ImmutableArray<Statement> its = [.. said.Where(statement => statement.Source!.Name.EndsWith(name, StringComparison.Ordinal) && !group.Any(reference => statement.SaidOn.Span == reference.Span))];
            ImmutableArray<DateOnly> days = [.. its.Select(statement => SayingReference.DayOf(statement.SaidOn.Value)!.Value).Distinct().Order()];
            if (days.IsEmpty || days.Length > DateConflictCheck.MostDays || days.Contains(day)) { continue; }
            var nearest = days.MinBy(other => Math.Abs(other.DayNumber - day.DayNumber));
            if (Math.Abs(nearest.DayNumber - day.DayNumber) > DateConflictCheck.MostDaysApart) { continue; }
            ImmutableArray<Statement> others = [.. its.Where(statement => SayingReference.DayOf(statement.SaidOn.Value) == nearest)];
            var (one, other) = (DateConflictCheck.Show(nearest), DateConflictCheck.Show(day));
            yield return Finding.Of(
                FindingKind.DatesDisagree, Severity.Notice, $"What {others[0].Source!.Name} said is dated {one} in one place and {other} in another.",
                others.Select(statement => statement.Id).Concat(document.StatementsAt(group.Select(reference => reference.Span))),
                others.SelectMany(statement => statement.Content.Concat(statement.SaidOn.Span is { } span ? [span] : []).Concat(statement.Source!.Span is { } named ? [named] : [])).Concat(group.Select(reference => Around(document, reference.Span))).Select(document.Evidence),
                Calculation.Of($"{one} ≠ {other}"));
        }
    }

    // The sentence that speaks of it.
    private static TextSpan Around(DocumentView document, TextSpan span) => document.Lines.FirstOrDefault(line => line.Span.Overlaps(span))?.Span ?? span;

    // "Tuesday, 5 November 2025", which was a Wednesday.
    private static IEnumerable<Finding> Weekdays(DocumentView document)
    {
        foreach (var date in document.Annotated.Dates.Where(date => date.Type is TimeType.Date))
        {
            if (SayingReference.DayOf(date.Value) is not { } day || document.Lines.All(line => !line.Span.Overlaps(date.Span))) { continue; }
            var words = date.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
            var match = WeekdayAndDay().Match(words);
            if (!match.Success || int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture) != day.Day || day.DayOfWeek.ToString().StartsWith(match.Groups["weekday"].Value[..3], StringComparison.OrdinalIgnoreCase)) { continue; }
            if (!words.Contains(day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) && (document.Document.Published.Value is not { } published || Math.Abs(published.DayNumber - day.DayNumber) > MostDaysAway)) { continue; }
            yield return Finding.Of(
                FindingKind.DatesDisagree, Severity.Warning, $"“{words}” cannot be: {DateConflictCheck.Show(day)} was a {day.DayOfWeek}.",
                document.StatementsAt(date.Span), [document.Evidence(date.Span), document.Evidence(Around(document, date.Span))], Calculation.Of($"{DateConflictCheck.Show(day)} = {day.DayOfWeek}"));
        }
    }

    // "Saturday 18 October" in one place and "Sunday the 18th" in another.
    private static IEnumerable<Finding> TwoWeekdays(DocumentView document)
    {
        var named = document.Annotated.Dates.Where(date => date.Type is TimeType.Date).Select(date => (date.Span, Match: WeekdayAndDay().Match(date.Span.SliceOf(document.Text)))).Where(date => date.Match.Success).Take(MostNamed)
            .Where(date => document.Lines.Any(line => line.Span.Overlaps(date.Span))).ToList();
        // "On Sunday the 18th" may be read as a weekday with a day beside it.
        named.AddRange(document.Lines.SelectMany(line => WeekdayAndOrdinal().Matches(line.Span.SliceOf(document.Text)).Select(match => (new TextSpan(line.Span.Start + match.Index, line.Span.Start + match.Index + match.Length), match))).Take(MostNamed));
        for (var i = 1; i < named.Count; i++)
        {
            var (span, match) = named[i];
            var others = named.Take(i).Where(other => other.Match.Groups["day"].Value == match.Groups["day"].Value && !other.Span.Overlaps(span)).ToList();
            if (others.Count == 0 || others.Exists(other => Weekday(other.Match) == Weekday(match)) || (HasMonth().IsMatch(match.Value) && others.TrueForAll(other => MonthOf(document, other.Span) != MonthOf(document, span)))) { continue; }
            var first = others[0].Span;
            var (one, two) = (first.SliceOf(document.Text), span.SliceOf(document.Text));
            yield return Finding.Of(
                FindingKind.DatesDisagree, Severity.Warning, $"“{one}” and “{two}” cannot both be: one day is given two days of the week.",
                document.StatementsAt(first, span), [document.Evidence(Around(document, first)), document.Evidence(Around(document, span)), document.Evidence(first), document.Evidence(span)], Calculation.Of($"{one} ≠ {two}"));
        }
    }

    private static string Weekday(Match match) => match.Groups["weekday"].Value[..3].ToLowerInvariant();

    private static string MonthOf(DocumentView document, TextSpan span) => HasMonth().Match(span.SliceOf(document.Text)).Value;

    [GeneratedRegex(@"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")]
    private static partial Regex HasMonth();

    [GeneratedRegex(@"\b(?<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? the (?<day>\d{1,2})(?:st|nd|rd|th)\b")]
    private static partial Regex WeekdayAndOrdinal();

    [GeneratedRegex(@"^(?:on )?(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,? (?:the )?(?:\p{L}+\.? )?(?<day>\d{1,2})(?:st|nd|rd|th)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex WeekdayAndDay();
}
