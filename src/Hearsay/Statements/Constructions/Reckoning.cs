using Hearsay.Language;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Finds who gives a number: "The board's chief put the number of the missing at 41", "its lawyers put it at over a hundred", "by their count there were eleven", "in his words the list was a lie", "police counted 900".</summary>
internal sealed class Reckoning(GrammarTree tree)
{
    private const int Reach = 16; // tokens between verb and number

    /// <summary>The attributions of a sentence in text order.</summary>
    public IEnumerable<Attribution> Find(int index, TokenRange sentence) => Put(index, sentence).Concat(By(index, sentence)).Concat(Count(index, sentence));

    // "The organisers spoke of 4,000 marchers; police counted 900."
    private IEnumerable<Attribution> Count(int index, TokenRange sentence)
    {
        for (var verb = sentence.Start + 1; verb + 1 < sentence.End; verb++)
        {
            if (!(tree.IsVerb(verb) || IsDisguised(verb)) || tree.Tag(verb) is "VB" or "VBG" || tree.Child(verb, "auxpass", "neg") >= 0) { continue; }
            var speaks = tree.Lemma(verb) is "speak" or "talk" && tree.Is(verb + 1, "of");
            var gives = tree.Lemma(verb) is "say" && !tree.Children(verb).Any(child => tree.IsVerb(child) || tree.Child(child, "cop") >= 0); // "Tarn said about 1,150."
            if (!speaks && !gives && tree.Lemma(verb) is not ("count" or "tally" or "record" or "register")) { continue; }
            var first = speaks ? verb + 2 : verb + 1;
            var number = first;
            while (number < sentence.End && number - first < 4 && tree.Tag(number) is "IN" or "RB" or "JJR" or "JJ" or "DT" or "RBR") { number++; }
            if (number >= sentence.End || tree.Tag(number) is not "CD" || tree.Child(verb, "nsubj") is not (>= 0 and var subject) || subject > verb || tree.Is(subject, "who", "which", "that")) { continue; }
            var named = tree.Subtree(subject);
            while (named.Start < subject && tree.Is(named.Start, "ago", "later", "earlier")) { named = named with { Start = named.Start + 1 }; }
            var end = number + 1;
            while (end < sentence.End && !tree.Is(end, ",", ";", ".", "and", "but", "while", "–", "—")) { end++; }
            if (gives && (end > number + 3 || tree.HasFinite(new TokenRange(number, end)))) { continue; }
            yield return new Attribution
            {
                Construction = Construction.SubjectObject, Sentence = index, Cue = tree.Span(new TokenRange(verb, first)), Lemma = tree.Lemma(verb), Act = speaks || gives ? StatementAct.Says : StatementAct.Shows, Strength = 0.75,
                Source = tree.Span(named with { End = Math.Min(named.End, verb) }), Content = [tree.Span(new TokenRange(first, end))],
            };
        }
    }

    // "The ministry counts 84 men", where a tagger took the verb for a noun.
    private bool IsDisguised(int verb) => tree.Tag(verb) is "NNS" && tree.Relation(verb) is "root" or "parataxis" or "conj" or "ccomp" && tree.Tag(verb + 1) is "CD" or "DT" && tree.Child(verb, "nsubj") >= 0;

    // "By her count there were eleven", "eleven were missing, by the ministry's own estimate"
    private IEnumerable<Attribution> By(int index, TokenRange sentence)
    {
        for (var by = sentence.Start; by + 3 < sentence.End; by++)
        {
            if (!tree.Is(by, "by", "in", "on") || Owned(by + 1, sentence.End) is not (>= 0 and var noun)) { continue; }
            var end = tree.WithoutPeriod(sentence).End;
            var opens = by == sentence.Start || (by == sentence.Start + 1 && tree.Is(sentence.Start, "but", "and", "so"));
            var from = noun + 1 < end && tree.Is(noun + 1, ",", "–", "—") ? noun + 2 : noun + 1;
            var aside = by > sentence.Start + 1 && tree.Is(by - 1, ",", "–", "—") && noun + 3 < end && tree.Is(noun + 1, ",", "–", "—");
            TokenRange[] content = opens ? [new(from, end)]
                : noun + 1 >= end && by > sentence.Start + 2 ? [new(sentence.Start, tree.Is(by - 1, ",") ? by - 1 : by)]
                : aside ? [new(sentence.Start, by - 1), new(from, end)] : [];
            if (content.Sum(part => part.End - part.Start) < 3 || !content.Any(tree.HasFinite)) { continue; }
            var owner = tree.Tag(noun - 1) is "PRP$" || tree.Is(noun - 1, "own") && tree.Tag(noun - 2) is "PRP$" ? new TokenRange(by + 1, by + 2) : new TokenRange(by + 1, Mark(by + 1, noun));
            yield return new Attribution
            {
                Construction = Construction.According, Sentence = index, Cue = tree.Span(new TokenRange(by, by + 1)), Lemma = "by", Act = StatementAct.Says, Strength = 0.8,
                Source = tree.Span(owner), Content = [.. content.Select(tree.Span)],
            };
        }
    }

