using System.Collections.Frozen;

namespace Hearsay.Matters.Text;

/// <summary>Nouns for people (<c>counted-people.txt</c>): whatever the counted are called, they may be the same.</summary>
internal static class CountedPeople
{
    private static readonly FrozenSet<string> Stems = WordLists.Counted["people"].Select(Stemmer.Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for the stem of a noun for people.</summary>
    public static bool Contains(string stem) => Stems.Contains(stem);
}
