using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Gives a statement to whoever the sentence says it is by, where a model took for the source what only describes that one, an adverb, or the hand that credits it.</summary>
internal sealed class SourceExtent(GrammarTree tree, SourceWords sources)
{
    private const int LongestDescription = 8; // tokens

    /// <summary>The attribution with its source set right.</summary>
    public Attribution Mend(Attribution attribution) => Ascribed(Adverb(Dated(Informed(attribution))));

    // "A diplomat briefed on the contacts said", "officials familiar with the file say": who said it is the diplomat.
    private Attribution Informed(Attribution attribution)
    {
        if (attribution.Source is not { } source || source.End > attribution.Cue.Start) { return attribution; }
        var (named, cue) = (tree.Range(source), tree.Range(attribution.Cue));
        var link = named.Start - 1;
        if (named.End != cue.Start || link < 2 || !tree.Is(link, "on", "with", "in", "to", "about", "of", "by") || !(tree.Tag(link - 1) is "VBN" or "VBG" || tree.Is(link - 1, "familiar", "close", "privy", "party"))) { return attribution; }
        for (var t = link - 2; t >= tree.SentenceAround(link).Start && link - t <= LongestDescription; t--)
        {
            if (tree.Is(t, ",", ";", ":") || tree.Tag(t) is "VBD" or "VBZ" or "VBP" or "MD" or "``" or "''") { return attribution; }
            if (!tree.IsNoun(t)) { continue; }
            if (!sources.PersonNouns.Contains(tree.Lemma(t)) && !sources.UnnamedWords.Contains(tree.Lower(t)) && !sources.GroupNouns.Contains(tree.Lower(t))) { return attribution; }
            var first = t;
            while (first > 0 && tree.SentenceOf(first - 1) == tree.SentenceOf(t) && tree.Tag(first - 1) is "DT" or "JJ" or "CD" or "NN" or "NNP" or "PRP$" or "POS") { first--; }
            return attribution with { Source = tree.Span(new TokenRange(first, named.End)) };
        }

        return attribution;
    }

    // "On 25 August the commissioner, Mara Tolven, stated that …": no day or month says anything; who stands behind it does.
    private Attribution Dated(Attribution attribution)
    {
        if (attribution.Source is not { } source || source.End > attribution.Cue.Start || tree.Range(source) is var named && !Enumerable.Range(named.Start, named.End - named.Start).All(IsOfDate) || !Enumerable.Range(named.Start, named.End - named.Start).Any(IsDayOrMonth)) { return attribution; }
        var (start, end) = (named.End, tree.Range(attribution.Cue).Start);
        while (start < end && (IsOfDate(start) || tree.Is(start, ","))) { start++; }
        while (end > start && tree.Is(end - 1, ",")) { end--; }
        var who = new TokenRange(start, end);
        return start < end && tree.Tag(start) is "DT" or "PRP" or "PRP$" or "NN" or "NNS" or "NNP" or "NNPS" or "JJ" && !tree.HasFinite(who) && Enumerable.Range(start, end - start).Any(t => tree.IsNoun(t) || tree.IsPronoun(t)) ? attribution with { Source = tree.Span(who) } : attribution;
    }

    private bool IsOfDate(int token) => tree.Tag(token) is "CD" || IsDayOrMonth(token);

    private bool IsDayOrMonth(int token) => Rules.Lexicon.Months.Contains(tree.Lower(token)) || Rules.Lexicon.Days.Contains(tree.Lower(token));

    // "The mission, which worked separately, likewise concluded that …": an adverb says nothing; what the sentence begins with does.
    private Attribution Adverb(Attribution attribution)
    {
        if (attribution.Source is not { } source || tree.Range(source) is var named && named.End != named.Start + 1 || !(tree.Tag(named.Start) is "RB" || tree.Is(named.Start, "likewise"))) { return attribution; }
        var first = tree.SentenceAround(named.Start).Start;
        var end = first;
        while (end < named.Start && !tree.Is(end, ",")) { end++; }
        var opening = new TokenRange(first, end);
        return end > first && end < named.Start && tree.Is(named.Start - 1, ",") && !tree.HasFinite(opening) && Enumerable.Range(first, end - first).Any(tree.IsNoun) && tree.Tag(first) is not "IN"
            ? attribution with { Source = tree.Span(opening), Content = attribution.Content.RemoveAll(content => content.End <= source.Start) is { IsEmpty: false } behind ? behind : attribution.Content }
            : attribution;
    }

    // "The sentence was attributed by the agency to the spokesman Ivo Tarn", "the paper credits it to Tarn": it is Tarn's word, by the agency's hand.
    private Attribution Ascribed(Attribution attribution)
    {
        var verb = tree.HeadOf(attribution.Cue);
        if (verb < 0 || tree.Lemma(verb) is not ("attribute" or "ascribe" or "credit") || !tree.IsVerb(verb)) { return attribution; }
        foreach (var child in tree.Children(verb))
        {
            if (child < verb || tree.Relation(child) is not "nmod" || !tree.Children(child).Any(mark => mark < child && tree.Is(mark, "to")) || tree.HeadOf(tree.Subtree(child)) != child) { continue; }
            var phrase = tree.Subtree(child);
            var start = Enumerable.Range(phrase.Start, phrase.End - phrase.Start).First(t => tree.Is(t, "to")) + 1;
            var said = tree.Span(new TokenRange(start, phrase.End));
            var content = attribution.Content.RemoveAll(one => said.Contains(one)).Select(one => one.Overlaps(said) && one.Start < said.Start ? one with { End = tree.Span(start - 2).End } : one).Where(one => one.End > one.Start).ToList();
            if (content.Count == 0 || attribution.Source is { } same && same.Overlaps(said)) { return attribution; }
            return attribution with { Source = said, Content = [.. content], Relays = attribution.Source is { } hand ? [hand, .. attribution.Relays] : attribution.Relays };
        }

        return attribution;
    }
}
