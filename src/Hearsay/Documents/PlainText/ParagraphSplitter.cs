namespace Hearsay.Documents.PlainText;

/// <summary>Cuts plain text into paragraphs: a line each, or several where lines were broken to a width.</summary>
internal static class ParagraphSplitter
{
    /// <summary>Shortest and longest line that a fixed width gives, in characters.</summary>
    private const int MinWidth = 50, MaxWidth = 110;

    /// <summary>Fewest full lines that show that a text was broken to a width.</summary>
    private const int MinEvidence = 5;

    /// <summary>A line as long as this that does not end a sentence goes on in the next, if that begins in lower case.</summary>
    private const int MinRunOn = 40;

    /// <summary>Cuts a text. What is left after <paramref name="limit"/> paragraphs forms one more, so that a hostile file of short lines does not exhaust memory.</summary>
    public static List<Paragraph> Split(string text, int limit)
    {
        var paragraphs = new List<Paragraph>();
        var width = WrapWidth(text);
        var pending = default(TextSpan);
        var pendingAfterBlank = true;
        var lastLine = default(TextSpan);
        var blank = true;
        foreach (var line in Lines(text))
        {
            if (line.IsEmpty)
            {
                blank = true;
                continue;
            }

            if (paragraphs.Count >= limit)
            {
                pending = new TextSpan(pending.Start, new TextSpan(line.Start, text.Length).Trim(text).End);
                break;
            }

            if (!pending.IsEmpty && !blank && GoesOn(text, pending, lastLine, line, width))
            {
                pending = new TextSpan(pending.Start, line.End);
            }
            else
            {
                Flush();
                (pending, pendingAfterBlank) = (line, blank);
            }

            (lastLine, blank) = (line, false);
        }

        Flush();
        return paragraphs;

        void Flush()
        {
            if (!pending.IsEmpty)
            {
                paragraphs.Add(Paragraph.Measure(text, pending, pendingAfterBlank));
            }
        }
    }

    /// <summary>The lines of a text without white space at their ends; a blank line is empty.</summary>
    private static IEnumerable<TextSpan> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            yield return new TextSpan(start, end).Trim(text);
            start = end + 1;
        }
    }

    /// <summary>True where a line carries on the paragraph before it.</summary>
    private static bool GoesOn(string text, TextSpan paragraph, TextSpan lastLine, TextSpan line, int? width)
    {
        if (ListItem.Marker(line.In(text)) is not null || text[line.Start] is '>' || IsByline(line.In(text)))
        {
            return false;
        }

        var last = text[lastLine.End - 1];
        if (width is { } full)
        {
            // A short line ends its paragraph even where no empty line follows.
            return lastLine.Length >= full * 0.6 || (char.IsLower(text[line.Start]) && last is not ('.' or '!' or '?' or ':'));
        }

        return paragraph.Length >= MinRunOn && char.IsLower(text[line.Start]) && (char.IsLetterOrDigit(last) || last is ',' or '-' or '–' or '—');
    }

    /// <summary>True for "by" and a name, which stands alone below a headline even in lower case.</summary>
    private static bool IsByline(ReadOnlySpan<char> line) => line.Length is > 4 and < 60 && line.StartsWith("by ", StringComparison.OrdinalIgnoreCase) && char.IsUpper(line[3]);

    /// <summary>The width that a text's lines were broken to, or null where each line is a paragraph.</summary>
    private static int? WrapWidth(string text)
    {
        var (full, open, other, longest) = (0, 0, 0, 0);
        var previous = default(TextSpan);
        foreach (var line in Lines(text).Take(2000))
        {
            // Only a line with another straight below it can have been broken.
            if (!previous.IsEmpty && !line.IsEmpty)
            {
                var isFull = previous.Length is >= MinWidth and <= MaxWidth;
                full += isFull ? 1 : 0;
                other += isFull ? 0 : 1;
                open += isFull && text[previous.End - 1] is not ('.' or '!' or '?' or ':' or '"' or '”') ? 1 : 0;
            }

            longest = Math.Max(longest, line.Length);
            previous = line;
        }

        return full >= MinEvidence && full >= 2 * other && open * 2 >= full && longest <= MaxWidth ? longest : null;
    }
}
