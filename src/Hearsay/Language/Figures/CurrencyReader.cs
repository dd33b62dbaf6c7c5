namespace Hearsay.Language.Figures;

/// <summary>Reads currencies by sign, code and name.</summary>
internal static class CurrencyReader
{
    /// <summary>The currency whose sign or code is the token at <paramref name="at"/>, before an amount; null where it is none.</summary>
    public static string? Before(SentenceWords words, int at) => words[at] switch
    {
        "$" or "US$" or "USD" => "USD",
        "£" or "GBP" => "GBP",
        "€" or "EUR" => "EUR",
        "₴" or "UAH" => "UAH",
        "₽" or "RUB" => "RUB",
        "¥" or "JPY" => "JPY",
        "C$" or "CAD" => "CAD",
        "A$" or "AUD" => "AUD",
        "CHF" => "CHF",
        _ => null,
    };

    /// <summary>The currency named after an amount ("dollars", "US dollars", "EUR"), and how many tokens name it.</summary>
    public static string? After(SentenceWords words, int at, out int length)
    {
        length = words[at] is "US" or "U.S." or "American" ? 2 : 1;
        var name = words[at + length - 1];
        if (name.Equals("dollars", StringComparison.OrdinalIgnoreCase) || name.Equals("dollar", StringComparison.OrdinalIgnoreCase)) { return "USD"; }
        length = 1;
        name = words[at];
        return name switch
        {
            "euros" or "euro" or "Euros" or "€" or "EUR" => "EUR",
            "pounds" or "£" or "GBP" => "GBP",
            "hryvnias" or "hryvnia" or "hryvnyas" or "UAH" => "UAH",
            "rubles" or "roubles" or "ruble" or "rouble" or "RUB" => "RUB",
            "$" or "USD" => "USD",
            "yuan" => "CNY",
            "yen" => "JPY",
            "francs" => "CHF",
            _ => null,
        };
    }
}
