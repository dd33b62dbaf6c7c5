using Hearsay.Models;

namespace Hearsay.Language;

/// <summary>What the entity model tells apart: the four classes that CoreNLP's analysis has for names.</summary>
internal enum EntityClass : byte
{
    /// <summary>No name.</summary>
    None,
    /// <summary>A person's name.</summary>
    Person,
    /// <summary>A body's name.</summary>
    Organisation,
    /// <summary>A place's name.</summary>
    Place,
    /// <summary>Any other name, above all of nations, parties and faiths.</summary>
    Other,
}

/// <summary>Features of a token for the entity model, and the best sequence of classes (Viterbi). Numbers of templates are part of the model.</summary>
internal static class Entities
{
    /// <summary>How many features a token has.</summary>
    public const int Count = 37;

    /// <summary>How many classes there are.</summary>
    public const int Classes = 5;

    /// <summary>True for words that training never saw in a name: their class is <see cref="EntityClass.None"/> without asking the model.</summary>
    public static bool IsNever(in WordType word) => word.Naming == 1 && word.Shape is WordShape.Lower or WordShape.Mark;

    /// <summary>Writes the hashes of the features of token <paramref name="i"/>.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="tags">Tags, each plus one.</param>
    /// <param name="heads">Each token's head as an index into the sentence, -1 for the root.</param>
    /// <param name="labels">Labels, each plus one.</param>
    /// <param name="i">The token.</param>
    /// <param name="style">As for the tagger.</param>
    /// <param name="f">Room for <see cref="Count"/>.</param>
    public static void Write(ReadOnlySpan<WordType> words, ReadOnlySpan<byte> tags, ReadOnlySpan<int> heads, ReadOnlySpan<byte> labels, int i, uint style, Span<uint> f)
    {
        ref readonly var word = ref words[i];
        var before = i > 0 ? words[i - 1] : default;
        var before2 = i > 1 ? words[i - 2] : default;
        var after = i + 1 < words.Length ? words[i + 1] : default;
        var after2 = i + 2 < words.Length ? words[i + 2] : default;
        uint tag = tags[i];
        var tagBefore = i > 0 ? tags[i - 1] : 0u;
        var tagAfter = i + 1 < tags.Length ? tags[i + 1] : 0u;
        var shape = (uint)word.Shape | (word.IsHyphenated ? 16u : 0) | (i == 0 ? 32u : 0) | (style << 6);
        var head = heads[i] < 0 ? default : words[heads[i]];
        uint label = labels[i];
        f[0] = FeatureHash.Of(0, word.Form, style);
        f[1] = FeatureHash.Of(1, word.Lower);
        f[2] = FeatureHash.Of(2, word.Suffix3, shape);
        f[3] = FeatureHash.Of(3, word.Prefix, shape);
        f[4] = FeatureHash.Of(4, before.Form, shape);
        f[5] = FeatureHash.Of(5, after.Form, shape);
        f[6] = FeatureHash.Of(6, before2.Form, shape);
        f[7] = FeatureHash.Of(7, after2.Form, shape);
        f[8] = FeatureHash.Of(8, before.Form, word.Form);
        f[9] = FeatureHash.Of(9, word.Form, after.Form);
        f[10] = FeatureHash.Of(10, before2.Form, before.Form, shape);
        f[11] = FeatureHash.Of(11, after.Form, after2.Form, shape);
        f[12] = FeatureHash.Of(12, shape, (uint)before.Shape, (uint)after.Shape);
        f[13] = FeatureHash.Of(13, tag, shape);
        f[14] = FeatureHash.Of(14, tagBefore, tag, tagAfter);
        f[15] = FeatureHash.Of(15, word.Naming, shape, tag);
        f[16] = FeatureHash.Of(16, word.Naming, before.Naming, shape);
        f[17] = FeatureHash.Of(17, word.Naming, after.Naming, shape);
        f[18] = FeatureHash.Of(18, before.Naming, after.Naming, shape);
        f[19] = FeatureHash.Of(19, before2.Naming, before.Naming, word.Naming);
        f[20] = FeatureHash.Of(20, word.Naming, after.Naming, after2.Naming);
        f[21] = FeatureHash.Of(21, label, shape, tag);
        f[22] = FeatureHash.Of(22, head.Lower, label, shape);
        f[23] = FeatureHash.Of(23, head.Naming, label, shape);
        f[24] = FeatureHash.Of(24, word.Suffix2, after.Naming, shape);
        f[25] = FeatureHash.Of(25, word.Suffix3, before.Naming, after.Naming);
        f[26] = FeatureHash.Of(26, word.Cluster, shape);
        f[27] = FeatureHash.Of(27, before.Lower, after.Lower, shape);
        f[28] = FeatureHash.Of(28, word.Form, before.Naming);
        f[29] = FeatureHash.Of(29, word.Form, after.Naming);

        // The run of capitalised words that the token is part of: its last word often tells what all of it is ("News Agency", "River").
        var (first, last) = (i, i);
        while (first > 0 && i - first < LongestRun && IsCapital(words[first - 1])) { first--; }
        while (last + 1 < words.Length && last - i < LongestRun && IsCapital(words[last + 1])) { last++; }
        var place = (uint)(Math.Min(i - first, 3) + (4 * Math.Min(last - i, 3))) | (style << 8);
        var outside = first > 0 ? words[first - 1].Lower : 0;
        var beyond = last + 1 < words.Length ? words[last + 1].Lower : 0;
        f[30] = FeatureHash.Of(30, words[last].Lower, shape);
        f[31] = FeatureHash.Of(31, words[first].Lower, shape);
        f[32] = FeatureHash.Of(32, outside, shape, place);
        f[33] = FeatureHash.Of(33, beyond, shape, place);
        f[34] = FeatureHash.Of(34, words[first].Naming, words[last].Naming, place);
        f[35] = FeatureHash.Of(35, words[last].Suffix3, words[first].Naming, place);
        f[36] = FeatureHash.Of(36, outside, beyond, words[last].Naming);
    }

    private const int LongestRun = 6;

    private static bool IsCapital(in WordType word) => word.Shape is WordShape.Capitalised or WordShape.Upper or WordShape.Mixed or WordShape.Initial;

    /// <summary>The best sequence of classes.</summary>
    /// <param name="scores">Scores of each token's classes, <see cref="Classes"/> a token; overwritten with the best sums.</param>
    /// <param name="follows">Weight of each class after each.</param>
    /// <param name="back">Room for as many values as <paramref name="scores"/>.</param>
    /// <param name="classes">The result, one a token.</param>
    public static void Decode(Span<int> scores, ReadOnlySpan<short> follows, Span<byte> back, Span<byte> classes)
    {
        for (var i = 1; i < classes.Length; i++)
        {
            var (row, last) = (i * Classes, (i - 1) * Classes);
            for (var current = 0; current < Classes; current++)
            {
                var (best, from) = (scores[last] + follows[current], 0);
                for (var previous = 1; previous < Classes; previous++)
                {
                    var sum = scores[last + previous] + follows[(previous * Classes) + current];
                    if (sum > best) { (best, from) = (sum, previous); }
                }

                scores[row + current] += best;
                back[row + current] = (byte)from;
            }
        }

        var end = (classes.Length - 1) * Classes;
        var top = 0;
        for (var current = 1; current < Classes; current++)
        {
            if (scores[end + current] > scores[end + top]) { top = current; }
        }

        for (var i = classes.Length - 1; i >= 0; i--)
        {
            classes[i] = (byte)top;
            top = back[(i * Classes) + top];
        }
    }
}
