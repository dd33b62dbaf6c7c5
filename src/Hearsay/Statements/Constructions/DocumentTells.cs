using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Finds the figures that a document gives: "An internal memo, seen by the Courier, lists 140 deserters", "the register contains the names of 41 women".</summary>
internal sealed class DocumentTells(GrammarTree tree, SourceWords sources)
{
    /// <summary>The attributions of a sentence in text order.</summary>
    public IEnumerable<Attribution> Find(int index, TokenRange sentence) => ByVerb(index, sentence).Concat(ByForm(index, sentence));

    // "The table published by the navy lists 412 boats": a sentence without a verb, where the tagger took the document's for a noun, with the document as its root or its subject.
    private IEnumerable<Attribution> ByForm(int index, TokenRange sentence)
    {
        const int Opening = 5, Longest = 24; // tokens up to the document, and up to its verb
        var document = sentence.Start;
        while (document < Math.Min(sentence.End, sentence.Start + Opening) && !(IsDocument(document) && (tree.Relation(document) is "root" || tree.Relation(document) is "nsubj" && tree.Tag(tree.Head(document)) is "NNS"))) { document++; }
        if (document >= Math.Min(sentence.End, sentence.Start + Opening)) { yield break; }
        for (var verb = document + 1; verb + 2 < sentence.End && verb - document < Longest; verb++)
        {
            if (tree.Tag(verb) is not "NNS" || !tree.Is(verb, "lists", "documents", "records", "names", "details", "shows", "contains", "counts") || !(tree.Tag(verb + 1) is "CD" or "DT" or "JJ" or "JJR" or "IN" or "RB") || tree.Is(verb + 1, "of", "for", "on", "from", "by")) { continue; }
            var end = verb + 1;
            while (end < sentence.End && !tree.Is(end, ",", ";", ".", "–", "—", "but", "while", "which", "who")) { end++; }
            var source = new TokenRange(sentence.Start, tree.Is(verb - 1, ",") ? verb - 1 : verb);
            if (!Enumerable.Range(verb + 1, end - verb - 1).Any(t => tree.Tag(t) is "CD")) { yield break; }
            yield return new Attribution
            {
                Construction = Construction.SubjectObject, Sentence = index, Cue = tree.Span(verb), Lemma = tree.Lemma(verb), Act = StatementAct.Shows, Strength = 0.7,
                Source = tree.Span(source), Content = [tree.Span(new TokenRange(verb + 1, end))],
            };
            yield break;
        }
    }

    private IEnumerable<Attribution> ByVerb(int index, TokenRange sentence)
    {
        for (var verb = sentence.Start + 1; verb + 1 < sentence.End; verb++)
        {
            var perfect = tree.Tag(verb) is "VBN" && tree.Child(verb, "aux") >= 0; // "had documented"
            if (!(tree.Tag(verb) is "VBZ" or "VBP" or "VBD" || perfect) || tree.Lemma(verb) is not ("list" or "name" or "contain" or "record" or "give" or "describe" or "detail" or "mention" or "document" or "register" or "hold" or "include" or "have" or "show")) { continue; }
            if (tree.Child(verb, "auxpass", "neg") >= 0 || tree.Child(verb, "nsubj") is not (>= 0 and var document) || document > verb || !IsDocument(document)) { continue; }
            var end = verb + 1;
            while (end < sentence.End && !tree.Is(end, ",", ";", ".", "–", "—", "but", "while", "which")) { end++; }
            var source = new TokenRange(Math.Max(sentence.Start, tree.Subtree(document).Start), verb);
            if (perfect) { source = source with { End = Math.Min(source.End, tree.Child(verb, "aux")) }; }
            if (tree.Is(source.End - 1, ",")) { source = source with { End = source.End - 1 }; }
            if (end - verb < 3 || source.End <= source.Start || !Enumerable.Range(verb + 1, end - verb - 1).Any(t => tree.Tag(t) is "CD")) { continue; }
            yield return new Attribution
            {
                Construction = Construction.SubjectObject, Sentence = index, Cue = tree.Span(verb), Lemma = tree.Lemma(verb), Act = StatementAct.Shows, Strength = 0.75,
                Source = tree.Span(source), Content = [tree.Span(new TokenRange(verb + 1, end))],
            };
        }
    }

    private bool IsDocument(int noun) => tree.IsNoun(noun) && !tree.IsName(noun) && (sources.DocumentNouns.Contains(tree.Lemma(noun)) || sources.EvidenceNouns.Contains(tree.Lemma(noun)));
}
