using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hearsay.Models;
using static Hearsay.Language.FixedPoint;

namespace Hearsay.Language;

/// <summary>
/// Builds trees: layers of simple recurrent units in both directions (Lei et al. 2018) give each word a vector, a bilinear form scores each word as the head of
/// each (Dozat and Manning 2017), the best projective tree is chosen, and a layer over both words' views labels each arc (Kiperwasser and Goldberg 2016). All sums are of integers. It keeps the room that the work needs, and serves one thread.
/// </summary>
internal sealed class Parser
{
    /// <summary>Bits behind the point of scores of heads.</summary>
    private const int ScoreBits = 10;

    /// <summary>A score's bound: sums over a sentence's words fit 32 bits.</summary>
    private const int MaxScore = ((1 << 30) / LanguageAnalyser.MaxSentenceTokens) - short.MaxValue - 1;

    /// <summary>16-bit integers at a time.</summary>
    private const int Shorts = 2 * Lane;

    // Vectors whose products are summed are cut off where the sum could overflow.
    private const int QueryBits = 7, HeadBits = 8, MaxArc = 4095;

    /// <summary>A view's elements below 0 are divided by two to this.</summary>
    private const int Leak = 3;

    private readonly ParserNetwork network;
    private readonly ParserShape shape;
    private readonly int rootLabel;
    private readonly ProjectiveTree tree = new();
    private int[] rows = [], products = [], scores = [];
    private short[] values = [], views = [], queries = [], candidates = [];
    private byte[] bytes = [], nextBytes = [], narrow = [];

    /// <summary>A parser with a language's model.</summary>
    public Parser(TreeModel model)
    {
        network = model.Network;
        shape = network.Shape;
        rootLabel = Array.IndexOf(model.Labels, "root");
        if (shape.Labels != model.Labels.Length || rootLabel < 0 || shape.Arc > 96 || shape.Relation > shape.Width || shape.Labels > ByteProduct.Panel)
        {
            throw new InvalidDataException($"The parser's model names {model.Labels.Length} labels and has the sizes {shape}, which do not fit together. The file was made by another version: train it anew.");
        }
    }

    /// <summary>Parses sentences, each of at most <see cref="LanguageAnalyser.MaxSentenceTokens"/> words. Several short ones at once cost less than one by one, and get the same trees.</summary>
    /// <param name="words">Their words, one sentence after another.</param>
    /// <param name="tags">Their tags, each plus one.</param>
    /// <param name="ends">Where each sentence ends.</param>
    /// <param name="heads">The result: index in its sentence of each word's head, -1 for the root.</param>
    /// <param name="labels">The result: each word's label, plus one.</param>
    public void Parse(ReadOnlySpan<WordType> words, ReadOnlySpan<byte> tags, ReadOnlySpan<int> ends, Span<int> heads, Span<byte> labels)
    {
        if (words.IsEmpty)
        {
            return;
        }

        MakeRoom(ends);
        var first = 0;
        foreach (var end in ends)
        {
            ParserInputs.Write(words[first..end], tags[first..end], rows.AsSpan(first * ParserInputs.Count));
            first = end;
        }

        Embed(words.Length);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            new ParserLayer(network, layer, products).Run(bytes, narrow, values, nextBytes, ends);
            (bytes, nextBytes) = (nextBytes, bytes);
        }

