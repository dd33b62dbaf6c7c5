using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Gives back to the content what a model took for a part of the cue: the number that it begins with, the object of the verb, the time before its "that".</summary>
internal sealed class CueExtent(GrammarTree tree, SourceWords sources)
{
    /// <summary>The attribution, its cue no longer than the verb and its particles where the tree is plain.</summary>
    public Attribution Mend(Attribution attribution) => Told(Dated(Numbered(Object(Counted(Teller(Doing(Hearer(attribution))))))));

    // "The group has identified 186 places of detention": what was counted is what is said, and no part of the cue.
    private Attribution Counted(Attribution attribution)
    {
        var cue = tree.Range(attribution.Cue);
        var verb = tree.HeadOf(cue);
        if (verb < 0 || !tree.IsVerb(verb) || tree.Child(verb, "dobj") is not (>= 0 and var counted) || counted <= verb) { return attribution; }
        var start = tree.Subtree(counted).Start;
        if (cue.Contains(counted) ? tree.Child(counted, "nummod") < 0 : start >= cue.End) { return attribution; }
        var first = attribution.Content[0];
        if (start <= verb || first.Start < attribution.Cue.End || tree.Range(first).Start > cue.End + 1) { return attribution; }
        return attribution with { Cue = tree.Span(cue with { End = start }), Content = attribution.Content.SetItem(0, first with { Start = tree.Span(start).Start }) };
    }

    // "She said an official at the port had told her that …": whoever the clause begins with is no part of the cue.
    private Attribution Teller(Attribution attribution)
    {
        var cue = tree.Range(attribution.Cue);
        var first = attribution.Content[0];
        var opens = cue.End - 2;
        if (opens <= cue.Start || tree.Lemma(opens - 1) is not ("say" or "claim" or "think" or "believe" or "add") || tree.Tag(opens) is not "DT" || !sources.PersonNouns.Contains(tree.Lemma(cue.End - 1))) { return attribution; }
        return tree.Range(first).Start != cue.End || !tree.HasFinite(tree.Range(first)) ? attribution
            : attribution with { Cue = tree.Span(cue with { End = opens }), Content = attribution.Content.SetItem(0, first with { Start = tree.Span(opens).Start }) };
    }

    // "The board says 4,912 people have come home": the number opens the clause.
    private Attribution Numbered(Attribution attribution)
    {
        var cue = tree.Range(attribution.Cue);
        var verb = tree.HeadOf(cue);
        var end = cue.End;
        while (end - 1 > verb && tree.Tag(end - 1) is "CD" or "JJR" or "RBR" or "DT" or "$" || (end - 1 > verb && tree.Is(end - 1, "about", "some", "nearly", "almost", "over", "than", "around", "least", "at") && end < cue.End)) { end--; }
        if (verb < 0 || end == cue.End || !Enumerable.Range(end, cue.End - end).Any(t => tree.Tag(t) is "CD")) { return attribution; }
        var at = attribution.Content.ToList().FindIndex(content => tree.Range(content).Start == cue.End);
        return at < 0 ? attribution : attribution with { Cue = tree.Span(cue with { End = end }), Content = attribution.Content.SetItem(at, attribution.Content[at] with { Start = tree.Span(end).Start }) };
    }

    // "Of the 44 men, 12 alleged ill-treatment": what is alleged is the content, and the whole that the men are a part of is not.
    private Attribution Object(Attribution attribution)
    {
        var cue = tree.Range(attribution.Cue);
        var verb = tree.HeadOf(cue);
        if (verb < 0 || !tree.IsVerb(verb) || attribution.Content is not [var content] || content.End > attribution.Cue.Start || !tree.Is(tree.Range(content).Start, "of", "in", "among", "from")) { return attribution; }
        if (tree.Child(verb, "dobj") is not (>= 0 and var told) || told <= verb || !cue.Contains(told)) { return attribution; }
        var clause = tree.Subtree(told);
        return clause.Start <= verb ? attribution : attribution with { Cue = tree.Span(cue with { End = Math.Max(verb + 1, clause.Start) }), Content = [tree.Span(clause)] };
    }

