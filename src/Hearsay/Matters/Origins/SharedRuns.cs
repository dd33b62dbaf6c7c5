using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Hearsay.Matters.Origins;

/// <summary>Which passages share a run of words that are hardly the same by chance: passages in groups, each of all that hold one run.</summary>
/// <remarks>The runs of one sentence mostly have the same holders, and then make one group; no pairs are kept, so that a hundred copies of a text cost a hundred entries.</remarks>
internal sealed class SharedRuns
{
    private const int RunOfWords = 6;
    private const int MostHolders = 300; // of one run

    private readonly Dictionary<Passage, List<int>> groupsOf = [];
    private readonly List<ImmutableArray<Passage>> groups = [];

    /// <param name="passages">The passages; groups keep their order.</param>
    public SharedRuns(ImmutableArray<Passage> passages)
    {
        var holders = new Dictionary<ulong, List<int>>();
        for (var place = 0; place < passages.Length; place++)
        {
            for (var i = 0; i + RunOfWords <= passages[place].Words.Length; i++)
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, Hash(passages[place], i), out _);
                list ??= [];
                if (list.Count < MostHolders && (list.Count == 0 || list[^1] != place)) { list.Add(place); }
            }
        }

        foreach (var list in holders.Values.Where(list => list.Count > 1).Distinct(new SamePlaces()))
        {
            foreach (var place in list)
            {
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(groupsOf, passages[place], out _);
                (known ??= []).Add(groups.Count);
            }

            groups.Add([.. list.Select(place => passages[place])]);
        }
    }

    /// <summary>The groups that a passage is in, in ascending order.</summary>
    public IReadOnlyList<int> GroupsOf(Passage passage) => groupsOf.TryGetValue(passage, out var known) ? known : [];

    /// <summary>The passages of a group.</summary>
    public ImmutableArray<Passage> this[int group] => groups[group];

    /// <summary>True where two passages are in one group.</summary>
    public bool Share(Passage left, Passage right)
    {
        if (left == right || !groupsOf.TryGetValue(left, out var mine) || !groupsOf.TryGetValue(right, out var its)) { return false; }
        for (int i = 0, j = 0; i < mine.Count && j < its.Count;)
        {
            if (mine[i] == its[j]) { return true; }
            if (mine[i] < its[j]) { i++; } else { j++; }
        }

        return false;
    }

    /// <summary>True where two passages share a run.</summary>
    public static bool AreShared(Passage left, Passage right) => new SharedRuns([left, right]).Share(left, right);

    // FNV-1a over the words.
    private static ulong Hash(Passage passage, int start)
    {
        var hash = 14695981039346656037UL;
        for (var i = start; i < start + RunOfWords; i++)
        {
            foreach (var c in passage.Words[i].Lower)
            {
                hash = unchecked((hash ^ c) * 1099511628211UL);
            }

            hash = unchecked((hash ^ ' ') * 1099511628211UL);
        }

        return hash;
    }

    private sealed class SamePlaces : IEqualityComparer<List<int>>
    {
        public bool Equals(List<int>? x, List<int>? y) => x is not null && y is not null && x.SequenceEqual(y);

        public int GetHashCode(List<int> list)
        {
            var hash = new HashCode();
            foreach (var place in list) { hash.Add(place); }
            return hash.ToHashCode();
        }
    }
}
