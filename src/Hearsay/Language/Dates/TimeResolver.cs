using System.Collections.Immutable;
using CultureInfo = System.Globalization.CultureInfo;
using Hearsay.Documents;
using static Hearsay.Language.Dates.TimePhrase;

namespace Hearsay.Language.Dates;

/// <summary>Gives the mentions of one document their values, in text order.</summary>
/// <remarks>
/// The anchor is the day of publication; where none is known, the latest day that the text itself gives in full, since news is written shortly after what it
/// tells. What neither settles keeps <c>X</c> in its value.
/// </remarks>
internal sealed class TimeResolver
{
    private const int CommonYear = 2001; // no leap year

    private readonly DateOnly? anchor;
    private readonly DateOnly? around; // near which a day or month without a year lies: the anchor, or when the page must have been written
    private DateOnly? spoken; // the day last spoken of
    private DateOnly? period; // a day of the month, quarter or year last spoken of, the day itself where one was
    private TimeUnit grain = TimeUnit.Day; // how fine that was
    private int grainSentence = -1; // and where
    private int? bareMonth; // the month last spoken of where the text has no year at all
    private int sentence;

    private TimeResolver(DateOnly? anchor, DateOnly? around) => (this.anchor, this.around, spoken, period) = (anchor, anchor ?? around, anchor, anchor);

    /// <summary>Resolves <paramref name="mentions"/>.</summary>
    public static ImmutableArray<TimeExpression> Resolve(List<TimeMention> mentions, PublicationDate published)
    {
        var resolver = new TimeResolver(published.Value ?? (published.Basis is DateBasis.Inferred ? null : published.Latest) ?? LatestGiven(mentions), published.Latest ?? published.Earliest);
        var found = ImmutableArray.CreateBuilder<TimeExpression>(mentions.Count);
        foreach (var mention in mentions)
        {
            resolver.sentence = mention.Sentence;
            var (type, value) = resolver.Resolve(mention.Phrase, mention.Future);
            found.Add(new TimeExpression(mention.Span, type, value));
        }

        return found.DrainToImmutable();
    }

    private static DateOnly? LatestGiven(List<TimeMention> mentions)
    {
        DateOnly? latest = null;
        foreach (var mention in mentions)
        {
            if (!mention.Future && (mention.Phrase is OfDay { Date: { } date } ? date : mention.Phrase) is Calendar { Year: { } year, Month: { } month } calendar)
            {
                var last = DateTime.DaysInMonth(year, month);
                var day = new DateOnly(year, month, Math.Min(calendar.Day ?? last, last));
                if (latest is null || day > latest) { latest = day; }
            }
        }

        return latest;
    }

    private (TimeType Type, string Value) Resolve(TimePhrase phrase, bool future)
    {
        switch (phrase)
        {
            case Fixed known:
                return (known.Type, known.Value);

            case OfDay part:
                var date = part.Date is { } given ? Resolve(given, future).Value : spoken is { } last ? TimexValue.Of(last) : "XXXX-XX-XX";
                return (TimeType.Time, date + part.Suffix);

            case Calendar calendar:
                return (TimeType.Date, Resolve(calendar, future));

            case Weekday weekday when anchor is { } today:
                return (TimeType.Date, Speak(DayOf(today, weekday, future)));

            case Weekday weekday:
                return (TimeType.Date, TimexValue.AnyWeekday((int)weekday.Day));

            case Shifted { Amount: int.MaxValue }:
                return (TimeType.Date, "FUTURE_REF");

            case Shifted { Amount: -int.MaxValue }:
                return (TimeType.Date, "PAST_REF");

            case Shifted shifted:
                return (TimeType.Date, Resolve(shifted));

            case ShiftedMonth named when anchor is { } today:
                var year = named.Shift switch
                {
                    < 0 => named.Month < today.Month ? today.Year : today.Year - 1,
                    > 0 => named.Month > today.Month ? today.Year : today.Year + 1,
                    _ => today.Year,
                };
                return (TimeType.Date, Resolve(new Calendar(year, named.Month, named.Day), future));

            case ShiftedMonth named:
                return (TimeType.Date, Resolve(new Calendar(null, named.Month, named.Day), future));

            case FeastDay feast:
                return (TimeType.Date, (feast.Year ?? anchor?.Year) is { } of ? Speak(DayOf(feast, of)) : "XXXX-XX-XX");

            case WeekdayOf named when anchor is { } today:
                return (TimeType.Date, Speak(today.AddDays(7 * named.WeekShift + FromMonday(named.Day) - FromMonday(today.DayOfWeek))));

            case WeekdayOf named:
                return (TimeType.Date, TimexValue.AnyWeekday((int)named.Day));

            case DayOfMonth named:
                return (TimeType.Date, DayNear(named.Day, future) is { } near ? Speak(near) : bareMonth is { } month ? string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{named.Day:00}") : string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{named.Day:00}"));

            case HalfYear half:
                return (TimeType.Date, string.Create(CultureInfo.InvariantCulture, $"{Year(half.Year ?? anchor?.Year + half.YearShift)}-H{half.Number}"));

            case Offset offset:
                var from = Resolve(offset.From, future).Value;
                return (TimeType.Date, DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var start) && Move(start, offset.Unit, offset.Amount) is { } reached ? Speak(reached) : from);

