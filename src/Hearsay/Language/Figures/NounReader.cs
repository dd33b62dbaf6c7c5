using System.Collections.Frozen;

namespace Hearsay.Language.Figures;

/// <summary>Reads what is counted: the words after a number up to the first plural noun, by form alone.</summary>
internal static class NounReader
{
    private const int Reach = 5; // words looked at before the noun must have come
    private const int NumberReach = 14; // words between "number of" and the number

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IrregularPlurals = new[]
    {
        "people", "men", "women", "children", "personnel", "troops", "staff", "police", "servicemen", "servicewomen", "countrymen", "policemen", "spokesmen", "dead", "wounded", "missing", "feet", "lives", "aircraft", "vehicles", "deserters", "media", "cattle",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // Words that no noun phrase runs across.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Stops = new[]
    {
        "a", "an", "the", "of", "in", "on", "at", "to", "from", "by", "with", "for", "as", "than", "and", "or", "but", "that", "which", "who", "whom", "whose", "if", "when", "while", "after", "before", "because", "since", "until", "is", "are", "was", "were",
        "be", "been", "being", "has", "have", "had", "does", "do", "did", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "not", "he", "she", "it", "they", "we", "i", "you", "him", "them", "us", "this", "these", "those", "there",
        "his", "her", "its", "their", "our", "my", "per", "times", "said", "says", "into", "over", "under", "about", "during", "against", "between", "through", "ago", "later", "earlier", "now", "also", "only", "s", "'s", "’s", "vs", "near", "outside", "inside", "along", "around", "across", "beyond", "without", "within", "above", "below", "towards",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many tokens from <paramref name="at"/> name what is counted; null where no plural noun comes within reach.</summary>
    public static int? CountedAfter(SentenceWords words, int at, int reach = Reach)
    {
        for (var i = at; i < at + reach; i++)
        {
            var word = words[i];
            if (word.IsEmpty || !(char.IsLetter(word[0]) || word[0] is '-') || Stops.Contains(word)) { return null; }
            if (i == at && words.IsFinite(i) && !IsPlural(word)) { return null; } // "3,190 concerned soldiers who left"
            if (IsPlural(word) && !(word is "wounded" or "dead" or "missing" && IsPlural(words[i + 1]) && !Stops.Contains(words[i + 1])))
            {
                var complement = words.Is(i + 1, "of") && words[i + 2] is [var letter, ..] && char.IsLower(letter) && !Stops.Contains(words[i + 2]) && !IsPlural(words[i + 2]) ? 2 : 0; // "prisoners of war"
                return i + 1 + complement - at;
            }
        }

        return null;
    }

    /// <summary>The noun phrase in "of the prisoners", after a percentage or share; null where there is none.</summary>
    public static TextSpan? OfPhrase(SentenceWords words, int at)
    {
        if (!words.Is(at, "of")) { return null; }
        var start = at + 1;
        while (words[start] is [_, ..] and ("the" or "all" or "its" or "their" or "his" or "her" or "our" or "these" or "those")) { start++; }
        return CountedAfter(words, start) is { } length ? words.Span(start, start + length - 1) : null;
    }

    /// <summary>What a number counts that stands after it: "the number of volunteers at fewer than 900", "the total of prisoners rose to 40"; null where the sentence does not say.</summary>
    public static TextSpan? NumberOf(SentenceWords words, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - NumberReach); i--)
        {
            if (words[i] is ";" or ":" or "(" or ")" || (words[i] is [var first, ..] && char.IsDigit(first))) { return null; }
            if (words.Is(i, "number") || words.Is(i, "total")) { return OfPhrase(words, i + 1) is { } phrase && phrase.End < words.Span(at, at).Start ? phrase : null; }
        }

        return null;
    }

    private static bool IsPlural(ReadOnlySpan<char> word) =>
        IrregularPlurals.Contains(word)
        || (word.Length > 5 && word.EndsWith("men", StringComparison.OrdinalIgnoreCase) && word is not ("specimen" or "regimen" or "abdomen")) // "airmen", "crewmen"
        || (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i' or '\'' or '’') && !word.EndsWith("ous", StringComparison.Ordinal));
}
