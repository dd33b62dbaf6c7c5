using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Parties;

/// <summary>
/// Counts people to parties: officials that the pack knows, and whoever the text puts an office to ("Oskelandic Foreign Ministry spokesman Gleb Sturmin", "Nazar Pelkun, spokesman for the Defence Ministry").
/// An office may stand before the name and a comma ("Oskeland's ombudswoman, Tamara Vell"), and name its body by a pronoun or a bare noun ("its secretary", "ministry spokesman").
/// Once the text has done so, the surname alone is that person's too.
/// </summary>
internal static class PersonSides
{
    private const int Reach = 12; // tokens of an office before or behind a name
    private const int MentionsBack = 6;
    private const int MinistryBack = 200; // mentions, so that time stays linear
    private const int SentenceReach = 40; // tokens

    /// <summary>The mentions with those of people added, in text order.</summary>
    public static ImmutableArray<PartyMention> Add(AnnotatedDocument document, List<PartyMention> mentions, DomainPack pack)
    {
        var parties = pack.Parties;
        var known = new Dictionary<string, (string Name, KnownParty Party)>(StringComparer.Ordinal);
        foreach (var figure in mentions.Where(mention => mention.Kind is PartyTermKind.Figure)) { known.TryAdd(Surname(figure.Name), (figure.Name, figure.Party)); }
        var spokenOf = mentions.Select(mention => mention.Party).ToHashSet();
        var people = document.Entities.Where(entity => entity.Type is EntityType.Person).Select(entity => (entity.Span, Name: NameOf(entity.Span, document.Text))).ToList();
        foreach (var (span, name) in people.Where(person => person.Name.Contains(' ', StringComparison.Ordinal)))
        {
            if (known.ContainsKey(Surname(name))) { continue; }
            if (parties.Named(name) is { Party: { } party } || (party = Context(document, mentions, span, pack.Sources.PersonNouns)) is not null) { known.Add(Surname(name), (name, party)); }
        }

        // An official whom the text never names in full, in a text that speaks of the party otherwise; the models may have missed the name.
        people.AddRange(Surnames(document, parties));
        var fullNames = people.Where(person => person.Name.Contains(' ', StringComparison.Ordinal)).Select(person => person.Name).ToLookup(Surname, StringComparer.Ordinal);
        foreach (var (_, name) in people)
        {
            if (!known.ContainsKey(name) && !fullNames.Contains(name) && parties.Official(name) is { Party: { } party } official && spokenOf.Contains(party)) { known.Add(name, (official.Name, party)); }
        }

        var all = mentions.ToList();
        foreach (var (span, name) in people)
        {
            if (!known.TryGetValue(Surname(name), out var person)) { continue; }
            var (first, end) = Tokens(document, span);
            var next = FirstFrom(mentions, first);
            if ((next < mentions.Count && mentions[next].First < end) || (next > 0 && mentions[next - 1].End > first)) { continue; }
            all.Add(new PartyMention(span, first, end, person.Party, person.Name, PartyTermKind.Figure));
        }

        return [.. all.OrderBy(mention => mention.Span.Start)];
    }

    private static IEnumerable<(TextSpan Span, string Name)> Surnames(AnnotatedDocument document, PartyLexicon parties)
    {
        if (document.Grammar is not { } grammar) { return []; }
        return Enumerable.Range(0, document.Tokens.Length).Where(t => grammar.Tags[t] is "NNP" or "NNPS" && grammar.Relations[t] is not "compound")
            .Select(t => (document.Tokens[t].Span, Name: document.Tokens[t].Span.SliceOf(document.Text)))
            .Where(word => parties.Official(word.Name) is not null && SortedSpans.Touching(document.Entities, word.Span, entity => entity.Span).IsEmpty);
    }

