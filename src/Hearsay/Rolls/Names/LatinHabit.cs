using System.Collections.Frozen;

namespace Hearsay.Rolls.Names;

/// <summary>How writers of one language, or by one rule, use Latin letters: groups of letters and the sounds that they stand for.</summary>
internal sealed class LatinHabit
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> anywhere;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> atStart;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> atEnd;
    private readonly FrozenDictionary<char, string> common;
    private readonly string[] cues;
    private readonly int longest;
    private readonly bool always;

    private LatinHabit(string name, Dictionary<string, string> groups, string[] cues, FrozenDictionary<char, string> common)
    {
        always = name == "english";
        this.common = common;
        anywhere = groups.Where(group => group.Key[0] != '^' && group.Key[^1] != '$').ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();
        atStart = groups.Where(group => group.Key[0] == '^').ToFrozenDictionary(group => group.Key[1..], group => group.Value).GetAlternateLookup<ReadOnlySpan<char>>();
        atEnd = groups.Where(group => group.Key[^1] == '$').ToFrozenDictionary(group => group.Key[..^1], group => group.Value).GetAlternateLookup<ReadOnlySpan<char>>();
        this.cues = cues;
        longest = groups.Keys.Max(group => group.Trim('^', '$').Length);
    }

    /// <summary>The habits of the table, the commonest first; English, which is what most rules of transliteration follow, applies to every word.</summary>
    public static LatinHabit[] Load(IEnumerable<string> lines)
    {
        var sections = new List<(string Name, Dictionary<string, string> Groups, List<string> Cues)>();
        foreach (var line in lines)
        {
            if (line[0] == '[') { sections.Add((line.Trim('[', ']'), [], [])); continue; }
            var cells = line.Split(' ');
            if (cells[0] == "?") { sections[^1].Cues.AddRange(cells[1..]); continue; }
            sections[^1].Groups[cells[0]] = cells[1] == "-" ? "" : cells[1];
        }

        var common = sections[0].Groups.ToFrozenDictionary(group => group.Key[0], group => group.Value);
        return [.. sections.Skip(1).Select(section => new LatinHabit(section.Name, section.Groups, [.. section.Cues], common))];
    }

    /// <summary>True where something in the word suggests this habit.</summary>
    public bool AppliesTo(string word) => always || cues.Any(cue => cue[0] == '^' ? word.AsSpan().StartsWith(cue.AsSpan(1), StringComparison.Ordinal)
        : cue[^1] == '$' ? word.AsSpan().EndsWith(cue.AsSpan(0, cue.Length - 1), StringComparison.Ordinal) : word.Contains(cue, StringComparison.Ordinal));

    /// <summary>Writes the word's sounds into <paramref name="sounds"/>, which has room for three a letter, and gives their number.</summary>
    public int Read(ReadOnlySpan<char> word, Span<char> sounds)
    {
        var written = 0;
        for (var at = 0; at < word.Length;)
        {
            var (length, read) = Next(word, at);
            read.CopyTo(sounds[written..]);
            written += read.Length;
            at += length;
        }

        return written;
    }

    private (int Length, string Sounds) Next(ReadOnlySpan<char> word, int at)
    {
        for (var length = Math.Min(longest, word.Length - at); length > 0; length--)
        {
            var group = word.Slice(at, length);
            if ((at == 0 && atStart.TryGetValue(group, out var sounds))
                || (at + length == word.Length && atEnd.TryGetValue(group, out sounds))
                || anywhere.TryGetValue(group, out sounds))
            {
                return (length, sounds);
            }
        }

        return (1, common.GetValueOrDefault(word[at]) ?? common.GetValueOrDefault(Sounds.WithoutMarks(word[at])) ?? "");
    }
}
