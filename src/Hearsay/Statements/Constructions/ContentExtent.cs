using Hearsay.Language;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Gives a content what of its sentence belongs to it too: the circumstance that opens the sentence, the clause before the speaker, the end of a range.</summary>
internal sealed class ContentExtent(GrammarTree tree)
{
    /// <summary>An attribution with its content whole.</summary>
    /// <param name="attribution">What a model or a construction found.</param>
    /// <param name="found">All attributions of the sentence.</param>
    public Attribution Mend(Attribution attribution, List<Attribution> found) => Front(Opening(Range(Contrast(Beside(Purpose(attribution), found)))), found);

    // "assess that the letter is part of an effort | to blame the mayor": the infinitive is its noun's, and the noun is told.
    private Attribution Purpose(Attribution attribution)
    {
        var last = attribution.Content[^1];
        var told = tree.Range(last);
        var sentence = tree.WithoutPeriod(tree.SentenceAround(told.Start));
        if (last.Start < attribution.Cue.End || told.End + 1 >= sentence.End || told.End <= sentence.Start || !tree.Is(told.End, "to") || tree.Tag(told.End + 1) is not "VB" || !tree.HasFinite(told)) { return attribution; }
        var governor = tree.Head(told.End + 1);
        if (!tree.IsNoun(told.End - 1) || tree.Head(told.End) != told.End + 1 || !told.Contains(governor) || tree.Relation(told.End + 1) is not ("acl" or "xcomp")) { return attribution; }
        var end = Math.Min(tree.Subtree(told.End + 1).End, sentence.End);
        return attribution with { Content = attribution.Content.SetItem(attribution.Content.Length - 1, last with { End = tree.Span(end - 1).End }) };
    }

    // "said that 150 had come by bus, while eleven more were carried over": the clause beside the one that is told, unless somebody else says it.
    private Attribution Beside(Attribution attribution, List<Attribution> found)
    {
        var last = attribution.Content[^1];
        var told = tree.Range(last);
        var sentence = tree.WithoutPeriod(tree.SentenceAround(told.Start));
        if (last.Start < attribution.Cue.End || told.End + 4 >= sentence.End || !tree.Is(told.Start, "that") || !tree.Is(told.End, ",") || !tree.Is(told.End + 1, "while", "whereas")) { return attribution; }
        var head = Enumerable.Range(told.End + 2, sentence.End - told.End - 2).FirstOrDefault(t => tree.Children(t).Any(mark => mark == told.End + 1), -1);
        if (head < 0 || tree.Child(head, "nsubj", "nsubjpass", "expl") < 0 || !told.Contains(tree.Head(head))) { return attribution; }
        var clause = new TokenRange(told.End, Math.Min(tree.Subtree(head).End, sentence.End));
        for (var t = clause.Start + 1; t < clause.End; t++)
        {
            if (tree.IsQuotationMark(t) || tree.Is(t, ";", ":")) { return attribution; }
        }

        var span = tree.Span(clause);
        return found.Exists(other => other != attribution && (other.Cue.Overlaps(span) || other.Content.Any(content => content.Overlaps(span)))) ? attribution
            : attribution with { Content = attribution.Content.SetItem(attribution.Content.Length - 1, last with { End = span.End }) };
    }

    // "says that her son was a medic, not a hired hand": what is ruled out is told too.
    private Attribution Contrast(Attribution attribution)
    {
        const int Longest = 10;
        var last = attribution.Content[^1];
        var told = tree.Range(last);
        var end = tree.WithoutPeriod(tree.SentenceAround(told.Start)).End;
        if (last.Start < attribution.Cue.End || told.End + 2 > end || end - told.End > Longest || !tree.Is(told.End, ",") || !tree.Is(told.End + 1, "not") || !tree.HasFinite(told)) { return attribution; }
        for (var t = told.End + 2; t < end; t++)
        {
            if (tree.IsFinite(t) || tree.IsQuotationMark(t) || tree.Is(t, ",", ";", ":")) { return attribution; }
        }

        return attribution with { Content = attribution.Content.SetItem(attribution.Content.Length - 1, last with { End = tree.Span(end - 1).End }) };
    }

