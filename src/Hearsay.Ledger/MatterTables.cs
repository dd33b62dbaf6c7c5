using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Hearsay.Inspections;
using Hearsay.Matters;
using Hearsay.Matters.Grouping;
using Hearsay.Matters.Origins;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>The tables of matters and findings: brought up to date with the documents, and read.</summary>
/// <remarks>New documents touch only the matters that their threads join, leave or part; the rest stays as it is. All of it happens in one transaction.</remarks>
internal sealed class MatterTables
{
    private readonly SqliteConnection connection;
    private readonly string engine;

    private MatterTables(SqliteConnection connection, string engine) => (this.connection, this.engine) = (connection, engine);

    /// <summary>Brings the tables up to date; where they are, nothing is done.</summary>
    public static void Update(SqliteConnection connection, string engine)
    {
        var tables = new MatterTables(connection, engine);
        if (tables.IsCurrent("documents = (SELECT count(*) FROM document)")) { return; }
        using var transaction = connection.BeginTransaction(deferred: false);
        var incremental = tables.IsCurrent("1") && tables.Added() is { } added && !tables.HoldSomethingOf(added) ? added : null;
        if (incremental is null) { connection.Run("DELETE FROM finding; DELETE FROM matter; DELETE FROM thread; DELETE FROM examined; DELETE FROM examination"); }
        tables.Add(incremental ?? connection.Strings("SELECT DISTINCT original FROM document ORDER BY original"));
        connection.Run("INSERT OR IGNORE INTO examined SELECT id FROM document");
        using var stamp = connection.Prepare("INSERT OR REPLACE INTO examination (id, engine, documents) SELECT 1, $1, count(*) FROM document");
        stamp.With(engine).ExecuteNonQuery();
        transaction.Commit();
    }

    /// <summary>Every matter as JSON, by first day, undated ones last.</summary>
    public static SqliteCommand SelectMatters(SqliteConnection connection) => connection.Prepare("SELECT json FROM matter ORDER BY first_day IS NULL, first_day, id");

    /// <summary>Every finding as JSON, by document and place.</summary>
    public static SqliteCommand SelectFindings(SqliteConnection connection) => connection.Prepare("SELECT json FROM finding ORDER BY original, start, kind, id");

    // Nothing was replaced or removed since: every document taken account of is still there.
    private bool IsCurrent(string condition)
    {
        using var select = connection.Prepare($"SELECT engine = $1 AND documents = (SELECT count(*) FROM examined) AND {condition} FROM examination");
        return select.With(engine).ExecuteScalar() is 1L;
    }

    private List<string> Added() => connection.Strings("SELECT DISTINCT original FROM document WHERE id NOT IN (SELECT document FROM examined) ORDER BY original");

    // The same bytes from another place may change which of their readings counts.
    private bool HoldSomethingOf(List<string> originals)
    {
        using var select = connection.Prepare("SELECT 1 FROM thread WHERE original IN (SELECT value FROM json_each($1)) LIMIT 1");
        return select.With(System.Text.Json.JsonSerializer.Serialize(originals)).ExecuteScalar() is not null;
    }

    private void Add(List<string> originals)
    {
        var kept = Kept();
        var forest = StoryForest.Restore(kept.Values.Select(thread => thread.Kept));
        var documents = Documents(originals);
        var touched = forest.Add(documents.Values.SelectMany(document => ThreadSplitter.Split(document)));

        // Every tree that has a touched thread, and what such a thread's earlier tree fell into.
        ImmutableArray<ImmutableArray<string>> all = [.. forest.Trees()];
        var old = all.Where(tree => tree.Any(touched.Contains)).SelectMany(tree => tree).Where(kept.ContainsKey).Select(id => kept[id].Matter).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<ImmutableArray<string>> trees = [.. all.Where(tree => tree.Any(id => touched.Contains(id) || (kept.TryGetValue(id, out var known) && old.Contains(known.Matter))))];
        Load(documents, trees.SelectMany(tree => tree).Select(id => forest.Thread(id).Document));
        var examined = MatterExaminer.Examine([.. trees.Select(tree => tree.Select(forest.Thread).ToImmutableArray())], documents, OriginJudgements.None);
        Write(forest, trees, examined, documents, old);
    }

