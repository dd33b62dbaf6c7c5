using System.Collections.Immutable;
using Hearsay.Judgements;
using Hearsay.Matters;
using Hearsay.Matters.Grouping;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>The trees that the engine alone makes of threads: brought up to date with the documents.</summary>
/// <remarks>New documents touch only the trees that their threads join, leave or part; the rest is not even read. All of it happens in one transaction.</remarks>
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
        var isAnew = !tables.IsCurrent("1");
        if (isAnew) { connection.Run("DELETE FROM finding; DELETE FROM also_found; DELETE FROM matter; DELETE FROM regrouped; DELETE FROM posting; DELETE FROM thread; DELETE FROM examined"); }
        var originals = connection.Strings("SELECT DISTINCT original FROM document WHERE id NOT IN (SELECT document FROM examined) ORDER BY original");
        var book = JudgementTables.Book(connection);
        JudgementEffects.Refresh(connection, book, isAnew ? null : originals);
        tables.Take(originals, book);
        connection.Run("INSERT OR IGNORE INTO examined SELECT id FROM document");
        using var stamp = connection.Prepare("INSERT OR REPLACE INTO examination (id, engine, documents) SELECT 1, $1, count(*) FROM document");
        stamp.With(engine).ExecuteNonQuery();
        transaction.Commit();
    }

    /// <summary>Threads the statements of some originals anew, which people added to. Within the caller's transaction; what was not examined yet will be with the rest.</summary>
    public static void TakeAnew(SqliteConnection connection, IEnumerable<string> originals, JudgementBook book)
    {
        using var examined = connection.Prepare("SELECT DISTINCT d.original FROM document d JOIN examined e ON e.document = d.id WHERE d.original IN (SELECT value FROM json_each($1))").With(System.Text.Json.JsonSerializer.Serialize(originals));
        var known = new List<string>();
        using (var rows = examined.ExecuteReader())
        {
            while (rows.Read()) { known.Add(rows.GetString(0)); }
        }

        if (known.Count > 0) { new ThreadTables(connection, "").Take(known, book); }
    }

    // Nothing was replaced or removed since: every document taken account of is still there.
    private bool IsCurrent(string condition)
    {
        using var select = connection.Prepare($"SELECT engine = $1 AND documents = (SELECT count(*) FROM examined) AND {condition} FROM examination");
        return select.With(engine).ExecuteScalar() is 1L;
    }

    // The same bytes from another place may change which of their readings counts, so all of an original is taken anew.
    private void Take(List<string> originals, JudgementBook book)
    {
        using var rows = new ThreadRows(connection);
        var removed = rows.OfOriginals(originals);
        var documents = MatterTables.Documents(connection, originals, book);
        var forest = new StoryForest(rows, removed.Select(thread => thread.Id));
        var moved = forest.Change(documents.Values.SelectMany(document => ThreadSplitter.Split(document)));

        // Trees that lose or gain something, with all their threads.
        var old = moved.Concat(moved.Select(forest.ParentOf).OfType<string>()).Concat(removed.Select(thread => thread.Id)).Select(rows.MatterOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var known = rows.OfMatters(old);
        foreach (var thread in known) { forest.Load(thread); }
        var touched = known.Select(thread => thread.Id).Except(removed.Select(thread => thread.Id), StringComparer.Ordinal).Concat(moved).ToHashSet(StringComparer.Ordinal);
        var trees = forest.Trees(touched.Contains).Select(tree => tree.Select(id => forest[id]).ToImmutableArray()).ToDictionary(tree => MatterComposer.IdOf(tree[0].Id), StringComparer.Ordinal);

        // A tree whose examined threads are the same as before makes the same matter.
        var before = known.GroupBy(thread => rows.MatterOf(thread.Id)!, StringComparer.Ordinal).ToDictionary(tree => tree.Key, tree => MatterExaminer.Examined(ThreadRows.Sorted(tree)), StringComparer.Ordinal);
        var same = before.Where(tree => trees.TryGetValue(tree.Key, out var now) && !tree.Value.Any(thread => documents.ContainsKey(thread.Document))
            && MatterExaminer.Examined(now).Select(thread => thread.Id).SequenceEqual(tree.Value.Select(thread => thread.Id))).Select(tree => tree.Key).ToHashSet(StringComparer.Ordinal);
        var displaced = trees.SelectMany(tree => tree.Value.Where(thread => rows.MatterOf(thread.Id) != tree.Key)).Select(thread => thread.Document).Where(document => !documents.ContainsKey(document)).ToHashSet(StringComparer.Ordinal);
        foreach (var (sha256, document) in MatterTables.Documents(connection, displaced, book)) { documents.Add(sha256, document); }

        rows.Delete(removed);
        rows.Write(trees.SelectMany(tree => tree.Value.Select(thread => (thread, forest.ParentOf(thread.Id), tree.Key))));
        MatterTables.Compose(connection, book, trees.Keys.Except(same, StringComparer.Ordinal), old.Except(same, StringComparer.Ordinal), documents);
    }
}
