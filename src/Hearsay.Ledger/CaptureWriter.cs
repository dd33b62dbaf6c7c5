using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hearsay.Documents;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Writes captures and what was derived from them, one transaction each, with commands that are compiled once.</summary>
internal sealed class CaptureWriter : IDisposable
{
    private const string Facts = "json_array($3, $4, $5, $6, $7)"; // as the capture table's column of that name
    private static readonly string Tool = $"hearsay {EngineVersion.Current}";

    private readonly SqliteConnection connection;
    private readonly TimeProvider clock;
    private readonly SqliteCommand begin, commit, findCapture, findDocument, insertOriginal, hasOriginal, insertCapture, lastEntry, insertEntry;
    private readonly SqliteCommand deleteDocument, insertDocument, insertStatement, insertFinding;

    public CaptureWriter(SqliteConnection connection, TimeProvider clock)
    {
        this.connection = connection;
        this.clock = clock;
        begin = connection.Prepare("BEGIN IMMEDIATE");
        commit = connection.Prepare("COMMIT");
        findCapture = connection.Prepare($"SELECT entry FROM capture WHERE original = $1 AND path = $2 AND facts = {Facts}");
        findDocument = connection.Prepare($"SELECT engine FROM document WHERE original = $1 AND facts = {Facts}");
        hasOriginal = connection.Prepare("SELECT 1 FROM original WHERE sha256 = $1");
        insertOriginal = connection.Prepare("INSERT INTO original (sha256, sha512, size, encoding, bytes) VALUES ($1, $2, $3, $4, $5)");
        insertCapture = connection.Prepare("""
            INSERT INTO capture (entry, original, path, suffix, url, outlet, published, charset, collector, reason, media_type, tool, salt)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING record
            """);
        lastEntry = connection.Prepare("SELECT sequence, hash FROM log ORDER BY sequence DESC LIMIT 1");
        insertEntry = connection.Prepare("INSERT INTO log (sequence, time, kind, payload, previous, hash) VALUES ($1, $2, $3, $4, $5, $6)");
        deleteDocument = connection.Prepare($"DELETE FROM document WHERE original = $1 AND facts = {Facts}");
        insertDocument = connection.Prepare($"""
            INSERT INTO document (original, facts, engine, encoding, inspection, digest)
            SELECT $1, {Facts}, $8, $9, $10, $11 RETURNING id
            """);
        insertStatement = connection.Prepare("INSERT INTO statement (document, position, json) VALUES ($1, $2, $3)");
        insertFinding = connection.Prepare("INSERT INTO document_finding (document, position, json) VALUES ($1, $2, $3)");
    }

    /// <summary>True where writing the capture would change nothing.</summary>
    public bool Holds(Capture capture, string engine)
    {
        var key = KeyOf(Convert.ToHexStringLower(SHA256.HashData(capture.Bytes.Span)), capture.Provenance);
        return findCapture.With(key).ExecuteScalar() is not null && findDocument.With(key).ExecuteScalar() is string known && known == engine;
    }

    /// <summary>Writes what is not there yet.</summary>
    public RecordOutcome Write(CaptureRecord record)
    {
        var key = KeyOf(record.Sha256, record.Provenance);
        begin.ExecuteNonQuery();
        try
        {
            var outcome = Write(record, key);
            commit.ExecuteNonQuery();
            return outcome;
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var command in Commands) { command.Dispose(); }
    }

    private IEnumerable<SqliteCommand> Commands =>
        [begin, commit, findCapture, findDocument, insertOriginal, hasOriginal, insertCapture, lastEntry, insertEntry, deleteDocument, insertDocument, insertStatement, insertFinding];

    // A full disk has already rolled back; then there is nothing left to abandon.
    private void Abandon()
    {
        try { connection.Run("ROLLBACK"); } catch (SqliteException) { }
    }

    private RecordOutcome Write(CaptureRecord record, object?[] key)
    {
        var captured = findCapture.With(key).ExecuteScalar() is not null;
        if (!captured) { WriteCapture(record); }
        var engine = findDocument.With(key).ExecuteScalar() as string;
        if (engine != record.Engine)
        {
            if (engine is not null) { deleteDocument.With(key).ExecuteNonQuery(); }
            WriteDerived(record, key);
        }

        return !captured ? RecordOutcome.Recorded : engine != record.Engine ? RecordOutcome.Replaced : RecordOutcome.Unchanged;
    }

    private void WriteCapture(CaptureRecord record)
    {
        if (hasOriginal.With(record.Sha256).ExecuteScalar() is null)
        {
            insertOriginal.With(record.Sha256, record.Sha512, record.Size, record.Original.Encoding, record.Original.Bytes).ExecuteNonQuery();
        }

        var (last, previous) = LastEntry();
        var from = record.Provenance;
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var row = (string)insertCapture.With(
            last + 1, record.Sha256, from.Path, Suffix(from), from.Url, from.Outlet, Day(from), from.Charset, from.Collector, from.Reason, record.MediaType, Tool, salt).ExecuteScalar()!;
        var entry = LogEntry.Following(last, previous, clock.GetUtcNow(), "capture", PayloadOf(row, record));
        insertEntry.With(entry.Sequence, entry.Time, entry.Kind, entry.Payload, entry.Previous, entry.Hash).ExecuteNonQuery();
    }

    private void WriteDerived(CaptureRecord record, object?[] key)
    {
        var document = insertDocument.With([.. key, record.Engine, record.Inspection.Encoding, record.Inspection.Bytes, record.Digest]).ExecuteScalar();
        for (var position = 0; position < record.Statements.Length; position++)
        {
            insertStatement.With(document, position, record.Statements[position]).ExecuteNonQuery();
        }

        for (var position = 0; position < record.Findings.Length; position++)
        {
            insertFinding.With(document, position, record.Findings[position]).ExecuteNonQuery();
        }
    }

    private (long Sequence, string Hash) LastEntry()
    {
        using var rows = lastEntry.ExecuteReader();
        return rows.Read() ? (rows.GetInt64(0), rows.GetString(1)) : (0, LogEntry.Beginning);
    }

    private static string PayloadOf(string row, CaptureRecord record) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"record":"{{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row)))}}","sha256":"{{record.Sha256}}","sha512":"{{record.Sha512}}","size":{{record.Size}}}""");

    // $1 to $7: the original, the path, and the facts.
    private static object?[] KeyOf(string sha256, Provenance from) => [sha256, from.Path, Suffix(from), from.Url, from.Outlet, Day(from), from.Charset];

    private static string Suffix(Provenance from) => Path.GetExtension(from.Path).ToLowerInvariant();

    private static string? Day(Provenance from) => from.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
