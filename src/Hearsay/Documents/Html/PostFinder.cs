
namespace Hearsay.Documents.Html;

/// <summary>Finds the posts of a live page: boxes that one template made, side by side, each with its time of day. Where one of them is body, all are.</summary>
internal static class PostFinder
{
    private const int Fewest = 3;
    private const int Climb = 4;
    private const int ProseWords = 6;

    /// <summary>Adds the running text and the headings of such posts to the body.</summary>
    public static void Add(Page page, bool[] body)
    {
        var seen = new HashSet<PageBox>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < body.Length; i++)
        {
            if (!body[i] || page.Lines[i].Words < ProseWords) { continue; }
            var box = page.Lines[i].Box;
            for (var step = 0; step < Climb && box.Parent is { } parent; step++, box = parent)
            {
                if (parent.EndLine - parent.FirstLine > box.EndLine - box.FirstLine && seen.Add(parent)) { AddPosts(page, body, parent, box.Signature); }
            }
        }
    }

    private static void AddPosts(Page page, bool[] body, PageBox parent, int signature)
    {
        var posts = new List<PageBox>();
        var timed = 0;
        for (var i = parent.FirstLine; i < parent.EndLine;)
        {
            if (Child(page.Lines[i].Box, parent) is not { } child)
            {
                i++;
                continue;
            }

            if (child.Signature == signature && (child.Inherited & (BoxTraits.Comment | BoxTraits.Navigation | BoxTraits.Related | BoxTraits.Sidebar | BoxTraits.Footer)) == 0)
            {
                posts.Add(child);
                timed += BeginsWithTime(page.Lines[i].Span.In(page.Text)) ? 1 : 0;
            }

            i = Math.Max(i + 1, child.EndLine);
        }

        if (posts.Count < Fewest || 3 * timed < 2 * posts.Count) { return; }
        foreach (var post in posts)
        {
            for (var i = post.FirstLine; i < post.EndLine; i++)
            {
                var line = page.Lines[i];
                body[i] |= page.Wording[i] is null && line.ControlLength == 0 && line.LinkLength * 2 < line.Span.Length && (i == post.FirstLine || (line.Words >= ProseWords && page.Text[line.Span.End - 1] is '.' or '!' or '?' or '”' or '"' or '…'));
            }
        }
    }

    private static PageBox? Child(PageBox box, PageBox parent)
    {
        for (var at = box; at.Parent is { } above; at = above)
        {
            if (ReferenceEquals(above, parent)) { return at; }
        }

        return null;
    }

    // "6:40 pm …", "14.05 …", "7h ago …"
    private static bool BeginsWithTime(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && i < 2 && char.IsAsciiDigit(text[i])) { i++; }
        return i > 0 && i + 2 < text.Length && text[i] is ':' or '.' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && !(i + 3 < text.Length && char.IsAsciiDigit(text[i + 3]));
    }
}
