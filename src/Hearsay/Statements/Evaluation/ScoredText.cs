using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Hearsay.Statements.Evaluation;

/// <summary>A text cut into the tokens that attributions are compared on: runs of letters, digits and underscores, and single marks.</summary>
/// <remarks>Words are what the regular expression <c>\w+</c> finds in Python (letters and numbers of any kind, and the underscore), so figures agree with scorers written there.</remarks>
internal sealed class ScoredText
{
    private readonly int length;
    private readonly int[] tokenAt; // for each UTF-16 unit its token, or -1 for white space
    private readonly List<bool> isWord = [];
    private readonly List<bool> inQuotes = [];

    public ScoredText(string text)
    {
        length = text.Length;
        tokenAt = new int[text.Length];
        var quoted = QuotedUnits(text);
        var wordGoesOn = false;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var units);
            if (IsSpace(rune))
            {
                tokenAt.AsSpan(i, units).Fill(-1);
                wordGoesOn = false;
            }
            else
            {
                var word = IsWordRune(rune);
                if (!(word && wordGoesOn))
                {
                    isWord.Add(word);
                    inQuotes.Add(quoted[i]);
                }

                tokenAt.AsSpan(i, units).Fill(isWord.Count - 1);
                wordGoesOn = word;
            }

            i += units;
        }
    }

    /// <summary>The word tokens that the spans touch; where they touch none, the marks.</summary>
    /// <exception cref="ArgumentException">A span is empty or lies outside the text.</exception>
    public FrozenSet<int> Key(IEnumerable<TextSpan> spans)
    {
        var touched = new HashSet<int>();
        foreach (var span in spans)
        {
            if (span.Start < 0 || span.IsEmpty || span.End > length)
            {
                throw new ArgumentException($"The span {span} does not fit a text of {length} units; were the offsets made for this very text?", nameof(spans));
            }

            for (var i = span.Start; i < span.End; i++)
            {
                if (tokenAt[i] >= 0) { touched.Add(tokenAt[i]); }
            }
        }

        var words = touched.Where(token => isWord[token]).ToFrozenSet();
        return words.Count > 0 ? words : touched.ToFrozenSet();
    }

    /// <summary>How a content is worded, by how many of its tokens stand in quotation marks.</summary>
    public StatementKind KindOf(FrozenSet<int> key)
    {
        var quoted = key.Count(token => inQuotes[token]);
        return quoted == 0 ? StatementKind.Indirect : quoted == key.Count ? StatementKind.Direct : StatementKind.Mixed;
    }

    // Line by line: a curly mark opens or closes by its shape, a straight one by turns; what is open at a line's end ends there.
    private static bool[] QuotedUnits(string text)
    {
        var quoted = new bool[text.Length];
        var inside = false;
        for (var i = 0; i < text.Length;)
        {
            var twin = i + 1 < text.Length && text[i] == text[i + 1];
            switch (text[i])
            {
                case '\n': inside = false; i++; break;
                case '“': inside = true; i++; break;
                case '”': inside = false; i++; break;
                case '"': inside = !inside; i++; break;
                case '`' when twin: inside = true; i += 2; break;
                case '\'' or '’' when twin: inside = !inside; i += 2; break;
                default: quoted[i++] = inside; break;
            }
        }

        return quoted;
    }

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value is >= 0x1C and <= 0x1F;

    private static bool IsWordRune(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
