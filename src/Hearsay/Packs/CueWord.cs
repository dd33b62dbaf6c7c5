using System.Collections.Frozen;
using Hearsay.Statements;

namespace Hearsay.Packs;

/// <summary>Part of speech of a cue word.</summary>
internal enum CueClass
{
    /// <summary>"says", "denied".</summary>
    Verb,
    /// <summary>"claim", "criticism".</summary>
    Noun,
    /// <summary>"confident", "aware", after a form of "be".</summary>
    Adjective,
}

/// <summary>What can follow a cue word as content.</summary>
[Flags]
internal enum Complements
{
    None = 0,
    /// <summary>A clause, with or without "that".</summary>
    Clause = 1,
    /// <summary>Words in quotation marks.</summary>
    Quote = 2,
    /// <summary>A noun phrase.</summary>
    Object = 4,
    /// <summary>An infinitive with "to".</summary>
    Infinitive = 8,
    /// <summary>The one spoken to, before the content.</summary>
    Recipient = 16,
}

/// <summary>A word that attributes.</summary>
/// <param name="Lemma">Dictionary form.</param>
/// <param name="Class">Part of speech.</param>
/// <param name="Act">The kind of act it names.</param>
/// <param name="Rate">Share of its occurrences, in whatever use, that are cues; 0 to 1.</param>
/// <param name="Takes">What can follow it.</param>
/// <param name="Prepositions">Prepositions that can link it to its content.</param>
/// <param name="Denies">The source denies the content.</param>
/// <param name="Rejects">It denies only what is somebody's claim: an offer that is rejected is not denied.</param>
/// <param name="Hedges">The content is put forward with reserve.</param>
/// <param name="Senses">Other acts that it names, by what follows it (<c>infinitive</c>, <c>recipient</c>, <c>question</c>, a preposition …) or by its subject (<c>evidence</c>).</param>
internal sealed record CueWord(
    string Lemma, CueClass Class, StatementAct Act, double Rate, Complements Takes, FrozenSet<string> Prepositions, bool Denies, bool Rejects, bool Hedges,
    FrozenDictionary<string, StatementAct> Senses)
{
    /// <summary>True for words that report speech or thought in full clauses.</summary>
    public bool Reports => (Takes & (Complements.Clause | Complements.Quote)) != 0;

    public bool Has(Complements complement) => (Takes & complement) != 0;
}

/// <summary>A form of a cue word as it may stand in a text.</summary>
internal readonly record struct CueForm(CueWord Word, WordForm Form);
