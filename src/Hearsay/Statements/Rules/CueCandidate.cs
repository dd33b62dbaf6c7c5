using Hearsay.Packs;

namespace Hearsay.Statements.Rules;

/// <summary>The grammar in which a cue word stands.</summary>
internal enum CueShape
{
    /// <summary>"said", "has said", "would not say", "is saying".</summary>
    Finite,
    /// <summary>"to say".</summary>
    Infinitive,
    /// <summary>"saying", without a form of "be".</summary>
    Gerund,
    /// <summary>"is said", "was asked", "criticised by".</summary>
    Passive,
    /// <summary>"the claim".</summary>
    Noun,
    /// <summary>"is confident".</summary>
    Adjective,
}

/// <summary>A cue word met in a sentence, with the words that belong to its group.</summary>
/// <param name="Word">The cue word.</param>
/// <param name="Head">Its place in the sentence.</param>
/// <param name="Start">First word of the group: auxiliaries, negation, adverbs.</param>
/// <param name="End">After the group's last word.</param>
/// <param name="Shape">The grammar it stands in.</param>
/// <param name="Form">The head's form.</param>
/// <param name="Auxiliary">The group has an auxiliary before its head.</param>
internal sealed record CueCandidate(CueWord Word, int Head, int Start, int End, CueShape Shape, WordForm Form, bool Auxiliary);
