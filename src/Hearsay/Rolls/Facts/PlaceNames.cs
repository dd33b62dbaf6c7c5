using Hearsay.Places;
using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Facts;

/// <summary>
/// Places by their names' skeletons (<see cref="SoundKey"/>), which spellings in all scripts share as nearly as possible, and by the gazetteer, which knows that
/// Kyiv and Kiev are one. A region or district counts only where no town is named.
/// </summary>
/// <param name="gazetteer">The places known.</param>
internal sealed class PlaceNames(Gazetteer gazetteer)
{
    private static readonly HashSet<string> Towns = [.. "м г с смт пгт місто город село селище поселок посёлок хутір хутор city town village of born місце народження".Split(' ')];
    private static readonly HashSet<string> Regions = [.. "обл область області області області р-н р н район району района регіон регион oblast region district raion rayon province краї край республіка республика".Split(' ')];

    /// <summary>A place as it is compared.</summary>
    public FactValue Of(string text)
    {
        var (towns, regions) = (new List<ulong>(), new List<ulong>());
        foreach (var part in text.Split([',', ';', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = FactWords.Split(part);
            var isRegion = words.Any(Regions.Contains);
            words.RemoveAll(word => Towns.Contains(word) || Regions.Contains(word) || char.IsAsciiDigit(word[0]));
            if (words.Count == 0) { continue; }
            var name = string.Join(' ', words);
            var keys = isRegion ? regions : towns;
            foreach (var place in gazetteer.Find(name)) { keys.Add(((ulong)place << 1) | 1UL); }
            foreach (var reading in Sounds.Read(string.Concat(words))) { keys.Add(SoundKey.Of(Vowelled(reading)) << 1); }
        }

        var chosen = towns.Count > 0 ? towns : regions;
        return chosen.Count == 0 ? FactValue.Unknown : new FactValue([.. chosen.Distinct().Order()], towns.Count > 0 ? 1 : 2, 0);
    }

    // Endings of towns that languages write differently: Kharkiv and Kharkov, Zaporizhzhia and Zaporozhye.
    private static string Vowelled(string reading) => reading.TrimEnd('a', 'e', 'i', 'o', 'u', 'y');
}
