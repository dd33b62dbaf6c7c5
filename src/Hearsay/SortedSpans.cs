using System.Collections.Immutable;

namespace Hearsay;

/// <summary>Searches things that lie in a text one behind the other, sorted and disjoint, by halving.</summary>
internal static class SortedSpans
{
    /// <summary>Index of the first one that ends after <paramref name="offset"/>; their number where none does.</summary>
    public static int FirstEndingAfter<T>(IReadOnlyList<T> items, int offset, Func<T, TextSpan> span)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (span(items[middle]).End <= offset) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }

    /// <summary>The same, without making an object of the array.</summary>
    public static int FirstEndingAfter<T>(ImmutableArray<T> items, int offset, Func<T, TextSpan> span)
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (span(items[middle]).End <= offset) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }

    /// <summary>Those that share a character with <paramref name="range"/>, in text order, without copying.</summary>
    public static ReadOnlySpan<T> Touching<T>(ImmutableArray<T> items, TextSpan range, Func<T, TextSpan> span)
    {
        var first = FirstEndingAfter(items, range.Start, span);
        var end = first;
        while (end < items.Length && span(items[end]).Start < range.End) { end++; }
        return items.AsSpan()[first..end];
    }
}
