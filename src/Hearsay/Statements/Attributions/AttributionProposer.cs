namespace Hearsay.Statements.Attributions;

/// <summary>Puts the parts together: for each likely cue its words, its source and its content. Holds buffers, so each thread needs its own.</summary>
internal sealed class AttributionProposer(AttributionParts parts)
{
    /// <summary>Cues less likely than this are not followed.</summary>
    public const float LeastCue = 0.08f;

    /// <summary>Most cues of a sentence that are followed, the likeliest: each costs a look at every word of it.</summary>
    public const int MostCues = 32;

    private readonly CueDetector cues = new(parts.Cue, parts.CueExtent);
    private readonly SourceRanker sources = new(parts.Source, parts.SourceExtent);
    private readonly ContentSegmenter segmenter = new(parts.Content);
    private readonly ContentContinuation continuation = new(parts.RunOn);
    private readonly List<int> content = [];
    private readonly List<int> heads = [];

    /// <summary>The proposals of a document in the order of their cues.</summary>
    public List<Proposal> Propose(AttributionText text, float[] cueProbability)
    {
        var proposals = new List<Proposal>();
        for (var sentence = 0; sentence < text.Document.Sentences.Length; sentence++)
        {
            var (start, end) = text.TokensOf(sentence);
            heads.Clear();
            for (var head = start; head < end; head++)
            {
                if (cueProbability[head] >= LeastCue)
                {
                    heads.Add(head);
                }
            }

            if (heads.Count > MostCues)
            {
                heads.Sort((a, b) => cueProbability[b] != cueProbability[a] ? cueProbability[b].CompareTo(cueProbability[a]) : a.CompareTo(b));
                heads.RemoveRange(MostCues, heads.Count - MostCues);
                heads.Sort();
            }

            foreach (var head in heads)
            {
                var (first, last) = cues.Extend(text, head);
                var cue = new Candidate(head, cueProbability[head], first, last, -1, 0, 0, -1);
                proposals.Add(Complete(text, sources.Complete(text, cue, cueProbability), cueProbability));
            }
        }

        return proposals;
    }

    private Proposal Complete(AttributionText text, Candidate candidate, float[] cueProbability)
    {
        var reading = segmenter.Find(text, candidate, cueProbability, content);
        var home = content.Count;
        var certainty = continuation.Follow(text, candidate, cueProbability, content);
        if (content.Count == 0)
        {
            reading = segmenter.Insist(content);
            home = content.Count;
        }

        content.Sort();
        return new Proposal(candidate, [.. content], home, Math.Exp(reading.Logarithm), reading.Overlap, certainty);
    }
}
