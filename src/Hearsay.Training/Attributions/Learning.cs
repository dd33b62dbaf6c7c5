namespace Hearsay.Training.Attributions;

/// <summary>How fast weights are learned, chosen part by part by cross-validation over the training articles.</summary>
/// <param name="Rate">Length of a step before any gradient has been met.</param>
/// <param name="Start">Sum of squared gradients that a weight begins with: the higher, the less a rare feature learns.</param>
/// <param name="Passes">How often each example is shown.</param>
/// <param name="Runs">How many trainings, each in another order, are averaged.</param>
/// <param name="Pull">Pull of a weight towards 0 each time it is used.</param>
internal sealed record Learning(float Rate, float Start, int Passes, int Runs, double Pull = 1e-4)
{
    private const int Averaged = 4;

    /// <summary>For heads of cues and for acceptance: many features for few examples.</summary>
    public static readonly Learning Cautious = new(0.04f, 3, 8, Averaged);

    /// <summary>For the field of contents, which has three weights a feature.</summary>
    public static readonly Learning Slow = new(0.03f, 5, 8, Averaged);

    /// <summary>For sources, extents and run-on, which nearly agree with themselves.</summary>
    public static readonly Learning Quick = new(0.15f, 1, 8, Averaged);
}
