using Hearsay.Statements.Attributions;

namespace Hearsay.Training.Attributions;

/// <summary>Learns linear models over the rows of a <see cref="FeatureMatrix"/>.</summary>
internal static class LinearTrainer
{
    private const float Negligible = 1e-4f;
    private const int FirstSeed = 17;

    /// <summary>Logistic regression.</summary>
    /// <param name="matrix">Features.</param>
    /// <param name="examples">Rows, and the label of each.</param>
    /// <param name="learning">How fast.</param>
    public static float[] Logistic(FeatureMatrix matrix, IReadOnlyList<(int Row, bool Label)> examples, Learning learning) => Mean(learning, seed =>
    {
        var descent = new AdaptiveDescent(matrix.Features, learning, seed);
        return descent.Run(examples.Count, example =>
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
    });

    /// <summary>Ranks the rows of each group by a conditional logit: the right one against all others.</summary>
    public static float[] Ranking(FeatureMatrix matrix, IReadOnlyList<(int First, int Count, int Right)> groups, Learning learning) => Mean(learning, seed =>
    {
        var descent = new AdaptiveDescent(matrix.Features, learning, seed);
        var scores = new float[groups.Max(group => group.Count)];
        return descent.Run(groups.Count, example =>
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
    });

    /// <summary>Learns the inside, start and end weights of a content segmenter: forward and backward sums over all paths.</summary>
    /// <param name="matrix">One row a word.</param>
    /// <param name="sequences">First row, and which words are content.</param>
    /// <param name="learning">How fast.</param>
    public static float[] Field(FeatureMatrix matrix, IReadOnlyList<(int First, bool[] Inside)> sequences, Learning learning) => Mean(learning, seed =>
    {
        var descent = new AdaptiveDescent(3 * matrix.Features, learning, seed);
        var weights = descent.Weights;
        var field = new FieldSums(sequences.Max(sequence => sequence.Inside.Length));
        return descent.Run(sequences.Count, example =>
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
    });

    // The mean of several trainings, which differ in the order of the examples alone, does better on what was not learnt than each of them (Breiman 1996).
    private static float[] Mean(Learning learning, Func<int, float[]> train)
    {
        var runs = new float[learning.Runs][];
        Parallel.For(0, runs.Length, run => runs[run] = train(FirstSeed + run));
        for (var i = 0; runs.Length > 1 && i < runs[0].Length; i++)
        {
            var sum = 0f;
            foreach (var weights in runs) { sum += weights[i]; }
            runs[0][i] = sum / runs.Length;
        }

        return runs[0];
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
