using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Takes over what another ledger gave, within the caller's transaction, and believes nothing that can be checked.</summary>
internal sealed class CopyReader(SqliteConnection connection, TimeProvider clock, LedgerCopy copy)
{
    private const int LargestOriginal = 64 << 20;
    private bool whole;

    /// <summary>Takes over everything.</summary>
    /// <exception cref="BrokenCopyException">A part does not fit.</exception>
    public RestoreOutcome Restore()
    {
        try
        {
            whole = copy.Log is not null && LogTable.Last(connection).Sequence == 0;
            if (whole) { foreach (var line in copy.Log!) { RestoreEntry(line); } }
            var captures = copy.Captures.Count(RestoreCapture);
            foreach (var line in copy.Readings) { RestoreReading(line); }
            var judgements = RestoreJudgements();
            var audits = copy.Audits.Count(RestoreAudit);
            if (whole) { DemandEveryEntry(); }
            return new RestoreOutcome(whole, captures, judgements, audits);
        }
        catch (Exception failure) when (failure is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or OverflowException or SqliteException { SqliteErrorCode: 1 or 19 })
        {
            throw new BrokenCopyException($"A line of it is not what it should be ({failure.Message})", failure);
        }
    }

    private void RestoreEntry(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var entry = new LogEntry(root.GetProperty("sequence").GetInt64(), Required(root, "time"), Required(root, "kind"), Required(root, "payload"), Required(root, "previous"), Required(root, "hash"));
        if (entry.ComputeHash() != entry.Hash) { throw new BrokenCopyException($"Log entry {entry.Sequence} was changed: its content does not give its hash."); }
        LogTable.Insert(connection, entry);
    }

