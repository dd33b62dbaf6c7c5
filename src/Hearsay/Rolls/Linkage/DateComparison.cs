namespace Hearsay.Rolls.Linkage;

/// <summary>Compares birth dates as lists garble them.</summary>
internal static class DateComparison
{
    private static readonly int[] Powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000];

    /// <summary>The level at which two dates (<see cref="BirthDate.Value"/>) agree.</summary>
    public static DateLevel Compare(int one, int other)
    {
        if (one == 0 || other == 0) { return DateLevel.Missing; }
        if (one == other) { return one % 10000 == 0 ? DateLevel.Year : DateLevel.Same; }
        var (year, month, day) = (one / 10000, one / 100 % 100, one % 100);
        var (otherYear, otherMonth, otherDay) = (other / 10000, other / 100 % 100, other % 100);
        if (day == 0 || otherDay == 0) { return year == otherYear ? DateLevel.Year : DateLevel.Different; }
        if (year == otherYear && day == otherMonth && month == otherDay) { return DateLevel.Swapped; }
        var agreeing = (year == otherYear ? 1 : 0) + (month == otherMonth ? 1 : 0) + (day == otherDay ? 1 : 0);
        if (agreeing == 2 && (OneSlip(one, other) || (year == otherYear && month == otherMonth && Math.Abs(day - otherDay) == 1))) { return DateLevel.Slip; }
        return agreeing == 2 ? DateLevel.TwoOfThree : agreeing == 1 && AreNeighbours(year, month, day, otherYear, otherMonth, otherDay) ? DateLevel.Slip : DateLevel.Different;
    }

    /// <summary>A date as bits: day and month in the lower nine, the year above; 0 where nothing is known.</summary>
    public static int Pack(int date) => (date / 10000 << 9) | (date / 100 % 100 << 5) | (date % 100);

    /// <summary>False where two packed dates differ so that their level cannot be above <see cref="DateLevel.Different"/>: in the year, and in day or month.</summary>
    public static bool MayAgree(int packed, int other) => (packed ^ other) is var bits && (bits >> 9 == 0 || (bits & 511) == 0);

    /// <summary>Day and month exchanged, or 0 where that is no date.</summary>
    public static int Exchanged(int date)
    {
        var (year, month, day) = (date / 10000, date / 100 % 100, date % 100);
        return day is > 0 and <= 12 && day != month ? (year * 10000) + (day * 100) + month : 0;
    }

    private static bool OneSlip(int one, int other)
    {
        Span<int> at = stackalloc int[8];
        var differing = 0;
        var (a, b) = (one, other);
        for (var place = 0; place < 8; place++)
        {
            if (a % 10 != b % 10) { at[differing++] = place; }
            a /= 10;
            b /= 10;
        }

        if (differing == 1) { return true; }
        if (differing != 2 || at[1] != at[0] + 1) { return false; }
        int Digit(int date, int place) => date / Powers[place] % 10;
        return Digit(one, at[0]) == Digit(other, at[1]) && Digit(one, at[1]) == Digit(other, at[0]);
    }

    // 31 March and 1 April; 31 December and 1 January agree in nothing and are neighbours all the same, but rarely meant.
    private static bool AreNeighbours(int year, int month, int day, int otherYear, int otherMonth, int otherDay) =>
        year == otherYear && Math.Abs(month - otherMonth) == 1 && (day == 1 || otherDay == 1)
        && Math.Abs(new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month))).DayNumber - new DateOnly(otherYear, otherMonth, Math.Min(otherDay, DateTime.DaysInMonth(otherYear, otherMonth))).DayNumber) == 1;
}
