using System.Runtime.Intrinsics;

namespace Hearsay.Training.Language.Parsing;

/// <summary>
/// Steps down the slope with each weight's own pace (Adam; Kingma and Ba 2015). A row of embeddings that a batch does not touch stays as it is.
/// Keeps the mean of the weights over the last part of training (Polyak and Juditsky 1992), which generalises better than the last weights.
/// </summary>
internal sealed class AdamUpdate(ParserWeights weights)
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.98f;
    private const float Longest = 5;
    private const int Lane = MatrixProduct.Lane;

    private readonly float[] denseFirst = new float[weights.Dense.Length];
    private readonly float[] denseSecond = new float[weights.Dense.Length];
    private readonly float[] rowFirst = new float[weights.Embeddings.Length];
    private readonly float[] rowSecond = new float[weights.Embeddings.Length];
    private readonly ParserWeights mean = new(weights.Shape);
    private int steps, means;

    /// <summary>Mean of the weights at the times of <see cref="Remember"/>. Rows that no example touched are 0.</summary>
    public ParserWeights ToMean()
    {
        var width = weights.Shape.Width;
        for (var row = 0; row < mean.Embeddings.Length; row += width)
        {
            if (!rowSecond.AsSpan(row, width).ContainsAnyExcept(0f))
            {
                mean.Embeddings.AsSpan(row, width).Clear();
            }
        }

        mean.RefreshTransposed();
        return mean;
    }

    /// <summary>One step by a batch's gradients, which are emptied.</summary>
    public void Step(ParserGradients gradients, float rate)
    {
        steps++;
        var length = Math.Sqrt(Squares(gradients.Dense) + gradients.Touched.Sum(row => Squares(gradients.Row(row))));
        var factor = length > Longest ? (float)(Longest / length) : 1f;
        var pace = rate * MathF.Sqrt(1 - MathF.Pow(SecondDecay, steps)) / (1 - MathF.Pow(FirstDecay, steps));
        Step(weights.Dense, gradients.Dense, denseFirst, denseSecond, factor, pace);
        var width = weights.Shape.Width;
        foreach (var row in gradients.Touched)
        {
            var at = row * width;
            Step(weights.Embeddings.AsSpan(at, width), gradients.Row(row), rowFirst.AsSpan(at, width), rowSecond.AsSpan(at, width), factor, pace);
        }

        gradients.Clear();
        weights.RefreshTransposed();
    }

    /// <summary>Takes the weights as they are now into the mean.</summary>
    public void Remember()
    {
        means++;
        var share = Vector256.Create(1f / means);
        Move(weights.Dense, mean.Dense, share);
        Move(weights.Embeddings, mean.Embeddings, share);
    }

    private static double Squares(ReadOnlySpan<float> values)
    {
        var sum = Vector512<float>.Zero;
        var i = 0;
        for (; i + Lane <= values.Length; i += Lane)
        {
            var value = Vector512.Create(values[i..]);
            sum += value * value;
        }

        return Vector512.Sum(sum);
    }

    private static void Move(ReadOnlySpan<float> from, Span<float> mean, Vector256<float> share)
    {
        for (var i = 0; i < from.Length; i += Lane / 2)
        {
            var old = Vector256.Create<float>(mean[i..]);
            (old + ((Vector256.Create(from[i..]) - old) * share)).CopyTo(mean[i..]);
        }
    }

    private static void Step(Span<float> values, ReadOnlySpan<float> slopes, Span<float> first, Span<float> second, float factor, float pace)
    {
        for (var i = 0; i < values.Length; i += Lane / 2)
        {
            var slope = Vector256.Create(slopes[i..]) * Vector256.Create(factor);
            var one = (Vector256.Create<float>(first[i..]) * FirstDecay) + (slope * (1 - FirstDecay));
            var two = (Vector256.Create<float>(second[i..]) * SecondDecay) + (slope * slope * (1 - SecondDecay));
            one.CopyTo(first[i..]);
            two.CopyTo(second[i..]);
            (Vector256.Create<float>(values[i..]) - (Vector256.Create(pace) * one / (Vector256.Sqrt(two) + Vector256.Create(1e-8f)))).CopyTo(values[i..]);
        }
    }
}
