using System.Numerics;
using Hearsay.Models;

namespace Hearsay.Training.Language;

/// <summary>
/// An averaged multi-class perceptron over hashed features (Freund and Schapire 1999; Collins 2002), the teacher of a <see cref="LinearModel"/>.
/// The average is over all examples seen, by the sum of updates weighted with their time.
/// </summary>
internal sealed class Perceptron(int classes, int bits)
{
    private readonly int stride = LinearModel.StrideOf(classes);
    private readonly int shift = 32 - bits;
    private readonly float[] weights = new float[LinearModel.StrideOf(classes) << bits];
    private readonly double[] late = new double[LinearModel.StrideOf(classes) << bits];
    private long time = 1;

    /// <summary>Room that <see cref="Score"/> needs.</summary>
    public int Stride => stride;

    /// <summary>Scores of all classes for an example, and one step of time.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        time++;
        scores[..stride].Clear();
        foreach (var feature in features)
        {
            var row = weights.AsSpan((int)(feature >> shift) * stride, stride);
            var i = 0;
            for (; i + Vector<float>.Count <= stride; i += Vector<float>.Count)
            {
                (new Vector<float>(scores[i..]) + new Vector<float>(row[i..])).CopyTo(scores[i..]);
            }

            for (; i < stride; i++)
            {
                scores[i] += row[i];
            }
        }
    }

    /// <summary>Moves an example towards one class and away from another.</summary>
    public void Update(ReadOnlySpan<uint> features, int good, int bad)
    {
        foreach (var feature in features)
        {
            var row = (int)(feature >> shift) * stride;
            weights[row + good] += 1;
            late[row + good] += time;
            weights[row + bad] -= 1;
            late[row + bad] -= time;
        }
    }

    /// <summary>How many examples were scored, plus one.</summary>
    public long Time => time;

    /// <summary>Index of the highest score, the first of equals.</summary>
    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>The average weights as 8-bit integers.</summary>
    public LinearModel ToModel() => ToModel(out _);

    /// <summary>
    /// The average weights as 8-bit integers. The largest becomes 127, all but one in a million of those that are not 0: to cut off more costs far more accuracy than
    /// the small weights that are rounded to 0.
    /// </summary>
    /// <param name="scale">What the averages were multiplied by.</param>
    public LinearModel ToModel(out float scale)
    {
        var averages = new float[weights.Length];
        var sizes = new List<float>();
        for (var i = 0; i < averages.Length; i++)
        {
            averages[i] = (float)(weights[i] - (late[i] / time));
            if (averages[i] != 0)
            {
                sizes.Add(Math.Abs(averages[i]));
            }
        }

        sizes.Sort();
        var factor = scale = sizes.Count == 0 ? 1 : 127 / sizes[sizes.Count - 1 - (sizes.Count / 1_000_000)];
        return new LinearModel(classes, bits, [.. averages.Select(average => (sbyte)Math.Clamp(MathF.Round(average * factor), -127, 127))]);
    }
}

/// <summary>A few weights that are averaged as <see cref="Perceptron"/>'s are.</summary>
internal sealed class AveragedWeights(int count)
{
    private readonly float[] weights = new float[count];
    private readonly double[] late = new double[count];

    /// <summary>A weight as it is now.</summary>
    public float this[int index] => weights[index];

    /// <summary>Changes a weight.</summary>
    public void Add(int index, float change, long time)
    {
        weights[index] += change;
        late[index] += change * time;
    }

    /// <summary>The averages over so much time.</summary>
    public float[] Averages(long time) => [.. weights.Select((weight, index) => (float)(weight - (late[index] / time)))];
}