    // The office before the name, back to the verb or mark that parts them; else the apposition behind it.
    private static KnownParty? Context(AnnotatedDocument document, List<PartyMention> mentions, TextSpan name, FrozenSet<string> offices)
    {
        var (first, end) = Tokens(document, name);
        var isParted = first > 1 && document.Tokens[first - 1].Span.In(document.Text) is "," && offices.Contains(document.Tokens[first - 2].Span.SliceOf(document.Text).ToLowerInvariant());
        var before = isParted ? first - 1 : first;
        while (before > 0 && first - before < Reach && IsNominal(document, before - 1)) { before--; }
        if (IsFormer(document, before, first)) { return null; }
        if (OfficeOf(document, mentions, before, first) is { } office) { return office; }
        var behind = end >= document.Tokens.Length ? end : document.Tokens[end].Span.In(document.Text) is "," ? end + 1 : BehindCopula(document, end);
        if (behind <= end) { return null; }
        end = behind - 1;
        while (behind < document.Tokens.Length && behind - end < Reach && IsNominal(document, behind)) { behind++; }
        return IsFormer(document, end, behind) ? null : OfficeOf(document, mentions, end, behind);
    }

    // "Anna Velk is the deputy head of Varnia's bureau", "has been its head since": what somebody is said to be; the place behind the verb, or 0.
    private static int BehindCopula(AnnotatedDocument document, int verb)
    {
        var word = document.Tokens[verb].Span.In(document.Text);
        if (word is "is" or "serves" or "heads" or "leads" or "runs") { return verb + 1; }
        return word is "has" && verb + 2 < document.Tokens.Length && document.Tokens[verb + 1].Span.In(document.Text) is "been" ? verb + 2 : 0;
    }

    private static KnownParty? OfficeOf(AnnotatedDocument document, List<PartyMention> mentions, int first, int end) =>
        Nearest(document, mentions, first, end) ?? Minister(document, mentions, first, end) ?? BodyMeant(document, mentions, first, end);

    // "Ivo Tarn, the interior minister", where the text spoke of "Varnia's Interior Ministry" last: a minister heads the ministry of his field.
    private static KnownParty? Minister(AnnotatedDocument document, List<PartyMention> mentions, int first, int end)
    {
        for (var t = first + 1; t < end; t++)
        {
            if (!document.Tokens[t].Span.In(document.Text).StartsWith("minister", StringComparison.OrdinalIgnoreCase)) { continue; }
            var field = document.Tokens[t - 1].Span.SliceOf(document.Text);
            var last = FirstFrom(mentions, first) - 1;
            for (var m = last; m >= Math.Max(0, last - MinistryBack); m--)
            {
                if (mentions[m].Kind is PartyTermKind.Organ && mentions[m].Name.Contains(field, StringComparison.OrdinalIgnoreCase) && mentions[m].Name.Contains("Ministry", StringComparison.Ordinal)) { return mentions[m].Party; }
            }
        }

        return null;
    }

    // "Its secretary", "the bureau's head", "ministry spokesman": the body was named before.
    private static KnownParty? BodyMeant(AnnotatedDocument document, List<PartyMention> mentions, int first, int end)
    {
        var last = FirstFrom(mentions, first) - 1;
        if (end - first == 1) // "Spokesman Jon Ferrik", right after what the body said
        {
            var isSpokesman = document.Tokens[first].Span.In(document.Text).StartsWith("spokes", StringComparison.OrdinalIgnoreCase);
            return isSpokesman && last >= 0 && NamesBody(document, mentions[last]) && first - mentions[last].End < SentenceReach ? mentions[last].Party : null;
        }

        for (var t = first; t < end; t++)
        {
            var word = document.Tokens[t].Span.In(document.Text);
            var isPronoun = word.Equals("its", StringComparison.OrdinalIgnoreCase);
            if (!isPronoun && !IsBody(word)) { continue; }
            for (var m = last; m >= Math.Max(0, last - MentionsBack); m--)
            {
                if (NamesBody(document, mentions[m]) && (isPronoun || EndsWith(document, mentions[m], word))) { return mentions[m].Party; }
            }
        }

        return null;
    }

