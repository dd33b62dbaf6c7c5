using System.Collections.Frozen;

namespace Hearsay.Matters.Text;

/// <summary>Lists of words by name, from a text file that is reviewed by hand: a list a line or several, its name, a colon, its words; lines that begin with # are for people.</summary>
internal sealed class WordLists
{
    private readonly FrozenDictionary<string, FrozenSet<string>> lists;

    private WordLists(string file)
    {
        var read = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(WordLists).Assembly.GetManifestResourceStream(file)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)) { continue; }
            if (!read.TryGetValue(line[..colon], out var words)) { read[line[..colon]] = words = new HashSet<string>(StringComparer.OrdinalIgnoreCase); }
            words.UnionWith(line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        lists = read.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
    }

    /// <summary>Who people are by trade, kin or place, and how it is said that somebody keeps his name back.</summary>
    public static readonly WordLists People = new("people.txt");

    /// <summary>How a text says that it could not check something.</summary>
    public static readonly WordLists Checking = new("checking.txt");

    /// <summary>What negates, and how far.</summary>
    public static readonly WordLists Negation = new("negation.txt");

    /// <summary>How a text says that two say the same.</summary>
    public static readonly WordLists Agreement = new("agreement.txt");

    /// <summary>How reports are passed on.</summary>
    public static readonly WordLists Carrying = new("carrying.txt");

    /// <summary>How a figure is said to be somebody’s.</summary>
    public static readonly WordLists Crediting = new("crediting.txt");

    /// <summary>What a day may belong to, and what tells one act from another.</summary>
    public static readonly WordLists Acts = new("acts.txt");

    /// <summary>Nouns for people as they are counted.</summary>
    public static readonly WordLists Counted = new("counted-people.txt");

    /// <summary>The words of a list; upper and lower case are one.</summary>
    /// <exception cref="KeyNotFoundException">The file has no such list.</exception>
    public FrozenSet<string> this[string list] => lists[list];
}
