using Hearsay.Language;

namespace Hearsay.Statements.Rules;

/// <summary>A token as the rules see it.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Lower">Its letters in lower case, apostrophes straight.</param>
/// <param name="Capital">It begins with a capital.</param>
/// <param name="Quotation">Index of the quotation that it stands in, its marks included, or -1.</param>
internal readonly record struct Word(TextSpan Span, string Lower, bool Capital, int Quotation)
{
    public bool Quoted => Quotation >= 0;
    public bool IsComma => Lower == ",";
    public bool IsColon => Lower == ":";
    public bool IsDash => Lower is "–" or "—" or "--" or "-" or "―";
    public bool IsStop => Lower is "." or "!" or "?" or "..." or "…";
    public bool IsWord => char.IsLetterOrDigit(Lower[0]) || Lower[0] == '\'' && Lower.Length > 1 && char.IsLetter(Lower[1]) || Lower[0] is '$' or '€' or '£' or '%' or '#' or '@' || (Lower.Length > 1 && char.IsLetterOrDigit(Lower[^1]));
    public bool IsQuoteMark => Lower is "\"" or "“" or "”" or "''" or "``" or "«" or "»" or "„" or "‘" or "’" or "'";
}

/// <summary>The words of one sentence.</summary>
internal sealed class SentenceWords
{
    private readonly Word[] words;

    private SentenceWords(int index, Sentence sentence, Word[] words)
    {
        Index = index;
        Sentence = sentence;
        this.words = words;
    }

    /// <summary>The sentence's place among the document's.</summary>
    public int Index { get; }

    public Sentence Sentence { get; }

    public int Count => words.Length;

    public ref readonly Word this[int index] => ref words[index];

    /// <summary>The words from <paramref name="start"/> up to <paramref name="end"/>, exclusive.</summary>
    public TextSpan Span(int start, int end) => new(words[start].Span.Start, words[end - 1].Span.End);

    /// <summary>The words that a span touches.</summary>
    public WordRange Range(TextSpan span)
    {
        var start = FirstEndingAfter(span.Start);
        var end = start;
        while (end < words.Length && words[end].Span.Start < span.End) { end++; }
        return new WordRange(start, end);
    }

    /// <summary>The same sentence cut down to some of its words.</summary>
    public SentenceWords Slice(WordRange range) => new(Index, Sentence, words[range.Start..range.End]);

    private int FirstEndingAfter(int offset)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[middle].Span.End <= offset) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }

    /// <summary>Index of the first sentence that ends after an offset; their number where none does.</summary>
    public static int At(IReadOnlyList<SentenceWords> sentences, int offset)
    {
        var (low, high) = (0, sentences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].Sentence.Span.End <= offset) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }

    /// <summary>All sentences of a document, with quotations marked.</summary>
    public static List<SentenceWords> Of(AnnotatedDocument document, IReadOnlyList<Quotation> quotations)
    {
        var all = new List<SentenceWords>(document.Sentences.Length);
        var quotation = 0;
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            var tokens = document.TokensOf(sentence);
            var words = new Word[tokens.Length];
            for (var t = 0; t < tokens.Length; t++)
            {
                var span = tokens[t].Span;
                while (quotation < quotations.Count && quotations[quotation].Span.End <= span.Start) { quotation++; }
                var inside = quotation < quotations.Count && quotations[quotation].Span.Start < span.End ? quotation : -1;
                words[t] = new Word(span, Normal(span.In(document.Text)), char.IsUpper(document.Text[span.Start]), inside);
            }

            all.Add(new SentenceWords(s, sentence, words));
        }

        return all;
    }

    private static string Normal(ReadOnlySpan<char> token)
    {
        Span<char> lower = token.Length <= 64 ? stackalloc char[token.Length] : new char[token.Length];
        for (var i = 0; i < token.Length; i++)
        {
            lower[i] = token[i] == '’' && token.Length > 1 ? '\'' : char.ToLowerInvariant(token[i]);
        }

        return new string(lower);
    }
}
