using System.Collections.Immutable;

namespace Hearsay.Statements.Rules;

/// <summary>The way in which an attribution is worded; each has its own measured precision.</summary>
internal enum Construction
{
    /// <summary>"…, X said": what is said stands before.</summary>
    Postposed,
    /// <summary>"…, said X".</summary>
    Inverted,
    /// <summary>"according to X".</summary>
    According,
    /// <summary>"As X noted, …".</summary>
    AsClause,
    /// <summary>"X said “…”".</summary>
    SubjectQuote,
    /// <summary>"X said that …", "X asked whether …".</summary>
    SubjectClause,
    /// <summary>"X said it was …", where nothing marks the clause.</summary>
    SubjectBare,
    /// <summary>"X endorsed Y": the content is a noun phrase.</summary>
    SubjectObject,
    /// <summary>"X hopes to …".</summary>
    SubjectInfinitive,
    /// <summary>"X called for …".</summary>
    SubjectPreposition,
    /// <summary>"…, adding that …", "to deny that …": the subject is the sentence's.</summary>
    Dependent,
    /// <summary>"was asked whether", "was criticised by X".</summary>
    Passive,
    /// <summary>"seems to …".</summary>
    Raising,
    /// <summary>"X's claim that …".</summary>
    Noun,
    /// <summary>"X is confident that …".</summary>
    Adjective,
    /// <summary>"Minister: no list was sent", "X: “…”".</summary>
    Colon,
    /// <summary>"No list was sent – ministry".</summary>
    Tail,
    /// <summary>"Source: X" and the like as a paragraph's label.</summary>
    Label,
    /// <summary>An item of a list that a lead-in line credits to someone.</summary>
    ListLead,
    /// <summary>"This was reported by X": what is said are the sentences before.</summary>
    BackReference,
    /// <summary>A speaker's turn in a transcript or an interview.</summary>
    Turn,
}

/// <summary>An attribution as found in a sentence, before anything is made of its words.</summary>
internal sealed record Attribution
{
    public required Construction Construction { get; init; }

    /// <summary>Index of the sentence that holds the cue.</summary>
    public required int Sentence { get; init; }

    public required TextSpan Cue { get; init; }

    /// <summary>Dictionary form of the cue's head.</summary>
    public required string Lemma { get; init; }

    public required StatementAct Act { get; init; }

    /// <summary>How surely the words attribute, 0 to 1, from the cue word's rate and what follows it.</summary>
    public required double Strength { get; init; }

    /// <summary>The probability that source and content are right, where a model gave it; null leaves it to <see cref="ConfidenceTable"/>.</summary>
    public double? Confidence { get; init; }

    /// <summary>The words that name the source, or null.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>Sorted and disjoint.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>Who passed it on, outermost first: the words that name them.</summary>
    public ImmutableArray<TextSpan> Relays { get; init; } = [];

    public bool Denies { get; init; }

    public bool Hedges { get; init; }
}
