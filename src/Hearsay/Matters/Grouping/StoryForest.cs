using System.Collections.Immutable;

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

    private readonly IThreadStore? store;
    private readonly HashSet<string> removed;
    private readonly Dictionary<string, Node> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, Posting> postings = [];
    private readonly Dictionary<ulong, bool> lives = [];

    /// <summary>A forest that takes up where an earlier one ended.</summary>
    /// <param name="store">The threads that are there; null where there are none.</param>
    /// <param name="removed">Ids of those among them that are there no more.</param>
    public StoryForest(IThreadStore? store = null, IEnumerable<string>? removed = null) => (this.store, this.removed) = (store, new HashSet<string>(removed ?? [], StringComparer.Ordinal));

    /// <summary>Adds threads, takes the removed ones out, and finds whom the added follow, and who now follows another than before. Once in a forest's life.</summary>
    /// <returns>Ids of the added threads, and of those that now follow another.</returns>
    public IReadOnlySet<string> Change(IEnumerable<DocumentThread> threads)
    {
        var added = new HashSet<Node>();
        foreach (var thread in threads)
        {
            var node = new Node(new KeptThread(thread.Id, thread.Document, thread.Day, thread.Statements.Length, null, new Lazy<ImmutableArray<ulong>>(IndexOf(thread)), new Lazy<DocumentThread>(thread)));
            if (!nodes.TryAdd(thread.Id, node)) { continue; }
            added.Add(node);
            foreach (var key in node.Kept.Index.Value) { PostingOf(key).Holders.Add(node); }
        }

        var sought = new HashSet<Node>(added);
        foreach (var id in removed)
        {
            foreach (var key in store!.Find(id).Index.Value) { PostingOf(key); }
            sought.UnionWith(store.Followers(id).Where(follower => !removed.Contains(follower.Id)).Select(NodeOf));
        }

        foreach (var posting in postings.Values.Where(posting => posting.IsLive != posting.WasLive).ToList())
        {
            // A key that falls silent matters only to those who found whom they follow by it; one that speaks again, to all who hold it.
            sought.UnionWith(posting.IsLive ? posting.Holders : posting.Holders.Where(holder => !sought.Contains(holder) && holder.Parent is { } parent && !ShareKey(holder, NodeOf(parent))));
        }

        var moved = added.Select(node => node.Kept.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var node in added)
        {
            foreach (var other in Candidates(node).Where(other => !sought.Contains(other) && Compare(node, other) < 0))
            {
                if (IsBetter(node, other)) { Move(other, node, moved); }
            }
        }

        foreach (var node in sought) { Move(node, ParentOf(node), moved); }
        return moved;
    }

    /// <summary>Takes in threads that are there, so that <see cref="Trees"/> has them.</summary>
    public void Load(KeptThread kept)
    {
        if (!removed.Contains(kept.Id)) { NodeOf(kept); }
    }

    /// <summary>The trees of all threads that were added or loaded: each a matter's threads by id, earliest first. The threads that they follow must have been loaded, too.</summary>
    public IEnumerable<ImmutableArray<string>> Trees(Func<string, bool>? among = null) => nodes.Values.Where(node => among is null || among(node.Kept.Id))
        .GroupBy(Root)
        .Select(tree => tree.Order(Comparer<Node>.Create(Compare)).Select(node => node.Kept.Id).ToImmutableArray());

    /// <summary>A thread that was added or loaded, as it was kept before.</summary>
    public KeptThread this[string id] => nodes[id].Kept;

    /// <summary>Id of the thread that a thread now follows, or null.</summary>
    public string? ParentOf(string id) => nodes[id].Parent;

    /// <summary>Hashes of the keys that a thread is looked up by.</summary>
    public static ImmutableArray<ulong> IndexOf(DocumentThread thread) =>
        [.. thread.Keys.Where(pair => Theme.IsParticular(pair.Key, pair.Value)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(KeysIndexed).Select(pair => Hash(pair.Key)).Distinct()];

    /// <summary>The order of threads: earlier ones first, undated ones last.</summary>
    public static int Compare(KeptThread left, KeptThread right)
    {
        var order = (left.Day ?? DateOnly.MaxValue).CompareTo(right.Day ?? DateOnly.MaxValue);
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }

    private static int Compare(Node left, Node right) => Compare(left.Kept, right.Kept);

    private static void Move(Node node, Node? parent, HashSet<string> moved)
    {
        if (node.Parent == parent?.Kept.Id) { return; }
        node.Parent = parent?.Kept.Id;
        moved.Add(node.Kept.Id);
    }

    private Node NodeOf(KeptThread kept)
    {
        if (!nodes.TryGetValue(kept.Id, out var node)) { nodes[kept.Id] = node = new Node(kept); }
        return node;
    }

    private Node NodeOf(string id) => nodes.TryGetValue(id, out var node) ? node : NodeOf(store!.Find(id));

    private Posting PostingOf(ulong key)
    {
        if (!postings.TryGetValue(key, out var posting))
        {
            List<KeptThread> holders = store is null ? [] : [.. store.Holders(key, LongestPosting + 1 + removed.Count)];
            postings[key] = posting = new Posting([.. holders.Where(holder => !removed.Contains(holder.Id)).Select(NodeOf)], holders.Count <= LongestPosting);
        }

        return posting;
    }

    private bool IsLive(ulong key)
    {
        if (postings.TryGetValue(key, out var posting)) { return posting.IsLive; }
        if (!lives.TryGetValue(key, out var isLive)) { lives[key] = isLive = store!.Count(key, LongestPosting + 1) <= LongestPosting; }
        return isLive;
    }

    private bool ShareKey(Node left, Node right) => left.Kept.Index.Value.Any(key => right.Kept.Index.Value.Contains(key) && IsLive(key));

    private Node Root(Node node)
    {
        while (node.Parent is { } parent) { node = nodes[parent]; }
        return node;
    }

    // The similarity with which one thread may follow another; zero where it may not.
    private static float Similarity(Node earlier, Node later)
    {
        if (Compare(earlier, later) >= 0 || TooFar(earlier.Kept, later.Kept)) { return 0; }
        var (mine, its) = (later.Kept.Thread.Value.Theme, earlier.Kept.Thread.Value.Theme);
        if (mine.SharedParticulars(its) < SharedParticulars) { return 0; }
        var similarity = mine.Similarity(its);
        return similarity > Follows ? similarity : 0;
    }

    // Whether an earlier thread is one to follow rather than the one that is followed now.
    private bool IsBetter(Node earlier, Node later)
    {
        var similarity = Similarity(earlier, later);
        if (similarity == 0 || later.Parent is not { } parent) { return similarity > 0; }
        var known = NodeOf(parent);
        var highest = Similarity(known, later);
        return similarity > highest || (similarity == highest && Compare(earlier, known) < 0);
    }

    private Node? ParentOf(Node node)
    {
        Node? best = null;
        var highest = 0f;
        foreach (var other in Candidates(node))
        {
            var similarity = Similarity(other, node);
            if (similarity > highest || (similarity == highest && best is not null && Compare(other, best) < 0)) { (best, highest) = (other, similarity); }
        }

        return best;
    }

    private static bool TooFar(KeptThread earlier, KeptThread later) =>
        earlier.Document == later.Document || (earlier.Day is { } from && later.Day is { } to && to.DayNumber - from.DayNumber > MostDaysBetween);

    private HashSet<Node> Candidates(Node node)
    {
        var candidates = new HashSet<Node>();
        foreach (var key in node.Kept.Index.Value)
        {
            if (IsLive(key)) { candidates.UnionWith(PostingOf(key).Holders); }
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

    private sealed class Node(KeptThread kept)
    {
        public KeptThread Kept { get; } = kept;

        public string? Parent { get; set; } = kept.Parent;
    }

    private sealed record Posting(List<Node> Holders, bool WasLive)
    {
        public bool IsLive => Holders.Count <= LongestPosting;
    }
}
