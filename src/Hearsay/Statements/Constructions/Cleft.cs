using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Finds what a cleft sentence says: "What he wrote on his channel was: “…”", "What Tarn told the court was that nobody had come".</summary>
internal sealed class Cleft(GrammarTree tree, CueLexicon cues)
{
    private const int LongestLead = 24; // tokens up to "was"

    /// <summary>The attribution of a sentence that is built so, or null.</summary>
    public Attribution? Find(int index, TokenRange sentence)
    {
        var first = tree.Is(sentence.Start, "but", "and") ? sentence.Start + 1 : sentence.Start;
        if (!tree.Is(first, "what")) { return null; }
        var verb = first + 2;
        while (verb < sentence.End && verb - first < 8 && !tree.IsVerb(verb)) { verb++; }
        while (verb + 1 < sentence.End && tree.Is(verb, "has", "had", "have", "did", "does") && tree.IsVerb(verb + 1)) { verb++; }
        if (verb >= sentence.End || cues.Word(tree.Lemma(verb), CueClass.Verb) is not { Reports: true, Act: StatementAct.Says } word) { return null; }
        for (var was = verb + 1; was + 3 < sentence.End && was - first < LongestLead; was++)
        {
            if (!tree.Is(was, "was", "is")) { continue; }
            var start = tree.Is(was + 1, ":") ? was + 2 : was + 1;
            if (!tree.Is(was + 1, ":", "that") && !tree.IsQuotationMark(start)) { return null; }
            var source = new TokenRange(first + 1, verb);
            while (source.End - 1 > source.Start && tree.Is(source.End - 1, "has", "had", "have", "did", "does", "also", "actually", "really")) { source = source with { End = source.End - 1 }; }
            return new Attribution
            {
                Construction = Construction.SubjectClause, Sentence = index, Cue = tree.Span(verb), Lemma = word.Lemma, Act = word.Act, Strength = 0.85, Denies = word.Denies, Hedges = word.Hedges,
                Source = tree.Span(source), Content = [tree.Span(tree.WithoutPeriod(sentence) with { Start = start })],
            };
        }

        return null;
    }
}
