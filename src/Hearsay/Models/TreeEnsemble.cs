using System.Globalization;
using System.Runtime.InteropServices;

namespace Hearsay.Models;

/// <summary>
/// A sum of small decision trees (gradient boosting: Friedman, "Greedy function approximation", Annals of Statistics 2001).
/// Every tree is complete to one depth, so a tree is an array of splits in heap order and an array of leaves.
/// </summary>
internal sealed class TreeEnsemble(int depth, int[] features, float[] thresholds, float[] leaves)
{
    private const int MostTrees = 10_000;
    private const int MostLevels = 12;

    private readonly int splits = (1 << depth) - 1;

    /// <summary>Number of trees.</summary>
    public int Trees => features.Length / splits;

    /// <summary>Log-odds of what was learned, for one row of features. A split sends values up to its threshold to the left.</summary>
    public float Score(ReadOnlySpan<float> row)
    {
        var sum = 0f;
        Score(row, new Span<float>(ref sum));
        return sum;
    }

    /// <summary>Log-odds for several rows. Each tree is fetched once for all of them, since the trees together are larger than what is near the processor.</summary>
    /// <param name="rows">The rows, one after the other, as many as there are sums.</param>
    /// <param name="sums">Receives the log-odds of each row, whose leaves are added in the order of the trees.</param>
    public void Score(ReadOnlySpan<float> rows, Span<float> sums)
    {
        sums.Clear();
        var width = sums.IsEmpty ? 0 : rows.Length / sums.Length;
        for (var tree = 0; tree < Trees; tree++)
        {
            var chosen = features.AsSpan(tree * splits, splits);
            var limits = thresholds.AsSpan(tree * splits, splits);
            var ends = leaves.AsSpan(tree * (splits + 1), splits + 1);
            for (var i = 0; i < sums.Length; i++)
            {
                var row = rows.Slice(i * width, width);
                var node = 0;
                for (var level = 0; level < depth; level++) { node = (2 * node) + 2 - Convert.ToInt32(row[chosen[node]] <= limits[node]); }
                sums[i] += ends[node - splits];
            }
        }
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <param name="reader">At the ensemble.</param>
    /// <param name="width">Number of features of a row.</param>
    /// <exception cref="InvalidDataException">The ensemble has another shape than this build expects.</exception>
    public static TreeEnsemble ReadFrom(BinaryReader reader, int width)
    {
        var (trees, depth) = (reader.ReadInt32(), reader.ReadInt32());
        if (trees is < 0 or > MostTrees || depth is < 1 or > MostLevels)
        {
            throw new InvalidDataException($"{trees} trees of {depth} levels are not what this build expects. Train the model anew.");
        }

        var splits = trees * ((1 << depth) - 1);
        var (features, thresholds, leaves) = (new int[splits], new float[splits], new float[splits + trees]);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(features.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(thresholds.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(leaves.AsSpan()));
        return features.All(feature => (uint)feature < (uint)width)
            ? new TreeEnsemble(depth, features, thresholds, leaves)
            : throw new InvalidDataException($"The trees ask for features beyond the {width} that this build has. Train the model anew.");
    }

    /// <summary>Writes the number of trees, their depth, the features and thresholds of all splits, and the leaves; little-endian.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        writer.Write(Trees);
        writer.Write(depth);
        writer.Write(MemoryMarshal.AsBytes(features.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(thresholds.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(leaves.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no such ensemble.</exception>
    public static TreeEnsemble Read(TextReader text)
    {
        var head = Fields(text);
        var (trees, depth) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        var splits = (1 << depth) - 1;
        var features = new int[trees * splits];
        var thresholds = new float[trees * splits];
        var leaves = new float[trees * (splits + 1)];
        for (var tree = 0; tree < trees; tree++)
        {
            var fields = Fields(text);
            for (var i = 0; i < splits; i++)
            {
                var colon = fields[i].IndexOf(':', StringComparison.Ordinal);
                features[tree * splits + i] = int.Parse(fields[i].AsSpan(0, colon), CultureInfo.InvariantCulture);
                thresholds[tree * splits + i] = float.Parse(fields[i].AsSpan(colon + 1), CultureInfo.InvariantCulture);
            }

            for (var i = 0; i <= splits; i++) { leaves[tree * (splits + 1) + i] = float.Parse(fields[splits + i], CultureInfo.InvariantCulture); }
        }

        return new TreeEnsemble(depth, features, thresholds, leaves);
    }

    /// <summary>Writes the ensemble as text: <c>trees COUNT DEPTH</c>, then a line a tree: its splits as <c>feature:threshold</c>, its leaves.</summary>
    public void Write(TextWriter text)
    {
        text.Write(string.Create(CultureInfo.InvariantCulture, $"trees {Trees} {depth}\n"));
        for (var tree = 0; tree < Trees; tree++)
        {
            for (var i = tree * splits; i < (tree + 1) * splits; i++) { text.Write(string.Create(CultureInfo.InvariantCulture, $"{features[i]}:{thresholds[i]:R} ")); }
            for (var i = tree * (splits + 1); i < (tree + 1) * (splits + 1); i++) { text.Write(string.Create(CultureInfo.InvariantCulture, $"{leaves[i]:0.####} ")); }
            text.Write('\n');
        }
    }

    private static string[] Fields(TextReader text) => text.ReadLine()?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? throw new FormatException("The model ends early; build it again with the training tool.");
}