    // "In the whole country, the navy says, 7,100 sailors are missing": the circumstance that opens the sentence is told with the clause that it belongs to.
    private Attribution Opening(Attribution attribution)
    {
        const int Longest = 10;
        if (attribution.Source is not { } source || attribution.Content is not [var content] || content.Start < attribution.Cue.End || source.Start > attribution.Cue.Start) { return attribution; }
        var (named, told) = (tree.Range(source), tree.Range(content));
        var first = tree.SentenceAround(named.Start).Start;
        if (named.Start - first is < 3 or > Longest || tree.Tag(first) is not "IN" || !tree.Is(named.Start - 1, ",") || !tree.Is(told.Start - 1, ",") || tree.IsQuotationMark(told.Start)) { return attribution; }
        var opening = new TokenRange(first, named.Start - 1);
        // Where the verb of saying is an aside of what is told, the circumstance may have fallen to it; a day stays there.
        var (noun, verb) = (tree.HeadOf(opening), tree.HeadOf(tree.Range(attribution.Cue)));
        var isTold = noun >= 0 && tree.Relation(noun) is "nmod" && (told.Contains(tree.Head(noun)) || (tree.Head(noun) == verb && verb >= 0 && tree.Relation(verb) is "parataxis" && told.Contains(tree.Head(verb))));
        return isTold && !TimeClause.IsTime(tree.Form(noun)) && !Enumerable.Range(first, opening.End - first).Any(t => tree.Tag(t) is "CD") && !tree.HasFinite(opening)
            ? attribution with { Content = [tree.Span(opening), content] } : attribution;
    }

    // "Nobody was asked for money, Tarn said by telephone; “whoever does ask …”": the clause before the speaker is told too.
    private Attribution Front(Attribution attribution, List<Attribution> found)
    {
        const int Shortest = 3, Longest = 80;
        if (attribution.Source is not { } source || attribution.Content[0].Start < attribution.Cue.End || source.Start > attribution.Cue.Start || attribution.Act is not (StatementAct.Says or StatementAct.Shows or StatementAct.Believes)) { return attribution; }
        var (named, cue) = (tree.Range(source), tree.Range(attribution.Cue));
        var first = tree.SentenceAround(named.Start).Start;
        var comma = named.Start - 1;
        while (comma > first && tree.Tag(comma) is "DT" or "JJ" or "PRP$") { comma--; }
        if (comma - first is < Shortest or > Longest || !tree.Is(comma, ",") || IsSubordinate(first) || tree.HeadOf(cue) is not (>= 0 and var verb)) { return attribution; }
        var opening = new TokenRange(first, comma);
        if (found.Exists(other => other != attribution && (opening.Contains(tree.Range(other.Cue).Start) || tree.Span(opening) is var words && other.Content.Any(content => content.Overlaps(words))))) { return attribution; }
        if (tree.HeadOf(opening) is not (>= 0 and var main) || !tree.HasFinite(opening) || tree.Child(main, "nsubj", "nsubjpass") < first || !IsAside(verb, main)) { return attribution; }
        return attribution with { Content = attribution.Content.Insert(0, tree.Span(opening)) };
    }

    private bool IsSubordinate(int first) => tree.IsQuotationMark(first) || tree.Is(first, "as", "when", "while", "if", "after", "before", "since", "because", "although", "though", "asked", "where", "once", "until", "unless");

    // "41 men between August | and October": a range is told whole, with what stands in the same clause behind it.
    private Attribution Range(Attribution attribution)
    {
        const int Longest = 8;
        var last = tree.Range(attribution.Content[^1]).End - 1;
        var sentence = tree.SentenceAround(last);
        if (last + 2 >= sentence.End || !tree.Is(last + 1, "and") || !Enumerable.Range(Math.Max(sentence.Start, last - 3), last - Math.Max(sentence.Start, last - 3)).Any(t => tree.Is(t, "between"))) { return attribution; }
        var end = last + 2;
        while (end < sentence.End && end - last < Longest && tree.Tag(end) is "NNP" or "CD" or "NNS" or "NN" or "DT" or "JJ") { end++; }
        var whole = tree.Span(new TokenRange(last, end));
        return end > last + 2 && !whole.Overlaps(attribution.Cue) && (attribution.Source is not { } source || !whole.Overlaps(source))
            ? attribution with { Content = attribution.Content.SetItem(attribution.Content.Length - 1, attribution.Content[^1] with { End = whole.End }) } : attribution;
    }

    // The speaker's verb stands over the clause before it, or beside it.
    private bool IsAside(int verb, int clause) => (tree.Head(clause) == verb && tree.Relation(clause) is "ccomp") || (tree.Head(verb) == clause && tree.Relation(verb) is "parataxis" or "appos" or "ccomp");
}
