using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Packs;

namespace Hearsay.Statements.Facts;

/// <summary>Tells whether a source affirms or denies its content, by the cue's words and what they govern. A negation within the content is no denial.</summary>
internal sealed class PolarityReader(DomainPack pack)
{
    private static readonly FrozenSet<string> Questions = Set("whether if when where who whom what why how which");

    private readonly FrozenSet<string> claimNouns = pack.Sources.ClaimNouns;
    private readonly FactWords facts = pack.Facts;
    private readonly CueLexicon cues = pack.Cues;

    /// <summary>Denied where the cue rejects what is claimed, or is itself negated.</summary>
    public Polarity Read(CueFrame frame)
    {
        var negated = IsNegated(frame) || Refuses(frame);
        if (Denies(frame)) { return negated ? Polarity.Affirmed : Polarity.Denied; }
        if (negated) { return IsDenialWhenNegated(frame) ? Polarity.Denied : Polarity.Affirmed; }
        return frame.Attribution.Act is StatementAct.Says && Refutes(frame) ? Polarity.Denied : Polarity.Affirmed;
    }

    /// <summary>True where the source keeps back whether it is so: "neither confirmed nor denied", "could not confirm", "refused to confirm".</summary>
    public bool Withholds(CueFrame frame) =>
        Acted(frame).Any(verb => frame.Tree.Lemma(verb) is "confirm" or "verify" or "corroborate") && (IsNegated(frame) || Refuses(frame));

    /// <summary>True for "did not rule out", "did not exclude".</summary>
    public bool LeavesOpen(CueFrame frame) =>
        frame.Verbs.Any(verb => RulesOut(frame, verb)) && (IsNegated(frame) || Refuses(frame));

    /// <summary>True where the cue's words, or its subject ("neither side"), negate it; "not only" does not.</summary>
    public static bool IsNegated(CueFrame frame)
    {
        var tree = frame.Tree;
        for (var t = frame.Cue.Start; t < frame.Cue.End; t++)
        {
            if (Negates(frame, t)) { return true; }
        }

        if (frame.Cue.Start > frame.Sentence.Start && frame.InFrame(frame.Cue.Start - 1) && Negates(frame, frame.Cue.Start - 1)) { return true; }
        foreach (var verb in frame.Verbs)
        {
            foreach (var child in tree.Children(verb))
            {
                if (!frame.InContent(child) && tree.Relation(child) is "neg" or "cc" or "cc:preconj" or "advmod" or "aux" or "det" && Negates(frame, child)) { return true; }
            }
        }

        return frame.SourceHead >= 0 && (tree.Is(frame.Source.Start, "no", "nobody", "none", "neither") || tree.Is(frame.Source.End - 1, "neither") || (frame.Source.Start > 0 && tree.Is(frame.Source.Start - 1, "neither")));
    }

    private static bool Negates(CueFrame frame, int t) =>
        frame.Tree.Is(t, "not", "n't", "n’t", "never", "neither", "nor", "no", "hardly", "cannot", "without", "nothing") && !(t + 1 < frame.Sentence.End && frame.Tree.Is(t + 1, "only", "just", "merely", "simply", "least"));

    private bool Refuses(CueFrame frame) =>
        frame.Verbs.Any(verb => verb != frame.Verbs[^1] && facts.Refusing.Contains(frame.Tree.Lemma(verb)))
        || frame.Governors().Take(1).Any(verb => facts.Refusing.Contains(frame.Tree.Lemma(verb)) && frame.Tree.Relation(frame.Head) is "xcomp" or "ccomp" or "advcl")
        || (frame.Verbs.Length == 1 && facts.Refusing.Contains(frame.Tree.Lemma(frame.Head)));

    // "X brushed aside claims that …", where "claims" was taken for the cue: the verb that has it as its object.
    private static IEnumerable<int> Above(CueFrame frame)
    {
        var tree = frame.Tree;
        return tree.IsNoun(frame.Head) && tree.Relation(frame.Head) is "dobj" && frame.SourceHead >= 0 && tree.Head(frame.SourceHead) == tree.Head(frame.Head) ? [tree.Head(frame.Head)] : [];
    }

