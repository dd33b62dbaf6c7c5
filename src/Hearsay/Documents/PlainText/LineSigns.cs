using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hearsay.Documents.PlainText;

/// <summary>Signs of page furniture that need no wording: what a line is made of.</summary>
internal static partial class LineSigns
{
    /// <summary>True for lines without words of their own: rules, markup left over, bare addresses, handles and tags, bars of links.</summary>
    public static bool IsFurniture(ReadOnlySpan<char> line)
    {
        if (line.Length > 600)
        {
            return false;
        }

        return !HasLetterOrDigit(line) || IsCounter(line) || Counters().IsMatch(line) || IsLeftover(line) || IsLinkBar(line) || (line.Length <= 120 && Telephone().IsMatch(line));
    }

    /// <summary>True for a picture's caption by its credit: a name and a stroke in brackets at the end.</summary>
    public static bool IsCaption(ReadOnlySpan<char> line) => line.Length <= 500 && Credit().IsMatch(line[^Math.Min(line.Length, 120)..]);

    /// <summary>True for a note that gives an address: its number in brackets, then the address.</summary>
    public static bool IsNote(ReadOnlySpan<char> line) => line.Length > 3 && line[0] is '[' && char.IsAsciiDigit(line[1]) && line.IndexOf(']') is > 1 and < 6
        && (line.Contains("http", StringComparison.OrdinalIgnoreCase) || line.Contains("www.", StringComparison.OrdinalIgnoreCase));

    /// <summary>True where a line is a few names: each word capitalised, none of them all capitals save initials.</summary>
    public static bool IsName(ReadOnlySpan<char> line) => line.Length <= 60 && Name().IsMatch(line);

    /// <summary>True where what follows a byline's opening can be names: half and more of its words have capitals, or an address stands behind two.</summary>
    public static bool HoldsNames(Paragraph paragraph, ReadOnlySpan<char> line) => paragraph.Capitalised >= 2 && (paragraph.Capitalised * 2 >= paragraph.Words || line.Contains('@'));

    /// <summary>Counts of reactions: pictograms and numbers, no letter.</summary>
    private static bool IsCounter(ReadOnlySpan<char> line)
    {
        var pictograms = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                return false;
            }

            pictograms += Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol ? 1 : 0;
        }

        return pictograms > 0;
    }

    /// <summary>A bar of links: three and more stretches of a few words with strokes, dots, arrows or wide gaps between them; numbers in them make it a row of a table.</summary>
    private static bool IsLinkBar(ReadOnlySpan<char> line)
    {
        if (line[^1] is '.' or '!' or '?')
        {
            return false;
        }

        var (bars, gaps, digits, words, inWord) = (0, 0, false, 0, false);
        for (var i = 0; i < line.Length; i++)
        {
            var character = line[i];
            digits |= char.IsDigit(character);
            if (character is '|' or '›' or '•' or '·' or '>' or '→')
            {
                bars++;
                words = 0;
            }
            else if (character is ' ' or '\t' && i > 0 && line[i - 1] == character && (i < 2 || line[i - 2] != character))
            {
                gaps++;
                words = 0;
            }
            else if (char.IsLetterOrDigit(character) && !inWord && ++words > 4)
            {
                return false;
            }

            inWord = char.IsLetterOrDigit(character);
        }

        return bars >= 2 || (gaps >= 2 && !digits);
    }

    private static bool HasLetterOrDigit(ReadOnlySpan<char> line)
    {
        foreach (var character in line)
        {
            if (char.IsLetterOrDigit(character))
            {
                return true;
            }
        }

        return false;
    }

    // How each kind of leftover begins or ends is looked at first: few lines need the pattern, which takes long to set up.
    private static bool IsLeftover(ReadOnlySpan<char> line) =>
        (line[0] is '<' or '@' or '#' || line[^1] is '{' or ';' or '\n' || line.StartsWith("http", StringComparison.Ordinal) || line.StartsWith("www.", StringComparison.Ordinal))
        && Leftover().IsMatch(line);

    // Markup alone; a stylesheet's line; addresses, handles or hashtags alone.
    [GeneratedRegex(@"^(?:(?:</?\w[^<>]*>\.?\s*)+|[.#]?[\w-]+(?:,\s*[.#][\w-]+)*\s*\{|[a-z-]+\s*:\s*[^\s:;]+(?:\s[^\s:;]+){0,3};|(?:(?:https?://|www\.)\S+\s*)+|(?:[@#][\w.]+[\s,.]*)+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Leftover();

    // In this pattern and in that of counts no repetition could leave a character to what follows it: a failure costs linear time with backtracking too.
    [GeneratedRegex(@"^(?:\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}[\p{Ll}'’]+)?|\p{Lu}\.)(?:\s+(?:\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}[\p{Ll}'’]+)?|\p{Lu}\.)){1,2}(?:(?:,\s*|\s+(?:and|та|і|и)\s+)\p{Lu}[\p{Ll}'’]+(?:\s+\p{Lu}[\p{Ll}'’-]+){1,2})*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"[(\[]\p{Lu}[^()\[\]/]{2,40}\s?/\s?(?:\p{Lu}|@)[^()\[\]]{1,50}[)\]]\.?$")]
    private static partial Regex Credit();

    // "In Astel, Anna Velk (English, French): +000 555 0131"
    [GeneratedRegex(@"(?:^|[\s:(])\+\d[\d\s()./-]{6,24}$", RegexOptions.RightToLeft)]
    private static partial Regex Telephone();

    // Counts of reactions with gaps between them: "4.2K Reposts   312 Quotes".
    [GeneratedRegex(@"^[\d.,]+\s?\p{L}?\s\p{L}+(?:(?:\s{2,}|\s*[·|•]\s*)[\d.,]+\s?\p{L}?\s\p{L}+){1,5}$")]
    private static partial Regex Counters();
}
