using System.Collections.Frozen;
using System.Globalization;
using static Hearsay.Language.Dates.TimeWordKind;

namespace Hearsay.Language.Dates;

/// <summary>Reads single English tokens as words of time.</summary>
internal static class EnglishTimeWords
{
    private static readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> Words =
        Lexicon().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What <paramref name="token"/> contributes; <see cref="Other"/> for words that have nothing to do with time.</summary>
    public static TimeWord Read(ReadOnlySpan<char> token)
    {
        if (token.Length > 24) { return default; }
        if (Words.TryGetValue(token, out var word)) { return NeedsCapital(word, token) && !char.IsUpper(token[0]) ? default : word; }
        if (char.IsAsciiDigit(token[0])) { return ReadDigits(token); }
        if (token[0] is '\'' or '’' && token.Length is 4 or 3) { return ReadShortYear(token[1..]); }
        return token.Contains('-') ? ReadHyphenated(token) : default;
    }

    private static bool NeedsCapital(TimeWord word, ReadOnlySpan<char> token) =>
        word.Kind is Month or Weekday or Weekdays or TimeWordKind.Feast or DayName or New or Eve && token is not ("sept." or "oct." or "nov." or "dec.");

    private static TimeWord ReadShortYear(ReadOnlySpan<char> rest)
    {
        if (rest.Length == 3 && rest[2] is 's' && int.TryParse(rest[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var decade))
        {
            return new TimeWord(Decade, 1900 + decade);
        }

        return default;
    }

    private static TimeWord ReadDigits(ReadOnlySpan<char> token)
    {
        if (int.TryParse(token, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)) { return new TimeWord(Number, number, token.Contains(',') ? 1 : 0); }
        if (token.Length is 5 or 6 && token[^1] == 's' && int.TryParse(token[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var decade) && decade % 10 == 0)
        {
            return new TimeWord(Decade, decade);
        }

        if (token.Length <= 4 && token[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(token[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal))
        {
            return new TimeWord(Ordinal, ordinal, 1);
        }

        if (token is [.., '½'] && int.TryParse(token[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var whole)) { return new TimeWord(MixedNumber, whole, 2); }
        if (ReadYears(token) is { } first) { return new TimeWord(HyphenYear, first); }
        var colon = token.IndexOf(':');
        if (colon is 1 or 2 && token.Length == colon + 3
            && int.TryParse(token[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 25
            && int.TryParse(token[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60)
        {
            return new TimeWord(Clock, hour * 60 + minute);
        }

        if (ReadMeridiem(token) is { Kind: Clock } clock) { return clock; }
        if (token.Length is >= 8 and <= 10 && ReadFullDate(token) is { } day) { return new TimeWord(FullDate, day.Year, day.DayOfYear); }
        return token.Contains('-') ? ReadHyphenated(token) : default;
    }

    // "2029-2030", "2029–30": the first year
    private static int? ReadYears(ReadOnlySpan<char> token)
    {
        if (token.Length is not (7 or 9) || token[4] is not ('-' or '–')) { return null; }
        if (!int.TryParse(token[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var first) || !int.TryParse(token[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var last)) { return null; }
        if (token.Length == 7) { last += first / 100 * 100; }
        return first is >= 1500 and <= 2100 && last > first && last - first <= 20 ? first : null;
    }

    private static TimeWord ReadMeridiem(ReadOnlySpan<char> token) // 10am, 10pm
    {
        if (token[^1] is not ('m' or 'M') || token.Length is < 3 or > 4 || token[^2] is not ('a' or 'p' or 'A' or 'P')) { return default; }
        return int.TryParse(token[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour is > 0 and < 13
            ? new TimeWord(Clock, (hour % 12 + (token[^2] is 'p' or 'P' ? 12 : 0)) * 60, 1)
            : default;
    }

    private static DateOnly? ReadFullDate(ReadOnlySpan<char> token)
    {
        foreach (var format in FullDateFormats)
        {
            if (DateOnly.TryParseExact(token, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) { return day; }
        }

        return null;
    }

    // A slashed date is read month first, as English-language wires write it, unless that is no date.
    private static readonly string[] FullDateFormats = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "MM/dd/yyyy", "M/d/yyyy", "dd/MM/yyyy", "d/M/yyyy", "yyyy/MM/dd", "MM/dd/yy", "dd/MM/yy", "dd.MM.yy"];

    private static TimeWord ReadHyphenated(ReadOnlySpan<char> token)
    {
        var hyphen = token.IndexOf('-');
        var left = token[..hyphen];
        var right = token[(hyphen + 1)..];
        if (left.IsEmpty || right.IsEmpty) { return default; }
        if (left.Equals("mid", StringComparison.OrdinalIgnoreCase) || left.Equals("early", StringComparison.OrdinalIgnoreCase) || left.Equals("late", StringComparison.OrdinalIgnoreCase))
        {
            return Read(right) switch
            {
                { Kind: Month } month => new TimeWord(HyphenPart, month.Value),
                { Kind: Number, Value: > 1499 and < 2101, Second: 0 } year => new TimeWord(HyphenYear, year.Value),
                { Kind: Decade } decade => decade,
                { Kind: Season } season => season,
                { Kind: Weekday } weekday => weekday,
                _ => default,
            };
        }

        if (left is "post" or "pre" && Read(right) is { Kind: Number, Value: > 1499 and < 2101, Second: 0 } turn) { return new TimeWord(HyphenYear, turn.Value); }
        if (right.EndsWith("-old")) { return default; } // an age
        if (right is "ago" or "earlier" && Read(left) is { Kind: Unit } before) { return new TimeWord(HyphenAgo, before.Value); }
        if (right.Equals("quarter", StringComparison.OrdinalIgnoreCase) && Read(left) is { Kind: Ordinal, Value: <= 4 } quarter) { return new TimeWord(HyphenQuarter, quarter.Value); }
        if (right is "and-a-half" && Read(left) is { Kind: Number, Second: 0 } halved) { return new TimeWord(MixedNumber, halved.Value, 2); }
        var tail = right.IndexOf('-'); // "two-day-long"
        var middle = tail < 0 ? right : right[..tail];
        if (Read(middle) is { Kind: Unit or Units } unit)
        {
            return Read(left) switch
            {
                { Kind: Number, Second: 0 } amount => new TimeWord(HyphenDuration, amount.Value, unit.Value),
                { Kind: TimeWordKind.Half } => new TimeWord(HyphenDuration, 0, unit.Value),
                { Kind: TimeWordKind.Quarter } => new TimeWord(HyphenDuration, -2, unit.Value),
                _ => default,
            };
        }

        if (Read(left) is { Kind: Number, Second: 0, Value: >= 1 and <= 31 } from && char.IsAsciiDigit(left[0]) && Read(right) is { Kind: Number, Second: 0, Value: <= 31 } to && from.Value < to.Value)
        {
            return new TimeWord(DayRange, from.Value, to.Value);
        }

        return Read(left) switch
        {
            { Kind: Unit } long_ when right is "long" => new TimeWord(HyphenDuration, 1, long_.Value),
            { Kind: Units } many when right is "long" or "old" => new TimeWord(HyphenDuration, -1, many.Value),
            { Kind: Number, Value: >= 20 and < 100 } tens when Read(right) is { Kind: Number, Value: > 0 and < 10 } ones => new TimeWord(Number, tens.Value + ones.Value),
            { Kind: Number, Value: >= 20 and < 100 } tens when Read(right) is { Kind: Ordinal, Value: < 10 } ones => new TimeWord(Ordinal, tens.Value + ones.Value),
            _ => default,
        };
    }

    private static Dictionary<string, TimeWord> Lexicon()
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.OrdinalIgnoreCase);
        void Add(TimeWordKind kind, string spellings, int value = 0, string? text = null)
        {
            foreach (var spelling in spellings.Split(' ')) { words[spelling] = new TimeWord(kind, value, 0, text); }
        }

        string[] months = ["January Jan.", "February Feb.", "March Mar.", "April Apr.", "May", "June Jun.", "July Jul.", "August Aug.", "September Sept. Sep. Sept", "October Oct. Oct", "November Nov. Nov", "December Dec. Dec"];
        for (var i = 0; i < months.Length; i++) { Add(Month, months[i], i + 1); }
        string[] weekdays = ["Sunday Sun.", "Monday Mon.", "Tuesday Tue. Tues.", "Wednesday Wed.", "Thursday Thu. Thurs.", "Friday Fri.", "Saturday Sat."];
        for (var i = 0; i < weekdays.Length; i++)
        {
            Add(Weekday, weekdays[i], i);
            Add(Weekdays, weekdays[i].Split(' ')[0] + "s", i);
        }

        foreach (var unit in Enum.GetValues<TimeUnit>())
        {
            var name = unit.ToString();
            Add(Unit, name, (int)unit);
            Add(Units, unit == TimeUnit.Century ? "centuries" : name + "s", (int)unit);
        }

        words.Remove("Quarter");
        words.Remove("Quarters"); // three of them are a share
        words.Remove("Second");
        Add(Unit, "minute", (int)TimeUnit.Minute);
        Add(TimeWordKind.Quarter, "quarter");
        string[] numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        for (var i = 0; i < numbers.Length; i++) { Add(Number, numbers[i], i); }
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        for (var i = 0; i < tens.Length; i++) { Add(Number, tens[i], (i + 2) * 10); }
        string[] ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
        for (var i = 0; i < ordinals.Length; i++) { Add(Ordinal, ordinals[i], i + 1); }
        Add(Season, "spring", 0, "SP");
        Add(Season, "summer summertime", 0, "SU");
        Add(Season, "autumn", 0, "FA");
        Add(Season, "fall", 1, "FA");
        Add(Season, "winter wintertime", 0, "WI");
        Add(PartOfDay, "morning", 0, "TMO");
        Add(PartOfDay, "afternoon", 0, "TAF");
        Add(PartOfDay, "evening", 0, "TEV");
        Add(PartOfDay, "night", 0, "TNI");
        Add(PartOfDay, "overnight", 1, "TNI"); // needs no day beside it
        Add(Midday, "noon midday", 0, "T12:00");
        Add(Midday, "midnight", 0, "T00:00");
        Add(Meridiem, "a.m. a.m am", 0);
        Add(Meridiem, "p.m. p.m pm", 12);
        Add(Zone, "GMT UTC EST EDT CET CEST PST PDT BST EET MSK");
        Add(Zone, "local Moscow", 1); // a zone before "time"
        Add(Today, "today");
        Add(Yesterday, "yesterday");
        Add(Tomorrow, "tomorrow");
        Add(Tonight, "tonight");
        Add(Ago, "ago");
        Add(Later, "later", 1);
        Add(Later, "earlier", -1);
        Add(This, "this");
        Add(Last, "last");
        Add(Last, "previous prior", 2);
        Add(Last, "past", 1);
        Add(Last, "latest", 3);
        Add(Next, "next coming");
        Add(Next, "following", 2);
        Add(Same, "same that");
        Add(Early, "early");
        Add(Mid, "mid");
        Add(Late, "late");
        Add(Every, "every each");
        Add(Adverb, "daily", 0, "P1D");
        Add(Adverb, "nightly", 0, "P1D");
        Add(Adverb, "weekly", 0, "P1W");
        Add(Adverb, "monthly", 0, "P1M");
        Add(Adverb, "quarterly", 0, "P3M");
        Add(Adverb, "annually annual yearly", 0, "P1Y");
        Add(Adverb, "hourly", 0, "PT1H");
        Add(Reference, "now currently nowadays", 0, "PRESENT_REF");
        Add(Reference, "current", 0, "PRESENT_REF");
        Add(Reference, "recently", 0, "PAST_REF");
        Add(Reference, "future", 1, "FUTURE_REF");
        Add(Article, "the", 1);
        Add(Article, "a an");
        Add(Of, "of");
        Add(Comma, ",");
        Add(Few, "few several couple some");
        Add(Many, "many");
        Add(More, "more other");
        Add(More, "full whole entire", 1);
        Add(Recent, "recent");
        Add(TimeWordKind.Half, "half");
        Add(And, "and or");
        Add(To, "to until till through");
        Add(Dash, "- – —");
        Add(At, "at on");
        Add(Old, "old");
        Add(TimeWordKind.Feast, "Christmas", (int)Dates.Feast.Christmas);
        Add(TimeWordKind.Feast, "Thanksgiving", (int)Dates.Feast.Thanksgiving);
        Add(TimeWordKind.Feast, "Easter", (int)Dates.Feast.Easter);
        Add(TimeWordKind.Feast, "Halloween", (int)Dates.Feast.Halloween);
        Add(DayName, "Boxing", (int)Dates.Feast.BoxingDay);
        Add(DayName, "Valentine", (int)Dates.Feast.ValentinesDay);
        Add(DayName, "Labor", (int)Dates.Feast.LaborDay);
        Add(DayName, "Memorial", (int)Dates.Feast.MemorialDay);
        Add(DayName, "Columbus", (int)Dates.Feast.ColumbusDay);
        Add(DayName, "Presidents", (int)Dates.Feast.PresidentsDay);
        Add(DayName, "Veterans Armistice Remembrance", (int)Dates.Feast.ArmisticeDay);
        Add(New, "New");
        Add(Possessive, "'s ’s");
        Add(Eve, "Eve");
        Add(Before, "before");
        Add(After, "after");
        Add(From, "from");
        Add(In, "in");
        Add(During, "over during within throughout for");
        Add(All, "all");
        Add(OClock, "o'clock o’clock");
        Add(TimeNoun, "time");
        Add(Frequency, "once twice thrice");
        Add(Times, "times");
        Add(Fraction, "1/4", 1);
        Add(Fraction, "1/2 ½", 2);
        Add(Fraction, "3/4", 3);
        Add(End, "end beginning start middle");
        Add(Fiscal, "fiscal");
        Add(Hundred, "hundred", 100);
        Add(Hundred, "thousand", 1000);
        string[] decades = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
        for (var i = 0; i < decades.Length; i++) { words[decades[i]] = new TimeWord(Decade, 1920 + 10 * i, 1); } // with an article: "in her sixties" is an age
        words["year-end"] = new TimeWord(HyphenEnd, (int)TimeUnit.Year);
        words["month-end"] = new TimeWord(HyphenEnd, (int)TimeUnit.Month);
        Add(Nearness, "near foreseeable distant immediate");
        return words;
    }
}
