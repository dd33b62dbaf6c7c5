using System.Collections.Frozen;
using System.Globalization;

namespace Hearsay.Language.Figures;

/// <summary>Reads numbers in digits, words, and both: "18,000", "725 million", "one hundred and five", "two dozen", "a few hundred", "tens of thousands".</summary>
internal static class QuantityReader
{
    private const double FewLow = 2, FewHigh = 9; // "a few hundred" is at least two and less than ten hundreds

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Small = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19,
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Scales = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["dozen"] = 12, ["score"] = 20, ["hundred"] = 1e2, ["thousand"] = 1e3, ["million"] = 1e6, ["billion"] = 1e9, ["trillion"] = 1e12, ["mln"] = 1e6, ["bn"] = 1e9, ["m"] = 1e6,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Plurals = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["dozens"] = 12, ["scores"] = 20, ["tens"] = 10, ["hundreds"] = 1e2, ["thousands"] = 1e3, ["millions"] = 1e6, ["billions"] = 1e9,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words that a number may begin with; others have digits or a hyphen.</summary>
    public static IEnumerable<string> Openings => [.. Small.Dictionary.Keys, .. Plurals.Dictionary.Keys, "a", "an", "half", "several"];

    /// <summary>Reads the number that begins at <paramref name="at"/>, or null.</summary>
    public static Quantity? Read(SentenceWords words, int at) =>
        Magnitude(words, at) ?? Vague(words, at) ?? WithHalf(words, at) ?? Digits(words, at) ?? Spelled(words, at);

    /// <summary>"two and a half million", "one and a half thousand".</summary>
    private static Quantity? WithHalf(SentenceWords words, int at)
    {
        if (!words.Spell(at + 1, "and a half", out var length) || (SmallNumber(words[at]) ?? (double.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : null)) is not { } whole) { return null; }
        return Scales.TryGetValue(words[at + 1 + length], out var scale) && words[at + 1 + length].Length > 1 ? Quantity.Exactly((whole + 0.5) * scale, length + 2) : Quantity.Exactly(whole + 0.5, length + 1);
    }

    /// <summary>"hundreds", "tens of thousands": an order of magnitude.</summary>
    private static Quantity? Magnitude(SentenceWords words, int at)
    {
        if (!Plurals.TryGetValue(words[at], out var unit)) { return null; }
        if (words.Is(at + 1, "of") && Plurals.TryGetValue(words[at + 2], out var outer) && outer > unit)
        {
            return new Quantity(null, 2 * unit * outer, 10 * unit * outer - 1, 3, false);
        }

        if (unit == 10 && words.Is(at + 1, "of") && NounReader.CountedAfter(words, at + 2) is not null) { return new Quantity(null, 20, 99, 1, false); }
        if (unit == 10 || !words.Is(at + 1, "of") && (words.Is(at - 1, "the") || words.Is(at - 1, "its"))) { return null; } // "tens" alone; "the scores"
        return new Quantity(null, 2 * unit, unit is 12 or 20 ? 99 : 10 * unit - 1, 1, false);
    }

    /// <summary>"a few hundred", "several thousand", "a couple of dozen".</summary>
    private static Quantity? Vague(SentenceWords words, int at)
    {
        var length = words.Spell(at, "a few", out var taken) || words.Spell(at, "a couple of", out taken) || words.Spell(at, "a couple", out taken) || words.Spell(at, "several", out taken) ? taken : 0;
        if (length == 0 || !Scales.TryGetValue(words[at + length], out var scale) || scale == 20) { return null; }
        var couple = words.Is(at + 1, "couple");
        return new Quantity(null, FewLow * scale, couple ? 3 * scale : (FewHigh + 1) * scale - 1, length + 1, false);
    }

    private static Quantity? Digits(SentenceWords words, int at)
    {
        var token = words[at];
        if (token.IsEmpty || !char.IsAsciiDigit(token[0])) { return null; }
        var scale = 1.0;
        var digits = token;
        if (token.Length > 1 && char.ToLowerInvariant(token[^1]) is 'k' or 'm' && char.IsAsciiDigit(token[^2]))
        {
            scale = char.ToLowerInvariant(token[^1]) == 'k' ? 1e3 : 1e6;
            digits = token[..^1];
        }
        else if (token.Length > 2 && token.EndsWith("bn", StringComparison.OrdinalIgnoreCase))
        {
            scale = 1e9;
            digits = token[..^2];
        }

        if (token.IndexOf('-') is > 0 and var hyphen && TryParse(token[..hyphen], out var low) && TryParse(token[(hyphen + 1)..], out var high) && high > low)
        {
            return new Quantity(null, low, high, 1, true); // "20-30"
        }

        if (!TryParse(digits, out var value)) { return null; }
        if (scale == 1 && Scales.TryGetValue(words[at + 1], out var word) && (word != 20) && (word != 1e6 || words[at + 1].Length > 1))
        {
            return Quantity.Exactly(value * word, 2, digits: true);
        }

        return Quantity.Exactly(value * scale, 1, digits: true);
    }

    // Groups of three after the first comma, so that "1,2" and dates are no numbers.
    private static bool TryParse(ReadOnlySpan<char> digits, out double value)
    {
        value = 0;
        var comma = digits.IndexOf(',');
        if (comma >= 0)
        {
            var point = digits.IndexOf('.');
            var whole = point < 0 ? digits : digits[..point];
            if (comma > 3 || (whole.Length - comma) % 4 != 0) { return false; }
        }

        return digits.Length <= 20 && double.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>"three hundred and five", "twenty-one thousand", "a dozen", "half a million".</summary>
    private static Quantity? Spelled(SentenceWords words, int at)
    {
        if (words.Is(at, "half") && words[at + 1] is "a" or "an" or "A" && Scales.TryGetValue(words[at + 2], out var halved)) { return Quantity.Exactly(halved / 2, 3); }
        double total = 0, group = 0;
        var i = at;
        if (words[at] is "a" or "an" or "A" && Scales.TryGetValue(words[at + 1], out _) && !words.Is(at + 1, "score") && words[at + 1].Length > 1)
        {
            group = 1;
            i++;
        }

        var any = false;
        for (; i < words.Count; i++)
        {
            if (SmallNumber(words[i]) is { } small)
            {
                if (any && group % 100 != 0) { break; } // "three four"
                group += small;
            }
            else if (i > at && Scales.TryGetValue(words[i], out var scale) && scale != 20 && words[i].Length > 1)
            {
                if (scale == 100 || scale == 12) { group *= scale; } else { total += group * scale; group = 0; }
            }
            else if (any && words.Is(i, "and") && SmallNumber(words[i + 1]) is not null && (words.Is(i - 1, "hundred") || words.Is(i - 1, "thousand")))
            {
                continue;
            }
            else
            {
                break;
            }

            any = true;
        }

        return any ? Quantity.Exactly(total + group, i - at) : null;
    }

    private static double? SmallNumber(ReadOnlySpan<char> token)
    {
        if (Small.TryGetValue(token, out var value)) { return value; }
        var hyphen = token.IndexOf('-');
        return hyphen > 0 && Small.TryGetValue(token[..hyphen], out var tens) && tens >= 20 && Small.TryGetValue(token[(hyphen + 1)..], out var ones) && ones is > 0 and < 10 ? tens + ones : null;
    }
}
