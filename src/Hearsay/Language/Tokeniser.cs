namespace Hearsay.Language;

/// <summary>
/// Cuts a stretch of text into tokens as the Penn Treebank does (Taylor, Marcus and Santorini 2003, with the habits of Stanford's PTBTokenizer):
/// clitics, currency signs and marks are tokens of their own; hyphenated words, abbreviations with their period, numbers with separators,
/// addresses, handles and tags are kept whole. Between tokens there is nothing but white space, invisible characters and
/// the marks of an encyclopaedia's or a report's notes ("[12]" behind a word or a stop), which are no part of any sentence.
/// One pass, in linear time: every look ahead is bounded.
/// </summary>
internal ref struct Tokeniser
{
    /// <summary>Longest token in UTF-16 code units; a longer run of letters is cut, so that nothing that reads a token can be made slow.</summary>
    public const int MaxLength = 1024;

    /// <summary>How far a rule looks ahead, in UTF-16 code units.</summary>
    private const int LookAhead = 256;

    private readonly ReadOnlySpan<char> text;
    private readonly LanguageRules rules;
    private readonly bool isHeadline;
    private int position;

    /// <summary>Starts at the beginning of <paramref name="text"/>.</summary>
    /// <param name="text">One block's text.</param>
    /// <param name="rules">Those of the document's language.</param>
    /// <param name="isHeadline">Whether words may be capitalised without opening a sentence.</param>
    public Tokeniser(ReadOnlySpan<char> text, LanguageRules rules, bool isHeadline)
    {
        this.text = text;
        this.rules = rules;
        this.isHeadline = isHeadline;
    }

    /// <summary>Offset of the current token's first code unit.</summary>
    public int Start { get; private set; }

    /// <summary>Offset after the current token's last code unit.</summary>
    public int End => position;

    /// <summary>Line breaks between the token before and the current one.</summary>
    public int LineBreaks { get; private set; }

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool MoveNext()
    {
        LineBreaks = 0;
        while (position < text.Length)
        {
            if (Characters.KindAt(text, position) == CharacterKind.Blank)
            {
                LineBreaks += BreaksAt(position) ? 1 : 0;
                position += Characters.WidthAt(text, position);
            }
            else if (text[position] == '[' && NoteMark.End(text, position) is var mark and > 0)
            {
                position = mark;
            }
            else
            {
                break;
            }
        }

        if (position >= text.Length)
        {
            return false;
        }

        Start = position;
        var end = Characters.KindAt(text, position) switch
        {
            CharacterKind.Letter or CharacterKind.Digit => WordEnd(position),
            CharacterKind.Apostrophe => ApostropheEnd(),
            _ => MarkEnd(),
        };
        position = end - Start <= MaxLength ? end : Start + MaxLength - (char.IsHighSurrogate(text[Start + MaxLength - 1]) ? 1 : 0);
        return true;
    }

    private readonly bool BreaksAt(int index) =>
        text[index] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[index] == '\r' && !(index + 1 < text.Length && text[index + 1] == '\n'));

    private readonly int WordEnd(int start)
    {
        if (text[start] is 'h' or 'H' or 'w' or 'W' && WebAddress.End(text, start) is var address and > 0)
        {
            return address;
        }

        var index = start;
        var segment = start;
        var numeric = true;
        var limit = Math.Min(text.Length, start + MaxLength);
        while (index < limit)
        {
            var kind = Characters.KindAt(text, index);
            if (kind is CharacterKind.Letter or CharacterKind.Digit)
            {
                numeric &= kind == CharacterKind.Digit;
                index += Characters.WidthAt(text, index);
                continue;
            }

            var follows = Characters.IsWordAt(text, index + 1);
            switch (text[index])
            {
                case '\'' or '\u2019' when Characters.IsLetterAt(text, index + 1):
                    var letters = RunOfLetters(index + 1);
                    if (NegationCut(start, index, letters) is var cut and >= 0)
                    {
                        return cut;
                    }

                    if (IsClitic(index, letters))
                    {
                        return index;
                    }

                    index = letters;
                    continue;
                case '-' or '\u2010' or '\u2011' or '/' when follows:
                case '_' when follows:
                case '&' when char.IsUpper(text[index - 1]) && index + 1 < text.Length && char.IsUpper(text[index + 1]):
                    index++;
                    segment = index;
                    numeric = false;
                    continue;
                case '.' when PeriodEnd(start, segment, index, numeric) is var (next, more):
                    if (!more)
                    {
                        return next;
                    }

                    segment = next;
                    index = next;
                    continue;
                case ',' when (numeric || IsNumber(segment, index)) && IsThousands(index + 1): // "1,000", "1,000-for-1,000"
                case ':' when numeric && index - start <= 2 && Characters.IsDigitAt(text, index + 1):
                    index++;
                    continue;
                case '@' when follows:
                    return WebAddress.MailboxEnd(text, index + 1);
                case '$' when index - start <= 3 && Characters.IsDigitAt(text, index + 1) && IsUpper(start, index):
                    return index + 1;
                case '\u00AD' or '\u200C' or '\u200D' when follows:
                    index++;
                    continue;
            }

            break;
        }

        return rules.CutOf(text[start..index]) is var fused and > 0 ? start + fused : index;
    }

    /// <summary>Where the word goes on or ends at a period; <c>More</c> is true where it goes on.</summary>
    private readonly (int Next, bool More) PeriodEnd(int start, int segment, int index, bool numeric)
    {
        var length = index - segment;
        if (numeric && Characters.IsDigitAt(text, index + 1))
        {
            return (index + 1, true);
        }

        var initial = length == 1 && Characters.KindAt(text, segment) == CharacterKind.Letter;
        if (Characters.IsLetterAt(text, index + 1))
        {
            var letters = RunOfLetters(index + 1);
            if (initial && letters - index == 2)
            {
                return segment > start || (letters < text.Length && text[letters] == '.') || !char.IsUpper(text[index + 1]) == !char.IsUpper(text[segment])
                    ? (index + 1, true)
                    : (index, false);
            }

            if (WebAddress.HostEnd(text, rules, start) is var host && host > index)
            {
                return (host, false);
            }

            if (length <= 3 && letters < text.Length && text[letters] == '.' && rules.AbbreviationOf(text[segment..letters]) != LanguageRules.Abbreviation.None)
            {
                return (Closing(letters), false);
            }

            return (index, false);
        }

        if (index + 2 < text.Length && text[index + 1] is '-' or '\u2010' or '\u2011' && initial && Characters.IsWordAt(text, index + 2))
        {
            return (index + 1, true);
        }

        var kind = rules.AbbreviationOf(text[(initial ? start : segment)..index]);
        if (kind == LanguageRules.Abbreviation.None && initial && (segment > start || char.IsUpper(text[segment])))
        {
            kind = LanguageRules.Abbreviation.Plain;
        }

        return kind switch
        {
            LanguageRules.Abbreviation.Plain => (Closing(index), false),
            LanguageRules.Abbreviation.Title => (SkipBlanks(index + 1, out _) < text.Length ? index + 1 : index, false),
            LanguageRules.Abbreviation.Number => (Characters.IsDigitAt(text, SkipBlanks(index + 1, out _)) ? index + 1 : index, false),
            _ => (index, false),
        };
    }

    /// <summary>The end of an abbreviation at its period: after it, or before it where it ends the sentence too and so becomes a token of its own.</summary>
    private readonly int Closing(int period)
    {
        var index = period + 1;
        while (index < text.Length && Characters.IsCloser(text[index]))
        {
            index++;
        }

        var next = SkipBlanks(index, out var breaks);
        if (next >= text.Length || breaks > 1)
        {
            return period;
        }

        if (next == period + 1 || isHeadline)
        {
            return period + 1;
        }

        while (next < text.Length && Characters.IsOpener(text[next]))
        {
            next++;
        }

        return next < text.Length && char.IsUpper(text[next]) && rules.IsStarter(text[next..RunOfLetters(next)]) ? period : period + 1;
    }

    /// <summary>True where a sentence may begin at <paramref name="index"/> although what stands before need not have ended.</summary>
    public readonly bool IsStarterAt(int index)
    {
        while (index < text.Length && Characters.IsOpener(text[index]))
        {
            index++;
        }

        return index < text.Length && char.IsUpper(text[index]) && rules.IsStarter(text[index..RunOfLetters(index)]);
    }

    private readonly int ApostropheEnd()
    {
        var start = Start;
        if (start + 1 >= text.Length)
        {
            return start + 1;
        }

        if (text[start] == '\'' && text[start + 1] == '\'')
        {
            return start + 2;
        }

        if (Characters.IsLetterAt(text, start + 1))
        {
            var letters = RunOfLetters(start + 1);
            var attached = start > 0 && Characters.KindAt(text, start - 1) != CharacterKind.Blank && !Characters.IsOpener(text[start - 1]);
            if ((attached && IsClitic(start, letters)) || (!attached && rules.IsLeading(text[(start + 1)..letters])))
            {
                return letters;
            }
        }

        if (Characters.IsDigitAt(text, start + 1) && Characters.IsDigitAt(text, start + 2) && !Characters.IsDigitAt(text, start + 3)
            && (start == 0 || !Characters.IsWordAt(text, start - 1)))
        {
            var end = start + 3 + (start + 3 < text.Length && text[start + 3] == 's' ? 1 : 0);
            return Characters.IsWordAt(text, end) ? start + 1 : end;
        }

        return start + 1;
    }

    private readonly int MarkEnd()
    {
        var start = Start;
        var character = text[start];
        switch (character)
        {
            case '.':
                return Characters.IsDigitAt(text, start + 1) && StandsFree() ? WordEnd(start + 1) : DotsEnd();
            case '-' or '+' or '\u2212':
                return Characters.IsDigitAt(text, start + 1) && StandsFree() ? WordEnd(start + 1) : RunEnd();
            case '@' or '#' when Characters.IsWordAt(text, start + 1):
                return HandleEnd(start + 1);
            case '!' or '?':
                var marks = start + 1;
                while (marks < text.Length && text[marks] is '!' or '?')
                {
                    marks++;
                }

                return marks;
            case '\u2013' or '\u2014' or '\u2015' or '*' or '_' or '=' or '~' or '#':
                return RunEnd();
            case '`' when start + 1 < text.Length && text[start + 1] == '`':
                return start + 2;
            case '<':
                return TagEnd();
        }

        var end = start + Characters.WidthAt(text, start);
        if (end > start + 1 || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.OtherSymbol)
        {
            while (end < text.Length && IsPartOfEmoji(end))
            {
                end += Characters.WidthAt(text, end);
            }
        }

        return end;
    }

    private readonly bool IsPartOfEmoji(int index) =>
        text[index] is '\uFE0F' or '\u200D' || (Characters.WidthAt(text, index) == 2 && Characters.KindAt(text, index) == CharacterKind.Mark);

    private readonly bool StandsFree() =>
        Start == 0 || Characters.KindAt(text, Start - 1) == CharacterKind.Blank || Characters.IsOpener(text[Start - 1]) || text[Start - 1] is '$' or '\u00A3' or '\u20AC';

    private readonly int RunEnd()
    {
        var end = Start + 1;
        while (end < text.Length && text[end] == text[Start])
        {
            end++;
        }

        return end;
    }

    /// <summary>A period, a run of them, or three and more with a blank between each two.</summary>
    private readonly int DotsEnd()
    {
        var end = RunEnd();
        if (end > Start + 1)
        {
            return end;
        }

        var dots = 1;
        while (end + 1 < text.Length && text[end] is ' ' or '\u00A0' && text[end + 1] == '.')
        {
            end += 2;
            dots++;
        }

        return dots >= 3 ? end : Start + 1;
    }

    private readonly int HandleEnd(int index)
    {
        while (index < text.Length && (text[index] == '_' || Characters.IsWordAt(text, index)))
        {
            index += Characters.WidthAt(text, index);
        }

        return index;
    }

    /// <summary>A tag that stands in the text as it is, or the single mark.</summary>
    private readonly int TagEnd()
    {
        if (Start + 1 >= text.Length || !(char.IsAsciiLetter(text[Start + 1]) || text[Start + 1] == '/'))
        {
            return Start + 1;
        }

        var ahead = text[(Start + 1)..Math.Min(text.Length, Start + LookAhead)];
        var close = ahead.IndexOfAny('<', '>');
        return close >= 0 && ahead[close] == '>' ? Start + 1 + close + 1 : Start + 1;
    }

    private readonly bool IsClitic(int apostrophe, int end) =>
        rules.IsClitic(text[(apostrophe + 1)..end]) && !Characters.IsDigitAt(text, end) && !(end < text.Length && text[end] == '-' && Characters.IsWordAt(text, end + 1));

    /// <summary>Where a word ends before its negation ("do" in "don't"); its end where it is the negation itself; -1 where there is none.</summary>
    private readonly int NegationCut(int start, int apostrophe, int end)
    {
        if (!rules.CutsNegation || end - apostrophe != 2 || (text[end - 1] | 0x20) != 't' || apostrophe == start || (text[apostrophe - 1] | 0x20) != 'n')
        {
            return -1;
        }

        return apostrophe - 1 == start ? end : apostrophe - 1;
    }

    private readonly int RunOfLetters(int index)
    {
        var limit = Math.Min(text.Length, index + LookAhead);
        while (index < limit && Characters.KindAt(text, index) == CharacterKind.Letter)
        {
            index += Characters.WidthAt(text, index);
        }

        return Math.Min(index, text.Length);
    }

    private readonly int SkipBlanks(int index, out int breaks)
    {
        breaks = 0;
        var limit = Math.Min(text.Length, index + LookAhead);
        while (index < limit && Characters.KindAt(text, index) == CharacterKind.Blank)
        {
            breaks += BreaksAt(index) ? 1 : 0;
            index++;
        }

        return index;
    }

    private readonly bool IsNumber(int start, int end)
    {
        foreach (var character in text[start..end])
        {
            if (!char.IsAsciiDigit(character) && character != ',') { return false; }
        }

        return start < end;
    }

    private readonly bool IsThousands(int index) =>
        Characters.IsDigitAt(text, index) && Characters.IsDigitAt(text, index + 1) && Characters.IsDigitAt(text, index + 2) && !Characters.IsDigitAt(text, index + 3);

    private readonly bool IsUpper(int start, int end)
    {
        foreach (var character in text[start..end])
        {
            if (!char.IsAsciiLetterUpper(character))
            {
                return false;
            }
        }

        return true;
    }
}
