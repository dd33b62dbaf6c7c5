using System.Collections.Frozen;

namespace Hearsay.Language.Figures;

/// <summary>Reads what follows a number: a percent sign, a currency, a unit of measurement, or what is counted.</summary>
internal static class UnitReader
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Measures = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["km"] = "km", ["kilometers"] = "km", ["kilometres"] = "km", ["kilometer"] = "km", ["kilometre"] = "km", ["miles"] = "mile", ["mile"] = "mile", ["meters"] = "m", ["metres"] = "m", ["meter"] = "m", ["metre"] = "m",
        ["feet"] = "ft", ["foot"] = "ft", ["inches"] = "in", ["cm"] = "cm", ["mm"] = "mm", ["centimetres"] = "cm", ["centimeters"] = "cm", ["tonnes"] = "t", ["tonne"] = "t", ["tons"] = "t", ["ton"] = "t", ["kg"] = "kg", ["kilo"] = "kg", ["kilos"] = "kg", ["kilogram"] = "kg", ["kilograms"] = "kg",
        ["grams"] = "g", ["litres"] = "l", ["liters"] = "l", ["barrels"] = "barrel", ["hectares"] = "ha", ["acres"] = "acre", ["degrees"] = "degree", ["kilowatts"] = "kW", ["megawatts"] = "MW", ["gigawatts"] = "GW", ["mph"] = "mph",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads from <paramref name="at"/>, the token after the number.</summary>
    /// <returns>The kind (null where the number is no figure), unit, what is counted, and how many tokens were taken.</returns>
    public static (FigureKind? Kind, string? Unit, TextSpan? Of, int Length) Read(SentenceWords words, int at, string? currency, Quantity quantity)
    {
        if (currency is not null) { return (FigureKind.Money, currency, null, 0); }
        if (Percent(words, at, out var length)) { return (FigureKind.Percent, "%", NounReader.OfPhrase(words, at + length), length); }
        if (CurrencyReader.After(words, at, out length) is { } named) { return (FigureKind.Money, named, null, length); }
        if (words.Is(at, "square") && Measures.TryGetValue(words[at + 1], out var squared)) { return (FigureKind.Measure, squared + "²", null, 2); }
        if (Measures.TryGetValue(words[at], out var measure)) { return (FigureKind.Measure, measure, null, 1); }
        if (words.Is(at, "years") && words.Is(at + 1, "old")) { return (FigureKind.Measure, "year", null, 2); }
        var skip = quantity.Value is null && words.Is(at, "of") ? 1 : 0;
        if (NounReader.CountedAfter(words, at + skip) is { } counted) { return (FigureKind.Count, null, words.Span(at + skip, at + skip + counted - 1), counted + skip); }
        // “about 100” people: the quotation ends before what is counted.
        if (words[at] is "”" or "\"" or "’’" or "''" && NounReader.CountedAfter(words, at + (words.Is(at + 1, "of") ? 2 : 1)) is { } outside)
        {
            var start = at + (words.Is(at + 1, "of") ? 2 : 1);
            return (FigureKind.Count, null, words.Span(start, start + outside - 1), 0);
        }

        return (FigureKind.Count, null, words.Is(at + 1, "our") ? NounReader.OfPhrase(words, at) : null, 0); // "214 of our soldiers" are all that are meant
    }

    private static bool Percent(SentenceWords words, int at, out int length)
    {
        length = words[at] is "%" || words.Is(at, "percent") || words.Is(at, "pct") ? 1 : words.Spell(at, "per cent", out _) || words.Spell(at, "percentage points", out _) || words.Spell(at, "percentage point", out _) ? 2 : 0;
        return length > 0;
    }
}
