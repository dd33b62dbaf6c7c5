using System.Collections.Immutable;

namespace Hearsay.Matters.Text;

/// <summary>A word of a text: a run of letters and digits, with the marks that stand inside one.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Lower">The word in lower case.</param>
/// <param name="IsCapital">True where it begins with a capital.</param>
/// <param name="StartsSentence">True where its capital may be owed to a sentence's or a quotation's beginning.</param>
internal readonly record struct ScannedWord(TextSpan Span, string Lower, bool IsCapital, bool StartsSentence)
{
    /// <summary>True for numbers in digits.</summary>
    public bool IsNumber => char.IsDigit(Lower[0]);
}

/// <summary>Finds the words of stretches of text, without a grammar, since a ledger keeps none.</summary>
internal static class WordScanner
{
    /// <summary>The words of a span, in text order.</summary>
    public static ImmutableArray<ScannedWord> Scan(string text, TextSpan span)
    {
        var words = ImmutableArray.CreateBuilder<ScannedWord>();
        for (var i = span.Start; i < span.End;)
        {
            if (!char.IsLetterOrDigit(text[i])) { i++; continue; }
            var start = i;
            while (i < span.End && (char.IsLetterOrDigit(text[i]) || (i + 1 < span.End && IsInside(text[i], text[i - 1], text[i + 1])))) { i++; }
            words.Add(new ScannedWord(new TextSpan(start, i), text[start..i].ToLowerInvariant(), char.IsUpper(text[start]), OpensSentence(text, start)));
        }

        return words.DrainToImmutable();
    }

    /// <summary>The words of several spans.</summary>
    public static IEnumerable<ScannedWord> Scan(string text, ImmutableArray<TextSpan> spans) => spans.SelectMany(span => Scan(text, span));

    // An apostrophe between letters, a comma or point between digits.
    private static bool IsInside(char mark, char before, char after) => mark switch
    {
        '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
        ',' or '.' => char.IsDigit(before) && char.IsDigit(after),
        _ => false,
    };

    private static bool OpensSentence(string text, int start)
    {
        for (var i = start - 1; i >= 0; i--)
        {
            var c = text[i];
            if (c is '.' or '!' or '?' or ':' or '\n' or '"' or '“' or '«' or '‘') { return true; }
            if (!char.IsWhiteSpace(c)) { return false; }
        }

        return true;
    }
}
