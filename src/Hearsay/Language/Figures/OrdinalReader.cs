using System.Collections.Frozen;
using System.Globalization;

namespace Hearsay.Language.Figures;

/// <summary>Reads places in a sequence: "the 59th exchange", "their third offer".</summary>
internal static class OrdinalReader
{
    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Words = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["eighth"] = 8, ["ninth"] = 9, ["tenth"] = 10, ["eleventh"] = 11, ["twelfth"] = 12, ["thirteenth"] = 13, ["twentieth"] = 20,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words that are ordinals; others have digits.</summary>
    public static IEnumerable<string> Openings => Words.Dictionary.Keys;

    /// <summary>Reads the ordinal at <paramref name="at"/>, or null; one in words counts only after a determiner and before a noun.</summary>
    public static Figure? Read(SentenceWords words, int at, out int taken)
    {
        taken = 1;
        var token = words[at];
        var place = Digits(token);
        if (place is null)
        {
            var determined = words.Is(at - 1, "the") || words.Is(at - 1, "a") || words.Is(at - 1, "its") || words.Is(at - 1, "their") || words.Is(at - 1, "his") || words.Is(at - 1, "her") || words.Is(at - 1, "our");
            if (!determined || !Words.TryGetValue(token, out var word) || !(words[at + 1] is [var letter, ..] && char.IsLetter(letter)) || words.Is(at + 1, "of")) { return null; }
            place = word;
        }

        return BoundReader.Apply(words.Span(at, at), Quantity.Exactly(place.Value, 1), FigureBound.Exact, FigureKind.Ordinal, null, null);
    }

    private static double? Digits(ReadOnlySpan<char> token) =>
        token.Length > 2 && token[^2..] is "st" or "nd" or "rd" or "th" && char.IsAsciiDigit(token[0])
            && double.TryParse(token[..^2], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var place) ? place : null;
}
