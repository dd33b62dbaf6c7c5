using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hearsay.Models;

namespace Hearsay.Language;

/// <summary>
/// Builds trees: layers of simple recurrent units in both directions (Lei et al. 2018) give each word a vector, bilinear forms score each word as the head of each
/// (Dozat and Manning 2017), and the best projective tree is chosen. All sums are of integers. It keeps the room that the work needs, and serves one thread.
/// </summary>
internal sealed class Parser
{
    /// <summary>Bits behind the point of scores of heads.</summary>
    private const int ScoreBits = 10;

    /// <summary>A score's bound: sums over a sentence's words fit 32 bits.</summary>
    private const int MaxScore = ((1 << 30) / LanguageAnalyser.MaxSentenceTokens) - short.MaxValue - 1;

    // Vectors whose products are summed are cut off where the sum could overflow.
    private const int QueryBits = 7, HeadBits = 8, MaxArc = 4095;
    private const int FormBits = 7, DependentBits = 8, MaxForm = 8191;
    private const int FormsAtOnce = 16;
    private const int Lane = IntegerProduct.Lane;

    private readonly ParserNetwork network;
    private readonly ParserShape shape;
    private readonly int rootLabel;
    private readonly ProjectiveTree tree = new();
    private readonly int[] slots = new int[FormsAtOnce];
    private readonly short[] formHeads;
    private readonly int[] forms;
    private int[] rows = [], products = [], scores = [];
    private short[] values = [], next = [], views = [], queries = [], candidates = [];

    /// <summary>A parser with a language's model.</summary>
    public Parser(TreeModel model)
    {
        network = model.Network;
        shape = network.Shape;
        rootLabel = Array.IndexOf(model.Labels, "root");
        if (shape.Labels != model.Labels.Length || rootLabel < 0 || shape.Arc > 96 || shape.Relation > 32)
        {
            throw new InvalidDataException($"The parser's model names {model.Labels.Length} labels and has the sizes {shape}, which do not fit together. The file was made by another version: train it anew.");
        }

        formHeads = new short[FormsAtOnce * shape.Relation];
        forms = new int[FormsAtOnce * shape.Relation * shape.LabelLanes];
    }

    /// <summary>Parses a sentence of at most <see cref="LanguageAnalyser.MaxSentenceTokens"/> words.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="tags">Their tags, each plus one.</param>
    /// <param name="heads">The result: index of each word's head, -1 for the root.</param>
    /// <param name="labels">The result: each word's label, plus one.</param>
    public void Parse(ReadOnlySpan<WordType> words, ReadOnlySpan<byte> tags, Span<int> heads, Span<byte> labels)
    {
        if (words.IsEmpty)
        {
            return;
        }

        MakeRoom(words.Length);
        Embed(words, tags);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            IntegerProduct.Multiply(values, shape.Width, network.Recurrent[layer].Packed, products, words.Length, shape.Gates, shape.Width);
            Recur(words.Length, network.Cells[layer], network.Recurrent[layer].Bits);
            (values, next) = (next, values);
        }

