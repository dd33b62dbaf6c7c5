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
            Time = Nearest(statement, mention.Span),
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

    private static TimeExpression? Nearest(Statement statement, TextSpan trigger)
    {
        TimeExpression? nearest = null;
        foreach (var date in statement.Dates)
        {
            if (date.Type is not (TimeType.Date or TimeType.Time)) { continue; }
            if (nearest is null || Distance(date.Span) < Distance(nearest.Value.Span)) { nearest = date; }
        }

        return nearest;

        int Distance(TextSpan span) => span.Start >= trigger.End ? span.Start - trigger.End : trigger.Start - span.End;
    }
}
