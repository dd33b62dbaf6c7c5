namespace Hearsay.Statements.Attributions;

/// <summary>The words of a cue's sentence seen from the cue: which may be content, and what tells that they are, begin or end it.</summary>
internal sealed class ContentFrame
{
    private const int Levels = 6;
    private int[] words = new int[64];
    private int[] level = [];
    private float[] between = [];
    private AttributionText text = null!;
    private Candidate candidate;
    private readonly uint[] upward = new uint[Levels + 1];
    private int start;
    private int end;
    private uint share;
    private uint voice;

    /// <summary>The tokens that may be content, in text order: words that are neither the cue's nor the source's.</summary>
    public ReadOnlySpan<int> Words => words.AsSpan(0, Count);

    /// <summary>Number of such words.</summary>
    public int Count { get; private set; }

    /// <summary>Looks at another cue.</summary>
    /// <param name="of">The document.</param>
    /// <param name="with">Cue and source.</param>
    /// <param name="cueProbability">For each token, how likely it heads a cue.</param>
    public void Open(AttributionText of, Candidate with, ReadOnlySpan<float> cueProbability)
    {
        (text, candidate) = (of, with);
        (start, end) = text.TokensOf(text.SentenceOf[with.Head]);
        var size = end - start;
        if (words.Length < size)
        {
            words = new int[size];
        }

        if (level.Length < size)
        {
            level = new int[size];
            between = new float[size];
        }

        voice = SourceFeatures.VoiceOf(of, with.Head);
        Rivals(with.Head, start - 1, -1, cueProbability);
        Rivals(with.Head, end, 1, cueProbability);

        Count = 0;
        var quoted = 0;
        for (var t = start; t < end; t++)
        {
            level[t - start] = -1;
            quoted += text.Has(t, Traits.Quoted) ? 1 : 0;
            if (text.Has(t, Traits.Word) && !with.Holds(t))
            {
                words[Count++] = t;
            }
        }

        share = quoted == 0 ? 0u : 1u + (uint)(quoted * 3 / size);
        var path = 31u;
        var k = 0;
        for (var at = with.Head; at >= 0; at = text.Head[at])
        {
            level[at - start] = k;
            if (k < Levels)
            {
                upward[k] = path;
            }

            path = Hash.Mix(path, text.Relation[at]);
            k++;
        }

        upward[Levels] = 77u;
    }

