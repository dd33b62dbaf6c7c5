using Hearsay.Documents;

namespace Hearsay.Statements.Attributions;

/// <summary>Follows a content into the sentences after and before its cue's, outward until one does not belong to it.</summary>
internal sealed class ContentContinuation(HashedWeights weights)
{
    /// <summary>Most sentences that are followed to one side.</summary>
    public const int Farthest = 12;

    private readonly FeatureBuffer features = new();

    /// <summary>Adds the words of the sentences that go on with a content.</summary>
    /// <param name="text">The document.</param>
    /// <param name="candidate">Cue and source.</param>
    /// <param name="cueProbability">For each token, how likely it heads a cue.</param>
    /// <param name="content">The content's tokens; those found are added.</param>
    /// <returns>The product of the probabilities of what was decided.</returns>
    public double Follow(AttributionText text, Candidate candidate, ReadOnlySpan<float> cueProbability, List<int> content)
    {
        var certainty = 1.0;
        var own = new RunOnView(text, candidate, cueProbability, content);
        foreach (var direction in (ReadOnlySpan<int>)[1, -1])
        {
            for (var step = 1; step <= Farthest && own.Reaches(direction * step); step++)
            {
                own.Collect(direction * step, features);
                var probability = Logistic.Probability(weights.Score(features.Items));
                certainty *= Math.Max(probability, 1 - probability);
                if (probability < 0.5)
                {
                    break;
                }

                own.Take(direction * step, content);
            }
        }

        return certainty;
    }
}

