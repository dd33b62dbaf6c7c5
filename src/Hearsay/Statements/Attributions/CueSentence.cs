using Hearsay.Documents;

namespace Hearsay.Statements.Attributions;

/// <summary>The words of a sentence, and what tells that one of them heads a cue.</summary>
internal sealed class CueSentence
{
    private AttributionText text = null!;
    private int start;
    private int end;
    private uint share;
    private byte[] left = new byte[64];
    private byte[] right = new byte[64];

    /// <summary>Looks at another sentence. The rates of its tokens must have been filled in.</summary>
    public void Open(AttributionText of, int sentence)
    {
        text = of;
        (start, end) = of.TokensOf(sentence);
        if (left.Length < end - start)
        {
            (left, right) = (new byte[end - start], new byte[end - start]);
        }

        var (quoted, most) = (0, (byte)0);
        for (var t = start; t < end; t++)
        {
            quoted += of.Has(t, Traits.Quoted) ? 1 : 0;
            left[t - start] = most;
            most = Math.Max(most, of.Rate[t]);
        }

        most = 0;
        for (var t = end - 1; t >= start; t--)
        {
            right[t - start] = most;
            most = Math.Max(most, of.Rate[t]);
        }

        share = quoted == 0 ? 0u : 1u + (uint)(quoted * 4 / (end - start));
    }

    /// <summary>Collects what speaks for and against <paramref name="i"/>, a token of the sentence, as the head of a cue.</summary>
    public void Collect(int i, FeatureBuffer into)
    {
        var (lemma, tag, relation, head) = (text.Lemma[i], text.Tag[i], text.Relation[i], text.Head[i]);
        uint rate = text.Rate[i];
        into.Clear();
        into.Add(1);
        into.Add(2, lemma);
        into.Add(3, lemma, tag);
        into.Add(4, text.Word[i]);
        into.Add(5, tag);
        into.Add(6, relation);
        into.Add(7, tag, relation);
        into.Add(8, lemma, relation);
        into.Add(9, rate);
        into.Add(10, rate, tag);
        into.Add(11, rate, relation);
        into.Add(12, text.Suffix[i], tag);
        into.Add(21, text.Stem[i]);
        into.Add(22, text.Stem[i], relation);
        into.Add(23, text.Stem[i], tag);

        var (headLemma, headTag, headRate) = head >= 0 ? (text.Lemma[head], text.Tag[head], text.Rate[head]) : (0u, 0u, (byte)0);
        into.Add(13, headLemma);
        into.Add(14, headTag, relation);
        into.Add(15, headLemma, relation);
        into.Add(16, lemma, headLemma);
        into.Add(17, headRate, relation);
        into.Add(18, headRate, relation, rate);
        var grand = head >= 0 ? text.Head[head] : -1;
        into.Add(19, relation, head >= 0 ? text.Relation[head] : 0, grand >= 0 ? text.Relation[grand] : 0);
        into.Add(20, relation, head >= 0 ? text.Relation[head] : 0, rate);

        uint kind = text.Class[i];
        into.Add(700, kind);
        into.Add(701, kind, relation, tag);
        into.Add(702, kind, rate);
        into.Add(703, kind, rate, relation);
        into.Add(704, kind, head >= 0 ? text.Class[head] : 255u, relation);
        into.Add(705, rate, head >= 0 ? text.Class[head] : 255u, relation);
        Children(i, lemma, rate, tag, into);
        Neighbours(i, lemma, rate, tag, into);
        Quotes(i, lemma, rate, tag, into);
        Company(i, lemma, rate, relation, into);
    }

    private void Children(int i, uint lemma, uint rate, uint tag, FeatureBuffer into)
    {
        uint kind = text.Class[i];
        var frame = 7u;
        var coarse = 7u;
        foreach (var child in text.ChildrenOf(i))
        {
            var relation = text.Relation[child];
            var side = child < i ? 0u : 1u;
            into.Add(30, relation, side);
            into.Add(31, relation, lemma);
            into.Add(32, relation, text.Lemma[child]);
            into.Add(33, relation, text.Tag[child], side);
            into.Add(34, relation, rate, side);
            into.Add(35, relation, text.Lemma[child], lemma);
            into.Add(36, relation, tag, text.Tag[child]);
            into.Add(706, relation, kind, side);
            into.Add(707, relation, kind, text.Tag[child]);
            if (!text.Has(child, Traits.Word))
            {
                continue;
            }

            frame = Hash.Mix(frame, Hash.Mix(relation, side));
            if (text.Has(child, Traits.Subject | Traits.Clause) || relation == Names.Object)
            {
                coarse = Hash.Mix(coarse, relation);
            }

            foreach (var grandchild in text.ChildrenOf(child))
            {
                var tie = text.Relation[grandchild];
                if (tie == Names.Mark || tie == Names.Case)
                {
                    into.Add(37, relation, text.Lemma[grandchild]);
                    into.Add(38, relation, text.Lemma[grandchild], lemma);
                    into.Add(39, relation, text.Lemma[grandchild], rate);
                    into.Add(708, relation, text.Lemma[grandchild], kind);
                }
            }
        }

        into.Add(40, frame);
        into.Add(41, frame, rate);
        into.Add(42, coarse, lemma);
        into.Add(43, coarse, rate, tag);
        var subject = text.SubjectOf(i);
        var (subjectTag, subjectLemma) = subject >= 0 ? (text.Tag[subject], text.Lemma[subject]) : (0u, 0u);
        into.Add(44, subjectTag, lemma);
        into.Add(45, subjectTag, rate, tag);
        into.Add(46, subjectLemma);
        into.Add(47, subjectLemma, rate);
        into.Add(48, subjectLemma, lemma);
        into.Add(49, coarse, subjectTag, rate);
        into.Add(709, coarse, kind, rate);
        into.Add(710, coarse, kind, subjectTag);
        into.Add(711, frame, kind);
    }

