using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Documents;

namespace Hearsay.Statements.Rules;

/// <summary>Reads the day on which something was said, near a cue: "on 27 November", "on Monday", "yesterday".</summary>
/// <remarks>A day without a year takes the document's day of publication as its measure; where that is unknown, the only year that the text gives beside a month. A value is left open rather than guessed.</remarks>
internal sealed partial class DateReader
{
    private readonly DateOnly? published;
    private readonly int? onlyYear;

    public DateReader(Document document)
    {
        published = document.Published.Value;
        var years = new HashSet<int>();
        foreach (var match in MonthAndYear().EnumerateMatches(document.Text))
        {
            years.Add(int.Parse(document.Text.AsSpan(match.Index + match.Length - 4, 4), CultureInfo.InvariantCulture));
        }

        onlyYear = years.Count == 1 ? years.First() : null;
    }

    /// <summary>The dates in the words of a range, in text order; the value is null where year or week cannot be told.</summary>
    public List<(WordRange Words, DateOnly? Value)> Find(SentenceWords words, WordRange range)
    {
        var found = new List<(WordRange, DateOnly?)>();
        for (var i = range.Start; i < range.End; i++)
        {
            if (DayAndMonth(words, i, range.End) is { } date)
            {
                found.Add(date);
                i = date.Words.End - 1;
            }
            else if (Weekdays.TryGetValue(words[i].Lower, out var weekday) && words[i].Capital)
            {
                found.Add((new WordRange(i, i + 1), Last(weekday)));
            }
            else if (words[i].Lower is "today" or "yesterday")
            {
                found.Add((new WordRange(i, i + 1), words[i].Lower == "today" ? published : published?.AddDays(-1)));
            }
        }

        return found;
    }

    // 27 November [2024], 27th of November, November 27[, 2024]
    private (WordRange Words, DateOnly? Value)? DayAndMonth(SentenceWords words, int i, int end)
    {
        if (i + 1 >= end) { return null; }
        int day, month;
        var next = i + 1;
        if (Day(words[i].Lower) is { } first)
        {
            if (words[next].Lower == "of" && next + 1 < end) { next++; }
            if (!words[next].Capital || !Dates.Months.TryGetValue(words[next].Lower, out month)) { return null; }
            day = first;
        }
        else if (words[i].Capital && Dates.Months.TryGetValue(words[i].Lower, out month) && Day(words[next].Lower) is { } second)
        {
            day = second;
        }
        else
        {
            return null;
        }

        next++;
        int? year = null;
        if (next < end && Year(words[next].Lower) is { } plain) { year = plain; next++; }
        else if (next + 1 < end && words[next].IsComma && Year(words[next + 1].Lower) is { } after) { year = after; next += 2; }
        return (new WordRange(i, next), Value(day, month, year));
    }

    private DateOnly? Value(int day, int month, int? year)
    {
        var given = year ?? (published is { } known ? known.Year : onlyYear);
        if (given is not { } y || day > DateTime.DaysInMonth(y, month)) { return null; }
        var date = new DateOnly(y, month, day);
        return year is null && published is { } at && date > at.AddDays(1) && day <= DateTime.DaysInMonth(y - 1, month) ? new DateOnly(y - 1, month, day) : date;
    }

    private DateOnly? Last(DayOfWeek weekday) => published is { } day ? day.AddDays(-(((int)day.DayOfWeek - (int)weekday + 7) % 7)) : null;

    private static int? Day(string lower)
    {
        var digits = lower.AsSpan().TrimEnd("sthnrd");
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private static int? Year(string lower) =>
        lower.Length == 4 && int.TryParse(lower, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and < 2100 ? year : null;

    private static readonly Dictionary<string, DayOfWeek> Weekdays = Enum.GetValues<DayOfWeek>()
        .ToDictionary(day => day.ToString().ToLowerInvariant(), day => day, StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:January|February|March|April|May|June|July|August|September|October|November|December),? (?:\d{1,2},? )?(?:19|20)\d\d\b")]
    private static partial Regex MonthAndYear();
}
