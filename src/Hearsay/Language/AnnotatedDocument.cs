using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Language.Coreference;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Parties;
using Hearsay.Statements;

namespace Hearsay.Language;

/// <summary>A document with its tokens and sentences. Every block but furniture is covered; a sentence never crosses a block.</summary>
/// <param name="Document">The document; its text is what all spans count in.</param>
/// <param name="Tokens">In text order.</param>
/// <param name="Sentences">In text order, disjoint.</param>
public sealed record AnnotatedDocument(Document Document, ImmutableArray<Token> Tokens, ImmutableArray<Sentence> Sentences)
{
    /// <summary>Tags, lemmas and trees; null where no model of the document's language ran.</summary>
    public Grammar? Grammar { get; init; }

    /// <summary>Mentions of named entities in text order, disjoint; empty where no model of the document's language ran.</summary>
    public ImmutableArray<Entity> Entities { get; init; } = [];

    /// <summary>Whom names, nouns and pronouns mean; null where no grammar is known.</summary>
    internal References? References { get; init; }

    /// <summary>Dates, times, durations and sets in text order, disjoint.</summary>
    public ImmutableArray<TimeExpression> Dates { get; init; } = [];

    /// <summary>Figures in text order.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Places in text order, disjoint; empty where they were not sought.</summary>
    public ImmutableArray<PlaceMention> Places { get; init; } = [];

    /// <summary>What stands for the pack's parties, in text order, disjoint; empty where they were not sought.</summary>
    internal ImmutableArray<PartyMention> Parties { get; init; } = [];

    /// <summary>Shorthand for <c>Document.Text</c>.</summary>
    public string Text => Document.Text;

    /// <summary>The tokens of one sentence, without copying.</summary>
    public ReadOnlySpan<Token> TokensOf(Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return Tokens.AsSpan().Slice(sentence.FirstToken, sentence.TokenCount);
    }
}

/// <summary>A word or mark as Penn Treebank cuts them ("do", "n't"; "Usov", "'s"). It never alters the text.</summary>
/// <param name="Span">Where it is; never empty, never crossing another token.</param>
public readonly record struct Token(TextSpan Span);

/// <summary>A sentence of one block.</summary>
/// <param name="Span">From its first token's start to its last token's end.</param>
/// <param name="Block">Index into <see cref="Document.Blocks"/>.</param>
/// <param name="FirstToken">Index into <see cref="AnnotatedDocument.Tokens"/>.</param>
/// <param name="TokenCount">At least 1.</param>
public sealed record Sentence(TextSpan Span, int Block, int FirstToken, int TokenCount);
