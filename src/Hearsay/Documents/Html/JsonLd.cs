using System.Text.Json;

namespace Hearsay.Documents.Html;

/// <summary>
/// Reads an article's description as schema.org linked data (JSON-LD): the kinds of Article, alone, in arrays, in <c>@graph</c>
/// or under <c>mainEntity</c>. Scripts that are no JSON even when control characters, comments and trailing commas are forgiven are passed over.
/// </summary>
internal static class JsonLd
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Longest script read, in characters: what describes an article is far shorter.</summary>
    private const int MaxLength = 1 << 20;

    /// <summary>Objects looked at in one script at most.</summary>
    private const int MaxObjects = 2000;

    /// <summary>What <paramref name="script"/> says of the article it describes, or null where it describes none.</summary>
    public static PageMetadata? Read(string script)
    {
        if (script.Length > MaxLength || !script.Contains("schema.org", StringComparison.OrdinalIgnoreCase)) { return null; }
        try
        {
            using var document = JsonDocument.Parse(Mend(script), Lenient);
            return Find(document.RootElement) is { } article ? Describe(article) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Removes what pages wrap their data in and what JSON forbids within strings: CDATA marks, raw line ends and other control characters.</summary>
    private static string Mend(string script)
    {
        var json = script.Trim();
        if (json.StartsWith("//<![CDATA[", StringComparison.Ordinal) || json.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            json = json[(json.IndexOf('[', json.IndexOf('[', StringComparison.Ordinal) + 1) + 1)..];
            var close = json.LastIndexOf("]]>", StringComparison.Ordinal);
            json = close < 0 ? json : json[..close].TrimEnd().TrimEnd('/');
        }

        if (json.StartsWith("<!--", StringComparison.Ordinal)) { json = json[4..].Replace("-->", "", StringComparison.Ordinal); }
        json = json.TrimEnd().TrimEnd(';');
        return string.Create(json.Length, json, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++) { span[i] = source[i] < ' ' ? ' ' : source[i]; }
        });
    }

    private static JsonElement? Find(JsonElement root)
    {
        var waiting = new Queue<JsonElement>();
        waiting.Enqueue(root);
        for (var seen = 0; waiting.Count > 0 && seen < MaxObjects; seen++)
        {
            var element = waiting.Dequeue();
            if (element.ValueKind is JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray()) { waiting.Enqueue(item); }
            }
            else if (element.ValueKind is JsonValueKind.Object)
            {
                if (IsArticle(element)) { return element; }
                foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "item"])
                {
                    if (element.TryGetProperty(name, out var inner)) { waiting.Enqueue(inner); }
                }
            }
        }

        return null;
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type)) { return false; }
        if (type.ValueKind is JsonValueKind.String) { return Names(type.GetString()); }
        if (type.ValueKind is not JsonValueKind.Array) { return false; }
        foreach (var item in type.EnumerateArray())
        {
            if (item.ValueKind is JsonValueKind.String && Names(item.GetString())) { return true; }
        }

        return false;

        static bool Names(string? type) => type is not null
            && (type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || type.EndsWith("BlogPosting", StringComparison.OrdinalIgnoreCase)
                || type.EndsWith("Report", StringComparison.OrdinalIgnoreCase) || type.EndsWith("ClaimReview", StringComparison.OrdinalIgnoreCase)
                || type.EndsWith("SocialMediaPosting", StringComparison.OrdinalIgnoreCase));
    }

    private static PageMetadata Describe(JsonElement article) => new()
    {
        Title = MetadataText.Clean(String(article, "headline") ?? String(article, "name")),
        Description = MetadataText.Clean(String(article, "description")),
        ArticleText = String(article, "articleBody"),
        Outlet = MetadataText.Clean(NamesOf(article, "publisher") ?? NamesOf(article, "sourceOrganization")),
        Byline = MetadataText.Byline(NamesOf(article, "author") ?? NamesOf(article, "creator")),
        Url = String(article, "url") ?? IdOf(article, "mainEntityOfPage"),
        Language = MetadataText.Language(String(article, "inLanguage")),
        Published = MetadataText.Day(String(article, "datePublished")) ?? MetadataText.Day(String(article, "dateCreated")),
        Modified = MetadataText.Day(String(article, "dateModified")),
    };

    private static string? String(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string? IdOf(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) { return null; }
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object => String(value, "@id") ?? String(value, "url"),
            _ => null,
        };
    }

    private static string? NamesOf(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) { return null; }
        switch (value.ValueKind)
        {
            case JsonValueKind.String: return value.GetString();
            case JsonValueKind.Object: return String(value, "name");
            case JsonValueKind.Array:
                var names = new List<string>();
                foreach (var item in value.EnumerateArray())
                {
                    var one = item.ValueKind is JsonValueKind.String ? item.GetString() : item.ValueKind is JsonValueKind.Object ? String(item, "name") : null;
                    if (!string.IsNullOrWhiteSpace(one) && names.Count < 20 && !names.Contains(one)) { names.Add(one.Trim()); }
                }

                return names.Count == 0 ? null : string.Join(", ", names);
            default: return null;
        }
    }
}
