using System.Globalization;
using System.Text;

namespace Hearsay.Statements.Evaluation;

/// <summary>Compares confidence with how much of what bears it is right, tenth by tenth.</summary>
public sealed class ReliabilityTable
{
    private readonly (int Count, int Right, double Confidence)[] tenths = new (int, int, double)[10];

    /// <summary>Expected calibration error: the mean over all judgements of how far a tenth's share of right ones is from its mean confidence; 0 to 1.</summary>
    /// <remarks>Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015.</remarks>
    public double CalibrationError => tenths.Sum(tenth => Math.Abs(tenth.Right - tenth.Confidence)) / Math.Max(1, tenths.Sum(tenth => tenth.Count));

    /// <summary>Adds one judgement.</summary>
    /// <param name="confidence">0 to 1.</param>
    /// <param name="right">Whether what bears it is right.</param>
    public void Add(double confidence, bool right)
    {
        ref var tenth = ref tenths[Math.Clamp((int)(confidence * 10), 0, 9)];
        tenth = (tenth.Count + 1, tenth.Right + (right ? 1 : 0), tenth.Confidence + confidence);
    }

    /// <summary>One line a tenth that has any: bounds, number, mean confidence, share that is right; then the calibration error.</summary>
    public override string ToString()
    {
        var lines = new StringBuilder("confidence       number   mean   right\n");
        for (var k = 0; k < tenths.Length; k++)
        {
            var (count, right, sum) = tenths[k];
            if (count > 0)
            {
                lines.Append(CultureInfo.InvariantCulture, $"{k / 10.0:F1} to {(k + 1) / 10.0:F1} {count,12} {sum / count,6:F2} {(double)right / count,7:F2}\n");
            }
        }

        return lines.Append(CultureInfo.InvariantCulture, $"expected calibration error {CalibrationError:F3}\n").ToString();
    }
}
