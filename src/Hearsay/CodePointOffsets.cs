namespace Hearsay;

/// <summary>Converts between the UTF-16 offsets used inside and the Unicode code points counted at the boundary, for one text.</summary>
/// <remarks>Costs one pass over the text and four bytes a character above U+FFFF; a conversion is a binary search over those.</remarks>
public sealed class CodePointOffsets
{
    private readonly int[] pairs; // UTF-16 offsets of high surrogates that begin a pair, ascending

    /// <summary>Prepares conversion for <paramref name="text"/>. A lone surrogate counts as one code point.</summary>
    public CodePointOffsets(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<int>();
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length - 1; i++)
        {
            if (char.IsHighSurrogate(text[i]) && char.IsLowSurrogate(text[i + 1]))
            {
                found.Add(i++);
            }
        }

        pairs = [.. found];
    }

    /// <summary>Number of code points before <paramref name="utf16"/>. An offset inside a pair counts the pair.</summary>
    public int ToCodePoint(int utf16)
    {
        var index = Array.BinarySearch(pairs, utf16);
        return utf16 - (index >= 0 ? index : ~index);
    }

    /// <summary>The UTF-16 offset of code point <paramref name="codePoint"/>.</summary>
    public int ToUtf16(int codePoint)
    {
        var (low, high) = (0, pairs.Length); // pairs[k] starts at code point pairs[k] - k
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pairs[middle] - middle < codePoint) { low = middle + 1; } else { high = middle; }
        }

        return codePoint + low;
    }
}
