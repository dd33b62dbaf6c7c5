using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Statements;

namespace Hearsay.Matters;

/// <summary>What a document brings to matters. It is what a ledger keeps of it, so that matters can be made again without reading anew.</summary>
/// <param name="Document">The document.</param>
/// <param name="Statements">In text order.</param>
/// <param name="Findings">What <see cref="DocumentExaminer"/> found in it.</param>
public sealed record ExaminedDocument(Document Document, ImmutableArray<Statement> Statements, ImmutableArray<Finding> Findings);

/// <summary>What came of examining documents together.</summary>
/// <param name="Matters">By first day, then id.</param>
/// <param name="Findings">Of single documents and across them, each with its matter where it belongs to one.</param>
public sealed record MatterReport(ImmutableArray<Matter> Matters, ImmutableArray<Finding> Findings)
{
    /// <summary>Nothing.</summary>
    public static MatterReport Empty { get; } = new([], []);
}