    // The noun of reckoning that a possessor right behind the preposition owns; -1 where there is none.
    private int Owned(int first, int end)
    {
        const int Longest = 8; // tokens of a possessor
        for (var t = first + 1; t < end && t - first <= Longest; t++)
        {
            if (tree.Tag(t - 1) is "PRP$" or "POS" || tree.Is(t - 1, "own"))
            {
                if (tree.Is(t, "own")) { continue; }
                return tree.Is(t, "words") && tree.Is(first - 1, "in") || tree.Lemma(t) is "phrase" && tree.Is(first - 1, "in") || tree.Lemma(t) is "count" or "estimate" or "reckoning" or "tally" or "calculation" || (tree.Is(first - 1, "in") && tree.Lemma(t) is "opinion" or "view" or "judgement" or "judgment" or "assessment" or "estimation" or "telling") || (tree.Is(t - 1, "own") && tree.Lemma(t) is "account" or "admission") ? t : -1;
            }

            if (tree.Tag(t) is ['V', ..] or "MD" or "IN" or "," or ".") { return -1; }
        }

        return -1;
    }

    private int Mark(int first, int noun)
    {
        var t = noun - 1;
        while (t > first && tree.Tag(t) is not "POS") { t--; }
        return t;
    }

    // "put the number of the missing at 41"
    private IEnumerable<Attribution> Put(int index, TokenRange sentence)
    {
        for (var verb = sentence.Start + 1; verb + 3 < sentence.End; verb++)
        {
            if (!tree.IsVerb(verb) || tree.Lemma(verb) is not ("put" or "place" or "peg" or "give") || tree.Child(verb, "auxpass") >= 0) { continue; }
            if (tree.Child(verb, "nsubj") is not (>= 0 and var subject) || subject > verb || Counted(verb) is not (>= 0 and var counted) || !IsCount(counted) || Number(counted, sentence, tree.Lemma(verb) is "give" ? "as" : "at") is not { } end) { continue; }
            var named = tree.Subtree(subject);
            yield return new Attribution
            {
                Construction = Construction.SubjectObject, Sentence = index, Cue = tree.Span(new TokenRange(verb, verb + 1)), Lemma = "put", Act = StatementAct.Says, Strength = 0.8,
                Source = tree.Span(named with { End = Math.Min(named.End, verb) }), Content = [tree.Span(new TokenRange(Math.Min(counted, tree.Subtree(counted).Start), end))],
            };
        }
    }

    // "the number of men who came home at 41": the verb is that of the men.
    private bool IsRelative(int verb, int counted)
    {
        var (from, to) = (Math.Max(counted + 1, verb - 3), verb);
        return Enumerable.Range(from, to - from).Any(t => tree.Is(t, "who", "that", "which"));
    }

    // "put that total at 41", where a parser took "that" for a preposition.
    private int Counted(int verb) => tree.Child(verb, "dobj") is >= 0 and var counted ? counted : tree.Is(verb + 1, "that") && tree.Head(verb + 2) == verb ? verb + 2 : -1;

    private bool IsCount(int noun) =>
        tree.Is(noun, "it", "them", "this", "these") || tree.Lemma(noun) is "number" or "toll" or "figure" or "total" or "count" or "share" or "proportion" or "estimate" or "loss" or "casualty" or "tally" or "cost" or "strength" or "percentage";

    // "… at more than 41 men": the place behind the number and what belongs to it.
    private int? Number(int counted, TokenRange sentence, string link)
    {
        for (var at = counted + 1; at + 1 < sentence.End && at - counted < Reach; at++)
        {
            if (tree.Is(at, ",", ";") || tree.IsVerb(at) && tree.Tag(at) is not ("VBN" or "VBG") && !IsRelative(at, counted)) { return null; }
            if (!tree.Is(at, link) || tree.IsName(at + 1) || tree.Is(at + 1, "the", "a", "an", "this", "that")) { continue; }
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
