using System.Text.RegularExpressions;

namespace Hearsay.Documents.PlainText;

/// <summary>Recognises lines that are items of a list by the mark in front of them.</summary>
internal static partial class ListItem
{
    /// <summary>The mark that a line begins with (<c>-</c>, <c>•</c>, <c>1.</c>), or null. A long dash is none: in Ukrainian and Russian it opens speech.</summary>
    public static string? Marker(ReadOnlySpan<char> line)
    {
        line = line[..Math.Min(line.Length, 8)];
        foreach (var match in Mark().EnumerateMatches(line))
        {
            return line[..match.Length].TrimEnd().ToString();
        }

        return null;
    }

    /// <summary>True where a mark stands for an item by itself; numbers, letters and hyphens need a neighbour.</summary>
    public static bool IsBullet(string marker) => marker is "•" or "▪" or "◦" or "‣" or "●" or "■" or "·";

    /// <summary>The number of a numbered mark, or null.</summary>
    public static int? Number(string marker) => int.TryParse(marker.AsSpan().TrimEnd(".)"), out var number) ? number : null;

    [GeneratedRegex(@"^(?:[-–*•▪◦‣●■·]|\d{1,2}[.)])\s+")]
    private static partial Regex Mark();
}
