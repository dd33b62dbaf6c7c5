namespace Hearsay.Inspections;

/// <summary>The layers of an inspection. The document itself is always there; what no one asks for is not computed.</summary>
[Flags]
public enum Layers
{
    /// <summary>The document alone.</summary>
    None = 0,
    /// <summary>Blocks with their roles.</summary>
    Blocks = 1,
    /// <summary>Sentences.</summary>
    Sentences = 2,
    /// <summary>Tokens.</summary>
    Tokens = 4,
    /// <summary>Named entities.</summary>
    Entities = 8,
    /// <summary>Dates and durations.</summary>
    Dates = 16,
    /// <summary>Figures.</summary>
    Figures = 32,
    /// <summary>Statements.</summary>
    Statements = 64,
    /// <summary>Findings.</summary>
    Findings = 128,
    /// <summary>Every layer.</summary>
    All = Blocks | Sentences | Tokens | Entities | Dates | Figures | Statements | Findings,
}
