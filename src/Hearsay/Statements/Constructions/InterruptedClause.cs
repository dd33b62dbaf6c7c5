using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Facts;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Gives an attribution that interrupts or follows a clause between commas all of that clause: "The proposal, the diplomat stressed, had been passed on", "Seven are at home, he said".</summary>
internal sealed class InterruptedClause(GrammarTree tree, CueLexicon cues)
{
    private const double Covered = 0.75; // a content that has this share of the clause is left as it is

    /// <summary>The attributions of one sentence, with their contents widened where they are parentheses.</summary>
    public List<Attribution> Widen(List<Attribution> found) => found.ConvertAll(attribution => Widened(attribution, found));

    private Attribution Widened(Attribution attribution, List<Attribution> found)
    {
        if (attribution.Source is not { } source) { return attribution; }
        var frame = new CueFrame(tree, attribution);
        var (sentence, cue, named) = (frame.Sentence, frame.Cue, frame.Source);
        var aside = new TokenRange(Math.Min(cue.Start, named.Start), Math.Max(cue.End, named.End));
        var adjacent = cue.End == named.Start || named.End == cue.Start;
        if (!adjacent || aside.Start <= sentence.Start + 1 || !tree.Is(aside.Start - 1, ",") || !Reports(frame.Head)) { return attribution; }
        if (Circumstance(aside.End, sentence.End) is { } comma && HasFiniteVerb(sentence with { Start = comma })) { aside = aside with { End = comma }; }
        var closes = aside.End >= sentence.End || tree.Is(aside.End, ".");
        if (!closes && !tree.Is(aside.End, ",", ";")) { return attribution; }
        var from = aside.Start - 1;
        while (from > sentence.Start && !tree.Is(from - 1, ";")) { from--; }
        var left = new TokenRange(from, aside.Start - 1);
        if (left.End - left.Start < 2) { return attribution; }
        var right = closes || (tree.Is(aside.End + 1, "but") && !tree.Is(aside.End + 2, "he", "she", "they", "it", "that", "there", "not", "only")) || tree.Is(aside.End + 1, "with", "while", "adding", "although", "though", "citing", "even", "after", "as") || (tree.Is(aside.End + 1, "and") && !GoesOn(aside.End + 2, sentence.End)) ? default : tree.WithoutPeriod(sentence) with { Start = aside.End + 1 };
        if (HasMarks(left) && !HoldsQuotation(left)) { return attribution; } // quotation marks tell better what is said
        var verbs = HasFiniteVerb(left) || left.Contains(tree.Child(frame.Head, "ccomp"));
        if (right.End > right.Start && HasMarks(right) && (!verbs || !tree.Is(right.Start, "and", "but") || tree.Tag(left.Start) is "VBN" or "VBG" or "IN" or "TO")) { return attribution; }
        if (!verbs && (!HasFiniteVerb(right) || tree.Tag(left.Start) is "IN" or "RB" or "TO" or "VBG" or "VBN" || tree.Tag(right.Start) is ['N', ..] or "DT" or "PRP")) { return attribution; }
        if (found.Exists(other => !ReferenceEquals(other, attribution) && (tree.Span(left).Contains(other.Cue.Start) || other.Content.Any(content => content.Contains(attribution.Cue.Start))))) { return attribution; }
        var whole = right.End > right.Start ? new[] { tree.Span(left), tree.Span(right) } : [tree.Span(left), .. attribution.Content.Where(content => !closes && content.Start >= tree.Span(aside.End).End)];
        var has = Array.ConvertAll(whole, part => attribution.Content.Sum(span => Math.Max(0, Math.Min(part.End, span.End) - Math.Max(part.Start, span.Start))));
        if (attribution.Content[^1] is var last && last.End > tree.Span(sentence).End)
        {
            // What goes on into the next sentences is told too.
            if (right.End <= right.Start || last.Start >= tree.Span(sentence).End || last.Start < tree.Span(aside).End) { return attribution; }
            whole[^1] = whole[^1] with { End = last.End };
        }

        return (has[^1] > 0 && has.Sum() >= Covered * whole.Sum(span => span.Length)) ? attribution : attribution with { Content = [.. whole] };
    }

    // "he recounted in Stryv, and there were 41", "my uncle announced over the roast, is not Varnian at all": where and how it was said, up to the comma.
    private int? Circumstance(int first, int end)
    {
        const int Longest = 7;
        if (first >= end || !(tree.Tag(first) is "IN" or "TO" || tree.Tag(first - 1) is "IN")) { return null; }
        for (var t = first; t < end && t - first <= Longest; t++)
        {
            if (tree.Is(t, ",")) { return t > first ? t : null; }
            if (tree.IsVerb(t) || tree.IsQuotationMark(t) || tree.Is(t, "that", "who", "which", ";", ":", ".")) { return null; }
        }

        return null;
    }

    private bool Reports(int head) => cues.Word(tree.Lemma(head), CueClass.Verb) is { Reports: true, Act: StatementAct.Says or StatementAct.Believes or StatementAct.Shows };

    // ", and nine more are missing": a clause with a subject of its own, which is not the speaker, nor somebody else who speaks.
    private bool GoesOn(int first, int end)
    {
        if (tree.Is(first, "he", "she", "they", "it", "that", "then")) { return false; }
        for (var t = first; t < end; t++)
        {
            if (tree.IsFinite(t)) { return tree.Tag(t) is "MD" || tree.Lemma(t) is "be" or "have" || !Reports(t) && tree.Child(t, "nsubj", "nsubjpass") >= first; }
        }

        return false;
    }

    // "Fourteen were answered with the words “no data”, she says": words of a clause that is told whole, since nothing parts them from it.
    private bool HoldsQuotation(TokenRange clause)
    {
        const int Shortest = 4;
        var mark = clause.Start;
        while (mark < clause.End && !tree.IsQuotationMark(mark)) { mark++; }
        return mark - clause.Start >= Shortest && tree.Tag(mark - 1) is not ("," or ":" or ".") && !Reports(mark - 1) && tree.HasFinite(clause with { End = mark });
    }

    private bool HasMarks(TokenRange range)
    {
        for (var t = range.Start; t < range.End; t++)
        {
            if (tree.Tag(t) is "``" or "''") { return true; }
        }

        return false;
    }

    // A participle may have lost its auxiliary to the tagger.
    private bool HasFiniteVerb(TokenRange range) =>
        tree.HasFinite(range) || Enumerable.Range(range.Start, Math.Max(0, range.End - range.Start)).Any(t => tree.Tag(t) is "VBN" && tree.Child(t, "nsubj") >= 0);
}
