namespace Hearsay.Statements.Attributions;

/// <summary>Finds whose word a cue gives: one of the sentence's nominals, or nobody.</summary>
internal sealed class SourceRanker(HashedWeights ranking, HashedWeights extents)
{
    private readonly FeatureBuffer features = new();
    private readonly SourceFrame frame = new();

    /// <summary>Finds the source of a cue, given its words.</summary>
    public Candidate Complete(AttributionText text, Candidate cue, ReadOnlySpan<float> cueProbability)
    {
        var (start, end) = text.TokensOf(text.SentenceOf[cue.Head]);
        frame.Open(text, cue.Head, cueProbability);
        var (best, bestScore, total) = (-1, double.NegativeInfinity, double.NegativeInfinity);
        for (var t = start - 1; t < end; t++)
        {
            var source = t < start ? -1 : t;
            if (source >= 0 && (!SourceFrame.MayBe(text, source) || (source >= cue.CueFirst && source <= cue.CueLast)))
            {
                continue;
            }

            frame.Collect(source, cueProbability, features);
            var score = ranking.Score(features.Items);
            total = FieldSums.LogSum(total, score);
            if (score > bestScore)
            {
                (best, bestScore) = (source, score);
            }
        }

        var (first, last) = best < 0 ? (0, -1) : Extend(text, cue, best);
        return cue with { Source = best, SourceProbability = (float)Math.Exp(bestScore - total), SourceFirst = first, SourceLast = last };
    }

    // Outward from the head, one governed stretch after another, until one does not belong.
    private (int First, int Last) Extend(AttributionText text, Candidate cue, int source)
    {
        var (first, last) = (source, source);
        var children = text.ChildrenOf(source);
        for (var k = children.Length - 1; k >= 0; k--)
        {
            if (children[k] < source && text.Has(children[k], Traits.Word))
            {
                if (!Takes(children[k]))
                {
                    break;
                }

                first = Math.Min(first, text.First[children[k]]);
            }
        }

        foreach (var child in children)
        {
            if (child > source && text.Has(child, Traits.Word))
            {
                if (!Takes(child))
                {
                    break;
                }

                last = Math.Max(last, text.Last[child]);
            }
        }

        // Crossing branches may reach over the cue: the source stays on its own side.
        return (source > cue.CueLast ? Math.Max(first, cue.CueLast + 1) : first, source < cue.CueFirst ? Math.Min(last, cue.CueFirst - 1) : last);

        bool Takes(int child)
        {
            SourceFeatures.CollectExtent(text, cue.Head, source, child, features);
            return extents.Score(features.Items) > 0;
        }
    }
}
