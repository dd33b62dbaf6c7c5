using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Checks a ledger against itself: nothing but the file is needed. Each check reads its rows once, in order, one at a time.</summary>
internal sealed class LedgerVerifier
{
    private readonly SqliteConnection connection;
    private readonly List<Damage> damages = [];
    private readonly HashSet<string> erasures = [];
    private readonly List<string> erased = [];
    private long originals, captures, documents, statements, judgements, entries;
    private string head = LogEntry.Beginning;

    private LedgerVerifier(SqliteConnection connection) => this.connection = connection;

    /// <summary>Runs every check; one that the database cannot finish is itself a damage.</summary>
    public static Verification Verify(SqliteConnection connection)
    {
        using var snapshot = connection.BeginTransaction(deferred: true); // what others record meanwhile is not seen
        var verifier = new LedgerVerifier(connection);
        ReadOnlySpan<(string Item, Action Check)> checks =
        [
            ("the log", verifier.CheckLog),
            ("the captures", verifier.CheckCaptures),
            ("the judgements", verifier.CheckJudgements),
            ("the originals", verifier.CheckOriginals),
            ("the documents", verifier.CheckDocuments),
            ("the schema", verifier.CheckSchema),
            ("the file", verifier.CheckFile),
        ];
        foreach (var (item, check) in checks)
        {
            try
            {
                check();
            }
            catch (SqliteException failure) when (LedgerException.IsDamage(failure) || failure.SqliteErrorCode == 1)
            {
                verifier.Report(item, $"cannot be read ({failure.Message})");
            }
            catch (Exception failure) when (failure is InvalidCastException or InvalidOperationException)
            {
                verifier.Report(item, $"holds a value of the wrong type ({failure.Message})");
            }
        }

        return new Verification
        {
            Originals = verifier.originals,
            Captures = verifier.captures,
            Documents = verifier.documents,
            Statements = verifier.statements,
            Judgements = verifier.judgements,
            Entries = verifier.entries,
            Head = verifier.head,
            Erased = [.. verifier.erased],
            Damages = [.. verifier.damages],
        };
    }

    private void Report(string item, string problem)
    {
        if (damages.Count < Verification.MaxDamages) { damages.Add(new Damage(item, problem)); }
    }

    private void CheckLog()
    {
        using var select = connection.Prepare("SELECT sequence, time, kind, payload, previous, hash FROM log ORDER BY sequence");
        using var rows = select.ExecuteReader();
        while (rows.Read())
        {
            var entry = new LogEntry(rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5));
            var item = $"log entry {entry.Sequence}";
            if (entry.Sequence != ++entries)
            {
                Report($"log entry {entries}", $"is missing; the next one is {entry.Sequence}");
                entries = entry.Sequence;
            }
            else if (entry.Previous != head)
            {
                Report(item, "does not follow the entry before it: it names another hash");
            }

            if (entry.ComputeHash() != entry.Hash) { Report(item, "was changed: its content does not give its hash"); }
            if (entry.Kind == "erasure" && PayloadText(entry.Payload, "sha256") is { } sha256) { erasures.Add(sha256); }
            head = entry.Hash;
        }

