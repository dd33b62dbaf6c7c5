using static Hearsay.Language.Dates.TimePhrase;
using Kind = Hearsay.Language.Dates.TimeWordKind;

namespace Hearsay.Language.Dates;

/// <summary>Reads times counted from another: from today, from the day last spoken of, from a date that the words name.</summary>
internal readonly ref struct RelativeReader
{
    private readonly TimeRow row;
    private readonly CalendarReader calendar;

    public RelativeReader(TimeRow row)
    {
        this.row = row;
        calendar = new CalendarReader(row);
    }

    /// <summary>A date, by calendar, by weekday, or counted from another.</summary>
    public TimePhrase? Read(int at, ref int length) =>
        calendar.FullDate(at, ref length) ?? PartOfPeriod(at, ref length) ?? Period(at, ref length) ?? Beside(at, ref length) ?? Offset(at, ref length) ?? Qualified(at, ref length) ?? DayOfWeekOf(at, ref length) ?? calendar.Date(at, ref length)
        ?? calendar.NamedDay(at, ref length) ?? Counted(at, ref length) ?? Relative(at, ref length);

    /// <summary>"the week of March 6", "the weekend".</summary>
    private PeriodOf? Period(int at, ref int length)
    {
        if (row.KindAt(at) != Kind.Article || row.ValueAt(at) != 1 || row.KindAt(at + 1) != Kind.Unit) { return null; }
        var unit = (TimeUnit)row.ValueAt(at + 1);
        var rest = 0;
        if (unit is TimeUnit.Week or TimeUnit.Weekend && row.KindAt(at + 2) == Kind.Of && calendar.Date(at + 3, ref rest) is Calendar { Day: not null } date)
        {
            length = 3 + rest;
            return new PeriodOf(unit, date);
        }

        if (unit != TimeUnit.Weekend || row.KindAt(at + 2) is Kind.Before or Kind.After) { return null; }
        length = 2;
        return new PeriodOf(unit, new Weekday(DayOfWeek.Saturday, 0));
    }

    /// <summary>"the end of the year", "the beginning of May 2030", "the middle of next month": the period's own value; "the last day of August" is a day.</summary>
    private TimePhrase? PartOfPeriod(int at, ref int length)
    {
        var start = row.KindAt(at) == Kind.Article ? at + 1 : at;
        var lastDay = start > at && row[start] is { Kind: Kind.Last, Value: 0 } && row.IsUnit(start + 1, TimeUnit.Day);
        if (!lastDay && row.KindAt(start) != Kind.End) { return null; }
        var of = start + (lastDay ? 2 : 1);
        if (row.KindAt(of) != Kind.Of) { return null; }
        var rest = 0;
        TimePhrase? period;
        if (row[of + 1] is { Kind: Kind.Article, Value: 1 } && (row.KindAt(of + 2) == Kind.Unit || row.KindAt(of + 2) == Kind.Quarter) && row.KindAt(of + 3) is not (Kind.Of or Kind.Before or Kind.After))
        {
            var unit = row.KindAt(of + 2) == Kind.Quarter ? TimeUnit.Quarter : (TimeUnit)row.ValueAt(of + 2);
            if (unit < TimeUnit.Week) { return null; }
            (period, rest) = (new Shifted(unit, 0), 2);
        }
        else
        {
            period = row.KindAt(of + 1) is Kind.This or Kind.Last or Kind.Next ? Relative(of + 1, ref rest) : calendar.Date(of + 1, ref rest);
            if (period is not (Shifted { Unit: > TimeUnit.Day, FromSpoken: false } or Calendar { Day: null } or ShiftedMonth { Day: null } or Quarter or Season or Fixed { Type: TimeType.Date })) { return null; }
        }

        if (lastDay && period is not (Shifted { Unit: TimeUnit.Month or TimeUnit.Year } or Calendar or ShiftedMonth)) { return null; }
        length = of + 1 + rest - at;
        return lastDay ? new LastDayOf(period) : period;
    }

    /// <summary>"the day before", "the year after": beside what was last spoken of.</summary>
    private TimePhrase? Beside(int at, ref int length)
    {
        if (row[at] is not { Kind: Kind.Article, Value: 1 } || row.KindAt(at + 1) is not (Kind.Unit or Kind.PartOfDay) || row.KindAt(at + 2) is not (Kind.Before or Kind.After)) { return null; }
        var rest = 0;
        if (Day(at + 3, ref rest) is not null) { return null; }
        length = 3;
        var shift = row.KindAt(at + 2) == Kind.Before ? -1 : 1;
        return row.KindAt(at + 1) == Kind.PartOfDay
            ? new OfDay(new Shifted(TimeUnit.Day, shift, FromSpoken: true), row[at + 1].Text!)
            : row.ValueAt(at + 1) >= (int)TimeUnit.Day ? new Shifted((TimeUnit)row.ValueAt(at + 1), shift, FromSpoken: true) : null;
    }

    /// <summary>"Tuesday of last week", "Friday next week".</summary>
    private WeekdayOf? DayOfWeekOf(int at, ref int length)
    {
        if (row.KindAt(at) != Kind.Weekday) { return null; }
        var gap = row.KindAt(at + 1) == Kind.Of ? 2 : 1;
        if (row.KindAt(at + gap) is not (Kind.This or Kind.Last or Kind.Next) || !row.IsUnit(at + gap + 1, TimeUnit.Week)) { return null; }
        length = gap + 2;
        return new WeekdayOf((DayOfWeek)row.ValueAt(at), row.KindAt(at + gap) switch { Kind.Last => -1, Kind.Next => 1, _ => 0 });
    }

    /// <summary>"two weeks from now", "a week from Monday", "the day before yesterday", "the day after 5 May".</summary>
    private TimePhrase? Offset(int at, ref int length)
    {
        var rest = 0;
        if (row.KindAt(at) == Kind.Article && row.ValueAt(at) == 1 && row.IsUnit(at + 1, TimeUnit.Day) && row.KindAt(at + 2) is Kind.Before or Kind.After && Day(at + 3, ref rest) is { } from)
        {
            length = 3 + rest;
            return new Offset(from, TimeUnit.Day, row.KindAt(at + 2) == Kind.Before ? -1 : 1);
        }

        if (!new LengthReader(row).Amount(at, out var amount) || amount is not { Number: { } number, Quarters: 0 }) { return null; }
        var unit = at + amount.Taken;
        if (row.KindAt(unit) is not (Kind.Unit or Kind.Units) || row.KindAt(unit + 1) != Kind.From) { return null; }
        if (row[unit + 2].Text is "PRESENT_REF" || row.KindAt(unit + 2) == Kind.Today)
        {
            length = amount.Taken + 3;
            return new Shifted((TimeUnit)row.ValueAt(unit), number, Exact: false);
        }

        if (Day(unit + 2, ref rest) is not ({ } start and not Calendar { Day: null })) { return null; }
        length = amount.Taken + 2 + rest;
        return new Offset(start, (TimeUnit)row.ValueAt(unit), number);
    }

    // "yesterday", "last Tuesday", "5 May"
    private TimePhrase? Day(int at, ref int length) =>
        calendar.FullDate(at, ref length) ?? calendar.Date(at, ref length) ?? calendar.NamedDay(at, ref length) ?? (row.KindAt(at + 1) == Kind.Weekday ? Relative(at, ref length) : null);

    /// <summary>"early 1999", "late November", "early next week", "later this month", "the end of"-less parts of a period: the period's own value.</summary>
    private TimePhrase? Qualified(int at, ref int length)
    {
        var start = row.KindAt(at) == Kind.Article && row.KindAt(at + 1) is Kind.Early or Kind.Mid or Kind.Late ? at + 1 : at;
        if (row.KindAt(start) is not (Kind.Early or Kind.Mid or Kind.Late or Kind.Later)) { return null; }
        var inner = 0;
        var phrase = row.KindAt(start + 1) is Kind.This or Kind.Last or Kind.Next or Kind.Same
            ? Relative(start + 1, ref inner)
            : row.KindAt(start) == Kind.Later ? null
            : row.KindAt(start + 1) is Kind.Decade ? calendar.Decade(start + 1, ref inner) : calendar.Date(start + 1, ref inner) ?? calendar.NamedDay(start + 1, ref inner) ?? calendar.Season(start + 1, ref inner, bare: true);
        if (phrase is null) { return null; }
        length = start + 1 + inner - at;
        return phrase;
    }

    /// <summary>"two weeks ago", "several years earlier", "a month later", "years ago", "year-earlier".</summary>
    private Shifted? Counted(int at, ref int length)
    {
        if (row.KindAt(at) == Kind.HyphenAgo)
        {
            length = 1;
            return new Shifted((TimeUnit)row.ValueAt(at), -1, Exact: false);
        }

        var amount = new CountedUnits(null, 0, 0);
        if (row.KindAt(at) != Kind.Units && !new LengthReader(row).Amount(at, out amount)) { return null; }
        var unit = at + amount.Taken;
        if (row.KindAt(unit) is not (Kind.Unit or Kind.Units) || row.KindAt(unit + 1) is not (Kind.Ago or Kind.Later)) { return null; }
        if (row.KindAt(unit + 1) == Kind.Later && (row.ValueAt(unit) < (int)TimeUnit.Day || (row.ValueAt(unit + 1) < 0 && row.KindAt(unit + 2) is Kind.This or Kind.Last))) { return null; }
        length = amount.Taken + 2;
        var sign = row.KindAt(unit + 1) == Kind.Ago ? -1 : row.ValueAt(unit + 1);
        return new Shifted((TimeUnit)row.ValueAt(unit), amount.Number is { } known ? known * sign : sign * int.MaxValue, Exact: false, FromSpoken: row.KindAt(unit + 1) == Kind.Later);
    }

    /// <summary>"last week", "this month", "next Friday", "last November", "that day", "earlier that year".</summary>
    private TimePhrase? Relative(int at, ref int length)
    {
        var start = at;
        if (row[at] is { Kind: Kind.Article, Value: 1 } && row.KindAt(at + 1) == Kind.Quarter && row.KindAt(at - 1) is Kind.In or Kind.During or Kind.Of && row.KindAt(at + 2) != Kind.Of)
        {
            length = 2;
            return new Same(TimeUnit.Quarter);
        }

        if (row[at] is { Kind: Kind.Article, Value: 1 } && row.KindAt(at + 1) == Kind.PartOfDay && row.KindAt(at - 1) == Kind.In && row.KindAt(at + 2) != Kind.Of) // "in the evening"
        {
            length = 2;
            return new OfDay(null, row[at + 1].Text!);
        }

        if (row.KindAt(at) == Kind.Article && row.KindAt(at + 1) is Kind.Last or Kind.Next or Kind.Same) { start++; }
        if (row.KindAt(at) == Kind.This && row.KindAt(at + 1) is Kind.Last or Kind.Next && row.KindAt(at + 2) == Kind.Weekday) { start++; } // "this coming Tuesday"
        var shift = row.KindAt(start) switch { Kind.Last => -1, Kind.This => 0, Kind.Next => 1, Kind.Same => 0, _ => 2 };
        if (shift == 2 || (row[start] is { Kind: Kind.Last, Value: 3 } && row.KindAt(start + 1) is not (Kind.Unit or Kind.Quarter))) { return null; } // "the latest Tuesday" is none
        if (row.KindAt(start - 1) == Kind.Article && row.KindAt(start) == Kind.Last && row.KindAt(start + 1) == Kind.Unit && row.KindAt(start + 2) == Kind.Of) { return null; } // "the last day of the talks"
        var same = row.KindAt(start) == Kind.Same;
        var next = start + 1;
        // "the next day", "the following week", "the previous month" are counted from what was spoken of; "next week" from today.
        var told = row.KindAt(start) is Kind.Last or Kind.Next && (row.ValueAt(start) == 2 || (start > at && row.KindAt(start) == Kind.Next && row.KindAt(next) is Kind.Unit or Kind.PartOfDay && row.ValueAt(next) <= (int)TimeUnit.Day));
        TimePhrase? phrase = row.KindAt(next) switch
        {
            Kind.Unit when row.KindAt(start) == Kind.Last && row.ValueAt(start) == 1 => new Fixed(TimeType.Duration, TimexValue.Period(1, (TimeUnit)row.ValueAt(next))), // "the past decade"
            Kind.Unit when shift < 0 && row.ValueAt(next) > (int)TimeUnit.Day && start > at && row.KindAt(at - 1) is Kind.During or Kind.In => new Fixed(TimeType.Duration, TimexValue.Period(1, (TimeUnit)row.ValueAt(next))), // "over the last decade"
            Kind.Unit when same => new Same((TimeUnit)row.ValueAt(next)),
            Kind.Unit => new Shifted((TimeUnit)row.ValueAt(next), shift, FromSpoken: told),
            Kind.Quarter => new Shifted(TimeUnit.Quarter, shift),
            Kind.Weekday when !same => new Weekday((DayOfWeek)row.ValueAt(next), shift, row.KindAt(start) == Kind.This),
            Kind.Month when !same && row.IsDayNumber(next + 1) => new ShiftedMonth(row.ValueAt(next), row.ValueAt(next + 1), shift),
            Kind.Month when !same => new ShiftedMonth(row.ValueAt(next), null, shift),
            Kind.Season when !same => new Season(row[next].Text!, null, shift),
            Kind.PartOfDay when same => new OfDay(null, row[next].Text!),
            Kind.PartOfDay => new OfDay(new Shifted(TimeUnit.Day, shift, FromSpoken: told), row[next].Text!),
            _ => null,
        };
        if (phrase is null) { return null; }
        length = next + (phrase is ShiftedMonth { Day: not null } ? 2 : 1) - at;
        return phrase;
    }
}
