using System.Buffers;

namespace Hearsay.Documents.Html;

/// <summary>What a page's metadata say of its text: title, description, authors and, on some pages, the article's text itself.</summary>
internal sealed class PageHints(PageMetadata metadata)
{
    /// <summary>Longer lines are not compared with titles, names and descriptions.</summary>
    private const int MaxLine = 1_000;

    /// <summary>Characters of article text searched in all on one page: each line costs a search through the whole.</summary>
    private const long MaxSearched = 200_000_000;

    private readonly string title = Fold(metadata.Title);
    private readonly string description = Fold(metadata.Description);
    private readonly string articleText = Fold(metadata.ArticleText);
    private readonly string byline = Fold(metadata.Byline);
    private long searched;

    /// <summary>What the metadata say of one line.</summary>
    /// <param name="IsTitle">True where the line is the title or most of it.</param>
    /// <param name="IsDescription">True where the line is the page's description, or one begins with the other.</param>
    /// <param name="IsByline">True where the line holds the authors' names and little else.</param>
    /// <param name="InArticle">1 where the metadata's article text has the line, 0 where it has not, -1 where there is no such text.</param>
    internal readonly record struct Hint(bool IsTitle, bool IsDescription, bool IsByline, int InArticle);

    /// <summary>Compares a line with the metadata; case, punctuation and white space do not matter.</summary>
    public Hint Of(ReadOnlySpan<char> line)
    {
        var searching = articleText.Length >= 200 && searched < MaxSearched;
        if (!searching && line.Length > MaxLine) { return new Hint(false, false, false, -1); }
        var buffer = ArrayPool<char>.Shared.Rent(line.Length);
        ReadOnlySpan<char> folded = buffer.AsSpan(0, Fold(line, buffer));
        var hint = new Hint(
            title.Length > 0 && line.Length < 400 && folded.Length is > 3 && folded.Length * 2 > title.Length && title.AsSpan().Contains(folded, StringComparison.Ordinal),
            description.Length > 20 && line.Length is > 20 and < MaxLine && (folded.StartsWith(description, StringComparison.Ordinal) || description.AsSpan().StartsWith(folded, StringComparison.Ordinal)),
            byline.Length > 4 && line.Length < 200 && folded.Length < byline.Length * 3 && folded.Contains(byline, StringComparison.Ordinal),
            !searching ? -1 : articleText.AsSpan().Contains(folded, StringComparison.Ordinal) ? 1 : 0);
        searched += searching ? articleText.Length : 0;
        ArrayPool<char>.Shared.Return(buffer);
        return hint;
    }

    private static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) { return ""; }
        var buffer = new char[text.Length];
        return new string(buffer, 0, Fold(text, buffer));
    }

    private static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var at = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) { folded[at++] = char.ToLowerInvariant(c); }
        }

        return at;
    }
}
