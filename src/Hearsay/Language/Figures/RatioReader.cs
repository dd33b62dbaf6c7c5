using System.Collections.Frozen;
using System.Globalization;

namespace Hearsay.Language.Figures;

/// <summary>Reads factors and shares: "doubled", "three times", "a third of", "one in five", "one-for-one", "630 for 630".</summary>
internal static class RatioReader
{
    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Factors = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["doubled"] = 2, ["doubling"] = 2, ["doubles"] = 2, ["twofold"] = 2, ["twice"] = 2, ["tripled"] = 3, ["tripling"] = 3, ["trebled"] = 3, ["threefold"] = 3, ["quadrupled"] = 4, ["fourfold"] = 4, ["fivefold"] = 5, ["tenfold"] = 10, ["halved"] = 0.5, ["halving"] = 0.5,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Parts = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["half"] = 2, ["third"] = 3, ["quarter"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["fourth"] = 4, ["eighth"] = 8, ["ninth"] = 9, ["tenth"] = 10,
        ["halves"] = 2, ["thirds"] = 3, ["quarters"] = 4, ["fifths"] = 5, ["sixths"] = 6, ["eighths"] = 8, ["tenths"] = 10,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words that a ratio may begin with; others have digits or a hyphen.</summary>
    public static IEnumerable<string> Openings => [.. Factors.Dictionary.Keys, "every", "half", "a", "one"];

    /// <summary>Reads the ratio at <paramref name="at"/>, or null.</summary>
    public static Figure? Read(SentenceWords words, int at, out int taken)
    {
        taken = 0;
        if (words[at].IsEmpty) { return null; }
        var value = Factor(words, at, ref taken) ?? Exchange(words, at, ref taken) ?? Share(words, at, ref taken) ?? Every(words, at, ref taken) ?? Fraction(words, at, ref taken);
        if (value is not { } ratio) { return null; }
        var bound = BoundReader.Before(words, at, out var before);
        var of = NounReader.OfPhrase(words, at + taken) ?? (ratio < 1 && CountedBehind(words, at, taken) is { } shared ? shared : null);
        return BoundReader.Apply(words.Span(at - before, at + taken - 1), Quantity.Exactly(ratio, taken), bound, FigureKind.Ratio, null, of);
    }

    // "two out of three families", "half the prisoners"
    private static TextSpan? CountedBehind(SentenceWords words, int at, int taken)
    {
        if (words.Is(at + taken, "of") || words.Is(at, "every")) { return null; }
        var start = at + taken;
        if (words.Is(start, "the") || words.Is(start, "its") || words.Is(start, "their")) { start++; }
        return NounReader.CountedAfter(words, start) is { } length ? words.Span(start, start + length - 1) : null;
    }

    private static double? Factor(SentenceWords words, int at, ref int taken)
    {
        if (Factors.TryGetValue(words[at], out var factor))
        {
            taken = 1;
            return words.Is(at, "twice") && !words.Is(at + 1, "as") && !words.Is(at + 1, "the") && !words.Is(at + 1, "that") ? null : factor;
        }

        if (QuantityReader.Read(words, at) is { Value: { } times } quantity && words.Is(at + quantity.Length, "times")
            && (words.Is(at + quantity.Length + 1, "as") || words.Is(at + quantity.Length + 1, "more") || words.Is(at + quantity.Length + 1, "the") || words.Is(at + quantity.Length + 1, "higher") || words.Is(at + quantity.Length + 1, "larger")))
        {
            taken = quantity.Length + 1;
            return times;
        }

        return null;
    }

    /// <summary>"one-for-one", "630 for 630", "two to one", "3:1".</summary>
    private static double? Exchange(SentenceWords words, int at, ref int taken)
    {
        var token = words[at];
        foreach (var joint in Joints)
        {
            var middle = token.IndexOf(joint, StringComparison.OrdinalIgnoreCase);
            if (middle > 0 && Number(token[..middle]) is { } left && Number(token[(middle + joint.Length)..]) is { } right and > 0)
            {
                taken = 1;
                return left / right;
            }
        }

        if (words.Is(at + 1, "to") && Number(words[at]) is { } more and <= 20 && !char.IsAsciiDigit(words[at][0]) && words.Is(at + 2, "one")) { taken = 3; return more; } // "three to one"
        if (QuantityReader.Read(words, at) is { Value: { } first } one && words.Is(at + one.Length, "for") && QuantityReader.Read(words, at + one.Length + 1) is { Value: { } second and > 0 } two && second == first)
        {
            taken = one.Length + 1 + two.Length;
            return first / second;
        }

        return null;
    }

    private static readonly string[] Joints = ["-for-", "-to-"];

    private static double? Number(ReadOnlySpan<char> word) =>
        double.TryParse(word, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var digits) ? digits : word switch { "one" or "One" => 1, "two" or "Two" => 2, "three" or "Three" => 3, "four" => 4, "five" => 5, "ten" => 10, _ => null };

    /// <summary>"one in five", "three out of four".</summary>
    private static double? Share(SentenceWords words, int at, ref int taken)
    {
        if (QuantityReader.Read(words, at) is not { Value: { } part and >= 1 } first) { return null; }
        var joint = words.Spell(at + first.Length, "out of", out var length) || (words.Spell(at + first.Length, "in", out length) && !first.Digits) ? length : 0;
        if (joint == 0 || QuantityReader.Read(words, at + first.Length + joint) is not { Value: { } whole } second || whole <= part || (second.Digits && whole > 1000)) { return null; }
        taken = first.Length + joint + second.Length;
        return part / whole;
    }

    /// <summary>"every fourth line".</summary>
    private static double? Every(SentenceWords words, int at, ref int taken)
    {
        if (!words.Is(at, "every") || !Parts.TryGetValue(words[at + 1], out var part) || words[at + 1][^1] == 's' || words[at + 2] is not [>= 'a' and <= 'z', ..]) { return null; }
        taken = 2;
        return 1 / part;
    }

    /// <summary>"a third of", "nearly a third", "a third fewer", "two-thirds", "half of", "three quarters".</summary>
    private static double? Fraction(SentenceWords words, int at, ref int taken)
    {
        var token = words[at];
        var hyphen = token.IndexOf('-');
        if (hyphen > 0 && Number(token[..hyphen]) is { } above && Parts.TryGetValue(token[(hyphen + 1)..], out var below))
        {
            taken = 1;
            return above / below;
        }

        if (token is "a" or "A" or "one" or "One" && Parts.TryGetValue(words[at + 1], out var part) && (words.Is(at + 2, "of") || words[at + 2] is "fewer" or "less" or "more" || BoundReader.Before(words, at, out _) is not FigureBound.Exact))
        {
            taken = 2;
            return 1 / part;
        }

        if (words.Is(at, "half") && (words.Is(at + 1, "of") || words.Is(at + 1, "the") || words.Is(at + 1, "its") || words.Is(at + 1, "their")))
        {
            taken = 1;
            return 0.5;
        }

        if (Number(token) is { } count and > 1 && Parts.TryGetValue(words[at + 1], out var parts) && words[at + 1][^1] == 's')
        {
            taken = 2;
            return count / parts;
        }

        return null;
    }
}
