namespace Hearsay.Documents.PlainText;

/// <summary>A line, or several that belong together, with what its shape tells.</summary>
/// <param name="Span">Where it is: never empty, no white space at its ends.</param>
/// <param name="AfterBlank">True where an empty line, or the beginning of the text, stands before it.</param>
/// <param name="Words">Number of words; counted no further than <see cref="MaxCounted"/>.</param>
/// <param name="Capitalised">How many of the words begin with a capital.</param>
/// <param name="Sentences">How many sentences seem to end in it.</param>
/// <param name="Closed">True where it ends as a sentence does: in a full stop and the like, with or without a closing quote after it.</param>
internal readonly record struct Paragraph(TextSpan Span, bool AfterBlank, int Words, int Capitalised, int Sentences, bool Closed)
{
    /// <summary>Where counting stops: a longer paragraph is prose whatever it holds.</summary>
    public const int MaxCounted = 120;

    /// <summary>True for running text: a whole sentence of some length, or many words.</summary>
    public bool IsProse => Words >= 25 || (Closed && Words >= 9 && !IsTitleCase) || Sentences >= 2 && Words >= 6;

    /// <summary>True where nearly every word has a capital, as headlines and names of sections do.</summary>
    public bool IsTitleCase => Words >= 2 && Capitalised >= Words * 0.75;

    /// <summary>True for a few words that are no sentence.</summary>
    public bool IsLabel => Words <= 8 && !Closed;

    /// <summary>Measures a stretch of text.</summary>
    public static Paragraph Measure(string text, TextSpan span, bool afterBlank)
    {
        var line = span.In(text);
        var (words, capitalised, sentences) = (0, 0, 0);
        var inWord = false;
        for (var i = 0; i < line.Length && words < MaxCounted; i++)
        {
            var character = line[i];
            if (char.IsLetterOrDigit(character))
            {
                if (!inWord)
                {
                    words++;
                    capitalised += char.IsUpper(character) ? 1 : 0;
                }

                inWord = true;
            }
            else if (character is not ('\'' or '’' or '-' or '.'))
            {
                inWord = false;
            }

            if (character is '.' or '!' or '?' or '…' && EndsSentence(line, i))
            {
                sentences++;
                inWord = false;
            }
        }

        return new Paragraph(span, afterBlank, words, capitalised, sentences, IsClosed(line));
    }

    /// <summary>True where a mark is followed by white space and a capital, or ends the line; after a word of at least three letters, so that initials and short titles do not count.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> line, int mark)
    {
        var next = mark + 1;
        while (next < line.Length && IsCloser(line[next])) { next++; }
        if (next >= line.Length)
        {
            return true;
        }

        var letters = 0;
        while (letters < 3 && mark - 1 - letters >= 0 && char.IsLetterOrDigit(line[mark - 1 - letters])) { letters++; }
        return letters == 3 && char.IsWhiteSpace(line[next]) && next + 1 < line.Length && (char.IsUpper(line[next + 1]) || line[next + 1] is '"' or '“' or '«');
    }

    private static bool IsClosed(ReadOnlySpan<char> line)
    {
        var end = line.Length;
        while (end > 0 && IsCloser(line[end - 1])) { end--; }
        return end > 0 && line[end - 1] is '.' or '!' or '?' or '…' or ';' or '。' or '！' or '？' && !line.EndsWith("...");
    }

    private static bool IsCloser(char character) => character is '"' or '”' or '’' or '\'' or '»' or ')' or ']' or '“';
}
