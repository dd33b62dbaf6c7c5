using System.Collections.Frozen;

namespace Hearsay.Language;

/// <summary>Names of months and weekdays in English, as far as they must be kept out of names of people and bodies; dates are read in <c>Dates</c>.</summary>
internal static class CalendarNames
{
    private const string Months = "January February March April May June July August September October November December";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Full = Set(Months + " Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MonthsAndShort = Set(Months + " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec");

    /// <summary>True for a month's or a weekday's full name.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Full.Contains(word);

    /// <summary>True for a month's name, full or short ("Sept", without its period).</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => MonthsAndShort.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
