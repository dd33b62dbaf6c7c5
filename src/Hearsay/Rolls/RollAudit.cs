using System.Collections.Immutable;

namespace Hearsay.Rolls;

/// <summary>What the audit of a list says of one of its records.</summary>
public enum RollVerdict
{
    /// <summary>A register holds the person.</summary>
    Match,

    /// <summary>A register may hold the person.</summary>
    Possible,

    /// <summary>No register holds anyone like it.</summary>
    None,

    /// <summary>It repeats an earlier record of the list.</summary>
    Duplicate,

    /// <summary>It cannot be right as it stands: no name, or a birth date that does not exist.</summary>
    Malformed,
}

/// <summary>One record of the list with what was found.</summary>
/// <param name="Row">Its number, from 1, the header not counted.</param>
/// <param name="Name">As it is written in the list.</param>
/// <param name="Verdict">What is said of it.</param>
/// <param name="Best">Its place in a register: the match, or the best of what is possible; null where there is none.</param>
/// <param name="Reasons">What agrees and what differs, in words and without names.</param>
/// <param name="RegisterName">The name in the register, or null.</param>
/// <param name="Alternatives">Up to three runners-up, the best first.</param>
/// <param name="DuplicateOf">The earlier record that it repeats, from 1; null where it repeats none.</param>
/// <param name="Problem">Why it is malformed, or null.</param>
public sealed record AuditedRow(
    int Row, string Name, RollVerdict Verdict, RegisterPlace? Best, string Reasons, string? RegisterName, ImmutableArray<RegisterPlace> Alternatives, int? DuplicateOf, string? Problem)
{
    /// <summary>What agrees and what differs with the register's record, field by field; empty where there is none.</summary>
    public ImmutableArray<FieldAgreement> Fields { get; init; } = [];

    /// <summary>The birth date in the list as <c>YYYY-MM-DD</c>, or its year; null where none could be read. Protected as the name is.</summary>
    public string? Born { get; init; }

    /// <summary>The birth date in the register, likewise.</summary>
    public string? RegisterBorn { get; init; }
}

/// <summary>A record of a register that may be the person.</summary>
/// <param name="Role">The register's role, as given.</param>
/// <param name="Row">Its record, from 1, the header not counted.</param>
/// <param name="Score">The probability that it is the same person.</param>
public sealed record RegisterPlace(string Role, int Row, double Score);

/// <summary>A list checked against registers.</summary>
/// <param name="Rows">One for each record of the list, in its order.</param>
/// <param name="Registers">Role and number of records of each register, in the order given.</param>
/// <param name="Notes">What was unusual about the files, one sentence each.</param>
public sealed record RollAudit(ImmutableArray<AuditedRow> Rows, ImmutableArray<(string Role, int Records)> Registers, ImmutableArray<string> Notes);
