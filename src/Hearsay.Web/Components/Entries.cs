using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Statements;
using Hearsay.Web.Text;

namespace Hearsay.Web.Components;

/// <summary>What lists show of a document.</summary>
public sealed record DocumentEntry
{
    /// <summary>What tells it from every other document of the ledger.</summary>
    public required string Key { get; init; }

    /// <summary>The title, or what stands in for it; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>The outlet, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>When it was published.</summary>
    public required PublicationDate Published { get; init; }

    /// <summary>The language's code, or null.</summary>
    public string? Language { get; init; }

    /// <summary>How many statements it holds.</summary>
    public int Statements { get; init; }

    /// <summary>How many of them are denials.</summary>
    public int Denials { get; init; }

    /// <summary>How many sources it quotes, pronouns that nothing resolved not counted.</summary>
    public int Sources { get; init; }

    /// <summary>True where statements were sought: they are, for now, in English only.</summary>
    public bool Sought => Hearsay.Statements.StatementExtractor.Seeks(Language) || Statements > 0;

    /// <summary>The day that it is listed under, or null.</summary>
    public DateOnly? Day => Published.Value ?? Published.Earliest ?? Published.Latest;

    /// <summary>The order of lists: by day, undated ones last, then by outlet, title and key.</summary>
    public static int Compare(DocumentEntry left, DocumentEntry right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var order = (left.Day ?? DateOnly.MaxValue).CompareTo(right.Day ?? DateOnly.MaxValue);
        order = order != 0 ? order : string.CompareOrdinal(left.Outlet, right.Outlet);
        order = order != 0 ? order : string.CompareOrdinal(left.Title, right.Title);
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    }
}

/// <summary>A statement as a source's page quotes it, away from its document.</summary>
public sealed record QuotedStatement
{
    /// <summary>The statement's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The document that holds it.</summary>
    public required DocumentEntry Document { get; init; }

    /// <summary>Its number there.</summary>
    public required int Number { get; init; }

    /// <summary>The part of the document that holds it.</summary>
    public required int Part { get; init; }

    /// <summary>The content's words, shortened where they are long; its spans are joined by an ellipsis.</summary>
    public required string Content { get; init; }

    /// <summary>The words that lead up to a content too short to be understood alone ("Zhelivan rejected" before "these claims"); otherwise empty.</summary>
    public string Before { get; init; } = "";

    /// <summary>The words that follow such a content up to its source or cue; otherwise empty.</summary>
    public string After { get; init; } = "";

    /// <summary>The words that name the source here, or null where it was carried over or is the outlet.</summary>
    public string? NamedAs { get; init; }

    /// <summary>The words that attribute, or null.</summary>
    public string? Cue { get; init; }

    /// <summary>What the source's name rests on.</summary>
    public SourceBasis Basis { get; init; }

    /// <summary>What kind of party the source is.</summary>
    public SourceType Type { get; init; }

    /// <summary>How the content is worded.</summary>
    public StatementKind Kind { get; init; }

    /// <summary>What kind of act the cue names.</summary>
    public StatementAct Act { get; init; }

    /// <summary>True for what pages hold back until it is asked for.</summary>
    public bool IsAside => !Act.IsCentral() && Polarity is Polarity.Affirmed;

    /// <summary>Whether the source affirms or denies it.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>How surely it is put forward.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>Probability that source and content are right.</summary>
    public double Confidence { get; init; }

    /// <summary>By which means it was said, or null.</summary>
    public string? Via { get; init; }

    /// <summary>When it was said.</summary>
    public SaidOn SaidOn { get; init; } = SaidOn.Unknown;

    /// <summary>The day that it is listed under: when it was said where that is a day, else the document's.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>By day, then as the documents are listed, then by number.</summary>
    public static int Compare(QuotedStatement left, QuotedStatement right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var order = (left.Day ?? DateOnly.MaxValue).CompareTo(right.Day ?? DateOnly.MaxValue);
        order = order != 0 ? order : DocumentEntry.Compare(left.Document, right.Document);
        return order != 0 ? order : left.Number.CompareTo(right.Number);
    }
}

/// <summary>A source with all that it said.</summary>
/// <param name="Key">What its names have in common (<see cref="SourceKey"/>).</param>
/// <param name="Name">The name used most often.</param>
/// <param name="Type">The kind of party that it is most often.</param>
/// <param name="Statements">What it said, in the order of <see cref="QuotedStatement.Compare"/>; never empty.</param>
public sealed record SourceEntry(string Key, string Name, SourceType Type, ImmutableArray<QuotedStatement> Statements)
{
    /// <summary>How many of the statements are denials.</summary>
    public int Denials { get; } = Statements.Count(statement => statement.Polarity is Polarity.Denied);

    /// <summary>How many documents quote it.</summary>
    public int Documents { get; } = Statements.Select(statement => statement.Document.Key).Distinct(StringComparer.Ordinal).Count();

    /// <summary>How many outlets quote it, as far as they are known.</summary>
    public int Outlets { get; } = Statements.Select(statement => statement.Document.Outlet).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>True where the name may mean different people in different documents.</summary>
    public bool IsLoose => Type is SourceType.Unnamed or SourceType.Group;

    /// <summary>The order of lists: the most quoted first, then by key.</summary>
    public static int Compare(SourceEntry left, SourceEntry right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var order = right.Statements.Length.CompareTo(left.Statements.Length);
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    }
}
