using Hearsay.Packs;

namespace Hearsay.Statements.Facts;

/// <summary>Tells which act a cue names, from the pack's senses of the word and the grammar around it: "told them to leave" orders, "told them that" says.</summary>
internal sealed class ActReader(DomainPack pack)
{
    private readonly CueLexicon cues = pack.Cues;
    private readonly SourceWords sources = pack.Sources;

    /// <summary>The act of an attribution.</summary>
    public StatementAct Read(CueFrame frame)
    {
        var tree = frame.Tree;
        var lemma = frame.Attribution.Lemma;
        if (lemma is "accord") { return IsEvidence(frame) ? StatementAct.Shows : StatementAct.Says; }
        if (MainWord(frame) is not { } word) { return frame.Attribution.Act; }
        foreach (var sense in Senses(frame))
        {
            if (word.Senses.TryGetValue(sense, out var act)) { return act; }
        }

        return word.Act;
    }

    // "was asked to comment", "refused to say", "made clear", "gave orders": the cue's head, or where the pack does not know it, the next word of the cue that it knows.
    private CueWord? MainWord(CueFrame frame)
    {
        if (Word(frame, frame.Head) is { } head) { return head; }
        for (var t = frame.Cue.End - 1; t >= frame.Cue.Start; t--)
        {
            if (t != frame.Head && (frame.Tree.IsNoun(t) || frame.Tree.IsVerb(t) || frame.Tree.Tag(t) is ['J', ..]) && frame.Tree.Lemma(t) is not ("be" or "have" or "do" or "make" or "give") && Word(frame, t) is { } word) { return word; }
        }

        return null;
    }

    private CueWord? Word(CueFrame frame, int t)
    {
        var tree = frame.Tree;
        var lemma = tree.Lemma(t).ToLowerInvariant();
        var wanted = tree.IsVerb(t) ? CueClass.Verb : tree.IsNoun(t) ? CueClass.Noun : CueClass.Adjective;
        return cues.Word(lemma, wanted) ?? (wanted is CueClass.Verb && tree.Tag(t) is "VBN" or "VBG" ? cues.Word(tree.Lower(t), CueClass.Adjective) : null)
            ?? (wanted is CueClass.Adjective ? cues.Word(lemma, CueClass.Verb) : null);
    }

    // What is true of the cue's surroundings, the most telling first.
    private IEnumerable<string> Senses(CueFrame frame)
    {
        var tree = frame.Tree;
        if (IsEvidence(frame)) { yield return "evidence"; }
        var after = frame.Cue.End - 1 > frame.Head ? frame.Cue.End - 1 : -1;
        if (after >= 0 && tree.Tag(after) is "IN" or "TO" or "RP" && !IsInfinitive(frame, after)) { yield return tree.Lower(after); }
        var opening = frame.Opening(2).ToList();
        var behind = opening.Count > 0 && opening[0] > frame.Head;
        if (behind && (IsInfinitive(frame, opening[0]) || (after >= 0 && IsInfinitive(frame, after)) || RecipientThenInfinitive(frame))) { yield return Recipient(frame) ? "recipient infinitive" : "infinitive"; yield return "infinitive"; }
        if (behind && opening.Count > 0 && tree.Is(opening[0], "whether", "if", "why", "how", "what", "who", "when", "where", "which")) { yield return "question"; }
        if (behind && opening.Count > 0 && tree.Tag(opening[0]) is "IN" && !tree.Is(opening[0], "that")) { yield return tree.Lower(opening[0]); }
        var clause = frame.Roots.Any(root => tree.IsVerb(root) || tree.Child(root, "cop") >= 0);
        if (clause || tree.Is(opening.FirstOrDefault(), "that")) { yield return "clause"; }
        if (opening.Count > 0 && tree.Tag(opening[0]) is "``") { yield return "quote"; }
        if (!clause) { yield return "object"; }
    }

    private static bool IsInfinitive(CueFrame frame, int to) =>
        frame.Tree.Is(to, "to") && to + 1 < frame.Sentence.End && (frame.Tree.Tag(to + 1) is "VB" || (to + 2 < frame.Sentence.End && frame.Tree.Tag(to + 1) is "RB" && frame.Tree.Tag(to + 2) is "VB"));

    // "urged families to wait": the content may begin with the one spoken to.
    private static bool RecipientThenInfinitive(CueFrame frame)
    {
        var tree = frame.Tree;
        var to = frame.Opening(15).Where(t => IsInfinitive(frame, t)).Take(1).ToList();
        return to.Count == 1 && to[0] + 1 is var verb && tree.Relation(verb) is "xcomp" or "ccomp" or "advcl" or "acl" && (tree.Head(verb) == frame.Head || frame.Roots.Contains(tree.Head(verb)));
    }

    private static bool Recipient(CueFrame frame) =>
        frame.Tree.Child(frame.Head, "dobj", "iobj") >= 0 || frame.Tree.Child(frame.Head, "auxpass") >= 0;

    // Texts and figures that show something, by the source's main word.
    private bool IsEvidence(CueFrame frame)
    {
        if (frame.SourceHead < 0) { return false; }
        var lemma = frame.Tree.Lemma(frame.SourceHead).ToLowerInvariant();
        return sources.EvidenceNouns.Contains(lemma) || sources.EvidenceNouns.Contains(frame.Tree.Lower(frame.SourceHead));
    }
}
