namespace Hearsay.Statements.Attributions;

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

    /// <summary>Most words it has room for.</summary>
    public int Room => inside.Length;

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

    /// <summary>How likely a word is inside.</summary>
    public float Within(int k) => (float)Math.Exp(forwardIn[k] + backwardIn[k] - total);

    /// <summary>How likely a word is inside, begins a run, ends one.</summary>
    public (float Within, float Starts, float Ends) Probabilities(int k, int n)
    {
        var pastOut = k == 0 ? 0 : forwardOut[k - 1];
        var nextOut = k == n - 1 ? 0 : backwardOut[k + 1];
        return (Within(k),
            (float)Math.Exp(pastOut + start[k] + inside[k] + backwardIn[k] - total),
            (float)Math.Exp(forwardIn[k] + end[k] + nextOut - total));
    }

    /// <summary>The logarithm of the sum of two numbers that are given as logarithms.</summary>
    public static double LogSum(double a, double b)
    {
        var (high, low) = a > b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(low) || high - low > 40 ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
