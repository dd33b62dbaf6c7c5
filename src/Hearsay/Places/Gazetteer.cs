using System.Runtime.InteropServices;
using Hearsay.Models;

namespace Hearsay.Places;

/// <summary>What a place is.</summary>
internal enum PlaceKind : byte
{
    /// <summary>A state or territory.</summary>
    Country,
    /// <summary>A first-level division of a country.</summary>
    Region,
    /// <summary>A town, city or village.</summary>
    City,
}

/// <summary>A place of the gazetteer.</summary>
/// <param name="Id">Its id: <c>iso:UA</c>, <c>geonames:UA.05</c>, <c>geonames:703448</c>.</param>
/// <param name="Name">Its usual English name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Container">Index of the place that directly contains it, -1 for a country.</param>
/// <param name="Population">People who live in it, as far as they were counted.</param>
internal sealed record GazetteerPlace(string Id, string Name, PlaceKind Kind, int Container, int Population);

/// <summary>The world's countries, first-level regions and larger towns with their names in Latin and Cyrillic letters. Immutable.</summary>
/// <remarks>Names are kept as 64-bit hashes, sorted: a name is found by halving, and reading the file makes no object for a name.</remarks>
internal sealed class Gazetteer
{
    /// <summary>Most words of a name.</summary>
    public const int LongestName = 6;

    private const string FileKind = "gazetteer";

    private readonly GazetteerPlace[] places;
    private readonly ulong[] hashes;
    private readonly int[] holders;

    /// <param name="places">Containers before what they contain.</param>
    /// <param name="names">Names with the index of the place that has each; one name may be several places'.</param>
    public Gazetteer(IReadOnlyList<GazetteerPlace> places, IEnumerable<(string Name, int Place)> names)
    {
        this.places = [.. places];
        var sorted = names.Select(name => (Hash: HashOf(name.Name), name.Place)).Distinct().OrderBy(name => name.Hash).ThenBy(name => name.Place).ToList();
        hashes = [.. sorted.Select(name => name.Hash)];
        holders = [.. sorted.Select(name => name.Place)];
    }

    private Gazetteer(GazetteerPlace[] places, ulong[] hashes, int[] holders)
    {
        this.places = places;
        this.hashes = hashes;
        this.holders = holders;
    }

    /// <summary>A gazetteer that knows no place.</summary>
    public static Gazetteer Empty { get; } = new([], [], []);

    /// <summary>Number of places.</summary>
    public int Count => places.Length;

    /// <summary>Number of names.</summary>
    public int Names => hashes.Length;

    /// <summary>The place of an index.</summary>
    public GazetteerPlace this[int place] => places[place];

    /// <summary>The places that have a name, by the hash that <see cref="HashOf(ReadOnlySpan{char})"/> gives; none for most.</summary>
    public ReadOnlySpan<int> Find(ulong hash)
    {
        var at = hashes.AsSpan().BinarySearch(hash);
        if (at < 0) { return []; }
        var (first, end) = (at, at + 1);
        while (first > 0 && hashes[first - 1] == hash) { first--; }
        while (end < hashes.Length && hashes[end] == hash) { end++; }
        return holders.AsSpan(first, end - first);
    }

    /// <summary>The places that have a name.</summary>
    public ReadOnlySpan<int> Find(ReadOnlySpan<char> name) => Find(HashOf(name));

    /// <summary>Hash of a name: case, the kind of apostrophe, and how wide the space between words is make no difference (FNV-1a, 64 bits).</summary>
    public static ulong HashOf(ReadOnlySpan<char> name)
    {
        var hash = new NameHash();
        hash.Add(name);
        return hash.Value;
    }

    /// <summary>The country that holds a place, or is it.</summary>
    public int CountryOf(int place)
    {
        while (places[place].Container >= 0) { place = places[place].Container; }
        return place;
    }

    /// <summary>True where <paramref name="container"/> is <paramref name="place"/> or holds it.</summary>
    public bool IsWithin(int place, int container)
    {
        for (; place >= 0; place = places[place].Container)
        {
            if (place == container) { return true; }
        }

        return false;
    }

    /// <summary>Reads what <see cref="Save"/> wrote; where there is no such file, no place is known.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static Gazetteer Load(string path) => File.Exists(path) ? ModelFile.Read(path, FileKind, ReadFrom).Model : Empty;

    /// <summary>Writes the file; the same places give the same bytes.</summary>
    public void Save(string path) => ModelFile.Write(path, FileKind, WriteTo);

    private void WriteTo(BinaryWriter writer)
    {
        writer.Write(places.Length);
        foreach (var place in places) { writer.Write(place.Id); }
        foreach (var place in places) { writer.Write(place.Name); }
        foreach (var place in places) { writer.Write((byte)place.Kind); }
        foreach (var place in places) { writer.Write(place.Container); }
        foreach (var place in places) { writer.Write(place.Population); }
        writer.Write(hashes.Length);
        writer.Write(MemoryMarshal.AsBytes(hashes.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(holders.AsSpan()));
    }

    private static Gazetteer ReadFrom(BinaryReader reader)
    {
        var ids = Strings(reader.ReadInt32());
        var names = Strings(ids.Length);
        var kinds = reader.ReadBytes(ids.Length);
        var containers = Numbers<int>(ids.Length);
        var populations = Numbers<int>(ids.Length);
        var places = new GazetteerPlace[ids.Length];
        for (var i = 0; i < places.Length; i++) { places[i] = new GazetteerPlace(ids[i], names[i], (PlaceKind)kinds[i], containers[i], populations[i]); }
        var count = reader.ReadInt32();
        return new Gazetteer(places, Numbers<ulong>(count), Numbers<int>(count));

        string[] Strings(int number)
        {
            var strings = new string[number];
            for (var i = 0; i < number; i++) { strings[i] = reader.ReadString(); }
            return strings;
        }

        T[] Numbers<T>(int number) where T : unmanaged
        {
            var numbers = new T[number];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
            return numbers;
        }
    }
}

/// <summary>Hashes a name piece by piece.</summary>
internal struct NameHash()
{
    private ulong hash = 0xCBF29CE484222325;
    private bool spaced;

    public readonly ulong Value => hash;

    /// <summary>Adds characters; white space between them counts as one space, at the ends as none.</summary>
    public void Add(ReadOnlySpan<char> characters)
    {
        foreach (var c in characters)
        {
            if (char.IsWhiteSpace(c)) { spaced = true; continue; }
            if (spaced && hash != 0xCBF29CE484222325) { Add(' '); }
            spaced = false;
            Add(c is '’' or 'ʼ' or '`' ? '\'' : char.ToLowerInvariant(c));
        }
    }

    private void Add(char c)
    {
        unchecked { hash = (hash ^ c) * 0x100000001B3; }
    }
}
