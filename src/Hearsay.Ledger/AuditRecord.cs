using System.Collections.Immutable;

namespace Hearsay.Ledger;

/// <summary>An audit of a list, ready to be stored.</summary>
/// <param name="Id">32 hexadecimal digits derived from the files, their roles and the engine: the same audit has the same id.</param>
/// <param name="Matter">The matter that the list belongs to, or null.</param>
/// <param name="List">SHA-256 of the list's bytes.</param>
/// <param name="Engine">Version of the engine that made it.</param>
/// <param name="Json">The registers and the counts, as a JSON object.</param>
/// <param name="Rows">One for each record of the list.</param>
/// <param name="Findings">The contract's finding objects.</param>
public sealed record AuditRecord(string Id, string? Matter, string List, string Engine, string Json, ImmutableArray<AuditRowRecord> Rows, ImmutableArray<string> Findings);

/// <summary>A row of an audit.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Json">The contract's columns as a JSON object, without the name.</param>
/// <param name="Name">The name in the list, or null where none is to be kept.</param>
/// <param name="RegisterName">The name in the register, or null.</param>
public sealed record AuditRowRecord(int Row, string Json, string? Name, string? RegisterName)
{
    /// <summary>The birth date in the list, or null.</summary>
    public string? Born { get; init; }

    /// <summary>The birth date in the register, or null.</summary>
    public string? RegisterBorn { get; init; }
}
