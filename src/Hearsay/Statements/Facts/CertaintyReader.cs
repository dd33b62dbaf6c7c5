using System.Collections.Frozen;
using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Statements.Facts;

/// <summary>Tells how surely a content is put forward, by words of reserve and of the future on the cue and on the main words of the content; what stands deeper in it does not count.</summary>
internal sealed class CertaintyReader(DomainPack pack, PolarityReader polarity)
{
    private readonly FactWords facts = pack.Facts;
    private readonly FrozenSet<string> hedges = pack.Sources.Hedges;

    /// <summary>Certainty by the statement's own words.</summary>
    public Certainty Read(CueFrame frame)
    {
        if (polarity.Withholds(frame)) { return Certainty.Unverified; }
        if (IsHedgedCue(frame) || polarity.LeavesOpen(frame)) { return Certainty.Hedged; }
        var mains = frame.Roots.Take(2).ToList();
        if (frame.Opening(3).Any(t => frame.Tree.Tag(t) is "RB" && IsReserve(frame.Tree, t))) { return Certainty.Hedged; } // "that perhaps forty men were left"
        if (mains.Any(root => IsHedged(frame, root))) { return Certainty.Hedged; }
        return IsForecastCue(frame) || mains.Any(root => IsComing(frame, root)) ? Certainty.Forecast : Certainty.Asserted;
    }

    private bool IsHedgedCue(CueFrame frame)
    {
        var tree = frame.Tree;
        if (frame.Attribution.Hedges || frame.Verbs.Any(verb => facts.Hedging.Contains(tree.Lemma(verb)))) { return true; }
        for (var t = frame.Cue.Start; t < frame.Cue.End; t++)
        {
            if (IsReserve(tree, t)) { return true; }
        }

        if (tree.Children(frame.Head).Any(child => !frame.InContent(child) && tree.Relation(child) is "advmod" or "aux" && IsReserve(tree, child))) { return true; }
        var agent = tree.Children(frame.Head).Any(child => tree.Relation(child) is "nmod" or "nmod:agent" && tree.Children(child).Any(mark => tree.Is(mark, "by")));
        return !agent && facts.Hearsay.Contains(tree.Lemma(frame.Head)) && IsPassive(tree, frame.Head);
    }

    // A main word of the content with its own auxiliaries and adverbs, and what it leads on to ("is likely to", "appears to").
    private bool IsHedged(CueFrame frame, int root)
    {
        var tree = frame.Tree;
        if (tree.IsVerb(root) || tree.Child(root, "cop") >= 0)
        {
            if (tree.Lemma(root) is "seem" or "appear" && tree.Tag(root) is not "VBN" && tree.Child(root, "xcomp", "ccomp", "advcl") >= 0) { return true; }
            if (facts.Hearsay.Contains(tree.Lemma(root)) && IsPassive(tree, root) && tree.Child(root, "xcomp", "ccomp") >= 0) { return true; }
        }

        if (facts.Chance.Contains(tree.Lemma(root)) && !tree.IsVerb(root) && (!tree.IsNoun(root) || !tree.IsPlural(root)) && (tree.Child(root, "xcomp", "ccomp", "advcl", "csubj", "acl", "cop") >= 0)) { return true; }
        if (tree.Lemma(root) is "be" && tree.Child(root, "nsubj") is >= 0 and var there && facts.Chance.Contains(tree.Lemma(there))) { return true; }
        foreach (var child in tree.Children(root))
        {
            if (!frame.InContent(child)) { continue; }
            if (tree.Relation(child) is "advmod" or "aux" or "amod" or "neg" or "dep" && IsReserve(tree, child) && !(tree.Relation(child) is "amod" && tree.IsVerb(root))) { return true; }
            if (tree.Lemma(child) is "could" && IsOpen(frame, root, child)) { return true; }
            if (tree.Relation(child) is "xcomp" && tree.Lemma(root) is "be" or "try" && tree.Children(child).Any(under => tree.Relation(under) is "advmod" && IsReserve(tree, under))) { return true; }
        }

        return false;
    }

    private bool IsReserve(GrammarTree tree, int t) => hedges.Contains(tree.Lower(t)) && !(tree.Is(t, "may") && tree.IsName(t)) && !(tree.Is(t, "likely", "possible", "probable") && tree.Tag(t) is "NN");

    // "could have been staged", "could attack" leave open; "could not reach" and "could walk again" tell of power.
    private static bool IsOpen(CueFrame frame, int root, int could)
    {
        var tree = frame.Tree;
        if (tree.Child(root, "neg") >= 0) { return false; }
        var subject = tree.Child(root, "nsubj", "nsubjpass");
        return tree.Lemma(root) is "be" or "have" || tree.Child(root, "cop", "auxpass") >= 0
            || tree.Children(root).Any(child => tree.Relation(child) is "aux" && child != could && tree.Lemma(child) is "have")
            || (subject >= 0 && !tree.IsPronoun(subject));
    }

    private bool IsForecastCue(CueFrame frame) =>
        frame.Attribution.Act is StatementAct.Promises || frame.Verbs.Any(verb => facts.Forecasting.Contains(frame.Tree.Lemma(verb)));

    private bool IsComing(CueFrame frame, int root)
    {
        var tree = frame.Tree;
        var children = tree.Children(root).Where(frame.InContent).ToList();
        if (children.Any(child => tree.Relation(child) is "aux" && tree.Lemma(child) is "will" or "shall" or "wo" or "'ll")) { return true; }
        var leadsOn = tree.Child(root, "xcomp", "ccomp", "advcl") is >= 0 and var on && tree.Children(on).Any(child => tree.Tag(child) is "TO");
        if (facts.Coming.Contains(tree.Lower(root)) || (tree.Lemma(root) is "go" && tree.Tag(root) is "VBG") || facts.Coming.Contains(tree.Lemma(root)) || (tree.Lemma(root) is "expect" or "schedule" or "plan" && IsPassive(tree, root)))
        {
            if (leadsOn && (tree.Child(root, "cop", "auxpass", "aux") >= 0)) { return true; }
        }

        // "said it would publish": what was future then. A condition or a verdict ("would be wrong") is none.
        var would = children.Find(child => tree.Relation(child) is "aux" && tree.Is(child, "would", "'d"));
        if (would > 0 && tree.Is(would, "would") && tree.Tag(frame.Head) is "VBD" or "VBN")
        {
            return tree.Lemma(root) is not ("like" or "prefer" or "love" or "want" or "have") && !children.Any(child => tree.Relation(child) is "aux" && tree.Lemma(child) is "have")
                && !(tree.Tag(root) is ['J', ..] && tree.Child(root, "cop") >= 0)
                && !children.Any(child => tree.Relation(child) is "advcl" && tree.Children(child).Any(mark => tree.Is(mark, "if")));
        }

        // "is to meet"
        return children.Any(child => tree.Relation(child) is "mark" && tree.Tag(child) is "TO" && child > 0 && frame.InContent(child - 1) && tree.Is(child - 1, "is", "are"))
            || (tree.Lemma(root) is "be" && tree.Tag(root) is "VBZ" or "VBP" && tree.Child(root, "xcomp") is >= 0 and var to && tree.Children(to).Any(child => tree.Tag(child) is "TO"));
    }

    private static bool IsPassive(GrammarTree tree, int verb) =>
        tree.Tag(verb) is "VBN" or "VBD" && tree.Children(verb).Any(child => tree.Relation(child) is "auxpass" || (tree.Relation(child) is "aux" or "cop" && tree.Lemma(child) is "be"));
}
