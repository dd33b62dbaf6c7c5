using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>
/// Finds what a noun of saying introduces with "that" and whose word it is: "a claim by the board that …", "reports from the ministry that …", "its announcement that …", "the claim that … was made by Tarn";
/// what reports and papers say in a participle's clause: "media reports claiming that …"; and where a figure is said to come from: "the figure of 41 comes from the board".
/// </summary>
internal sealed class ClaimNoun(GrammarTree tree, DomainPack pack)
{
    private const int LongestOwner = 12; // tokens

    /// <summary>The attributions of a sentence in text order.</summary>
    public IEnumerable<Attribution> Find(int index, TokenRange sentence)
    {
        for (var noun = sentence.Start; noun + 4 < sentence.End; noun++)
        {
            if (!tree.IsNoun(noun)) { continue; }
            if (pack.Cues.Word(tree.Lemma(noun), CueClass.Noun) is { Act: StatementAct.Says or StatementAct.Promises } word && That(noun, sentence.End) is { } found)
            {
                var end = EndOf(noun, found.That, sentence);
                if (end - found.That < 4 || (Before(noun, sentence.Start) ?? found.Owner ?? Giver(noun, end, sentence)) is not { } source) { continue; }
                yield return Make(index, tree.Span(noun), word.Lemma, word.Act, source, new TokenRange(found.That, end)) with { Denies = word.Denies, Hedges = word.Hedges };
            }
            else if (Claiming(noun, sentence) is { } claimed) { yield return claimed with { Sentence = index }; }
            else if (pack.Sources.ClaimNouns.Contains(tree.Lemma(noun)) && tree.Relation(noun) is "nsubj" or "nsubjpass" && GroupStart(noun, noun + 1) is { } verb && HasNumber(noun, verb) && Giver(noun, verb, sentence) is { } giver)
            {
                var first = Math.Max(sentence.Start, tree.Subtree(noun).Start);
                yield return Make(index, tree.Span(new TokenRange(verb, giver.Start)), tree.Lemma(tree.Head(noun)), StatementAct.Says, giver, new TokenRange(first, tree.Is(verb - 1, ",") ? verb - 1 : verb));
            }
        }
    }

    /// <summary>An attribution by such a noun, its content cut where the clause that the noun is the subject of goes on: "the claim that nobody was there | was greeted with laughter".</summary>
    public Attribution Cut(Attribution attribution)
    {
        var noun = tree.HeadOf(attribution.Cue);
        if (noun < 0 || !tree.IsNoun(noun) || attribution.Content is not [var content] || content.Start < attribution.Cue.End) { return attribution; }
        var range = tree.Range(content);
        if (!tree.Is(range.Start, "that")) { return attribution; }
        var end = EndOf(noun, range.Start, tree.SentenceAround(noun));
        return end > range.Start + 3 && end < range.End ? attribution with { Content = [tree.Span(range with { End = end })] } : attribution;
    }

    private Attribution Make(int index, TextSpan cue, string lemma, StatementAct act, TokenRange source, TokenRange content) => new()
    {
        Construction = Construction.Noun, Sentence = index, Cue = cue, Lemma = lemma, Act = act, Strength = 0.75, Source = tree.Span(source), Content = [tree.Span(content)],
    };

    // "media reports claiming that the talks had failed": the reports are the source.
    private Attribution? Claiming(int noun, TokenRange sentence)
    {
        var verb = noun + 1;
        if (verb + 4 >= sentence.End || tree.Tag(verb) is not "VBG" || !tree.Is(verb + 1, "that") || tree.Relation(noun) is not ("nmod" or "dobj") || !(pack.Sources.DocumentNouns.Contains(tree.Lemma(noun)) || pack.Sources.ClaimNouns.Contains(tree.Lemma(noun)))) { return null; }
        if (pack.Cues.Word(tree.Lemma(verb), CueClass.Verb) is not { Reports: true, Act: StatementAct.Says } word) { return null; }
        var first = noun;
        while (first > sentence.Start && tree.Tag(first - 1) is "NN" or "NNS" or "NNP" or "JJ" or "DT" or "PRP$" or "CD") { first--; }
        return Make(0, tree.Span(verb), word.Lemma, word.Act, new TokenRange(first, noun + 1), new TokenRange(verb + 1, EndOf(noun, verb + 1, sentence))) with { Denies = word.Denies, Hedges = word.Hedges };
    }

    // "that" right behind the noun, or behind the one whose word it is.
    private (int That, TokenRange? Owner)? That(int noun, int sentenceEnd)
    {
        var next = noun + 1;
        if (tree.Is(next, ",")) { next++; }
        if (tree.Is(next, "that")) { return next == noun + 1 ? (next, null) : null; }
        if (tree.Is(next, "made")) { next++; }
        if (!tree.Is(next, "by", "from")) { return null; }
        for (var t = next + 1; t < sentenceEnd && t - next <= LongestOwner; t++)
        {
            if (tree.Is(t, "that")) { return Owner(next + 1, t, tree.Is(next, "by")) is { } owner ? (t, owner) : null; }
            if (tree.Tag(t) is not (['N', ..] or "DT" or "JJ" or "CD" or "PRP$" or "POS" or "IN" or "," or "CC" or "VBN")) { return null; }
        }

        return null;
    }

