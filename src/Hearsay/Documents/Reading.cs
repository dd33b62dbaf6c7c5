using System.Collections.Immutable;

namespace Hearsay.Documents;

/// <summary>What a decoded file or page says: its text with blocks, and what it says of itself.</summary>
internal sealed record Reading
{
    /// <summary>A text file's text as it is; of a page all visible text, furniture included, one line a block, <c>\n</c> between blocks, empty where nothing is visible.</summary>
    public required string Text { get; init; }

    /// <summary>The stretches with their roles: sorted, disjoint, never empty, without white space at their ends, and together all that is not white space.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The article's title without the site's name, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Who wrote it, names joined by commas, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>A page's canonical address, absolute, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The language that a page declares, a lower-case primary subtag such as <c>uk</c>; a hint only.</summary>
    public string? Language { get; init; }

    /// <summary>When it says that it was published; <see cref="DateBasis.Metadata"/>, <see cref="DateBasis.Text"/> or unknown.</summary>
    public PublicationDate Published { get; init; } = PublicationDate.Unknown;

    /// <summary>When it says that it was last changed, or null.</summary>
    public DateOnly? Modified { get; init; }

    /// <summary>What a reader should know of how it was read, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
