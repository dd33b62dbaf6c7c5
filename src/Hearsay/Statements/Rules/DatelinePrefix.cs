namespace Hearsay.Statements.Rules;

/// <summary>Finds the place, day and agency with which a report's first paragraph may begin: "ELSVIK, Nov 19 (Harbour News) - ", "(Elsvik, 12 November 2025) – ".</summary>
internal static class DatelinePrefix
{
    private const int Longest = 90;

    /// <summary>The offset of the first word after it; the paragraph's start where there is none.</summary>
    public static int End(string text, TextSpan paragraph)
    {
        var limit = Math.Min(paragraph.End - 2, paragraph.Start + Longest);
        for (var i = paragraph.Start + 3; i < limit; i++)
        {
            if (text[i] is '-' or '–' or '—' && char.IsWhiteSpace(text[i + 1]) && (char.IsWhiteSpace(text[i - 1]) || text[i - 1] == ')'))
            {
                var end = i + 1;
                while (end < paragraph.End && char.IsWhiteSpace(text[end])) { end++; }
                return IsDateline(text.AsSpan(paragraph.Start, i - paragraph.Start)) ? end : paragraph.Start;
            }
        }

        return paragraph.Start;
    }

    // Capitals, figures and marks alone; a place in capital letters, an agency in brackets, or all of it in brackets with a year.
    private static bool IsDateline(ReadOnlySpan<char> prefix)
    {
        var (shouted, bracketed, figures, words) = (false, prefix.Contains('('), false, 0);
        foreach (var range in prefix.SplitAny(" ,/().".AsSpan()))
        {
            var word = prefix[range];
            if (word.IsEmpty) { continue; }
            words++;
            figures |= char.IsAsciiDigit(word[0]);
            if (!char.IsUpper(word[0]) && !char.IsAsciiDigit(word[0]) && word is not ("de" or "of" or "and" or "the" or "region" or "local" or "time")) { return false; }
            shouted |= words == 1 && word.Length > 2 && !word.ContainsAnyInRange('a', 'z');
        }

        return shouted || (bracketed && (figures || prefix[0] != '('));
    }
}
