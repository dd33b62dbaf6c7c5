using Hearsay.Language;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Gives back to the content what a model took for a part of the cue: the number that it begins with, the object of the verb, the time before its "that".</summary>
internal sealed class CueExtent(GrammarTree tree)
{
    /// <summary>The attribution, its cue no longer than the verb and its particles where the tree is plain.</summary>
    public Attribution Mend(Attribution attribution) => Dated(Numbered(Object(Counted(attribution))));

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
}
