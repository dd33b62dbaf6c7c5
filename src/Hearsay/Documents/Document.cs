using System.Collections.Immutable;

namespace Hearsay.Documents;

/// <summary>A capture read as text with blocks and metadata.</summary>
public sealed record Document
{
    /// <summary>SHA-256 of the original bytes, 64 lower-case hexadecimal digits. It names the document.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where the bytes came from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary><c>text/plain</c> or <c>text/html</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>Name of the encoding that the bytes were decoded with, as IANA writes it in lower case.</summary>
    public required string Encoding { get; init; }

    /// <summary>The plain text that all spans count in. For a text file the decoded file, untrimmed; for a page all visible text, one line a block.</summary>
    public required string Text { get; init; }

    /// <summary>The text's stretches, sorted and disjoint.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The article's title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Who wrote it, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The page's own address: as given, else canonical as the page says, else null.</summary>
    public string? Url { get; init; }

    /// <summary>ISO 639-1 code (<c>en</c>, <c>uk</c>, <c>ru</c>), or <c>other</c>; null where there are too few letters to tell.</summary>
    public string? Language { get; init; }

    /// <summary>When it was published.</summary>
    public PublicationDate Published { get; init; } = PublicationDate.Unknown;

    /// <summary>When the page says that it was last changed, or null.</summary>
    public DateOnly? Modified { get; init; }

    /// <summary>What a reader should know of how the bytes were read (bytes that could not be decoded, depth that was cut), one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>What a publication date rests on.</summary>
public enum DateBasis
{
    /// <summary>No date is known.</summary>
    Unknown,
    /// <summary>Whoever brought the capture gave it.</summary>
    Given,
    /// <summary>The page's metadata.</summary>
    Metadata,
    /// <summary>A date line in the text.</summary>
    Text,
    /// <summary>Inferred from what the text speaks of.</summary>
    Inferred,
}

/// <summary>A day of publication, or the days between which it must lie.</summary>
/// <param name="Value">The day, where one is known.</param>
/// <param name="Earliest">First day possible, inclusive.</param>
/// <param name="Latest">Last day possible, inclusive; null where nothing tells.</param>
/// <param name="Basis">What this rests on.</param>
public sealed record PublicationDate(DateOnly? Value, DateOnly? Earliest, DateOnly? Latest, DateBasis Basis)
{
    /// <summary>Why an inferred date is what it is, as clauses that a reader understands, parted by semicolons; null for others.</summary>
    public string? Reason { get; init; }

    /// <summary>Nothing is known.</summary>
    public static PublicationDate Unknown { get; } = new(null, null, null, DateBasis.Unknown);

    /// <summary>One known day.</summary>
    public static PublicationDate On(DateOnly day, DateBasis basis) => new(day, day, day, basis);
}
