using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Finds the denial that a relative clause or a passive adds to somebody else's claim: "accused the board of delay, an allegation that it denies", "which the ministry has rejected as false",
/// "Tarn's claim was dismissed by the board as propaganda", and one that says hardly anything itself: "the board denies this".</summary>
internal sealed class DeniedAside(GrammarTree tree, DomainPack pack)
{
    private const int LongestSource = 12; // tokens

    /// <summary>The denials of a sentence in text order; each with what is denied as its content: the claim's noun phrase, or "which".</summary>
    public IEnumerable<Attribution> Find(int index, TokenRange sentence)
    {
        for (var verb = sentence.Start + 3; verb < sentence.End; verb++)
        {
            if (!tree.IsVerb(verb) || pack.Cues.Word(tree.Lemma(verb), CueClass.Verb) is not { } word) { continue; }
            var verdict = pack.Facts.Judging.Contains(tree.Lemma(verb)) ? Verdict(verb, sentence) : null;
            if (Dismissed(verb, sentence, word) is { } dismissed)
            {
                yield return Make(index, word, dismissed.Cue, dismissed.Source, [dismissed.Claim]);
                continue;
            }

            if (Outright(verb, word) is { } outright)
            {
                yield return Make(index, word, new TokenRange(verb, verb + 1), outright.Source, [outright.Claim]);
                continue;
            }

            if (verdict is null && !word.Denies) { continue; }
            if (ByAgent(verb, sentence) is { } passive) { yield return Make(index, word, new TokenRange(verb, verb + 1), passive.Source, [passive.Claim]); }
            else if ((verdict is not null || !HasObject(verb, sentence)) && Group(verb) is { } cue && Claim(sentence, cue.Start) is { } found) { yield return Make(index, word, cue, found.Source, verdict is { } judged ? [found.Claim, judged] : [found.Claim]); }
        }
    }

    private Attribution Make(int index, CueWord word, TokenRange cue, TokenRange source, TokenRange[] content) => new()
    {
        Construction = Construction.SubjectObject, Sentence = index, Cue = tree.Span(cue), Lemma = word.Lemma, Act = StatementAct.Says, Strength = 0.8, Denies = true, Hedges = word.Hedges,
        Source = tree.Span(source), Content = [.. content.Select(tree.Span)],
    };

    // "The bureau denies this", "the spokesman, Ivo Tarn, disclaimed all responsibility": a denial that says next to nothing, which a model often passes over.
    private (TokenRange Source, TokenRange Claim)? Outright(int verb, CueWord word)
    {
        if (!(word.Denies || word.Rejects) || tree.Relation(verb) is not "root" || tree.Tag(verb) is not ("VBD" or "VBZ" or "VBP" or "VBN") || tree.Child(verb, "aux", "auxpass", "neg") >= 0 || tree.Child(verb, "dobj") is not (>= 0 and var denied) || denied < verb || tree.Child(verb, "nsubj") is not (>= 0 and var subject) || subject > verb) { return null; }
        var blame = word.Denies && tree.Lemma(denied) is "responsibility" or "involvement" or "wrongdoing" or "guilt" or "complicity" or "blame";
        if (!blame && !(denied == verb + 1 && (tree.Is(denied, "this", "that", "them", "these", "those") || (word.Denies && tree.Is(denied, "it"))))) { return null; }
        var (source, claim) = (tree.Subtree(subject), blame ? new TokenRange(verb + 1, denied + 1) : new TokenRange(denied, denied + 1));
        source = source with { End = Math.Min(source.End, verb) };
        while (source.End > source.Start && tree.Relation(source.End - 1) is "punct" or "advmod") { source = source with { End = source.End - 1 }; }
        return source.End > subject && !tree.Is(subject, "which", "that", "who") ? (source, claim) : null;
    }

    // "Tarn's claim that the bus had left was dismissed by the board as propaganda"
    private (TokenRange Source, TokenRange Claim, TokenRange Cue)? Dismissed(int verb, TokenRange sentence, CueWord word)
    {
        if (tree.Tag(verb) is not "VBN" || tree.Child(verb, "auxpass") is not (>= 0 and var auxiliary) || tree.Child(verb, "neg") >= 0 || tree.Child(verb, "nsubjpass") is not (>= 0 and var claim) || claim > verb || !pack.Sources.ClaimNouns.Contains(tree.Lemma(claim)) || tree.IsPronoun(claim)) { return null; }
        var agent = tree.Children(verb).FirstOrDefault(child => child > verb && tree.Relation(child) is "nmod" or "nmod:agent" && tree.Children(child).Any(mark => tree.Is(mark, "by")), -1);
        if (agent < 0) { return null; }
        var end = tree.Subtree(agent).End;
        var judged = Enumerable.Range(agent + 1, Math.Max(0, Math.Min(sentence.End, agent + LongestSource) - agent - 1)).Any(IsFalse);
        if (!word.Denies && !(pack.Facts.Judging.Contains(tree.Lemma(verb)) && judged)) { return null; }
        var source = new TokenRange(tree.Children(agent).First(mark => tree.Is(mark, "by")) + 1, Enumerable.Range(agent + 1, end - agent - 1).FirstOrDefault(t => tree.Is(t, "as", ",", "who", "which"), end));
        var start = tree.Subtree(claim).Start;
        var told = tree.Children(claim).Where(child => child > claim && tree.Relation(child) is "nmod" && tree.Subtree(child) is var of && of.Start == claim + 1 && of.End <= auxiliary).Select(child => tree.Subtree(child).End).FirstOrDefault(claim + 1); // "reports of a second list"
        return source.End > source.Start && start <= claim ? (source, new TokenRange(start, told), new TokenRange(auxiliary, verb + 1)) : null;
    }

