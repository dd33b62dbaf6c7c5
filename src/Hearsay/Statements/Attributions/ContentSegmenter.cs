namespace Hearsay.Statements.Attributions;

/// <summary>How sure a content is.</summary>
/// <param name="Logarithm">Logarithm of the probability that the content is just these words.</param>
/// <param name="Overlap">The F1 with the true content that is to be expected, 0 to 1.</param>
internal readonly record struct ContentReading(double Logarithm, double Overlap);

/// <summary>Finds the words of a cue's sentence that are its content, as the best run or runs of words.</summary>
/// <remarks>
/// A conditional random field (Lafferty, McCallum and Pereira, ICML 2001) with two states, inside and outside: a word inside scores its inside weight,
/// the first word of a run its start weight as well, the last its end weight. The likeliest labelling is given, unless another set of words promises clearly
/// more overlap with the truth: of all sets the best is the likeliest words up to some number (Lewis, SIGIR 1995).
/// </remarks>
internal sealed class ContentSegmenter(HashedWeights weights)
{
    /// <summary>By how much the expected overlap must be better for another set of words than the likeliest labelling's.</summary>
    public const double ClearlyMore = 0.2;

    private readonly ContentFrame frame = new();
    private readonly FeatureBuffer features = new();
    private FieldSums sums = new(64);
    private double[] inside = new double[64];
    private double[] starts = new double[64];
    private double[] ends = new double[64];
    private double[] bestIn = new double[64];
    private double[] bestOut = new double[64];
    private bool[] within = new bool[64];
    private double[] doubt = new double[64];
    private int[] ranked = new int[64];
    private double total;
    private double mass;

    /// <summary>Finds the content of <paramref name="candidate"/>.</summary>
    /// <param name="text">The document.</param>
    /// <param name="candidate">Cue and source.</param>
    /// <param name="cueProbability">For each token, how likely it heads a cue.</param>
    /// <param name="content">Receives the tokens of the content, words only; none where the likeliest labelling has none.</param>
    public ContentReading Find(AttributionText text, Candidate candidate, ReadOnlySpan<float> cueProbability, List<int> content)
    {
        frame.Open(text, candidate, cueProbability);
        var n = frame.Count;
        content.Clear();
        if (n == 0)
        {
            return default;
        }

        MakeRoom(n);
        for (var k = 0; k < n; k++)
        {
            frame.Collect(k, cueProbability, features);
            (inside[k], starts[k], ends[k]) = weights.Score3(features.Items);
            sums.Put(k, inside[k], starts[k], ends[k]);
        }

        total = sums.Sum(n);
        Search(n);
        var likeliest = Back(n);
        mass = 0;
        for (var k = 0; k < n; k++)
        {
            doubt[k] = -sums.Within(k);
            mass -= doubt[k];
            ranked[k] = k;
        }

        var overlap = Overlap(n);
        if (likeliest)
        {
            var (words, most) = Widest(n);
            if (most > overlap + ClearlyMore)
            {
                overlap = most;
                Mark(n, words);
            }
        }

        return Reading(n, overlap, content);
    }

    /// <summary>Finds some content for the candidate that <see cref="Find"/> last looked at and found none for.</summary>
    /// <param name="content">Receives the tokens of the content, words only; none where the sentence has no other words.</param>
    public ContentReading Insist(List<int> content)
    {
        var n = frame.Count;
        content.Clear();
        if (n == 0)
        {
            return default;
        }

        var (words, overlap) = Widest(n);
        Mark(n, words);
        return Reading(n, overlap, content);
    }

    private ContentReading Reading(int n, double overlap, List<int> content)
    {
        for (var k = 0; k < n; k++)
        {
            if (within[k])
            {
                content.Add(frame.Words[k]);
            }
        }

        return new ContentReading(Math.Min(0, ScoreOf(n) - total), overlap);
    }

    // Marks so many of the likeliest words, and no others.
    private void Mark(int n, int words)
    {
        within.AsSpan(0, n).Clear();
        foreach (var k in ranked.AsSpan(0, words))
        {
            within[k] = true;
        }
    }

    private void MakeRoom(int n)
    {
        if (inside.Length < n)
        {
            sums = new FieldSums(n);
            (inside, starts, ends, bestIn, bestOut, doubt) = (new double[n], new double[n], new double[n], new double[n], new double[n], new double[n]);
            (within, ranked) = (new bool[n], new int[n]);
        }
    }

    // bestOut is the best path that has had content before; a path that has had none scores 0.
    private void Search(int n)
    {
        for (var k = 0; k < n; k++)
        {
            var (lastIn, lastOut) = k == 0 ? (double.NegativeInfinity, double.NegativeInfinity) : (bestIn[k - 1], bestOut[k - 1]);
            bestIn[k] = inside[k] + Math.Max(lastIn, Math.Max(lastOut, 0) + starts[k]);
            bestOut[k] = k == 0 ? double.NegativeInfinity : Math.Max(lastOut, lastIn + ends[k - 1]);
        }
    }

    // Marks the words of the likeliest labelling; false where it has none.
    private bool Back(int n)
    {
        within.AsSpan(0, n).Clear();
        var last = bestIn[n - 1] + ends[n - 1];
        if (Math.Max(last, bestOut[n - 1]) <= 0)
        {
            return false;
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

        return true;
    }

    // The F1 to be expected of the words marked: twice the words that are likely right, over those marked and those there should be.
    private double Overlap(int n)
    {
        var (marked, right) = (0, 0.0);
        for (var k = 0; k < n; k++)
        {
            if (within[k])
            {
                marked++;
                right -= doubt[k];
            }
        }

        return marked == 0 ? 0 : 2 * right / (marked + mass);
    }

    // Ranks the words by their probability, and tells how many of the first promise most overlap.
    private (int Words, double Overlap) Widest(int n)
    {
        Array.Sort(doubt, ranked, 0, n);
        var (best, words, right) = (0.0, 1, 0.0);
        for (var k = 0; k < n; k++)
        {
            right -= doubt[k];
            var overlap = 2 * right / (k + 1 + mass);
            if (overlap > best)
            {
                (best, words) = (overlap, k + 1);
            }
        }

        return (words, best);
    }

    private double ScoreOf(int n)
    {
        var score = 0.0;
        for (var k = 0; k < n; k++)
        {
            if (within[k])
            {
                score += inside[k] + (k > 0 && within[k - 1] ? 0 : starts[k]) + (k + 1 < n && within[k + 1] ? 0 : ends[k]);
            }
        }

        return score;
    }
}
