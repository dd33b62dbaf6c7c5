using Hearsay.Language;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Finds who gives a number: "The board's chief put the number of the missing at 41", "placed the toll at over a hundred".</summary>
internal sealed class Reckoning(GrammarTree tree)
{
    private const int Reach = 16; // tokens between verb and number

    /// <summary>The attributions of a sentence in text order.</summary>
    public IEnumerable<Attribution> Find(int index, TokenRange sentence)
    {
        for (var verb = sentence.Start + 1; verb + 3 < sentence.End; verb++)
        {
            if (!tree.IsVerb(verb) || tree.Lemma(verb) is not ("put" or "place" or "peg") || tree.Child(verb, "auxpass") >= 0) { continue; }
            if (tree.Child(verb, "nsubj") is not (>= 0 and var subject) || subject > verb || tree.Child(verb, "dobj") is not (>= 0 and var counted) || !IsCount(counted) || Number(counted, sentence) is not { } end) { continue; }
            var named = tree.Subtree(subject);
            yield return new Attribution
            {
                Construction = Construction.SubjectObject, Sentence = index, Cue = tree.Span(new TokenRange(verb, verb + 1)), Lemma = "put", Act = StatementAct.Says, Strength = 0.8,
                Source = tree.Span(named with { End = Math.Min(named.End, verb) }), Content = [tree.Span(new TokenRange(Math.Min(counted, tree.Subtree(counted).Start), end))],
            };
        }
    }

    private bool IsCount(int noun) =>
        tree.Lemma(noun) is "number" or "toll" or "figure" or "total" or "count" or "share" or "proportion" or "estimate" or "loss" or "casualty" or "tally" or "cost" or "strength" or "percentage";

    // "… at more than 41 men": the place behind the number and what belongs to it.
    private int? Number(int counted, TokenRange sentence)
    {
        for (var at = counted + 1; at + 1 < sentence.End && at - counted < Reach; at++)
        {
            if (tree.Is(at, ",", ";") || tree.IsVerb(at) && tree.Tag(at) is not ("VBN" or "VBG")) { return null; }
            if (!tree.Is(at, "at")) { continue; }
            for (var t = at + 1; t < sentence.End && t - at < 8; t++)
            {
                if (tree.Tag(t) is "CD")
                {
                    var end = t + 1;
                    while (end < sentence.End && tree.Tag(end) is "CD" or "NNS" or "NN" or "IN" or "TO" or "CC" && tree.Relation(end) is not "punct") { end++; }
                    while (tree.Tag(end - 1) is "IN" or "TO" or "CC") { end--; }
                    return end;
                }
            }
        }

        return null;
    }
}
