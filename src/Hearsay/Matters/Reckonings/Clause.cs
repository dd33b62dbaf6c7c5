using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Matters.Checks;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Reckonings;

/// <summary>The part of a sentence that a place stands in, from one mark or "and" to the next, with whose word it is.</summary>
internal sealed class Clause
{
    /// <param name="document">The document.</param>
    /// <param name="line">The sentence.</param>
    /// <param name="place">The place.</param>
    public Clause(DocumentView document, ToldLine line, TextSpan place)
    {
        Line = line;
        var (text, words) = (document.Text, line.Scanned);
        var (first, next) = (0, words.Length);
        for (var i = 0; i < words.Length && words[i].Span.Start < place.Start; i++)
        {
            if (Opens(text, words, i)) { first = i; }
        }

        for (var i = words.Length - 1; i > 0 && words[i].Span.Start >= place.End; i--)
        {
            if (Opens(text, words, i)) { next = i; }
        }

        Stems = line.Stems[first..next];
        Voice = line.VoiceAt(place);
    }

    /// <summary>Its sentence.</summary>
    public ToldLine Line { get; }

    /// <summary>Stems of its words.</summary>
    public ImmutableArray<string> Stems { get; }

    /// <summary>Whose word the place is; null where the document tells it.</summary>
    public Statement? Voice { get; }

    /// <summary>True where one of its words is among some.</summary>
    public bool Has(FrozenSet<string> stems)
    {
        foreach (var stem in Stems)
        {
            if (stems.Contains(stem)) { return true; }
        }

        return false;
    }

    // A word that opens a part of a sentence: behind a comma, colon, semicolon or dash, or "and", "but", "while" itself.
    private static bool Opens(string text, ImmutableArray<ScannedWord> words, int i) => words[i].Lower is "and" or "but" or "while" or "whereas" or "although"
        || (i > 0 && text.AsSpan(words[i - 1].Span.End, words[i].Span.Start - words[i - 1].Span.End).IndexOfAny(",;:–—") >= 0);
}
