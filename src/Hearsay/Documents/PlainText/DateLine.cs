using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hearsay.Documents.PlainText;

/// <summary>A line that holds a date or a time of day and little else.</summary>
/// <param name="Date">The day it gives; unknown where it gives none, or none with a year.</param>
/// <param name="IsUpdate">True where it says when the text was last changed and not when it was published.</param>
internal sealed partial record DateLine(PublicationDate Date, bool IsUpdate)
{
    private const int MaxLength = 120;

    private const string Months =
        "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|" +
        "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|" +
        "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря";

    private static readonly string[][] MonthWords =
    [
        ["jan", "січня", "января"], ["feb", "лютого", "февраля"], ["mar", "березня", "марта"], ["apr", "квітня", "апреля"], ["may", "травня", "мая"], ["jun", "червня", "июня"],
        ["jul", "липня", "июля"], ["aug", "серпня", "августа"], ["sep", "вересня", "сентября"], ["oct", "жовтня", "октября"], ["nov", "листопада", "ноября"], ["dec", "грудня", "декабря"],
    ];

    // Words that date lines hold beside the date.
    private static readonly FrozenSet<string> Fillers = new[]
    {
        "published", "publication", "updated", "posted", "last", "modified", "edited", "update", "date", "dated", "time", "on", "at", "of", "the", "first", "created", "added", "story", "article",
        "gmt", "utc", "est", "edt", "et", "pt", "pst", "cet", "eet", "eest", "msk", "bst", "am", "pm", "a", "p", "m", "local",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun",
        "опубліковано", "оновлено", "дата", "публікації", "створено", "змінено", "о", "об", "у", "в", "р", "рік", "року", "год", "понеділок", "вівторок", "середа", "четвер", "п'ятниця", "субота", "неділя",
        "опубликовано", "обновлено", "публикации", "создано", "изменено", "г", "года", "мск", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> UpdateWords = new[] { "updated", "update", "modified", "edited", "оновлено", "змінено", "обновлено", "изменено" }.ToFrozenSet();

    private static readonly FrozenSet<string> PublishWords = new[] { "published", "posted", "created", "опубліковано", "створено", "опубликовано", "создано" }.ToFrozenSet();

    /// <summary>Reads a line as a date line; null where it is something else.</summary>
    public static DateLine? Parse(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length > MaxLength || !line.ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var text = line.ToString();
        var found = Find(text, out var match);
        var rest = match is null ? text : string.Concat(text.AsSpan(0, match.Index), " ", text.AsSpan(match.Index + match.Length));
        if (match is not null && Find(rest, out var second) is not null)
        {
            rest = rest.Remove(second!.Index, second.Length);
        }

        var withoutTime = TimeOfDay().Replace(rest, " ", 2);
        if (match is null && withoutTime.Length == rest.Length)
        {
            return null;
        }

        var (update, publish, strange) = (false, false, 0);
        foreach (var word in Word().EnumerateMatches(withoutTime))
        {
            var lower = withoutTime.Substring(word.Index, word.Length).ToLowerInvariant();
            update |= UpdateWords.Contains(lower);
            publish |= PublishWords.Contains(lower);
            if (Fillers.Contains(lower))
            {
                continue;
            }

            // Beside a date there is room for the name of a place.
            if (match is null || !char.IsUpper(withoutTime[word.Index]) || ++strange > 3)
            {
                return null;
            }
        }

        return new DateLine(found ?? PublicationDate.Unknown, update && !publish);
    }

    /// <summary>Reads a line that is cut in stretches by bars, dots or wide gaps, one of them a date and the others of a few words: an author, a count of views, minutes of reading.</summary>
    public static DateLine? ParseStretches(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxLength || !line.ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        DateLine? found = null;
        var stretches = Gap().Split(line.ToString());
        foreach (var stretch in stretches)
        {
            var date = Parse(stretch);
            if (date is null && Word().Count(stretch) > (stretch.TrimEnd() is [.., '.' or '!' or '?' or '"' or '”'] ? 2 : 5))
            {
                return null;
            }

            found = found?.Date.Basis is DateBasis.Text ? found : date ?? found;
        }

        return stretches.Length > 1 ? found : null;
    }

    /// <summary>The day that a line above a text gives by its weekday too: "The evening brief: Monday, 3 March 2031", "Broadcast on Monday, March 3, 2031; shortened".</summary>
    public static PublicationDate? Named(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxLength || !line.ContainsAnyInRange('0', '9')) { return null; }
        var text = line.ToString();
        return Weekday().Match(text) is { Success: true } weekday && Find(text, out var match) is { } day && match is not null && match.Index - weekday.Index - weekday.Length is >= 0 and <= 2 ? day : null;
    }

