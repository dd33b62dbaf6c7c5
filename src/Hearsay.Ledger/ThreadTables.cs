using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Hearsay.Judgements;
using Hearsay.Matters;
using Hearsay.Matters.Grouping;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>The table of threads and the trees that the engine alone makes of them: brought up to date with the documents.</summary>
/// <remarks>New documents touch only the trees that their threads join, leave or part; the rest stays as it is. All of it happens in one transaction.</remarks>
internal sealed class ThreadTables
{
    private readonly SqliteConnection connection;
    private readonly string engine;

    private ThreadTables(SqliteConnection connection, string engine) => (this.connection, this.engine) = (connection, engine);

    /// <summary>Brings threads, matters and findings up to date; where they are, nothing is done.</summary>
    public static void Update(SqliteConnection connection, string engine)
    {
        var tables = new ThreadTables(connection, engine);
        if (tables.IsCurrent("documents = (SELECT count(*) FROM document)")) { return; }
        using var transaction = connection.BeginTransaction(deferred: false);
        var incremental = tables.IsCurrent("1") && tables.Added() is { } added && !tables.HoldSomethingOf(added) ? added : null;
        if (incremental is null) { connection.Run("DELETE FROM finding; DELETE FROM matter; DELETE FROM regrouped; DELETE FROM thread; DELETE FROM examined; DELETE FROM examination"); }
        var book = JudgementTables.Book(connection);
        JudgementEffects.Refresh(connection, book, incremental);
        tables.Add(incremental ?? connection.Strings("SELECT DISTINCT original FROM document ORDER BY original"), book);
        connection.Run("INSERT OR IGNORE INTO examined SELECT id FROM document");
        using var stamp = connection.Prepare("INSERT OR REPLACE INTO examination (id, engine, documents) SELECT 1, $1, count(*) FROM document");
        stamp.With(engine).ExecuteNonQuery();
        transaction.Commit();
    }

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
        return select.With(JsonSerializer.Serialize(originals)).ExecuteScalar() is not null;
    }

    private void Add(List<string> originals, JudgementBook book)
    {
        var kept = Kept();
        var forest = StoryForest.Restore(kept.Values.Select(thread => thread.Kept));
        var documents = MatterTables.Documents(connection, originals);
        var touched = forest.Add(documents.Values.SelectMany(document => ThreadSplitter.Split(document)));

        // Every tree that has a touched thread, and what such a thread's earlier tree fell into.
        ImmutableArray<ImmutableArray<string>> all = [.. forest.Trees()];
        var old = all.Where(tree => tree.Any(touched.Contains)).SelectMany(tree => tree).Where(kept.ContainsKey).Select(id => kept[id].Matter).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<ImmutableArray<string>> trees = [.. all.Where(tree => tree.Any(id => touched.Contains(id) || (kept.TryGetValue(id, out var known) && old.Contains(known.Matter))))];
        Write(forest, trees);
        MatterTables.Compose(connection, book, trees.Select(tree => MatterComposer.IdOf(tree[0])), old, documents);
    }

    private void Write(StoryForest forest, ImmutableArray<ImmutableArray<string>> trees)
    {
        using var insertThread = connection.Prepare("INSERT OR REPLACE INTO thread (id, original, day, parent, matter, lookup, facts) VALUES ($1, $2, $3, $4, $5, $6, $7)");
        foreach (var tree in trees)
        {
            var matter = MatterComposer.IdOf(tree[0]);
            foreach (var thread in tree.Select(forest.Thread))
            {
                insertThread.With(thread.Id, thread.Document, MatterTables.Day(thread.Day), forest.ParentOf(thread.Id), matter, MemoryMarshal.AsBytes(StoryForest.IndexOf(thread).AsSpan()).ToArray(), thread.ToBytes()).ExecuteNonQuery();
            }
        }
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
}
