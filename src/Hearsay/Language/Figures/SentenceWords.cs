namespace Hearsay.Language.Figures;

/// <summary>One sentence's tokens as words, out of whose range stands nothing.</summary>
internal readonly ref struct SentenceWords(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<string> tags = default)
{
    private readonly ReadOnlySpan<Token> tokens = tokens;
    private readonly ReadOnlySpan<string> tags = tags;

    /// <summary>Number of tokens.</summary>
    public int Count => tokens.Length;

    /// <summary>The token's characters; empty outside the sentence.</summary>
    public ReadOnlySpan<char> this[int at] => at >= 0 && at < tokens.Length ? tokens[at].Span.In(text) : default;

    /// <summary>True for a finite verb, where the document has grammar.</summary>
    public bool IsFinite(int at) => at >= 0 && at < tags.Length && tags[at] is "VBD" or "VBP" or "VBZ" or "MD";

    /// <summary>True where the token is <paramref name="word"/>, in either case.</summary>
    public bool Is(int at, string word) => this[at].Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the tokens from <paramref name="at"/> spell <paramref name="phrase"/>, its words parted by single spaces.</summary>
    public bool Spell(int at, string phrase, out int length)
    {
        length = 0;
        foreach (var range in phrase.AsSpan().Split(' '))
        {
            if (!this[at + length].Equals(phrase.AsSpan(range), StringComparison.OrdinalIgnoreCase)) { return false; }
            length++;
        }

        return true;
    }

    /// <summary>True where the tokens before <paramref name="end"/> spell <paramref name="phrase"/>.</summary>
    public bool SpellBefore(int end, string phrase, out int length)
    {
        length = phrase.AsSpan().Count(' ') + 1;
        return Spell(end - length, phrase, out _);
    }

    /// <summary>The stretch from one token to another, inclusive.</summary>
    public TextSpan Span(int first, int last) => new(tokens[first].Span.Start, tokens[last].Span.End);
}
