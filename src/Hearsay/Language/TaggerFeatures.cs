using Hearsay.Models;

namespace Hearsay.Language;

/// <summary>Features of a token for the tagger: its own form, its neighbours' forms, the two tags before it. Numbers of templates are part of the model.</summary>
internal static class TaggerFeatures
{
    /// <summary>How many features a token has.</summary>
    public const int Count = 32;

    /// <summary>Writes the hashes of the features of <paramref name="words"/>[<paramref name="i"/>].</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="i">The token.</param>
    /// <param name="tags">Tags so far, each plus one; those before <paramref name="i"/> are read.</param>
    /// <param name="style">A value that tells headlines and all-capitals sentences from running text.</param>
    /// <param name="features">Room for <see cref="Count"/>.</param>
    public static void Write(ReadOnlySpan<WordType> words, int i, ReadOnlySpan<byte> tags, uint style, Span<uint> features)
    {
        ref readonly var word = ref words[i];
        var before = i > 0 ? words[i - 1] : default;
        var before2 = i > 1 ? words[i - 2] : default;
        var after = i + 1 < words.Length ? words[i + 1] : default;
        var after2 = i + 2 < words.Length ? words[i + 2] : default;
        var tag1 = i > 0 ? tags[i - 1] : 0u;
        var tag2 = i > 1 ? tags[i - 2] : 0u;
        var shape = (uint)word.Shape | (word.IsHyphenated ? 16u : 0) | (i == 0 ? 32u : 0) | (style << 6);
        var class0 = word.TagClass + 1u;
        var class1 = after.TagClass + 1u;
        features[0] = FeatureHash.Of(0, word.Form);
        features[1] = FeatureHash.Of(1, word.Lower);
        features[2] = FeatureHash.Of(2, word.Suffix3);
        features[3] = FeatureHash.Of(3, word.Suffix2, shape);
        features[4] = FeatureHash.Of(4, word.Prefix);
        features[5] = FeatureHash.Of(5, shape, class0);
        features[6] = FeatureHash.Of(6, tag1, class0);
        features[7] = FeatureHash.Of(7, tag1, tag2);
        features[8] = FeatureHash.Of(8, tag1, word.Lower);
        features[9] = FeatureHash.Of(9, before.Lower);
        features[10] = FeatureHash.Of(10, after.Lower);
        features[11] = FeatureHash.Of(11, before2.Lower);
        features[12] = FeatureHash.Of(12, after2.Lower);
        features[13] = FeatureHash.Of(13, before.Suffix3, class0);
        features[14] = FeatureHash.Of(14, after.Suffix3, class0);
        features[15] = FeatureHash.Of(15, class1, (uint)after.Shape);
        features[16] = FeatureHash.Of(16, class0, class1);
        features[17] = FeatureHash.Of(17, class1, after2.TagClass + 1u);
        features[18] = FeatureHash.Of(18, tag1, class0, class1);
        features[19] = FeatureHash.Of(19, tag2, tag1, class0);
        features[20] = FeatureHash.Of(20, before.Lower, word.Lower);
        features[21] = FeatureHash.Of(21, word.Lower, after.Lower);
        features[22] = FeatureHash.Of(22, tag1, word.Suffix3);
        features[23] = FeatureHash.Of(23, shape, (uint)before.Shape, (uint)after.Shape);
        features[24] = FeatureHash.Of(24, tag1, class1);
        features[25] = FeatureHash.Of(25, tag1, shape);
        features[26] = FeatureHash.Of(26, class0, after.Lower);
        features[27] = FeatureHash.Of(27, class0, before.Lower);
        features[28] = FeatureHash.Of(28, word.Suffix3, shape);
        features[29] = FeatureHash.Of(29, tag1, class1, after2.TagClass + 1u);
        features[30] = FeatureHash.Of(30, word.Lower, class1);
        features[31] = FeatureHash.Of(31, class0, class1, after2.TagClass + 1u);
    }
}
