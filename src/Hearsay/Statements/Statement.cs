using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Judgements;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;

namespace Hearsay.Statements;

/// <summary>One attribution relation: who (source) said (cue) what (content), by which hands, how surely, when.</summary>
public sealed record Statement
{
    /// <summary>32 hexadecimal digits derived from the document's hash and the statement's spans; the same bytes and spans give the same id.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the document.</summary>
    public required string Document { get; init; }

    /// <summary>Role of the block that the statement stands in.</summary>
    public required BlockRole Block { get; init; }

    /// <summary>How the content is worded.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>What kind of act the cue names.</summary>
    public required StatementAct Act { get; init; }

    /// <summary>Probability, 0 to 1, that source and content are right.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whose word it is; null where the text gives none and none can be inferred.</summary>
    public required StatementSource? Source { get; init; }

    /// <summary>The words that attribute; null only for narrated statements.</summary>
    public required Cue? Cue { get; init; }

    /// <summary>What is claimed: sorted, disjoint, non-empty spans; at least one.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>The hands it came by, from the reader inwards; the last has role <see cref="HopRole.Origin"/>.</summary>
    public ImmutableArray<Hop> Chain { get; init; } = [];

    /// <summary>By which means it was said (<c>telegram</c>, <c>interview</c>, <c>report</c> …), or null.</summary>
    public string? Via { get; init; }

    /// <summary>Whether the source affirms or denies the content.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>How surely it is put forward.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>When it was said.</summary>
    public SaidOn SaidOn { get; init; } = SaidOn.Unknown;

    /// <summary>Dates within the content, in text order.</summary>
    public ImmutableArray<TimeExpression> Dates { get; init; } = [];

    /// <summary>Figures within the content, in text order.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Places within the content, in text order.</summary>
    public ImmutableArray<PlaceMention> Places { get; init; } = [];

    /// <summary>Events that the content tells of, in text order.</summary>
    public ImmutableArray<StatementEvent> Events { get; init; } = [];

    /// <summary>Who judged it, and what the engine had made of it; null where nobody did.</summary>
    public StatementVerdict? Judged { get; init; }

    /// <summary>Where it stands among others: where its cue begins, or its content where it has none.</summary>
    internal int Start => Cue?.Span.Start ?? Content[0].Start;

    /// <summary>The statement with another source, in which its chain then ends too.</summary>
    public Statement CreditedTo(StatementSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return this with { Source = source, Chain = [.. Chain.Where(hop => hop.Role is not HopRole.Origin), new Hop(HopRole.Origin, source.Name, source.Span)] };
    }
}

/// <summary>How a statement's content is worded.</summary>
public enum StatementKind
{
    /// <summary>All of it within quotation marks.</summary>
    Direct,
    /// <summary>None of it within quotation marks.</summary>
    Indirect,
    /// <summary>Part of it within quotation marks.</summary>
    Mixed,
    /// <summary>Nobody is credited: the outlet itself asserts it.</summary>
    Narrated,
}