    // Without the time that may stand behind the name: "a statement by Tarn last week that …".
    private TokenRange? Owner(int first, int that, bool isAgent)
    {
        var end = first + 1;
        while (end < that && !tree.Is(end, ",", "last", "this", "earlier", "in", "on", "at", "yesterday", "today")) { end++; }
        var owner = new TokenRange(first, end);
        return (isAgent && tree.IsNoun(owner.End - 1)) || IsOwner(owner) ? owner : null;
    }

    // Who makes a claim is named, or a person or a body, not the matter that it is about ("the claim of torture that …").
    private bool IsOwner(TokenRange range)
    {
        for (var t = range.Start; t < range.End; t++)
        {
            var lemma = tree.Lemma(t);
            if (tree.IsName(t) || (tree.IsNoun(t) && (pack.Sources.PersonNouns.Contains(lemma) || pack.Sources.OrganisationNouns.Contains(lemma) || pack.Sources.GroupNouns.Contains(tree.Lower(t)) || pack.Sources.UnnamedWords.Contains(tree.Lower(t)) || pack.Sources.MediaNouns.Contains(lemma)))) { return true; }
        }

        return false;
    }

    // "the ministry's claim", "its repeated claim"
    private TokenRange? Before(int noun, int first)
    {
        var t = noun - 1;
        while (t > first && tree.Tag(t) is "JJ" or "VBN" or "CD") { t--; }
        if (t < first) { return null; }
        if (tree.Tag(t) is "PRP$") { return new TokenRange(t, t + 1); }
        return tree.Tag(t) is "POS" && tree.Head(t) is >= 0 and var owner && tree.Subtree(owner) is var range && range.Start >= first && range.Start < t ? new TokenRange(range.Start, t) : null;
    }

    // "… was made by Tarn", "… comes from the board", "… was first published by the agency": the tokens of whoever is named behind the verb.
    private TokenRange? Giver(int noun, int verb, TokenRange sentence)
    {
        const int LongestGroup = 6;
        for (var t = verb; t < sentence.End && t - verb <= LongestGroup; t++)
        {
            var gives = (tree.Is(t + 1, "by") && tree.Tag(t) is "VBN" && tree.Lemma(t) is "make" or "give" or "publish" or "release" or "announce" or "cite" or "provide" or "put" or "report" or "supply")
                || (tree.Is(t + 1, "from", "with") && tree.Lemma(t) is "come" or "originate" or "stem");
            if (!gives) { continue; }
            if (tree.Child(t, "neg") >= 0) { return null; }
            var end = t + 2;
            while (end < sentence.End && end - t <= LongestOwner && (tree.Tag(end) is ['N', ..] or "DT" or "JJ" or "PRP$" or "PRP" or "POS" or "CD" || (tree.Is(end, "of") && end > t + 2))) { end++; }
            return end > t + 2 ? new TokenRange(t + 2, end) : null;
        }

        return null;
    }

    // Where the clause behind "that" ends: before the verb that the noun is the subject of, else with the sentence.
    private int EndOf(int noun, int that, TokenRange sentence)
    {
        if (tree.Relation(noun) is "nsubj" or "nsubjpass" && GroupStart(noun, that + 3) is { } verb) { return tree.Is(verb - 1, ",", "–", "—") ? verb - 1 : verb; }
        for (var t = that + 3; t < sentence.End; t++)
        {
            if (tree.Is(t, ";", "–", "—") || (tree.Is(t, ",") && SpeaksBehind(t, sentence.End))) { return t; }
        }

        return tree.Is(sentence.End - 1, ".", "!", "?") ? sentence.End - 1 : sentence.End;
    }

    // ", Orlik said": somebody else's verb of saying with its subject.
    private bool SpeaksBehind(int comma, int end)
    {
        for (var t = comma + 2; t < end && t - comma <= LongestOwner; t++)
        {
            if (tree.IsVerb(t) && tree.Child(t, "nsubj") > comma && pack.Cues.Word(tree.Lemma(t), CueClass.Verb) is { Reports: true }) { return true; }
        }

        return false;
    }

    // The first word of the verb group that a noun is the subject of, from a place on.
    private int? GroupStart(int noun, int from)
    {
        if (tree.Head(noun) is not (>= 0 and var head) || head < from) { return null; }
        var start = head;
        foreach (var child in tree.Children(head))
        {
            if (child >= from && child < start && tree.Relation(child) is "aux" or "auxpass" or "cop" or "neg") { start = child; }
        }

        while (start - 1 > from && tree.Relation(start - 1) is "advmod" && tree.Head(start - 1) == head) { start--; }
        return tree.Tag(start) is ['V', ..] or "MD" or "RB" ? start : null;
    }

    private bool HasNumber(int noun, int end)
    {
        for (var t = tree.Subtree(noun).Start; t < end; t++)
        {
            if (tree.Tag(t) is "CD") { return true; }
        }

        return false;
    }
}
