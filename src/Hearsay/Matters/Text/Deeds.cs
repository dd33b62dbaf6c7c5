using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hearsay.Matters.Text;

/// <summary>Which deeds words tell of, so that "called off the swap" and "no refusal on our part" are seen to be about one. The families stand in <c>deeds.txt</c>.</summary>
internal static class Deeds
{
    private const int Gap = 2; // words between the parts of "call … off"

    private static readonly FrozenDictionary<string, ImmutableArray<(string Family, string? Next)>> Families = Load();

    /// <summary>The families that words belong to.</summary>
    /// <param name="stems">Stems in text order (<see cref="Stemmer"/>).</param>
    public static HashSet<string> Of(IReadOnlyList<string> stems)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < stems.Count; i++)
        {
            if (!Families.TryGetValue(stems[i], out var entries)) { continue; }
            foreach (var (family, rest) in entries)
            {
                if (rest is null || Follows(stems, i, rest)) { found.Add(family); }
            }
        }

        return found;
    }

    /// <summary>The families of a text's words.</summary>
    public static HashSet<string> Of(string text) => Of([.. WordScanner.Scan(text, new TextSpan(0, text.Length)).Select(word => Stemmer.Stem(word.Lower))]);

    private static bool Follows(IReadOnlyList<string> stems, int at, string rest)
    {
        for (var i = at + 1; i < Math.Min(stems.Count, at + Gap + 2); i++)
        {
            if (stems[i] == rest) { return true; }
        }

        return false;
    }

    private static FrozenDictionary<string, ImmutableArray<(string Family, string? Next)>> Load()
    {
        var families = new Dictionary<string, HashSet<(string Family, string? Next)>>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(Deeds).Assembly.GetManifestResourceStream("deeds.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)) { continue; }
            foreach (var entry in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var blank = entry.IndexOf(' ', StringComparison.Ordinal);
                var stem = Stemmer.Stem(blank < 0 ? entry : entry[..blank]);
                if (!families.TryGetValue(stem, out var known)) { families[stem] = known = []; }
                known.Add((line[..colon], blank < 0 ? null : Stemmer.Stem(entry[(blank + 1)..])));
            }
        }

        return families.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);
    }
}
