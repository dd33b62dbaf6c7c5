using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Models;

/// <summary>
/// A linear classifier over hashed features with 8-bit integer weights. Scores are sums of integers, so they are the same on every machine,
/// whatever the width of its vectors and the order of the sum. Immutable; one serves all threads.
/// </summary>
internal sealed class LinearModel
{
    /// <summary>Classes are padded to a multiple of this many where there are more than <see cref="Some"/>.</summary>
    private const int Lane = 16;

    /// <summary>Up to this many classes a feature's weights are one 64-bit word.</summary>
    private const int Some = 8;

    /// <summary>Up to this many classes a feature's weights are one 32-bit word.</summary>
    private const int Few = 4;

    private readonly sbyte[] weights;
    private readonly int shift;

    /// <summary>Takes the weights over.</summary>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <param name="bits">Logarithm to the base 2 of the number of rows: a feature's row is the high bits of its hash.</param>
    /// <param name="weights">Rows of <see cref="StrideOf"/> weights.</param>
    public LinearModel(int classes, int bits, sbyte[] weights)
    {
        if (classes is < 2 or > 256 || bits is < 4 or > 28 || weights.Length != StrideOf(classes) << bits)
        {
            throw new InvalidDataException($"A table of {weights.Length} weights does not fit {classes} classes and 2^{bits} rows. The model file was made by another version: train it anew.");
        }

        Classes = classes;
        Bits = bits;
        Stride = StrideOf(classes);
        this.weights = weights;
        shift = 32 - bits;
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Weights of a row, <see cref="Classes"/> padded.</summary>
    public int Stride { get; }

    /// <summary>Logarithm to the base 2 of the number of rows.</summary>
    public int Bits { get; }

    /// <summary>All rows.</summary>
    public ReadOnlySpan<sbyte> Weights => weights;

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    public static LinearModel ReadFrom(BinaryReader reader)
    {
        var (classes, bits) = (reader.ReadInt32(), reader.ReadInt32());
        if (classes is < 2 or > 256 || bits is < 4 or > 28)
        {
            throw new InvalidDataException($"A model cannot have {classes} classes and 2^{bits} rows. The file was made by another version: train it anew.");
        }

        var weights = new sbyte[StrideOf(classes) << bits];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new LinearModel(classes, bits, weights);
    }

    /// <summary>Writes the model's shape and weights.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        writer.Write(Classes);
        writer.Write(Bits);
        writer.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    /// <summary>Class with the highest score, the first of equals.</summary>
    public int Best(ReadOnlySpan<short> scores)
    {
        var best = 0;
        for (var i = 1; i < Classes; i++)
        {
            if (scores[i] > scores[best])
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>Weights of a row for so many classes.</summary>
    public static int StrideOf(int classes) => classes <= Few ? Few : classes <= Some ? Some : (classes + Lane - 1) / Lane * Lane;

    /// <summary>Sums the rows of <paramref name="features"/> (at most 250 of them) into <paramref name="scores"/>, which has room for <see cref="Stride"/>.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<short> scores)
    {
        if (Stride == Few)
        {
            ScoreFew(features, scores);
        }
        else if (Vector128.IsHardwareAccelerated && Stride == Some)
        {
            ScoreSome(features, scores);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            ScoreWide(features, scores);
        }
        else
        {
            ScorePlainly(features, scores);
        }
    }

    /// <summary>What <see cref="Score"/> computes, without vectors.</summary>
    public void ScorePlainly(ReadOnlySpan<uint> features, Span<short> scores)
    {
        scores[..Stride].Clear();
        foreach (var feature in features)
        {
            var row = (int)(feature >> shift) * Stride;
            for (var i = 0; i < Stride; i++)
            {
                scores[i] += weights[row + i];
            }
        }
    }

    private void ScoreFew(ReadOnlySpan<uint> features, Span<short> scores)
    {
        // Four weights are one word. Each is made positive by 128, so that four sums of bytes run side by side in one 64-bit word.
        unchecked
        {
            ref var table = ref Unsafe.As<sbyte, uint>(ref MemoryMarshal.GetArrayDataReference(weights));
            ulong even = 0, odd = 0;
            foreach (var feature in features)
            {
                var row = Unsafe.Add(ref table, feature >> shift) ^ 0x80808080u;
                even += row & 0x00FF00FFu;
                odd += (row >> 8) & 0x00FF00FFu;
            }

            var bias = 128 * features.Length;
            scores[0] = (short)((int)(even & 0xFFFF) - bias);
            scores[1] = (short)((int)(odd & 0xFFFF) - bias);
            scores[2] = (short)((int)((even >> 16) & 0xFFFF) - bias);
            scores[3] = (short)((int)((odd >> 16) & 0xFFFF) - bias);
        }
    }

    private void ScoreSome(ReadOnlySpan<uint> features, Span<short> scores)
    {
        ref var table = ref Unsafe.As<sbyte, ulong>(ref MemoryMarshal.GetArrayDataReference(weights));
        var sum = Vector128<short>.Zero;
        foreach (var feature in features)
        {
            sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.Add(ref table, feature >> shift)).AsSByte());
        }

        sum.CopyTo(scores);
    }

    private void ScoreWide(ReadOnlySpan<uint> features, Span<short> scores)
    {
        var lane = 0;
        for (; lane + (3 * Lane) <= Stride; lane += 3 * Lane)
        {
            ScoreThreeLanes(features, scores[lane..], lane);
        }

        ref var table = ref MemoryMarshal.GetArrayDataReference(weights);
        for (; lane < Stride; lane += Lane)
        {
            var sum = Vector256<short>.Zero;
            foreach (var feature in features)
            {
                sum += Widened(ref table, ((feature >> shift) * (nuint)Stride) + (nuint)lane);
            }

            sum.CopyTo(scores[lane..]);
        }
    }

    /// <summary>Three lanes in one pass, so that a row is fetched once.</summary>
    private void ScoreThreeLanes(ReadOnlySpan<uint> features, Span<short> scores, int lane)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(weights);
        var (first, second, third) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero);
        foreach (var feature in features)
        {
            var row = ((feature >> shift) * (nuint)Stride) + (nuint)lane;
            first += Widened(ref table, row);
            second += Widened(ref table, row + Lane);
            third += Widened(ref table, row + (2 * Lane));
        }

        first.CopyTo(scores);
        second.CopyTo(scores[Lane..]);
        third.CopyTo(scores[(2 * Lane)..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widened(ref sbyte table, nuint index) =>
        Vector256.WidenLower(Vector128.LoadUnsafe(ref table, index).ToVector256Unsafe());
}
