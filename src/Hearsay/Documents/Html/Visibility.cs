using AngleSharp.Dom;

namespace Hearsay.Documents.Html;

/// <summary>Tells what an element's own attributes say of how it is shown; style sheets are not read.</summary>
internal static class Visibility
{
    /// <summary>True where the element and all in it are not shown. The page's main elements never are: pages hide them until a script has run.</summary>
    public static bool IsHidden(IElement element, string tag)
    {
        if (tag is "body" or "html" or "main" or "article") { return false; }
        if (element.HasAttribute("hidden") || (tag is "dialog" && !element.HasAttribute("open"))) { return true; }
        if (element.GetAttribute("aria-hidden") is "true") { return true; }
        return element.GetAttribute("style") is { Length: > 0 } style && Hides(style);
    }

    /// <summary>True for a row of a table of data, as opposed to one that lays out a page: no cell holds block-level elements.</summary>
    public static bool IsDataRow(IElement row)
    {
        var cells = 0;
        foreach (var cell in row.ChildNodes)
        {
            if (cell is not IElement) { continue; }
            cells++;
            foreach (var part in cell.ChildNodes)
            {
                if (part is IElement { LocalName: var name } && (name is "br" || (name is not "p" && PageTags.Block.Contains(name)))) { return false; }
            }
        }

        return cells > 1;
    }

    private static bool Hides(string style)
    {
        var rest = style.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(';');
            var declaration = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            var colon = declaration.IndexOf(':');
            if (colon < 0) { continue; }
            var property = declaration[..colon].Trim();
            var value = declaration[(colon + 1)..].Trim();
            if ((property.Equals("display", StringComparison.OrdinalIgnoreCase) && value.StartsWith("none", StringComparison.OrdinalIgnoreCase))
                || (property.Equals("visibility", StringComparison.OrdinalIgnoreCase) && value.StartsWith("hidden", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
