using System.Collections.Immutable;

namespace Hearsay.Language;

/// <summary>A document's dependency trees, to walk in: children, subtrees, the head of a stretch of words. Tokens are named by their index in the document.</summary>
internal sealed class GrammarTree
{
    private readonly AnnotatedDocument document;
    private readonly Grammar grammar;
    private readonly string text;
    private readonly ImmutableArray<Token> tokens;
    private readonly int[] firstChild;
    private readonly int[] nextSibling;
    private readonly string?[] lower;

    /// <param name="document">A document with grammar.</param>
    public GrammarTree(AnnotatedDocument document)
    {
        this.document = document;
        grammar = document.Grammar ?? throw new ArgumentException("The document has no grammar.", nameof(document));
        (text, tokens) = (document.Text, document.Tokens);
        if (document.References?.Tree is { } known && ReferenceEquals(known.grammar, grammar))
        {
            (firstChild, nextSibling, lower) = (known.firstChild, known.nextSibling, known.lower);
            return;
        }

        (firstChild, nextSibling, lower) = (new int[tokens.Length], new int[tokens.Length], new string?[tokens.Length]);
        Array.Fill(firstChild, -1);
        for (var t = tokens.Length - 1; t >= 0; t--)
        {
            if (grammar.Heads[t] is >= 0 and var head)
            {
                nextSibling[t] = firstChild[head];
                firstChild[head] = t;
            }
            else
            {
                nextSibling[t] = -1;
            }
        }
    }

    public AnnotatedDocument Document => document;

    // Whoever looks at neighbours may look beyond the document's first or last token: nothing stands there.
    private bool Has(int token) => token >= 0 && token < tokens.Length;

    /// <summary>The governor, or -1 for a root.</summary>
    public int Head(int token) => Has(token) ? grammar.Heads[token] : -1;

    public string Relation(int token) => Has(token) ? grammar.Relations[token] : "";

    public string Tag(int token) => Has(token) ? grammar.Tags[token] : "";

    /// <summary>Dictionary form in lower case; names keep their capitals.</summary>
    public string Lemma(int token) => grammar.Lemmas[token];

    public TextSpan Span(int token) => tokens[token].Span;

    /// <summary>From the first token's start to the last one's end.</summary>
    public TextSpan Span(TokenRange range) => new(Span(range.Start).Start, Span(range.End - 1).End);

    public ReadOnlySpan<char> Form(int token) => tokens[token].Span.In(text);

    /// <summary>The word as it stands, in lower case.</summary>
    public string Lower(int token) => lower[token] ??= LowerOf(token);

    public bool IsVerb(int token) => Tag(token) is ['V', ..];

    public bool IsNoun(int token) => Tag(token) is ['N', ..];

    public bool IsName(int token) => Tag(token) is "NNP" or "NNPS";

    public bool IsPlural(int token) => Tag(token) is "NNS" or "NNPS";

    public bool IsPronoun(int token) => Tag(token) is "PRP" or "PRP$";

    /// <summary>True for a verb or modal that can be a clause's own: not an infinitive, not a participle.</summary>
    public bool IsFinite(int token) => Tag(token) is "VBZ" or "VBD" or "VBP" or "MD";

    /// <summary>True where a finite verb stands in the range.</summary>
    public bool HasFinite(TokenRange range)
    {
        for (var t = range.Start; t < range.End; t++)
        {
            if (IsFinite(t)) { return true; }
        }

        return false;
    }

    /// <summary>True for a quotation mark; apostrophes are none.</summary>
    public bool IsQuotationMark(int token) => Tag(token) is "``" or "''" || Form(token)[0] is '"' or '“' or '‘' or '«';

    /// <summary>The first word of the group that a verb closes: its auxiliaries, negation and adverbs right before it.</summary>
    public int FirstOfGroup(int verb)
    {
        while (Relation(verb - 1) is "aux" or "auxpass" or "neg" || (Relation(verb - 1) is "advmod" && Head(verb - 1) == verb)) { verb--; }
        return verb;
    }

    /// <summary>A sentence without the period that closes it.</summary>
    public TokenRange WithoutPeriod(TokenRange sentence) => Is(sentence.End - 1, ".") ? sentence with { End = sentence.End - 1 } : sentence;

    /// <summary>True where the word, whatever its case, is one of <paramref name="words"/>.</summary>
    public bool Is(int token, params ReadOnlySpan<string> words)
    {
        if (!Has(token)) { return false; }
        var form = Form(token);
        foreach (var word in words)
        {
            if (form.Length == word.Length && form.Equals(word, StringComparison.OrdinalIgnoreCase)) { return true; }
        }

        return false;
    }

