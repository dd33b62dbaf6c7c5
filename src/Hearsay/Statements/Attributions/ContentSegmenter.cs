namespace Hearsay.Statements.Attributions;

/// <summary>Finds the words of a cue's sentence that are its content, as the best run or runs of words.</summary>
/// <remarks>
/// A conditional random field (Lafferty, McCallum and Pereira, ICML 2001) with two states, inside and outside: a word inside scores its inside weight,
/// the first word of a run its start weight as well, the last its end weight.
/// </remarks>
internal sealed class ContentSegmenter(HashedWeights weights)
{
    private readonly ContentFrame frame = new();
    private readonly FeatureBuffer features = new();
    private double[] inside = new double[64];
    private double[] starts = new double[64];
    private double[] ends = new double[64];
    private bool[] within = new bool[64];

    /// <summary>Finds the content of <paramref name="candidate"/>.</summary>
    /// <param name="text">The document.</param>
    /// <param name="candidate">Cue and source.</param>
    /// <param name="cueProbability">For each token, how likely it heads a cue.</param>
    /// <param name="content">Receives the tokens of the content, words only.</param>
    /// <param name="force">True where some content must be found.</param>
    /// <returns>The logarithm of the probability of just these words.</returns>
    public double Find(AttributionText text, Candidate candidate, ReadOnlySpan<float> cueProbability, List<int> content, bool force)
    {
        frame.Open(text, candidate, cueProbability);
        var n = frame.Count;
        content.Clear();
        if (n == 0)
        {
            return 0;
        }

        if (inside.Length < n)
        {
            (inside, starts, ends, within) = (new double[n], new double[n], new double[n], new bool[n]);
        }

        for (var k = 0; k < n; k++)
        {
            frame.Collect(k, cueProbability, features);
            (inside[k], starts[k], ends[k]) = weights.Score3(features.Items);
        }

        var (score, total) = Search(n, force);
        Back(n, force);
        for (var k = 0; k < n; k++)
        {
            if (within[k])
            {
                content.Add(frame.Words[k]);
            }
        }

        return Math.Min(0, score - total);
    }

    private double[] bestIn = new double[64];
    private double[] bestOut = new double[64];

    // bestOut is the best path that has had content before; a path that has had none scores 0.
    private (double Best, double Total) Search(int n, bool force)
    {
        if (bestIn.Length < n)
        {
            (bestIn, bestOut) = (new double[n], new double[n]);
        }

        var (allIn, allOut) = (double.NegativeInfinity, 0.0);
        for (var k = 0; k < n; k++)
        {
            var (lastIn, lastOut) = k == 0 ? (double.NegativeInfinity, double.NegativeInfinity) : (bestIn[k - 1], bestOut[k - 1]);
            bestIn[k] = inside[k] + Math.Max(lastIn, Math.Max(lastOut, 0) + starts[k]);
            bestOut[k] = k == 0 ? double.NegativeInfinity : Math.Max(lastOut, lastIn + ends[k - 1]);
            var (wasIn, wasOut) = (allIn, allOut);
            allIn = inside[k] + LogSum(wasIn, wasOut + starts[k]);
            allOut = k == 0 ? wasOut : LogSum(wasOut, wasIn + ends[k - 1]);
        }

        var best = Math.Max(bestOut[n - 1], bestIn[n - 1] + ends[n - 1]);
        return (force ? best : Math.Max(best, 0), LogSum(allOut, allIn + ends[n - 1]));
    }

    private void Back(int n, bool force)
    {
        within.AsSpan(0, n).Clear();
        var last = bestIn[n - 1] + ends[n - 1];
        if (!force && Math.Max(last, bestOut[n - 1]) <= 0)
        {
            return;
        }

        var isIn = last >= bestOut[n - 1];
        for (var k = n - 1; k >= 0; k--)
        {
            within[k] = isIn;
            if (k == 0)
            {
                break;
            }

            if (isIn)
            {
                var (lastIn, lastOut) = (bestIn[k - 1], bestOut[k - 1]);
                if (lastIn >= Math.Max(lastOut, 0) + starts[k])
                {
                    continue;
                }

                if (lastOut < 0)
                {
                    break;
                }

                isIn = false;
            }
            else
            {
                isIn = bestIn[k - 1] + ends[k - 1] >= bestOut[k - 1];
            }
        }
    }

    internal static double LogSum(double a, double b)
    {
        var (high, low) = a > b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(low) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
