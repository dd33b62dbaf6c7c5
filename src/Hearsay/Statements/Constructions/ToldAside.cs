using Hearsay.Language;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>
/// Finds what was told to somebody whom an apposition describes ("Two guards told the Verk, an independent outlet, that sixty men were never listed"), what the speaker was told
/// ("I am told by people in the port: the pier was mined") and what holds only as far as somebody is believed ("if one is to believe the navy, the boats were empty").
/// </summary>
internal sealed class ToldAside(GrammarTree tree)
{
    private const int Longest = 12; // tokens of the apposition

    /// <summary>The attributions of a sentence in text order.</summary>
    public IEnumerable<Attribution> Find(int index, TokenRange sentence) => Told(index, sentence).Concat(Heard(index, sentence)).Concat(Believed(index, sentence));

    private IEnumerable<Attribution> Heard(int index, TokenRange sentence)
    {
        for (var verb = sentence.Start + 2; verb + 4 < sentence.End; verb++)
        {
            if (tree.Tag(verb) is not "VBN" || tree.Lemma(verb) is not ("tell" or "inform" or "assure") || tree.Child(verb, "auxpass") < 0 || tree.Child(verb, "neg") >= 0 || tree.Child(verb, "nsubjpass") is not (>= 0 and var told) || !tree.Is(told, "I", "we") || !tree.Is(verb + 1, "by")) { continue; }
            var colon = verb + 2;
            while (colon < sentence.End && colon - verb < 2 * Longest && !tree.Is(colon, ":", "that")) { colon++; }
            var end = tree.WithoutPeriod(sentence).End;
            var teller = verb + 2;
            while (teller < colon && !tree.Is(teller, ",")) { teller++; }
            if (colon + 3 > end || colon <= verb + 2 || !tree.Is(colon, ":") || !tree.HasFinite(new TokenRange(colon + 1, end))) { continue; }
            yield return Said(index, "tell", new TokenRange(tree.FirstOfGroup(verb), verb + 1), new TokenRange(verb + 2, teller), new TokenRange(colon + 1, end));
        }
    }

    private IEnumerable<Attribution> Believed(int index, TokenRange sentence)
    {
        for (var given = sentence.Start; given + 5 < sentence.End; given++)
        {
            if (!tree.Is(given, "if") || Believes(given, sentence.End) is not { } believed) { continue; }
            var end = tree.WithoutPeriod(sentence).End;
            var opens = given <= sentence.Start + 1;
            var content = opens ? new TokenRange(believed.End + 1, end) : new TokenRange(sentence.Start, tree.Is(given - 1, ",") ? given - 1 : given);
            if (content.End - content.Start < 3 || (believed.End < end && !tree.Is(believed.End, ",")) || (opens && believed.End >= end) || !tree.HasFinite(content)) { continue; }
            yield return Said(index, "if", new TokenRange(given, given + 1), believed.Source, content) with { Construction = Construction.According, Hedges = true };
        }
    }

    // "if one is to believe X", "if X is to be believed": whom it names, and where the clause ends.
    private (TokenRange Source, int End)? Believes(int given, int last)
    {
        if (tree.Is(given + 1, "one", "we", "you") && tree.Is(given + 2, "is", "are") && tree.Is(given + 3, "to") && tree.Is(given + 4, "believe", "trust"))
        {
            var end = given + 5;
            while (end < last && end - given < 5 + Longest && !tree.Is(end, ",", ".", ";", ":")) { end++; }
            return end > given + 5 ? (new TokenRange(given + 5, end), end) : null;
        }

        for (var verb = given + 2; verb + 2 < last && verb - given < Longest && !tree.Is(verb, ","); verb++)
        {
            var after = tree.Is(verb, "is", "are") && tree.Is(verb + 1, "to") && tree.Is(verb + 2, "be") ? verb + 3 : tree.Is(verb, "can", "may") && tree.Is(verb + 1, "be") ? verb + 2 : -1;
            if (after > 0 && after < last && tree.Is(after, "believed", "trusted")) { return (new TokenRange(given + 1, verb), after + 1); }
        }

        return null;
    }

    private Attribution Said(int index, string lemma, TokenRange cue, TokenRange source, TokenRange content) => new()
    {
        Construction = Construction.SubjectClause, Sentence = index, Cue = tree.Span(cue), Lemma = lemma, Act = StatementAct.Says, Strength = 0.8, Source = tree.Span(source), Content = [tree.Span(content)],
    };

    private IEnumerable<Attribution> Told(int index, TokenRange sentence)
    {
        for (var verb = sentence.Start + 1; verb + 5 < sentence.End; verb++)
        {
            if (!tree.IsVerb(verb) || tree.Lemma(verb) is not ("tell" or "inform" or "assure") || tree.Child(verb, "auxpass", "neg") >= 0 || tree.Child(verb, "nsubj") is not (>= 0 and var subject) || subject > verb) { continue; }
            if (tree.Child(verb, "dobj", "iobj") is not (>= 0 and var hearer) || hearer < verb || tree.Subtree(subject) is var named && named.Start < sentence.Start) { continue; }
            var comma = hearer + 1;
            if (!tree.Is(comma, ",")) { continue; }
            var that = comma + 1;
            while (that < sentence.End && that - comma <= Longest && !tree.Is(that, "that") && !tree.IsFinite(that)) { that++; }
            var end = tree.WithoutPeriod(sentence).End;
            if (that + 3 >= end || !tree.Is(that, "that") || !tree.Is(that - 1, ",") || !tree.HasFinite(new TokenRange(that + 1, end))) { continue; }
            yield return Said(index, tree.Lemma(verb), new TokenRange(tree.FirstOfGroup(verb), verb + 1), named with { End = Math.Min(named.End, tree.FirstOfGroup(verb)) }, new TokenRange(that, end));
        }
    }
}
