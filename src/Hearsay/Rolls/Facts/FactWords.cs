using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Facts;

/// <summary>Cuts what a cell says into words, and words into what they may sound like, so that a table in Cyrillic letters also serves Latin ones.</summary>
internal static class FactWords
{
    private const int MaxText = 120;
    private const int MaxWords = 12;

    /// <summary>The words and numbers of a cell, in lower case; digits and letters that stand together are parted.</summary>
    public static List<string> Split(string text)
    {
        var words = new List<string>();
        var start = 0;
        if (text.Length > MaxText) { text = text[..MaxText]; }
        for (var at = 0; at <= text.Length && words.Count < MaxWords; at++)
        {
            if (at < text.Length && at > start && SameKind(text[at], text[at - 1])) { continue; }
            if (at > start && char.IsLetterOrDigit(text[start])) { words.Add(text[start..at].Replace("'", "", StringComparison.Ordinal).ToLowerInvariant()); }
            start = at;
        }

        return words;
    }

    /// <summary>What a word sounds like, in each way in which it may be read, with sounds that spellings confuse written in one way.</summary>
    public static IEnumerable<string> Readings(string word) => char.IsAsciiDigit(word[0]) ? [word] : Sounds.Read(word).Select(GivenNames.Fold).Where(reading => reading.Length > 0).Distinct();

    /// <summary>A number for a word or phrase.</summary>
    public static ulong KeyOf(string text) => Places.Gazetteer.HashOf(text);

    private static bool SameKind(char one, char other) => (char.IsLetter(one) && char.IsLetter(other)) || (char.IsAsciiDigit(one) && char.IsAsciiDigit(other))
        || (one is '\'' or '’' or 'ʼ' && char.IsLetter(other)) || (other is '\'' or '’' or 'ʼ' && char.IsLetter(one));
}
