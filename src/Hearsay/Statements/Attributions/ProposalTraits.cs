using Hearsay.Documents;

namespace Hearsay.Statements.Attributions;

/// <summary>A document's proposals as rows of numbers, from which trees judge whether each is right.</summary>
internal sealed class ProposalTraits
{
    /// <summary>Numbers of a row.</summary>
    public const int Width = 57;

    private readonly AttributionText text;
    private readonly IReadOnlyList<Proposal> proposals;
    private readonly double[] logit;
    private readonly Dictionary<uint, (int Count, float Sum)> byLemma = [];
    private readonly Dictionary<uint, (int Count, float Sum)> bySource = [];
    private readonly int[] firstOf;
    private readonly float quotedShare;
    private readonly float meanCue;

    /// <summary>Looks at a document's proposals.</summary>
    /// <param name="text">The document.</param>
    /// <param name="proposals">Its proposals in text order.</param>
    /// <param name="logit">What the linear model thinks of each.</param>
    public ProposalTraits(AttributionText text, IReadOnlyList<Proposal> proposals, double[] logit)
    {
        (this.text, this.proposals, this.logit) = (text, proposals, logit);
        firstOf = new int[text.Document.Sentences.Length + 1];
        var sum = 0f;
        foreach (var proposal in proposals)
        {
            var candidate = proposal.Candidate;
            firstOf[text.SentenceOf[candidate.Head] + 1]++;
            Count(byLemma, text.Lemma[candidate.Head], candidate.Probability);
            if (candidate.Source >= 0)
            {
                Count(bySource, text.Lemma[candidate.Source], candidate.Probability * candidate.SourceProbability);
            }

            sum += candidate.Probability;
        }

        for (var s = 1; s < firstOf.Length; s++)
        {
            firstOf[s] += firstOf[s - 1];
        }

        var quoted = 0;
        for (var t = 0; t < text.Count; t++)
        {
            quoted += text.Has(t, Traits.Quoted) ? 1 : 0;
        }

        quotedShare = (float)quoted / Math.Max(1, text.Count);
        meanCue = sum / Math.Max(1, proposals.Count);

        static void Count(Dictionary<uint, (int Count, float Sum)> table, uint key, float probability)
        {
            var old = table.GetValueOrDefault(key);
            table[key] = (old.Count + 1, old.Sum + probability);
        }
    }

