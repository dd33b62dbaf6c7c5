using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Hearsay.Matters.Grouping;

/// <summary>
/// Joins threads to matters. Each thread follows the most similar among the earlier ones, if that is similar enough; a tree is a matter.
/// Whom a thread follows depends on the set of threads alone, so neither the order nor the batching of documents matters.
/// </summary>
/// <remarks>
/// This is first-story detection (Allan, Lavrenko and Jin 2000) with publication days in place of arrival. Candidates come from an index of the weightiest names, numbers and days;
/// a key that more than <see cref="LongestPosting"/> threads hold tells nothing and yields none, which bounds the work of every thread.
/// </remarks>
internal sealed class StoryForest
{
    /// <summary>Cosine from which one thread follows another.</summary>
    public const float Follows = 0.22f;

    /// <summary>Names, numbers and days that two threads must share: the same words alone are the same kind of story.</summary>
    public const int SharedParticulars = 2;

    /// <summary>A key that more threads hold is not looked up.</summary>
    public const int LongestPosting = 128;

    /// <summary>How many of a thread's keys are looked up.</summary>
    public const int KeysIndexed = 14;

    /// <summary>A thread follows none that is older than this.</summary>
    public const int MostDaysBetween = 60;

    private readonly Dictionary<string, Node> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<Node>> postings = [];

    /// <summary>A thread as it was kept, with the one that it follows. The thread itself is made when it is first compared.</summary>
    /// <param name="Id">The thread's id.</param>
    /// <param name="Document">SHA-256 of its document.</param>
    /// <param name="Day">Its day.</param>
    /// <param name="Index">Hashes of the keys that it is looked up by.</param>
    /// <param name="Parent">Id of the thread that it follows, or null.</param>
    /// <param name="Thread">The thread.</param>
    internal sealed record Kept(string Id, string Document, DateOnly? Day, ImmutableArray<ulong> Index, string? Parent, Lazy<DocumentThread> Thread);

    /// <summary>Takes up where an earlier forest ended.</summary>
    public static StoryForest Restore(IEnumerable<Kept> kept)
    {
        var forest = new StoryForest();
        var parents = new List<(Node, string)>();
        foreach (var one in kept)
        {
            var node = new Node(one.Id, one.Document, one.Day, one.Index, one.Thread);
            forest.nodes.Add(one.Id, node);
            foreach (var key in node.Index) { forest.Post(key, node); }
            if (one.Parent is { } parent) { parents.Add((node, parent)); }
        }

        foreach (var (node, parent) in parents) { node.Parent = forest.nodes[parent]; }
        return forest;
    }

    /// <summary>Adds threads and finds whom they follow, and who now follows them.</summary>
    /// <returns>Ids of the threads whose place may have changed, the new ones among them.</returns>
    public IReadOnlySet<string> Add(IEnumerable<DocumentThread> threads)
    {
        var touched = new HashSet<Node>();
        var added = new List<Node>();
        foreach (var thread in threads)
        {
            if (nodes.ContainsKey(thread.Id)) { continue; }
            var node = new Node(thread.Id, thread.Document, thread.Day, IndexOf(thread), new Lazy<DocumentThread>(thread));
            nodes.Add(thread.Id, node);
            added.Add(node);
            touched.Add(node);
            foreach (var key in node.Index)
            {
                // A key that has just become too frequent falls silent for all who hold it.
                if (Post(key, node) is { Count: LongestPosting + 1 } silenced) { touched.UnionWith(silenced); }
            }
        }

        // Those who may now follow a new thread are among its candidates.
        foreach (var node in added) { touched.UnionWith(Candidates(node).Where(other => Compare(node, other) < 0)); }
        foreach (var node in touched) { node.Parent = ParentOf(node); }
        return touched.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The trees: each a matter's threads by id, earliest first.</summary>
    public IEnumerable<ImmutableArray<string>> Trees() => nodes.Values
        .GroupBy(Root)
        .Select(tree => tree.Order(Comparer<Node>.Create(Compare)).Select(node => node.Id).ToImmutableArray());

    /// <summary>A thread.</summary>
    public DocumentThread Thread(string id) => nodes[id].Thread.Value;

    /// <summary>Id of the thread that a thread follows, or null.</summary>
    public string? ParentOf(string id) => nodes[id].Parent?.Id;

    /// <summary>Hashes of the keys that a thread is looked up by.</summary>
    public static ImmutableArray<ulong> IndexOf(DocumentThread thread) =>
        [.. thread.Keys.Where(pair => Theme.IsParticular(pair.Key, pair.Value)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(KeysIndexed).Select(pair => Hash(pair.Key)).Distinct()];

    private List<Node> Post(ulong key, Node node)
    {
        ref var posting = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, key, out _);
        posting ??= [];
        posting.Add(node);
        return posting;
    }

    private static Node Root(Node node)
    {
        while (node.Parent is { } parent) { node = parent; }
        return node;
    }

    private Node? ParentOf(Node node)
    {
        Node? best = null;
        var highest = Follows;
        foreach (var other in Candidates(node))
        {
            if (Compare(other, node) >= 0 || TooFar(other, node)) { continue; }
            var (mine, its) = (node.Thread.Value.Theme, other.Thread.Value.Theme);
            if (mine.SharedParticulars(its) < SharedParticulars) { continue; }
            var similarity = mine.Similarity(its);
            if (similarity > highest || (similarity == highest && best is not null && Compare(other, best) < 0)) { (best, highest) = (other, similarity); }
        }

        return best;
    }

    private static bool TooFar(Node earlier, Node later) =>
        earlier.Document == later.Document || (earlier.Day is { } from && later.Day is { } to && to.DayNumber - from.DayNumber > MostDaysBetween);

    // Earlier threads first, undated ones last.
    private static int Compare(Node left, Node right)
    {
        var order = (left.Day ?? DateOnly.MaxValue).CompareTo(right.Day ?? DateOnly.MaxValue);
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }

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

    // FNV-1a, so that a kept index means the same on every machine.
    private static ulong Hash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key) { hash = unchecked((hash ^ c) * 1099511628211UL); }
        return hash;
    }

    private sealed class Node(string id, string document, DateOnly? day, ImmutableArray<ulong> index, Lazy<DocumentThread> thread)
    {
        public string Id { get; } = id;

        public string Document { get; } = document;

        public DateOnly? Day { get; } = day;

        public ImmutableArray<ulong> Index { get; } = index;

        public Lazy<DocumentThread> Thread { get; } = thread;

        public Node? Parent { get; set; }
    }
}
