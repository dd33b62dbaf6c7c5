using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Statements.Facts;

/// <summary>Finds where a document says that something could not be verified, and which statements that reaches.</summary>
/// <remarks>
/// It reaches the statements of its own sentence; else, by what it names: one claim is the nearest before, in the same paragraph or the one before it; several
/// ("these claims", "either number") are all of that paragraph; "the ministry's claim" is the ministry's last. Anything else ("the footage") is all that the paragraph has claimed so far.
/// </remarks>
internal sealed class VerificationReader(DomainPack pack, GrammarTree tree, string? outlet)
{
    private readonly FactWords facts = pack.Facts;
    private readonly SourceWords sources = pack.Sources;

    /// <summary>True for each statement that the document could not verify.</summary>
    /// <param name="frames">All attributions of the document in text order.</param>
    public bool[] Read(IReadOnlyList<CueFrame> frames)
    {
        var unverified = new bool[frames.Count];
        var sentences = tree.Document.Sentences;
        var next = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            while (next < frames.Count && frames[next].Cue.Start < sentences[s].FirstToken) { next++; }
            var end = sentences[s].FirstToken + sentences[s].TokenCount;
            for (var t = sentences[s].FirstToken; t < end; t++)
            {
                if (At(t) is { } doubt && !IsReported(frames, next, t, end)) { Reach(frames, next, s, doubt, unverified); }
            }
        }

