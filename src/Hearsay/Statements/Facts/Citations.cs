using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Facts;

/// <summary>Finds whom a sentence cites beside its cue: "citing officials", "quoting the agency Nord, which in turn cited two officers".</summary>
internal sealed class Citations(GrammarTree tree, SourceWords sources, Phrases phrases)
{
    /// <summary>"citing law enforcement sources" beside the cue; null where nobody is cited who could speak.</summary>
    public TextSpan? Cited(SentenceWords words, Attribution outer)
    {
        var sentence = tree.Range(words.Sentence.Span);
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            var relative = tree.Is(t, "cited", "quoted", "cites", "quotes") && tree.Tag(t) is "VBD" or "VBZ" or "VBP" && t > sentence.Start && tree.Is(t - 1, "which", "that"); // "the Courier, which cited officials, said"
            if (!(relative || tree.Is(t, "citing", "quoting", "referring", "attributing")) || outer.Cue.Contains(tree.Span(t).Start) || outer.Content.Any(content => content.Contains(tree.Span(t).Start) && content.Start != tree.Span(t).Start)) { continue; }
            var cited = tree.Is(t, "referring", "attributing") ? tree.Children(t).FirstOrDefault(child => tree.Relation(child) is "nmod" && tree.Preposition(child) is "to", -1) : tree.Child(t, "dobj");
            if (cited >= 0 && !tree.IsName(cited) && tree.Lemma(cited) is "information" or "data" && tree.Children(cited).Concat(tree.Children(t)).FirstOrDefault(child => tree.Relation(child) is "nmod" && tree.Preposition(child) is "from" or "of", -1) is >= 0 and var giver) { cited = giver; } // "quoting information from the capital"
            if (cited >= 0 && CanSpeak(cited) && phrases.Phrase(cited, -1) is { } phrase && !SaysItself(t, cited) && !tree.Children(cited).Any(own => tree.Is(own, "own"))) { return phrase; } // "its own sources" name nobody
        }

        return null;
    }

    /// <summary>False for "declined to comment, citing confidentiality": a reason, and nobody's word.</summary>
    public bool CanSpeak(int noun)
    {
        var (lemma, lower) = (tree.Lemma(noun), tree.Lower(noun));
        return tree.IsName(noun) || tree.IsPronoun(noun) || sources.CanSpeak(lemma, lower) || sources.EvidenceNouns.Contains(lemma) || sources.ClaimNouns.Contains(lower)
            || tree.Children(noun).Any(child => tree.Relation(child) is "nmod" or "nmod:poss" or "appos" or "compound" && (tree.IsName(child) || (!tree.IsPronoun(child) && CanSpeak(child))));
    }

    // "called it a fairy tale, quoting the staff as saying that …": the staff said what follows, not what stands before.
    private bool SaysItself(int citing, int cited)
    {
        var end = tree.SentenceAround(citing).End;
        for (var t = cited + 1; t + 1 < end && t - cited < 12; t++)
        {
            if (tree.Is(t, "as") && tree.Tag(t + 1) is "VBG") { return true; }
        }

        return false;
    }

    /// <summary>"quoting the agency Nord, which in turn cited two officers": the officers.</summary>
    public TextSpan? Further(TextSpan cited)
    {
        const int Reach = 5; // tokens between "which" and its verb
        var t = tree.Range(cited).End;
        while (tree.IsName(t)) { t++; }
        t += tree.Is(t, ",") ? 1 : 0;
        if (!tree.Is(t, "which", "who", "that")) { return null; }
        var end = Math.Min(tree.SentenceAround(t).End, t + Reach);
        while (t < end && !(tree.IsVerb(t) && tree.Lemma(t) is "cite" or "quote")) { t++; }
        return t < end && tree.Child(t, "dobj") is >= 0 and var last && CanSpeak(last) ? phrases.Phrase(last, -1) : null;
    }
}
