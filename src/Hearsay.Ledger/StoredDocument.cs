using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Judgements;
using Hearsay.Matters;
using Hearsay.Statements;

namespace Hearsay.Ledger;

/// <summary>A document as the ledger keeps it. Captures of the same bytes that say the same of outlet, day, address and character set share one, whatever their paths.</summary>
/// <param name="Captures">Where it came from, sorted by path; at least one.</param>
/// <param name="Document">As read; its provenance is that of the first capture.</param>
/// <param name="Statements">In text order.</param>
/// <param name="Engine">Version of engine, pack and models that derived it.</param>
public sealed record StoredDocument(ImmutableArray<StoredCapture> Captures, Document Document, ImmutableArray<Statement> Statements, string Engine)
{
    /// <summary>What its checks against itself found, in text order.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What it brings to matters.</summary>
    public ExaminedDocument Examined => new(Document, Statements, Findings);

    /// <summary>The document as people have judged it.</summary>
    internal StoredDocument As(JudgementBook book)
    {
        var judged = book.Apply(Examined);
        return this with { Statements = judged.Statements, Findings = judged.Findings };
    }

    /// <summary>The document without statements of less confidence, and without the findings that rest on them.</summary>
    public StoredDocument SureOf(double confidence)
    {
        var left = Statements.Where(statement => statement.Confidence < confidence).Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        return left.Count == 0 ? this : this with
        {
            Statements = [.. Statements.Where(statement => !left.Contains(statement.Id))],
            Findings = [.. Findings.Where(finding => !finding.Statements.Any(left.Contains))],
        };
    }
}

/// <summary>One capture as recorded.</summary>
/// <param name="Entry">Number of its log entry.</param>
/// <param name="Time">When it was recorded.</param>
/// <param name="Provenance">Where it came from.</param>
/// <param name="Size">Bytes as captured.</param>
/// <param name="Tool">What recorded it, as <c>hearsay 0.1.0</c>.</param>
public sealed record StoredCapture(long Entry, DateTimeOffset Time, Provenance Provenance, long Size, string Tool);

/// <summary>What recording a capture did.</summary>
public enum RecordOutcome
{
    /// <summary>The capture is new.</summary>
    Recorded,
    /// <summary>The capture was there; what was derived by another version was replaced.</summary>
    Replaced,
    /// <summary>All of it was there.</summary>
    Unchanged,
}