    /// <summary>Writes the row of the <paramref name="index"/>-th proposal.</summary>
    public void Fill(int index, Span<float> row)
    {
        var proposal = proposals[index];
        var candidate = proposal.Candidate;
        var (head, content) = (candidate.Head, proposal.Content);
        var sentence = text.SentenceOf[head];
        var (start, end) = text.TokensOf(sentence);
        var n = 0;
        row[n++] = (float)logit[index];
        row[n++] = Logit(candidate.Probability);
        row[n++] = Logit(candidate.SourceProbability);
        row[n++] = Logit(proposal.ContentProbability);
        row[n++] = (float)proposal.Overlap;
        row[n++] = Logit(proposal.RunOnProbability);
        row[n++] = text.Rate[head];
        row[n++] = text.Class[head];
        row[n++] = content.Length;
        row[n++] = proposal.HomeCount;
        row[n++] = content.Length - proposal.HomeCount;
        var (quoted, runs, last) = (0, 0, -2);
        foreach (var token in content)
        {
            quoted += text.Has(token, Traits.Quoted) ? 1 : 0;
            var t = last + 1;
            while (last >= 0 && t < token && !text.Has(t, Traits.Word)) { t++; }
            runs += last >= 0 && t == token ? 0 : 1;
            last = token;
        }

        row[n++] = (float)quoted / Math.Max(1, content.Length);
        row[n++] = text.Has(head, Traits.Quoted) ? 1 : 0;
        row[n++] = candidate.CueLast - candidate.CueFirst;
        row[n++] = candidate.Source < 0 ? 0 : candidate.SourceLast - candidate.SourceFirst + 1;
        row[n++] = candidate.Source < 0 ? -100 : candidate.Source - head;
        row[n++] = candidate.Source < 0 ? 0 : text.Has(candidate.Source, Traits.Pronoun) ? 1 : text.Has(candidate.Source, Traits.Proper) ? 2 : text.Has(candidate.Source, Traits.Noun) ? 3 : 4;
        row[n++] = candidate.Source < 0 ? 0 : text.Has(candidate.Source, Traits.Subject) ? (text.Head[candidate.Source] == head ? 3 : 2) : 1;
        row[n++] = SourceFeatures.VoiceOf(text, head);
        row[n++] = text.Has(head, Traits.Verb) ? 1 : text.Has(head, Traits.Noun) ? 2 : text.Has(head, Traits.Word) ? 3 : 4;
        var first = content.Length > 0 ? content[0] : head;
        row[n++] = first > head ? 1 : 0;
        row[n++] = first > head ? first - candidate.CueLast : content.Length > 0 ? candidate.CueFirst - Before(content, head) : 0;
        row[n++] = (float)proposal.HomeCount / (end - start);
        row[n++] = runs;
        row[n++] = end - start;
        row[n++] = text.RoleOf(sentence) is BlockRole.Headline ? 1 : 0;
        row[n++] = (float)sentence / text.Document.Sentences.Length;
        row[n++] = text.Document.Sentences.Length;

        // Others that hold this one, that it holds, that claim the same words.
        var (holder, held, rival) = (-9f, -9f, -9f);
        var (holderLogit, heldLogit, rivalLogit) = (-9f, -9f, -9f);
        var (rivalShare, rivalOf) = (0f, 0f);
        for (var k = index - 1; k >= Math.Max(0, index - 48) && sentence - text.SentenceOf[proposals[k].Candidate.Head] <= ContentContinuation.Farthest; k--) { Meet(k); }
        for (var k = index + 1; k < Math.Min(proposals.Count, index + 49) && text.SentenceOf[proposals[k].Candidate.Head] - sentence <= ContentContinuation.Farthest; k++) { Meet(k); }
        row[n++] = holder;
        row[n++] = held;
        row[n++] = rival;
        row[n++] = holderLogit;
        row[n++] = heldLogit;
        row[n++] = rivalLogit;
        row[n++] = rivalShare;
        row[n++] = rivalOf;

        var (rank, best, bestLogit) = (0, -9f, -9f);
        for (var k = firstOf[sentence]; k < firstOf[sentence + 1]; k++)
        {
            if (k != index)
            {
                rank += proposals[k].Candidate.Probability > candidate.Probability ? 1 : 0;
                best = Math.Max(best, Logit(proposals[k].Candidate.Probability));
                bestLogit = Math.Max(bestLogit, (float)logit[k]);
            }
        }

        row[n++] = firstOf[sentence + 1] - firstOf[sentence];
        row[n++] = rank;
        row[n++] = best;
        row[n++] = bestLogit;
        row[n++] = Most(sentence - 1);
        row[n++] = Most(sentence + 1);
        var (count, sum) = byLemma[text.Lemma[head]];
        row[n++] = count;
        row[n++] = count == 1 ? -1 : (sum - candidate.Probability) / (count - 1);
        var (sources, sourceSum) = candidate.Source < 0 ? (0, 0f) : bySource[text.Lemma[candidate.Source]];
        row[n++] = sources;
        row[n++] = candidate.Source < 0 ? -1 : sourceSum - (candidate.Probability * candidate.SourceProbability);
        row[n++] = quotedShare;
        row[n++] = meanCue;
        row[n++] = (float)proposals.Count / text.Document.Sentences.Length;
        var depth = 0;
        for (var up = text.Head[head]; up >= 0; up = text.Head[up]) { depth++; }
        row[n++] = depth;
        var (clauses, objects, children) = (0, 0, 0);
        foreach (var child in text.ChildrenOf(head))
        {
            clauses += text.Has(child, Traits.Clause) ? 1 : 0;
            objects += text.Relation[child] == Names.Object ? 1 : 0;
            children += text.Has(child, Traits.Word) ? 1 : 0;
        }

        row[n++] = clauses;
        row[n++] = objects;
        row[n++] = children;
        row[n++] = text.SubjectOf(head) >= 0 ? 1 : 0;
        row[n++] = content.Length == 0 ? 0 : text.Relation[first] == Names.Mark ? 1 : text.Has(first, Traits.Verb) ? 2 : text.Has(first, Traits.Nominal) ? 3 : 4;
        row[n++] = content.Length > 0 && first == FirstWord(start, end) ? 1 : 0;
        row[n] = sentence > 0 && text.BlockOf(sentence - 1) == text.BlockOf(sentence) ? 1 : 0;

        void Meet(int k)
        {
            var other = proposals[k];
            var p = Logit(other.Candidate.Probability);
            if (Array.BinarySearch(other.Content, head) >= 0)
            {
                holder = Math.Max(holder, p);
                holderLogit = Math.Max(holderLogit, (float)logit[k]);
            }

            if (Array.BinarySearch(content, other.Candidate.Head) >= 0)
            {
                held = Math.Max(held, p);
                heldLogit = Math.Max(heldLogit, (float)logit[k]);
            }

            var common = AcceptanceFeatures.Common(content, other.Content);
            if (common > 0)
            {
                rival = Math.Max(rival, p);
                if (logit[k] > rivalLogit)
                {
                    rivalLogit = (float)logit[k];
                    (rivalShare, rivalOf) = ((float)common / content.Length, (float)common / other.Content.Length);
                }
            }
        }
    }

    private int FirstWord(int start, int end)
    {
        while (start < end && !text.Has(start, Traits.Word)) { start++; }
        return start;
    }

    private static int Before(int[] content, int head)
    {
        var last = content[0];
        foreach (var token in content)
        {
            last = token < head ? token : last;
        }

        return last;
    }

    private float Most(int sentence)
    {
        var most = -9f;
        if (sentence >= 0 && sentence + 1 < firstOf.Length)
        {
            for (var k = firstOf[sentence]; k < firstOf[sentence + 1]; k++)
            {
                most = Math.Max(most, Logit(proposals[k].Candidate.Probability));
            }
        }

        return most;
    }

    private static float Logit(double probability)
    {
        var p = Math.Clamp(probability, 1e-4, 1 - 1e-4);
        return (float)Math.Log(p / (1 - p));
    }
}