    private bool RestoreCapture(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var sha256 = Required(root, "original");
        using var known = connection.Prepare("SELECT 1 FROM capture WHERE original = $1 AND path = $2 AND facts = json_array($3, $4, $5, $6, $7)")
            .With(sha256, Required(root, "path"), Required(root, "suffix"), Text(root, "url"), Text(root, "outlet"), Text(root, "published"), Text(root, "charset"));
        if (known.ExecuteScalar() is not null) { return false; }
        var (sha512, size) = RestoreOriginal(sha256);
        if (sha512 != Required(root, "sha512") || size != root.GetProperty("size").GetInt64()) { throw new BrokenCopyException($"The original {sha256} does not have the SHA-512 or the size that its capture says."); }
        var entry = whole ? root.GetProperty("entry").GetInt64() : LogTable.Last(connection).Sequence + 1;
        using var insert = connection.Prepare("""
            INSERT INTO capture (entry, original, path, suffix, url, outlet, published, charset, collector, reason, media_type, tool, salt)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING record
            """);
        var record = LogTable.Commitment((string)insert.With(
            entry, sha256, Required(root, "path"), Required(root, "suffix"), Text(root, "url"), Text(root, "outlet"), Day(root), Text(root, "charset"), Text(root, "collector"), Text(root, "reason"),
            Required(root, "media_type"), Required(root, "tool"), Required(root, "salt")).ExecuteScalar()!);
        if (whole) { DemandCommitment("capture", entry, record); }
        else
        {
            LogTable.Insert(connection, LogEntry.Following(LogTable.Last(connection).Sequence, LogTable.Last(connection).Hash, clock.GetUtcNow(), "capture",
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""{"record":"{{record}}","sha256":"{{sha256}}","sha512":"{{sha512}}","size":{{size}}}""")));
        }

        return true;
    }

    private (string Sha512, long Size) RestoreOriginal(string sha256)
    {
        using var known = connection.Prepare("SELECT sha512, size FROM original WHERE sha256 = $1").With(sha256);
        using (var row = known.ExecuteReader())
        {
            if (row.Read()) { return (row.GetString(0), row.GetInt64(1)); }
        }

        var bytes = copy.Original(sha256) ?? throw new BrokenCopyException($"The original {sha256} is missing.");
        if (bytes.Length > LargestOriginal) { throw new BrokenCopyException($"The original {sha256} is larger than 64 MB."); }
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256) { throw new BrokenCopyException($"The original {sha256} was changed: its bytes do not give its SHA-256."); }
        var sha512 = Convert.ToHexStringLower(SHA512.HashData(bytes));
        var packed = Packed.From(bytes);
        using var insert = connection.Prepare("INSERT INTO original (sha256, sha512, size, encoding, bytes) VALUES ($1, $2, $3, $4, $5)");
        insert.With(sha256, sha512, bytes.Length, packed.Encoding, packed.Bytes).ExecuteNonQuery();
        return (sha512, bytes.Length);
    }

    // What the engine here made of the same capture stays.
    private void RestoreReading(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var (original, facts, engine) = (Required(root, "original"), root.GetProperty("facts").GetRawText(), Required(root, "engine"));
        using var known = connection.Prepare("SELECT 1 FROM document WHERE original = $1 AND facts = json($2)").With(original, facts);
        if (known.ExecuteScalar() is not null) { return; }
        using var captured = connection.Prepare("SELECT 1 FROM capture WHERE original = $1 AND facts = json($2)").With(original, facts);
        if (captured.ExecuteScalar() is null) { throw new BrokenCopyException($"The document {original} is derived from no capture."); }
        var inspection = Encoding.UTF8.GetBytes(root.GetProperty("inspection").GetRawText());
        List<string> statements = [.. root.GetProperty("statements").EnumerateArray().Select(one => one.GetRawText())];
        List<string> findings = [.. root.GetProperty("findings").EnumerateArray().Select(one => one.GetRawText())];
        Check(original, inspection, statements, findings);
        var packed = Packed.From(inspection);
        using var insert = connection.Prepare("INSERT INTO document (original, facts, engine, encoding, inspection, digest) VALUES ($1, json($2), $3, $4, $5, $6) RETURNING id");
        var document = insert.With(original, facts, engine, packed.Encoding, packed.Bytes, CaptureRecord.DigestOf(engine, inspection, statements.Concat(findings))).ExecuteScalar();
        using var insertStatement = connection.Prepare("INSERT INTO statement (document, position, json) VALUES ($1, $2, $3)");
        foreach (var (position, statement) in statements.Index()) { insertStatement.With(document, position, statement).ExecuteNonQuery(); }
        using var insertFinding = connection.Prepare("INSERT INTO document_finding (document, position, json) VALUES ($1, $2, $3)");
        foreach (var (position, finding) in findings.Index()) { insertFinding.With(document, position, finding).ExecuteNonQuery(); }
    }

    private static void Check(string original, byte[] inspection, List<string> statements, List<string> findings)
    {
        var document = InspectionReader.ReadDocument(inspection);
        if (document.Sha256 != original) { throw new BrokenCopyException($"The document {original} is of other bytes."); }
        var (spans, offsets) = (new SpanChecker(document.Text), new CodePointOffsets(document.Text));
        foreach (var part in statements.Concat(findings))
        {
            if (spans.FirstProblem(part) is { } problem) { throw new BrokenCopyException($"Of document {original}, {problem}."); }
        }

        foreach (var statement in statements)
        {
            if (InspectionReader.ReadStatement(statement, offsets).Document != original) { throw new BrokenCopyException($"A statement of document {original} is of another."); }
        }

        foreach (var finding in findings) { FindingReader.ReadFinding(finding, _ => offsets); }
    }

    private int RestoreJudgements()
    {
        var before = JudgementTables.Book(connection);
        var added = new List<Judgement>();
        foreach (var line in copy.Judgements)
        {
            using var json = JsonDocument.Parse(line);
            var (id, salt, text) = (Required(json.RootElement, "id"), Required(json.RootElement, "salt"), Required(json.RootElement, "json"));
            var judgement = Judgement.Parse(id, text);
            if (judgement.Problem() is { } problem) { throw new BrokenCopyException($"The judgement '{id}' cannot be: {problem}"); }
            if (whole)
            {
                var entry = json.RootElement.GetProperty("entry").GetInt64();
                JudgementTables.Restore(connection, entry, id, text, salt);
                using var record = connection.Prepare("SELECT record FROM judgement WHERE entry = $1").With(entry);
                DemandCommitment("judgement", entry, LogTable.Commitment((string)record.ExecuteScalar()!));
            }
            else if (JudgementTables.Insert(connection, clock, text, salt).Id != id) { throw new BrokenCopyException($"The judgement '{id}' was changed: its content does not give its id."); }

            if (before.Find(id) is null) { added.Add(judgement); }
        }

        var book = JudgementTables.Book(connection);
        if (added.Find(judgement => judgement.Ruling is Ruling.Withdraw withdraw && (book.Find(withdraw.Judgement) is not { } earlier || earlier.When >= judgement.When)) is { } lost) { throw new BrokenCopyException($"The judgement '{lost.Id}' withdraws one that is not there before it."); }
        if (added.Count > 0) { JudgementEffects.Update(connection, added); }
        return added.Count;
    }

    private bool RestoreAudit(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var id = Required(root, "id");
        using var known = connection.Prepare("SELECT 1 FROM audit WHERE id = $1").With(id);
        if (known.ExecuteScalar() is not null) { return false; }
        CheckAudit(root);
        var audit = new AuditRecord(
            id, Text(root, "matter"), Required(root, "list"), Required(root, "engine"), root.GetProperty("json").GetRawText(),
            [.. root.GetProperty("rows").EnumerateArray().Select(row => new AuditRowRecord(row.GetProperty("row").GetInt32(), row.GetProperty("json").GetRawText(), Text(row, "name"), Text(row, "register")) { Born = Text(row, "born"), RegisterBorn = Text(row, "register_born") })],
            [.. root.GetProperty("findings").EnumerateArray().Select(finding => finding.GetRawText())]);
        RollTables.Insert(connection, audit);
        using var insertFinding = connection.Prepare("INSERT INTO audit_finding (id, audit, json) SELECT $1 ->> '$.id', $2, $1"); // one that is another audit's is a broken copy
        foreach (var finding in audit.Findings) { insertFinding.With(finding, id).ExecuteNonQuery(); }
        if (!whole) { RollTables.LogMade(connection, clock, audit); }
        return true;
    }

    // What every reader of audits takes for granted; its absence throws.
    private static void CheckAudit(JsonElement audit)
    {
        var description = audit.GetProperty("json");
        description.GetProperty("rows").GetInt32();
        Required(description, "summary");
        foreach (var register in description.GetProperty("registers").EnumerateArray())
        {
            Required(register, "role");
            register.GetProperty("records").GetInt32();
        }

        foreach (var row in audit.GetProperty("rows").EnumerateArray())
        {
            if (row.GetProperty("json").GetProperty("row").GetInt32() != row.GetProperty("row").GetInt32()) { throw new FormatException("A row of an audit has two numbers."); }
        }

        foreach (var finding in audit.GetProperty("findings").EnumerateArray()) { FindingReader.ReadFinding(finding.GetRawText(), offsetsOf: null); }
    }

    private void DemandCommitment(string kind, long entry, string record)
    {
        using var select = connection.Prepare("SELECT payload ->> '$.record' FROM log WHERE sequence = $1 AND kind = $2").With(entry, kind);
        if (select.ExecuteScalar() as string != record) { throw new BrokenCopyException($"The {kind} of log entry {entry} was changed: it does not give the hash that the log has."); }
    }

    private void DemandEveryEntry()
    {
        if (connection.Scalar<long>("SELECT count(*) FROM log WHERE kind = 'capture' AND sequence NOT IN (SELECT entry FROM capture) OR kind = 'judgement' AND sequence NOT IN (SELECT entry FROM judgement)") is var missing and > 0)
        {
            throw new BrokenCopyException($"{missing} log entries speak of captures or judgements that are not there.");
        }
    }

    private static string? Day(JsonElement json) => Text(json, "published") is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Required(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is missing.");
}
