namespace Hearsay.Documents.Html;

/// <summary>What a page says of itself in one of its places for that, or in all of them together. Every field may be null.</summary>
internal sealed record PageMetadata
{
    /// <summary>The article's title, as the page writes it.</summary>
    public string? Title { get; init; }

    /// <summary>The article's summary, one or two sentences.</summary>
    public string? Description { get; init; }

    /// <summary>The article's whole text, which some pages give to search engines.</summary>
    public string? ArticleText { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Who wrote it, names joined by commas.</summary>
    public string? Byline { get; init; }

    /// <summary>Canonical address.</summary>
    public string? Url { get; init; }

    /// <summary>Declared language, a lower-case primary subtag.</summary>
    public string? Language { get; init; }

    /// <summary>Day of publication, in the page's own time zone.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Day of the last change, in the page's own time zone.</summary>
    public DateOnly? Modified { get; init; }

    /// <summary>This, with what it lacks taken from <paramref name="other"/>.</summary>
    public PageMetadata Or(PageMetadata other) => new()
    {
        Title = Title ?? other.Title,
        Description = Description ?? other.Description,
        ArticleText = ArticleText ?? other.ArticleText,
        Outlet = Outlet ?? other.Outlet,
        Byline = Byline ?? other.Byline,
        Url = Url ?? other.Url,
        Language = Language ?? other.Language,
        Published = Published ?? other.Published,
        Modified = Modified ?? other.Modified,
    };
}
