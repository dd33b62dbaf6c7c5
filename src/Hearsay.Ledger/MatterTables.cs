using System.Globalization;
using Hearsay.Inspections;
using Hearsay.Matters;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>The tables of matters and findings: brought up to date with the documents, and read.</summary>
internal static class MatterTables
{
    /// <summary>True where the tables take account of exactly the documents that are there, and were made by this engine.</summary>
    public static bool AreCurrent(SqliteConnection connection, string engine)
    {
        using var select = connection.Prepare("SELECT engine = $1 AND documents = (SELECT count(*) FROM document) AND documents = (SELECT count(*) FROM examined) FROM examination");
        return select.With(engine).ExecuteScalar() is 1L;
    }

    /// <summary>Makes all matters and their findings anew, in one transaction.</summary>
    public static void Rebuild(SqliteConnection connection, string engine, IReadOnlyCollection<StoredDocument> documents)
    {
        var report = MatterExaminer.Examine(documents.Select(document => document.Examined));
        var offsets = OffsetsOf(documents);
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Run("DELETE FROM finding; DELETE FROM matter; DELETE FROM thread; DELETE FROM examined; DELETE FROM examination");
        using var insertMatter = connection.Prepare("INSERT INTO matter (id, first_day, json) VALUES ($1, $2, $3)");
        foreach (var matter in report.Matters) { insertMatter.With(matter.Id, matter.Period.First?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), FindingWriter.ToJson(matter)).ExecuteNonQuery(); }
        using var insertFinding = connection.Prepare("INSERT OR IGNORE INTO finding (id, matter, original, start, json) VALUES ($1, $2, $3, $4, $5)");
        foreach (var finding in report.Findings)
        {
            var first = finding.Evidence[0];
            insertFinding.With(finding.Id, finding.Matter, first.Document, offsets(first.Document).ToCodePoint(first.Span.Start), FindingWriter.ToJson(finding, offsets)).ExecuteNonQuery();
        }

        connection.Run("INSERT INTO examined SELECT id FROM document");
        using var stamp = connection.Prepare("INSERT INTO examination (id, engine, documents) SELECT 1, $1, count(*) FROM document");
        stamp.With(engine).ExecuteNonQuery();
        transaction.Commit();
    }

    /// <summary>Every matter as JSON, by first day, undated ones last.</summary>
    public static SqliteCommand SelectMatters(SqliteConnection connection) => connection.Prepare("SELECT json FROM matter ORDER BY first_day IS NULL, first_day, id");

    /// <summary>Every finding as JSON, by document and place.</summary>
    public static SqliteCommand SelectFindings(SqliteConnection connection) => connection.Prepare("SELECT json FROM finding ORDER BY original, start, kind, id");

    /// <summary>Offsets of the texts of documents by hash, each made when it is first asked for.</summary>
    public static Func<string, CodePointOffsets> OffsetsOf(IEnumerable<StoredDocument> documents)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in documents) { texts.TryAdd(document.Document.Sha256, document.Document.Text); }
        var offsets = new Dictionary<string, CodePointOffsets>(StringComparer.Ordinal);
        return sha256 => offsets.TryGetValue(sha256, out var known) ? known : offsets[sha256] = new CodePointOffsets(texts[sha256]);
    }
}
