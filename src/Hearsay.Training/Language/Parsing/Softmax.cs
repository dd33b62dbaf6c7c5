using System.Runtime.Intrinsics;

namespace Hearsay.Training.Language.Parsing;

/// <summary>Choices among scores, and what is learnt about them.</summary>
internal static class Softmax
{
    /// <summary>A score that is never chosen.</summary>
    public const float Impossible = -1e9f;

    private const int Lane = MatrixProduct.Lane / 2;

    /// <summary>
    /// Turns scores into the slope of the loss in them, and gives the loss: the cross entropy between their softmax and what is to be learnt, which is sure of
    /// <paramref name="right"/> but for its <paramref name="trust"/> in what is taught (Hinton, Vinyals and Dean 2015).
    /// </summary>
    public static double ToSlope(Span<float> row, int right, ReadOnlySpan<Half> taught, float trust, float scale)
    {
        trust = taught.IsEmpty ? 0 : trust;
        var wanted = (1.0 - trust) * row[right];
        for (var i = 0; i < taught.Length; i++)
        {
            wanted += trust * (float)taught[i] * row[i];
        }

        var loss = ToProbabilities(row) - wanted;
        for (var i = 0; i < taught.Length; i++)
        {
            row[i] -= trust * (float)taught[i];
        }

        row[right] -= 1 - trust;
        foreach (ref var value in row)
        {
            value *= scale;
        }

        return loss;
    }

    /// <summary>Turns scores into their softmax, and gives the logarithm of the sum of their exponentials.</summary>
    public static double ToProbabilities(Span<float> row)
    {
        var (best, sum) = (row[0], 0f);
        foreach (var score in row)
        {
            best = Math.Max(best, score);
        }

        for (var i = 0; i < row.Length; i += Lane)
        {
            Vector256.Exp(Vector256.Max(Vector256.Create<float>(row[i..]) - Vector256.Create(best), Vector256.Create(-80f))).CopyTo(row[i..]);
        }

        foreach (var value in row)
        {
            sum += value;
        }

        foreach (ref var value in row)
        {
            value /= sum;
        }

        return best + Math.Log(sum);
    }

    /// <summary>Writes probabilities shorter.</summary>
    public static void Write(ReadOnlySpan<float> probabilities, Span<Half> to)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = (Half)probabilities[i];
        }
    }
}
