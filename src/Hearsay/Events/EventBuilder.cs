using Hearsay.Language.Dates;
using Hearsay.Statements;

namespace Hearsay.Events;

/// <summary>Makes a statement's event of a mention: whom its pronouns mean, which of the statement's figures and dates are its own.</summary>
internal static class EventBuilder
{
    /// <summary>The event as the statement tells it.</summary>
    public static StatementEvent Build(EventMention mention, Statement statement) =>
        new(mention.Type, mention.Span, [.. mention.Participants.Select(participant => Named(participant, statement)).OfType<EventParticipant>()])
        {
            Negated = mention.Negated,
            Count = mention.Count is { } count && statement.Figures.Contains(count) ? count : null,
            Time = Nearest(statement.Dates.Where(date => date.Type is TimeType.Date or TimeType.Time).Select(date => (TimeExpression?)date), mention, date => date!.Value.Span), // a struct's default would pass for a date
            Place = Nearest(statement.Places, mention, place => place.Span),
        };

    // "We offered", "he had received": within a source's words the first person is the source; the third may be, but never in its own quotation.
    private static EventParticipant? Named(ParticipantMention participant, Statement statement)
    {
        if (participant.Name is { } name) { return new EventParticipant(participant.Role, name, participant.Side, participant.Span); }
        if (statement.Source is not { } source) { return null; }
        var means = participant.Person switch
        {
            GrammaticalPerson.First => true,
            GrammaticalPerson.He => statement.Kind is not StatementKind.Direct && source.Type is SourceType.Person or SourceType.Unnamed,
            GrammaticalPerson.It => statement.Kind is not StatementKind.Direct && source.Type is SourceType.Organisation or SourceType.Place or SourceType.Document,
            GrammaticalPerson.They => statement.Kind is not StatementKind.Direct && source.Type is SourceType.Group or SourceType.Organisation or SourceType.Unnamed,
            _ => false,
        };
        return means ? new EventParticipant(participant.Role, source.Name, source.Side, participant.Span) : null;
    }

    // Within the event's own sentence the nearest one is its.
    private static T? Nearest<T>(IEnumerable<T> facts, EventMention mention, Func<T, TextSpan> span)
    {
        var within = facts.Where(fact => mention.Sentence.Span.Contains(span(fact))).ToList();
        return within.Count == 0 ? default : within.MinBy(fact => Distance(span(fact), mention.Span));
    }

    private static int Distance(TextSpan fact, TextSpan trigger) => fact.Start >= trigger.End ? fact.Start - trigger.End : trigger.Start - fact.End;
}
