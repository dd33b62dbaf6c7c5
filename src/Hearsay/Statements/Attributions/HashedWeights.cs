using System.Runtime.InteropServices;

namespace Hearsay.Statements.Attributions;

/// <summary>A linear model over hashed features: for each bucket one weight an output, in 16-bit steps of <see cref="Step"/>.</summary>
/// <remarks>Sums are of integers, so they are the same in any order and on any machine.</remarks>
internal sealed class HashedWeights
{
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

        this.weights = weights;
        mask = (uint)buckets - 1;
        Outputs = outputs;
        Step = step;
    }

    /// <summary>Number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>What a weight of 1 adds to a logit.</summary>
    public double Step { get; }

    /// <summary>The weights as they are stored.</summary>
    public ReadOnlySpan<short> Weights => weights;

    /// <summary>The logit of a model with one output.</summary>
    public double Score(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        ref var first = ref MemoryMarshal.GetArrayDataReference(weights);
        foreach (var feature in features)
        {
            sum += System.Runtime.CompilerServices.Unsafe.Add(ref first, (nint)(feature & mask));
        }

        return sum * Step;
    }

    /// <summary>The three logits of a model with three outputs.</summary>
    public (double First, double Second, double Third) Score3(ReadOnlySpan<uint> features)
    {
        var (a, b, c) = (0, 0, 0);
        foreach (var feature in features)
        {
            var at = (int)(feature & mask) * 3;
            a += weights[at];
            b += weights[at + 1];
            c += weights[at + 2];
        }

        return (a * Step, b * Step, c * Step);
    }
}

/// <summary>Between logits and probabilities.</summary>
internal static class Logistic
{
    /// <summary>The probability of a logit.</summary>
    public static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));
}
