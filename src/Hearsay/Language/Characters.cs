using System.Globalization;

namespace Hearsay.Language;

/// <summary>What a character may be part of, as far as tokens go.</summary>
internal enum CharacterKind : byte
{
    /// <summary>White space, and controls and format characters, which no one sees.</summary>
    Blank,
    /// <summary>A letter or a mark on one.</summary>
    Letter,
    /// <summary>A digit or another number character.</summary>
    Digit,
    /// <summary>A straight or curly single quotation mark.</summary>
    Apostrophe,
    /// <summary>Any other mark: a token of its own unless a rule says otherwise.</summary>
    Mark,
}

/// <summary>Kinds of characters. Half a surrogate pair that stands alone is a mark.</summary>
internal static class Characters
{
    private static readonly CharacterKind[] Ascii = [.. Enumerable.Range(0, 128).Select(value => Classify((char)value))];

    /// <summary>The kind of the character at <paramref name="index"/>; of the pair, where one begins there.</summary>
    public static CharacterKind KindAt(ReadOnlySpan<char> text, int index)
    {
        var character = text[index];
        if (character < 128)
        {
            return Ascii[character];
        }

        if (char.IsSurrogate(character))
        {
            return index + 1 < text.Length && char.IsSurrogatePair(character, text[index + 1])
                ? Of(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(character, text[index + 1])))
                : CharacterKind.Mark;
        }

        return Classify(character);
    }

    /// <summary>True for a letter or a digit at <paramref name="index"/>; false past the end.</summary>
    public static bool IsWordAt(ReadOnlySpan<char> text, int index) =>
        index < text.Length && KindAt(text, index) is CharacterKind.Letter or CharacterKind.Digit;

    /// <summary>True for a decimal digit 0 to 9 at <paramref name="index"/>; false past the end.</summary>
    public static bool IsDigitAt(ReadOnlySpan<char> text, int index) => index < text.Length && char.IsAsciiDigit(text[index]);

    /// <summary>True for a letter at <paramref name="index"/>; false past the end.</summary>
    public static bool IsLetterAt(ReadOnlySpan<char> text, int index) => index < text.Length && KindAt(text, index) == CharacterKind.Letter;

    /// <summary>UTF-16 code units of the character at <paramref name="index"/>: 1, or 2 for a surrogate pair.</summary>
    public static int WidthAt(ReadOnlySpan<char> text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    /// <summary>True for marks that close what stands before them: quotes, brackets.</summary>
    public static bool IsCloser(char character) => character is '"' or '\'' or '\u201D' or '\u2019' or '\u00BB' or '\u203A' or ')' or ']' or '}' or '\u201C';

    /// <summary>True for marks that open what follows them: quotes, brackets.</summary>
    public static bool IsOpener(char character) =>
        character is '"' or '\'' or '\u201C' or '\u2018' or '\u00AB' or '\u2039' or '\u201E' or '\u201A' or '(' or '[' or '{';

    private static CharacterKind Classify(char character) => character switch
    {
        '\'' or '\u2019' or '\u2018' or '\u201B' => CharacterKind.Apostrophe,
        _ when char.IsWhiteSpace(character) => CharacterKind.Blank,
        _ => Of(char.GetUnicodeCategory(character)),
    };

    private static CharacterKind Of(UnicodeCategory category) => category switch
    {
        <= UnicodeCategory.EnclosingMark => CharacterKind.Letter,
        <= UnicodeCategory.OtherNumber => CharacterKind.Digit,
        UnicodeCategory.Control or UnicodeCategory.Format => CharacterKind.Blank,
        _ => CharacterKind.Mark,
    };
}
