using Hearsay.Packs;

namespace Hearsay.Statements.Facts;

/// <summary>Tells by which means a statement was made, from words that the cue or the source governs ("in an interview with", "on Telegram", "the bureau's post") or from the cue itself ("tweeted").</summary>
internal sealed class ViaReader(SourceWords sources)
{
    private const int Reach = 8; // steps up the tree

    /// <summary>The means' name in the pack, or null.</summary>
    public string? Read(CueFrame frame)
    {
        var tree = frame.Tree;
        string? best = null;
        var nearest = int.MaxValue;
        var verbs = frame.Governors().Prepend(frame.Head).ToHashSet();
        for (var t = frame.Sentence.Start; t < frame.Sentence.End; t++)
        {
            if (!frame.InFrame(t) || At(frame, t) is not { } via || Distance(frame, t, verbs) is not { } steps) { continue; }
            steps = (2 * steps) - (3 * Rank(via));
            if (steps < nearest) { (best, nearest) = (via, steps); }
        }

        return best;
    }

    // A means of its own says more than the word for any text.
    private static int Rank(string? via) => via is null or "statement" or "post" or "report" ? 0 : 1;

    private string? At(CueFrame frame, int t)
    {
        var tree = frame.Tree;
        if (tree.IsName(t) && tree.Head(t) >= 0 && tree.Relation(t) is "compound" && tree.IsName(tree.Head(t))) { return null; } // a part of a name
        if (sources.ViaOpenings.Contains(tree.Lower(t)) && t + 1 < frame.Sentence.End && frame.InFrame(t + 1) && sources.Vias.TryGetValue($"{tree.Lower(t)} {tree.Lower(t + 1)}", out var pair)) { return pair; }
        if (!sources.Vias.TryGetValue(tree.Lower(t), out var via)) { return null; }
        return tree.IsName(t) && t > frame.Sentence.Start && via is not ("telegram" or "facebook" or "tweet" or "television") ? null : via;
    }

    // Steps from the word to the cue, to a verb that the cue hangs on, or to the source; null where another clause or someone else's phrase lies between.
    private static int? Distance(CueFrame frame, int t, HashSet<int> verbs)
    {
        var tree = frame.Tree;
        var steps = 0;
        for (var at = t; at >= 0 && steps < Reach; at = tree.Head(at), steps++)
        {
            if (verbs.Contains(at)) { return at == frame.Head ? steps : steps + 2; }
            if (at == frame.SourceHead) { return steps + 1; }
            if (frame.Cue.Contains(at) || frame.Source.Contains(at)) { continue; }
            if (steps > 0 && tree.IsVerb(at) && tree.Relation(at) is "ccomp" or "conj" or "parataxis") { return null; }
        }

        return null;
    }
}
