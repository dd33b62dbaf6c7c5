namespace Hearsay.Statements.Attributions;

/// <summary>What tells whose word a cue gives, and which words name that source.</summary>
internal static class SourceFeatures
{
    private const int LongestPath = 6;

    /// <summary>True where a token may head a source.</summary>
    public static bool MayBe(AttributionText text, int token) => text.Has(token, Traits.Nominal);

    /// <summary>Collects what speaks for <paramref name="source"/> as the source of the cue headed by <paramref name="cue"/>; -1 stands for no source.</summary>
    public static void Collect(AttributionText text, int cue, int source, ReadOnlySpan<float> cueProbability, FeatureBuffer into)
    {
        var (lemma, tag, relation) = (text.Lemma[cue], text.Tag[cue], text.Relation[cue]);
        var voice = VoiceOf(text, cue);
        var part = text.Has(cue, Traits.Verb) ? 1u : text.Has(cue, Traits.Noun) ? 2u : 3u;
        var subject = CueFeatures.SubjectOf(text, cue);
        var own = subject >= 0 && text.Head[subject] == cue;
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

        var path = PathOf(text, cue, source);
        var side = source < cue ? 0u : 1u;
        var (sourceLemma, sourceTag) = (text.Lemma[source], text.Tag[source]);
        var distance = Near(Math.Abs(source - cue));
        into.Add(220, path);
        into.Add(221, path, lemma);
        into.Add(222, path, tag, voice);
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
        var (from, to) = source < cue ? (source + 1, cue) : (cue + 1, source);
        var (rivals, commas, cues) = (0, 0, 0);
        for (var t = from; t < to; t++)
        {
            rivals += text.Has(t, Traits.Subject) ? 1 : 0;
            commas += text.Has(t, Traits.Comma) ? 1 : 0;
            cues += cueProbability[t] > 0.5f ? 1 : 0;
        }

        into.Add(245, side, (uint)Math.Min(3, rivals), text.Has(source, Traits.Subject) ? 1u : 0u);
        into.Add(246, side, (uint)Math.Min(3, commas), part);
        into.Add(247, side, (uint)Math.Min(2, cues), path);
        var rival = governor >= 0 && governor != cue ? Tenths(cueProbability[governor]) : 11u;
        into.Add(248, rival, text.Relation[source]);
        into.Add(249, rival, text.Relation[source], own ? 1u : 0u);
        into.Add(250, text.Has(source, Traits.Proper) ? 1u : 0u, text.Relation[source], voice);
    }

    /// <summary>Collects whether what <paramref name="child"/> governs belongs to the words that name the source headed by <paramref name="source"/>.</summary>
    public static void CollectExtent(AttributionText text, int cue, int source, int child, FeatureBuffer into)
    {
        var side = child < source ? 0u : 1u;
        var (relation, lemma, tag) = (text.Relation[child], text.Lemma[child], text.Tag[child]);
        var holdsCue = cue >= text.First[child] && cue <= text.Last[child] ? 1u : 0u;
        var cueSide = cue < child ? 0u : 1u;
        var length = Near(text.Last[child] - text.First[child] + 1);
        var first = text.First[child];
        var before = first > 0 ? text.Word[first - 1] : 0;
        var marker = 0u;
        foreach (var grandchild in text.ChildrenOf(child))
        {
            if (text.Relation[grandchild] == Names.Case || text.Relation[grandchild] == Names.Mark || text.Tag[grandchild] == WhTag)
            {
                marker = text.Lemma[grandchild];
                break;
            }
        }

        var kin = text.Head[source] == cue ? 1u : text.Head[cue] == source ? 2u : 3u;
        into.Clear();
        into.Add(300, relation, side);
        into.Add(301, relation, side, holdsCue);
        into.Add(302, relation, tag, side);
        into.Add(303, relation, lemma, side);
        into.Add(304, relation, marker, side);
        into.Add(305, Hash.Mix(relation, side), length, text.Tag[source]);
        into.Add(306, relation, before, side);
        into.Add(307, Hash.Mix(relation, side), text.Tag[source], tag);
        into.Add(308, Hash.Mix(relation, side), text.Relation[source], kin);
        into.Add(309, Hash.Mix(relation, side), text.Lemma[source]);
        into.Add(310, Hash.Mix(relation, side), text.Lemma[cue], cueSide);
        into.Add(311, Hash.Mix(relation, side), cueSide, marker);
        into.Add(312, lemma, side);
        into.Add(313, Hash.Mix(relation, holdsCue), kin, text.Relation[cue]);
        into.Add(314, Hash.Mix(relation, side), length, cueSide);
        into.Add(315, Hash.Mix(relation, marker), text.Relation[source], text.Lemma[cue]);
        into.Add(316, Hash.Mix(relation, text.Has(child, Traits.Quoted) ? 1u : 0u), text.Has(source, Traits.Quoted) ? 1u : 0u);
        into.Add(317, Hash.Mix(relation, before), tag, length);
        into.Add(318, Hash.Mix(relation, before), text.Tag[source], cueSide);
        var after = text.Last[child] + 1;
        into.Add(319, Hash.Mix(relation, after < text.Count ? text.Word[after] : 0), side, cueSide);
    }

    /// <summary>Relations from <paramref name="from"/> up to the nearest word that governs both, and down to <paramref name="to"/>, as one hash.</summary>
    public static uint PathOf(AttributionText text, int from, int to)
    {
        Span<int> up = stackalloc int[LongestPath];
        var climbed = 0;
        for (var at = from; at >= 0 && climbed < LongestPath; at = text.Head[at])
        {
            up[climbed++] = at;
        }

        var down = 17u;
        var steps = 0;
        for (var at = to; at >= 0 && steps < LongestPath; at = text.Head[at], steps++)
        {
            var meet = up[..climbed].IndexOf(at);
            if (meet >= 0)
            {
                var path = 23u;
                for (var k = 0; k < meet; k++)
                {
                    path = Hash.Mix(path, text.Relation[up[k]]);
                }

                return Hash.Mix(path, down);
            }

            down = Hash.Mix(down, text.Relation[at] ^ 0x5bd1e995u);
        }

        return from < to ? 3u : 5u;
    }

    /// <summary>1 for a verb in the active, 2 in the passive, 3 for a participle without auxiliary, 0 for other words.</summary>
    public static uint VoiceOf(AttributionText text, int cue)
    {
        if (!text.Has(cue, Traits.Verb))
        {
            return 0;
        }

        foreach (var child in text.ChildrenOf(cue))
        {
            if (text.Relation[child] == Names.Passive)
            {
                return 2;
            }
        }

        return text.Tag[cue] == ParticipleTag ? 3u : 1u;
    }

    /// <summary>A distance in few steps.</summary>
    public static uint Near(int distance) => distance switch { < 4 => (uint)distance, < 6 => 4, < 9 => 5, < 14 => 6, < 25 => 7, _ => 8 };

    /// <summary>A probability in eleven steps.</summary>
    public static uint Tenths(float probability) => (uint)(probability * 10);

    private static readonly uint ParticipleTag = Hash.Of("VBN");
    private static readonly uint WhTag = Hash.Of("WP");
}
