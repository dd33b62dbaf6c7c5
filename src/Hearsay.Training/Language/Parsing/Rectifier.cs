namespace Hearsay.Training.Language.Parsing;

/// <summary>What is below 0 counts an eighth (Maas, Hannun and Ng 2013).</summary>
internal static class Rectifier
{
    private const float Leak = 0.125f;

    /// <summary>Rectifies a vector.</summary>
    public static void Apply(Span<float> vector)
    {
        foreach (ref var value in vector)
        {
            value = value > 0 ? value : value * Leak;
        }
    }

    /// <summary>Takes the loss's slope in what <see cref="Apply"/> gave back to what it was given.</summary>
    public static void Return(Span<float> slope, ReadOnlySpan<float> rectified)
    {
        for (var i = 0; i < slope.Length; i++)
        {
            slope[i] = rectified[i] > 0 ? slope[i] : slope[i] * Leak;
        }
    }
}
