using System.Collections.Immutable;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Statements;

namespace Hearsay.Exchange;

/// <summary>What of a ledger is exported: one matter, all matters, or every statement; always as people have judged it.</summary>
public sealed class ExportScope
{
    private readonly EvidenceLedger ledger;
    private readonly HashSet<string>? statements; // null for every one
    private readonly ImmutableArray<string>? originals;

    private ExportScope(EvidenceLedger ledger, MatterReport report, HashSet<string>? statements, ImmutableArray<string>? originals)
    {
        this.ledger = ledger;
        this.statements = statements;
        this.originals = originals;
        Matters = report.Matters;
        Findings = report.Findings;
    }

    /// <summary>The matters, by first day.</summary>
    public ImmutableArray<Matter> Matters { get; }

    /// <summary>Their findings, dismissed ones marked.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>SHA-256 of the documents in scope; null for all.</summary>
    public ImmutableArray<string>? Originals => originals;

    /// <summary>Every statement of the ledger, with its matters.</summary>
    public static ExportScope Everything(EvidenceLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new ExportScope(ledger, ledger.Matters(), null, null);
    }

    /// <summary>The statements of all matters.</summary>
    public static ExportScope AllMatters(EvidenceLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var report = ledger.Matters();
        return new ExportScope(ledger, report, [.. report.Matters.SelectMany(matter => matter.Statements).Select(statement => statement.Statement)], null);
    }

    /// <summary>The statements of one matter; null where the ledger has no such matter.</summary>
    public static ExportScope? OneMatter(EvidenceLedger ledger, string matter)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        if (ledger.Matter(matter) is not { Matters: [var found] } report) { return null; }
        return new ExportScope(
            ledger,
            report,
            found.Statements.Select(statement => statement.Statement).ToHashSet(StringComparer.Ordinal),
            [.. found.Statements.Select(statement => statement.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The documents by hash, one in memory at a time, with those of their statements that are in scope. Of readings of the same bytes only the first is given.</summary>
    public IEnumerable<(StoredDocument Stored, ImmutableArray<Statement> Statements)> Documents()
    {
        var last = "";
        foreach (var stored in originals is { } some ? ledger.Documents(some) : ledger.Documents())
        {
            if (stored.Document.Sha256 == last) { continue; }
            last = stored.Document.Sha256;
            yield return (stored, statements is null ? stored.Statements : [.. stored.Statements.Where(statement => statements.Contains(statement.Id))]);
        }
    }
}