        View(words.Length);
        var stride = ScoreHeads(tags);
        tree.Find(scores, stride, heads);
        Label(heads, labels);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Embed(ReadOnlySpan<WordType> words, ReadOnlySpan<byte> tags)
    {
        ParserInputs.Write(words, tags, rows);
        var (width, shift) = (shape.Width, ParserNetwork.ValueBits - network.EmbeddingBits);
        var bound = Vector256.Create((short)(short.MaxValue >> shift));
        ref var table = ref MemoryMarshal.GetArrayDataReference(network.Embeddings);
        for (var word = 0; word < words.Length; word++)
        {
            var own = rows.AsSpan(word * ParserInputs.Count, ParserInputs.Count);
            var vector = values.AsSpan(word * width, width);
            for (var i = 0; i < width; i += Lane)
            {
                var sum = Vector256<short>.Zero;
                foreach (var row in own)
                {
                    sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref table, (nuint)((row * width) + i)).ToVector256Unsafe());
                }

                (Vector256.Min(Vector256.Max(sum, -bound), bound) << shift).CopyTo(vector[i..]);
            }
        }
    }

    /// <summary>Runs a layer's cells over the sentence, from <see cref="products"/> and <see cref="values"/> to <see cref="next"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Recur(int count, int[] cells, int bits)
    {
        var (width, half, stride) = (shape.Width, shape.Cells, shape.Gates);
        for (var lane = 0; lane < width; lane += Lane)
        {
            var isBack = lane >= half;
            var forgetWeight = Load(cells, lane);
            var resetWeight = Load(cells, width + lane);
            var forgetBias = Load(cells, (2 * width) + lane);
            var resetBias = Load(cells, (3 * width) + lane);
            var state = Vector512<int>.Zero;
            var from = isBack ? ((count - 1) * stride) + (3 * half) + lane - half : lane;
            var at = isBack ? ((count - 1) * width) + lane : lane;
            var (fromStep, atStep) = isBack ? (-stride, -width) : (stride, width);
            for (var step = 0; step < count; step++, from += fromStep, at += atStep)
            {
                var candidate = Clamp(Round(Load(products, from), bits), short.MaxValue);
                var forget = Squash(Round(Load(products, from + half), bits) + forgetBias + Round(forgetWeight * state, ParserNetwork.StateBits));
                var reset = Squash(Round(Load(products, from + (2 * half)), bits) + resetBias + Round(resetWeight * state, ParserNetwork.StateBits));
                state = candidate + Round(forget * (state - candidate), GateBits);
                var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)at));
                var skipped = Vector512.Create(lower, upper);
                Narrow(skipped + Round(reset * (state - skipped), GateBits)).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(next), (nuint)at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void View(int count)
    {
        var (width, bits) = (shape.Views, network.Views.Bits);
        IntegerProduct.Multiply(values, shape.Width, network.Views.Packed, products, count, width, shape.Width);
        for (var word = 0; word < count; word++)
        {
            for (var i = 0; i < width; i += Lane)
            {
                var value = Round(Load(products, (word * width) + i), bits) + Load(network.ViewBias, i);
                Narrow(Clamp(Vector512.Max(value, value >> 3), short.MaxValue)).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(views), (nuint)((word * width) + i));
            }

            // The last element of these views is always 1: thus the bilinear forms have linear and constant parts.
            var row = views.AsSpan(word * width, width);
            const short One = 1 << ParserNetwork.ValueBits;
            (row[shape.Arc - 1], row[(2 * shape.Arc) + shape.Relation - 1], row[^1]) = (One, One, One);
        }
    }

    /// <summary>Scores each word and the root as each word's head; gives the distance of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ScoreHeads(ReadOnlySpan<byte> tags)
    {
        var count = tags.Length;
        var (width, stride) = (shape.Arc, (count + 1 + Lane - 1) / Lane * Lane);
        IntegerProduct.Multiply(views, shape.Views, network.Arcs.Packed, products, count, width, width);
        for (var i = 0; i < count * width; i += Lane)
        {
            Narrow(Clamp(Round(Load(products, i), network.Arcs.Bits + ParserNetwork.ValueBits - QueryBits), MaxArc)).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(queries), (nuint)i);
        }

        candidates.AsSpan(0, width * stride).Clear();
        for (var k = 0; k < width; k++)
        {
            candidates[IntegerProduct.PlaceOf(k, 0, width, stride)] = (short)Math.Clamp(network.Root[k], -MaxArc, MaxArc);
            for (var word = 0; word < count; word++)
            {
                var value = (views[(word * shape.Views) + width + k] + 2) >> (ParserNetwork.ValueBits - HeadBits);
                candidates[IntegerProduct.PlaceOf(k, word + 1, width, stride)] = (short)Math.Clamp(value, -MaxArc, MaxArc);
            }
        }

        IntegerProduct.Multiply(queries, width, candidates, scores, count, stride, width);
        for (var i = 0; i < count * stride; i += Lane)
        {
            Clamp(Round(Load(scores, i), QueryBits + HeadBits - ScoreBits), MaxScore).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(scores), (nuint)i);
        }

        for (var word = 0; word < count; word++)
        {
            var row = scores.AsSpan(word * stride, count + 1);
            row[0] += network.Pairs[ParserInputs.Pair(tags[word], 0, 0)];
            for (var head = 0; head < count; head++)
            {
                row[head + 1] += network.Pairs[ParserInputs.Pair(tags[word], tags[head], head - word)];
            }
        }

        return stride;
    }

    /// <summary>Labels every arc, for some heads at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Label(ReadOnlySpan<int> heads, Span<byte> labels)
    {
        var (width, lanes) = (shape.Relation, shape.LabelLanes);
        for (var head = 0; head < heads.Length;)
        {
            var count = 0;
            for (; head < heads.Length && count < FormsAtOnce; head++)
            {
                if (heads.Contains(head))
                {
                    views.AsSpan((head * shape.Views) + (2 * shape.Arc) + width, width).CopyTo(formHeads.AsSpan(count * width));
                    slots[count++] = head;
                }
            }

            IntegerProduct.Multiply(formHeads, width, network.Relations.Packed, forms, count, width * lanes, width);
            for (var i = 0; i < count * width * lanes; i += Lane)
            {
                Clamp(Round(Load(forms, i), network.Relations.Bits + ParserNetwork.ValueBits - FormBits), MaxForm).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(forms), (nuint)i);
            }

            for (var word = 0; word < heads.Length; word++)
            {
                var slot = slots.AsSpan(0, count).IndexOf(heads[word]);
                if (heads[word] < 0)
                {
                    labels[word] = (byte)(rootLabel + 1);
                }
                else if (slot >= 0)
                {
                    labels[word] = (byte)(BestLabel(slot, views.AsSpan((word * shape.Views) + (2 * shape.Arc), width)) + 1);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int BestLabel(int slot, ReadOnlySpan<short> dependent)
    {
        var lanes = shape.LabelLanes;
        Span<int> sums = stackalloc int[lanes];
        for (var lane = 0; lane < lanes; lane += Lane)
        {
            var sum = Vector512<int>.Zero;
            for (var k = 0; k < dependent.Length; k++)
            {
                var value = Math.Clamp((dependent[k] + 2) >> (ParserNetwork.ValueBits - DependentBits), -MaxForm, MaxForm);
                sum += Load(forms, (((slot * dependent.Length) + k) * lanes) + lane) * value;
            }

            sum.CopyTo(sums[lane..]);
        }

        var best = rootLabel == 0 ? 1 : 0;
        for (var label = best + 1; label < shape.Labels; label++)
        {
            if (sums[label] > sums[best] && label != rootLabel) { best = label; }
        }

        return best;
    }

    private const int GateBits = 14;

    /// <summary>A gate between 0 and 1 with <see cref="GateBits"/>: two parabolas between -4 and 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Squash(Vector512<int> value)
    {
        var rest = Vector512.Max(Vector512<int>.Zero, Vector512.Create(4 << ParserNetwork.ValueBits) - Vector512.Abs(value));
        var tail = (rest * rest) >> ((2 * ParserNetwork.ValueBits) + 5 - GateBits);
        return Vector512.ConditionalSelect(Vector512.GreaterThan(value, Vector512<int>.Zero), Vector512.Create(1 << GateBits) - tail, tail);
    }

    /// <summary>Divides by a power of two, and rounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Round(Vector512<int> value, int bits) => bits == 0 ? value : (value + Vector512.Create(1 << (bits - 1))) >> bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Clamp(Vector512<int> value, int bound) => Vector512.Min(Vector512.Max(value, Vector512.Create(-bound)), Vector512.Create(bound));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Narrow(Vector512<int> value) => Vector256.Narrow(value.GetLower(), value.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Load(int[] from, int at) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)at);

    private void MakeRoom(int count)
    {
        Grow(ref rows, count * ParserInputs.Count);
        Grow(ref values, count * shape.Width);
        Grow(ref next, count * shape.Width);
        Grow(ref products, count * Math.Max(shape.Gates, shape.Views));
        Grow(ref views, count * shape.Views);
        Grow(ref queries, count * shape.Arc);
        var stride = (count + 1 + Lane - 1) / Lane * Lane;
        Grow(ref candidates, stride * shape.Arc);
        Grow(ref scores, count * stride);
    }

    private static void Grow<T>(ref T[] room, int size)
    {
        if (room.Length < size)
        {
            room = new T[size * 5 / 4];
        }
    }
}
