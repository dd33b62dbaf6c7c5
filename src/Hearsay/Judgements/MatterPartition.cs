using System.Collections.Immutable;
using Hearsay.Matters.Grouping;

namespace Hearsay.Judgements;

/// <summary>Joins and parts the engine's groups of threads as people say, one judgement after the other, so that a later one outweighs an earlier.</summary>
internal static class MatterPartition
{
    /// <summary>The groups as people have them.</summary>
    /// <param name="trees">The engine's groups, each with its threads; the earliest first.</param>
    /// <param name="rulings">Merging and splitting, the earliest first, each with the ids of the statements that it names and that are there.</param>
    /// <returns>Threads by day and id. A thread that was parted keeps its id where it keeps its first statement.</returns>
    public static ImmutableArray<ImmutableArray<DocumentThread>> Of(ImmutableArray<ImmutableArray<DocumentThread>> trees, IEnumerable<(bool Merges, ImmutableArray<string> Statements)> rulings)
    {
        var cells = trees.Select(tree => tree.SelectMany(thread => thread.Statements).ToHashSet(StringComparer.Ordinal)).ToList();
        foreach (var (merges, statements) in rulings)
        {
            if (merges)
            {
                List<HashSet<string>> joined = [.. cells.Where(cell => statements.Any(cell.Contains))];
                foreach (var cell in joined.Skip(1))
                {
                    joined[0].UnionWith(cell);
                    cells.Remove(cell);
                }
            }
            else
            {
                var apart = statements.Where(statement => cells.Any(cell => cell.Contains(statement))).ToHashSet(StringComparer.Ordinal);
                if (apart.Count == 0) { continue; }
                foreach (var cell in cells) { cell.ExceptWith(apart); }
                cells.Add(apart);
            }
        }

        ImmutableArray<DocumentThread> threads = [.. trees.SelectMany(tree => tree)];
        return [.. cells.Where(cell => cell.Count > 0).Select(cell => Sorted(threads.Select(thread => PartOf(thread, cell)).OfType<DocumentThread>()))];
    }

    /// <summary>Threads in the order in which a matter has them.</summary>
    public static ImmutableArray<DocumentThread> Sorted(IEnumerable<DocumentThread> threads) =>
        [.. threads.OrderBy(thread => thread.Day ?? DateOnly.MaxValue).ThenBy(thread => thread.Id, StringComparer.Ordinal)];

    private static DocumentThread? PartOf(DocumentThread thread, HashSet<string> cell)
    {
        ImmutableArray<string> kept = [.. thread.Statements.Where(cell.Contains)];
        return kept.IsEmpty ? null : kept.Length == thread.Statements.Length ? thread : thread with { Id = DocumentThread.IdOf(thread.Document, kept[0]), Statements = kept };
    }
}
