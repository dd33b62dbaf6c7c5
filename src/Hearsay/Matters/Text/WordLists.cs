using System.Collections.Frozen;

namespace Hearsay.Matters.Text;

/// <summary>Lists of words by name, from a text file of ours that is reviewed by hand: a list a line, its name, a colon and its words in lower case; lines that begin with # are for people.</summary>
internal static class WordLists
{
    /// <summary>The lists of an embedded file.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> Load(string file)
    {
        var lists = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(WordLists).Assembly.GetManifestResourceStream(file)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)) { continue; }
            lists[line[..colon]] = FrozenSet.ToFrozenSet(line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        }

        return lists.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
