using System.Collections.Frozen;

namespace Hearsay.Places;

/// <summary>Which countries may each call a town theirs (<c>disputed-countries.txt</c>).</summary>
internal static class DisputedGround
{
    private static readonly FrozenDictionary<string, int[]> Groups = Load();

    /// <summary>True where some ground is disputed between two countries, or the one is a territory of the other.</summary>
    /// <param name="one">Id in the gazetteer.</param>
    /// <param name="other">Likewise.</param>
    public static bool IsBetween(string one, string other) => Groups.TryGetValue(one, out var mine) && Groups.TryGetValue(other, out var its) && mine.Intersect(its).Any();

    private static FrozenDictionary<string, int[]> Load()
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(DisputedGround).Assembly.GetManifestResourceStream("disputed-countries.txt")!);
        for (var group = 0; reader.ReadLine() is { } line; group++)
        {
            if (line.StartsWith('#')) { continue; }
            foreach (var id in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!groups.TryGetValue(id, out var known)) { groups[id] = known = []; }
                known.Add(group);
            }
        }

        return groups.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}
