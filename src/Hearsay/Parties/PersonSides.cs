using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Parties;

/// <summary>
/// Counts people to parties: officials that the pack knows, and whoever the text puts an office to ("Oskelandic Foreign Ministry spokesman Gleb Sturmin", "Nazar Pelkun, spokesman for the Defence Ministry").
/// Once it has done so, the surname alone is his too.
/// </summary>
internal static class PersonSides
{
    private const int Reach = 12; // tokens of an office before or behind a name

    /// <summary>The mentions with those of people added, in text order.</summary>
    public static ImmutableArray<PartyMention> Add(AnnotatedDocument document, List<PartyMention> mentions, PartyLexicon parties)
    {
        var known = new Dictionary<string, (string Name, KnownParty Party)>(StringComparer.Ordinal);
        foreach (var figure in mentions.Where(mention => mention.Kind is PartyTermKind.Figure)) { known.TryAdd(Surname(figure.Name), (figure.Name, figure.Party)); }
        var people = document.Entities.Where(entity => entity.Type is EntityType.Person).Select(entity => (entity.Span, Name: NameOf(entity.Span, document.Text))).ToList();
        foreach (var (span, name) in people.Where(person => person.Name.Contains(' ', StringComparison.Ordinal)))
        {
            if (known.ContainsKey(Surname(name))) { continue; }
            if (parties.Named(name) is { Party: { } party } || (party = Context(document, mentions, span)) is not null) { known.Add(Surname(name), (name, party)); }
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

    // The office before the name, back to the verb or mark that parts them; else the apposition behind it.
    private static KnownParty? Context(AnnotatedDocument document, List<PartyMention> mentions, TextSpan name)
    {
        var (first, end) = Tokens(document, name);
        var before = first;
        while (before > 0 && first - before < Reach && IsNominal(document, before - 1)) { before--; }
        var next = FirstFrom(mentions, first);
        if (next > 0 && mentions[next - 1].First >= before) { return mentions[next - 1].Party; }
        if (end >= document.Tokens.Length || document.Tokens[end].Span.In(document.Text) is not ",") { return null; }
        var behind = end + 1;
        while (behind < document.Tokens.Length && behind - end < Reach && IsNominal(document, behind)) { behind++; }
        next = FirstFrom(mentions, end);
        return next < mentions.Count && mentions[next].First < behind ? mentions[next].Party : null;
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
            ? tag.StartsWith('N') || tag is "JJ" or "POS" or "DT" or "HYPH" or "PRP$" or "CD" || word is "of" or "for" or "at" or "and" or "&"
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
