using Hearsay.Language;

namespace Hearsay.Packs;

/// <summary>Finds the longest of many phrases that begins at a token, word by word in a tree, so that a search costs what the phrase costs and not what the table holds.</summary>
/// <remarks>
/// Case is disregarded but for two things: a word that is written in capitals throughout must stand so in the text ("US", "MOD"), and one that begins with a capital must begin so.
/// Curly apostrophes are as straight ones.
/// </remarks>
internal sealed class PhraseTable<T> where T : class
{
    private readonly Node root = new();

    /// <summary>Adds a phrase: its words as the tokeniser cuts them, parted by single spaces ("Prosecutor General 's Office"). The first value given for a phrase stays.</summary>
    public void Add(string phrase, T value)
    {
        AddPath(phrase, value);
        if (phrase.Contains('\'', StringComparison.Ordinal)) { AddPath(phrase.Replace('\'', '’'), value); }
    }

    /// <summary>The longest phrase that begins at token <paramref name="at"/>.</summary>
    /// <returns>Its value and its length in tokens; null where none begins there.</returns>
    public (T Value, int Length)? Find(string text, ReadOnlySpan<Token> tokens, int at)
    {
        (T, int)? longest = null;
        var node = root;
        for (var i = at; i < tokens.Length; i++)
        {
            var word = tokens[i].Span.In(text);
            if (node.Children is not { } children || !children.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var next)) { break; }
            node = next;
            foreach (var (phrase, value) in node.Phrases)
            {
                if (IsSpelledAs(phrase, text, tokens.Slice(at, i - at + 1))) { longest = (value, i - at + 1); break; }
            }
        }

        return longest;
    }

    private void AddPath(string phrase, T value)
    {
        var words = phrase.Split(' ');
        var node = root;
        foreach (var word in words)
        {
            node.Children ??= new Dictionary<string, Node>(StringComparer.OrdinalIgnoreCase);
            if (!node.Children.TryGetValue(word, out var next)) { node.Children.Add(word, next = new Node()); }
            node = next;
        }

        if (!node.Phrases.Exists(known => known.Words.AsSpan().SequenceEqual(words))) { node.Phrases.Add((words, value)); }
    }

    private static bool IsSpelledAs(string[] words, string text, ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var token = tokens[i].Span.In(text);
            if (IsUpper(words[i]) ? !token.SequenceEqual(words[i]) : char.IsUpper(words[i][0]) && !char.IsUpper(token[0])) { return false; }
        }

        return true;
    }

    private static bool IsUpper(string word) => word.Length > 1 && !word.Any(char.IsLower) && word.Any(char.IsUpper);

    private sealed class Node
    {
        public Dictionary<string, Node>? Children { get; set; }

        public List<(string[] Words, T Value)> Phrases { get; } = [];
    }
}