            case PeriodOf period:
                var inside = Resolve(period.Date, future).Value;
                return (TimeType.Date, DateOnly.TryParseExact(inside, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var member) ? TimexValue.Containing(member, period.Unit) : inside);

            case Same same:
                return (TimeType.Date, (same.Unit <= TimeUnit.Day ? spoken : period) is { } before ? TimexValue.Containing(before, same.Unit) : "XXXX-XX-XX");

            case Season season:
                return (TimeType.Date, Year(season.Year ?? (anchor is { } now ? now.Year + SeasonShift(season, now) : null)) + "-" + season.Code);

            case Quarter quarter:
                var inYear = quarter.Year ?? (quarter.YearShift is { } years ? anchor?.Year + years : YearOf(quarter, future));
                if (inYear is { } certain) { Mention(new DateOnly(certain, 3 * quarter.Number, 1), TimeUnit.Quarter); }
                return (TimeType.Date, string.Create(CultureInfo.InvariantCulture, $"{Year(inYear)}-Q{quarter.Number}"));

            case LastDayOf end:
                var whole = Resolve(end.Period, future).Value;
                if (whole.Length == 7 && whole.StartsWith("XXXX-", StringComparison.Ordinal) && end.Period is Calendar { Month: { } bare }) { return (TimeType.Date, string.Create(CultureInfo.InvariantCulture, $"{whole}-{DateTime.DaysInMonth(CommonYear, bare):00}")); }
                return (TimeType.Date, period is { } any && whole is [>= '0' and <= '9', _, _, >= '0' and <= '9', ..] ? Speak(whole.Length == 4 ? new DateOnly(any.Year, 12, 31) : new DateOnly(any.Year, any.Month, DateTime.DaysInMonth(any.Year, any.Month))) : whole);

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private string Resolve(Calendar calendar, bool future)
    {
        if (calendar.YearShift is { } shift) { calendar = calendar with { Year = anchor?.Year + shift, YearShift = null }; }
        if (calendar.Month is not { } month)
        {
            if (calendar.Year is { } whole) { Mention(new DateOnly(whole, 1, 1), TimeUnit.Year); }
            return Year(calendar.Year);
        }
        bareMonth = month;
        if (calendar.Day is not { } day)
        {
            var of = calendar.Year ?? (around is { } today ? NearestYear(today, month, 15, future, monthOnly: true) : null);
            if (of is { } inYear) { Mention(new DateOnly(inYear, month, 1), TimeUnit.Month); }
            return Month(of, month);
        }

        if ((calendar.Year ?? (around is { } now ? NearestYear(now, month, day, future, monthOnly: false) : null)) is not { } year || day > DateTime.DaysInMonth(year, month))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Year(calendar.Year)}-{month:00}-{day:00}");
        }

        return Speak(new DateOnly(year, month, day));
    }

    private string Resolve(Shifted shifted)
    {
        if (anchor is not { } today) { return shifted.Amount == 0 ? "PRESENT_REF" : shifted.Amount < 0 ? "PAST_REF" : "FUTURE_REF"; }
        if (shifted.FromSpoken) { today = (shifted.Unit <= TimeUnit.Day ? spoken : period) ?? today; }
        if (Move(today, shifted.Unit, shifted.Amount) is not { } moved) { return shifted.Amount < 0 ? "PAST_REF" : "FUTURE_REF"; }
        if (shifted.Unit <= TimeUnit.Day) { return Speak(moved); }
        if (IsCompared(shifted) && period is { } compared && Move(compared, shifted.Unit, shifted.Amount) is { } then) { return TimexValue.Containing(then, grain); }
        if (shifted.Unit <= TimeUnit.Year) { Mention(moved, shifted.Unit); }
        return TimexValue.Containing(moved, shifted is { Exact: false, Unit: > TimeUnit.Year } ? TimeUnit.Year : shifted.Unit);
    }

    // "In the third quarter it fell from a year earlier": from the same quarter.
    private bool IsCompared(Shifted shifted) =>
        shifted is { Unit: TimeUnit.Year, Exact: false, Amount: < 0 } && grainSentence == sentence && (grain is TimeUnit.Quarter || (shifted.FromSpoken && grain is TimeUnit.Month));

    // A quarter of no named year is the last that has begun, ahead the first that has not ended.
    private int? YearOf(Quarter quarter, bool future)
    {
        if (anchor is not { } today) { return null; }
        var now = (today.Month + 2) / 3;
        return future ? (quarter.Number < now ? today.Year + 1 : today.Year) : quarter.Number > now ? today.Year - 1 : today.Year;
    }

    private void Mention(DateOnly member, TimeUnit unit) => (period, grain, grainSentence) = (member, unit, sentence);

    private string Speak(DateOnly day)
    {
        spoken = day;
        Mention(day, TimeUnit.Day);
        return TimexValue.Of(day);
    }

    // Without a sign of the future, a weekday is the last such day, today included: news tells what has happened.
    private static DateOnly DayOf(DateOnly today, Weekday weekday, bool future)
    {
        var back = ((int)today.DayOfWeek - (int)weekday.Day + 7) % 7;
        if (weekday.OfThisWeek && FromMonday(weekday.Day) > FromMonday(today.DayOfWeek)) { return today.AddDays(7 - back); }
        if (weekday.Shift > 0 || (future && weekday.Shift == 0)) { return today.AddDays(7 - back == 7 ? (weekday.Shift > 0 ? 7 : 0) : 7 - back); }
        return today.AddDays(weekday.Shift < 0 && back == 0 ? -7 : -back);
    }

    // The year that puts the date nearest to the anchor, looking back further than ahead unless the sentence speaks of the future.
    private static int NearestYear(DateOnly today, int month, int day, bool future, bool monthOnly)
    {
        var year = today.Year;
        var ahead = (month - today.Month) * 30 + (monthOnly ? 0 : day - today.Day);
        var (furthestAhead, furthestBack) = future ? (330, 30) : monthOnly ? (30, 330) : (120, 240);
        if (ahead > furthestAhead) { year--; }
        if (ahead < -furthestBack && ahead + 365 <= furthestAhead) { year++; }
        return year;
    }

    // The feast of that year; of no given year, the one of the year before if this year's is still far off.
    private DateOnly DayOf(FeastDay named, int year)
    {
        var day = FeastCalendar.DayOf(named.Feast, year).AddDays(named.Shift);
        return named.Year is null && day > anchor?.AddDays(14) ? DayOf(named with { Year = year - 1 }, year - 1) : day;
    }

    // "The 27th": of the month last spoken of, or of the one beside it where that would lie on the wrong side of the anchor.
    private DateOnly? DayNear(int day, bool future)
    {
        if (anchor is not { } today) { return null; }
        var month = grain <= TimeUnit.Month && period is { } told ? told : today;
        for (var shift = 0; shift < 3; shift++)
        {
            var moved = month.AddMonths(future ? shift : -shift);
            if (day > DateTime.DaysInMonth(moved.Year, moved.Month)) { continue; }
            var named = new DateOnly(moved.Year, moved.Month, day);
            if (future ? named >= today : named <= today) { return named; }
        }

        return null;
    }

    private static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;

    private static int SeasonShift(Season season, DateOnly today)
    {
        if (season.Shift is not { } shift) { return 0; }
        var begins = season.Code switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 };
        return shift < 0 ? (today.Month >= begins + 3 ? 0 : -1) : shift > 0 ? (today.Month < begins ? 0 : 1) : 0;
    }

    private static DateOnly? Move(DateOnly day, TimeUnit unit, int amount)
    {
        var (days, months) = unit switch
        {
            < TimeUnit.Day => (0L, 0L),
            TimeUnit.Day => (amount, 0L),
            TimeUnit.Weekend or TimeUnit.Week => (7L * amount, 0L),
            TimeUnit.Fortnight => (14L * amount, 0L),
            TimeUnit.Month => (0L, amount),
            TimeUnit.Quarter => (0L, 3L * amount),
            TimeUnit.Year => (0L, 12L * amount),
            TimeUnit.Decade => (0L, 120L * amount),
            _ => (0L, 1200L * amount),
        };
        var years = months / 12.0 + days / 365.25;
        return day.Year + years is > 2 and < 9990 ? day.AddMonths((int)months).AddDays((int)days) : null;
    }

    private static string Month(int? year, int month) => string.Create(CultureInfo.InvariantCulture, $"{Year(year)}-{month:00}");

    private static string Year(int? year) => year?.ToString("0000", CultureInfo.InvariantCulture) ?? "XXXX";
}
