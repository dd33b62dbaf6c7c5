using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Parties;
using Hearsay.Statements;

namespace Hearsay.Places;

/// <summary>Finds the places that a document speaks of and tells which of several of a name is meant. Linear in the text.</summary>
/// <remarks>
/// A place is what the language models take for one, or a capitalised name behind a word of place. Countries and capitals that act ("Moscow rejected") are parties and no places.
/// Of several places of a name the one named with its container ("Springfield, Ohio") is meant; else one in a country that the document speaks of; else the largest.
/// </remarks>
/// <param name="pack">What is known of the domain.</param>
internal sealed class PlaceFinder(DomainPack pack)
{
    private const double InNamedCountry = 5; // in natural logarithms of people: as if it were 150 times as large
    private const double ByItsContainer = 20;
    private const double ByItsOwnName = 3; // and not by a former or a foreign one

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Locatives =
        FrozenSet.ToFrozenSet(["in", "at", "near", "from", "to", "outside", "around", "towards", "toward", "into"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles =
        FrozenSet.ToFrozenSet(["of", "the", "and", "de", "la", "al", "el", "on", "upon", "del", "da", "do", "am", "an", "der"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The mentions, in text order, disjoint.</summary>
    public ImmutableArray<PlaceMention> Find(AnnotatedDocument document)
    {
        if (pack.Places.Count == 0) { return []; }
        var found = new List<Candidate>();
        foreach (var sentence in document.Sentences) { FindIn(document, sentence, found); }
        if (found.Count == 0) { return []; }
        var countries = Countries(document, found);
        var mentions = ImmutableArray.CreateBuilder<PlaceMention>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            var next = i + 1 < found.Count && IsContainerOf(document, found[i], found[i + 1]) ? found[i + 1].Places : [];
            mentions.Add(Mention(document, found[i], Best(found[i], countries, next)));
        }

        return mentions.DrainToImmutable();
    }

    private void FindIn(AnnotatedDocument document, Sentence sentence, List<Candidate> found)
    {
        var tokens = document.TokensOf(sentence);
        for (var i = 0; i < tokens.Length;)
        {
            var start = tokens[i].Span.Start;
            if (!char.IsUpper(document.Text[start])) { i++; continue; }
            var isPlace = IsPlaceAt(document, tokens, i, found.Count > 0 ? found[^1].Span.End : -1) || FollowsRegion(document, tokens, i, found);
            if (!isPlace && !MayBeRegion(document, tokens, i)) { i++; continue; }
            var length = Longest(document, tokens, i, out var places, out var name);
            var isRegion = length > 0 && i + length < tokens.Length && RegionWords.Has(tokens[i + length].Span.In(document.Text));
            if (length > 0 && (isPlace || isRegion) && IsWhole(document, tokens, i, length + (isRegion ? 1 : 0)))
            {
                if (isRegion) { (places, length) = (Regions(places), length + 1); }
                found.Add(new Candidate(new TextSpan(start, tokens[i + length - 1].Span.End), places, name, isRegion));
            }
            else if (isPlace && EntityAt(document, tokens[i].Span) is { Type: EntityType.Place } entity && entity.Span.Start == start && FollowsLocative(document, tokens, i))
            {
                // What the models are sure is a place, though the gazetteer does not have it.
                length = 0;
                while (i + length < tokens.Length && tokens[i + length].Span.End <= entity.Span.End) { length++; }
                found.Add(new Candidate(entity.Span, []));
            }

            i += Math.Max(1, length);
        }
    }

    private static bool IsPlaceAt(AnnotatedDocument document, ReadOnlySpan<Token> tokens, int at, int last)
    {
        if (PartyAt(document, tokens[at].Span) is { } party && !(party.Kind is PartyTermKind.Name or PartyTermKind.Capital && party.IsPlace)) { return false; }
        return EntityAt(document, tokens[at].Span) is { Type: EntityType.Place } || FollowsLocative(document, tokens, at) || FollowsPlace(document, tokens, at, last);
    }

    // The models took the words for something else: then all of it must be the place's name, not "near Paris Hilton".
    private static bool IsWhole(AnnotatedDocument document, ReadOnlySpan<Token> tokens, int at, int length) =>
        EntityAt(document, tokens[at].Span) is not { Type: not EntityType.Place } entity || entity.Span.End <= tokens[at + length - 1].Span.End;

    // "near Toretsk, Pokrovsk and Velyka Novosilka"
    private static bool FollowsPlace(AnnotatedDocument document, ReadOnlySpan<Token> tokens, int at, int last)
    {
        var before = at - 1;
        while (before >= 0 && at - before <= 2 && tokens[before].Span.In(document.Text) is "," or "and" or "or" or "(") { before--; }
        return before >= 0 && before < at - 1 && tokens[before].Span.End == last;
    }

    // "Donetsk Oblast's Izium"
    private bool FollowsRegion(AnnotatedDocument document, ReadOnlySpan<Token> tokens, int at, List<Candidate> found) =>
        at >= 2 && found.Count > 0 && tokens[at - 1].Span.In(document.Text) is "'s" or "’s" && found[^1].Span.End == tokens[at - 2].Span.End
        && (found[^1].IsRegion || found[^1].Places.Any(place => pack.Places[place].Kind is PlaceKind.Region)) && EntityAt(document, tokens[at].Span) is null or { Type: EntityType.Place };

    // "Ukraine's Sumy region": the word behind a name makes it a place, wherever it stands.
    private static bool MayBeRegion(AnnotatedDocument document, ReadOnlySpan<Token> tokens, int at)
    {
        for (var next = at + 1; next < Math.Min(tokens.Length, at + Gazetteer.LongestName); next++)
        {
            var word = tokens[next].Span.In(document.Text);
            if (word is "region" or "oblast" or "Oblast" or "province" or "krai" or "Krai" or "voivodeship") { return PartyAt(document, tokens[at].Span) is null or { IsPlace: true }; }
            if (!char.IsUpper(word[0])) { return false; }
        }

        return false;
    }

    private static bool FollowsLocative(AnnotatedDocument document, ReadOnlySpan<Token> tokens, int at)
    {
        if (at > 0 && tokens[at - 1].Span.In(document.Text).Equals("the", StringComparison.OrdinalIgnoreCase)) { at--; }
        return at > 0 && Locatives.Contains(tokens[at - 1].Span.In(document.Text));
    }

    // The longest run of words that is a name of the gazetteer.
    private int Longest(AnnotatedDocument document, ReadOnlySpan<Token> tokens, int at, out int[] places, out ulong name)
    {
        (places, name) = ([], 0);
        var (length, hash) = (0, new NameHash());
        for (var i = at; i < Math.Min(tokens.Length, at + Gazetteer.LongestName); i++)
        {
            var word = tokens[i].Span.In(document.Text);
            if (i > at)
            {
                if (!char.IsUpper(word[0]) && !Particles.Contains(word)) { break; }
                hash.Add(document.Text.AsSpan(tokens[i - 1].Span.End, tokens[i].Span.Start - tokens[i - 1].Span.End));
            }

            hash.Add(word);
            if (pack.Places.Find(hash.Value) is { IsEmpty: false } holders) { (length, places, name) = (i - at + 1, holders.ToArray(), hash.Value); }
        }

        return length;
    }

    // "Kursk Oblast": the region of that name, else the one that holds the town.
    private int[] Regions(int[] places)
    {
        int[] regions = [.. places.Where(place => pack.Places[place].Kind is PlaceKind.Region)];
        if (regions.Length > 0) { return regions; }
        return [.. places.Select(place => pack.Places[place].Container).Where(container => container >= 0 && pack.Places[container].Kind is PlaceKind.Region).Distinct()];
    }

    // Countries that the document names, as a place or as a party, or of which it names a place that only they have.
    private HashSet<int> Countries(AnnotatedDocument document, List<Candidate> found)
    {
        var countries = new HashSet<int>();
        foreach (var name in document.Parties.Where(mention => mention.Party.Kind is PartyKind.State).Select(mention => mention.Party.Name).Distinct())
        {
            foreach (var place in pack.Places.Find(name))
            {
                if (pack.Places[place].Kind is PlaceKind.Country) { countries.Add(place); }
            }
        }

        foreach (var candidate in found.Where(candidate => candidate.Places.Select(pack.Places.CountryOf).Distinct().Count() == 1)) { countries.Add(pack.Places.CountryOf(candidate.Places[0])); }
        countries.UnionWith(found.SelectMany(candidate => candidate.Places).Where(place => pack.Places[place].Kind is PlaceKind.Country));
        return countries;
    }

    // "Tartus, Syria"
    private static bool IsContainerOf(AnnotatedDocument document, Candidate place, Candidate next)
    {
        var between = document.Text.AsSpan(place.Span.End, next.Span.Start - place.Span.End).Trim();
        return between is "," or "in" or "(";
    }

    private int Best(Candidate candidate, HashSet<int> countries, int[] containers)
    {
        var (best, score) = (-1, double.NegativeInfinity);
        foreach (var place in candidate.Places)
        {
            var points = Math.Log(pack.Places[place].Population + 1);
            if (countries.Contains(pack.Places.CountryOf(place))) { points += InNamedCountry; }
            if (Gazetteer.HashOf(pack.Places[place].Name) == candidate.Name) { points += ByItsOwnName; }
            if (containers.Any(container => container != place && pack.Places.IsWithin(place, container))) { points += ByItsContainer; }
            if (pack.Places[place].Kind is PlaceKind.Region && !candidate.IsRegion) { points -= InNamedCountry / 2; } // a town and its region share a name: the town
            if (points > score) { (best, score) = (place, points); }
        }

        return best;
    }

    private PlaceMention Mention(AnnotatedDocument document, Candidate candidate, int place)
    {
        if (place < 0) { return new PlaceMention(candidate.Span, candidate.Span.SliceOf(document.Text), null, []); }
        var within = ImmutableArray.CreateBuilder<ContainingPlace>();
        for (var holder = pack.Places[place].Container; holder >= 0; holder = pack.Places[holder].Container)
        {
            within.Add(new ContainingPlace(pack.Places[holder].Id, pack.Places[holder].Name));
        }

        return new PlaceMention(candidate.Span, pack.Places[place].Name, pack.Places[place].Id, within.DrainToImmutable());
    }

    private static Entity? EntityAt(AnnotatedDocument document, TextSpan word) => SortedSpans.Touching(document.Entities, word, entity => entity.Span) is [var entity, ..] ? entity : null;

    private static PartyMention? PartyAt(AnnotatedDocument document, TextSpan word) => SortedSpans.Touching(document.Parties, word, mention => mention.Span) is [var mention, ..] ? mention : null;

    private sealed record Candidate(TextSpan Span, int[] Places, ulong Name = 0, bool IsRegion = false);
}