        View(words.Length);
        Ask(words.Length);
        first = 0;
        foreach (var end in ends)
        {
            if (end > first)
            {
                var stride = ScoreHeads(tags[first..end], first);
                tree.Find(scores, stride, heads[first..end]);
                Label(heads[first..end], labels[first..end], first);
            }

            first = end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Embed(int count)
    {
        var (width, shift) = (shape.Width, ParserNetwork.ValueBits - network.EmbeddingBits);
        var bound = Vector256.Create((short)(ParserNetwork.MaxValue >> shift));
        ref var table = ref MemoryMarshal.GetArrayDataReference(network.Embeddings);
        for (var word = 0; word < count; word++)
        {
            var own = rows.AsSpan(word * ParserInputs.Count, ParserInputs.Count);
            for (var i = 0; i < width; i += 4 * Shorts)
            {
                // A line of the cache of every row.
                var (first, second, third, fourth) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero);
                foreach (var row in own)
                {
                    var at = (nuint)((row * width) + i);
                    first += Widened(ref table, at);
                    second += Widened(ref table, at + Shorts);
                    third += Widened(ref table, at + (2 * Shorts));
                    fourth += Widened(ref table, at + (3 * Shorts));
                }

                var to = (word * width) + i;
                Keep(Vector256.Min(Vector256.Max(first, -bound), bound) << shift, to);
                Keep(Vector256.Min(Vector256.Max(second, -bound), bound) << shift, to + Shorts);
                Keep(Vector256.Min(Vector256.Max(third, -bound), bound) << shift, to + (2 * Shorts));
                Keep(Vector256.Min(Vector256.Max(fourth, -bound), bound) << shift, to + (3 * Shorts));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widened(ref sbyte table, nuint at) => Vector256.WidenLower(Vector128.LoadUnsafe(ref table, at).ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Keep(Vector256<short> vector, int at)
    {
        vector.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)at);
        ToBytes(vector).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(bytes), (nuint)at);
    }

    /// <summary>Each word's views as a dependent and as a head.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void View(int count)
    {
        var (width, matrix) = (network.Views.Columns, network.Views);
        for (var column = 0; column < width; column += ByteProduct.Panel)
        {
            ByteProduct.Multiply(bytes, matrix.PanelAt(column), matrix.Starts.AsSpan(column), products, count, matrix.Depth);
            for (var i = column; i < column + ByteProduct.Panel; i += Lane)
            {
                // Views for labels are rectified when two of them are summed.
                var (factor, bias, leak) = (Load(matrix.Factors, i), Load(network.ViewBias, i), i < 2 * shape.Arc ? Leak : 0);
                for (var word = 0; word < count; word++)
                {
                    var value = Round(Load(products, (word * ByteProduct.Panel) + i - column) * factor, ByteMatrix.Bits) + bias;
                    Narrow(Clamp(Vector256.Max(value, value >> leak), short.MaxValue)).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(views), (nuint)((word * width) + i));
                }
            }
        }

        // The last element of these views is always 1: thus the bilinear form has linear and constant parts, and labels have a bias.
        for (var word = 0; word < count; word++)
        {
            var row = ViewOf(word);
            const short One = 1 << ParserNetwork.ValueBits;
            (row[shape.Arc - 1], row[(2 * shape.Arc) + shape.Relation - 1], row[shape.Views - 1]) = (One, One, One);
        }
    }

    private Span<short> ViewOf(int word) => views.AsSpan(word * network.Views.Columns, network.Views.Columns);

