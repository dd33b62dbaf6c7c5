using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Hearsay.Language.Coreference;

/// <summary>Tells a person's gender by titles, nouns, given names, and the shape of Slavic surnames.</summary>
internal static class GivenNames
{
    private static readonly FrozenDictionary<string, Gender> Known = LanguageRules.ReadLines("English", "given-names")
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(name => (Name: name, Gender: words[0] == "f" ? Gender.Female : Gender.Male)))
        .DistinctBy(pair => pair.Name).ToFrozenDictionary(pair => pair.Name, pair => pair.Gender, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Gender>.AlternateLookup<ReadOnlySpan<char>> KnownSpans = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a word that is often somebody's given name.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => KnownSpans.ContainsKey(word);

    /// <summary>The gender that a full name shows; unknown for a surname alone, unless its ending tells.</summary>
    public static Gender OfName(string name)
    {
        var parts = Plain(name).Split(' ');
        if (Known.TryGetValue(parts[0], out var gender)) { return gender; }
        if (parts.Length > 1 && parts[0].EndsWith('.') && Known.TryGetValue(parts[1], out gender)) { return gender; }
        if (parts.Length > 2 && EndsIn(parts[1], "vich", "vych", "yich")) { return Gender.Male; }
        if (parts.Length > 2 && EndsIn(parts[1], "vna", "ichna")) { return Gender.Female; }
        var surname = parts[^1];
        return EndsIn(surname, "ova", "eva", "yeva", "ina", "yna", "skaya", "skaia", "ska", "tska", "aya") ? Gender.Female
            : EndsIn(surname, "ov", "ev", "sky", "skyi", "skiy", "skyy", "skii", "tsky", "tskyi", "yov") ? Gender.Male
            : Gender.Unknown;
    }

    /// <summary>The gender that a title or a noun tells.</summary>
    public static Gender OfWord(string lower) => lower switch
    {
        "mr" or "mr." or "spokesman" or "chairman" or "sir" or "lord" or "king" or "prince" or "businessman" or "congressman" or "father" or "husband" or "son" or "brother" or "man" or "boy"
            or "ombudsman" or "monk" or "uncle" or "grandfather" or "nephew" or "gentleman" or "actor" or "widower" or "he" or "him" or "his" or "himself" => Gender.Male,
        "mrs" or "mrs." or "ms" or "ms." or "miss" or "spokeswoman" or "chairwoman" or "lady" or "queen" or "princess" or "businesswoman" or "congresswoman" or "mother" or "wife" or "daughter" or "sister"
            or "woman" or "girl" or "ombudswoman" or "nun" or "aunt" or "grandmother" or "niece" or "actress" or "widow" or "she" or "her" or "hers" or "herself" => Gender.Female,
        _ => Gender.Unknown,
    };

    // "José" as "Jose": the list has no accents.
    private static string Plain(string name) =>
        Ascii.IsValid(name) ? name : string.Concat(name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));

    private static bool EndsIn(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal)) { return true; }
        }

        return false;
    }
}
