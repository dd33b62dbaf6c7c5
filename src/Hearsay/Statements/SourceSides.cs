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
        if (source is null) { return null; }
        var name = source.Name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? source.Name[4..] : source.Name;
        if (Known(name) is { } known)
        {
            return known.Kind is PartyTermKind.Name or PartyTermKind.Capital
                ? source with { Name = known.Name, Side = known.Party!.Id, Type = source.Type is SourceType.Person ? SourceType.Place : source.Type }
                : source with { Side = known.Party?.Id, Type = known.Kind is PartyTermKind.Organ && source.Type is SourceType.Person ? SourceType.Organisation : source.Type };
        }

        return source.Span is { } span && source.Type is not SourceType.Document && FirstWithin(span) is { } side ? source with { Side = side.Party.Id } : source;
    }

    private PartyTerm? Known(string name) =>
        byName.TryGetValue(name, out var mention) ? new PartyTerm(mention.Party, mention.Name, mention.Kind, []) : parties.Named(name) is { Party: not null, Kind: not (PartyTermKind.Adjective or PartyTermKind.Press) } term ? term : null;

    private PartyMention? FirstWithin(TextSpan span) => SortedSpans.Touching(document.Parties, span, mention => mention.Span).FirstOrDefault();

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