    /// <summary>What each word asks of a head.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Ask(int count)
    {
        IntegerProduct.Multiply(views, network.Views.Columns, network.Arcs.Packed, products, count, shape.Arc, shape.Arc);
        for (var i = 0; i < count * shape.Arc; i += Lane)
        {
            Narrow(Clamp(Round(Load(products, i), network.Arcs.Bits + ParserNetwork.ValueBits - QueryBits), MaxArc)).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(queries), (nuint)i);
        }
    }

    /// <summary>Scores each word of a sentence and the root as each word's head; gives the distance of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ScoreHeads(ReadOnlySpan<byte> tags, int first)
    {
        var count = tags.Length;
        var (width, stride) = (shape.Arc, StrideOf(count));
        Span<short> head = stackalloc short[width];
        candidates.AsSpan(0, width * stride).Clear();
        for (var i = 0; i < width; i++)
        {
            head[i] = (short)Math.Clamp(network.Root[i], -MaxArc, MaxArc);
        }

        IntegerProduct.PackColumn(head, candidates, 0, stride);
        for (var word = 0; word < count; word++)
        {
            var view = ViewOf(first + word).Slice(width, width);
            for (var i = 0; i < width; i += Shorts)
            {
                var value = (Vector256.Create<short>(view[i..]) >> 1) + Vector256<short>.One >> (ParserNetwork.ValueBits - HeadBits - 1);
                Vector256.Min(Vector256.Max(value, Vector256.Create((short)-MaxArc)), Vector256.Create((short)MaxArc)).CopyTo(head[i..]);
            }

            IntegerProduct.PackColumn(head, candidates, word + 1, stride);
        }

        IntegerProduct.Multiply(queries.AsSpan(first * width), width, candidates, scores, count, stride, width);
        for (var i = 0; i < count * stride; i += Lane)
        {
            Clamp(Round(Load(scores, i), QueryBits + HeadBits - ScoreBits), MaxScore).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(scores), (nuint)i);
        }

        for (var word = 0; word < count; word++)
        {
            var row = scores.AsSpan(word * stride, count + 1);
            row[0] += network.Pairs[ParserInputs.Pair(tags[word], 0, 0)];
            for (var other = 0; other < count; other++)
            {
                row[other + 1] += network.Pairs[ParserInputs.Pair(tags[word], tags[other], other - word)];
            }
        }

        return stride;
    }

    /// <summary>Labels every arc by the rectified sum of its two words' views.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Label(ReadOnlySpan<int> heads, Span<byte> labels, int first)
    {
        var (width, count, matrix) = (shape.Relation, heads.Length, network.Relations);
        for (var word = 0; word < count; word++)
        {
            var dependent = ViewOf(first + word).Slice(2 * shape.Arc, width);
            var head = ViewOf(first + Math.Max(0, heads[word])).Slice((2 * shape.Arc) + width, width);
            for (var i = 0; i < width; i += Shorts)
            {
                var sum = Vector256.AddSaturate(Vector256.Create<short>(dependent[i..]), Vector256.Create<short>(head[i..]));
                ToBytes(Vector256.Max(sum, sum >> Leak)).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(bytes), (nuint)((word * width) + i));
            }
        }

        ByteProduct.Multiply(bytes, matrix.PanelAt(0), matrix.Starts, products, count, width);

        for (var word = 0; word < count; word++)
        {
            labels[word] = (byte)((heads[word] < 0 ? rootLabel : BestLabel(products.AsSpan(word * ByteProduct.Panel))) + 1);
        }
    }

    private int BestLabel(ReadOnlySpan<int> sums)
    {
        var (best, most) = (0, int.MinValue);
        for (var label = 0; label < shape.Labels; label++)
        {
            var score = (sums[label] * network.Relations.Factors[label]) + (1 << (ByteMatrix.Bits - 1)) >> ByteMatrix.Bits;
            if (score > most && label != rootLabel) { (best, most) = (label, score); }
        }

        return best;
    }

    private void MakeRoom(ReadOnlySpan<int> ends)
    {
        var (count, longest, first) = (ends[^1], 0, 0);
        foreach (var end in ends)
        {
            longest = Math.Max(longest, end - first);
            first = end;
        }

        var padded = ByteProduct.Padded(count);
        Grow(ref rows, count * ParserInputs.Count);
        Grow(ref values, count * shape.Width);
        Grow(ref bytes, padded * shape.Width);
        Grow(ref nextBytes, padded * shape.Width);
        Grow(ref narrow, padded * shape.Rank);
        Grow(ref products, Math.Max(ParserLayer.RoomFor(count), count * shape.Arc));
        Grow(ref views, count * network.Views.Columns);
        Grow(ref queries, count * shape.Arc);
        Grow(ref candidates, StrideOf(longest) * shape.Arc);
        Grow(ref scores, longest * StrideOf(longest));
    }

    private static int StrideOf(int count) => (count + 1 + IntegerProduct.Lane - 1) / IntegerProduct.Lane * IntegerProduct.Lane;

    private static void Grow<T>(ref T[] room, int size)
    {
        if (room.Length < size)
        {
            room = new T[size * 5 / 4];
        }
    }
}
