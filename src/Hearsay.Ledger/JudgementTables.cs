using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Statements;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Judgements in the ledger's tables: the record, and what is derived of it.</summary>
internal static class JudgementTables
{
    /// <summary>Appends a judgement to the record, with the time that it gets.</summary>
    public static Judgement Append(SqliteConnection connection, TimeProvider clock, string by, string why, Ruling ruling)
    {
        var when = Milliseconds(clock.GetUtcNow());
        if (Latest(connection) is { } latest && latest >= when) { when = latest.AddMilliseconds(1); } // a later judgement bears a later time, whatever the clock says
        return Insert(connection, clock, new Judgement("", by.Trim(), when, why.Trim(), ruling).ToJson(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
    }

    /// <summary>Inserts a judgement as it is written; nothing where it is there.</summary>
    public static Judgement Insert(SqliteConnection connection, TimeProvider clock, string json, string salt)
    {
        using var recordOf = connection.Prepare("SELECT json_array($1, $2)").With(json, salt);
        var record = LogTable.Commitment((string)recordOf.ExecuteScalar()!);
        using var known = connection.Prepare("SELECT 1 FROM judgement WHERE id = $1").With(record[..32]);
        if (known.ExecuteScalar() is null)
        {
            Restore(connection, LogTable.Append(connection, clock, "judgement", ("record", record)), record[..32], json, salt);
        }

        return Judgement.Parse(record[..32], json);
    }

    /// <summary>Inserts the row of an entry that the log has.</summary>
    public static void Restore(SqliteConnection connection, long entry, string id, string json, string salt)
    {
        using var insert = connection.Prepare("INSERT INTO judgement (entry, id, json, salt) VALUES ($1, $2, $3, $4)");
        insert.With(entry, id, json, salt).ExecuteNonQuery();
    }

    /// <summary>All judgements; or, of those about single statements, only the ones in some originals.</summary>
    public static JudgementBook Book(SqliteConnection connection, IEnumerable<string>? originals = null)
    {
        using var select = connection.Prepare($"SELECT id, json FROM judgement{(originals is null ? "" : " WHERE original IS NULL OR original IN (SELECT value FROM json_each($1))")} ORDER BY entry");
        if (originals is not null) { select.With(JsonSerializer.Serialize(originals)); }
        using var rows = select.ExecuteReader();
        var judgements = new List<Judgement>();
        while (rows.Read()) { judgements.Add(Judgement.Parse(rows.GetString(0), rows.GetString(1))); }
        return judgements.Count == 0 ? JudgementBook.Empty : new JudgementBook(judgements);
    }

    /// <summary>Derives anew what judgements make of the statements of some originals.</summary>
    public static void Refresh(SqliteConnection connection, JudgementBook book, IReadOnlyCollection<string> originals)
    {
        var of = JsonSerializer.Serialize(originals);
        using var forget = connection.Prepare("DELETE FROM judged_statement WHERE original IN (SELECT value FROM json_each($1)); DELETE FROM judgement_standing WHERE original IN (SELECT value FROM json_each($1))").With(of);
        forget.ExecuteNonQuery();
        if (book.Judgements.IsEmpty) { return; }
        using var insert = connection.Prepare("INSERT OR REPLACE INTO judged_statement (original, id, verdict, json) VALUES ($1, $2, $3, $4)");
        using var rows = new DocumentRows(connection, originals, JudgementBook.Empty).GetEnumerator();
        while (rows.MoveNext())
        {
            var (document, statements) = (rows.Current.Document, rows.Current.Statements);
            var judged = book.Judge(document, statements).ToList();
            var lines = Lines(document, judged);
            for (var i = 0; i < judged.Count; i++) { insert.With(document.Sha256, judged[i].Id, JsonNames.Of(judged[i].Judged!.Verdict), lines[i]).ExecuteNonQuery(); }
            WriteStandings(connection, book, document, statements);
        }
    }

    /// <summary>Derives anew which findings are dismissed.</summary>
    public static void RefreshDismissals(SqliteConnection connection, JudgementBook book)
    {
        connection.Run("DELETE FROM dismissed_finding");
        using var insert = connection.Prepare("INSERT INTO dismissed_finding (id, json) VALUES ($1, json_object('judgement', $2, 'by', $3, 'when', $4, 'why', $5))");
        foreach (var judgement in book.Decisive.Where(judgement => judgement.Ruling is Ruling.Dismiss))
        {
            insert.With(((Ruling.Dismiss)judgement.Ruling).Finding.Id, judgement.Id, judgement.By, LogEntry.Timestamp(judgement.When), judgement.Why).ExecuteNonQuery();
        }
    }

    /// <summary>Originals with a statement whose source the engine gives one of these names.</summary>
    public static List<string> OriginalsOf(SqliteConnection connection, IEnumerable<string> sources)
    {
        using var select = connection.Prepare("SELECT DISTINCT d.original FROM statement s JOIN document d ON d.id = s.document WHERE s.source IN (SELECT value FROM json_each($1)) ORDER BY d.original").With(JsonSerializer.Serialize(sources));
        using var rows = select.ExecuteReader();
        var originals = new List<string>();
        while (rows.Read()) { originals.Add(rows.GetString(0)); }
        return originals;
    }

    private static void WriteStandings(SqliteConnection connection, JudgementBook book, Document document, System.Collections.Immutable.ImmutableArray<Statement> statements)
    {
        using var insert = connection.Prepare("INSERT OR REPLACE INTO judgement_standing (judgement, original, part, standing, nearest) VALUES ($1, $2, $3, $4, $5)");
        foreach (var group in book.Stand(document, statements).GroupBy(one => one.Judgement.Id, StringComparer.Ordinal))
        {
            foreach (var (part, one) in group.Index()) { insert.With(group.Key, document.Sha256, part, JsonNames.Of(one.Standing), one.Nearest).ExecuteNonQuery(); }
        }
    }

    private static List<string> Lines(Document document, List<Statement> statements)
    {
        var lines = new List<string>();
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, InspectionWriter.Options);
        InspectionWriter.Write(json, document, [.. statements], () =>
        {
            json.Flush();
            lines.Add(Encoding.UTF8.GetString(buffer.ToArray()));
            buffer.SetLength(0);
            json.Reset();
        });
        return lines;
    }

    private static DateTimeOffset? Latest(SqliteConnection connection)
    {
        using var select = connection.Prepare("SELECT max(json ->> '$.when') FROM judgement");
        return select.ExecuteScalar() is string text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;
    }

    private static DateTimeOffset Milliseconds(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
}
