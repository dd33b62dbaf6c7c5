using System.Collections.Frozen;
using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Parties;
using Hearsay.Places;

namespace Hearsay.Matters.Checks;

/// <summary>A town that a text puts into a country.</summary>
/// <param name="Town">Its name.</param>
/// <param name="Country">The country's name or adjective.</param>
/// <param name="Party">The country.</param>
/// <remarks>
/// Read around each mention of a country: "Orm in (northern) Norrand", "Orm, in Norrand", "in Orm, Norrand, …", "Orm, a city in Norrand", "Orm (Norrand)", "Orm, Norrand's largest port", "Norrand's city of Orm", "the Norrandic port of Orm".
/// </remarks>
internal readonly record struct TownPlacing(TextSpan Town, TextSpan Country, KnownParty Party)
{
    private const int MostDescribed = 6; // words of "a city on the coast"
    private const int MostQualified = 2; // words between "Norrandic" and "port"

    private static readonly FrozenSet<string> Bearings = FrozenSet.ToFrozenSet(
        ["northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeastern", "northwestern", "southeastern", "southwestern", "north-eastern", "north-western", "south-eastern", "south-western", "far", "neutral", "neighbouring", "neighboring", "nearby", "the"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Settlements = FrozenSet.ToFrozenSet(["city", "town", "port", "capital", "seaport", "resort", "metropolis"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Locatives = FrozenSet.ToFrozenSet(["in", "at", "near", "from", "outside", "of", "around", "to"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Ways = FrozenSet.ToFrozenSet(["from", "to", "between", "via"], StringComparer.OrdinalIgnoreCase);

    /// <summary>All that a document has, in text order of the countries.</summary>
    public static IEnumerable<TownPlacing> In(DocumentView document)
    {
        foreach (var mention in document.Annotated.Parties)
        {
            if (mention.Party.Kind is not PartyKind.State || mention.Kind is not (PartyTermKind.Name or PartyTermKind.Adjective)) { continue; }
            var reader = new Reader(document, mention);
            if ((mention.Kind is PartyTermKind.Name ? reader.AroundName() : reader.BehindNoun(mention.End)) is { } town) { yield return new TownPlacing(town, mention.Span, mention.Party); }
        }
    }

    /// <summary>The words around one mention of a country, by their index in the document's tokens.</summary>
    private readonly struct Reader(DocumentView document, PartyMention country)
    {
        private readonly AnnotatedDocument annotated = document.Annotated;

        public TextSpan? AroundName()
        {
            if (Word(country.End) is "'s" or "’s")
            {
                // "Norrand's city of Orm", "Orm, Norrand's largest port"
                if (BehindNoun(country.End + 1) is { } named) { return named; }
                return Word(country.First - 1) == "," && HasSettlement(country.End + 1, MostQualified + 1) ? EndingAt(country.First - 1) : null;
            }

            if (char.IsUpper(First(country.End)) && SameSentence(country.End)) { return null; } // "Norrand Airlines"
            var at = country.First - 1;
            if (Word(at) is "," or "(") { return IsSetOff(at) ? EndingAt(at) : null; }
            while (Bearings.Contains(Word(at))) { at--; }
            if (!Word(at).Equals("in", StringComparison.OrdinalIgnoreCase)) { return null; }
            if (Word(at - 1) is "," or "(") { return EndingAt(at - 1); }
            return EndingAt(at) is { } town && Belongs(at) ? town : Described(at);
        }

        // "Orm, a city (on the coast) in Norrand"
        private TextSpan? Described(int at)
        {
            for (var i = at - 1; i >= Math.Max(0, at - MostDescribed); i--)
            {
                if (Word(i) == ",") { return Word(i + 1) is "a" or "an" or "the" && HasSettlement(i + 1, at - i - 1) ? EndingAt(i) : null; }
            }

            return null;
        }

        /// <summary>"(The southern Norrandic) port (of) Orm".</summary>
        public TextSpan? BehindNoun(int at)
        {
            for (var i = at; i <= at + MostQualified; i++)
            {
                if (Settlements.Contains(Word(i))) { return StartingAt(Word(i + 1) == "of" ? i + 2 : i + 1); }
                if (Word(i) is not { Length: > 0 } word || !char.IsLower(word[0])) { return null; }
            }

            return null;
        }

        // "In Orm, Norrand, …" and "Orm (Norrand)", and not the second of a row.
        private bool IsSetOff(int at) => Word(at) == "(" ? Word(country.End) == ")"
            : (Word(country.End) is "." or ")" || (Word(country.End) == "," && !char.IsUpper(First(Word(country.End + 1) is "and" or "or" ? country.End + 2 : country.End + 1))))
            && EndingAt(at) is { } town && Locatives.Contains(Word(IndexOf(town) - 1));

        // "The home in Orm in Norrand": the country hangs on the town, or on what the town hangs on, unless that is a way ("from Orm in Norrand" may be a way's two ends).
        private bool Belongs(int preposition)
        {
            if (annotated.Grammar is not { } grammar || EndingAt(preposition) is not { } town) { return false; }
            var (first, last) = (IndexOf(town), preposition - 1);
            var head = grammar.Heads[country.End - 1];
            return (head >= first && head <= last) || (head >= 0 && head == grammar.Heads[last] && !Ways.Contains(Word(first - 1)));
        }

        private TextSpan? EndingAt(int end)
        {
            for (var first = Math.Max(0, end - Gazetteer.LongestName); first < end; first++)
            {
                if (Known(first, end) is { } town) { return town; }
            }

            return null;
        }

        private TextSpan? StartingAt(int first)
        {
            for (var end = Math.Min(annotated.Tokens.Length, first + Gazetteer.LongestName); end > first; end--)
            {
                if (Known(first, end) is { } town) { return town; }
            }

            return null;
        }

        // A name of the gazetteer that is no part of a longer one.
        private TextSpan? Known(int first, int end)
        {
            if (!char.IsUpper(First(first)) || !char.IsUpper(First(end - 1)) || (first > 0 && char.IsUpper(First(first - 1)) && Adjoins(first)) || (end < annotated.Tokens.Length && char.IsUpper(First(end)) && Adjoins(end))) { return null; }
            var span = new TextSpan(annotated.Tokens[first].Span.Start, annotated.Tokens[end - 1].Span.End);
            if (document.Gazetteer.Find(span.In(document.Text)).IsEmpty) { return null; }
            foreach (var entity in SortedSpans.Touching(annotated.Entities, span, entity => entity.Span))
            {
                if (entity.Type is EntityType.Person or EntityType.Organisation or EntityType.Role || !span.Contains(entity.Span)) { return null; }
            }

            return span;
        }

        private bool HasSettlement(int first, int count)
        {
            for (var i = first; i < first + count; i++)
            {
                if (Settlements.Contains(Word(i))) { return true; }
            }

            return false;
        }

        // The token follows the one before it with no more than a space between.
        private bool Adjoins(int token) => annotated.Tokens[token].Span.Start - annotated.Tokens[token - 1].Span.End <= 1 && SameSentence(token);

        private bool SameSentence(int token) => token > 0 && token < annotated.Tokens.Length && !annotated.Text.AsSpan(annotated.Tokens[token - 1].Span.End, annotated.Tokens[token].Span.Start - annotated.Tokens[token - 1].Span.End).Contains('\n') && Word(token - 1) is not ("." or "!" or "?");

        private int IndexOf(TextSpan town)
        {
            var at = country.First;
            while (at > 0 && annotated.Tokens[at].Span.Start > town.Start) { at--; }
            return at;
        }

        private char First(int token) => token >= 0 && token < annotated.Tokens.Length ? annotated.Text[annotated.Tokens[token].Span.Start] : ' ';

        private string Word(int token) => token >= 0 && token < annotated.Tokens.Length ? annotated.Tokens[token].Span.SliceOf(annotated.Text) : "";
    }
}
