using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Restores documents from their rows, all, those of some originals, or that of one row, sorted by hash and facts, in one snapshot; as judged by the given book, or else by all of the ledger's judgements.</summary>
internal sealed class DocumentRows(SqliteConnection connection, IEnumerable<string>? originals = null, JudgementBook? book = null, long? row = null)
{
    private const long MaxInspection = 1L << 31; // what a .NET array can hold; our own rows are far smaller

    public IEnumerator<StoredDocument> GetEnumerator()
    {
        var ahead = originals is null ? 0 : Environment.ProcessorCount; // of all of a ledger one is in memory at a time
        var people = book ?? JudgementTables.Book(connection, row is null ? originals : OriginalOf(row.Value)); // as people judged them, unless somebody wants them otherwise
        using var snapshot = originals is null && row is null ? connection.BeginTransaction(deferred: true) : null; // of some documents, within the reader's own transaction
        using var captures = connection.Prepare("""
            SELECT c.entry, l.time, c.path, c.url, c.outlet, c.published, c.charset, c.collector, c.reason, o.size, c.tool
            FROM capture c JOIN log l ON l.sequence = c.entry JOIN original o ON o.sha256 = c.original
            WHERE c.original = $1 AND c.facts = $2 ORDER BY c.path
            """);
        using var statements = connection.Prepare("SELECT json FROM statement WHERE document = $1 ORDER BY position");
        using var findings = connection.Prepare("SELECT json FROM document_finding WHERE document = $1 ORDER BY position");
        var condition = row is not null ? "WHERE id = $1 " : originals is not null ? "WHERE original IN (SELECT value FROM json_each($1)) " : "";
        using var documents = connection.Prepare($"SELECT id, original, facts, engine, encoding, inspection FROM document {condition}ORDER BY original, facts");
        if (condition.Length > 0) { documents.With(row is { } id ? id : JsonSerializer.Serialize(originals)); }
        using var rows = documents.ExecuteReader();
        var pending = new Queue<Task<StoredDocument>>();
        while (rows.Read())
        {
            var from = CapturesOf(captures.With(rows.GetString(1), rows.GetString(2)));
            if (from.IsEmpty) { continue; } // derived from nothing we have; 'verify' names it
            var read = new Row(from, new Packed(rows.GetString(4), rows.GetFieldValue<byte[]>(5)), rows.GetString(3), Strings(statements.With(rows.GetInt64(0))), Strings(findings.With(rows.GetInt64(0))));
            if (ahead > 0) { pending.Enqueue(Task.Run(() => read.Restore(people))); } else { yield return read.Restore(people); }
            if (pending.Count > ahead) { yield return pending.Dequeue().GetAwaiter().GetResult(); }
        }

        while (pending.TryDequeue(out var next)) { yield return next.GetAwaiter().GetResult(); }
    }

    private List<string> OriginalOf(long document)
    {
        using var select = connection.Prepare("SELECT original FROM document WHERE id = $1").With(document);
        return select.ExecuteScalar() is string original ? [original] : [];
    }

    private static ImmutableArray<StoredCapture> CapturesOf(SqliteCommand select)
    {
        using var rows = select.ExecuteReader();
        var captures = ImmutableArray.CreateBuilder<StoredCapture>();
        while (rows.Read())
        {
            var provenance = new Provenance(rows.GetString(2))
            {
                Url = rows.Text(3),
                Outlet = rows.Text(4),
                Published = rows.Text(5) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                Charset = rows.Text(6),
                Collector = rows.Text(7),
                Reason = rows.Text(8),
            };
            var time = DateTimeOffset.Parse(rows.GetString(1), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            captures.Add(new StoredCapture(rows.GetInt64(0), time, provenance, rows.GetInt64(9), rows.GetString(10)));
        }

        return captures.ToImmutable();
    }

    private static List<string> Strings(SqliteCommand select)
    {
        using var rows = select.ExecuteReader();
        var strings = new List<string>();
        while (rows.Read()) { strings.Add(rows.GetString(0)); }
        return strings;
    }

    /// <summary>What the tables hold of a document, its statements and findings as JSON.</summary>
    private sealed record Row(ImmutableArray<StoredCapture> Captures, Packed Inspection, string Engine, List<string> Statements, List<string> Findings)
    {
        public StoredDocument Restore(JudgementBook book)
        {
            var document = InspectionReader.ReadDocument(Inspection.Unpack(MaxInspection)) with { Provenance = Captures[0].Provenance };
            var offsets = new CodePointOffsets(document.Text);
            return new StoredDocument(Captures, document, [.. Statements.Select(json => InspectionReader.ReadStatement(json, offsets))], Engine)
            {
                Findings = [.. Findings.Select(json => FindingReader.ReadFinding(json, _ => offsets))],
            }.As(book);
        }
    }
}
