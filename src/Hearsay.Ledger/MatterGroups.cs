using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Judgements;
using Hearsay.Matters;
using Hearsay.Matters.Grouping;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Which threads make which matters, of some of the engine's trees and of those that people joined with them.</summary>
internal sealed class MatterGroups
{
    /// <summary>Threads of one matter.</summary>
    /// <param name="Trees">Ids of the engine's trees that they are from.</param>
    /// <param name="Threads">By day and id, as the engine reads them; where people had no hand in it, those that are examined.</param>
    /// <param name="IsRegrouped">True where people had a hand in it.</param>
    internal sealed record Cell(ImmutableArray<string> Trees, ImmutableArray<DocumentThread> Threads, bool IsRegrouped);

    private readonly SqliteConnection connection;
    private readonly HashSet<string> trees;
    private readonly HashSet<string> outdated;

    private MatterGroups(SqliteConnection connection, IEnumerable<string> trees, IEnumerable<string> gone)
    {
        this.connection = connection;
        this.trees = trees.ToHashSet(StringComparer.Ordinal);
        outdated = gone.Union(this.trees).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Ids of matters that these cells stand instead of.</summary>
    public IReadOnlyCollection<string> Outdated => outdated;

    /// <summary>The matters.</summary>
    public ImmutableArray<Cell> Cells { get; private set; } = [];

    /// <summary>All their threads.</summary>
    public IEnumerable<DocumentThread> Threads => Cells.SelectMany(cell => cell.Threads);

    /// <summary>The groups of some trees.</summary>
    public static MatterGroups Of(SqliteConnection connection, JudgementBook book, IEnumerable<string> trees, IEnumerable<string> gone)
    {
        var groups = new MatterGroups(connection, trees, gone);
        var rulings = groups.Rulings(book);
        var known = groups.trees.Count + groups.outdated.Count;
        groups.Expand(rulings);
        groups.Divide(rulings, isWhole: known != groups.trees.Count + groups.outdated.Count);
        return groups;
    }

    // Merging and splitting that still finds its statements: the earliest first, each with the trees that its statements are in.
    private List<(bool Merges, ImmutableArray<string> Statements, HashSet<string> Trees)> Rulings(JudgementBook book)
    {
        var rulings = new List<(bool, ImmutableArray<string>, HashSet<string>)>();
        List<Judgement> grouping = [.. book.Active.Where(judgement => judgement.Ruling is Ruling.Merge or Ruling.Split)];
        if (grouping.Count == 0) { return rulings; }
        var treeOf = TreeOf(grouping.SelectMany(judgement => judgement.Ruling.About).Select(anchor => anchor.Document));
        foreach (var judgement in grouping)
        {
            var statements = JudgementEffects.Bound(connection, judgement.Id);
            rulings.Add((judgement.Ruling is Ruling.Merge, statements, statements.Where(treeOf.ContainsKey).Select(statement => treeOf[statement]).ToHashSet(StringComparer.Ordinal)));
        }

        return rulings;
    }

    private Dictionary<string, string> TreeOf(IEnumerable<string> originals)
    {
        var treeOf = new Dictionary<string, string>(StringComparer.Ordinal);
        using var select = connection.Prepare("SELECT matter, facts FROM thread WHERE original IN (SELECT value FROM json_each($1))");
        using var rows = select.With(JsonSerializer.Serialize(originals.Distinct(StringComparer.Ordinal))).ExecuteReader();
        while (rows.Read())
        {
            foreach (var statement in DocumentThread.FromBytes("", "", null, rows.GetFieldValue<byte[]>(1)).Statements) { treeOf[statement] = rows.GetString(0); }
        }

        return treeOf;
    }

    // Whatever was or is to be joined with a changed tree is made anew with it.
    private void Expand(List<(bool Merges, ImmutableArray<string> Statements, HashSet<string> Trees)> rulings)
    {
        using var joined = connection.Prepare("""
            SELECT DISTINCT other.tree, other.matter FROM regrouped own JOIN regrouped other ON other.matter = own.matter WHERE own.tree IN (SELECT value FROM json_each($1))
            """);
        for (var known = -1; known != trees.Count + outdated.Count;)
        {
            known = trees.Count + outdated.Count;
            foreach (var ruling in rulings.Where(ruling => ruling.Trees.Overlaps(trees))) { trees.UnionWith(ruling.Trees); }
            using var rows = joined.With(JsonSerializer.Serialize(trees.Union(outdated))).ExecuteReader();
            while (rows.Read())
            {
                trees.Add(rows.GetString(0));
                outdated.Add(rows.GetString(1));
            }

            outdated.UnionWith(trees);
        }
    }

    // Of a matter that nobody had a hand in only the threads that are examined are read.
    private void Divide(List<(bool Merges, ImmutableArray<string> Statements, HashSet<string> Trees)> rulings, bool isWhole)
    {
        using var rows = new ThreadRows(connection);
        var kept = rows.OfMatters(trees).GroupBy(thread => rows.MatterOf(thread.Id)!, StringComparer.Ordinal).ToDictionary(tree => tree.Key, ThreadRows.Sorted, StringComparer.Ordinal);
        var involved = rulings.SelectMany(ruling => ruling.Trees).Where(kept.ContainsKey).ToHashSet(StringComparer.Ordinal);
        var loaded = kept.ToDictionary(
            tree => tree.Key, tree => (isWhole || involved.Contains(tree.Key) ? tree.Value : MatterExaminer.Examined(tree.Value)).Select(thread => thread.Thread.Value).ToImmutableArray(), StringComparer.Ordinal);
        var cells = ImmutableArray.CreateBuilder<Cell>();
        foreach (var (tree, threads) in loaded.Where(tree => !involved.Contains(tree.Key)).OrderBy(tree => tree.Key, StringComparer.Ordinal)) { cells.Add(new Cell([tree], threads, false)); }
        if (involved.Count > 0)
        {
            var treeOf = involved.SelectMany(tree => loaded[tree].SelectMany(thread => thread.Statements.Select(statement => (statement, tree)))).DistinctBy(pair => pair.statement, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var own = involved.Order(StringComparer.Ordinal).Select(tree => loaded[tree]).ToImmutableArray();
            foreach (var cell in MatterPartition.Of(own, rulings.Where(ruling => ruling.Trees.Overlaps(involved)).Select(ruling => (ruling.Merges, ruling.Statements))))
            {
                cells.Add(new Cell([.. cell.SelectMany(thread => thread.Statements).Select(statement => treeOf[statement]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], cell, true));
            }
        }

        Cells = cells.ToImmutable();
    }
}
