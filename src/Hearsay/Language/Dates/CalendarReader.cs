using CultureInfo = System.Globalization.CultureInfo;
using static Hearsay.Language.Dates.TimePhrase;
using Kind = Hearsay.Language.Dates.TimeWordKind;

namespace Hearsay.Language.Dates;

/// <summary>Reads times that the calendar names: dates, months, quarters, seasons, years, weekdays, feasts.</summary>
internal readonly ref struct CalendarReader(TimeRow row)
{
    private readonly TimeRow row = row;

    /// <summary>A day written in one word: "2031-11-27", "27.11.2031".</summary>
    public Calendar? FullDate(int at, ref int length)
    {
        if (row.KindAt(at) != Kind.FullDate) { return null; }
        length = 1;
        var day = new DateOnly(row.ValueAt(at), 1, 1).AddDays(row[at].Second - 1);
        return new Calendar(day.Year, day.Month, day.Day);
    }

    /// <summary>A date that the calendar names: a day, a month, a quarter, a year, a decade, a feast.</summary>
    public TimePhrase? Date(int at, ref int length)
    {
        switch (row.KindAt(at))
        {
            case Kind.Weekday: // "Wednesday, Nov. 25"
                var gap = row.KindAt(at + 1) == Kind.Comma ? 2 : 1;
                if (row.KindAt(at + gap) == Kind.Article) { gap++; }
                if (Date(at + gap, ref length) is Calendar { Month: not null, Day: not null } after)
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
                return WithYear(row.ValueAt(at), null, at + 1, ref length);

            case Kind.HyphenYear:
                length = 1;
                return new Calendar(row.ValueAt(at), null, null);

            case Kind.Number or Kind.Ordinal when row.IsDayNumber(at) && row.KindAt(at + 1) is Kind.Month or Kind.Of: // "27 November 2024", "the 27th of November"
                var of = row.KindAt(at + 1) == Kind.Of ? 1 : 0;
                if (row.KindAt(at + 1 + of) == Kind.Month && (of == 0 || row.KindAt(at) == Kind.Ordinal))
                {
                    length = 2 + of;
                    return WithYear(row.ValueAt(at + 1 + of), row.ValueAt(at), at + length, ref length);
                }

                return null;

            case Kind.Number when row.IsDayNumber(at) && row.KindAt(at + 1) is Kind.And or Kind.To or Kind.Dash && row.IsDayNumber(at + 2) && row.KindAt(at + 3) == Kind.Month: // the 27 of "27 and 29 November"
                length = 1;
                var unused = 0;
                return WithYear(row.ValueAt(at + 3), row.ValueAt(at), at + 4, ref unused);

            case Kind.DayRange when row.KindAt(at + 1) == Kind.Month: // "27-29 November": the span counts from its first day
                length = 2;
                return WithYear(row.ValueAt(at + 1), row.ValueAt(at), at + 2, ref length);

            case Kind.Article when row.KindAt(at + 1) == Kind.Ordinal && Date(at + 1, ref length) is { } date:
                length++;
                return date;

            case Kind.Article when row.KindAt(at + 1) == Kind.Decade:
                var rest = 0;
                var decade = Decade(at + 1, ref rest);
                length = rest + 1;
                return decade;

            case Kind.Decade when row[at].Second == 0:
                return Decade(at, ref length);

            case Kind.Article when row.KindAt(at + 1) == Kind.Ordinal && row.KindAt(at + 2) == Kind.Unit && row.ValueAt(at + 2) == (int)TimeUnit.Century:
                length = 3;
                return new Fixed(TimeType.Date, (row.ValueAt(at + 1) - 1).ToString("00", CultureInfo.InvariantCulture) + "XX");

            case Kind.Article when row.KindAt(at + 1) == Kind.Ordinal && row.KindAt(at + 2) == Kind.Quarter:
                length = 3;
                return QuarterOf(row.ValueAt(at + 1), at + 3, ref length);

            case Kind.Ordinal when row.KindAt(at + 1) == Kind.Quarter && row.ValueAt(at) <= 4:
                length = 2;
                return QuarterOf(row.ValueAt(at), at + 2, ref length);

            case Kind.Article when row.KindAt(at + 1) == Kind.Ordinal && row.ValueAt(at + 1) <= 2 && row.KindAt(at + 2) == Kind.Half && row.KindAt(at + 3) == Kind.Of:
                return HalfOfYear(at, ref length);

            case Kind.Article when row[at + 1] is { Kind: Kind.Ordinal, Value: <= 31 } && row.KindAt(at + 2) == Kind.Of && row.KindAt(at + 3) is Kind.Article or Kind.This or Kind.Same && row.IsUnit(at + 4, TimeUnit.Month): // "the 21st of the month"
                length = 5;
                return new DayOfMonth(row.ValueAt(at + 1));

            case Kind.Article when row[at + 1] is { Kind: Kind.Ordinal, Value: <= 31 } && row.KindAt(at + 2) is Kind.Other or Kind.Comma or Kind.And or Kind.To or Kind.At: // "on the 27th", "on the fifth"
                length = 2;
                return new DayOfMonth(row.ValueAt(at + 1));

            case Kind.Season or Kind.Article:
                return Season(at, ref length, bare: false);

            case Kind.Feast:
                return ReadFeast(at, ref length);

            case Kind.DayName:
                return ReadDayName(at, ref length);

            case Kind.HyphenQuarter: // "third-quarter profit"
                length = 1;
                return QuarterOf(row.ValueAt(at), at + 1, ref length);

            case Kind.HyphenEnd:
                length = 1;
                return new Shifted((TimeUnit)row.ValueAt(at), 0);

            case Kind.Fiscal: // "fiscal 2030", "fiscal year 2030"
                var named = row.IsUnit(at + 1, TimeUnit.Year) ? at + 2 : at + 1;
                if (!row.IsYear(named)) { return null; }
                length = named + 1 - at;
                return new Calendar(row.ValueAt(named), null, null);

            case Kind.New when row.IsUnit(at + 1, TimeUnit.Year) && row.KindAt(at + 2) == Kind.Possessive && (row.KindAt(at + 3) == Kind.Eve || row.IsUnit(at + 3, TimeUnit.Day)):
                length = 4;
                return row.KindAt(at + 3) == Kind.Eve ? WithYear(12, 31, at + 4, ref length) : WithYear(1, 1, at + 4, ref length);

            case Kind.Number when row.IsYear(at) && !CountsSomething(at):
                length = 1;
                return new Calendar(row.ValueAt(at), null, null);

            default:
                return null;
        }
    }

    // A four-digit number before a unit is a count ("2000 hours").
    private bool CountsSomething(int at) => row.KindAt(at + 1) is Kind.Unit or Kind.Units or Kind.Few or Kind.Many;

    private Calendar? MonthFirst(int at, ref int length)
    {
        var month = row.ValueAt(at);
        if (row.IsDayNumber(at + 1) && row.KindAt(at + 2) is not (Kind.Meridiem or Kind.Units))
        {
            length = 2;
            return WithYear(month, row.ValueAt(at + 1), at + 2, ref length);
        }

        if (row.KindAt(at + 1) == Kind.DayRange) // "Nov. 27-29": the span counts from its first day
        {
            length = 2;
            return WithYear(month, row.ValueAt(at + 1), at + 2, ref length);
        }

        length = 1;
        var gap = row.KindAt(at + 1) is Kind.Of or Kind.Comma ? 1 : 0;
        if (row.IsYear(at + 1 + gap))
        {
            length += gap + 1;
            return new Calendar(row.ValueAt(at + 1 + gap), month, null);
        }

        return WithYear(month, null, at + 1, ref length);
    }

    /// <summary>A month or day with the year that may follow: "2024", ", 2024", "last year".</summary>
    private Calendar WithYear(int month, int? day, int at, ref int length)
    {
        var gap = row.KindAt(at) == Kind.Of ? 1 : 0;
        if (row.KindAt(at + gap) is Kind.This or Kind.Last or Kind.Next && row.IsUnit(at + gap + 1, TimeUnit.Year))
        {
            length += gap + 2;
            return new Calendar(null, month, day, YearShift(at + gap));
        }

        return new Calendar(TrailingYear(at, ref length), month, day);
    }

    private int YearShift(int at) => row.KindAt(at) switch { Kind.Last => -1, Kind.Next => 1, _ => 0 };

    // "the first half of 2031", "the second half of last year"
    private HalfYear? HalfOfYear(int at, ref int length)
    {
        var year = at + 4;
        var isNamed = row.KindAt(year) is Kind.This or Kind.Last or Kind.Next or Kind.Article && row.IsUnit(year + 1, TimeUnit.Year);
        if (!isNamed && !row.IsYear(year)) { return null; }
        length = isNamed ? 6 : 5;
        return isNamed ? new HalfYear(row.ValueAt(at + 1), null, YearShift(year)) : new HalfYear(row.ValueAt(at + 1), row.ValueAt(year), 0);
    }

    // "Christmas", "Christmas Eve", "Thanksgiving", "Easter Monday", "Easter week"
    private TimePhrase ReadFeast(int at, ref int length)
    {
        var feast = (Feast)row.ValueAt(at);
        var next = row[at + 1];
        if (feast is Feast.Easter && next.Kind is Kind.Unit && (TimeUnit)next.Value is TimeUnit.Week or TimeUnit.Weekend)
        {
            length = 2;
            return new PeriodOf((TimeUnit)next.Value, new FeastDay(feast, TrailingYear(at + 2, ref length), 0));
        }

        var isMonday = feast is Feast.Easter && next is { Kind: Kind.Weekday, Value: (int)DayOfWeek.Monday };
        var isNamed = isMonday || next.Kind == Kind.Eve || row.IsUnit(at + 1, TimeUnit.Day) || (feast is Feast.Easter && next is { Kind: Kind.Weekday, Value: (int)DayOfWeek.Sunday });
        length = isNamed ? 2 : 1;
        if (feast is Feast.Christmas) { return WithYear(12, next.Kind == Kind.Eve ? 24 : 25, at + length, ref length); }
        return new FeastDay(feast, TrailingYear(at + length, ref length), isMonday ? 1 : next.Kind == Kind.Eve ? -1 : 0);
    }

    // "Labor Day", "Valentine's Day 2030": a name that means a day only before the word
    private FeastDay? ReadDayName(int at, ref int length)
    {
        var day = row.KindAt(at + 1) == Kind.Possessive ? at + 2 : at + 1;
        if (!row.IsUnit(day, TimeUnit.Day)) { return null; }
        length = day + 1 - at;
        return new FeastDay((Feast)row.ValueAt(at), TrailingYear(day + 1, ref length), 0);
    }

    private int? TrailingYear(int at, ref int length)
    {
        var gap = row.KindAt(at) is Kind.Comma or Kind.Of ? 1 : 0;
        if (!row.IsYear(at + gap)) { return null; }
        length += gap + 1;
        return row.ValueAt(at + gap);
    }

    public Fixed Decade(int at, ref int length)
    {
        length = 1;
        return new Fixed(TimeType.Date, (row.ValueAt(at) / 10).ToString(CultureInfo.InvariantCulture) + "X");
    }

    private Quarter QuarterOf(int number, int at, ref int length)
    {
        var gap = row.KindAt(at) == Kind.Of ? 1 : 0;
        if (row.KindAt(at + gap) is Kind.This or Kind.Last or Kind.Next && row.IsUnit(at + gap + 1, TimeUnit.Year))
        {
            length += gap + 2;
            return new Quarter(number, null, YearShift(at + gap));
        }

        return new Quarter(number, TrailingYear(at, ref length));
    }

    public Season? Season(int at, ref int length, bool bare)
    {
        var start = row.KindAt(at) == Kind.Article ? at + 1 : at;
        if (row.KindAt(start) != Kind.Season) { return null; }
        var after = start + 1;
        var gap = row.KindAt(after) is Kind.Of or Kind.Comma ? 1 : 0;
        if (row.IsYear(after + gap))
        {
            length = after + gap + 1 - at;
            return new Season(row[start].Text!, row.ValueAt(after + gap), null);
        }

        // "fall" is a verb more often than not, and "the fall of the city" is none of the year
        if ((row[start].Value == 1 && (start == at || row.KindAt(at - 1) is not (Kind.In or Kind.During) || row.KindAt(after) == Kind.Of)) || !(bare || start > at)) { return null; }
        length = after - at;
        return new Season(row[start].Text!, null, null);
    }

    /// <summary>A day that a single word names.</summary>
    public TimePhrase? NamedDay(int at, ref int length)
    {
        length = 1;
        switch (row.KindAt(at))
        {
            case Kind.Weekday: return new Weekday((DayOfWeek)row.ValueAt(at), 0);
            case Kind.Today: return new Shifted(TimeUnit.Day, 0);
            case Kind.Yesterday: return new Shifted(TimeUnit.Day, -1);
            case Kind.Tomorrow: return new Shifted(TimeUnit.Day, 1);
            case Kind.Tonight: return new OfDay(new Shifted(TimeUnit.Day, 0), "TNI");
            case Kind.Midday: return new OfDay(null, row[at].Text!);
            case Kind.PartOfDay when row.ValueAt(at) == 1: return new OfDay(new Shifted(TimeUnit.Day, 0), row[at].Text!); // "overnight"
            default:
                length = 0;
                return null;
        }
    }
}
