using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hearsay.Matters.Text;

/// <summary>Families of words that tell of one thing, whatever their class.</summary>
internal sealed class Deeds
{
    private const int Gap = 2; // words between the parts of "call … off"

    private static readonly Deeds Own = new("deeds.txt");

    /// <summary>What happens on a day and how else it is told of: an exchange by its buses, a capture by a unit that was surrounded. For days alone, since such words say too little of who did what.</summary>
    public static readonly Deeds Occasions = new("occasions.txt");

    /// <summary>Words that tell how sure or how much: doubt, a part, a whole, negation.</summary>
    public static readonly Deeds Degrees = new("degrees.txt");

    private readonly FrozenDictionary<string, ImmutableArray<(string Family, string? Next)>> families;

    private Deeds(string file) => families = Load(file);

    /// <summary>The families of deeds that words belong to, so that "called off the swap" and "no refusal on our part" are seen to be about one.</summary>
    public static HashSet<string> Of(IReadOnlyList<string> stems) => Own.In(stems);

    /// <summary>The families of deeds of a text's words.</summary>
    public static HashSet<string> Of(string text) => Own.In(text);

    /// <summary>The families that words belong to.</summary>
    /// <param name="stems">Stems in text order (<see cref="Stemmer"/>).</param>
    public HashSet<string> In(IReadOnlyList<string> stems)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < stems.Count; i++)
        {
            if (!families.TryGetValue(stems[i], out var entries)) { continue; }
            foreach (var (family, rest) in entries)
            {
                if (rest is null || Follows(stems, i, rest)) { found.Add(family); }
            }
        }

        return found;
    }

    /// <summary>The families of a text's words.</summary>
    public HashSet<string> In(string text) => In([.. WordScanner.Scan(text, new TextSpan(0, text.Length)).Select(word => Stemmer.Stem(word.Lower))]);

    private static bool Follows(IReadOnlyList<string> stems, int at, string rest)
    {
        for (var i = at + 1; i < Math.Min(stems.Count, at + Gap + 2); i++)
        {
            if (stems[i] == rest) { return true; }
        }

        return false;
    }

    private static FrozenDictionary<string, ImmutableArray<(string Family, string? Next)>> Load(string file)
    {
        var families = new Dictionary<string, HashSet<(string Family, string? Next)>>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(Deeds).Assembly.GetManifestResourceStream(file)!);
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