        entries = connection.Scalar<long>("SELECT count(*) FROM log");
    }

    private void CheckCaptures()
    {
        using var select = connection.Prepare("""
            SELECT c.entry, c.record, c.original, o.sha512, o.size, l.kind, l.payload,
              EXISTS (SELECT 1 FROM document d WHERE d.original = c.original AND d.facts = c.facts)
            FROM capture c LEFT JOIN original o ON o.sha256 = c.original LEFT JOIN log l ON l.sequence = c.entry ORDER BY c.entry
            """);
        using (var rows = select.ExecuteReader())
        {
            while (rows.Read()) { CheckCapture(rows); }
        }

        using var orphans = connection.Prepare("SELECT sequence FROM log WHERE kind = 'capture' AND sequence NOT IN (SELECT entry FROM capture) ORDER BY sequence");
        using var entriesAlone = orphans.ExecuteReader();
        while (entriesAlone.Read()) { Report($"log entry {entriesAlone.GetInt64(0)}", "its capture is missing"); }
    }

    private void CheckCapture(SqliteDataReader rows)
    {
        captures++;
        var item = $"capture of log entry {rows.GetInt64(0)}";
        if (rows.Text(5) != "capture")
        {
            Report(item, rows.IsDBNull(5) ? "has no log entry" : "its log entry is of another kind");
            return;
        }

        var payload = rows.GetString(6);
        if (PayloadText(payload, "record") != Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rows.GetString(1)))))
        {
            Report(item, "was changed: it does not give the hash that the log has");
        }

        if (rows.IsDBNull(3))
        {
            Report(item, $"its original {rows.GetString(2)} is missing");
        }
        else if (PayloadText(payload, "sha256") != rows.GetString(2) || PayloadText(payload, "sha512") != rows.GetString(3) || PayloadText(payload, "size") != rows.GetInt64(4).ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            Report(item, "names another original than the log does");
        }

        if (rows.GetInt64(7) == 0 && !erasures.Contains(rows.GetString(2))) { Report(item, "the document derived from it is missing; read it again"); }
    }

    private void CheckJudgements()
    {
        var known = connection.Strings("SELECT id FROM judgement").ToHashSet(StringComparer.Ordinal);
        using var select = connection.Prepare("SELECT j.entry, j.id, j.json, j.record, l.kind, l.payload FROM judgement j LEFT JOIN log l ON l.sequence = j.entry ORDER BY j.entry");
        using (var rows = select.ExecuteReader())
        {
            while (rows.Read())
            {
                judgements++;
                var (item, id) = ($"judgement of log entry {rows.GetInt64(0)}", rows.GetString(1));
                var record = LogTable.Commitment(rows.GetString(3));
                if (rows.Text(4) != "judgement") { Report(item, rows.IsDBNull(4) ? "has no log entry" : "its log entry is of another kind"); }
                else if (PayloadText(rows.GetString(5), "record") != record || id != record[..32]) { Report(item, "was changed: it does not give the hash that the log has"); }
                else if (ProblemOf(id, rows.GetString(2), known) is { } problem) { Report(item, problem); }
            }
        }

        using var orphans = connection.Prepare("SELECT sequence FROM log WHERE kind = 'judgement' AND sequence NOT IN (SELECT entry FROM judgement) ORDER BY sequence");
        using var alone = orphans.ExecuteReader();
        while (alone.Read()) { Report($"log entry {alone.GetInt64(0)}", "its judgement is missing"); }
    }

    private static string? ProblemOf(string id, string json, HashSet<string> known)
    {
        try
        {
            return Judgement.Parse(id, json).Ruling is Ruling.Withdraw withdraw && !known.Contains(withdraw.Judgement) ? $"withdraws '{withdraw.Judgement}', which is missing" : null;
        }
        catch (FormatException failure)
        {
            return $"cannot be read ({failure.Message})";
        }
    }

    private void CheckOriginals()
    {
        using var select = connection.Prepare("SELECT sha256, sha512, size, encoding, bytes, EXISTS (SELECT 1 FROM capture c WHERE c.original = sha256) FROM original ORDER BY sha256");
        using var rows = select.ExecuteReader();
        while (rows.Read())
        {
            originals++;
            var sha256 = rows.GetString(0);
            var item = $"original {sha256}";
            if (rows.GetInt64(5) == 0) { Report(item, "no capture names it"); }
            if (rows.IsDBNull(4))
            {
                if (erasures.Contains(sha256)) { erased.Add(sha256); } else { Report(item, "its bytes are gone and no log entry says that they were erased"); }
                continue;
            }

            if (Unpack(item, new Packed(rows.GetString(3), rows.GetFieldValue<byte[]>(4)), rows.GetInt64(2)) is not { } bytes) { continue; }
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256) { Report(item, "was changed: its bytes do not give its SHA-256"); }
            else if (Convert.ToHexStringLower(SHA512.HashData(bytes)) != rows.GetString(1)) { Report(item, "was changed: its bytes do not give its SHA-512"); }
            else if (bytes.Length != rows.GetInt64(2)) { Report(item, "was changed: its bytes are not as many as its size says"); }
        }
    }

    private void CheckDocuments()
    {
        using var statementsOf = connection.Prepare("SELECT position, json FROM statement WHERE document = $1 ORDER BY position");
        using var findingsOf = connection.Prepare("SELECT position, json FROM document_finding WHERE document = $1 ORDER BY position");
        using var select = connection.Prepare("""
            SELECT d.id, d.original, d.engine, d.encoding, d.inspection, d.digest,
              EXISTS (SELECT 1 FROM capture c WHERE c.original = d.original AND c.facts = d.facts)
            FROM document d ORDER BY d.original, d.facts
            """);
        using var rows = select.ExecuteReader();
        while (rows.Read())
        {
            documents++;
            var item = $"document {rows.GetString(1)}";
            if (rows.GetInt64(6) == 0) { Report(item, "no capture says what it was derived from"); }
            if (Unpack(item, new Packed(rows.GetString(3), rows.GetFieldValue<byte[]>(4)), int.MaxValue) is not { } inspection) { continue; }
            var found = JsonOf(statementsOf.With(rows.GetInt64(0)));
            var findings = JsonOf(findingsOf.With(rows.GetInt64(0)));
            statements += found.Count;
            var intact = CheckSpans(item, rows.GetString(1), inspection, [.. found.Select((json, i) => ($"statement {i}", json)), .. findings.Select((json, i) => ($"finding {i}", json))]);
            if (intact && CaptureRecord.DigestOf(rows.GetString(2), inspection, found.Concat(findings)) != rows.GetString(5))
            {
                Report(item, "was changed: it, its statements and findings do not give its digest; delete nothing, read it again with another engine version or restore a copy");
            }
        }

        using var orphans = connection.Prepare("SELECT document, position FROM statement WHERE document NOT IN (SELECT id FROM document) ORDER BY document, position");
        using var alone = orphans.ExecuteReader();
        while (alone.Read()) { Report($"statement {alone.GetInt64(1)} of row {alone.GetInt64(0)}", "its document is missing"); }
    }

    private static List<string> JsonOf(SqliteCommand select)
    {
        using var rows = select.ExecuteReader();
        var found = new List<string>();
        while (rows.Read()) { found.Add(rows.GetString(1)); }
        return found;
    }

    private bool CheckSpans(string item, string sha256, byte[] inspection, List<(string Item, string Json)> found)
    {
        string text;
        try
        {
            var document = InspectionReader.ReadDocument(inspection);
            text = document.Text;
            if (document.Sha256 != sha256) { throw new FormatException("It is of other bytes."); }
        }
        catch (Exception failure) when (failure is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            Report(item, $"was changed: its inspection cannot be read ({failure.Message})");
            return false;
        }

        var spans = new SpanChecker(text);
        var intact = true;
        foreach (var (part, json) in found)
        {
            if (spans.FirstProblem(json) is { } problem)
            {
                Report($"{part} of {item}", problem);
                intact = false;
            }
        }

        return intact;
    }

    private void CheckSchema()
    {
        using var pristine = new SqliteConnection("Data Source=:memory:");
        pristine.Open();
        LedgerFile.Migrate(pristine, LedgerFile.SchemaVersion);
        var (expected, actual) = (Schema(pristine), Schema(connection));
        foreach (var (name, sql) in expected)
        {
            if (!actual.TryGetValue(name, out var found)) { Report($"the schema's {name}", "is missing"); }
            else if (found != sql) { Report($"the schema's {name}", "was changed"); }
        }

        foreach (var name in actual.Keys.Except(expected.Keys)) { Report($"the schema's {name}", "is none of Hearsay's"); }
    }

    private static SortedDictionary<string, string> Schema(SqliteConnection connection)
    {
        using var select = connection.Prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
        using var rows = select.ExecuteReader();
        var schema = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read()) { schema.Add($"{rows.GetString(0)} '{rows.GetString(1)}'", rows.Text(2) ?? ""); }
        return schema;
    }

    private void CheckFile()
    {
        using var check = connection.Prepare("PRAGMA integrity_check(10)");
        using var rows = check.ExecuteReader();
        while (rows.Read())
        {
            if (rows.GetString(0) is var problem and not "ok") { Report("the file", problem); }
        }
    }

    private byte[]? Unpack(string item, Packed packed, long limit)
    {
        try
        {
            return packed.Unpack(limit);
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException)
        {
            Report(item, $"was changed: its bytes cannot be unpacked ({failure.Message})");
            return null;
        }
    }

    private static string? PayloadText(string payload, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return json.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
