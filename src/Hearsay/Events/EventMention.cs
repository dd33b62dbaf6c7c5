using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Language.Figures;

namespace Hearsay.Events;

/// <summary>An event as the words of a sentence tell it, before it is known whose words they are.</summary>
/// <param name="Type">The pack's name for it.</param>
/// <param name="Span">The word that tells it.</param>
/// <param name="Sentence">The sentence that tells it.</param>
/// <param name="Participants">Who takes part, in text order.</param>
/// <param name="Negated">True where the sentence says that it did not happen.</param>
/// <param name="Count">How many it is about, or null.</param>
internal sealed record EventMention(string Type, TextSpan Span, Sentence Sentence, ImmutableArray<ParticipantMention> Participants, bool Negated, Figure? Count);

/// <summary>Who takes part in an event, as the sentence words it.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Span">Its words.</param>
/// <param name="Name">Canonical name, or its words without article and number; null for a pronoun, whose meaning the statement's source may decide.</param>
/// <param name="Side">Id of its party, or null.</param>
/// <param name="Person">Of a pronoun, which one it is.</param>
internal sealed record ParticipantMention(string Role, TextSpan Span, string? Name, string? Side, GrammaticalPerson Person = GrammaticalPerson.None);

/// <summary>What a pronoun tells of whom it means.</summary>
internal enum GrammaticalPerson
{
    /// <summary>It is no personal pronoun, or the second person.</summary>
    None,
    /// <summary>"we", "I", "our".</summary>
    First,
    /// <summary>"he", "she".</summary>
    He,
    /// <summary>"it".</summary>
    It,
    /// <summary>"they".</summary>
    They,
}
