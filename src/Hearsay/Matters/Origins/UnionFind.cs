namespace Hearsay.Matters.Origins;

/// <summary>Sets of names that are held to be one, each with the reasons. The least name in ordinal order stands for its set, so the order of unions does not show.</summary>
internal sealed class UnionFind
{
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string, string), string> reasons = [];
    private readonly List<(string, string)> parted = [];

    /// <summary>The name that stands for the set of <paramref name="name"/>.</summary>
    public string Find(string name)
    {
        while (parents.TryGetValue(name, out var parent)) { name = parent; }
        return name;
    }

    /// <summary>Holds two names to be different: unions that would make them one are left out from now on.</summary>
    public void Part(string left, string right) => parted.Add((left, right));

    /// <summary>Holds two names to be one, unless that would join what was parted.</summary>
    public void Union(string left, string right, string why)
    {
        if (left == right || parted.Exists(pair => Joins(pair, Find(left), Find(right)))) { return; }
        var pair = string.CompareOrdinal(left, right) < 0 ? (left, right) : (right, left);
        if (!reasons.TryGetValue(pair, out var known) || string.CompareOrdinal(why, known) < 0) { reasons[pair] = why; }
        var (a, b) = (Find(left), Find(right));
        if (a == b) { return; }
        if (string.CompareOrdinal(a, b) < 0) { parents[b] = a; } else { parents[a] = b; }
    }

    private bool Joins((string One, string Other) pair, string left, string right) =>
        (Find(pair.One), Find(pair.Other)) is var (one, other) && ((one == left && other == right) || (one == right && other == left));

    /// <summary>Why the names of a set are held to be one, sorted.</summary>
    public IEnumerable<string> Reasons(string name)
    {
        var root = Find(name);
        return reasons.Where(reason => Find(reason.Key.Item1) == root).Select(reason => reason.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }
}