/// <summary>A content in its cue's sentence, and the sentences around it.</summary>
internal readonly ref struct RunOnView
{
    private readonly AttributionText text;
    private readonly Candidate candidate;
    private readonly ReadOnlySpan<float> cueProbability;
    private readonly int home;
    private readonly uint worded;
    private readonly uint touches;
    private readonly uint order;

    public RunOnView(AttributionText text, Candidate candidate, ReadOnlySpan<float> cueProbability, List<int> content)
    {
        this.text = text;
        this.candidate = candidate;
        this.cueProbability = cueProbability;
        home = text.SentenceOf[candidate.Head];
        var quoted = 0;
        foreach (var token in content)
        {
            quoted += text.Has(token, Traits.Quoted) ? 1 : 0;
        }

        worded = content.Count == 0 ? 0u : quoted == 0 ? 1u : quoted == content.Count ? 3u : 2u;
        var (start, end) = text.TokensOf(home);
        while (end > start && !text.Has(end - 1, Traits.Word)) { end--; }
        while (start < end && !text.Has(start, Traits.Word)) { start++; }
        touches = content.Count == 0 ? 0u : (content[0] == start ? 1u : 0u) + (content[^1] == end - 1 ? 2u : 0u);
        order = content.Count == 0 ? 0u : (content[0] < candidate.Head ? 1u : 0u) + (content[^1] > candidate.Head ? 2u : 0u);
    }

    /// <summary>True where there is a sentence at that offset from the cue's, and the text may flow on into it: not from body into comments, captions or a headline.</summary>
    public bool Reaches(int offset) =>
        home + offset >= 0 && home + offset < text.Document.Sentences.Length && Flow(text.RoleOf(home + offset)) == Flow(text.RoleOf(home));

    /// <summary>Adds the words of a sentence: those in quotation marks, or all where it has none.</summary>
    public void Take(int offset, List<int> content)
    {
        var (start, end) = text.TokensOf(home + offset);
        var any = false;
        for (var t = start; t < end; t++)
        {
            any |= text.Has(t, Traits.Quoted) && text.Has(t, Traits.Word);
        }

        for (var t = start; t < end; t++)
        {
            if (text.Has(t, Traits.Word) && (!any || text.Has(t, Traits.Quoted)))
            {
                content.Add(t);
            }
        }
    }

    /// <summary>Collects what tells whether the content goes on at that offset, given that it goes on up to there.</summary>
    public void Collect(int offset, FeatureBuffer into)
    {
        var here = home + offset;
        var (direction, step) = (offset > 0 ? 1u : 0u, (uint)Math.Min(5, Math.Abs(offset)));
        var way = Hash.Mix(direction, worded);
        var (share, first, last, most, mostQuoted, opens, closes) = Look(here);
        var inner = offset > 0 ? here - 1 : here + 1;
        var (innerShare, innerFirst, innerLast, innerMost, _, innerOpens, innerCloses) = Look(inner);
        var sameBlock = text.BlockOf(here) == text.BlockOf(inner) ? 1u : 0u;
        var homeBlock = (uint)Math.Min(3, Math.Abs(text.BlockOf(here) - text.BlockOf(home)));
        var running = offset > 0 ? (first & 1) + (innerLast & 1) * 2 : (last & 1) + (innerFirst & 1) * 2;
        var lemma = text.Lemma[candidate.Head];
        var source = candidate.Source < 0 ? 0u : text.Tag[candidate.Source];
        into.Clear();
        into.Add(500, way);
        into.Add(501, way, step);
        into.Add(502, way, share);
        into.Add(503, way, share, sameBlock);
        into.Add(504, Hash.Mix(way, share), sameBlock, most);
        into.Add(505, Hash.Mix(way, share), sameBlock, Hash.Mix(running, step));
        into.Add(506, Hash.Mix(way, share), innerShare, sameBlock);
        into.Add(507, Hash.Mix(way, touches), share, sameBlock);
        into.Add(508, Hash.Mix(way, touches), order, Hash.Mix(share, homeBlock));
        into.Add(509, Hash.Mix(way, lemma), share);
        into.Add(510, Hash.Mix(way, lemma), share, sameBlock);
        into.Add(511, Hash.Mix(way, most), share, homeBlock);
        into.Add(512, Hash.Mix(way, mostQuoted), share, sameBlock);
        into.Add(513, Hash.Mix(way, most), mostQuoted, Hash.Mix(share, sameBlock));
        into.Add(514, Hash.Mix(way, opens), closes, Hash.Mix(share, sameBlock));
        into.Add(515, Hash.Mix(way, innerOpens), innerCloses, Hash.Mix(share, sameBlock));
        into.Add(516, Hash.Mix(way, first), last, sameBlock);
        into.Add(517, Hash.Mix(way, source), share, sameBlock);
        into.Add(518, Hash.Mix(way, innerMost), most, Hash.Mix(share, sameBlock));
        into.Add(519, Hash.Mix(way, order), Hash.Mix(touches, step), Hash.Mix(share, sameBlock));
        var (start, end) = text.TokensOf(here);
        into.Add(520, Hash.Mix(way, text.Word[start]), share);
        into.Add(521, Hash.Mix(way, text.Word[start]), sameBlock, share == 0 ? 0u : 1u);
        into.Add(522, Hash.Mix(way, text.Word[Math.Min(end - 1, start + 1)]), share);
        into.Add(523, Hash.Mix(way, (uint)Math.Min(5, (end - start) / 6)), share);
        into.Add(524, Hash.Mix(way, homeBlock), step, share);
        var homeEnd = text.TokensOf(home).End - 1;
        into.Add(525, Hash.Mix(way, text.Word[homeEnd]), step, share);
        into.Add(526, Hash.Mix(way, text.Word[candidate.CueLast]), share, sameBlock);
        var beyond = offset > 0 ? here + 1 : here - 1;
        if (Reaches(beyond - home))
        {
            var (beyondShare, _, _, beyondMost, _, _, _) = Look(beyond);
            into.Add(527, Hash.Mix(way, beyondShare), beyondMost, Hash.Mix(share, text.BlockOf(beyond) == text.BlockOf(here) ? 1u : 0u));
        }
    }

    private static BlockRole Flow(BlockRole role) => role is BlockRole.Quote or BlockRole.List ? BlockRole.Body : role;

    // Share of quoted words in five steps; traits of the first and last token; the likeliest cue, and whether it is quoted; whether marks open and close.
    private (uint Share, uint First, uint Last, uint Most, uint MostQuoted, uint Opens, uint Closes) Look(int sentence)
    {
        var (start, end) = text.TokensOf(sentence);
        var (quoted, words, most, mostQuoted, opens, closes) = (0, 0, 0f, 0u, 0u, 0u);
        for (var t = start; t < end; t++)
        {
            if (text.Has(t, Traits.Word))
            {
                words++;
                quoted += text.Has(t, Traits.Quoted) ? 1 : 0;
            }
            else if (text.Has(t, Traits.QuoteMark))
            {
                opens += text.Has(t, Traits.Opens) ? 1u : 0u;
                closes += text.Has(t, Traits.Opens) ? 0u : 1u;
            }

            if (cueProbability[t] > most)
            {
                (most, mostQuoted) = (cueProbability[t], text.Has(t, Traits.Quoted) ? 1u : 0u);
            }
        }

        var share = words == 0 || quoted == 0 ? 0u : quoted == words ? 5u : 1u + (uint)(quoted * 4 / words);
        return (share, EdgeOf(start), EdgeOf(end - 1), SourceFeatures.Tenths(most) / 2, mostQuoted, Math.Min(opens, 2), Math.Min(closes, 2));
    }

    private uint EdgeOf(int token) => (text.Has(token, Traits.Quoted) ? 1u : 0u) + (text.Has(token, Traits.QuoteMark) ? 2u : 0u) + (text.Has(token, Traits.Opens) ? 4u : 0u);
}
