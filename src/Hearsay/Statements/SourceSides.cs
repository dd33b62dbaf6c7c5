using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Parties;

namespace Hearsay.Statements;

/// <summary>Counts a statement's source to a party, by what the pack and the document say of its name, else by the party that its words name.</summary>
internal sealed class SourceSides(AnnotatedDocument document, PartyLexicon parties)
{
    private readonly Dictionary<string, PartyMention> byName = ByName(document);

    /// <summary>The source with its side; a party's own name becomes the canonical one.</summary>
    public StatementSource? Of(StatementSource? source)
    {
        if (source is null or { Name: "us" }) { return source; } // no country
        var name = source.Name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? source.Name[4..] : source.Name;
        if (Known(name) is { } known)
        {
            return known.Kind is PartyTermKind.Name or PartyTermKind.Capital
                ? source with { Name = known.Name, Side = known.Party!.Id, Type = source.Type is SourceType.Person ? SourceType.Place : source.Type }
                : source with { Side = known.Party?.Id, Type = known.Kind is PartyTermKind.Organ && source.Type is SourceType.Person ? SourceType.Organisation : source.Type };
        }

        if (source.Type is SourceType.Organisation && Within(name) is { } own) { return source with { Side = own.Party.Id }; }
        if (Closing(source.Span) is { } body && (source.Type is not SourceType.Person || body.Span.SliceOf(document.Text).Contains(name, StringComparison.Ordinal))) { return source with { Name = body.Name, Side = body.Party.Id, Type = SourceType.Organisation }; }
        if (source.Type is SourceType.Group && source.Span is { } joined && IsOfSeveral(joined)) { return source; }
        if (source.Span is not { } span || source.Type is SourceType.Document || FormerOffice.IsIn(span.In(document.Text))) { return source; }
        return (FirstWithin(Named(span))?.Party ?? (source.Type is SourceType.Organisation ? Owner(name) : null)) is { } side ? source with { Side = side.Id } : source;
    }

    private PartyTerm? Known(string name) =>
        byName.TryGetValue(name, out var mention) ? new PartyTerm(mention.Party, mention.Name, mention.Kind, []) : parties.Named(name) is { Party: not null, Kind: not (PartyTermKind.Adjective or PartyTermKind.Press) } term ? term : null;

    // "the Varnian embassy", which "it" stands for: the party that the name begins with.
    private KnownParty? Owner(string name)
    {
        var end = name.IndexOf(' ', StringComparison.Ordinal);
        return end > 0 && parties.Named(name[..end]) is { Kind: PartyTermKind.Adjective or PartyTermKind.People } term ? term.Party : null;
    }

    // A fuller name of a body that the document names elsewhere, so that "it" is as well known as the name that it stands for.
    private PartyMention? Within(string name) =>
        name.Contains(' ', StringComparison.Ordinal) ? document.Parties.FirstOrDefault(mention => mention.Kind is PartyTermKind.Organ && mention.Span.Length > Shortest && name.Contains(mention.Span.SliceOf(document.Text), StringComparison.Ordinal)) : null;

    private const int Shortest = 8; // characters that tell a body

    // "the Varnian project Way Home": the body that the words end in.
    private PartyMention? Closing(TextSpan? span) =>
        span is { } words && SortedSpans.Touching(document.Parties, words, mention => mention.Span) is [.., { Kind: PartyTermKind.Organ } last] && last.Span.End == words.End && last.Span.Start > words.Start
        && document.Text[words.Start..last.Span.Start] is var before && !Links.Any(link => before.Contains(link, StringComparison.Ordinal)) ? last : null;

    private static readonly string[] Links = [" for ", " of ", " at ", " from ", " in ", " with ", "'s ", "’s ", ",", " by ", " to "];

    // "Varnia and Oskeland"
    private bool IsOfSeveral(TextSpan span)
    {
        if (!span.In(document.Text).Contains(" and ", StringComparison.Ordinal)) { return false; }
        var mentions = SortedSpans.Touching(document.Parties, span, mention => mention.Span);
        foreach (var mention in mentions)
        {
            if (!mention.Party.Equals(mentions[0].Party)) { return true; }
        }

        return false;
    }

    // "A spokeswoman for Tarn, reached by Radio Lustava": how one came to speak is no part of who it is.
    private TextSpan Named(TextSpan span)
    {
        var words = span.In(document.Text);
        foreach (var aside in Asides)
        {
            if (words.IndexOf(aside, StringComparison.Ordinal) is > 0 and var at) { span = span with { End = span.Start + at }; words = span.In(document.Text); }
        }

        return span;
    }

    private static readonly string[] Asides = [", reached ", ", contacted ", ", asked ", ", quoted ", ", cited ", ", speaking ", ", interviewed ", ", captured ", ", held "];

    private PartyMention? FirstWithin(TextSpan span) => SortedSpans.Touching(document.Parties, span, mention => mention.Span) is [var mention, ..] ? mention : null;

    private static Dictionary<string, PartyMention> ByName(AnnotatedDocument document)
    {
        var names = new Dictionary<string, PartyMention>(StringComparer.OrdinalIgnoreCase);
        foreach (var mention in document.Parties.Where(mention => mention.Kind is not PartyTermKind.Adjective))
        {
            names.TryAdd(mention.Name, mention);
            names.TryAdd(mention.Span.SliceOf(document.Text), mention);
        }

        return names;
    }
}
