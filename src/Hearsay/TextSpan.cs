namespace Hearsay;

/// <summary>A half-open range of UTF-16 code units in a document's text. The text itself is never altered or copied to annotate it.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="End">Offset after the last code unit; never before <paramref name="Start"/>. The default value is empty, at 0.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>True where the span holds no character.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>True where <paramref name="offset"/> is one of the span's.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>True where <paramref name="other"/> lies inside this span; equal spans contain each other.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>True where the two spans share at least one character.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The characters of <paramref name="text"/> that the span covers, without copying.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>The characters of <paramref name="text"/> that the span covers, as a new string.</summary>
    public string SliceOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Substring(Start, Length);
    }

    /// <summary>The span without white space at either end; empty, at its start, where nothing else is left.</summary>
    public TextSpan Trim(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (start, end) = (Start, End);
        while (start < end && char.IsWhiteSpace(text[start])) { start++; }
        while (end > start && char.IsWhiteSpace(text[end - 1])) { end--; }
        return new TextSpan(start, end);
    }

    /// <summary><c>[start,end)</c>, for messages and tests.</summary>
    public override string ToString() => $"[{Start},{End})";
}