    // "acknowledged for the first time that civilians were there"
    private Attribution Dated(Attribution attribution)
    {
        var cue = tree.Range(attribution.Cue);
        var first = attribution.Content[0];
        var start = tree.Range(first).Start;
        if (start != cue.End || !tree.Is(cue.End - 1, "for", "on", "in", "at") || cue.End - cue.Start < 2) { return attribution; }
        for (int t = start + 1, end = Math.Min(start + 8, tree.Range(first).End); t < end; t++)
        {
            if (tree.Is(t, "that") && tree.Is(t - 1, "time", "day", "week", "month", "year", "statement", "briefing", "interview", "conference") && t + 2 < tree.Range(first).End)
            {
                return attribution with { Cue = tree.Span(cue with { End = cue.End - 1 }), Content = attribution.Content.SetItem(0, first with { Start = tree.Span(t).Start }) };
            }
        }

        return attribution;
    }

    // "I was told by two officers that the bridge was mined": who was told is no part of it.
    private Attribution Hearer(Attribution attribution)
    {
        if (attribution.Content.Length < 2 || tree.HeadOf(attribution.Cue) is not (>= 0 and var verb) || tree.Tag(verb) is not "VBN" || tree.Child(verb, "nsubjpass") is not (>= 0 and var told) || !tree.IsPronoun(told)) { return attribution; }
        return attribution.Content[0] == tree.Span(told) ? attribution with { Content = attribution.Content.RemoveAt(0) } : attribution;
    }

    // "denied firing at the camp", "acknowledges holding 2,900 men": what somebody did or not is what is said of it.
    private Attribution Doing(Attribution attribution)
    {
        var cue = tree.Range(attribution.Cue);
        var verb = tree.HeadOf(cue);
        if (verb < 0 || tree.Tag(verb) is "VBG" || tree.Lemma(verb) is not ("deny" or "admit" or "acknowledge" or "concede" or "confirm" or "report" or "recall" or "remember" or "mention" or "describe" or "confess" or "announce" or "dispute")) { return attribution; }
        var doing = verb + 1;
        if (doing >= cue.End || !(tree.Tag(doing) is "VBG" || (tree.Relation(doing) is "dobj" && tree.Form(doing).EndsWith("ing"))) || tree.Head(doing) != verb) { return attribution; }
        var first = attribution.Content[0];
        return tree.Range(first).Start != cue.End ? attribution
            : attribution with { Cue = tree.Span(cue with { End = doing }), Content = attribution.Content.SetItem(0, first with { Start = tree.Span(doing).Start }) };
    }

    // "told the Courier on 9 April that neither was true", "said in a letter a day earlier that …": whom it was told and when is no part of it.
    private Attribution Told(Attribution attribution)
    {
        const int Longest = 12; // tokens between the cue and its "that"
        var verb = tree.HeadOf(attribution.Cue);
        var (cue, first) = (tree.Range(attribution.Cue), attribution.Content[0]);
        var told = tree.Range(first);
        if (verb < 0 || !tree.IsVerb(verb) || told.Start < cue.End) { return attribution; }
        for (var t = told.Start; t < told.End - 2 && t - told.Start <= Longest; t++)
        {
            if (tree.IsFinite(t) || tree.IsQuotationMark(t) || tree.Is(t, ":", ";", "who", "which")) { return attribution; }
            if (t == told.Start || !tree.Is(t, "that") || tree.Relation(t) is not "mark" || tree.Head(t) is not (>= 0 and var clause) || tree.Head(clause) != verb || tree.Relation(clause) is not ("ccomp" or "dep")) { continue; }
            return attribution with { Content = attribution.Content.SetItem(0, first with { Start = tree.Span(t).Start }) };
        }

        return attribution;
    }
}