    // A body by its name, or by its kind: "the Varnian bureau".
    private static bool NamesBody(AnnotatedDocument document, PartyMention mention) => mention.Kind is PartyTermKind.Organ or PartyTermKind.StateMedia || mention.Party.Kind is PartyKind.Body
        || (mention.Kind is PartyTermKind.Adjective && mention.End < document.Tokens.Length && IsBody(document.Tokens[mention.End].Span.In(document.Text)));

    private static bool EndsWith(AnnotatedDocument document, PartyMention mention, ReadOnlySpan<char> word) =>
        mention.Kind is PartyTermKind.Adjective ? document.Tokens[mention.End].Span.In(document.Text).Equals(word, StringComparison.OrdinalIgnoreCase)
        : mention.Name.AsSpan().EndsWith(word, StringComparison.OrdinalIgnoreCase) || mention.Span.In(document.Text).EndsWith(word, StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bodies =
        FrozenSet.ToFrozenSet(["ministry", "bureau", "committee", "headquarters", "commission", "agency", "service", "directorate", "staff", "council", "office"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsBody(ReadOnlySpan<char> word) => Bodies.Contains(word);

    private static bool IsFormer(AnnotatedDocument document, int first, int end) =>
        end > first && FormerOffice.IsIn(new TextSpan(document.Tokens[first].Span.Start, document.Tokens[end - 1].Span.End).In(document.Text));

    // Of the parties that an office's words name, whose office it is: the body before the country, the owner before what the office is concerned with
    // ("ambassador of the Oskelandic Foreign Ministry on Varnia's crimes", "Varnia researcher at Open Gate", "Oskeland's envoy to Varnia"). Of equals the last before a name.
    private static KnownParty? Nearest(AnnotatedDocument document, List<PartyMention> mentions, int first, int end)
    {
        PartyMention? best = null;
        for (var m = FirstFrom(mentions, first); m < mentions.Count && mentions[m].First < end; m++)
        {
            if (best is null || Bond(document, mentions[m]) <= Bond(document, best)) { best = mentions[m]; }
        }

        return best?.Party;
    }

    // How closely a party is bound to the office that names it; 0 is closest.
    private static int Bond(AnnotatedDocument document, PartyMention mention)
    {
        var before = mention.First > 0 ? document.Tokens[mention.First - 1].Span.In(document.Text) : default;
        if (before is "the" && mention.First > 1) { before = document.Tokens[mention.First - 2].Span.In(document.Text); }
        if (before is "on" or "to" or "against" or "in" or "about" or "over" or "into") { return 4; }
        if (mention.Kind is PartyTermKind.Organ or PartyTermKind.StateMedia || mention.Party.Kind is PartyKind.Body || before is "at") { return 0; }
        if (before is "of" or "for" or "from" or "with") { return 1; }
        var owns = mention.End < document.Tokens.Length && document.Tokens[mention.End].Span.In(document.Text) is "'s" or "’s";
        return mention.Kind is PartyTermKind.Adjective || owns ? 2 : 3;
    }

    private static int FirstFrom(List<PartyMention> mentions, int token)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].First < token) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }

    private static bool IsNominal(AnnotatedDocument document, int token)
    {
        var word = document.Tokens[token].Span.In(document.Text);
        return document.Grammar?.Tags[token] is { } tag
            ? tag.StartsWith('N') || tag is "JJ" or "POS" or "DT" or "HYPH" or "PRP$" or "CD" || word is "of" or "for" or "at" or "on" or "to" or "with" or "and" or "&"
            : char.IsUpper(word[0]) || word is "of" or "for" or "the" or "'s" or "’s" or "spokesman" or "spokeswoman" or "spokesperson";
    }

    private static string NameOf(TextSpan span, string text) => span.SliceOf(text).ReplaceLineEndings(" ");

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static (int First, int End) Tokens(AnnotatedDocument document, TextSpan span)
    {
        var first = SortedSpans.FirstEndingAfter(document.Tokens, span.Start, token => token.Span);
        var end = first;
        while (end < document.Tokens.Length && document.Tokens[end].Span.Start < span.End) { end++; }
        return (first, end);
    }
}