    private void Write(
        StoryForest forest, ImmutableArray<ImmutableArray<string>> trees, (Matter? Matter, ImmutableArray<Finding> Findings)[] examined, SortedDictionary<string, ExaminedDocument> documents, HashSet<string> old)
    {
        Run("DELETE FROM matter WHERE id IN (SELECT value FROM json_each($1))", old);
        Run("DELETE FROM finding WHERE matter IN (SELECT value FROM json_each($1))", old);
        Run("DELETE FROM finding WHERE id IN (SELECT value FROM json_each($1))", documents.Values.SelectMany(document => document.Findings).Select(finding => finding.Id));
        using var insertThread = connection.Prepare("INSERT OR REPLACE INTO thread (id, original, day, parent, matter, lookup, facts) VALUES ($1, $2, $3, $4, $5, $6, $7)");
        foreach (var tree in trees)
        {
            var matter = MatterComposer.IdOf(tree[0]);
            foreach (var thread in tree.Select(forest.Thread))
            {
                insertThread.With(thread.Id, thread.Document, Day(thread.Day), forest.ParentOf(thread.Id), matter, MemoryMarshal.AsBytes(StoryForest.IndexOf(thread).AsSpan()).ToArray(), thread.ToBytes()).ExecuteNonQuery();
            }
        }

        using var insertMatter = connection.Prepare("INSERT INTO matter (id, first_day, json) VALUES ($1, $2, $3)");
        foreach (var matter in examined.Select(one => one.Matter).OfType<Matter>()) { insertMatter.With(matter.Id, Day(matter.Period.First), FindingWriter.ToJson(matter)).ExecuteNonQuery(); }
        var offsets = OffsetsOf(documents);
        using var insertFinding = connection.Prepare("INSERT OR IGNORE INTO finding (id, matter, original, start, json) VALUES ($1, $2, $3, $4, $5)");
        var matterOf = MatterOf(documents.Keys);
        foreach (var finding in examined.SelectMany(one => one.Findings).Concat(documents.Values.SelectMany(document => document.Findings.Select(finding => MatterExaminer.Place(finding, document, matterOf)))))
        {
            var first = finding.Evidence[0];
            insertFinding.With(finding.Id, finding.Matter, first.Document, offsets(first.Document).ToCodePoint(first.Span.Start), FindingWriter.ToJson(finding, offsets)).ExecuteNonQuery();
        }
    }

    // The matter of every statement of these documents that has one.
    private Dictionary<string, string> MatterOf(IEnumerable<string> originals)
    {
        var matterOf = new Dictionary<string, string>(StringComparer.Ordinal);
        using var select = connection.Prepare("SELECT t.matter, t.facts FROM thread t JOIN matter m ON m.id = t.matter WHERE t.original IN (SELECT value FROM json_each($1))");
        using var rows = select.With(System.Text.Json.JsonSerializer.Serialize(originals)).ExecuteReader();
        while (rows.Read())
        {
            foreach (var statement in DocumentThread.FromBytes("", "", null, rows.GetFieldValue<byte[]>(1)).Statements) { matterOf.TryAdd(statement, rows.GetString(0)); }
        }

        return matterOf;
    }

    private Dictionary<string, (StoryForest.Kept Kept, string Matter)> Kept()
    {
        var kept = new Dictionary<string, (StoryForest.Kept, string)>(StringComparer.Ordinal);
        using var select = connection.Prepare("SELECT id, original, day, parent, matter, lookup, facts FROM thread");
        using var rows = select.ExecuteReader();
        while (rows.Read())
        {
            var (id, original, facts) = (rows.GetString(0), rows.GetString(1), rows.GetFieldValue<byte[]>(6));
            DateOnly? day = rows.Text(2) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
            ImmutableArray<ulong> lookup = [.. MemoryMarshal.Cast<byte, ulong>(rows.GetFieldValue<byte[]>(5))];
            kept.Add(id, (new StoryForest.Kept(id, original, day, lookup, rows.Text(3), new Lazy<DocumentThread>(() => DocumentThread.FromBytes(id, original, day, facts))), rows.GetString(4)));
        }

        return kept;
    }

    private SortedDictionary<string, ExaminedDocument> Documents(IEnumerable<string> originals)
    {
        using var rows = new DocumentRows(connection, originals).GetEnumerator();
        var stored = new List<ExaminedDocument>();
        while (rows.MoveNext()) { stored.Add(rows.Current.Examined); }
        return MatterExaminer.Distinct(stored);
    }

    private void Load(SortedDictionary<string, ExaminedDocument> documents, IEnumerable<string> originals)
    {
        foreach (var (sha256, document) in Documents(originals.Where(original => !documents.ContainsKey(original)).Distinct(StringComparer.Ordinal))) { documents.Add(sha256, document); }
    }

    private void Run(string sql, IEnumerable<string> values)
    {
        using var command = connection.Prepare(sql);
        command.With(System.Text.Json.JsonSerializer.Serialize(values)).ExecuteNonQuery();
    }

    private static Func<string, CodePointOffsets> OffsetsOf(SortedDictionary<string, ExaminedDocument> documents)
    {
        var offsets = new Dictionary<string, CodePointOffsets>(StringComparer.Ordinal);
        return sha256 => offsets.TryGetValue(sha256, out var known) ? known : offsets[sha256] = new CodePointOffsets(documents[sha256].Document.Text);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
