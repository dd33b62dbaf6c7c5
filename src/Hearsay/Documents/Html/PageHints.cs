namespace Hearsay.Documents.Html;

/// <summary>What a page's metadata says of its text: title, description and, on some pages, the article's text itself.</summary>
internal sealed class PageHints(string? title, string? description, string? articleText, string? byline)
{
    private readonly string title = Fold(title);
    private readonly string description = Fold(description);
    private readonly string articleText = Fold(articleText);

    private readonly string byline = Fold(byline);

    /// <summary>The hints that a page's metadata give.</summary>
    public static PageHints Of(PageMetadata metadata) => new(metadata.Title, metadata.Description, metadata.ArticleText, metadata.Byline);

    /// <summary>True where the line holds the authors' names and little else.</summary>
    public bool IsByline(ReadOnlySpan<char> line) => byline.Length > 4 && line.Length < 200 && Fold(line.ToString()) is var folded
        && folded.Contains(byline, StringComparison.Ordinal) && folded.Length < byline.Length * 3;

    /// <summary>True where the line is the title.</summary>
    public bool IsTitle(ReadOnlySpan<char> line) => title.Length > 0 && line.Length < 400 && Fold(line.ToString()) is { Length: > 3 } folded && title.Contains(folded, StringComparison.Ordinal) && folded.Length * 2 > title.Length;

    /// <summary>True where the line is the page's description, or its beginning.</summary>
    public bool IsDescription(ReadOnlySpan<char> line) => description.Length > 20 && line.Length is > 20 and < 1000 && Fold(line.ToString()) is var folded
        && (folded.StartsWith(description, StringComparison.Ordinal) || description.StartsWith(folded, StringComparison.Ordinal));

    /// <summary>1 where the metadata's article text has the line, 0 where it has not, -1 where there is no such text.</summary>
    public float IsInArticle(ReadOnlySpan<char> line)
    {
        if (articleText.Length < 200) { return -1; }
        return articleText.Contains(Fold(line.ToString()), StringComparison.Ordinal) ? 1 : 0;
    }

    private static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) { return ""; }
        return string.Create(CountLetters(text), text, static (span, source) =>
        {
            var at = 0;
            foreach (var c in source)
            {
                if (char.IsLetterOrDigit(c)) { span[at++] = char.ToLowerInvariant(c); }
            }
        });
    }

    private static int CountLetters(string text)
    {
        var count = 0;
        foreach (var c in text) { count += char.IsLetterOrDigit(c) ? 1 : 0; }
        return count;
    }
}
