namespace Hearsay.Statements.Rules;

/// <summary>How often attributions of a construction were right (source and content, by the pairing measure) on every second article of PolNeAR's training part.</summary>
/// <remarks>Measured on 2026-11-22 for weak and for strong cues (<see cref="Attribution.Strength"/> of 0.3 and of 0.9) and drawn out between them in a straight line.
/// The corpus has too few tails, labels and lists: their figures are set by hand.</remarks>
internal static class ConfidenceTable
{
    private const double WeakStrength = 0.3;
    private const double StrongStrength = 0.9;

    /// <summary>The probability, 0 to 1, that an attribution's source and content are right.</summary>
    public static double Of(Attribution attribution)
    {
        var (weak, strong) = attribution.Construction switch
        {
            Construction.Postposed => (0.25, 0.91),
            Construction.Inverted => (0.20, 0.90),
            Construction.According or Construction.AsClause => (0.84, 0.84),
            Construction.SubjectQuote => (0.40, 0.80),
            Construction.SubjectClause => (0.40, 0.91),
            Construction.SubjectBare => (0.42, 0.91),
            Construction.SubjectObject => (0.54, 0.79),
            Construction.SubjectInfinitive => (0.42, 0.70),
            Construction.SubjectPreposition => (0.55, 0.66),
            Construction.Dependent => (0.27, 0.80),
            Construction.Passive => (0.33, 0.60),
            Construction.Raising => (0.50, 0.50),
            Construction.Noun => (0.33, 0.55),
            Construction.Adjective => (0.42, 0.70),
            Construction.Colon => (0.30, 0.77),
            Construction.Tail or Construction.Label => (0.60, 0.60),
            _ => (0.70, 0.70),
        };
        var share = Math.Clamp((attribution.Strength - WeakStrength) / (StrongStrength - WeakStrength), 0, 1);
        return Math.Round(weak + share * (strong - weak), 3);
    }
}
