using System.Collections.Frozen;

namespace Hearsay.Matters.Text;

/// <summary>Nouns for people (<c>counted-people.txt</c>): whatever the counted are called, they may be the same.</summary>
internal static class CountedPeople
{
    private static readonly FrozenSet<string> Stems = Load();

    /// <summary>True for the stem of a noun for people.</summary>
    public static bool Contains(string stem) => Stems.Contains(stem);

    private static FrozenSet<string> Load()
    {
        using var reader = new StreamReader(typeof(CountedPeople).Assembly.GetManifestResourceStream("counted-people.txt")!);
        return reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(Stemmer.Stem).ToFrozenSet(StringComparer.Ordinal);
    }
}
