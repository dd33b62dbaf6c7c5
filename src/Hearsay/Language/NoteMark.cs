namespace Hearsay.Language;

/// <summary>The marks of an encyclopaedia's or a report's notes, which are no part of any sentence.</summary>
internal static class NoteMark
{
    /// <summary>The end of a note's mark ("[12]", "[a]", "[note 3]", "[citation needed]") that stands against what it belongs to; 0 where there is none.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        const int Longest = 24;
        if (start == 0 || Characters.KindAt(text, start - 1) == CharacterKind.Blank || Characters.IsOpener(text[start - 1])) { return 0; }
        var ahead = text[(start + 1)..Math.Min(text.Length, start + Longest)];
        var close = ahead.IndexOf(']');
        if (close < 1) { return 0; }
        var inside = ahead[..close];
        var digits = inside.StartsWith("note ", StringComparison.Ordinal) ? inside[5..] : inside;
        return inside is "citation needed" or "better source needed" or "when?" or "who?" or "by whom?" or "update"
            || (inside.Length == 1 && char.IsAsciiLetterLower(inside[0])) || (digits.Length is >= 1 and <= 3 && !digits.ContainsAnyExceptInRange('0', '9'))
            ? start + close + 2 : 0;
    }
}
