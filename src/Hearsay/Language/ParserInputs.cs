using Hearsay.Models;

namespace Hearsay.Language;

/// <summary>
/// Which rows of the parser's table of embeddings a word is the sum of. Words seen in training often enough have two rows each, by two hashes, so that few words share both
/// (Serrà and Karatzoglou 2017); all others share one pair. Affixes, shape, the tag and its neighbours' tags have rows too. The numbers are part of the model.
/// </summary>
internal static class ParserInputs
{
    /// <summary>Rows of a word.</summary>
    public const int Count = 10;

    /// <summary>Rows of the table.</summary>
    public const int Rows = Shapes + 256;

    /// <summary>Places of the table of scores by the two words' tags and their distance.</summary>
    public const int Pairs = TagsHeld * TagsHeld * Distances;

    private const int TagsHeld = 64;
    private const int Distances = 16;
    private const int Farthest = 15;
    private const int WordBits = 14;
    private const int AffixBits = 12;
    private const int Unknown = 1 << WordBits;
    private const int Suffixes = Unknown + 2;
    private const int Prefixes = Suffixes + (1 << AffixBits);
    private const int TagPairs = Prefixes + (1 << AffixBits);
    private const int Tags = TagPairs + (1 << AffixBits);
    private const int TagClasses = Tags + 256;
    private const int Shapes = TagClasses + 512;

    /// <summary>Writes the rows of every word, <see cref="Count"/> a word.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="tags">Its tags, each plus one.</param>
    /// <param name="rows">Room for them.</param>
    public static void Write(ReadOnlySpan<WordType> words, ReadOnlySpan<byte> tags, Span<int> rows)
    {
        var style = GrammarReader.StyleOf(words);
        for (var i = 0; i < words.Length; i++)
        {
            ref readonly var word = ref words[i];
            var row = rows.Slice(i * Count, Count);
            var before = i > 0 ? tags[i - 1] : 0u;
            var after = i + 1 < tags.Length ? tags[i + 1] : 0u;
            var isKnown = word.TagClass != 0;
            row[0] = isKnown ? High(FeatureHash.Of(1, word.Lower), WordBits) : Unknown;
            row[1] = isKnown ? High(FeatureHash.Of(2, word.Lower), WordBits) : Unknown + 1;
            row[2] = Suffixes + High(FeatureHash.Of(3, word.Suffix3), AffixBits);
            row[3] = Suffixes + High(FeatureHash.Of(4, word.Suffix2), AffixBits);
            row[4] = Prefixes + High(FeatureHash.Of(5, word.Prefix), AffixBits);
            row[5] = TagPairs + High(FeatureHash.Of(6, before, tags[i]), AffixBits);
            row[6] = TagPairs + High(FeatureHash.Of(7, tags[i], after), AffixBits);
            row[7] = Tags + tags[i];
            row[8] = TagClasses + (word.TagClass & 511);
            row[9] = Shapes + (int)((uint)word.Shape | (word.IsHyphenated ? 8u : 0) | (i == 0 ? 16u : 0) | (style << 5));
        }
    }

    /// <summary>Makes a word's rows those of a word never seen, as training does now and then.</summary>
    public static void Forget(Span<int> row) => (row[0], row[1], row[8]) = (Unknown, Unknown + 1, TagClasses);

    /// <summary>Where the table of scores by tags and distance has a dependent and a head.</summary>
    /// <param name="dependentTag">The dependent's tag, plus one.</param>
    /// <param name="headTag">The head's tag, plus one; 0 for the root.</param>
    /// <param name="distance">From the dependent to the head, in words; 0 for the root.</param>
    public static int Pair(int dependentTag, int headTag, int distance)
    {
        var place = DistancePlaces[Math.Clamp(distance, -Farthest, Farthest) + Farthest];
        return ((((dependentTag & (TagsHeld - 1)) * TagsHeld) + (headTag & (TagsHeld - 1))) * Distances) + place;
    }

    /// <summary>The place of each distance from the longest to the left on: 1 to 4, up to 7, up to 14 and farther words to the left, and the same to the right.</summary>
    private static ReadOnlySpan<byte> DistancePlaces => [7, 6, 6, 6, 6, 6, 6, 6, 5, 5, 5, 4, 3, 2, 1, 8, 9, 10, 11, 12, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 15];

    private static int High(uint hash, int bits) => (int)(hash >> (32 - bits));
}
