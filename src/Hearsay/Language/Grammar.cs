using System.Collections.Immutable;

namespace Hearsay.Language;

/// <summary>What a language's models say of a document's tokens: four arrays parallel to <see cref="AnnotatedDocument.Tokens"/>.</summary>
/// <remarks>The strings are shared with the model's tables: equal values are the same object, and none is made for a token but a lemma that no table holds.</remarks>
/// <param name="Tags">Part-of-speech tags, of the Penn Treebank for English.</param>
/// <param name="Lemmas">Dictionary forms, in lower case but for names.</param>
/// <param name="Heads">Index of each token's governor in the document's tokens, always one of the same sentence; -1 for a sentence's root.</param>
/// <param name="Relations">Dependency relation to the governor (Universal Dependencies, version 1, basic, for English); <c>root</c> for a root.</param>
public sealed record Grammar(ImmutableArray<string> Tags, ImmutableArray<string> Lemmas, ImmutableArray<int> Heads, ImmutableArray<string> Relations);

/// <summary>What a named entity is.</summary>
public enum EntityType
{
    /// <summary>One human being, by name.</summary>
    Person,
    /// <summary>A body: ministry, agency, company, newspaper, army.</summary>
    Organisation,
    /// <summary>A country, region, city, river.</summary>
    Place,
    /// <summary>People of a nation, party or faith.</summary>
    Group,
    /// <summary>An office or a rank that stands for its holder.</summary>
    Role,
}

/// <summary>A mention of a named entity.</summary>
/// <param name="Span">From its first token's start to its last token's end.</param>
/// <param name="Type">What it is.</param>
public readonly record struct Entity(TextSpan Span, EntityType Type)
{
    /// <summary>Its fullest name in the document; null before references are resolved.</summary>
    public string? Name { get; init; }

    /// <summary>Id that all mentions of the same share within the document, as sources of statements do; null where it stands alone.</summary>
    public string? Id { get; init; }
}