        return unverified;
    }

    // Where a document owns that it could not verify: the word, and what could not be verified (-1 where it names nothing).
    private (int Word, int Object, bool Near)? At(int t)
    {
        var lemma = tree.Lemma(t);
        if (facts.Unverified.Contains(lemma))
        {
            var noun = tree.Relation(t) is "amod" or "dep" or "compound" ? tree.Head(t) : tree.Child(t, "nsubj", "nsubjpass");
            return (t, noun, tree.Relation(t) is "amod" or "compound");
        }

        if (tree.IsNoun(t) && facts.Verification.Contains(lemma))
        {
            var none = tree.Children(t).Any(child => tree.Is(child, "no", "without", "any")) || (t > 0 && tree.Is(t - 1, "no", "without"))
                || (tree.Relation(t) is "dobj" && tree.Lemma(tree.Head(t)) is "observe" or "see" or "receive" or "find" or "have" or "obtain" && IsNegated(tree.Head(t))); // "has not observed confirmation of"
            var independent = tree.Children(t).Any(child => tree.Is(child, "independent"));
            if (none && (independent || lemma is "confirmation" or "verification" or "corroboration")) { return (t, tree.Child(t, "nmod"), false); }
            return null;
        }

        if (!tree.IsVerb(t) || !facts.Verifying.Contains(lemma) || !IsUndone(t) || !IsForTheDocument(t)) { return null; }
        if (lemma is "check" or "establish" or "confirm" && !IsPassive(t) && tree.Child(t, "dobj", "ccomp") < 0) { return null; }
        var passive = IsPassive(t);
        var named = passive ? tree.Child(t, "nsubjpass", "nsubj") : tree.Child(t, "dobj", "ccomp", "nmod");
        if (passive && named < 0 && tree.Relation(t) is "xcomp" && tree.Head(t) is >= 0 and var raised) { named = tree.Child(raised, "nsubj", "nsubjpass"); }
        return (t, named, false);
    }

    // "could not verify", "was unable to", "it was not possible to", "has not been verified"
    private bool IsUndone(int verb)
    {
        if (IsNegated(verb)) { return true; }
        for (int at = verb, steps = 0; tree.Relation(at) is "xcomp" or "ccomp" or "advcl" or "csubj" or "dep" or "acl" && tree.Head(at) >= 0 && steps < 2; steps++)
        {
            at = tree.Head(at);
            if (!facts.Unable.Contains(tree.Lemma(at))) { return false; }
            if (tree.Is(at, "unable", "impossible", "difficult", "hard") || tree.Lemma(at) is "fail" or "decline") { return true; }
            if (IsNegated(at)) { return true; }
        }

        return false;
    }

    private bool IsNegated(int t) =>
        tree.Children(t).Any(child => tree.Is(child, "not", "n't", "never", "neither", "nor", "cannot") || (tree.Relation(child) is "nsubj" or "nsubjpass" && IsNone(child)) || (tree.Relation(child) is "aux" && tree.Is(child, "cannot")))
        || (t > 0 && tree.Is(t - 1, "not", "cannot"));

    private bool IsNone(int t) => tree.Is(t, "nobody", "none", "neither", "nothing") || tree.Children(t).Any(child => tree.Is(child, "no", "neither", "none") || tree.Children(child).Any(each => tree.Is(each, "no", "neither"))); // "neither side's claims"

    // The document itself, its outlet, other media, observers, or nobody in particular; a party that does not confirm makes a statement of its own.
    private bool IsForTheDocument(int verb)
    {
        var subject = -1;
        for (int at = verb, steps = 0; at >= 0 && steps < 3; steps++)
        {
            subject = tree.Child(at, "nsubj");
            if (subject >= 0 || tree.Relation(at) is not ("xcomp" or "ccomp" or "advcl" or "conj" or "dep")) { break; }
            at = tree.Head(at);
        }

        if (tree.Children(verb).Any(child => tree.Is(child, "independently"))) { return true; }
        if (IsPassive(verb) || subject < 0 || tree.Is(subject, "it", "there", "we", "i", "which", "that") || IsNone(subject)) { return true; }
        var phrase = tree.Span(tree.Subtree(subject)).SliceOf(tree.Document.Text);
        return facts.Checkers.Contains(tree.Lemma(subject)) || sources.IsMedia(phrase) || sources.IsAgency(phrase)
            || (outlet is not null && (outlet.Contains(phrase, StringComparison.OrdinalIgnoreCase) || phrase.Contains(outlet, StringComparison.OrdinalIgnoreCase) || IsAcronymOf(phrase, outlet)));
    }

    private static bool IsAcronymOf(string phrase, string name) =>
        phrase.Length > 1 && phrase.Equals(string.Concat(name.Split(' ').Where(word => word.Length > 0 && char.IsUpper(word[0])).Select(word => word[0])), StringComparison.Ordinal);

    private bool IsPassive(int verb) => tree.Tag(verb) is "VBN" && tree.Child(verb, "auxpass", "aux") is >= 0 and var aux && (tree.Relation(aux) is "auxpass" || tree.Children(verb).Any(child => tree.Lemma(child) is "be"));

    // What a party says of another's claim is that party's word.
    private bool IsReported(IReadOnlyList<CueFrame> frames, int next, int t, int end)
    {
        for (var f = next; f < frames.Count && frames[f].Cue.Start < end; f++)
        {
            if (frames[f].InContent(t) && frames[f].Source is { Start: < int.MaxValue } source && source != default)
            {
                var phrase = tree.Span(source).SliceOf(tree.Document.Text);
                if (!sources.IsMedia(phrase) && !sources.IsAgency(phrase) && !tree.Is(source.Start, "it", "we")) { return true; }
            }
        }

        return false;
    }

    private void Reach(IReadOnlyList<CueFrame> frames, int next, int s, (int Word, int Object, bool Near) doubt, bool[] unverified)
    {
        var sentence = tree.Document.Sentences[s];
        var end = sentence.FirstToken + sentence.TokenCount;
        var own = Indices(frames, next, end).Where(f => !frames[f].Cue.Contains(doubt.Word) && !(frames[f].Roots.Contains(doubt.Word) && !doubt.Near)).ToList();
        if (doubt.Near) { own = [.. own.Where(f => frames[f].InContent(doubt.Word) || frames[f].Source.Contains(doubt.Word) || frames[f].Cue.Contains(doubt.Object) || tree.Head(doubt.Object) == frames[f].Head)]; }
        if (own.Count > 0 || doubt.Near)
        {
            own.ForEach(f => unverified[f] = true);
            return;
        }

        if (NamesOwn(sentence.FirstToken, doubt)) { return; }
        var before = Before(frames, next, sentence.Block);
        if (before.Count == 0) { return; }
        foreach (var f in Meant(frames, before, doubt.Object)) { unverified[f] = true; }
    }

    // "received reports of 19 more but could not corroborate them": a pronoun that means a claim which its own sentence names.
    private bool NamesOwn(int first, (int Word, int Object, bool Near) doubt)
    {
        if (doubt.Object < 0 || !tree.Is(doubt.Object, "it", "them", "this", "these")) { return false; }
        for (var t = first; t < doubt.Word; t++)
        {
            if (tree.IsNoun(t) && tree.Relation(t) is "dobj" && (sources.ClaimNouns.Contains(tree.Lemma(t)) || sources.ClaimNouns.Contains(tree.Lower(t)))) { return true; }
        }

        return false;
    }

    private static IEnumerable<int> Indices(IReadOnlyList<CueFrame> frames, int from, int end)
    {
        for (var f = from; f < frames.Count && frames[f].Cue.Start < end; f++) { yield return f; }
    }

    // The statements of the paragraph up to here, else those of the last paragraph before that has any, at most two back.
    private List<int> Before(IReadOnlyList<CueFrame> frames, int next, int block)
    {
        const int Back = 2;
        const int Most = 40;
        var found = new List<int>();
        for (var f = next - 1; f >= 0 && found.Count < Most; f--)
        {
            var at = tree.Document.Sentences[tree.SentenceOf(frames[f].Cue.Start)].Block;
            if (block - at > Back || tree.Document.Document.Blocks[at].Role is BlockRole.Headline || (found.Count > 0 && BlockOf(frames[found[^1]]) != at)) { break; }
            found.Add(f);
        }

        found.Reverse();
        return found;
    }

    private int BlockOf(CueFrame frame) => tree.Document.Sentences[tree.SentenceOf(frame.Cue.Start)].Block;

    private IEnumerable<int> Meant(IReadOnlyList<CueFrame> frames, List<int> before, int named)
    {
        if (named >= 0 && tree.Child(named, "nmod:poss") is >= 0 and var owner && !tree.IsPronoun(owner))
        {
            var whose = before.Where(f => frames[f].SourceHead >= 0 && SpeakOfOne(frames[f], owner)).ToList();
            if (whose.Count > 0) { return tree.IsPlural(named) ? whose : whose[^1..]; }
        }

        if (named >= 0 && (tree.Is(named, "either", "neither", "both", "figure", "figures", "number", "numbers", "toll", "count")))
        {
            var counted = before.Where(f => tree.Document.Figures.Any(figure => frames[f].Attribution.Content.Any(content => content.Contains(figure.Span)))).ToList();
            if (counted.Count > 0) { return IsOne(named) ? counted[^1..] : counted; }
        }

        return IsOne(named) ? before.Where(f => frames[f].Sentence == frames[before[^1]].Sentence) : before;
    }

    // "this claim", "it", "the report": one; "these claims", "either number", "the footage": several, or who knows.
    private bool IsOne(int named) =>
        named >= 0 && !tree.IsPlural(named) && !tree.Is(named, "either", "neither", "both", "them", "these", "those", "none")
        && !tree.Children(named).Any(child => tree.Is(child, "either", "neither", "both", "any"))
        && (tree.Is(named, "it", "this", "that") || sources.ClaimNouns.Contains(tree.Lemma(named)));

    private bool SpeakOfOne(CueFrame frame, int owner) =>
        tree.Lemma(owner).Equals(tree.Lemma(frame.SourceHead), StringComparison.OrdinalIgnoreCase)
        || Enumerable.Range(frame.Source.Start, frame.Source.End - frame.Source.Start).Any(t => tree.IsName(t) && tree.Form(t).Equals(tree.Form(owner), StringComparison.Ordinal));
}
