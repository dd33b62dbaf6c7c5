using System.Globalization;

namespace Hearsay.Documents.Html;

/// <summary>Finds a day written in words or numbers in a short line, such as <c>Published: 4 December 2024, 10:15</c>; English, Ukrainian and Russian months.</summary>
internal static class DatesInWords
{
    private static readonly string[][] Months =
    [
        ["jan", "січ", "янв"], ["feb", "лют", "фев"], ["mar", "бер", "мар"], ["apr", "кві", "апр"], ["may", "тра", "мая", "май"], ["jun", "чер", "июн"],
        ["jul", "лип", "июл"], ["aug", "сер", "авг"], ["sep", "вер", "сен"], ["oct", "жов", "окт"], ["nov", "лис", "ноя"], ["dec", "гру", "дек"],
    ];

    /// <summary>The first day that <paramref name="line"/> names with its year; null where it names none. All-number days are read day first, with dots, unless the year comes first.</summary>
    public static DateOnly? Find(string line)
    {
        var words = line.Split([' ', ',', '\u00A0', '\t', '(', ')', '|', 'T', ';', ':'], 40, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (Numeric(words[i]) is { } numeric) { return numeric; }
            if (Month(words[i]) is not { } month) { continue; }
            var before = i > 0 ? Number(words[i - 1]) : null;
            var after = i + 1 < words.Length ? Number(words[i + 1]) : null;
            var further = i + 2 < words.Length ? Number(words[i + 2]) : null;
            var day = (before, after, further) switch
            {
                ( >= 1 and <= 31, >= 1990, _) => Day(after.Value, month, before.Value),
                (_, >= 1 and <= 31, >= 1990) => Day(further.Value, month, after.Value),
                _ => null,
            };
            if (day is not null) { return day; }
        }

        return null;
    }

    private static DateOnly? Day(int year, int month, int day) => year < 2100 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? Numeric(string word) =>
        DateOnly.TryParseExact(word.TrimEnd('.'), ["dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and < 2100 ? day : null;

    private static int? Month(string word)
    {
        if (word.Length < 3) { return null; }
        for (var month = 0; month < Months.Length; month++)
        {
            foreach (var stem in Months[month])
            {
                if (word.StartsWith(stem, StringComparison.OrdinalIgnoreCase)) { return month + 1; }
            }
        }

        return null;
    }

    private static int? Number(string word)
    {
        var digits = word.AsSpan().TrimEnd('.');
        if (digits.Length > 2 && (digits.EndsWith("st", StringComparison.OrdinalIgnoreCase) || digits.EndsWith("nd", StringComparison.OrdinalIgnoreCase)
            || digits.EndsWith("rd", StringComparison.OrdinalIgnoreCase) || digits.EndsWith("th", StringComparison.OrdinalIgnoreCase)))
        {
            digits = digits[..^2];
        }

        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