/// <summary>What kind of act a cue names.</summary>
public enum StatementAct
{
    /// <summary>Says, writes, announces.</summary>
    Says,
    /// <summary>Asks or demands.</summary>
    Asks,
    /// <summary>Orders or decrees.</summary>
    Orders,
    /// <summary>Promises or threatens.</summary>
    Promises,
    /// <summary>Believes, thinks, knows.</summary>
    Believes,
    /// <summary>Intends, wants, plans.</summary>
    Intends,
    /// <summary>Supports or opposes.</summary>
    Supports,
    /// <summary>Shows, as evidence does.</summary>
    Shows,
    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What acts have in common.</summary>
public static class StatementActs
{
    /// <summary>True for acts that put something forward: says, shows, orders, promises, asks. What somebody believes, intends or supports stands back behind them.</summary>
    public static bool IsCentral(this StatementAct act) => act is StatementAct.Says or StatementAct.Shows or StatementAct.Orders or StatementAct.Promises or StatementAct.Asks;
}

/// <summary>Whether the source affirms or denies the content. A negation inside the content is no denial.</summary>
public enum Polarity
{
    /// <summary>Put forward.</summary>
    Affirmed,
    /// <summary>Denied ("denied these statements").</summary>
    Denied,
}

/// <summary>How surely a statement is put forward.</summary>
public enum Certainty
{
    /// <summary>As fact.</summary>
    Asserted,
    /// <summary>With "probably", "may", "reportedly".</summary>
    Hedged,
    /// <summary>The document says that it could not be verified.</summary>
    Unverified,
    /// <summary>Of the future.</summary>
    Forecast,
}

/// <summary>What a source's words rest on.</summary>
public enum SourceBasis
{
    /// <summary>The words stand in the statement's sentence; a pronoun counts.</summary>
    Stated,
    /// <summary>Carried over from earlier sentences.</summary>
    Inferred,
    /// <summary>The outlet itself, for narrated statements.</summary>
    Outlet,
}

/// <summary>What kind of party a source is.</summary>
public enum SourceType
{
    /// <summary>One human being.</summary>
    Person,
    /// <summary>A body: ministry, agency, company, newspaper.</summary>
    Organisation,
    /// <summary>A place that stands for its authorities.</summary>
    Place,
    /// <summary>Several people of a kind.</summary>
    Group,
    /// <summary>A text: report, list, post, poll.</summary>
    Document,
    /// <summary>A source that is deliberately not named.</summary>
    Unnamed,
}

/// <summary>Whose word a statement is.</summary>
/// <param name="Span">The words that name the source; null unless <paramref name="Basis"/> is <see cref="SourceBasis.Stated"/>.</param>
/// <param name="Name">Whom they mean: a pronoun's or a surname's full name where the text gives it.</param>
/// <param name="Basis">What this rests on.</param>
/// <param name="Type">What kind of party it is.</param>
public sealed record StatementSource(TextSpan? Span, string Name, SourceBasis Basis, SourceType Type)
{
    /// <summary>Id of the party that the pack counts it to, or null.</summary>
    public string? Side { get; init; }

    /// <summary>Id of the entity within the document that it is, or null.</summary>
    public string? Entity { get; init; }
}

/// <summary>The words that attribute.</summary>
/// <param name="Span">The verb with its group, the noun, the preposition or the mark.</param>
/// <param name="Lemma">Dictionary form of its head.</param>
public sealed record Cue(TextSpan Span, string Lemma);

/// <summary>What a hop does in a chain.</summary>
public enum HopRole
{
    /// <summary>Who published the document.</summary>
    Outlet,
    /// <summary>A news agency.</summary>
    Agency,
    /// <summary>Another outlet, post or report.</summary>
    Relay,
    /// <summary>A person or body that passes on another's word.</summary>
    Speaker,
    /// <summary>The last hand: the statement's source.</summary>
    Origin,
}

/// <summary>One hand that a statement passed through.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Name">Its name.</param>
/// <param name="Span">The words that name it, or null where the document has none.</param>
public sealed record Hop(HopRole Role, string Name, TextSpan? Span);

/// <summary>What a date of saying rests on.</summary>
public enum SaidOnBasis
{
    /// <summary>No date is known.</summary>
    Unknown,
    /// <summary>The text gives it.</summary>
    Stated,
    /// <summary>The day of publication stands in.</summary>
    Published,
}

/// <summary>When a statement was said.</summary>
/// <param name="Value">A TIMEX3 date value (<c>2024-11-27</c>), or null.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Span">The words that give it, or null.</param>
public sealed record SaidOn(string? Value, SaidOnBasis Basis, TextSpan? Span)
{
    /// <summary>Nothing is known.</summary>
    public static SaidOn Unknown { get; } = new(null, SaidOnBasis.Unknown, null);
}
