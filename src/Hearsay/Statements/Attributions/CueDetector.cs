namespace Hearsay.Statements.Attributions;

/// <summary>Finds the words that head cues, and which words belong to a cue.</summary>
internal sealed class CueDetector(HashedWeights heads, HashedWeights extents)
{
    private readonly FeatureBuffer features = new();
    private readonly CueSentence sentence = new();

    /// <summary>For each token, how likely it heads a cue; 0 for the many that cannot. Their rates must have been filled in.</summary>
    public float[] Detect(AttributionText text)
    {
        var probability = new float[text.Count];
        for (var s = 0; s < text.Document.Sentences.Length; s++)
        {
            sentence.Open(text, s);
            var (start, end) = text.TokensOf(s);
            for (var i = start; i < end; i++)
            {
                if (text.Rate[i] > 0)
                {
                    sentence.Collect(i, features);
                    probability[i] = (float)Logistic.Probability(heads.Score(features.Items));
                }
            }
        }

        return probability;
    }

    /// <summary>First and last token of the cue that <paramref name="head"/> heads.</summary>
    public (int First, int Last) Extend(AttributionText text, int head)
    {
        var (start, end) = text.TokensOf(text.SentenceOf[head]);
        var (first, last) = (head, head);
        while (first > start && Takes(first - 1)) { first--; }
        while (last + 1 < end && Takes(last + 1)) { last++; }
        return (first, last);

        bool Takes(int token)
        {
            CueExtentFeatures.Collect(text, head, first, last, token, features);
            return extents.Score(features.Items) > 0;
        }
    }
}
