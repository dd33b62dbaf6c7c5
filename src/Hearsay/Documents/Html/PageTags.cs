using System.Collections.Frozen;

namespace Hearsay.Documents.Html;

/// <summary>What HTML's elements mean for a reader: which break a line, which are never seen.</summary>
internal static class PageTags
{
    /// <summary>Elements that begin and end a line, as style sheets of browsers have it.</summary>
    public static FrozenSet<string> Block { get; } = new[]
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
        "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "thead", "tfoot",
        "tr", "td", "th", "caption", "ul", "listing", "xmp", "plaintext",
    }.ToFrozenSet();

    /// <summary>Elements whose text a reader never sees, or that hold controls instead of text.</summary>
    public static FrozenSet<string> Unseen { get; } = new[]
    {
        "head", "script", "style", "noscript", "template", "textarea", "select", "datalist", "iframe", "object", "embed", "applet", "canvas",
        "audio", "video", "svg", "math", "map", "noembed", "noframes", "frameset", "meter", "progress", "rp", "title", "link", "meta", "base",
    }.ToFrozenSet();
}
