using System.Globalization;

namespace Hearsay.Language.Dates;

/// <summary>Spells TIMEX3 values.</summary>
internal static class TimexValue
{
    /// <summary>A length of time as <c>P4M</c> or <c>PT5H</c>; <c>X</c> where the amount is open.</summary>
    public static string Period(int? amount, TimeUnit unit)
    {
        var number = amount?.ToString(CultureInfo.InvariantCulture) ?? "X";
        return unit switch
        {
            TimeUnit.Second => $"PT{number}S",
            TimeUnit.Minute => $"PT{number}M",
            TimeUnit.Hour => $"PT{number}H",
            TimeUnit.Day => $"P{number}D",
            TimeUnit.Weekend => $"P{number}WE",
            TimeUnit.Week => $"P{number}W",
            TimeUnit.Fortnight => amount is { } n ? $"P{2 * n}W" : "PXW",
            TimeUnit.Month => $"P{number}M",
            TimeUnit.Quarter => $"P{number}Q",
            TimeUnit.Year => $"P{number}Y",
            TimeUnit.Decade => amount is { } n ? $"P{10 * n}Y" : "PXDE",
            TimeUnit.Century => amount is { } n ? $"P{100 * n}Y" : "PXCE",
            _ => throw new ArgumentOutOfRangeException(nameof(unit)),
        };
    }

    /// <summary>A length of time with quarters of a unit: <c>PT5H30M</c>, <c>P1.5Y</c>.</summary>
    public static string Period(int? amount, TimeUnit unit, int quarters) => (quarters, unit) switch
    {
        (0, _) => Period(amount, unit),
        (_, TimeUnit.Hour) => $"PT{amount}H{15 * quarters}M",
        _ => Period(amount, unit).Insert(Period(amount, unit).Length - 1, (quarters / 4m).ToString(".##", CultureInfo.InvariantCulture)),
    };

    /// <summary>A quarter of a unit, in a finer one.</summary>
    public static string QuarterOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Minute => "PT15S",
        TimeUnit.Hour => "PT15M",
        TimeUnit.Day => "PT6H",
        TimeUnit.Year => "P3M",
        TimeUnit.Century => "P25Y",
        _ => Period(null, unit),
    };

    /// <summary>Half a unit, in the next finer one.</summary>
    public static string Half(TimeUnit unit) => unit switch
    {
        TimeUnit.Minute => "PT30S",
        TimeUnit.Hour => "PT30M",
        TimeUnit.Day => "PT12H",
        TimeUnit.Month => "P15D",
        TimeUnit.Year => "P6M",
        TimeUnit.Decade => "P5Y",
        TimeUnit.Century => "P50Y",
        _ => Period(null, unit),
    };

    /// <summary>Some day of the week, of no known week: <c>XXXX-WXX-5</c>, Monday being 1.</summary>
    public static string AnyWeekday(int dayOfWeek) => string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{(dayOfWeek == 0 ? 7 : dayOfWeek)}");

    /// <summary>A day.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The period of <paramref name="unit"/> in which <paramref name="day"/> lies.</summary>
    public static string Containing(DateOnly day, TimeUnit unit) => unit switch
    {
        TimeUnit.Week or TimeUnit.Fortnight => Week(day),
        TimeUnit.Weekend => Week(day) + "-WE",
        TimeUnit.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        TimeUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-Q{(day.Month + 2) / 3}"),
        TimeUnit.Year => day.ToString("yyyy", CultureInfo.InvariantCulture),
        TimeUnit.Decade => (day.Year / 10).ToString("000", CultureInfo.InvariantCulture) + "X",
        TimeUnit.Century => (day.Year / 100).ToString("00", CultureInfo.InvariantCulture) + "XX",
        _ => Of(day),
    };

    private static string Week(DateOnly day)
    {
        var noon = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(noon):0000}-W{ISOWeek.GetWeekOfYear(noon):00}");
    }
}
