using System.Collections.Frozen;
using System.Globalization;
using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Facts;

/// <summary>Military ranks in several languages: <c>ranks.txt</c>.</summary>
internal static class RankNames
{
    private const int MaxPhrases = 32;
    private static readonly (FrozenDictionary<string, (int Line, int Step)> Ranks, FrozenDictionary<string, string> Short) Table = Load();

    /// <summary>True where the text is a rank of the table.</summary>
    public static bool IsKnown(string text) => Find(text) is not null;

    /// <summary>A rank as it is compared; one that the table lacks by its sounds.</summary>
    public static FactValue Of(string text) => Find(text) is { } rank ? new FactValue([(ulong)rank.Line], 1, (ulong)rank.Step)
        : FactWords.Split(text) is { Count: > 0 } words ? new FactValue([FactWords.KeyOf(string.Concat(words.SelectMany(word => FactWords.Readings(word).Take(1))))], 2, 0)
        : FactValue.Unknown;

    private static (int Line, int Step)? Find(string text)
    {
        var words = FactWords.Split(text);
        if (words.Count is 0 or > 5) { return null; }
        foreach (var phrase in Phrases([.. words.Select(word => Table.Short.GetValueOrDefault(word, word))]))
        {
            if (Table.Ranks.TryGetValue(phrase, out var rank)) { return rank; }
        }

        return null;
    }

    // Every way to read the words, one reading of each.
    private static List<string> Phrases(string[] words)
    {
        var phrases = new List<string> { "" };
        foreach (var word in words)
        {
            phrases = [.. phrases.SelectMany(_ => FactWords.Readings(word), (phrase, reading) => phrase.Length == 0 ? reading : $"{phrase} {reading}").Take(MaxPhrases)];
        }

        return phrases;
    }

    private static (FrozenDictionary<string, (int Line, int Step)>, FrozenDictionary<string, string>) Load()
    {
        var (ranks, abbreviations) = (new Dictionary<string, (int, int)>(), new Dictionary<string, string>());
        var (line, isShort) = (0, false);
        foreach (var written in NameData.Lines("ranks.txt", "Facts"))
        {
            if (written[0] == '=') { isShort = true; continue; }
            var space = written.IndexOf(' ', StringComparison.Ordinal);
            if (isShort) { abbreviations[written[..space].Replace("-", "", StringComparison.Ordinal)] = written[(space + 1)..]; continue; }
            var step = int.Parse(written[..space], CultureInfo.InvariantCulture);
            line++;
            foreach (var form in written[space..].Split(',', StringSplitOptions.TrimEntries))
            {
                foreach (var phrase in Phrases([.. FactWords.Split(form)])) { ranks.TryAdd(phrase, (line, step)); }
            }
        }

        return (ranks.ToFrozenDictionary(), abbreviations.ToFrozenDictionary());
    }
}
