using System.Collections.Frozen;

namespace Hearsay.Packs;

/// <summary>Lemmas of a pack, some of several words ("hand over"), of which the others follow shortly behind the first.</summary>
internal sealed class WordList
{
    private readonly FrozenDictionary<string, string[][]> words;

    public WordList(IEnumerable<string> entries) =>
        words = entries.Select(entry => entry.Split(' ')).GroupBy(parts => parts[0], parts => parts[1..])
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>True where it holds nothing.</summary>
    public bool IsEmpty => words.Count == 0;

    /// <summary>For each entry that begins with a lemma, what must follow; nothing where none does. An entry of one word needs nothing.</summary>
    public ReadOnlySpan<string[]> Rests(string lemma) => words.TryGetValue(lemma, out var rests) ? rests : [];
}
