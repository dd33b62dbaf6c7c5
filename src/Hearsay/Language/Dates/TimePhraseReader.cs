using CultureInfo = System.Globalization.CultureInfo;
using static Hearsay.Language.Dates.TimePhrase;
using Kind = Hearsay.Language.Dates.TimeWordKind;

namespace Hearsay.Language.Dates;

/// <summary>Reads time phrases from one sentence's words of time: at each position the first construction that fits, coarse ones first.</summary>
/// <param name="words">The sentence's tokens as words of time.</param>
internal readonly ref struct TimePhraseReader(ReadOnlySpan<TimeWord> words)
{
    private readonly ReadOnlySpan<TimeWord> words = words;

    /// <summary>Tries to read a phrase at <paramref name="at"/>.</summary>
    /// <param name="length">Number of tokens it takes.</param>
    /// <returns>The phrase, or null.</returns>
    public TimePhrase? Read(int at, out int length)
    {
        length = 0;
        return TimeAndDay(at, ref length)
            ?? Day(at, ref length)
            ?? Recurring(at, ref length)
            ?? Span(at, ref length)
            ?? Vague(at, ref length);
    }

    /// <summary>The second day of "April 24 and 25", "November 27 to 29", read after the first date; null where there is none.</summary>
    public int? ReadFurtherDay(int at) =>
        KindAt(at) is Kind.And or Kind.To or Kind.Dash && words.Length > at + 1 && IsDayNumber(at + 1) && KindAt(at + 2) is Kind.Other or Kind.Comma or Kind.At ? ValueAt(at + 1) : null;

    private Kind KindAt(int i) => i >= 0 && i < words.Length ? words[i].Kind : Kind.Other;

    private int ValueAt(int i) => words[i].Value;

    private bool IsYear(int i) => KindAt(i) == Kind.Number && words[i] is { Value: >= 1500 and <= 2100, Second: 0 };

    private bool IsDayNumber(int i) => KindAt(i) is Kind.Number or Kind.Ordinal && ValueAt(i) is >= 1 and <= 31;

    /// <summary>A time of day with its date on either side: "10:35 a.m. Friday", "Tuesday at 9 p.m.", "Friday morning".</summary>
    private OfDay? TimeAndDay(int at, ref int length)
    {
        if (ClockTime(at, out var taken) is { } suffix)
        {
            var next = at + taken;
            var gap = KindAt(next) is Kind.At or Kind.Comma ? 1 : 0;
            var dayLength = 0;
            var date = Day(next + gap, ref dayLength);
            if (date is OfDay) { date = null; }
            length = date is null ? taken : taken + gap + dayLength;
            return new OfDay(date, suffix);
        }

        var first = 0;
        if (Day(at, ref first) is not { } day || day is OfDay) { return null; }
        var rest = at + first;
        var comma = KindAt(rest) == Kind.At ? 1 : 0;
        if (ClockTime(rest + comma, out var clock) is { } time)
        {
            length = first + comma + clock;
            return new OfDay(day, time);
        }

        if (day is Weekday or Shifted { Unit: TimeUnit.Day } or Calendar { Day: not null } && KindAt(rest) == Kind.PartOfDay)
        {
            length = first + 1;
            return new OfDay(day, words[rest].Text!);
        }

        return null;
    }

    private string? ClockTime(int at, out int taken)
    {
        taken = 0;
        var minutes = -1;
        if (KindAt(at) == Kind.Clock) { (minutes, taken) = (ValueAt(at), 1); }
        if (KindAt(at) is Kind.Clock or Kind.Number && KindAt(at + 1) == Kind.Meridiem && (minutes >= 0 || ValueAt(at) is > 0 and <= 12))
        {
            var hour = minutes >= 0 ? minutes / 60 : ValueAt(at);
            minutes = (hour % 12 + ValueAt(at + 1)) * 60 + Math.Max(0, minutes) % 60;
            taken = 2;
        }

        if (minutes < 0) { return null; }
        if (KindAt(at + taken) == Kind.Zone) { taken++; }
        return string.Create(CultureInfo.InvariantCulture, $"T{minutes / 60:00}:{minutes % 60:00}");
    }

    /// <summary>A date, by calendar, by weekday, or counted from today.</summary>
    private TimePhrase? Day(int at, ref int length) =>
        FullDate(at, ref length) ?? Period(at, ref length) ?? Qualified(at, ref length) ?? CalendarDate(at, ref length) ?? NamedDay(at, ref length) ?? Counted(at, ref length) ?? Relative(at, ref length);

    /// <summary>"the week of March 6", "the weekend".</summary>
    private TimePhrase? Period(int at, ref int length)
    {
        if (KindAt(at) != Kind.Article || ValueAt(at) != 1 || KindAt(at + 1) != Kind.Unit) { return null; }
        var unit = (TimeUnit)ValueAt(at + 1);
        var rest = 0;
        if (unit is TimeUnit.Week or TimeUnit.Weekend && KindAt(at + 2) == Kind.Of && CalendarDate(at + 3, ref rest) is Calendar { Day: not null } date)
        {
            length = 3 + rest;
            return new PeriodOf(unit, date);
        }

        if (unit != TimeUnit.Weekend) { return null; }
        length = 2;
        return new Fixed(TimeType.Duration, "P2D");
    }

    private Calendar? FullDate(int at, ref int length)
    {
        if (KindAt(at) != Kind.FullDate) { return null; }
        length = 1;
        var day = new DateOnly(ValueAt(at), 1, 1).AddDays(words[at].Second - 1);
        return new Calendar(day.Year, day.Month, day.Day);
    }

    /// <summary>"early 1999", "late November", "early next week", "later this month", "the end of"-less parts of a period: the period's own value.</summary>
    private TimePhrase? Qualified(int at, ref int length)
    {
        var start = KindAt(at) == Kind.Article && KindAt(at + 1) is Kind.Early or Kind.Mid or Kind.Late ? at + 1 : at;
        if (KindAt(start) is not (Kind.Early or Kind.Mid or Kind.Late or Kind.Later)) { return null; }
        var inner = 0;
        var phrase = KindAt(start + 1) is Kind.This or Kind.Last or Kind.Next or Kind.Same
            ? Relative(start + 1, ref inner)
            : KindAt(start) == Kind.Later ? null
            : KindAt(start + 1) is Kind.Decade ? Decade(start + 1, ref inner) : CalendarDate(start + 1, ref inner) ?? NamedDay(start + 1, ref inner) ?? Season(start + 1, ref inner, bare: true);
        if (phrase is null) { return null; }
        length = start + 1 + inner - at;
        return phrase;
    }

    private TimePhrase? CalendarDate(int at, ref int length)
    {
        switch (KindAt(at))
        {
            case Kind.Weekday: // "Wednesday, Nov. 25"
                var gap = KindAt(at + 1) == Kind.Comma ? 2 : 1;
                if (KindAt(at + gap) == Kind.Article) { gap++; }
                if (CalendarDate(at + gap, ref length) is Calendar { Month: not null, Day: not null } after)
                {
                    length += gap;
                    return after;
                }

                length = 0;
                return null;

            case Kind.Month:
                return MonthFirst(at, ref length);

            case Kind.HyphenPart: // "mid-November"
                length = 1;
                return WithYear(ValueAt(at), null, at + 1, ref length);

            case Kind.HyphenYear:
                length = 1;
                return new Calendar(ValueAt(at), null, null);

            case Kind.Number or Kind.Ordinal when IsDayNumber(at) && KindAt(at + 1) is Kind.Month or Kind.Of: // "27 November 2024", "the 27th of November"
                var of = KindAt(at + 1) == Kind.Of ? 1 : 0;
                if (KindAt(at + 1 + of) == Kind.Month && (of == 0 || KindAt(at) == Kind.Ordinal))
                {
                    length = 2 + of;
                    var month = ValueAt(at + 1 + of);
                var day = ValueAt(at);
                    return WithYear(month, day, at + length, ref length);
                }

                return null;

            case Kind.Number when IsDayNumber(at) && KindAt(at + 1) is Kind.And or Kind.To or Kind.Dash && IsDayNumber(at + 2) && KindAt(at + 3) == Kind.Month: // the 27 of "27 and 29 November"
                length = 1;
                var unused = 0;
                return WithYear(ValueAt(at + 3), ValueAt(at), at + 4, ref unused);

            case Kind.DayRange when KindAt(at + 1) == Kind.Month: // "27-29 November": the span counts from its first day
                length = 2;
                return WithYear(ValueAt(at + 1), ValueAt(at), at + 2, ref length);

            case Kind.Article when KindAt(at + 1) == Kind.Ordinal && CalendarDate(at + 1, ref length) is { } date:
                length++;
                return date;

            case Kind.Article when KindAt(at + 1) == Kind.Decade:
                var rest = 0;
                var decade = Decade(at + 1, ref rest);
                length = rest + 1;
                return decade;

            case Kind.Decade:
                return Decade(at, ref length);

            case Kind.Article when KindAt(at + 1) == Kind.Ordinal && KindAt(at + 2) == Kind.Unit && ValueAt(at + 2) == (int)TimeUnit.Century:
                length = 3;
                return new Fixed(TimeType.Date, (ValueAt(at + 1) - 1).ToString("00", CultureInfo.InvariantCulture));

            case Kind.Article when KindAt(at + 1) == Kind.Ordinal && KindAt(at + 2) == Kind.Quarter:
                length = 3;
                return QuarterOf(ValueAt(at + 1), at + 3, ref length);

            case Kind.Ordinal when KindAt(at + 1) == Kind.Quarter && ValueAt(at) <= 4:
                length = 2;
                return QuarterOf(ValueAt(at), at + 2, ref length);

            case Kind.Season or Kind.Article:
                return Season(at, ref length, bare: false);

            case Kind.Feast:
                length = KindAt(at + 1) == Kind.Unit && ValueAt(at + 1) == (int)TimeUnit.Day ? 2 : 1;
                return ValueAt(at) == 0 ? new Thanksgiving(TrailingYear(at + length, ref length)) : WithYear(ValueAt(at) / 100, ValueAt(at) % 100, at + length, ref length);

            case Kind.Number when IsYear(at) && !CountsSomething(at):
                length = 1;
                return new Calendar(ValueAt(at), null, null);

            default:
                return null;
        }
    }

    // A four-digit number before a unit is a count ("2000 hours").
    private bool CountsSomething(int at) => KindAt(at + 1) is Kind.Unit or Kind.Units or Kind.Few or Kind.Many;

    private Calendar? MonthFirst(int at, ref int length)
    {
        var month = ValueAt(at);
        if (IsDayNumber(at + 1) && KindAt(at + 2) is not (Kind.Meridiem or Kind.Units))
        {
            length = 2;
            return WithYear(month, ValueAt(at + 1), at + 2, ref length);
        }

        length = 1;
        var gap = KindAt(at + 1) is Kind.Of or Kind.Comma ? 1 : 0;
        if (IsYear(at + 1 + gap))
        {
            length += gap + 1;
            return new Calendar(ValueAt(at + 1 + gap), month, null);
        }

        return WithYear(month, null, at + 1, ref length);
    }

    /// <summary>A month or day with the year that may follow: "2024", ", 2024", "last year".</summary>
    private Calendar WithYear(int month, int? day, int at, ref int length)
    {
        if (KindAt(at) is Kind.This or Kind.Last or Kind.Next && KindAt(at + 1) == Kind.Unit && ValueAt(at + 1) == (int)TimeUnit.Year)
        {
            length += 2;
            return new Calendar(null, month, day, KindAt(at) switch { Kind.Last => -1, Kind.Next => 1, _ => 0 });
        }

        return new Calendar(TrailingYear(at, ref length), month, day);
    }

    private int? TrailingYear(int at, ref int length)
    {
        var gap = KindAt(at) is Kind.Comma or Kind.Of ? 1 : 0;
        if (!IsYear(at + gap)) { return null; }
        length += gap + 1;
        return ValueAt(at + gap);
    }

    private Fixed Decade(int at, ref int length)
    {
        length = 1;
        return new Fixed(TimeType.Date, (ValueAt(at) / 10).ToString(CultureInfo.InvariantCulture));
    }

    private Quarter QuarterOf(int number, int at, ref int length)
    {
        var year = TrailingYear(at, ref length);
        return new Quarter(number, year);
    }

    private Season? Season(int at, ref int length, bool bare)
    {
        var start = KindAt(at) == Kind.Article ? at + 1 : at;
        if (KindAt(start) != Kind.Season) { return null; }
        var after = start + 1;
        var gap = KindAt(after) is Kind.Of or Kind.Comma ? 1 : 0;
        if (IsYear(after + gap))
        {
            length = after + gap + 1 - at;
            return new Season(words[start].Text!, ValueAt(after + gap), null);
        }

        if (words[start].Value == 1 || !(bare || start > at)) { return null; } // "fall" alone is a verb more often than not
        length = after - at;
        return new Season(words[start].Text!, null, null);
    }

    private TimePhrase? NamedDay(int at, ref int length)
    {
        length = 1;
        switch (KindAt(at))
        {
            case Kind.Weekday: return new Weekday((DayOfWeek)ValueAt(at), 0);
            case Kind.Today: return new Shifted(TimeUnit.Day, 0);
            case Kind.Yesterday: return new Shifted(TimeUnit.Day, -1);
            case Kind.Tomorrow: return new Shifted(TimeUnit.Day, 1);
            case Kind.Tonight: return new OfDay(new Shifted(TimeUnit.Day, 0), "TNI");
            case Kind.Midday: return new OfDay(null, words[at].Text!);
            default:
                length = 0;
                return null;
        }
    }

    /// <summary>"two weeks ago", "several years earlier", "a month later".</summary>
    private Shifted? Counted(int at, ref int length)
    {
        if (Amount(at, out var amount, out var taken) is false) { return null; }
        var unit = at + taken;
        if (KindAt(unit) is not (Kind.Unit or Kind.Units) || KindAt(unit + 1) is not (Kind.Ago or Kind.Later)) { return null; }
        if (KindAt(unit + 1) == Kind.Later && (ValueAt(unit) < (int)TimeUnit.Day || (ValueAt(unit + 1) < 0 && KindAt(unit + 2) is Kind.This or Kind.Last))) { return null; }
        length = taken + 2;
        var sign = KindAt(unit + 1) == Kind.Ago ? -1 : words[unit + 1].Value;
        return new Shifted((TimeUnit)ValueAt(unit), amount is { } known ? known * sign : sign * int.MaxValue, Exact: false, FromSpoken: KindAt(unit + 1) == Kind.Later);
    }

    /// <summary>"last week", "this month", "next Friday", "last November", "that day", "earlier that year".</summary>
    private TimePhrase? Relative(int at, ref int length)
    {
        var start = KindAt(at) == Kind.Article && KindAt(at + 1) is Kind.Last or Kind.Next or Kind.Same ? at + 1 : at;
        var shift = KindAt(start) switch { Kind.Last => -1, Kind.This => 0, Kind.Next => 1, Kind.Same => 0, _ => 2 };
        if (shift == 2) { return null; }
        var same = KindAt(start) == Kind.Same;
        var next = start + 1;
        // "the next day", "the following week", "the previous month" are counted from what was spoken of; "next week" from today.
        var told = KindAt(start) is Kind.Last or Kind.Next && (ValueAt(start) == 2 || (start > at && KindAt(start) == Kind.Next && KindAt(next) is Kind.Unit or Kind.PartOfDay && ValueAt(next) <= (int)TimeUnit.Day));
        TimePhrase? phrase = KindAt(next) switch
        {
            Kind.Unit when KindAt(start) == Kind.Last && ValueAt(start) == 1 => new Fixed(TimeType.Duration, TimexValue.Period(1, (TimeUnit)ValueAt(next))), // "the past decade"
            Kind.Unit when same => new Same((TimeUnit)ValueAt(next)),
            Kind.Unit => new Shifted((TimeUnit)ValueAt(next), shift, FromSpoken: told),
            Kind.Quarter => new Shifted(TimeUnit.Quarter, shift),
            Kind.Weekday when !same => new Weekday((DayOfWeek)ValueAt(next), shift),
            Kind.Month when !same && IsDayNumber(next + 1) => new ShiftedMonth(ValueAt(next), ValueAt(next + 1), shift),
            Kind.Month when !same => new ShiftedMonth(ValueAt(next), null, shift),
            Kind.Season when !same => new Season(words[next].Text!, null, shift),
            Kind.PartOfDay when same => new OfDay(null, words[next].Text!),
            Kind.PartOfDay => new OfDay(new Shifted(TimeUnit.Day, shift, FromSpoken: told), words[next].Text!),
            _ => null,
        };
        if (phrase is null) { return null; }
        length = next + (phrase is ShiftedMonth { Day: not null } ? 2 : 1) - at;
        return phrase;
    }

    private Fixed? Recurring(int at, ref int length)
    {
        switch (KindAt(at))
        {
            case Kind.Every when KindAt(at + 1) is Kind.Unit or Kind.Weekday or Kind.PartOfDay:
                length = 2;
                return new Fixed(TimeType.Set, KindAt(at + 1) == Kind.Unit ? TimexValue.Period(1, (TimeUnit)ValueAt(at + 1)) : KindAt(at + 1) == Kind.Weekday ? TimexValue.AnyWeekday(ValueAt(at + 1)) : "P1D");
            case Kind.Every when Amount(at + 1, out var amount, out var taken) && KindAt(at + 1 + taken) is Kind.Units or Kind.Unit:
                length = 2 + taken;
                return new Fixed(TimeType.Set, TimexValue.Period(amount, (TimeUnit)ValueAt(at + 1 + taken)));
            case Kind.Weekdays:
                length = 1;
                return new Fixed(TimeType.Set, TimexValue.AnyWeekday(ValueAt(at)));
            case Kind.Adverb:
                length = 1;
                return new Fixed(TimeType.Set, words[at].Text!);
            default:
                return null;
        }
    }

    /// <summary>A length of time: "nearly four months", "21-month", "the past two years", "recent days", "half an hour".</summary>
    private Fixed? Span(int at, ref int length)
    {
        if (KindAt(at) == Kind.HyphenDuration)
        {
            length = 1;
            var unit = (TimeUnit)words[at].Second;
            return new Fixed(TimeType.Duration, words[at].Value switch
            {
                < 0 => TimexValue.Period(null, unit),
                0 => TimexValue.Half(unit),
                var amount => TimexValue.Period(amount, unit),
            });
        }

        var start = at;
        if (KindAt(start) == Kind.Article && KindAt(start + 1) is Kind.Last or Kind.Next or Kind.Recent) { start++; }
        var framed = KindAt(start) is Kind.Last or Kind.Next or Kind.Recent;
        if (framed) { start++; }
        if (KindAt(start) == Kind.Half && KindAt(start + 1) == Kind.Article && KindAt(start + 2) == Kind.Unit)
        {
            length = start + 3 - at;
            return new Fixed(TimeType.Duration, TimexValue.Half((TimeUnit)ValueAt(start + 2)));
        }

        if (Amount(start, out var count, out var taken) && KindAt(start + taken) is Kind.Units or Kind.Unit && KindAt(start + taken + 1) != Kind.Old)
        {
            length = start + taken + 1 - at;
            return new Fixed(TimeType.Duration, TimexValue.Period(count, (TimeUnit)ValueAt(start + taken)));
        }

        if (KindAt(start) == Kind.Many) { start++; }
        if (KindAt(start) == Kind.Units && ValueAt(start) >= (int)TimeUnit.Day)
        {
            length = start + 1 - at;
            return new Fixed(TimeType.Duration, TimexValue.Period(null, (TimeUnit)ValueAt(start)));
        }

        return null;
    }

    private Fixed? Vague(int at, ref int length)
    {
        var article = KindAt(at) == Kind.Article && KindAt(at + 1) == Kind.Reference && ValueAt(at + 1) == 1 ? 1 : 0; // "the future"
        if (KindAt(at + article) != Kind.Reference) { return null; }
        length = article + 1;
        return new Fixed(TimeType.Date, words[at + article].Text!);
    }

    /// <summary>"two", "a", "5 1/2", "a few", "one hundred", "two more": how many units follow.</summary>
    /// <param name="amount">The number; null where the words leave it open ("several").</param>
    private bool Amount(int at, out int? amount, out int taken)
    {
        (amount, taken) = (null, 0);
        if (KindAt(at) == Kind.Article && KindAt(at + 1) == Kind.Few)
        {
            taken = KindAt(at + 2) == Kind.Of ? 3 : 2;
            return true;
        }

        switch (KindAt(at))
        {
            case Kind.Number when !IsYear(at) || words[at].Second == 1:
                (amount, taken) = (ValueAt(at), 1);
                break;
            case Kind.Article when KindAt(at + 1) is Kind.Unit && ValueAt(at) == 0:
                (amount, taken) = (1, 1);
                break;
            case Kind.Few:
                taken = 1;
                break;
            default:
                return false;
        }

        if (KindAt(at + taken) == Kind.More) { taken++; }
        return true;
    }
}
