using System.Collections.Frozen;
using System.Globalization;

namespace Hearsay.Matters.Text;

/// <summary>How telling a word is: the logarithm of how few news articles use it (Spärck Jones 1972). Fixed, so that one document's weights never depend on another's.</summary>
internal static class WordWeights
{
    /// <summary>Weight of a word that next to no article uses.</summary>
    public const float Rare = 5;

    private static readonly FrozenDictionary<string, float> Weights = Load();

    /// <summary>Weight of a stem, from 0 (in almost every article) to <see cref="Rare"/>.</summary>
    public static float Of(string stem) => Weights.GetValueOrDefault(stem, Rare);

    /// <summary>True where the word is common enough that a capital alone makes no name of it.</summary>
    public static bool IsCommon(string stem) => Weights.ContainsKey(stem);

    private static FrozenDictionary<string, float> Load()
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        using var stream = typeof(WordWeights).Assembly.GetManifestResourceStream("common-words.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) { continue; }
            var blank = line.IndexOf(' ');
            var weight = Math.Min(Rare, MathF.Log(1000f / float.Parse(line.AsSpan(blank + 1), CultureInfo.InvariantCulture)));
            var stem = Stemmer.Stem(line[..blank]);
            weights[stem] = Math.Min(weight, weights.GetValueOrDefault(stem, Rare));
        }

        return weights.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
