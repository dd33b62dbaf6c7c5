using System.Collections.Immutable;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;

namespace Hearsay.Statements;

/// <summary>An event that a statement's content tells of, of a type that the pack knows.</summary>
/// <param name="Type">The pack's name for it, with a dot between the kind and what became of it: <c>exchange.offered</c>.</param>
/// <param name="Span">The word that tells it ("refused", "list"), within the content.</param>
/// <param name="Participants">Who takes part, in text order; empty where the text names nobody.</param>
public sealed record StatementEvent(string Type, TextSpan Span, ImmutableArray<EventParticipant> Participants)
{
    /// <summary>True where the content says that it did not happen ("had not submitted any requests").</summary>
    public bool Negated { get; init; }

    /// <summary>How many it is about, one of the statement's figures; null where the text gives no number.</summary>
    public Figure? Count { get; init; }

    /// <summary>Where it happened, one of the statement's places; null where the text does not say.</summary>
    public PlaceMention? Place { get; init; }

    /// <summary>When it happened, one of the statement's dates; null where the text does not say.</summary>
    public TimeExpression? Time { get; init; }

    /// <summary>Equal where everything is, participant by participant.</summary>
    public bool Equals(StatementEvent? other) =>
        other is not null && Type == other.Type && Span == other.Span && Negated == other.Negated && Equals(Count, other.Count) && Equals(Place, other.Place) && Equals(Time, other.Time)
        && Participants.AsSpan().SequenceEqual(other.Participants.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Span, Participants.Length);
}

/// <summary>Who takes part in an event.</summary>
/// <param name="Role">What it does, in the pack's words: <c>offeror</c>, <c>prisoners</c>.</param>
/// <param name="Name">Its canonical name where the pack or the document knows one, else its words.</param>
/// <param name="Side">Id of the party that it belongs to, or null.</param>
/// <param name="Span">The words that name it; null where it is understood from the sentence's source.</param>
public sealed record EventParticipant(string Role, string Name, string? Side, TextSpan? Span);

/// <summary>A mention of a place.</summary>
/// <param name="Span">The words.</param>
/// <param name="Name">Its usual English name.</param>
/// <param name="Id">Its id in the gazetteer (<c>geonames:703448</c>), or null where the gazetteer does not have it.</param>
/// <param name="Within">What contains it, from the inside out, the country last; empty where that is not known.</param>
public sealed record PlaceMention(TextSpan Span, string Name, string? Id, ImmutableArray<ContainingPlace> Within)
{
    /// <summary>Equal where everything is, container by container.</summary>
    public bool Equals(PlaceMention? other) =>
        other is not null && Span == other.Span && Name == other.Name && Id == other.Id && Within.AsSpan().SequenceEqual(other.Within.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Span, Name, Id);
}

/// <summary>A region or country that holds a place.</summary>
/// <param name="Id">Its id in the gazetteer.</param>
/// <param name="Name">Its usual English name.</param>
public sealed record ContainingPlace(string Id, string Name);