    /// <summary>Collects what is known of the <paramref name="index"/>-th word.</summary>
    public void Collect(int index, ReadOnlySpan<float> cueProbability, FeatureBuffer into)
    {
        var w = words[index];
        var cue = candidate.Head;
        var lemma = text.Lemma[cue];

        // The branch that the word hangs on: the word below the nearest one that governs cue and word both.
        var (branch, second, depth) = (-1, -1, 0);
        var meet = w;
        var governing = 0f;
        while (level[meet - start] < 0)
        {
            governing = Math.Max(governing, cueProbability[meet]);
            (second, branch) = (branch, meet);
            meet = text.Head[meet];
            depth++;
            if (meet < 0)
            {
                break;
            }
        }

        var height = meet < 0 ? Levels : Math.Min(Levels, level[meet - start]);
        var branchRelation = branch >= 0 ? text.Relation[branch] : 1u;
        var path = Hash.Mix(upward[height], branchRelation);
        var marker = branch >= 0 ? MarkerOf(branch) : 0u;
        var side = w < cue ? 0u : 1u;
        var source = candidate.Source < 0 ? 0u : candidate.SourceFirst < cue ? 1u : 2u;
        var place = candidate.Source < 0 ? side : side + 2 * (w < candidate.SourceFirst ? 1u : 2u);
        var position = Hash.Mix(place, source);
        into.Clear();
        into.Add(400);
        into.Add(401, path);
        into.Add(402, path, lemma);
        uint kind = text.Class[cue];
        into.Add(720, path, kind);
        into.Add(721, path, marker, kind);
        into.Add(722, position, kind);
        into.Add(403, path, marker);
        into.Add(404, path, marker, lemma);
        into.Add(405, path, position);
        into.Add(406, path, text.Tag[cue], voice);
        into.Add(407, position, lemma);
        into.Add(408, position, branchRelation, marker);
        into.Add(409, path, branch >= 0 ? text.Tag[branch] : 0, position);
        into.Add(410, path, branch >= 0 ? text.Lemma[branch] : 0);

        var secondRelation = second >= 0 ? text.Relation[second] : 1u;
        var secondMarker = second >= 0 ? MarkerOf(second) : 0u;
        into.Add(411, path, secondRelation);
        into.Add(412, path, secondRelation, secondMarker);
        into.Add(413, branchRelation, secondRelation, lemma);
        into.Add(724, branchRelation, secondRelation, kind);

        // Edges of the two branches.
        var edges = (w == FirstWord(branch) ? 1u : 0u) + (w == LastWord(branch) ? 2u : 0u)
            + (second >= 0 && w == FirstWord(second) ? 4u : 0u) + (second >= 0 && w == LastWord(second) ? 8u : 0u);
        into.Add(414, path, edges);
        into.Add(415, Hash.Mix(path, edges), secondRelation, secondMarker);
        into.Add(416, edges, branchRelation, lemma);
        into.Add(723, edges, branchRelation, kind);
        into.Add(417, edges, position, (uint)Math.Min(depth, 4));

        // The word, and what stands beside it, marks included.
        var (before, after) = (w > start ? text.Word[w - 1] : 1u, w + 1 < end ? text.Word[w + 1] : 1u);
        var (previous, next) = (index > 0 ? words[index - 1] : -1, index + 1 < Count ? words[index + 1] : -1);
        var (previousTag, nextTag) = (previous >= 0 ? text.Tag[previous] : 1u, next >= 0 ? text.Tag[next] : 1u);
        into.Add(420, text.Relation[w], text.Tag[w], side);
        into.Add(421, text.Lemma[w], side);
        into.Add(422, text.Lemma[w], lemma);
        into.Add(423, before, side);
        into.Add(424, after, side);
        into.Add(425, before, path);
        into.Add(426, after, path);
        into.Add(427, before, text.Word[w], side);
        into.Add(428, after, text.Word[w], side);
        into.Add(429, previousTag, text.Tag[w], position);
        into.Add(430, nextTag, text.Tag[w], position);
        into.Add(431, Hash.Mix(edges, before), position, branchRelation);
        into.Add(432, Hash.Mix(edges, after), position, branchRelation);
        into.Add(433, before, text.Tag[w], secondRelation);
        into.Add(434, after, text.Tag[w], text.Relation[w]);
        into.Add(444, next >= 0 ? text.Lemma[next] : 1, after, side);
        into.Add(445, Hash.Mix(edges, next >= 0 ? text.Lemma[next] : 1), after, secondRelation);
        into.Add(446, next >= 0 ? text.Relation[next] : 1, after, path);
        into.Add(447, previous >= 0 ? text.Lemma[previous] : 1, before, position);

        // Next to the cue or the source, or at the sentence's ends.
        var touch = (w > start && Skipped(w, -1) ? 1u : 0u) + (w + 1 < end && Skipped(w, 1) ? 2u : 0u)
            + (index == 0 ? 4u : 0u) + (index + 1 == Count ? 8u : 0u);
        into.Add(435, touch, position);
        into.Add(436, touch, lemma, side);
        into.Add(437, touch, path);
        into.Add(438, touch, text.Word[w], position);
        into.Add(439, Hash.Mix(touch, before), after, side);
        var distance = SourceFeatures.Near(Math.Abs(w - cue));
        into.Add(440, distance, position);
        into.Add(441, distance, position, lemma);
        into.Add(442, distance, text.Tag[w], side);
        into.Add(443, distance, path);

        // Quotation marks.
        var quoted = Hash.Mix((text.Has(w, Traits.Quoted) ? 1u : 0u) + (text.Has(cue, Traits.Quoted) ? 2u : 0u)
            + (previous >= 0 && text.Has(previous, Traits.Quoted) ? 4u : 0u) + (next >= 0 && text.Has(next, Traits.Quoted) ? 8u : 0u), share);
        into.Add(450, quoted);
        into.Add(451, quoted, position);
        into.Add(452, quoted, lemma);
        into.Add(453, quoted, path);
        into.Add(454, quoted, before, after);
        into.Add(455, quoted, touch, position);
        into.Add(456, quoted, edges, path);

        // Other cues that the word is nearer to.
        var (governs, stands) = (SourceFeatures.Tenths(governing) / 2, SourceFeatures.Tenths(between[w - start]) / 2);
        into.Add(460, governs, height > 0 ? 1u : 0u, position);
        into.Add(461, governs, path);
        into.Add(462, stands, position);
        into.Add(463, stands, governs, path);
        into.Add(464, stands, lemma, side);
        into.Add(465, SourceFeatures.Tenths(cueProbability[w]) / 2, path);
    }

    // For each word from the cue outward, the likeliest other cue up to there.
    private void Rivals(int cue, int stop, int step, ReadOnlySpan<float> cueProbability)
    {
        var most = 0f;
        for (var t = cue; t != stop; t += step)
        {
            most = t == cue || candidate.Holds(t) ? most : Math.Max(most, cueProbability[t]);
            between[t - start] = most;
        }
    }

    private bool Skipped(int w, int step)
    {
        for (var t = w + step; t >= start && t < end; t += step)
        {
            if (candidate.Holds(t))
            {
                return true;
            }

            if (text.Has(t, Traits.Word))
            {
                return false;
            }
        }

        return false;
    }

    private uint MarkerOf(int branch)
    {
        foreach (var child in text.ChildrenOf(branch))
        {
            if (text.Relation[child] == Names.Mark || text.Relation[child] == Names.Case)
            {
                return text.Lemma[child];
            }
        }

        return 1;
    }

    private int FirstWord(int branch)
    {
        if (branch < 0)
        {
            return -1;
        }

        var t = text.First[branch];
        while (t < branch && (!text.Has(t, Traits.Word) || candidate.Holds(t))) { t++; }
        return t;
    }

    private int LastWord(int branch)
    {
        if (branch < 0)
        {
            return -1;
        }

        var t = text.Last[branch];
        while (t > branch && (!text.Has(t, Traits.Word) || candidate.Holds(t))) { t--; }
        return t;
    }
}
