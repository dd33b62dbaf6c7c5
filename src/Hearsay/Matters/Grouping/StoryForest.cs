using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Hearsay.Matters.Grouping;

/// <summary>
/// Joins threads to matters. Each thread follows the most similar among the earlier ones, if that is similar enough; a tree is a matter.
/// Whom a thread follows depends on the set of threads alone, so neither the order nor the batching of documents matters.
/// </summary>
/// <remarks>
/// This is first-story detection (Allan, Lavrenko and Jin 2000) with publication days in place of arrival. Candidates come from an index of the weightiest keys;
/// a key that more than <see cref="LongestPosting"/> threads hold tells nothing and yields none, which bounds the work of every thread.
/// </remarks>
internal sealed class StoryForest
{
    /// <summary>Cosine from which one thread follows another.</summary>
    public const float Follows = 0.22f;

    /// <summary>A key that more threads hold is not looked up.</summary>
    public const int LongestPosting = 128;

    /// <summary>How many of a thread's keys are looked up.</summary>
    public const int KeysIndexed = 14;

    /// <summary>A thread follows none that is older than this.</summary>
    public const int MostDaysBetween = 60;

    private readonly Dictionary<string, Node> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Node>> postings = new(StringComparer.Ordinal);

    /// <summary>Adds threads and finds whom they follow, and who now follows them.</summary>
    /// <returns>Ids of the threads whose place may have changed, the new ones among them.</returns>
    public IReadOnlySet<string> Add(IEnumerable<DocumentThread> threads)
    {
        var touched = new HashSet<Node>();
        var added = new List<Node>();
        foreach (var thread in threads)
        {
            if (nodes.ContainsKey(thread.Id)) { continue; }
            var node = new Node(thread);
            nodes.Add(thread.Id, node);
            added.Add(node);
            touched.Add(node);
            foreach (var key in node.Index)
            {
                ref var posting = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, key, out _);
                posting ??= [];
                posting.Add(node);
                if (posting.Count == LongestPosting + 1) { touched.UnionWith(posting); } // this key has just fallen silent
            }
        }

        // Those who may now follow a new thread are among its candidates.
        foreach (var node in added) { touched.UnionWith(Candidates(node).Where(other => DocumentThread.Compare(node.Thread, other.Thread) < 0)); }
        foreach (var node in touched) { (node.Parent, node.Similarity) = ParentOf(node); }
        return touched.Select(node => node.Thread.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The trees: each a matter's threads, earliest first.</summary>
    public IEnumerable<ImmutableArray<DocumentThread>> Trees() => nodes.Values
        .GroupBy(Root)
        .Select(tree => tree.Select(node => node.Thread).Order(Comparer<DocumentThread>.Create(DocumentThread.Compare)).ToImmutableArray());

    private static Node Root(Node node)
    {
        while (node.Parent is { } parent) { node = parent; }
        return node;
    }

    private (Node?, float) ParentOf(Node node)
    {
        Node? best = null;
        var highest = Follows;
        foreach (var other in Candidates(node))
        {
            if (DocumentThread.Compare(other.Thread, node.Thread) >= 0 || TooFar(other.Thread, node.Thread)) { continue; }
            var similarity = node.Thread.Theme.Similarity(other.Thread.Theme);
            if (similarity > highest || (similarity == highest && best is not null && DocumentThread.Compare(other.Thread, best.Thread) < 0)) { (best, highest) = (other, similarity); }
        }

        return (best, highest);
    }

    private static bool TooFar(DocumentThread earlier, DocumentThread later) =>
        earlier.Document == later.Document || (earlier.Day is { } from && later.Day is { } to && to.DayNumber - from.DayNumber > MostDaysBetween);

    private HashSet<Node> Candidates(Node node)
    {
        var candidates = new HashSet<Node>();
        foreach (var key in node.Index)
        {
            if (postings.TryGetValue(key, out var posting) && posting.Count <= LongestPosting) { candidates.UnionWith(posting); }
        }

        candidates.Remove(node);
        return candidates;
    }

    private sealed class Node(DocumentThread thread)
    {
        public DocumentThread Thread { get; } = thread;

        public ImmutableArray<string> Index { get; } =
            [.. thread.Keys.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(KeysIndexed).Select(pair => pair.Key)];

        public Node? Parent { get; set; }

        public float Similarity { get; set; }
    }
}
