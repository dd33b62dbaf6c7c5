using System.Collections.Frozen;

namespace Hearsay.Places;

/// <summary>Words that make a name a region's: "Donetsk Oblast", "the Kherson region".</summary>
internal static class RegionWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = FrozenSet.ToFrozenSet(
        ["oblast", "oblast'", "oblasts", "region", "regions", "province", "krai", "kray", "republic", "governorate", "prefecture", "state", "department", "canton", "voivodeship", "county", "territory"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for such a word.</summary>
    public static bool Has(ReadOnlySpan<char> word) => Words.Contains(word);

    /// <summary>A region's name without the word behind it.</summary>
    public static string Strip(string name) => name.LastIndexOf(' ') is > 0 and var space && Has(name.AsSpan(space + 1)) ? name[..space] : name;
}
