using System.Text.RegularExpressions;

namespace Hearsay.Documents.PlainText;

/// <summary>Recognises lines that are items of a list by the mark in front of them.</summary>
internal static partial class ListItem
{
    /// <summary>The mark that a line begins with (<c>-</c>, <c>•</c>, <c>1.</c>, a pictogram), or null. A long dash is none: in Ukrainian and Russian it opens speech.</summary>
    public static string? Marker(ReadOnlySpan<char> line)
    {
        line = line[..Math.Min(line.Length, 8)];
        foreach (var match in Mark().EnumerateMatches(line))
        {
            return line[..match.Length].TrimEnd().ToString();
        }

        return null;
    }

    /// <summary>True where a mark stands for an item by itself; numbers, hyphens and pictograms need a neighbour.</summary>
    public static bool IsBullet(string marker) => marker.TrimEnd('\uFE0F') is "•" or "▪" or "◦" or "‣" or "●" or "■" or "·";

    /// <summary>True for a pictogram, which stands before headlines as often as before items.</summary>
    public static bool IsPictogram(string marker) => !IsBullet(marker) && marker[0] > '\u2100';

    /// <summary>The number of a numbered mark, or null.</summary>
    public static int? Number(string marker) => int.TryParse(marker.AsSpan().TrimEnd(".)"), out var number) ? number : null;

    [GeneratedRegex(@"^(?:[-–*·]|\p{So}|[\uD83C-\uD83E][\uDC00-\uDFFF]|[•‣]|\d{1,2}[.)])\uFE0F?\s+")]
    private static partial Regex Mark();
}
