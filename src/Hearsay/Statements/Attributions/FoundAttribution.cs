using System.Collections.Immutable;

namespace Hearsay.Statements.Attributions;

/// <summary>An attribution in a document's text.</summary>
/// <param name="Source">The words that name the source, or null.</param>
/// <param name="Cue">The words that attribute.</param>
/// <param name="CueHead">The cue's head, as a token.</param>
/// <param name="SourceHead">The source's head, as a token; -1 where there is none.</param>
/// <param name="Content">Sorted, disjoint, never empty; at least one.</param>
/// <param name="Confidence">Probability, 0 to 1, that source and content are right.</param>
/// <param name="FirstSentence">The sentence in which cue or content begins.</param>
/// <param name="LastSentence">The sentence in which cue or content ends.</param>
internal sealed record FoundAttribution(
    TextSpan? Source, TextSpan Cue, int CueHead, int SourceHead, ImmutableArray<TextSpan> Content, double Confidence, int FirstSentence, int LastSentence)
{
    /// <summary>Turns a proposal's tokens into spans: quotation marks belong to the content, the comma before the cue and the sentence's last stop do not.</summary>
    public static FoundAttribution Of(AttributionText text, Proposal proposal, double confidence)
    {
        var candidate = proposal.Candidate;
        var tokens = text.Document.Tokens;
        var home = text.SentenceOf[candidate.Head];
        return new FoundAttribution(
            candidate.Source < 0 ? null : Cover(candidate.SourceFirst, candidate.SourceLast),
            Cover(candidate.CueFirst, candidate.CueLast), candidate.Head, candidate.Source, Spans(text, proposal), confidence,
            Math.Min(home, text.SentenceOf[proposal.Content[0]]), Math.Max(home, text.SentenceOf[proposal.Content[^1]]));

        TextSpan Cover(int first, int last)
        {
            while (first < last && (text.Has(last, Traits.Comma | Traits.QuoteMark) || IsStop(text, last))) { last--; }
            return new TextSpan(tokens[first].Span.Start, tokens[last].Span.End);
        }
    }

    private static ImmutableArray<TextSpan> Spans(AttributionText text, Proposal proposal)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var content = proposal.Content;
        var floor = 0;
        for (var k = Adjuncts(text, proposal); k < content.Length;)
        {
            var (first, last) = (content[k], content[k]);
            for (k++; k < content.Length && Joins(text, proposal.Candidate, last, content[k]); k++)
            {
                last = content[k];
            }

            first = Math.Max(floor, Open(text, proposal.Candidate, first));
            last = Close(text, proposal.Candidate, last);
            floor = last + 1;
            spans.Add(new TextSpan(text.Document.Tokens[first].Span.Start, text.Document.Tokens[last].Span.End));
        }

        return spans.ToImmutable();
    }

    // "said on Monday that …": how many of the content's first words stand between the cue and the "that" of the clause that the cue governs.
    private static int Adjuncts(AttributionText text, Proposal proposal)
    {
        const int Most = 9;
        var content = proposal.Content;
        for (var k = 1; k < content.Length && k <= Most && content[k] - content[0] == k && content[0] > proposal.Candidate.Head; k++)
        {
            var clause = text.Head[content[k]];
            if (clause >= 0 && text.Lemma[content[k]] == That && text.Relation[content[k]] == Names.Mark && text.Head[clause] == proposal.Candidate.Head)
            {
                return text.First[clause] == content[k] ? k : 0;
            }
        }

        return 0;
    }

    private static readonly uint That = AttributionText.HashFolded("that");

    // Two words of a content make one span where only marks stand between them, in one block.
    private static bool Joins(AttributionText text, Candidate candidate, int last, int next)
    {
        for (var t = last + 1; t < next; t++)
        {
            if (text.Has(t, Traits.Word) || candidate.Holds(t))
            {
                return false;
            }
        }

        return text.BlockOf(text.SentenceOf[last]) == text.BlockOf(text.SentenceOf[next]);
    }

    // Marks before a word that belong to it: an opening quotation mark, a sign of money, a bracket.
    private static int Open(AttributionText text, Candidate candidate, int first)
    {
        var start = text.TokensOf(text.SentenceOf[first]).Start;
        while (first > start && !candidate.Holds(first - 1)
            && ((text.Has(first - 1, Traits.QuoteMark) && text.Has(first - 1, Traits.Opens)) || Form(text, first - 1) is "$" or "€" or "£" or "#" or "…" or "..."))
        {
            first--;
        }

        return first;
    }

    // Marks after a word up to the quotation mark that closes, else a question mark, an exclamation mark or a per cent sign.
    private static int Close(AttributionText text, Candidate candidate, int last)
    {
        var end = text.TokensOf(text.SentenceOf[last]).End;
        var t = last + 1;
        for (; t < end && !text.Has(t, Traits.Word) && !candidate.Holds(t); t++)
        {
            if (text.Has(t, Traits.QuoteMark))
            {
                if (text.Has(t, Traits.Opens))
                {
                    break;
                }

                return t;
            }
        }

        while (last + 1 < end && !candidate.Holds(last + 1) && Form(text, last + 1) is "%" or "?" or "!") { last++; }
        return last;
    }

    private static bool IsStop(AttributionText text, int token) => Form(text, token) is "." or "?" or "!";

    private static ReadOnlySpan<char> Form(AttributionText text, int token) => text.Document.Tokens[token].Span.In(text.Document.Text);
}
