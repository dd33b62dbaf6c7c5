using System.Globalization;

namespace Hearsay.Rolls;

/// <summary>A date of birth, whole or its year only.</summary>
/// <param name="Value">As year × 10,000 + month × 100 + day; month and day are 0 where only the year is known; 0 where nothing is.</param>
/// <param name="Problem">Why it is no date, or null.</param>
public readonly record struct BirthDate(int Value, string? Problem = null)
{
    private const int FirstYear = 1850;
    private const int LastYear = 2100;
    private static readonly System.Buffers.SearchValues<char> Nothing = System.Buffers.SearchValues.Create(" -–—?.\u00A0");

    private static readonly string[] UnknownWords = ["невідом", "неизвест", "невядом", "unknown", "not known", "not given", "n/a", "none", "null", "немає", "нема даних", "нет", "не вказ", "не указ", "б/д"];

    private static readonly string[][] Months =
    [
        ["jan", "січ", "янв", "студ"], ["feb", "лют", "фев"], ["mar", "берез", "мар", "сак"], ["apr", "квіт", "апр", "крас"], ["may", "трав", "мая", "май"], ["jun", "черв", "июн", "чэрв"],
        ["jul", "лип", "июл", "ліп"], ["aug", "серп", "авг", "жні"], ["sep", "верес", "сен", "вер"], ["oct", "жовт", "окт", "кастр"], ["nov", "листоп", "ноя", "ліст"], ["dec", "груд", "дек", "снеж"],
    ];

    /// <summary>Reads a cell: <c>03.05.1991</c>, <c>1991-05-03</c>, <c>3/5/91</c>, <c>3 травня 1991 р.</c>, <c>1991</c>; nothing, a dash or a question mark is unknown.</summary>
    public static BirthDate Parse(ReadOnlySpan<char> written)
    {
        Span<int> numbers = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        var (count, month, monthAt) = (0, 0, 0);
        for (var at = 0; at < written.Length;)
        {
            if (char.IsAsciiDigit(written[at]))
            {
                if (count == 3) { break; } // a time of day follows
                var start = at;
                var value = 0;
                while (at < written.Length && char.IsAsciiDigit(written[at]) && at - start < 8) { value = (value * 10) + (written[at++] - '0'); }
                (numbers[count], digits[count]) = (value, at - start);
                count++;
            }
            else if (char.IsLetter(written[at]))
            {
                var start = at;
                while (at < written.Length && char.IsLetter(written[at])) { at++; }
                if (month == 0 && at - start >= 3 && MonthOf(written[start..at]) is > 0 and var named) { (month, monthAt) = (named, count); }
            }
            else { at++; }
        }

        if (count == 0) { return written.ContainsAnyExcept(Nothing) && !IsUnknown(written) ? Bad() : default; }
        if (month > 0 && count == 2) { return monthAt == 0 || digits[0] < 3 ? Whole(numbers[1], digits[1], month, numbers[0]) : Whole(numbers[0], digits[0], month, numbers[1]); }
        return count switch
        {
            1 when digits[0] == 4 => numbers[0] is >= FirstYear and <= LastYear ? new BirthDate(numbers[0] * 10000) : Bad(),
            1 when digits[0] == 5 && numbers[0] is > 3000 and < 60000 => Serial(numbers[0]), // a workbook's day without its format
            1 when digits[0] == 8 && numbers[0] / 10000 is >= FirstYear and <= LastYear => Whole(numbers[0] / 10000, 4, numbers[0] / 100 % 100, numbers[0] % 100),
            1 when digits[0] == 8 => Whole(numbers[0] % 10000, 4, numbers[0] / 10000 % 100, numbers[0] / 1000000),
            3 when digits[0] == 4 => Whole(numbers[0], 4, numbers[1], numbers[2]),
            3 when numbers[1] > 12 && numbers[0] <= 12 && written.Contains('/') => Whole(numbers[2], digits[2], numbers[0], numbers[1]),
            3 => Whole(numbers[2], digits[2], numbers[1], numbers[0]),
            _ => Bad(),
        };
    }

    private static bool IsUnknown(ReadOnlySpan<char> written)
    {
        foreach (var word in UnknownWords)
        {
            if (written.Trim().TrimEnd('.').StartsWith(word, StringComparison.OrdinalIgnoreCase)) { return true; }
        }

        return false;
    }

    private static BirthDate Serial(int days)
    {
        var day = new DateOnly(1899, 12, 30).AddDays(days);
        return new BirthDate(Pack(day.Year, day.Month, day.Day));
    }

    private static BirthDate Whole(int year, int digits, int month, int day)
    {
        if (digits == 2) { year += year > 25 ? 1900 : 2000; } // people on lists are adults: 26 is 1926
        if (year is < FirstYear or > LastYear || digits is not (2 or 4)) { return Bad(); }
        if (month == 0 && day == 0) { return new BirthDate(year * 10000); }
        return month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? new BirthDate(Pack(year, month, day), string.Create(CultureInfo.InvariantCulture, $"the birth date {day:00}.{month:00}.{year} does not exist"))
            : new BirthDate(Pack(year, month, day));
    }

    // An impossible date still says its year, which is kept.
    private static int Pack(int year, int month, int day) => (year * 10000) + (month is >= 1 and <= 12 && day is >= 1 and <= 31 ? (month * 100) + day : 0);

    // What stands there is not repeated: where columns are shifted it can be a name.
    private static BirthDate Bad() => new(0, "the birth date cannot be read");

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        for (var month = 0; month < 12; month++)
        {
            foreach (var beginning in Months[month])
            {
                if (word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) { return month + 1; }
            }
        }

        return 0;
    }
}
