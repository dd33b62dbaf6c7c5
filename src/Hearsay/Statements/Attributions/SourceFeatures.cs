namespace Hearsay.Statements.Attributions;

/// <summary>What tells which words name a source with its head, and measures that several parts share.</summary>
internal static class SourceFeatures
{
    private const int LongestPath = 6;

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
