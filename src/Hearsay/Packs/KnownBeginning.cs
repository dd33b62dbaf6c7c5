using System.Collections.Immutable;
using System.Globalization;

namespace Hearsay.Packs;

/// <summary>A beginning that everybody counts from, from <c>chronology.yml</c>.</summary>
/// <param name="Name">What began, as a reader would say it.</param>
/// <param name="Day">The day.</param>
/// <param name="Nouns">What a length of time that is counted from it stands with ("war").</param>
/// <param name="Parties">Ids of the parties of which a document must name every one.</param>
internal sealed record KnownBeginning(string Name, DateOnly Day, ImmutableArray<string> Nouns, ImmutableArray<string> Parties)
{
    /// <summary>Reads the file; where there is none, nothing is known.</summary>
    /// <exception cref="InvalidDataException">The file does not have the expected form.</exception>
    public static ImmutableArray<KnownBeginning> Read(string file) =>
        File.Exists(file) ? [.. (PackYaml.Read<List<Entry>>(file) ?? []).Select(entry => entry.ToBeginning(file))] : [];

    private sealed class Entry
    {
        public string Name { get; set; } = "";
        public string Day { get; set; } = "";
        public List<string> Nouns { get; set; } = [];
        public List<string> Parties { get; set; } = [];

        public KnownBeginning ToBeginning(string file) => new(
            Name,
            DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new InvalidDataException($"{file}: '{Day}' of {Name} is no day; write it as 2022-02-24."),
            [.. Nouns],
            [.. Parties]);
    }
}
