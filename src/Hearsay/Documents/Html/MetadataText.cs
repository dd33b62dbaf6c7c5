using System.Globalization;
using System.Net;
using System.Text;

namespace Hearsay.Documents.Html;

/// <summary>Cleans the values that pages give of themselves.</summary>
internal static class MetadataText
{
    private const int MaxLength = 2000;

    /// <summary>One line without markup, entities or needless space; null for nothing.</summary>
    public static string? Clean(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) { return null; }
        if (value.Length > MaxLength) { value = value[..(char.IsHighSurrogate(value[MaxLength - 1]) ? MaxLength - 1 : MaxLength)]; }
        if (value.Contains('&')) { value = WebUtility.HtmlDecode(value); }
        var clean = new StringBuilder(value.Length);
        var inTag = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '<' && i + 1 < value.Length && (char.IsAsciiLetter(value[i + 1]) || value[i + 1] is '/') && value.IndexOf('>', i) > 0) { inTag = true; }
            if (!inTag)
            {
                if (char.IsWhiteSpace(c) || char.IsControl(c))
                {
                    if (clean.Length > 0 && clean[^1] != ' ') { clean.Append(' '); }
                }
                else
                {
                    clean.Append(char.IsSurrogate(c) && !IsPaired(value, i) ? '\uFFFD' : c);
                }
            }

            if (c is '>') { inTag = false; }
        }

        var text = clean.ToString().Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>Authors' names without "By" and addresses; null where none is left.</summary>
    public static string? Byline(string? value)
    {
        var text = Clean(value);
        if (text is null || text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.Length > 200) { return null; }
        if (text.StartsWith("by ", StringComparison.OrdinalIgnoreCase)) { text = text[3..].Trim(); }
        return text.Length == 0 ? null : text;
    }

    /// <summary>The primary subtag of a language tag in lower case; null for anything else.</summary>
    public static string? Language(string? value)
    {
        var tag = value?.Trim() ?? "";
        var end = tag.AsSpan().IndexOfAny('-', '_');
        var primary = end < 0 ? tag : tag[..end];
        if (primary.Length is not (2 or 3)) { return null; }
        foreach (var c in primary)
        {
            if (!char.IsAsciiLetter(c)) { return null; }
        }

        return primary.ToLowerInvariant();
    }

    /// <summary>The day of a time stamp, as written and in its own time zone: ISO 8601, RFC 1123, <c>2024-12-04 10:15</c>, <c>20241204</c>, and English dates in words.</summary>
    public static DateOnly? Day(string? value)
    {
        var text = value?.Trim() ?? "";
        if (text.Length is < 6 or > 60) { return null; }
        if (text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return Plausible(iso);
        }

        if (text.Length >= 8 && DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var compact)) { return Plausible(compact); }
        if (text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
        {
            return Plausible(DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(text.Length == 13 ? unix / 1000 : unix).UtcDateTime));
        }

        return DatesInWords.Find(text) is { } written ? Plausible(written) : null;
    }

    private static DateOnly? Plausible(DateOnly day) => day.Year is >= 1990 and < 2100 ? day : null;

    private static bool IsPaired(string value, int i) => char.IsHighSurrogate(value[i])
        ? i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])
        : i > 0 && char.IsHighSurrogate(value[i - 1]);
}
