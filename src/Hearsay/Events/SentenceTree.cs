using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Events;

/// <summary>One sentence's part of a document's trees, read from any word to those that depend on it. Words are counted from the sentence's first token.</summary>
internal sealed class SentenceTree(GrammarTree tree, Sentence sentence)
{
    private const int Gap = 4; // words between two parts of "lay down … arms"

    private readonly int first = sentence.FirstToken;

    /// <summary>Number of words.</summary>
    public int Count { get; } = sentence.TokenCount;

    public string Lemma(int word) => tree.Lemma(first + word);

    public string Tag(int word) => tree.Tag(first + word);

    public string Relation(int word) => tree.Relation(first + word);

    /// <summary>The governor, or -1 for the root.</summary>
    public int Head(int word) => tree.Head(first + word) is >= 0 and var head ? head - first : -1;

    public TextSpan Span(int word) => tree.Span(first + word);

    public ReadOnlySpan<char> Text(int word) => tree.Form(first + word);

    public bool Is(int word, string text) => word >= 0 && word < Count && tree.Is(first + word, text);

    public bool IsVerb(int word) => tree.IsVerb(first + word);

    public bool IsNoun(int word) => tree.IsNoun(first + word);

    public Children Children(int word) => new(tree.Children(first + word).GetEnumerator(), first);

    /// <summary>The first dependant with a relation, or -1.</summary>
    public int Child(int word, string relation)
    {
        foreach (var child in Children(word))
        {
            if (Relation(child) == relation) { return child; }
        }

        return -1;
    }

    /// <summary>The dependant that a preposition hangs on, or -1.</summary>
    public int Prepositional(int word, string preposition)
    {
        foreach (var child in Children(word))
        {
            if (!Relation(child).StartsWith("nmod", StringComparison.Ordinal)) { continue; }
            foreach (var grandchild in Children(child))
            {
                if (Relation(grandchild) == "case" && Is(grandchild, preposition)) { return child; }
            }
        }

        return -1;
    }

    /// <summary>Index of a document's token in this sentence; negative or not less than <see cref="Count"/> outside it.</summary>
    public int IndexOf(int token) => token - first;

    /// <summary>Index in the document's tokens.</summary>
    public int TokenOf(int word) => first + word;

    /// <summary>True where an entry of the list begins at a word.</summary>
    public bool Holds(WordList list, int word)
    {
        foreach (var rest in list.Rests(Lemma(word)))
        {
            if (Follows(word, rest)) { return true; }
        }

        if (Lemma(word) is { Length: > 3 } lemma && lemma[^1] == 's' && IsNoun(word))
        {
            foreach (var rest in list.Rests(lemma[..^1])) { if (rest.Length == 0) { return true; } } // "POWs", which the tagger takes for a name
        }

        return false;
    }

    /// <summary>True where the words stand behind a word in their order, each within reach of the one before.</summary>
    public bool Follows(int word, string[] rest)
    {
        var at = word;
        foreach (var next in rest)
        {
            var end = Math.Min(Count, at + 1 + Gap);
            var found = -1;
            for (var i = at + 1; i < end && found < 0; i++)
            {
                if (Is(i, next) || Lemma(i).Equals(next, StringComparison.OrdinalIgnoreCase)) { found = i; }
            }

            if (found < 0) { return false; }
            at = found;
        }

        return true;
    }
}

/// <summary>The dependants of a word, from left to right.</summary>
/// <param name="tokens">As the document's tokens.</param>
/// <param name="first">The sentence's first token.</param>
internal struct Children(Siblings.Enumerator tokens, int first)
{
    private Siblings.Enumerator tokens = tokens;

    public readonly Children GetEnumerator() => this;

    public readonly int Current => tokens.Current - first;

    public bool MoveNext() => tokens.MoveNext();
}
