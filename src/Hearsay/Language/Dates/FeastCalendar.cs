namespace Hearsay.Language.Dates;

/// <summary>A feast or holiday by which days are named.</summary>
internal enum Feast
{
    Christmas,
    Thanksgiving,
    Easter,
    Halloween,
    BoxingDay,
    ValentinesDay,
    LaborDay,
    MemorialDay,
    ColumbusDay,
    PresidentsDay,
    ArmisticeDay,
}

/// <summary>On what day a feast falls.</summary>
internal static class FeastCalendar
{
    /// <summary>The day of <paramref name="feast"/> in a year from 1 to 9999.</summary>
    public static DateOnly DayOf(Feast feast, int year) => feast switch
    {
        Feast.Christmas => new DateOnly(year, 12, 25),
        Feast.BoxingDay => new DateOnly(year, 12, 26),
        Feast.Halloween => new DateOnly(year, 10, 31),
        Feast.ValentinesDay => new DateOnly(year, 2, 14),
        Feast.ArmisticeDay => new DateOnly(year, 11, 11),
        Feast.Thanksgiving => Nth(4, DayOfWeek.Thursday, year, 11),
        Feast.LaborDay => Nth(1, DayOfWeek.Monday, year, 9),
        Feast.ColumbusDay => Nth(2, DayOfWeek.Monday, year, 10),
        Feast.PresidentsDay => Nth(3, DayOfWeek.Monday, year, 2),
        Feast.MemorialDay => Nth(1, DayOfWeek.Monday, year, 6).AddDays(-7), // the last Monday of May
        Feast.Easter => Easter(year),
        _ => throw new ArgumentOutOfRangeException(nameof(feast)),
    };

    private static DateOnly Nth(int number, DayOfWeek weekday, int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)weekday - (int)first.DayOfWeek + 7) % 7 + 7 * (number - 1));
    }

    // Western Easter by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, chapter 8).
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }
}
