namespace Hearsay.Documents;

/// <summary>Finds what stands before a paragraph's first sentence and is no part of it: its number ("4. Now the figures"), or in a transcript the speaker's name ("ANNA VELK: ", "AV: ").</summary>
internal static class RunInLabel
{
    private const int Longest = 40;   // characters of a name
    private const int MostWords = 4;
    private const int FewestTurns = 3; // paragraphs with a name that make a transcript

    /// <summary>The labels' spans, up to the first word behind them, in text order.</summary>
    public static List<TextSpan> Find(Document document)
    {
        var (numbers, turns) = (new List<TextSpan>(), new List<TextSpan>());
        foreach (var block in document.Blocks)
        {
            if (block.Role is not (BlockRole.Body or BlockRole.List or BlockRole.Quote)) { continue; }
            if (NumberEnd(document.Text, block.Span) is > 0 and var behind) { numbers.Add(block.Span with { End = behind }); }
            else if (NameEnd(document.Text, block.Span) is > 0 and var end) { turns.Add(block.Span with { End = end }); }
        }

        return turns.Count < FewestTurns ? numbers : [.. numbers.Concat(turns).OrderBy(span => span.Start)];
    }

    // "4. " or "12) " before a capital
    private static int NumberEnd(string text, TextSpan block)
    {
        var at = block.Start;
        while (at < block.End && at - block.Start < 3 && char.IsAsciiDigit(text[at])) { at++; }
        if (at == block.Start || at + 2 >= block.End || text[at] is not ('.' or ')') || text[at + 1] != ' ') { return 0; }
        return char.IsUpper(text[at + 2]) ? at + 2 : 0;
    }

    private static int NameEnd(string text, TextSpan block)
    {
        var colon = text.IndexOf(':', block.Start, Math.Min(Longest, block.Length));
        if (colon < block.Start + 2 || colon + 2 >= block.End || text[colon + 1] != ' ') { return 0; }
        var words = 0;
        foreach (var range in text.AsSpan(block.Start, colon - block.Start).Split(' '))
        {
            var word = text.AsSpan(block.Start, colon - block.Start)[range];
            if (word.IsEmpty || ++words > MostWords || !(char.IsUpper(word[0]) || word[0] == '(')) { return 0; }
        }

        return colon + 2;
    }
}
