namespace Hearsay.Language;

/// <summary>Where addresses end that are one token: "https://a.example/b", "www.a.example", "a.example", "post@a.example". Every look ahead is bounded.</summary>
internal static class WebAddress
{
    /// <summary>How far a host name is looked for, in UTF-16 code units.</summary>
    private const int LookAhead = 256;

    /// <summary>The end of a web address that begins with a scheme or "www."; 0 where none does.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..];
        var scheme = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 4
            : 0;
        return scheme > 0 && Characters.IsWordAt(rest, scheme) ? PathEnd(text, start + scheme) : 0;
    }

    private static int PathEnd(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && Characters.KindAt(text, index) != CharacterKind.Blank
            && text[index] is not ('"' or '<' or '>' or '\u201C' or '\u201D' or '\u00AB' or '\u00BB' or '(' or ')' or '[' or ']' or '{' or '}' or '\u2026'))
        {
            index++;
        }

        while (text[index - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '\u2019')
        {
            index--;
        }

        return index;
    }

    /// <summary>The end of a host name, with its path or with a mailbox before it, that begins at <paramref name="start"/>; the host's start where there is none.</summary>
    public static int HostEnd(ReadOnlySpan<char> text, LanguageRules rules, int start)
    {
        var ahead = text[start..Math.Min(text.Length, start + LookAhead)];
        var end = 0;
        while (end < ahead.Length && (char.IsAsciiLetterOrDigit(ahead[end]) || ahead[end] is '.' or '-' or '_'))
        {
            end++;
        }

        while (end > 0 && !char.IsAsciiLetterOrDigit(ahead[end - 1]))
        {
            end--;
        }

        if (end > 0 && end + 1 < ahead.Length && ahead[end] == '@' && char.IsAsciiLetterOrDigit(ahead[end + 1]))
        {
            return MailboxEnd(text, start + end + 1);
        }

        var label = ahead[..end].LastIndexOf('.');
        if (label < 1 || !(rules.IsDomain(ahead, ahead[(label + 1)..end]) || (end < ahead.Length - 1 && ahead[end] == '/' && char.IsAsciiLetter(ahead[end + 1]) && end - label is >= 3 and <= 5)))
        {
            return start;
        }

        return start + end < text.Length && text[start + end] == '/' ? PathEnd(text, start + end) : start + end;
    }

    /// <summary>The end of the host name after a mailbox's sign.</summary>
    public static int MailboxEnd(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && (Characters.IsWordAt(text, index) || (text[index] is '.' or '-' or '_' && Characters.IsWordAt(text, index + 1))))
        {
            index += Characters.WidthAt(text, index);
        }

        return index;
    }
}
