using System.Collections.Immutable;
using Hearsay.Places;

namespace Hearsay.Packs;

/// <summary>What the engine knows of a domain: words, parties, outlets, as reviewed data. Immutable; one serves all threads.</summary>
public sealed partial class DomainPack
{
    private readonly Lazy<Gazetteer> places;

    private DomainPack(string directory)
    {
        Directory = directory;
        Cues = ReadCues(directory);
        Sources = SourceWords.Read(Path.Combine(directory, "sources.yml"));
        Facts = FactWords.Read(Path.Combine(directory, "facts.yml"));
        Parties = PartyLexicon.Read(directory);
        Events = EventLexicon.Read(Path.Combine(directory, "events.yml"));
        places = new Lazy<Gazetteer>(() => Gazetteer.Load(Path.Combine(directory, "places.gazetteer")));
        Beginnings = KnownBeginning.Read(Path.Combine(directory, "chronology.yml"));
        fingerprint = new Lazy<string>(() => FingerprintOf(directory));
        Furniture = FurnitureWording.Load(Path.Combine(directory, "furniture.yml"));
    }

    /// <summary>The folder that the pack was read from.</summary>
    public string Directory { get; }

    /// <summary>The wording of page furniture.</summary>
    internal FurnitureWording Furniture { get; }

    /// <summary>The parties and what they are called.</summary>
    internal PartyLexicon Parties { get; }

    /// <summary>Beginnings that everybody counts from.</summary>
    internal ImmutableArray<KnownBeginning> Beginnings { get; }

    /// <summary>The world's places; none where the pack has no <c>places.gazetteer</c>. Read when first asked for.</summary>
    internal Gazetteer Places => places.Value;

    /// <summary>What happens to prisoners, and the words that tell it.</summary>
    internal EventLexicon Events { get; }

    /// <summary>Reads a pack from its folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static DomainPack Load(string directory)
    {
        if (!System.IO.Directory.Exists(directory))
        {
            throw new DirectoryNotFoundException($"No pack at '{directory}'. A pack is a folder of YAML files; the captivity pack lies beside the hearsay command.");
        }

        return new DomainPack(directory);
    }
}
