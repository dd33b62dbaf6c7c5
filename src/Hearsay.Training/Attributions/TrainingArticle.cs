using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Statements.Attributions;
using Hearsay.Statements.Evaluation;

namespace Hearsay.Training.Attributions;

/// <summary>A gold attribution in tokens.</summary>
/// <param name="Cue">Cue and source; head -1 where the annotators marked no cue.</param>
/// <param name="Content">The content's words in text order.</param>
/// <param name="SourceElsewhere">True where the source stands outside the cue's sentence.</param>
internal sealed record GoldAttribution(Candidate Cue, int[] Content, bool SourceElsewhere);

/// <summary>An article with its grammar and its gold attributions.</summary>
internal sealed class TrainingArticle
{
    public TrainingArticle(string name, AnnotatedDocument document, ImmutableArray<AttributionRelation> relations)
    {
        (Name, Relations, Text) = (name, relations, new AttributionText(document));
        Gold = [.. relations.Select(Resolve)];
    }

    public string Name { get; }

    public AttributionText Text { get; }

    /// <summary>The gold as it is scored.</summary>
    public ImmutableArray<AttributionRelation> Relations { get; }

    public ImmutableArray<GoldAttribution> Gold { get; }

    /// <summary>For each token, how likely a model that did not learn from this article thinks it a cue's head.</summary>
    public float[] CueProbability { get; set; } = [];

    private GoldAttribution Resolve(AttributionRelation relation)
    {
        var cue = TokensIn(relation.Cue);
        var source = TokensIn(relation.Source);
        var content = TokensIn(relation.Content).Where(token => Text.Has(token, Traits.Word)).ToArray();
        var head = cue.Count == 0 ? -1 : HeadOf(cue, Traits.Verb);
        var sentence = head < 0 ? -1 : Text.SentenceOf[head];
        cue.RemoveAll(token => Text.SentenceOf[token] != sentence);
        var own = source.Where(token => Text.SentenceOf[token] == sentence).ToList();
        var sourceHead = own.Count == 0 ? -1 : HeadOf(own, Traits.Nominal);
        return new GoldAttribution(
            new Candidate(head, 1, head < 0 ? 0 : cue[0], head < 0 ? -1 : cue[^1], sourceHead, 1, sourceHead < 0 ? 0 : own[0], sourceHead < 0 ? -1 : own[^1]),
            content, source.Count > 0 && own.Count == 0);
    }

    private List<int> TokensIn(ImmutableArray<TextSpan> spans)
    {
        var tokens = new List<int>();
        var all = Text.Document.Tokens;
        foreach (var span in spans)
        {
            for (var t = FirstAtOrAfter(span.Start); t < all.Length && all[t].Span.Start < span.End; t++)
            {
                tokens.Add(t);
            }
        }

        tokens.Sort();
        var words = tokens.Where(token => Text.Has(token, Traits.Word)).ToList();
        return words.Count > 0 ? words : tokens;
    }

    private int FirstAtOrAfter(int offset)
    {
        var (low, high) = (0, Text.Document.Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Text.Document.Tokens[middle].Span.End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // The token that is governed from outside; of several one of the wanted kind, then the nearest to the root, then the first.
    private int HeadOf(List<int> tokens, Traits wanted) => tokens
        .Where(token => Text.Head[token] < 0 || !tokens.Contains(Text.Head[token]))
        .OrderBy(token => Text.Has(token, wanted) ? 0 : 1).ThenBy(Depth).ThenBy(token => token).First();

    private int Depth(int token)
    {
        var depth = 0;
        for (; token >= 0; token = Text.Head[token])
        {
            depth++;
        }

        return depth;
    }
}
