namespace Hearsay.Documents.Html;

/// <summary>Parts a page's title from the name of the site that many pages write after it.</summary>
internal static class SiteName
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " • ", " · ", " « ", " » ", " / ", " ‹ ", " / "];

    /// <summary>The title and the outlet.</summary>
    /// <param name="title">The title as the metadata give it, perhaps with the site's name.</param>
    /// <param name="outlet">The outlet as the metadata give it.</param>
    /// <param name="headline">The headline that stands on the page, which is the title where there is one.</param>
    public static (string? Title, string? Outlet) Part(string? title, string? outlet, string? headline)
    {
        outlet = Clean(outlet);
        if (title is null) { return (headline, outlet); }
        foreach (var separator in Separators)
        {
            for (var at = title.LastIndexOf(separator, StringComparison.Ordinal); at > 0; at = title.LastIndexOf(separator, at - 1, StringComparison.Ordinal))
            {
                var (head, tail) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
                if (head.Length == 0 || tail.Length == 0) { continue; }
                if (headline is not null && Same(head, headline)) { return (headline, outlet ?? Short(tail)); }
                if (headline is not null && Same(tail, headline)) { return (headline, outlet ?? Short(head)); }
                if (outlet is not null && Same(tail, outlet)) { return (headline ?? head, outlet); }
                if (outlet is not null && Same(head, outlet)) { return (headline ?? tail, outlet); }
            }
        }

        return (headline ?? title, outlet);
    }

    /// <summary>A name without the marks of an account or an address; null where nothing is left.</summary>
    private static string? Clean(string? outlet)
    {
        if (outlet is null) { return null; }
        if (Uri.TryCreate(outlet, UriKind.Absolute, out var address) && address.Host.Length > 0)
        {
            outlet = address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
        }

        outlet = outlet.TrimStart('@').Trim();
        return outlet.Length is 0 or > 80 ? null : outlet;
    }

    /// <summary>A site's name is a few words; anything longer beside the title is not one.</summary>
    private static string? Short(string name)
    {
        foreach (var separator in Separators)
        {
            var at = name.LastIndexOf(separator, StringComparison.Ordinal);
            if (at >= 0) { name = name[(at + separator.Length)..].Trim(); }
        }

        return name.Length is > 0 and <= 40 ? name : null;
    }

    private static bool Same(string one, string other)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < one.Length && !char.IsLetterOrDigit(one[i])) { i++; }
            while (j < other.Length && !char.IsLetterOrDigit(other[j])) { j++; }
            if (i == one.Length || j == other.Length) { return i == one.Length && j == other.Length; }
            if (char.ToLowerInvariant(one[i++]) != char.ToLowerInvariant(other[j++])) { return false; }
        }
    }
}
