using System.Text;
using System.Text.RegularExpressions;
using Hearsay.Places;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>A town that a text puts into a region ("Kolverets in the Stryvna region") of which the gazetteer has none of that name, though it has one elsewhere in the same country; or into a country that has none, though another has.</summary>
/// <remarks>Villages share names and few of them are in the gazetteer, so only towns of some size are questioned; and where states dispute ground, no country is (<see cref="DisputedGround"/>).</remarks>
internal sealed partial class PlaceCheck : IDocumentCheck
{
    private const int LeastPeople = 10_000;
    private const int LeastPeopleOfOne = 4_000; // of a town whose name no other place has
    private const int LeastPeopleAbroad = 30_000; // of a town that is put into another country
    private const int SeatLetters = 6; // "Zaporozhye" is the town of Zaporizhzhia, whose region is Zaporizhzhya
    private const int LongestGap = 45; // characters between the two names

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var places = document.Annotated.Places;
        for (var i = 0; i + 1 < places.Length; i++)
        {
            var (first, second) = (places[i], places[i + 1]);
            // A country may stand between them: "Sarn, in Ukraine's Sumy region".
            if (i + 2 < places.Length && IsPutInto(document.Text, first, places[i + 2])) { second = places[i + 2]; }
            var (town, region) = HasTown(document.Text, first, second) ? (second, first) : (first, second);
            if (town == first && !IsPutInto(document.Text, town, region) || Elsewhere(document.Gazetteer, Name(document, town), Name(document, region)) is not { } known) { continue; }
            yield return Finding.Of(
                FindingKind.PlaceInconsistent, Severity.Notice,
                $"“{Name(document, town)}” is put into “{Name(document, region)}”; the gazetteer has it in {known}, and none there.",
                document.StatementsAt(town.Span, region.Span),
                [document.Evidence(town.Span), document.Evidence(region.Span), document.Evidence(new TextSpan(first.Span.Start, second.Span.End))],
                Calculation.Of($"{Name(document, town)} ∉ {Name(document, region)}", "gazetteer", known));
        }

