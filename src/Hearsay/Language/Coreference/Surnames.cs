using System.Collections.Immutable;

namespace Hearsay.Language.Coreference;

/// <summary>Once a text has named somebody in full, the surname alone does something as that person, where the model sees no name in it ("Lars Eide … Eide puts down his cup"): one sense per discourse (Gale, Church and Yarowsky 1992).</summary>
internal static class Surnames
{
    private const int Shortest = 4; // letters

    /// <summary>Adds the surnames that stand alone, outside every mention, as persons.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="relations">Their relations; who does something is a person more surely than a word before a noun.</param>
    /// <param name="entities">The mentions in text order; so are those that are returned.</param>
    public static ImmutableArray<Entity> Add(string text, ImmutableArray<Token> tokens, ImmutableArray<string> relations, ImmutableArray<Entity> entities)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            if (entity.Type is EntityType.Person && LastWord(entity.Span.In(text)) is { Length: >= Shortest } surname && char.IsUpper(surname[0]) && !CalendarNames.Contains(surname)) { known.Add(surname.ToString()); }
        }

        if (known.Count == 0) { return entities; }
        var isKnown = known.GetAlternateLookup<ReadOnlySpan<char>>();
        List<Entity>? found = null;
        var next = 0;
        for (var t = 0; t < tokens.Length; t++)
        {
            var span = tokens[t].Span;
            while (next < entities.Length && entities[next].Span.End <= span.Start) { next++; }
            if (span.Length < Shortest || !char.IsUpper(text[span.Start]) || relations[t] is not ("nsubj" or "nsubjpass") || (next < entities.Length && entities[next].Span.Overlaps(span)) || !isKnown.Contains(span.In(text)) || IsInName(text, tokens, t)) { continue; }
            (found ??= []).Add(new Entity(span, EntityType.Person));
        }

        return found is null ? entities : [.. entities.Concat(found).OrderBy(entity => entity.Span.Start)];
    }

    // "Eide Street", "Camp Eide": part of some other name.
    private static bool IsInName(string text, ImmutableArray<Token> tokens, int t) =>
        (t + 1 < tokens.Length && tokens[t + 1].Span.Start - tokens[t].Span.End == 1 && char.IsUpper(text[tokens[t + 1].Span.Start])) || (t > 0 && tokens[t].Span.Start - tokens[t - 1].Span.End == 1 && char.IsUpper(text[tokens[t - 1].Span.Start]) && tokens[t - 1].Span.Length > 1);

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> name) => name.LastIndexOfAny(' ', '\n') is >= 0 and var blank ? name[(blank + 1)..] : default;
}
