namespace Hearsay.Training.Attributions;

/// <summary>Learns linear models over the rows of a <see cref="FeatureMatrix"/>.</summary>
internal static class LinearTrainer
{
    private const float Negligible = 1e-4f;

    /// <summary>Logistic regression.</summary>
    /// <param name="matrix">Features.</param>
    /// <param name="examples">Rows, and the label of each.</param>
    /// <param name="penalty">Pull of a weight towards 0 each time it is used.</param>
    /// <param name="passes">How often each example is shown.</param>
    public static float[] Logistic(FeatureMatrix matrix, IReadOnlyList<(int Row, bool Label)> examples, double penalty, int passes = 8)
    {
        var descent = new AdaptiveDescent(matrix.Features, penalty);
        return descent.Run(examples.Count, passes, example =>
        {
            var (row, label) = examples[example];
            var features = matrix.Row(row);
            var error = (1 / (1 + MathF.Exp(-Score(descent.Weights, features)))) - (label ? 1 : 0);
            if (MathF.Abs(error) > Negligible)
            {
                foreach (var feature in features)
                {
                    descent.Move(feature, error);
                }
            }
        });
    }

    /// <summary>Ranks the rows of each group by a conditional logit: the right one against all others.</summary>
    public static float[] Ranking(FeatureMatrix matrix, IReadOnlyList<(int First, int Count, int Right)> groups, double penalty, int passes = 8)
    {
        var descent = new AdaptiveDescent(matrix.Features, penalty);
        var scores = new float[groups.Max(group => group.Count)];
        return descent.Run(groups.Count, passes, example =>
        {
            var (first, count, right) = groups[example];
            var most = float.NegativeInfinity;
            for (var k = 0; k < count; k++)
            {
                scores[k] = Score(descent.Weights, matrix.Row(first + k));
                most = Math.Max(most, scores[k]);
            }

            var total = 0f;
            for (var k = 0; k < count; k++)
            {
                scores[k] = MathF.Exp(scores[k] - most);
                total += scores[k];
            }

            for (var k = 0; k < count; k++)
            {
                var error = (scores[k] / total) - (k == right ? 1 : 0);
                if (MathF.Abs(error) > Negligible)
                {
                    foreach (var feature in matrix.Row(first + k))
                    {
                        descent.Move(feature, error);
                    }
                }
            }
        });
    }

    /// <summary>Learns the inside, start and end weights of a content segmenter: forward and backward sums over all paths.</summary>
    /// <param name="matrix">One row a word.</param>
    /// <param name="sequences">First row, and which words are content.</param>
    /// <param name="penalty">Pull of a weight towards 0 each time it is used.</param>
    /// <param name="passes">How often each sequence is shown.</param>
    public static float[] Field(FeatureMatrix matrix, IReadOnlyList<(int First, bool[] Inside)> sequences, double penalty, int passes = 6)
    {
        var descent = new AdaptiveDescent(3 * matrix.Features, penalty);
        var weights = descent.Weights;
        var field = new FieldSums(sequences.Max(sequence => sequence.Inside.Length));
        return descent.Run(sequences.Count, passes, example =>
        {
            var (first, inside) = sequences[example];
            var n = inside.Length;
            for (var k = 0; k < n; k++)
            {
                var (a, b, c) = (0f, 0f, 0f);
                foreach (var feature in matrix.Row(first + k))
                {
                    a += weights[3 * feature];
                    b += weights[(3 * feature) + 1];
                    c += weights[(3 * feature) + 2];
                }

                field.Put(k, a, b, c);
            }

            field.Sum(n);
            for (var k = 0; k < n; k++)
            {
                var isStart = inside[k] && (k == 0 || !inside[k - 1]);
                var isEnd = inside[k] && (k == n - 1 || !inside[k + 1]);
                var (within, starts, ends) = field.Probabilities(k, n);
                var (a, b, c) = (within - (inside[k] ? 1 : 0), starts - (isStart ? 1 : 0), ends - (isEnd ? 1 : 0));
                foreach (var feature in matrix.Row(first + k))
                {
                    Move(3 * feature, a);
                    Move((3 * feature) + 1, b);
                    Move((3 * feature) + 2, c);
                }
            }

            void Move(int index, float gradient)
            {
                if (MathF.Abs(gradient) > Negligible)
                {
                    descent.Move(index, gradient);
                }
            }
        });
    }

    private static float Score(float[] weights, ReadOnlySpan<int> features)
    {
        var score = 0f;
        foreach (var feature in features)
        {
            score += weights[feature];
        }

        return score;
    }
}

/// <summary>Forward and backward sums over the paths of a field with two states, in logarithms.</summary>
internal sealed class FieldSums(int longest)
{
    private readonly double[] inside = new double[longest];
    private readonly double[] start = new double[longest];
    private readonly double[] end = new double[longest];
    private readonly double[] forwardIn = new double[longest];
    private readonly double[] forwardOut = new double[longest];
    private readonly double[] backwardIn = new double[longest];
    private readonly double[] backwardOut = new double[longest];
    private double total;

    /// <summary>Sets the scores of a word.</summary>
    public void Put(int k, double within, double starts, double ends) => (inside[k], start[k], end[k]) = (within, starts, ends);

    /// <summary>Computes the sums over <paramref name="n"/> words, and gives the logarithm of the sum over all paths.</summary>
    public double Sum(int n)
    {
        for (var k = 0; k < n; k++)
        {
            var (lastIn, lastOut) = k == 0 ? (double.NegativeInfinity, 0.0) : (forwardIn[k - 1], forwardOut[k - 1]);
            forwardIn[k] = inside[k] + LogSum(lastIn, lastOut + start[k]);
            forwardOut[k] = k == 0 ? 0 : LogSum(lastOut, lastIn + end[k - 1]);
        }

        (backwardIn[n - 1], backwardOut[n - 1]) = (end[n - 1], 0);
        for (var k = n - 2; k >= 0; k--)
        {
            var next = backwardIn[k + 1] + inside[k + 1];
            backwardIn[k] = LogSum(next, end[k] + backwardOut[k + 1]);
            backwardOut[k] = LogSum(next + start[k + 1], backwardOut[k + 1]);
        }

        return total = LogSum(forwardIn[n - 1] + end[n - 1], forwardOut[n - 1]);
    }

    /// <summary>How likely a word is inside, begins a run, ends one.</summary>
    public (float Within, float Starts, float Ends) Probabilities(int k, int n)
    {
        var pastOut = k == 0 ? 0 : forwardOut[k - 1];
        var nextOut = k == n - 1 ? 0 : backwardOut[k + 1];
        return ((float)Math.Exp(forwardIn[k] + backwardIn[k] - total),
            (float)Math.Exp(pastOut + start[k] + inside[k] + backwardIn[k] - total),
            (float)Math.Exp(forwardIn[k] + end[k] + nextOut - total));
    }

    private static double LogSum(double a, double b)
    {
        var (high, low) = a > b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(low) || high - low > 40 ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
