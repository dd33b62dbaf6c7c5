using CultureInfo = System.Globalization.CultureInfo;
using static Hearsay.Language.Dates.TimePhrase;
using Kind = Hearsay.Language.Dates.TimeWordKind;

namespace Hearsay.Language.Dates;

/// <summary>Reads time phrases from one sentence's words of time: at each position the first construction that fits, coarse ones first.</summary>
/// <param name="words">The sentence's tokens as words of time.</param>
internal readonly ref struct TimePhraseReader(ReadOnlySpan<TimeWord> words)
{
    private readonly TimeRow row = new(words);

    /// <summary>Tries to read a phrase at <paramref name="at"/>.</summary>
    /// <param name="length">Number of tokens it takes.</param>
    /// <returns>The phrase, or null.</returns>
    public TimePhrase? Read(int at, out int length)
    {
        length = 0;
        return TimeAndDay(at, ref length)
            ?? PartOfNamedDay(at, ref length)
            ?? Day(at, ref length)
            ?? new LengthReader(row).Read(at, ref length);
    }

    /// <summary>The second day of "April 24 and 25", "November 27 to 29", read after the first date; null where there is none.</summary>
    public int? ReadFurtherDay(int at) =>
        row.KindAt(at) is Kind.And or Kind.To or Kind.Dash && row.Length > at + 1 && row.IsDayNumber(at + 1) && row.KindAt(at + 2) is Kind.Other or Kind.Comma or Kind.At or Kind.In or Kind.During ? row.ValueAt(at + 1) : null;

    private TimePhrase? Day(int at, ref int length) => new RelativeReader(row).Read(at, ref length);

    /// <summary>A time of day with its date on either side: "10:35 a.m. Friday", "Tuesday at 9 p.m.", "Friday morning".</summary>
    private OfDay? TimeAndDay(int at, ref int length)
    {
        if (ClockTime(at, out var taken) is { } suffix)
        {
            var next = at + taken;
            var gap = row.KindAt(next) is Kind.At or Kind.Comma ? 1 : 0;
            var dayLength = 0;
            var date = Day(next + gap, ref dayLength);
            if (date is OfDay { Date: not null, Suffix: ['T', not (>= '0' and <= '9'), ..] } part && row.KindAt(at) == Kind.Clock) // "8:30 this morning"
            {
                length = taken + gap + dayLength;
                return new OfDay(part.Date, OnHalfOfDay(suffix, part.Suffix));
            }

            if (date is OfDay or Shifted { Unit: > TimeUnit.Day } or Calendar { Day: null }) { date = null; }
            length = date is null ? taken : taken + gap + dayLength;
            if (date is null || row.KindAt(at) != Kind.Clock || row.KindAt(at + length) != Kind.PartOfDay) { return new OfDay(date, suffix); }
            length++;
            return new OfDay(date, OnHalfOfDay(suffix, row[at + length - 1].Text!)); // "9:15 on Tuesday evening"
        }

        var first = 0;
        if (Day(at, ref first) is not { } day || day is OfDay) { return null; }
        var rest = at + first;
        var comma = row.KindAt(rest) == Kind.At ? 1 : 0;
        if (ClockTime(rest + comma, out var clock) is { } time)
        {
            length = first + comma + clock;
            return new OfDay(day, time);
        }

        if (day is Weekday or Shifted { Unit: TimeUnit.Day } or Calendar { Day: not null } && row.KindAt(rest) == Kind.PartOfDay)
        {
            length = first + 1;
            return new OfDay(day, row[rest].Text!);
        }

        return null;
    }

    /// <summary>"the night of 27 November", "the morning of Monday".</summary>
    private OfDay? PartOfNamedDay(int at, ref int length)
    {
        if (row.KindAt(at) != Kind.Article || row.KindAt(at + 1) != Kind.PartOfDay || row.KindAt(at + 2) != Kind.Of) { return null; }
        var rest = 0;
        if (Day(at + 3, ref rest) is not { } day || day is not (Weekday or Calendar { Day: not null } or Shifted { Unit: TimeUnit.Day })) { return null; }
        length = 3 + rest;
        return new OfDay(day, row[at + 1].Text!);
    }

    // "10:35 a.m.", "4 in the morning", "2 o'clock at night", "1630 GMT", "14:30 local time", "noon"
    private string? ClockTime(int at, out int taken)
    {
        taken = 0;
        var minutes = -1;
        if (row.KindAt(at) == Kind.Midday)
        {
            taken = 1;
            return row[at].Text;
        }

        if (row.KindAt(at) == Kind.Clock) { (minutes, taken) = (row.ValueAt(at), 1); }
        if (row.KindAt(at) == Kind.Number && row.KindAt(at + 1) == Kind.Zone && row.ValueAt(at) is >= 100 and < 2400 and var digits && digits % 100 < 60) { (minutes, taken) = (digits / 100 * 60 + digits % 100, 1); }
        var isHour = minutes >= 0 || (row.KindAt(at) == Kind.Number && row.ValueAt(at) is > 0 and <= 12);
        var bare = minutes >= 0 ? taken : 1 + (row.KindAt(at + 1) == Kind.OClock ? 1 : 0);
        if (isHour && row.KindAt(at + bare) == Kind.Meridiem)
        {
            (minutes, taken) = (HalfOfDay(at, minutes, row.ValueAt(at + bare)), bare + 1);
        }
        else if (isHour && row.KindAt(at + bare) is Kind.In or Kind.At && (row.KindAt(at + bare + 1) == Kind.Article ? 1 : 0) is var article && row.KindAt(at + bare + 1 + article) == Kind.PartOfDay)
        {
            var part = row[at + bare + 1 + article].Text;
            var isLate = part is "TAF" or "TEV" || (part is "TNI" && (minutes >= 0 ? minutes / 60 : row.ValueAt(at)) is > 5 and < 12);
            (minutes, taken) = (HalfOfDay(at, minutes, isLate ? 12 : 0), bare + 2 + article);
        }
        else if (isHour && bare == 2 && minutes < 0)
        {
            (minutes, taken) = (row.ValueAt(at) * 60, 2);
        }

        if (minutes < 0) { return null; }
        if (row.KindAt(at + taken) == Kind.Zone) { taken += row.ValueAt(at + taken) == 1 && row.KindAt(at + taken + 1) == Kind.TimeNoun ? 2 : row.ValueAt(at + taken) == 1 ? 0 : 1; }
        return string.Create(CultureInfo.InvariantCulture, $"T{minutes / 60:00}:{minutes % 60:00}");
    }

    private static string OnHalfOfDay(string clock, string part)
    {
        var hour = int.Parse(clock.AsSpan(1, 2), CultureInfo.InvariantCulture);
        var isLate = hour < 12 && (part is "TAF" or "TEV" || (part is "TNI" && hour > 5));
        return isLate ? string.Create(CultureInfo.InvariantCulture, $"T{hour + 12:00}{clock.AsSpan(3)}") : clock;
    }

    private int HalfOfDay(int at, int minutes, int addedHours)
    {
        var hour = minutes >= 0 ? minutes / 60 : row.ValueAt(at);
        return (hour % 12 + addedHours) * 60 + Math.Max(0, minutes) % 60;
    }
}