    /// <summary>The first date in a text, with the stretch it takes; the value is null where it has no year.</summary>
    private static PublicationDate? Find(string text, out Match? match)
    {
        if (Iso().Match(text) is { Success: true } iso)
        {
            match = iso;
            return On(Int(iso, "y"), Int(iso, "m"), Int(iso, "d"));
        }

        if (Named().Match(text) is { Success: true } named)
        {
            match = named;
            var month = named.Groups["m"].Value.ToLowerInvariant();
            return named.Groups["y"].Success
                ? On(Int(named, "y"), Array.FindIndex(MonthWords, words => words.Any(word => month.StartsWith(word, StringComparison.Ordinal))) + 1, Int(named, "d"))
                : null;
        }

        match = Numeric().Match(text) is { Success: true } numeric ? numeric : null;
        if (match is null)
        {
            return null;
        }

        var (first, second, year) = (Int(match, "a"), Int(match, "b"), Int(match, "y"));
        year += year < 100 ? 2000 : 0;
        var dayFirst = On(year, second, first);
        var monthFirst = On(year, first, second);

        // With full stops the day comes first; with strokes it depends on the country.
        return match.Groups["s"].Value is "." || monthFirst is null || dayFirst == monthFirst ? dayFirst
            : dayFirst is null ? monthFirst
            : new PublicationDate(null, Earlier(dayFirst, monthFirst), Later(dayFirst, monthFirst), DateBasis.Text);
    }

    private static DateOnly? Earlier(PublicationDate one, PublicationDate other) => one.Value < other.Value ? one.Value : other.Value;

    private static DateOnly? Later(PublicationDate one, PublicationDate other) => one.Value < other.Value ? other.Value : one.Value;

    private static PublicationDate? On(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? PublicationDate.On(new DateOnly(year, month, day), DateBasis.Text)
            : null;

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:понеділок|вівторок|середа|четвер|п['’]ятниця|субота|неділя|понедельник|вторник|среда|пятница|суббота|воскресенье)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?<y>(?:19|20)\d{2})-(?<m>\d{2})-(?<d>\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?")]
    private static partial Regex Iso();

    [GeneratedRegex($@"\b(?:(?<d>\d{{1,2}})(?:st|nd|rd|th|-го|-е)?\.?\s+(?:of\s+)?(?<m>{Months})\b\.?,?(?:\s*(?<y>(?:19|20)\d{{2}})\b)?|(?<m>{Months})\b\.?\s+(?<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s*,?\s+(?<y>(?:19|20)\d{{2}})\b)?)", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?<a>\d{1,2})(?<s>[./])(?<b>\d{1,2})\k<s>(?<y>(?:19|20)?\d{2})\b")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\b\d{1,2}(?:[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?|\s*[ap]\.?m\b\.?)(?:\s*\(?(?:GMT|UTC)\s*[+-]\s*\d{1,2}\)?)?", RegexOptions.IgnoreCase)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"\s*[|•·]\s*|\s+[–—]\s+|\s{2,}|\t")]
    private static partial Regex Gap();

    [GeneratedRegex(@"[\p{L}\d]+(?:['’]\p{L}+)?")]
    private static partial Regex Word();
}
