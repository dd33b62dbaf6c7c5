using Hearsay.Documents;

namespace Hearsay.Statements.Attributions;

/// <summary>What tells that a proposed attribution is right as a whole.</summary>
internal static class AcceptanceFeatures
{
    // Most proposals before and after one that are compared with it, so that a text of nothing but cues costs no more than its length.
    private const int Company = 48;

    /// <summary>Collects what speaks for and against the <paramref name="index"/>-th of a document's proposals.</summary>
    public static void Collect(AttributionText text, IReadOnlyList<Proposal> proposals, int index, FeatureBuffer into)
    {
        var proposal = proposals[index];
        var candidate = proposal.Candidate;
        var head = candidate.Head;
        var cue = Steps(candidate.Probability);
        var source = Steps(candidate.SourceProbability);
        var content = Steps(proposal.ContentProbability);
        var (lemma, relation, tag) = (text.Lemma[head], text.Relation[head], text.Tag[head]);
        uint rate = text.Rate[head];
        var sourceTag = candidate.Source < 0 ? 0u : text.Tag[candidate.Source];
        var length = SourceFeatures.Near(proposal.Content.Length);
        var quoted = 0;
        foreach (var token in proposal.Content)
        {
            quoted += text.Has(token, Traits.Quoted) ? 1 : 0;
        }

        var share = quoted == 0 ? 0u : 1u + (uint)(quoted * 3 / proposal.Content.Length);
        var runs = proposal.Content.Length > proposal.HomeCount ? 1u : 0u;
        var whole = Steps(candidate.Probability * candidate.SourceProbability * Math.Sqrt(proposal.ContentProbability));
        into.Clear();
        into.Add(600);
        into.Add(601, cue);
        into.Add(602, source);
        into.Add(603, content);
        into.Add(604, whole);
        into.Add(605, cue, source);
        into.Add(606, cue, content);
        into.Add(607, source, content);
        into.Add(608, lemma);
        into.Add(609, lemma, tag);
        into.Add(610, rate, cue / 2);
        into.Add(611, relation, tag);
        into.Add(612, relation, cue / 2);
        into.Add(613, sourceTag, source);
        into.Add(614, sourceTag, tag, cue / 2);
        into.Add(615, length);
        into.Add(616, length, cue / 2);
        into.Add(617, length, content);
        into.Add(618, share, cue / 2);
        into.Add(619, share, length, runs);
        into.Add(620, runs, Steps(proposal.RunOnProbability), share);
        into.Add(621, candidate.Source < 0 ? 1u : text.Lemma[candidate.Source]);
        into.Add(622, candidate.Source < 0 ? 1u : text.Relation[candidate.Source], tag);
        into.Add(623, text.RoleOf(text.SentenceOf[head]) is BlockRole.Headline ? 1u : 0u, cue / 2);
        into.Add(624, (uint)Math.Min(4, candidate.CueLast - candidate.CueFirst), cue / 2);
        into.Add(625, text.Has(head, Traits.Quoted) ? 1u : 0u, share, cue / 2);
        var firstWord = proposal.Content.Length > 0 ? proposal.Content[0] : -1;
        into.Add(626, firstWord >= 0 ? text.Word[firstWord] : 0, rate);
        into.Add(627, firstWord >= 0 ? text.Tag[firstWord] : 0, rate, firstWord > head ? 1u : 0u);
        into.Add(628, firstWord >= 0 ? SourceFeatures.PathOf(text, head, firstWord) : 0);
        into.Add(629, lemma, length);
        into.Add(630, lemma, sourceTag);
        into.Add(631, lemma, share);

        // Other proposals that would hold this one, or that it would hold, and those that claim the same words.
        var (holder, held, rival) = (0.0, 0.0, 0.0);
        var (holderLemma, rivalShare) = (0u, 0u);
        var sentence = text.SentenceOf[head];
        for (var k = index - 1; k >= Math.Max(0, index - Company) && sentence - text.SentenceOf[proposals[k].Candidate.Head] <= ContentContinuation.Farthest; k--)
        {
            Meet(proposals[k]);
        }

        for (var k = index + 1; k < Math.Min(proposals.Count, index + 1 + Company) && text.SentenceOf[proposals[k].Candidate.Head] - sentence <= ContentContinuation.Farthest; k++)
        {
            Meet(proposals[k]);
        }

        into.Add(640, Steps(holder), cue);
        into.Add(641, Steps(holder), cue, relation);
        into.Add(642, holderLemma, lemma);
        into.Add(643, Steps(held), cue);
        into.Add(644, Steps(rival), cue);
        into.Add(645, Steps(rival), rivalShare, cue / 2);
        into.Add(646, Steps(holder), Steps(held), cue / 2);

        void Meet(Proposal other)
        {
            var p = other.Candidate.Probability;
            if (p > holder && Array.BinarySearch(other.Content, head) >= 0)
            {
                (holder, holderLemma) = (p, text.Lemma[other.Candidate.Head]);
            }

            if (p > held && Array.BinarySearch(proposal.Content, other.Candidate.Head) >= 0)
            {
                held = p;
            }

            var common = Common(proposal.Content, other.Content);
            if (common > 0 && p > rival)
            {
                rival = p;
                rivalShare = 1 + (uint)(4L * common / proposal.Content.Length) + (8 * (uint)(4L * common / other.Content.Length));
            }
        }
    }

    /// <summary>Number of tokens that two ascending lists share.</summary>
    public static int Common(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.IsEmpty || b.IsEmpty || a[^1] < b[0] || b[^1] < a[0])
        {
            return 0;
        }

        var common = 0;
        for (var (i, j) = (0, 0); i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                common++;
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }

    // Logits in steps of one half, so that the ends of the scale are told apart.
    private static uint Steps(double probability)
    {
        var p = Math.Clamp(probability, 1e-4, 1 - 1e-4);
        return (uint)(10 + Math.Floor(Math.Log(p / (1 - p))));
    }
}