    // The cue's verbs, and with "refused to confirm that …" and "neither confirmed nor denied" those that share its fate.
    private IEnumerable<int> Acted(CueFrame frame)
    {
        var tree = frame.Tree;
        var more = Refuses(frame) && frame.Verbs.Length == 1 ? frame.Roots.Take(1) : frame.Governors().Take(tree.Relation(frame.Head) is "conj" ? 1 : 0).Concat(tree.Children(frame.Head).Where(child => tree.Relation(child) is "conj" && !frame.InContent(child)));
        return frame.Verbs.Concat(more);
    }

    private bool Denies(CueFrame frame)
    {
        foreach (var verb in frame.Verbs.Concat(Above(frame)))
        {
            var lemma = frame.Tree.Lemma(verb);
            if (RulesOut(frame, verb) || (WordOf(frame, verb) is { Denies: true } word && (!word.Rejects || IsClaim(frame)))) { return true; }
            if (facts.Judging.Contains(lemma) && (NamesClaim(frame) || frame.Roots.Any(root => frame.Tree.Is(root, "them", "these", "those"))) && frame.Opening(30).Any(t => facts.Falsity.Contains(frame.Tree.Lemma(t)) || facts.Falsity.Contains(frame.Tree.Lower(t)))) { return true; }
            if (facts.Giving.Contains(lemma) && frame.Roots.Any(root => IsDenyingNoun(frame.Tree.Lemma(root)))) { return true; }
            if (facts.Rejecting.Any(phrase => Follows(frame, verb, phrase)) && IsClaim(frame)) { return true; }
        }

        return false;
    }

    // "The allegation is false", "That is not so", "the reports do not correspond to reality": what is said is that a claim is not true.
    private bool Refutes(CueFrame frame)
    {
        var tree = frame.Tree;
        if (tree.SentenceOf(tree.Range(frame.Attribution.Content[^1]).Start) != tree.SentenceOf(tree.Range(frame.Attribution.Content[0]).Start)
            || tree.Range(frame.Attribution.Content[0]).End > tree.SentenceAround(tree.Range(frame.Attribution.Content[0]).Start).End) { return false; } // what is said besides is no denial
        foreach (var root in frame.Roots)
        {
            if (tree.Child(root, "nsubj", "nsubjpass") is not (>= 0 and var subject) || tree.Child(root, "advcl") is >= 0 and var condition && tree.Children(condition).Any(mark => tree.Is(mark, "if"))) { continue; }
            var points = tree.Is(subject, "that", "this", "it", "these", "those", "all");
            if (!points && !(tree.IsNoun(subject) && (claimNouns.Contains(tree.Lemma(subject)) || claimNouns.Contains(tree.Lower(subject))))) { continue; }
            var not = tree.Child(root, "neg") >= 0;
            var judged = tree.Child(root, "cop", "auxpass") >= 0;
            if (judged && !not && (facts.Falsity.Contains(tree.Lemma(root)) || facts.Falsity.Contains(tree.Lower(root))) && !(points && tree.Is(root, "wrong", "absurd", "staged"))) { return true; }
            if (not && ((judged && facts.Truth.Contains(tree.Lower(root))) || (tree.Is(root, "correspond", "match") && tree.Children(root).Any(child => tree.Lemma(child) is "reality" or "fact" or "truth")))) { return true; }
        }

        return false;
    }

    private CueWord? WordOf(CueFrame frame, int token)
    {
        var lemma = frame.Tree.Lemma(token);
        return cues.Word(lemma, frame.Tree.IsNoun(token) ? CueClass.Noun : CueClass.Verb) ?? cues.Word(lemma, CueClass.Verb) ?? cues.Word(lemma, CueClass.Adjective);
    }

    private bool IsDenyingNoun(string lemma) => cues.Word(lemma, CueClass.Noun) is { Denies: true };

