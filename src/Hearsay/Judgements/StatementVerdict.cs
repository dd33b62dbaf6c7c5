using Hearsay.Statements;

namespace Hearsay.Judgements;

/// <summary>What a person made of a statement.</summary>
public enum Verdict
{
    /// <summary>It is right.</summary>
    Accepted,
    /// <summary>It is no statement.</summary>
    Rejected,
    /// <summary>It is there, and reads otherwise than the engine has it.</summary>
    Corrected,
    /// <summary>Its source is somebody known by another name.</summary>
    Identified,
    /// <summary>The engine missed it.</summary>
    Added,
}

/// <summary>Who judged a statement, and what the engine had made of it.</summary>
/// <param name="Verdict">What they made of it.</param>
/// <param name="Judgement">Id of the judgement.</param>
/// <param name="By">Who judged.</param>
/// <param name="When">When.</param>
/// <param name="Why">The reason.</param>
/// <param name="Machine">The statement as the engine found it, with the engine's confidence.</param>
public sealed record StatementVerdict(Verdict Verdict, string Judgement, string By, DateTimeOffset When, string Why, Statement Machine);

/// <summary>Who dismissed a finding, and why.</summary>
/// <param name="Judgement">Id of the judgement.</param>
/// <param name="By">Who dismissed it.</param>
/// <param name="When">When.</param>
/// <param name="Why">The reason.</param>
public sealed record Dismissal(string Judgement, string By, DateTimeOffset When, string Why);

/// <summary>How a judgement stands towards what the engine finds today.</summary>
public enum Standing
{
    /// <summary>It holds.</summary>
    Holds,
    /// <summary>It holds, but the engine now reads the same words otherwise than when they were judged: have another look.</summary>
    Changed,
    /// <summary>What it is about is no longer found at these words: it changes nothing until somebody has had another look.</summary>
    Orphaned,
    /// <summary>A later judgement about the same stands in its place.</summary>
    Superseded,
    /// <summary>It was withdrawn.</summary>
    Withdrawn,
}
