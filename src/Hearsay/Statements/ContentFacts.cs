using System.Collections.Immutable;
using Hearsay.Events;
using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Statements;

/// <summary>Gives each statement its source's side, and the dates, places, figures and events that lie within its content.</summary>
internal static class ContentFacts
{
    /// <summary>The same statements with what they hold.</summary>
    /// <param name="document">The document with its language layers and parties.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="events">The events that its sentences tell, in text order.</param>
    /// <param name="parties">The pack's parties.</param>
    public static ImmutableArray<Statement> Attach(AnnotatedDocument document, ImmutableArray<Statement> statements, ImmutableArray<EventMention> events, PartyLexicon parties)
    {
        var sides = new SourceSides(document, parties);
        return ImmutableArray.CreateRange(statements, statement => WithEvents(
            (sides.Of(statement.Source) is { } source ? statement.CreditedTo(source) : statement) with
            {
                Dates = Within(document.Dates, statement.Content, date => date.Span),
                Places = Within(document.Places, statement.Content, place => place.Span),
                Figures = Within(document.Figures, statement.Content, figure => figure.Span),
            },
            events));
    }

    // What the cue itself tells ("offered to exchange") is an event of the statement as much as what the content tells.
    private static Statement WithEvents(Statement statement, ImmutableArray<EventMention> events)
    {
        ImmutableArray<TextSpan> told = statement.Cue is { } cue ? [.. statement.Content.Append(cue.Span).OrderBy(span => span.Start)] : statement.Content;
        var within = Within(events, told, mention => mention.Span);
        return within.IsEmpty ? statement : statement with { Events = [.. within.Select(mention => EventBuilder.Build(mention, statement))] };
    }

    // All arrays are sorted by start, so each content span meets one run of facts.
    private static ImmutableArray<T> Within<T>(ImmutableArray<T> facts, ImmutableArray<TextSpan> content, Func<T, TextSpan> span)
    {
        var within = ImmutableArray.CreateBuilder<T>();
        foreach (var part in content)
        {
            for (var i = FirstFrom(facts, part.Start, span); i < facts.Length && span(facts[i]).Start < part.End; i++)
            {
                if (part.Contains(span(facts[i]))) { within.Add(facts[i]); }
            }
        }

        return within.DrainToImmutable();
    }

    private static int FirstFrom<T>(ImmutableArray<T> facts, int start, Func<T, TextSpan> span)
    {
        var (low, high) = (0, facts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (span(facts[middle]).Start < start) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }
}
