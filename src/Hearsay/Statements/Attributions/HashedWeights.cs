using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Statements.Attributions;

/// <summary>A linear model over hashed features: for each bucket one weight an output, in 16-bit steps of <see cref="Step"/>.</summary>
/// <remarks>Sums are of integers, so they are the same in any order and on any machine.</remarks>
internal sealed class HashedWeights
{
    private const int MostWeights = 1 << 24;

    // Rows of three weights are kept as rows of four, so that a row is one aligned word in one cache line.
    private const int Padded = 4;
    private const int Three = 3;

    private readonly short[] weights;
    private readonly uint mask;

    /// <summary>Takes weights as they are stored: bucket by bucket, one for each output.</summary>
    /// <exception cref="ArgumentException">The number of weights is not that of a power of two buckets.</exception>
    public HashedWeights(short[] weights, int outputs, double step)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        var buckets = weights.Length / outputs;
        if (buckets * outputs != weights.Length || !int.IsPow2(buckets))
        {
            throw new ArgumentException($"{weights.Length} weights do not make a power of two of buckets with {outputs} outputs each", nameof(weights));
        }

        this.weights = outputs == Three ? Pad(weights) : weights;
        mask = (uint)buckets - 1;
        Outputs = outputs;
        Step = step;
    }

    /// <summary>Number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>What a weight of 1 adds to a logit.</summary>
    public double Step { get; }

    /// <summary>Reads a table as <see cref="WriteTo"/> writes it.</summary>
    /// <exception cref="InvalidDataException">The table has another shape than this build expects.</exception>
    public static HashedWeights ReadFrom(BinaryReader reader, int outputs)
    {
        var (stored, step, length) = (reader.ReadInt32(), reader.ReadDouble(), reader.ReadInt32());
        if (stored != outputs || length is < 1 or > MostWeights || length % outputs != 0 || !int.IsPow2(length / outputs) || !double.IsFinite(step))
        {
            throw new InvalidDataException($"A table of {length} weights for {stored} outputs is not what this build expects of a model of attributions. Train it anew.");
        }

        var weights = new short[length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new HashedWeights(weights, outputs, step);
    }

    /// <summary>Writes the number of outputs, the step, the number of weights and the weights; little-endian.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        var stored = Outputs == Three ? Unpad(weights) : weights;
        writer.Write(Outputs);
        writer.Write(Step);
        writer.Write(stored.Length);
        writer.Write(MemoryMarshal.AsBytes(stored.AsSpan()));
    }

    /// <summary>The logit of a model with one output.</summary>
    public double Score(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        ref var first = ref MemoryMarshal.GetArrayDataReference(weights);
        foreach (var feature in features)
        {
            sum += Unsafe.Add(ref first, (nint)(feature & mask));
        }

        return sum * Step;
    }

    /// <summary>The three logits of a model with three outputs.</summary>
    public (double First, double Second, double Third) Score3(ReadOnlySpan<uint> features)
    {
        var sum = Vector128<int>.Zero;
        ref var first = ref Unsafe.As<short, ulong>(ref MemoryMarshal.GetArrayDataReference(weights));
        foreach (var feature in features)
        {
            sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.Add(ref first, (nint)(feature & mask))).AsInt16());
        }

        return (sum[0] * Step, sum[1] * Step, sum[2] * Step);
    }

    private static short[] Pad(short[] rows)
    {
        var padded = new short[rows.Length / Three * Padded];
        for (var (from, to) = (0, 0); from < rows.Length; from += Three, to += Padded)
        {
            rows.AsSpan(from, Three).CopyTo(padded.AsSpan(to));
        }

        return padded;
    }

    private static short[] Unpad(short[] padded)
    {
        var rows = new short[padded.Length / Padded * Three];
        for (var (from, to) = (0, 0); to < rows.Length; from += Padded, to += Three)
        {
            padded.AsSpan(from, Three).CopyTo(rows.AsSpan(to));
        }

        return rows;
    }
}

/// <summary>Between logits and probabilities.</summary>
internal static class Logistic
{
    /// <summary>The probability of a logit.</summary>
    public static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));
}
