using System.Collections.Frozen;

namespace Hearsay.Language.Figures;

/// <summary>Reads currencies by sign, code and name.</summary>
internal static class CurrencyReader
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Signs = new Dictionary<string, string>
    {
        ["$"] = "USD", ["US$"] = "USD", ["USD"] = "USD", ["£"] = "GBP", ["GBP"] = "GBP", ["€"] = "EUR", ["EUR"] = "EUR", ["₴"] = "UAH", ["UAH"] = "UAH", ["₽"] = "RUB", ["RUB"] = "RUB",
        ["¥"] = "JPY", ["JPY"] = "JPY", ["C$"] = "CAD", ["CAD"] = "CAD", ["A$"] = "AUD", ["AUD"] = "AUD", ["CHF"] = "CHF",
    }.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The signs and codes that stand before an amount.</summary>
    public static IEnumerable<string> Openings => Signs.Dictionary.Keys;

    /// <summary>The currency whose sign or code is the token at <paramref name="at"/>, before an amount; null where it is none.</summary>
    public static string? Before(SentenceWords words, int at) => Signs.TryGetValue(words[at], out var currency) ? currency : null;

    /// <summary>The currency named after an amount ("dollars", "US dollars", "EUR"), and how many tokens name it.</summary>
    public static string? After(SentenceWords words, int at, out int length)
    {
        length = words[at] is "US" or "U.S." or "American" ? 2 : 1;
        var name = words[at + length - 1];
        if (name.Equals("dollars", StringComparison.OrdinalIgnoreCase) || name.Equals("dollar", StringComparison.OrdinalIgnoreCase)) { return "USD"; }
        length = 1;
        if (Names.TryGetValue(words[at], out var code)) { return code; }
        if (words[at + 1].IsEmpty || !Names.TryGetValue(words[at + 1], out code)) { return null; }
        length = 2;
        return Issuers.TryGetValue((words[at].ToString(), code), out var issued) ? issued : null;
    }

    // Names that several countries' money has stay as they are where no country is named.
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["euro"] = "EUR", ["euros"] = "EUR", ["€"] = "EUR", ["EUR"] = "EUR", ["pounds"] = "GBP", ["£"] = "GBP", ["GBP"] = "GBP", ["$"] = "USD", ["USD"] = "USD",
        ["hryvnia"] = "UAH", ["hryvnias"] = "UAH", ["hryvnya"] = "UAH", ["hryvnyas"] = "UAH", ["UAH"] = "UAH",
        ["ruble"] = "RUB", ["rubles"] = "RUB", ["rouble"] = "RUB", ["roubles"] = "RUB", ["RUB"] = "RUB",
        ["yuan"] = "CNY", ["yen"] = "JPY", ["won"] = "KRW", ["zloty"] = "PLN", ["zlotys"] = "PLN", ["zlotych"] = "PLN", ["tenge"] = "KZT", ["shekel"] = "ILS", ["shekels"] = "ILS", ["baht"] = "THB", ["riel"] = "KHR", ["kyat"] = "MMK",
        ["manat"] = "manat", ["dram"] = "AMD", ["drams"] = "AMD", ["lari"] = "GEL", ["birr"] = "ETB", ["riyals"] = "riyal", ["rials"] = "rial", ["dirhams"] = "dirham", ["naira"] = "NGN",
        ["crown"] = "crown", ["crowns"] = "crown", ["kronor"] = "SEK", ["kroner"] = "krone", ["koruna"] = "CZK", ["lira"] = "lira", ["liras"] = "lira", ["franc"] = "franc", ["francs"] = "franc", ["rupee"] = "rupee", ["rupees"] = "rupee", ["dinar"] = "dinar", ["dinars"] = "dinar", ["peso"] = "peso", ["pesos"] = "peso",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<(string Country, string Name), string> Issuers = new Dictionary<(string, string), string>
    {
        [("Czech", "crown")] = "CZK", [("Swedish", "crown")] = "SEK", [("Norwegian", "crown")] = "NOK", [("Danish", "crown")] = "DKK", [("Norwegian", "krone")] = "NOK", [("Danish", "krone")] = "DKK",
        [("Swiss", "franc")] = "CHF", [("Turkish", "lira")] = "TRY", [("Indian", "rupee")] = "INR", [("Pakistani", "rupee")] = "PKR", [("Azerbaijani", "manat")] = "AZN",
        [("Russian", "RUB")] = "RUB", [("Ukrainian", "UAH")] = "UAH", [("British", "GBP")] = "GBP", [("Egyptian", "GBP")] = "EGP", [("Sudanese", "GBP")] = "SDG", [("Iraqi", "dinar")] = "IQD", [("Serbian", "dinar")] = "RSD", [("Saudi", "riyal")] = "SAR", [("Yemeni", "rial")] = "YER", [("Iranian", "rial")] = "IRR",
    }.ToFrozenDictionary();
}
