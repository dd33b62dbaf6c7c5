namespace Hearsay.Web.Text;

/// <summary>Which plural form a whole number takes in a language: the categories of Unicode's CLDR, for languages that its plainest rules do not serve.</summary>
public static class PluralRule
{
    /// <summary>Every number that has no other category.</summary>
    public const string Other = "other";

    /// <summary>Most numbers, in languages that have a form for few.</summary>
    public const string Many = "many";

    private const string One = "one";
    private const string Few = "few";

    /// <summary>The category of a number.</summary>
    public static string Of(string language, long count)
    {
        ArgumentNullException.ThrowIfNull(language);
        var (last, lastTwo) = (count % 10, count % 100);
        return language.Split('-')[0] switch
        {
            "uk" or "ru" or "be" or "sr" or "hr" or "bs" => last == 1 && lastTwo != 11 ? One : last is >= 2 and <= 4 && lastTwo is not (>= 12 and <= 14) ? Few : Many,
            "pl" => count == 1 ? One : last is >= 2 and <= 4 && lastTwo is not (>= 12 and <= 14) ? Few : Many,
            "cs" or "sk" => count == 1 ? One : count is >= 2 and <= 4 ? Few : Other,
            "lt" => last == 1 && lastTwo is not (>= 11 and <= 19) ? One : last >= 2 && lastTwo is not (>= 11 and <= 19) ? Few : Other,
            "lv" => last == 0 || lastTwo is >= 11 and <= 19 ? "zero" : last == 1 ? One : Other,
            "fr" or "pt" => count <= 1 ? One : Other,
            "ja" or "ko" or "zh" or "vi" or "th" or "id" => Other,
            "ar" => count switch { 0 => "zero", 1 => One, 2 => "two", _ => lastTwo switch { >= 3 and <= 10 => Few, >= 11 => Many, _ => Other } },
            _ => count == 1 ? One : Other,
        };
    }
}