        foreach (var (town, country, party) in TownPlacing.In(document))
        {
            var name = town.SliceOf(document.Text).ReplaceLineEndings(" ");
            if (Abroad(document.Gazetteer, name, party.Name) is not { } known) { continue; }
            yield return Finding.Of(
                FindingKind.PlaceInconsistent, Severity.Notice,
                $"“{name}” is put into {party.Name}; the gazetteer has it in {known}, and none there.",
                document.StatementsAt(town, country),
                [document.Evidence(town), document.Evidence(country), document.Evidence(new TextSpan(Math.Min(town.Start, country.Start), Math.Max(town.End, country.End)))],
                Calculation.Of($"{name} ∉ {party.Name}", "gazetteer", known));
        }
    }

    // The country that the gazetteer has the town in; null where the text may be right.
    private static string? Abroad(Gazetteer gazetteer, string town, string country)
    {
        int[] holders = [.. gazetteer.Find(country)]; // a state of the same name may hold it, too: "Georgia"
        int[] towns = [.. gazetteer.Find(town)];
        if (towns.Length == 0 || !holders.Any(holder => gazetteer[holder].Kind is PlaceKind.Country) || towns.Any(place => gazetteer[place].Kind is PlaceKind.Country || holders.Any(holder => gazetteer.IsWithin(place, holder)))) { return null; }
        var largest = towns.Where(place => gazetteer[place].Kind is PlaceKind.City).DefaultIfEmpty(towns[0]).MaxBy(place => gazetteer[place].Population);
        var home = gazetteer.CountryOf(largest);
        if (gazetteer[largest].Population < LeastPeopleAbroad || (towns.Length > 1 && !Letters(gazetteer[largest].Name).Equals(Letters(town), StringComparison.OrdinalIgnoreCase))) { return null; }
        return holders.Any(holder => DisputedGround.IsBetween(gazetteer[holder].Id, gazetteer[home].Id)) ? null : gazetteer[home].Name;
    }

    // Without accents, which are often left out.
    private static string Letters(string name) => string.Concat(name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter));

    // Where the gazetteer has the town instead; null where the text may be right.
    private static string? Elsewhere(Gazetteer gazetteer, string town, string region)
    {
        int[] towns = [.. Spelt(gazetteer, town)];
        int[] regions = [.. Regions(gazetteer, region)];
        if (towns.Length == 0 || regions.Length == 0 || towns.Any(place => regions.Any(holder => gazetteer.IsWithin(place, holder)))) { return null; }
        var countries = regions.Select(gazetteer.CountryOf).ToHashSet();
        int[] near = [.. towns.Where(place => countries.Contains(gazetteer.CountryOf(place)))];
        if (near.Length == 0) { return null; }
        var largest = near.MaxBy(place => gazetteer[place].Population);
        if (gazetteer[largest] is not { Kind: PlaceKind.City, Population: var people, Container: >= 0 and var container } || people < (towns.Length == 1 ? LeastPeopleOfOne : LeastPeople) || gazetteer[container].Kind is not PlaceKind.Region) { return null; }
        return gazetteer[container].Name;
    }

    // By its name, else as other transliterations of Cyrillic would write it: "Kupyansk" for "Kupiansk".
    private static ReadOnlySpan<int> Spelt(Gazetteer gazetteer, string name)
    {
        if (gazetteer.Find(name) is { IsEmpty: false } found) { return found; }
        foreach (var (one, other) in Spellings)
        {
            if (name.Contains(one, StringComparison.OrdinalIgnoreCase) && gazetteer.Find(name.Replace(one, other, StringComparison.OrdinalIgnoreCase)) is { IsEmpty: false } spelt) { return spelt; }
        }

        return [];
    }

    private static readonly (string One, string Other)[] Spellings = [("ya", "ia"), ("ia", "ya"), ("yu", "iu"), ("iu", "yu"), ("ye", "ie"), ("iy", "yi"), ("yi", "y"), ("i", "y"), ("y", "i"), ("g", "h"), ("h", "g"), ("e", "ie"), ("kh", "h"), ("ts", "c"), ("'", ""), ("’", "")];

    // "the Stryvna region", "Stryvna Oblast"
    private static IEnumerable<int> Regions(Gazetteer gazetteer, string words)
    {
        var space = words.LastIndexOf(' ');
        if (space < 0 || !RegionWords.Has(words.AsSpan(space + 1))) { return []; }
        var name = words[..space];
        int[] named = [.. Spelt(gazetteer, name), .. gazetteer.Find(words)];
        // Many a region goes by the name of its seat, and in the gazetteer only with "Oblast" behind it.
        return named.Where(place => gazetteer[place].Kind is PlaceKind.Region)
            .Concat(named.Select(place => gazetteer[place].Container).Where(holder => holder >= 0 && gazetteer[holder].Kind is PlaceKind.Region && RegionWords.Strip(gazetteer[holder].Name) is var own && (own.Equals(name, StringComparison.OrdinalIgnoreCase) || named.Any(place => gazetteer[place].Kind is PlaceKind.City && own.StartsWith(gazetteer[place].Name[..Math.Min(SeatLetters, gazetteer[place].Name.Length)], StringComparison.OrdinalIgnoreCase)))))
            .Distinct();
    }

    private static bool IsPutInto(string text, PlaceMention town, PlaceMention region)
    {
        if (region.Span.Start <= town.Span.End || region.Span.Start - town.Span.End > LongestGap) { return false; }
        var between = text[town.Span.End..region.Span.Start];
        // After a comma it may be the next in a row; it is none where the sentence goes on otherwise.
        return In().IsMatch(between) || (between == ", " && region.Span.End < text.Length && text[region.Span.End] is ',' or '.' or ')' or ';');
    }

    // "the Sumy region town of Izium", "Sumy Oblast's Izium"
    private static bool HasTown(string text, PlaceMention region, PlaceMention town) =>
        town.Span.Start > region.Span.End && town.Span.Start - region.Span.End <= LongestGap && TownOf().IsMatch(text[region.Span.End..town.Span.Start]);

    private static string Name(DocumentView document, PlaceMention place) => place.Span.SliceOf(document.Text).ReplaceLineEndings(" ");

    [GeneratedRegex(@"^,? (?:in |\()(?:the )?(?:" + Bearing + @"){0,2}(?:\p{Lu}[\p{L}-]+['’]s |\p{Lu}\p{L}+(?:n|sh|ese)(?:-\p{Ll}+)? )?(?:" + Bearing + @"){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex In();

    [GeneratedRegex(@"^(?:['’]s | )(?:(?:" + Bearing + @"){0,2}(?:town|city|village|settlement) (?:of )?)$|^['’]s $", RegexOptions.CultureInvariant)]
    private static partial Regex TownOf();

    private const string Bearing = @"(?:(?:north|south|east|west|central|neighbou?ring|nearby|occupied|partly|partially|border|frontline|rear)[\p{Ll}-]* )";
}
