using System.Collections.Frozen;

namespace Hearsay.Documents.Languages;

/// <summary>Tells the language of a text from its letters and its commonest words.</summary>
/// <remarks>
/// A naive Bayes classifier over letters, with the words that hold sentences together as further evidence; after Grefenstette, "Comparing two language
/// identification schemes" (1995), who found short words best on short texts. It answers for the majority of the text: every letter has one voice.
/// </remarks>
internal static class LanguageIdentifier
{
    /// <summary>What is answered for every language but those we know.</summary>
    public const string Other = "other";

    /// <summary>Fewer letters than these tell nothing.</summary>
    private const int MinLetters = 12;

    /// <summary>The most characters that are weighed: more change no answer and cost time.</summary>
    private const int MaxCharacters = 20_000;

    /// <summary>What one common word weighs, in the same logarithmic unit as the letters; less where several languages share it.</summary>
    private const double WordWeight = 4;

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> CyrillicWords = Index(LanguageProfile.Cyrillic);
    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> LatinWords = Index(LanguageProfile.Latin);

    /// <summary>Share of letters that the likeliest language does not use, above which the text is in none that we know.</summary>
    private const double MaxForeign = 0.025;

    /// <summary>Share of common words below which a text of some length is in none of our languages; English has a third and more, Ukrainian and Russian a sixth.</summary>
    private const double MinCommonWords = 0.08;

    /// <summary>Number of words from which <see cref="MinCommonWords"/> is asked for: headlines do without.</summary>
    private const int SomeLength = 20;

    /// <summary>Tells the language of some stretches of a text.</summary>
    /// <returns><c>en</c>, <c>uk</c>, <c>ru</c>, <see cref="Other"/>, or null where there are too few letters to tell.</returns>
    public static string? Identify(string text, IEnumerable<TextSpan> spans)
    {
        var latin = new Tally(LanguageProfile.Latin, LatinWords);
        var cyrillic = new Tally(LanguageProfile.Cyrillic, CyrillicWords);
        var otherLetters = 0;
        var left = MaxCharacters;
        foreach (var span in spans)
        {
            var stretch = span.In(text)[..Math.Min(span.Length, left)];
            left -= stretch.Length;
            for (var start = 0; start < stretch.Length;)
            {
                var end = start;
                while (end < stretch.Length && char.IsLetter(stretch[end])) { end++; }
                if (end == start)
                {
                    start++;
                    continue;
                }

                var word = stretch[start..end];
                if (IsCyrillic(word[0]))
                {
                    cyrillic.Add(word);
                }
                else if (IsLatin(word[0]))
                {
                    latin.Add(word);
                }
                else
                {
                    otherLetters += word.Length;
                }

                start = end;
            }
        }

        if (latin.Letters + cyrillic.Letters + otherLetters < MinLetters)
        {
            return null;
        }

        var main = cyrillic.Letters > latin.Letters ? cyrillic : latin;
        return otherLetters <= main.Letters && main.Likeliest() is ("en" or "uk" or "ru") and var known ? known : Other;
    }

    /// <summary>The answer that a declared language tag stands for (<c>uk-UA</c> is <c>uk</c>), for texts too short to tell; null where none is declared.</summary>
    public static string? OfTag(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        null or "" => null,
        "en" or "uk" or "ru" => tag[..2].ToLowerInvariant(),
        _ => Other,
    };

    private static bool IsCyrillic(char letter) => letter is >= '\u0400' and < '\u0530';

    private static bool IsLatin(char letter) => letter is < '\u0250' or (>= '\u1E00' and < '\u1F00');

    /// <summary>The evidence for each language of one script.</summary>
    private sealed class Tally(IReadOnlyList<LanguageProfile> profiles, FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> common)
    {
        /// <summary>How often each letter occurs; those that no profile knows share the last place.</summary>
        private readonly int[] letters = new int[0x530];
        private readonly double[] ofWords = new double[profiles.Count];
        private readonly int[] commonWords = new int[profiles.Count];
        private int words;

        public int Letters { get; private set; }

        public void Add(ReadOnlySpan<char> word)
        {
            words++;
            Letters += word.Length;
            Span<char> lower = stackalloc char[Math.Min(word.Length, 64)];
            word[..lower.Length].ToLowerInvariant(lower);
            foreach (var letter in lower)
            {
                letters[Math.Min(letter, letters.Length - 1)]++;
            }

            if (common.TryGetValue(lower, out var languages))
            {
                foreach (var language in languages)
                {
                    ofWords[language] += WordWeight / languages.Length;
                    commonWords[language]++;
                }
            }
        }

        /// <summary>The code of the likeliest language, or null where the text shows that it is in another than those of the profiles.</summary>
        public string? Likeliest()
        {
            var seen = Enumerable.Range(0, letters.Length).Where(letter => letters[letter] > 0).ToArray();
            var totals = ofWords.Select((weight, language) => weight + seen.Sum(letter => letters[letter] * profiles[language].Weigh((char)letter))).ToArray();
            var best = Array.IndexOf(totals, totals.Max());
            var foreign = seen.Sum(letter => profiles[best].Weigh((char)letter) == 0 ? letters[letter] : 0);
            var strange = foreign > 1 && foreign > Letters * MaxForeign;
            var without = words >= SomeLength && commonWords[best] < words * (profiles[best].Code is "en" ? 1.5 * MinCommonWords : MinCommonWords);
            return strange || without ? null : profiles[best].Code;
        }
    }

    private static FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Index(IReadOnlyList<LanguageProfile> profiles) => profiles
        .SelectMany((profile, index) => profile.Words.Select(word => (word, index)))
        .GroupBy(pair => pair.word, pair => pair.index)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray())
        .GetAlternateLookup<ReadOnlySpan<char>>();
}