    private static bool RulesOut(CueFrame frame, int verb) =>
        frame.Tree.Lemma(verb) == "exclude" || (frame.Tree.Lemma(verb) == "rule" && verb + 1 < frame.Sentence.End && frame.Tree.Is(verb + 1, "out"));

    // "brushed aside", "poured cold water on": a verb's dictionary form and the words that follow it.
    private static bool Follows(CueFrame frame, int verb, ImmutableArray<string> phrase)
    {
        if (frame.Tree.Lemma(verb) != phrase[0]) { return false; }
        for (var i = 1; i < phrase.Length; i++)
        {
            if (verb + i >= frame.Sentence.End || !frame.Tree.Is(verb + i, phrase[i])) { return false; }
        }

        return true;
    }

    // To reject a claim, or that something is so, is to deny it; to reject an offer is not.
    private bool IsClaim(CueFrame frame)
    {
        var tree = frame.Tree;
        return NamesClaim(frame) || PointsAtClaim(frame) || frame.Roots.Any(root => root > frame.Head && !tree.Children(root).Any(mark => tree.Is(mark, "as"))
            && (tree.Child(root, "cop") >= 0 || (tree.IsVerb(root) && (tree.Relation(root) is not ("acl" or "acl:relcl" or "amod") || tree.Tag(root) is "VBG"))));
    }

    // "Rejected them", behind "the accounts".
    private bool PointsAtClaim(CueFrame frame)
    {
        const int Back = 40; // tokens
        var tree = frame.Tree;
        return frame.Roots is [var only] && tree.Is(only, "this", "that", "them", "these", "those") && tree.Relation(only) is "dobj" && tree.Head(only) == frame.Head
            && Enumerable.Range(Math.Max(0, frame.Sentence.Start - Back), Math.Min(Back, frame.Sentence.Start)).Any(t => tree.IsNoun(t) && claimNouns.Contains(tree.Lemma(t)) && tree.IsPlural(t) == tree.Is(only, "them", "these", "those"));
    }

    // A noun that stands for a claim, as the cue's object or at the head of the content.
    private bool NamesClaim(CueFrame frame)
    {
        var tree = frame.Tree;
        return (tree.IsNoun(frame.Head) && claimNouns.Contains(tree.Lemma(frame.Head)))
            || frame.Roots.Any(root => Names(root) || tree.Children(root).Any(child => tree.Relation(child) is "conj" or "compound" && Names(child)))
            || frame.Opening(12).Any(t => tree.IsNoun(t) && Names(t) && tree.Relation(t) is "dobj" or "nsubjpass" or "nsubj" or "nmod");

        bool Names(int t) => claimNouns.Contains(tree.Lemma(t)) || claimNouns.Contains(tree.Lower(t));
    }

    private bool IsDenialWhenNegated(CueFrame frame)
    {
        if (frame.Attribution.Act is StatementAct.Asks or StatementAct.Orders) { return false; }
        if (frame.Verbs.Length == 1 && facts.Refusing.Contains(frame.Tree.Lemma(frame.Head))) { return frame.Roots.Take(1).Any(root => facts.Accepting.Contains(frame.Tree.Lemma(root))); }
        var thatClause = frame.Roots.Any(root => frame.Tree.IsVerb(root) && frame.Tree.Relation(root) is "ccomp");
        if (frame.Verbs.Any(verb => facts.Withholding.Contains(frame.Tree.Lemma(verb)) && !(thatClause && facts.Disclaiming.Contains(frame.Tree.Lemma(verb))))) { return false; }
        var asks = frame.Opening(2).Any(t => Questions.Contains(frame.Tree.Lower(t)));
        var unwilling = frame.Tree.Lemma(frame.Head) is "say" && Enumerable.Range(frame.Cue.Start, frame.Cue.End - frame.Cue.Start).Any(t => frame.Tree.Tag(t) is "MD");
        return !asks && !unwilling;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