    // "called “completely baseless”": right behind the verb.
    private TokenRange? Verdict(int verb, TokenRange sentence)
    {
        const int Longest = 6;
        var end = verb + 1;
        while (end < sentence.End && end - verb <= Longest && !tree.Is(end, ",", ";", ".", "and", "but")) { end++; }
        return Enumerable.Range(verb + 1, end - verb - 1).Any(IsFalse) ? new TokenRange(verb + 1, end) : null;
    }

    private bool IsFalse(int token) => pack.Facts.Falsity.Contains(tree.Lemma(token)) || pack.Facts.Falsity.Contains(tree.Lower(token));

    // "a figure disputed by both sides"
    private (TokenRange Source, TokenRange Claim)? ByAgent(int verb, TokenRange sentence)
    {
        if (tree.Tag(verb) is not "VBN" || verb + 2 >= sentence.End || !tree.Is(verb + 1, "by") || Noun(sentence, verb - 1) is not { } claim) { return null; }
        var end = verb + 2;
        while (end < sentence.End && end - verb <= LongestSource && tree.Tag(end) is ['N', ..] or "DT" or "JJ" or "PRP$" or "POS" or "CD") { end++; }
        return end > verb + 2 ? (new TokenRange(verb + 2, end), claim) : null;
    }

    // The verb with its auxiliaries and adverbs; nothing where it is negated or passive.
    private TokenRange? Group(int verb)
    {
        var start = verb;
        while (start > 0 && tree.Relation(start - 1) is "aux" or "advmod" or "auxpass" or "neg")
        {
            if (tree.Relation(start - 1) is "auxpass" or "neg") { return null; }
            start--;
        }

        return new TokenRange(start, verb + 1);
    }

    // What is denied stands before: the clause has no object of its own, and ends here or with a verdict ("as false") or a circumstance.
    private bool HasObject(int verb, TokenRange sentence) =>
        verb + 1 < sentence.End && tree.Relation(verb + 1) is not "punct" && !tree.Is(verb + 1, "as", "outright", "categorically", "strongly", "in", "at", "on", "through", "and", "vehemently", "repeatedly");

    // Going left over the source to "that", "which" or the claim's noun itself.
    private (TokenRange Source, TokenRange Claim)? Claim(TokenRange sentence, int end)
    {
        for (var t = end - 1; t > sentence.Start && end - t <= LongestSource; t--)
        {
            if (t + 1 < end && tree.Tag(t + 1) is "DT" or "NNP" or "NNPS" or "PRP" or "PRP$" && Noun(sentence, t) is { } bare) { return (new TokenRange(t + 1, end), bare); }
            if (tree.Relation(t) is "punct" || (tree.IsVerb(t) && tree.Tag(t) is not ("VBN" or "VBG"))) { return null; }
            if (tree.Is(t, "that", "which") && t + 1 < end)
            {
                return Noun(sentence, t - 1) is { } claim ? (new TokenRange(t + 1, end), claim)
                    : tree.Is(t, "which") && tree.Is(t - 1, ",") ? (new TokenRange(t + 1, end), new TokenRange(t, t + 1)) : null;
            }

        }

        return null;
    }

    // "a step that the army dismissed as staged": what was announced.
    private bool IsDeed(int noun) => tree.Lemma(noun) is "step" or "move" or "gesture" or "offer" or "announcement" or "release" or "operation" or "ceremony" or "event" or "exchange";

    // "an allegation", "claims", "something": with its article and adjectives, after a comma or a dash.
    private TokenRange? Noun(TokenRange sentence, int noun)
    {
        if (noun <= sentence.Start + 1 || (!tree.Is(noun, "something") && !((tree.IsNoun(noun) || tree.Tag(noun - 1) is "DT") && (pack.Sources.ClaimNouns.Contains(tree.Lemma(noun)) || IsDeed(noun))))) { return null; }
        var start = noun;
        while (start > sentence.Start && tree.Tag(start - 1) is "DT" or "JJ" or "PRP$" or "NN") { start--; }
        return start > sentence.Start && tree.Is(start - 1, ",", "–", "—", "-", "--") ? new TokenRange(start, noun + 1) : null;
    }
}
