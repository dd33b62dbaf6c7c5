using Hearsay.Statements.Attributions;

namespace Hearsay.Training.Attributions;

/// <summary>Rows of features, renumbered by how often they occur, so that the frequent ones lie together in memory.</summary>
internal sealed class FeatureMatrix(int bits)
{
    private readonly List<int> starts = [0];
    private int[] items = new int[1 << 16];
    private int count;
    private int[] bucketOf = [];

    /// <summary>Number of rows.</summary>
    public int Rows => starts.Count - 1;

    /// <summary>Number of different features that are kept.</summary>
    public int Features => bucketOf.Length;

    /// <summary>The features of a row.</summary>
    public ReadOnlySpan<int> Row(int row) => items.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>Adds a row and gives its number.</summary>
    public int Add(ReadOnlySpan<uint> features)
    {
        if (count + features.Length > items.Length)
        {
            Array.Resize(ref items, Math.Max(2 * items.Length, count + features.Length));
        }

        foreach (var feature in features)
        {
            items[count++] = (int)(feature & ((1u << bits) - 1));
        }

        starts.Add(count);
        return starts.Count - 2;
    }

    /// <summary>Drops the features that stand in fewer than <paramref name="least"/> places, and renumbers the others.</summary>
    public void Close(int least = 2)
    {
        var frequency = new int[1 << bits];
        foreach (var item in items.AsSpan(0, count))
        {
            frequency[item]++;
        }

        bucketOf = [.. Enumerable.Range(0, frequency.Length).Where(bucket => frequency[bucket] >= least).OrderByDescending(bucket => frequency[bucket]).ThenBy(bucket => bucket)];
        var number = Enumerable.Repeat(-1, frequency.Length).ToArray();
        for (var i = 0; i < bucketOf.Length; i++)
        {
            number[bucketOf[i]] = i;
        }

        var (kept, from) = (0, 0);
        for (var row = 0; row < Rows; row++)
        {
            var to = starts[row + 1];
            for (var i = from; i < to; i++)
            {
                if (number[items[i]] >= 0)
                {
                    items[kept++] = number[items[i]];
                }
            }

            from = to;
            starts[row + 1] = kept;
        }

        count = kept;
    }

    /// <summary>Brings learned weights into the form in which they are stored.</summary>
    /// <param name="weights">For each feature one weight an output.</param>
    /// <param name="outputs">Number of outputs.</param>
    public HashedWeights Quantise(ReadOnlySpan<float> weights, int outputs)
    {
        var largest = 1e-6f;
        foreach (var weight in weights)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        var step = largest / (double)short.MaxValue;
        var stored = new short[outputs << bits];
        for (var feature = 0; feature < bucketOf.Length; feature++)
        {
            for (var output = 0; output < outputs; output++)
            {
                stored[(bucketOf[feature] * outputs) + output] = (short)Math.Round(weights[(feature * outputs) + output] / step);
            }
        }

        return new HashedWeights(stored, outputs, step);
    }
}
