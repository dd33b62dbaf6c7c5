using Hearsay.Packs;

namespace Hearsay.Statements.Facts;

/// <summary>Tells which act a cue names, from the pack's senses of the word and the grammar around it: "told them to leave" orders, "told them that" says.</summary>
internal sealed class ActReader(DomainPack pack)
{
    private readonly CueLexicon cues = pack.Cues;
    private readonly SourceWords sources = pack.Sources;
    private readonly FactWords facts = pack.Facts;

    /// <summary>The act of an attribution.</summary>
    public StatementAct Read(CueFrame frame)
    {
        if (frame.Attribution.Lemma is "accord") { return IsEvidence(frame) && !IsAccount(frame) ? StatementAct.Shows : StatementAct.Says; }
        if (MainWord(frame) is not { } word) { return OfUnknown(frame); }
        foreach (var sense in Senses(frame))
        {
            if (word.Senses.TryGetValue(sense, out var act)) { return act; }
        }

        return word.Act;
    }

    // "expressed hope", "issued an order": of a verb that says little the noun, in the cue or at the head of the content; else the cue's head, else the next word that the pack knows.
    private CueWord? MainWord(CueFrame frame)
    {
        var tree = frame.Tree;
        if (facts.Light.Contains(tree.Lemma(frame.Head)))
        {
            var noun = Enumerable.Range(frame.Head, frame.Cue.End - frame.Head).Concat(frame.Roots.Take(1)).Where(tree.IsNoun).Select(t => cues.Word(tree.Lemma(t), CueClass.Noun)).FirstOrDefault(word => word is not null);
            if (noun is not null) { return noun; }
        }

        if (Word(frame, frame.Head) is { } head) { return head; }
        for (var t = frame.Cue.End - 1; t >= frame.Cue.Start; t--)
        {
            if (t != frame.Head && (tree.IsNoun(t) || tree.IsVerb(t) || tree.Tag(t) is ['J', ..]) && !facts.Light.Contains(tree.Lemma(t)) && Word(frame, t) is { } word) { return word; }
        }

        return null;
    }

    // A verb that the pack does not know: with quoted words or a clause it most likely says, with an infinitive it intends.
    private static StatementAct OfUnknown(CueFrame frame)
    {
        var tree = frame.Tree;
        if (!tree.IsVerb(frame.Head)) { return frame.Attribution.Act; }
        var opening = frame.Opening(2).ToList();
        if (opening.Count > 0 && opening[0] > frame.Head && IsInfinitive(frame, opening[0])) { return StatementAct.Intends; }
        return opening.Count > 0 && (tree.Tag(opening[0]) is "``" or "''" || tree.Is(opening[0], "that") || tree.Relation(frame.Roots.FirstOrDefault(frame.Head)) is "ccomp") ? StatementAct.Says : frame.Attribution.Act;
    }

    private CueWord? Word(CueFrame frame, int t)
    {
        var tree = frame.Tree;
        var lemma = tree.Lemma(t).ToLowerInvariant();
        var wanted = tree.IsVerb(t) ? CueClass.Verb : tree.IsNoun(t) ? CueClass.Noun : CueClass.Adjective;
        if (tree.Tag(t) is "VBN" && tree.Child(t, "auxpass", "cop") >= 0 && cues.Word(tree.Lower(t), CueClass.Adjective) is { } state) { return state; } // "are determined to"
        return cues.Word(lemma, wanted) ?? (wanted is CueClass.Verb && tree.Tag(t) is "VBN" or "VBG" ? cues.Word(tree.Lower(t), CueClass.Adjective) : null)
            ?? (wanted is CueClass.Adjective ? cues.Word(lemma, CueClass.Verb) : null);
    }

    // What is true of the cue's surroundings, the most telling first.
    private IEnumerable<string> Senses(CueFrame frame)
    {
        var tree = frame.Tree;
        if (IsEvidence(frame)) { yield return "evidence"; }
        if (IsBody(frame)) { yield return "body"; }
        var opening = frame.Opening(2).ToList();
        var behind = opening.Count > 0 && opening[0] > frame.Head;
        var infinitive = IsInfinitive(frame, frame.Cue.End - 1) || frame.Roots.Any(root => root > frame.Head && tree.Head(root) == frame.Head && tree.Relation(root) is "xcomp" && tree.Children(root).Any(mark => tree.Tag(mark) is "TO")) || (behind && (IsInfinitive(frame, opening[0]) || RecipientThenInfinitive(frame)));
        if (infinitive)
        {
            yield return "infinitive";
            yield break;
        }

        for (var t = frame.Head + 1; t < frame.Cue.End; t++)
        {
            if (tree.Tag(t) is "IN" or "TO" or "RP") { yield return tree.Lower(t); }
        }

        if (behind && tree.Is(opening[0], "whether", "if", "why", "how", "what", "who", "when", "where", "which")) { yield return "question"; }
        if (behind && tree.Tag(opening[0]) is "IN" or "TO" && !tree.Is(opening[0], "that")) { yield return tree.Lower(opening[0]); }
        var clause = frame.Roots.Any(root => tree.IsVerb(root) || tree.Child(root, "cop") >= 0) || (opening.Count > 0 && tree.Is(opening[0], "that"));
        if (clause) { yield return "clause"; }
        if (opening.Count > 0 && tree.Tag(opening[0]) is "``" or "''") { yield return "quote"; }
        if (!clause) { yield return "object"; }
    }

    private static bool IsInfinitive(CueFrame frame, int to) =>
        frame.Tree.Is(to, "to") && to + 1 < frame.Sentence.End && (frame.Tree.Tag(to + 1) is "VB" || (to + 2 < frame.Sentence.End && frame.Tree.Tag(to + 1) is "RB" && frame.Tree.Tag(to + 2) is "VB"));

    // "urged families to wait": the content may begin with the one spoken to.
    private static bool RecipientThenInfinitive(CueFrame frame)
    {
        var tree = frame.Tree;
        if (frame.Opening(1).Any(t => tree.Is(t, "how", "what", "why", "where", "that", "he", "she", "they", "we", "it", "i"))) { return false; } // "told how they were made to learn it", "told him he had been forced to"
        var to = frame.Opening(15).Where(t => IsInfinitive(frame, t)).Take(1).ToList();
        return to.Count == 1 && to[0] + 1 is var verb && tree.Relation(verb) is "xcomp" or "ccomp" or "advcl" or "acl" && (tree.Head(verb) == frame.Head || frame.Roots.Contains(tree.Head(verb)));
    }

    // Texts and figures that show something, by the source's main word.
    private bool IsEvidence(CueFrame frame) => frame.SourceHead >= 0 && (sources.EvidenceNouns.Contains(frame.Tree.Lemma(frame.SourceHead)) || sources.EvidenceNouns.Contains(frame.Tree.Lower(frame.SourceHead)));

    // A report is evidence of what it shows, and an account of what it says.
    private bool IsAccount(CueFrame frame) => sources.Vias.ContainsKey(frame.Tree.Lower(frame.SourceHead)) && !frame.Tree.Is(frame.SourceHead, "study", "analysis");

    // Bodies that establish facts: a court, an institute, a commission.
    private bool IsBody(CueFrame frame) =>
        frame.SourceHead >= 0 && (sources.OrganisationNouns.Contains(frame.Tree.Lemma(frame.SourceHead)) || sources.OrganisationWords.Contains(frame.Tree.Lower(frame.SourceHead)));
}
