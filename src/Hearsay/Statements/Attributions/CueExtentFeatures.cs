namespace Hearsay.Statements.Attributions;

/// <summary>What tells which words belong to a cue with its head.</summary>
internal static class CueExtentFeatures
{
    /// <summary>Collects whether <paramref name="token"/>, next to a cue's words from <paramref name="first"/> to <paramref name="last"/>, is one of them too.</summary>
    public static void Collect(AttributionText text, int head, int first, int last, int token, FeatureBuffer into)
    {
        var side = token < head ? 0u : 1u;
        var edge = token < head ? first : last;
        var beyond = token < head ? token - 1 : token + 1;
        var (start, end) = text.TokensOf(text.SentenceOf[head]);
        var (word, tag) = beyond >= start && beyond < end ? (text.Word[beyond], text.Tag[beyond]) : (0u, 0u);
        var governor = text.Head[token];
        var tie = governor == head ? 1u : governor == edge ? 2u : governor >= first && governor <= last ? 3u : text.Head[head] == token ? 4u : 5u;
        var lemma = text.Lemma[head];
        var length = (uint)Math.Min(6, last - first);
        into.Clear();
        into.Add(100, side);
        into.Add(101, side, text.Word[token]);
        into.Add(102, side, text.Tag[token]);
        into.Add(103, side, text.Relation[token], tie);
        into.Add(104, side, text.Word[token], lemma);
        into.Add(105, side, text.Tag[token], text.Tag[head]);
        into.Add(106, Hash.Mix(side, tie), text.Word[token], text.Relation[token]);
        into.Add(107, side, text.Word[edge], text.Word[token]);
        into.Add(108, side, text.Tag[edge], text.Tag[token]);
        into.Add(109, Hash.Mix(side, tie), text.Tag[token], tag);
        into.Add(110, side, text.Word[token], word);
        into.Add(111, side, length, tie);
        into.Add(112, Hash.Mix(side, text.Word[token]), length, tie);
        into.Add(113, side, lemma);
        into.Add(114, Hash.Mix(side, lemma), text.Relation[token], tie);
        into.Add(115, Hash.Mix(side, text.Relation[head]), text.Relation[token], tie);
        into.Add(116, Hash.Mix(side, lemma), text.Tag[token], tag);
        into.Add(117, Hash.Mix(side, text.Tag[head]), text.Tag[token], tag);
        var spread = (uint)Math.Min(8, text.Last[token] - text.First[token]);
        into.Add(118, Hash.Mix(side, text.Relation[token]), tie, spread);
        into.Add(119, Hash.Mix(side, text.Word[token]), spread);
        into.Add(120, Hash.Mix(side, text.Relation[token]), text.Tag[token], governor >= 0 ? text.Tag[governor] : 0);
        into.Add(121, Hash.Mix(side, text.Has(token, Traits.Quoted) ? 1u : 0u), text.Has(head, Traits.Quoted) ? 1u : 0u);
        var content = 0u;
        foreach (var child in text.ChildrenOf(head))
        {
            if (text.Has(child, Traits.Clause))
            {
                content = text.Relation[child];
            }
        }

        into.Add(122, Hash.Mix(side, content), text.Word[token], tie);
        into.Add(123, Hash.Mix(side, content), text.Relation[token], tie);
    }
}