    /// <summary>What a token governs, in text order.</summary>
    public Siblings Children(int token) => new(firstChild[token], nextSibling);

    /// <summary>The first child whose relation is one of <paramref name="relations"/>, subtypes ("nmod:poss") told apart; -1 for none.</summary>
    public int Child(int token, params ReadOnlySpan<string> relations)
    {
        for (var child = firstChild[token]; child >= 0; child = nextSibling[child])
        {
            if (relations.Contains(grammar.Relations[child])) { return child; }
        }

        return -1;
    }

    /// <summary>The preposition that leads a noun in, in lower case; null for none.</summary>
    public string? Preposition(int noun) => Child(noun, "case") is >= 0 and var mark ? Lower(mark) : null;

    /// <summary>The first of a token's nouns ("nmod" and its subtypes) that one of <paramref name="prepositions"/> leads in; -1 for none.</summary>
    public int Oblique(int token, params ReadOnlySpan<string> prepositions)
    {
        for (var child = firstChild[token]; child >= 0; child = nextSibling[child])
        {
            if (grammar.Relations[child].StartsWith("nmod", StringComparison.Ordinal) && Child(child, "case") is >= 0 and var mark && Is(mark, prepositions)) { return child; }
        }

        return -1;
    }

    /// <summary>True where <paramref name="token"/> is <paramref name="top"/> or governed by it, however far down.</summary>
    public bool IsUnder(int token, int top)
    {
        for (; token >= 0; token = grammar.Heads[token])
        {
            if (token == top) { return true; }
        }

        return false;
    }

    /// <summary>A token with all that it governs, from the leftmost to the rightmost.</summary>
    public TokenRange Subtree(int token)
    {
        var (start, end) = (token, token + 1);
        for (var child = firstChild[token]; child >= 0; child = nextSibling[child])
        {
            var under = Subtree(child);
            (start, end) = (Math.Min(start, under.Start), Math.Max(end, under.End));
        }

        return new TokenRange(start, end);
    }

    /// <summary>The tokens that a span touches.</summary>
    public TokenRange Range(TextSpan span)
    {
        var start = FirstEndingAfter(span.Start);
        var end = start;
        while (end < tokens.Length && tokens[end].Span.Start < span.End) { end++; }
        return new TokenRange(start, end);
    }

    /// <summary>The token of a range that governs the rest: the highest in its tree, the first of equals, marks left out; -1 where there are but marks.</summary>
    public int HeadOf(TokenRange range)
    {
        var (best, depth) = (-1, int.MaxValue);
        for (var t = range.Start; t < range.End; t++)
        {
            if (grammar.Relations[t] is "punct" || range.Contains(grammar.Heads[t])) { continue; }
            var here = Depth(t);
            if (here < depth) { (best, depth) = (t, here); }
        }

        return best;
    }

    /// <summary>The token that governs the rest of a span's.</summary>
    public int HeadOf(TextSpan span) => HeadOf(Range(span));

    /// <summary>Index of the sentence of a token.</summary>
    public int SentenceOf(int token)
    {
        var (low, high) = (0, document.Sentences.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (document.Sentences[middle].FirstToken <= token) { low = middle; } else { high = middle - 1; }
        }

        return low;
    }

    /// <summary>The tokens of the sentence of a token.</summary>
    public TokenRange SentenceAround(int token)
    {
        var sentence = document.Sentences[SentenceOf(token)];
        return new TokenRange(sentence.FirstToken, sentence.FirstToken + sentence.TokenCount);
    }

    // Most words are their own dictionary form, whose string there is already.
    private string LowerOf(int token)
    {
        var form = Form(token);
        Span<char> room = form.Length <= 64 ? stackalloc char[form.Length] : new char[form.Length];
        form.ToLowerInvariant(room);
        room.Replace('’', '\'');
        return room.SequenceEqual(Lemma(token)) ? Lemma(token) : room.ToString();
    }

    private int Depth(int token)
    {
        var depth = 0;
        for (; token >= 0; token = grammar.Heads[token]) { depth++; }
        return depth;
    }

    private int FirstEndingAfter(int offset)
    {
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Span.End <= offset) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }
}

/// <summary>Tokens of a document from <paramref name="Start"/> up to <paramref name="End"/>, exclusive.</summary>
internal readonly record struct TokenRange(int Start, int End)
{
    public bool Contains(int token) => token >= Start && token < End;
}
