using Hearsay.Documents.PlainText;

namespace Hearsay.Documents;

/// <summary>Finds the place, day and agency with which a report's first paragraph may begin: "ELSVIK, Nov 19 (Harbour News) - ", "(Elsvik, 12 November 2025) – ", "TELN, March 3. /NORD/. ", "TELN, MARCH 3, NORD. ".</summary>
internal static class RunInDateline
{
    /// <summary>Most characters of one.</summary>
    public const int Longest = 90;

    /// <summary>The offset of the first word after it; the paragraph's start where there is none.</summary>
    public static int End(string text, TextSpan paragraph)
    {
        var limit = Math.Min(paragraph.End - 2, paragraph.Start + Longest);
        if (Strokes(text, paragraph, limit) is { } agency) { return agency; }
        if (Capitals(text, paragraph, limit) is { } wire) { return wire; }
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

    /// <summary>The day that it gives, where it gives the year; else null.</summary>
    public static DateOnly? Day(string text, TextSpan paragraph) =>
        End(text, paragraph) is var end && end > paragraph.Start ? DateLine.Parse(text.AsSpan(paragraph.Start, end - paragraph.Start).TrimEnd(" -–—.").Trim("()"))?.Date.Value : null;

    // "TELN, March 3. /NORD/."
    private static int? Strokes(string text, TextSpan paragraph, int limit)
    {
        var open = text.IndexOf('/', paragraph.Start, Math.Max(0, limit - paragraph.Start));
        if (open <= paragraph.Start || text.IndexOf('/', open + 1, Math.Max(0, limit - open - 1)) is not (> 0 and var close)) { return null; }
        var end = close + 1;
        while (end < paragraph.End && (text[end] is '.' or '-' or '–' or '—' || char.IsWhiteSpace(text[end]))) { end++; }
        return end > close + 1 && end < paragraph.End && IsDateline(text.AsSpan(paragraph.Start, open - paragraph.Start)) ? end : null;
    }

    // "TELN, MARCH 3, NORDPRESS. The gate": a place, a day and an agency, all in capitals, up to a period.
    private static int? Capitals(string text, TextSpan paragraph, int limit)
    {
        var period = text.IndexOf(". ", paragraph.Start, Math.Max(0, Math.Min(limit, text.Length - 1) - paragraph.Start), StringComparison.Ordinal);
        if (period <= paragraph.Start) { return null; }
        var prefix = text.AsSpan(paragraph.Start, period - paragraph.Start);
        return prefix.Count(',') >= 2 && prefix.ContainsAnyInRange('0', '9') && !prefix.ContainsAnyInRange('a', 'z') && prefix.ContainsAnyInRange('A', 'Z') && period + 2 < paragraph.End ? period + 2 : null;
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
