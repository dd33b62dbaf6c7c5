using AngleSharp.Dom;

namespace Hearsay.Documents.Html;

/// <summary>
/// Collects what a page says of itself in one walk over its elements. Where several places speak, the order is JSON-LD, OpenGraph
/// and the usual meta names, microdata, <c>time</c> and <c>title</c>: the more an element is meant for machines that show the article, the earlier.
/// </summary>
internal sealed class MetadataReader
{
    private PageMetadata linked = new();
    private PageMetadata micro = new();
    private readonly Dictionary<string, string> metas = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> authors = [];
    private string? canonical, language, title, firstTime;

    private const int MaxItemText = 500;

    /// <summary>Reads the metadata of a whole document.</summary>
    public static PageMetadata Read(IDocument document)
    {
        var reader = new MetadataReader();
        var path = new Stack<(INodeList Children, int Next)>();
        path.Push((document.ChildNodes, 0));
        while (path.TryPop(out var level))
        {
            if (level.Next == level.Children.Length) { continue; }
            path.Push(level with { Next = level.Next + 1 });
            if (level.Children[level.Next] is IElement element)
            {
                reader.See(element);
                path.Push((element.ChildNodes, 0));
            }
        }

        return reader.Sum();
    }

    private void See(IElement element)
    {
        switch (element.LocalName)
        {
            case "html":
                language = MetadataText.Language(element.GetAttribute("lang") ?? element.GetAttribute("xml:lang"));
                break;
            case "title" when title is null:
                title = MetadataText.Clean(element.TextContent);
                break;
            case "meta":
                SeeMeta(element);
                return;
            case "link" when canonical is null && string.Equals(element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase):
                canonical = element.GetAttribute("href");
                break;
            case "script" when element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase):
                if (JsonLd.Read(element.TextContent) is { } found) { linked = linked.Or(found); }
                return;
            case "time" when firstTime is null:
                firstTime = element.GetAttribute("datetime") ?? Short(element);
                break;
        }

        if (element.GetAttribute("itemprop") is { } property) { SeeItem(element, property); }
    }

    private void SeeMeta(IElement element)
    {
        if (element.GetAttribute("content") is not { Length: > 0 } content) { return; }
        if ((element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop")) is not { Length: > 0 and < 60 } name) { return; }
        if (name.Equals("author", StringComparison.OrdinalIgnoreCase) || name.Equals("article:author", StringComparison.OrdinalIgnoreCase)
            || name.Equals("citation_author", StringComparison.OrdinalIgnoreCase) || name.Equals("dc.creator", StringComparison.OrdinalIgnoreCase))
        {
            if (authors.Count < 20 && MetadataText.Byline(content) is { } author && !authors.Contains(author)) { authors.Add(author); }
        }
        else
        {
            metas.TryAdd(name, content);
        }
    }

    private void SeeItem(IElement element, string property)
    {
        micro = property switch
        {
            "headline" => micro with { Title = micro.Title ?? MetadataText.Clean(Short(element)) },
            "author" or "creator" => micro with { Byline = micro.Byline ?? MetadataText.Byline(Short(element)) },
            "datePublished" => micro with { Published = micro.Published ?? Day(element) },
            "dateModified" => micro with { Modified = micro.Modified ?? Day(element) },
            "publisher" => micro with { Outlet = micro.Outlet ?? MetadataText.Clean(element.QuerySelector("[itemprop=name]") is { } name ? Short(name) : null) },
            _ => micro,
        };
    }

    private static DateOnly? Day(IElement element) => MetadataText.Day(element.GetAttribute("datetime")) ?? MetadataText.Day(element.GetAttribute("content")) ?? MetadataText.Day(Short(element));

    /// <summary>An element's content attribute or text, unless it is too long to be a name or a date.</summary>
    private static string? Short(IElement element)
    {
        if (element.GetAttribute("content") is { Length: > 0 } content) { return content; }
        var text = element.ChildElementCount > 20 ? "" : element.TextContent;
        return text.Length is > 0 and < MaxItemText ? text : null;
    }

    private string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (metas.TryGetValue(name, out var value)) { return value; }
        }

        return null;
    }

    private PageMetadata Sum()
    {
        var named = new PageMetadata
        {
            Title = MetadataText.Clean(Meta("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title", "headline")),
            Description = MetadataText.Clean(Meta("og:description", "description", "twitter:description", "sailthru.description", "dc.description")),
            Outlet = MetadataText.Clean(Meta("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher_name", "cre", "copyright")),
            Byline = authors.Count > 0 ? string.Join(", ", authors) : MetadataText.Byline(Meta("parsely-author", "sailthru.author", "byl", "twitter:creator_name", "dcterms.creator")),
            Url = Meta("og:url", "twitter:url"),
            Language = MetadataText.Language(Meta("og:locale", "content-language", "dc.language", "language")),
            Published = MetadataText.Day(Meta("article:published_time", "datePublished", "og:published_time", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
                "publish_date", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "citation_publication_date", "article.published", "cxenseparse:recs:publishtime", "last-published")),
            Modified = MetadataText.Day(Meta("article:modified_time", "dateModified", "og:updated_time", "lastmod", "last-modified", "dcterms.modified", "article.updated", "revised")),
        };
        var plain = new PageMetadata
        {
            Title = title,
            Published = MetadataText.Day(firstTime),
        };
        return (new PageMetadata { Url = canonical, Language = language }).Or(linked).Or(named).Or(micro).Or(plain);
    }
}