    private void Neighbours(int i, uint lemma, uint rate, uint tag, FeatureBuffer into)
    {
        var (l1, t1) = At(i - 1);
        var (l2, t2) = At(i - 2);
        var (r1, u1) = At(i + 1);
        var (r2, u2) = At(i + 2);
        into.Add(50, l1);
        into.Add(51, r1);
        into.Add(52, l2);
        into.Add(53, r2);
        into.Add(54, l1, lemma);
        into.Add(55, r1, lemma);
        into.Add(56, t1, u1);
        into.Add(57, t1, tag);
        into.Add(58, tag, u1);
        into.Add(59, l2, l1);
        into.Add(60, r1, r2);
        into.Add(61, t2, t1, tag);
        into.Add(62, tag, u1, u2);
        into.Add(63, r1, rate);
        into.Add(64, l1, rate);
        into.Add(65, u1, rate, tag);
        into.Add(66, t1, rate, tag);
        uint kind = text.Class[i];
        into.Add(712, r1, kind);
        into.Add(713, u1, kind, tag);
        into.Add(714, l1, kind);
        into.Add(67, At(i + 3).Lemma);
        into.Add(68, At(i - 3).Lemma);

        (uint Lemma, uint Tag) At(int token) => token >= start && token < end ? (text.Lemma[token], text.Tag[token]) : (token < start ? 1u : 2u, token < start ? 1u : 2u);
    }

    private void Quotes(int i, uint lemma, uint rate, uint tag, FeatureBuffer into)
    {
        var inside = text.Has(i, Traits.Quoted) ? 1u : 0u;
        var (before, after) = (0u, 0u);
        for (var d = 1u; d <= 6; d++)
        {
            if (before == 0 && i - d >= start && text.Has((int)(i - d), Traits.QuoteMark))
            {
                before = 2 * d + (text.Has((int)(i - d), Traits.Opens) ? 1u : 0u);
            }

            if (after == 0 && i + d < end && text.Has((int)(i + d), Traits.QuoteMark))
            {
                after = 2 * d + (text.Has((int)(i + d), Traits.Opens) ? 1u : 0u);
            }
        }

        into.Add(70, inside);
        into.Add(71, inside, lemma);
        into.Add(72, inside, rate);
        into.Add(73, Hash.Mix(inside, share), rate);
        into.Add(74, Hash.Mix(inside, share), tag);
        into.Add(75, Hash.Mix(inside, share), lemma);
        into.Add(76, before, after);
        into.Add(77, before, rate);
        into.Add(78, after, rate);
        into.Add(79, Hash.Mix(before, after), lemma);
        into.Add(80, Hash.Mix(before, inside), tag, rate);
        into.Add(715, Hash.Mix(inside, share), text.Class[i], rate);
        into.Add(81, Hash.Mix(after, inside), tag, rate);
    }

    // The other words of the sentence that may be cues: those above, those beside.
    private void Company(int i, uint lemma, uint rate, uint relation, FeatureBuffer into)
    {
        var (above, depth, tie) = (0u, 0u, relation);
        var under = 0u;
        for (var (up, last) = (text.Head[i], i); up >= 0; (last, up) = (up, text.Head[up]))
        {
            depth++;
            if (text.Rate[up] > above)
            {
                (above, tie, under) = (text.Rate[up], text.Relation[last], text.Lemma[up]);
            }
        }

        uint before = left[i - start], after = right[i - start];
        var most = Math.Max(before, after);
        into.Add(85, above, rate);
        into.Add(86, above, tie);
        into.Add(87, above, tie, rate);
        into.Add(88, under, lemma);
        into.Add(89, most, rate);
        into.Add(90, before, after, rate);
        into.Add(91, above, most, rate);
        into.Add(92, Math.Min(depth, 6), rate);
        var place = i - start < 4 ? (uint)(i - start) : end - i < 4 ? (uint)(10 + end - i) : 9u;
        into.Add(93, place, rate);
        into.Add(94, place, text.Tag[i]);
        var length = (uint)Math.Min(6, (end - start) / 8);
        into.Add(95, length, rate);
        var sentence = text.SentenceOf[i];
        into.Add(96, text.RoleOf(sentence) is BlockRole.Headline ? 0u : 1u, rate);
        var opensBlock = sentence == 0 || text.BlockOf(sentence - 1) != text.BlockOf(sentence) ? 1u : 0u;
        into.Add(97, opensBlock, rate, text.Has(i, Traits.Quoted) ? 1u : 0u);
        var shape = (i > start ? (uint)(text.Is[i - 1] & (Traits.Capital | Traits.Capitals | Traits.Word)) : 7u)
            + (i + 1 < end ? (uint)(text.Is[i + 1] & (Traits.Capital | Traits.QuoteMark)) : 3u);
        into.Add(99, shape, rate, text.Tag[i]);
        into.Add(24, shape, Hash.Mix(place, opensBlock), lemma);
        into.Add(98, lemma, text.Word[Math.Max(start, i - 1)], text.Word[Math.Min(end - 1, i + 1)]);
    }
}
