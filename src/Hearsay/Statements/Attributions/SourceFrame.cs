namespace Hearsay.Statements.Attributions;

/// <summary>The words of a cue's sentence seen from the cue, and what tells whose word it gives.</summary>
internal sealed class SourceFrame
{
    private AttributionText text = null!;
    private int start;
    private int cue;
    private uint voice;
    private uint part;
    private int subject;
    private bool own;
    private Between[] upTo = new Between[64];

    // Of the tokens from the sentence's first up to one: subjects, commas, likely cues.
    private readonly record struct Between(int Subjects, int Commas, int Cues);

    /// <summary>True where a token may head a source.</summary>
    public static bool MayBe(AttributionText text, int token) => text.Has(token, Traits.Nominal);

    /// <summary>Looks at another cue.</summary>
    /// <param name="of">The document.</param>
    /// <param name="head">The cue's head.</param>
    /// <param name="cueProbability">For each token, how likely it heads a cue.</param>
    public void Open(AttributionText of, int head, ReadOnlySpan<float> cueProbability)
    {
        (text, cue) = (of, head);
        voice = SourceFeatures.VoiceOf(text, cue);
        part = text.Has(cue, Traits.Verb) ? 1u : text.Has(cue, Traits.Noun) ? 2u : 3u;
        subject = text.SubjectOf(cue);
        own = subject >= 0 && text.Head[subject] == cue;
        (start, var end) = text.TokensOf(text.SentenceOf[cue]);
        if (upTo.Length <= end - start)
        {
            upTo = new Between[end - start + 1];
        }

        var sum = default(Between);
        for (var t = start; t < end; t++)
        {
            upTo[t - start] = sum;
            sum = new Between(sum.Subjects + (text.Has(t, Traits.Subject) ? 1 : 0), sum.Commas + (text.Has(t, Traits.Comma) ? 1 : 0), sum.Cues + (cueProbability[t] > 0.5f ? 1 : 0));
        }

        upTo[end - start] = sum;
    }

    /// <summary>Collects what speaks for <paramref name="source"/> as the cue's source; -1 stands for no source.</summary>
    public void Collect(int source, ReadOnlySpan<float> cueProbability, FeatureBuffer into)
    {
        var (lemma, tag, relation) = (text.Lemma[cue], text.Tag[cue], text.Relation[cue]);
        into.Clear();
        if (source < 0)
        {
            var frame = 3u;
            foreach (var child in text.ChildrenOf(cue))
            {
                frame = text.Has(child, Traits.Word) ? Hash.Mix(frame, text.Relation[child]) : frame;
                into.Add(200, text.Relation[child], part);
                into.Add(201, text.Relation[child], lemma);
                into.Add(214, text.Relation[child], text.Lemma[child], part);
            }

            var (subjectLemma, subjectTag) = subject >= 0 ? (text.Lemma[subject], text.Tag[subject]) : (0u, 0u);
            into.Add(202);
            into.Add(203, lemma);
            into.Add(204, tag, voice);
            into.Add(205, lemma, voice);
            into.Add(732, text.Class[cue], voice);
            into.Add(733, text.Class[cue], relation);
            into.Add(206, relation, tag);
            into.Add(207, frame);
            into.Add(208, frame, lemma);
            into.Add(209, subjectLemma, own ? 1u : 0u);
            into.Add(210, subjectTag, own ? 1u : 0u, voice);
            into.Add(211, relation, text.Head[cue] >= 0 ? text.Lemma[text.Head[cue]] : 0, part);
            into.Add(212, subjectLemma, lemma);
            into.Add(213, relation, lemma);
            return;
        }

        var path = SourceFeatures.PathOf(text, cue, source);
        var side = source < cue ? 0u : 1u;
        var (sourceLemma, sourceTag) = (text.Lemma[source], text.Tag[source]);
        var distance = SourceFeatures.Near(Math.Abs(source - cue));
        into.Add(220, path);
        into.Add(221, path, lemma);
        into.Add(222, path, tag, voice);
        into.Add(730, path, text.Class[cue], voice);
        into.Add(731, path, text.Class[source]);
        into.Add(223, path, part, side);
        into.Add(224, path, sourceTag);
        into.Add(225, path, sourceLemma);
        into.Add(226, path, lemma, voice);
        into.Add(227, sourceTag, part, side);
        into.Add(228, sourceLemma);
        into.Add(229, sourceLemma, lemma);
        into.Add(230, side, distance, part);
        into.Add(231, side, distance, lemma);
        into.Add(232, text.Relation[source], side, part);
        into.Add(233, text.Relation[source], lemma, side);
        var quoted = (text.Has(source, Traits.Quoted) ? 1u : 0u) + (text.Has(cue, Traits.Quoted) ? 2u : 0u);
        into.Add(234, quoted);
        into.Add(235, quoted, path);
        into.Add(236, source == subject ? 1u : 0u, own ? 1u : 0u, voice);
        into.Add(237, source == subject ? 1u : 0u, lemma);
        into.Add(238, path, own ? 1u : 0u, part);
        var marker = 0u;
        foreach (var child in text.ChildrenOf(source))
        {
            if (text.Relation[child] == Names.Case || text.Relation[child] == Names.Mark)
            {
                marker = text.Lemma[child];
            }
        }

        into.Add(239, path, marker);
        into.Add(240, path, marker, lemma);
        into.Add(241, text.Relation[source], marker, tag);
        var governor = text.Head[source];
        into.Add(242, text.Relation[source], governor >= 0 ? text.Lemma[governor] : 0, part);
        into.Add(243, path, text.Relation[cue]);
        into.Add(244, marker, lemma, side);

        // Words between the two that may be nearer kin.
        var (after, until) = source < cue ? (source + 1, cue) : (cue + 1, source);
        var (to, from) = (upTo[until - start], upTo[after - start]);
        var (rivals, commas, cues) = (to.Subjects - from.Subjects, to.Commas - from.Commas, to.Cues - from.Cues);
        into.Add(245, side, (uint)Math.Min(3, rivals), text.Has(source, Traits.Subject) ? 1u : 0u);
        into.Add(246, side, (uint)Math.Min(3, commas), part);
        into.Add(247, side, (uint)Math.Min(2, cues), path);
        var rival = governor >= 0 && governor != cue ? SourceFeatures.Tenths(cueProbability[governor]) : 11u;
        into.Add(248, rival, text.Relation[source]);
        into.Add(249, rival, text.Relation[source], own ? 1u : 0u);
        into.Add(250, text.Has(source, Traits.Proper) ? 1u : 0u, text.Relation[source], voice);
    }
}
