using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Language.Coreference;

namespace Hearsay.Statements.Rules;

/// <summary>Credits quotations that nobody is credited with: those that go on behind a quotation of the same paragraph, and whole paragraphs behind one in which somebody was quoted or spoke last.</summary>
internal sealed class LooseQuotes(Document document, IReadOnlyList<SentenceWords> sentences, IReadOnlyList<Quotation> quotations, GrammarTree tree, References? references)
{
    private const double Confidence = 0.6;
    private const int Fewest = 10; // tokens

    /// <summary>The attributions with the quotations that go on, in text order of their cues.</summary>
    /// <param name="found">In text order of their cues.</param>
    public List<Attribution> Add(List<Attribution> found)
    {
        var all = new List<Attribution>(found);
        var credited = new int[sentences.Count]; // 1 + index of the last attribution that a sentence belongs to
        for (var a = 0; a < all.Count; a++) { Mark(all[a], a, credited); }
        for (var s = 1; s < sentences.Count; s++)
        {
            if (credited[s] > 0 || !IsQuoted(s)) { continue; }
            var block = sentences[s].Sentence.Block;
            var end = s;
            while (end + 1 < sentences.Count && sentences[end + 1].Sentence.Block == block && credited[end + 1] == 0 && IsQuoted(end + 1)) { end++; }
            var span = new TextSpan(sentences[s].Sentence.Span.Start, sentences[end].Sentence.Span.End);
            if (sentences[s - 1].Sentence.Block == block)
            {
                if (credited[s - 1] > 0 && all[credited[s - 1] - 1] is { Source: not null } before && (IsSpeech(before) || IsOpinion(before)) && before.Content[^1].End <= span.Start)
                {
                    all[credited[s - 1] - 1] = before with { Content = before.Content.Add(span) };
                    Fill(credited, s, end, credited[s - 1]);
                }
                else if ((credited[s - 1] == 0 || all[credited[s - 1] - 1].Act is StatementAct.Other) && Acting(s - 1) is var verb && verb >= 0)
                {
                    all.Add(new Attribution
                    {
                        Construction = Construction.BackReference, Sentence = s, Cue = tree.Span(verb), Lemma = tree.Lemma(verb), Act = StatementAct.Says, Strength = Confidence, Confidence = Confidence,
                        Source = tree.Span(tree.Subtree(tree.Child(verb, "nsubj")) with { End = Math.Min(tree.Subtree(tree.Child(verb, "nsubj")).End, verb) }), Content = [span],
                    });
                    Fill(credited, s, end, all.Count);
                }
            }
            else if (IsWhole(end, block) && IsLong(s, end) && Last(s - 1, credited) is > 0 and var last && all[last - 1] is { Source: not null } speaker && IsSpeech(speaker))
            {
                all.Add(speaker with { Content = [span], Confidence = Confidence, Relays = speaker.Relays });
                Fill(credited, s, end, all.Count);
            }

            s = end;
        }

        for (var a = 0; a < all.Count; a++) { all[a] = FromItsMark(all[a], a, credited); }
        return all;
    }

    // "Rusk laughs. “Of course not.”", "She shows the letter. “There it is.”": what follows in the paragraph is said by the one of whom the sentence tells; by a body, where it answers.
    private int Acting(int s)
    {
        var range = tree.Range(sentences[s].Sentence.Span);
        for (var verb = range.Start + 1; verb < range.End; verb++)
        {
            if (!(tree.IsFinite(verb) || (tree.Tag(verb) is "VBN" && tree.Child(verb, "aux", "auxpass") < 0)) || tree.Relation(verb) is not "root" || tree.Child(verb, "nsubj") is not (>= 0 and var subject) || subject > verb) { continue; }
            return tree.Subtree(subject).Start >= range.Start && !tree.IsPlural(subject) && references?.At(subject) is { Referent: var whose } && (whose is { Type: ReferentType.Person, IsPlural: false } || (whose.Type is ReferentType.Organisation && tree.Lemma(verb) is "answer" or "reply" or "respond" or "react" && tree.Child(verb, "neg") < 0)) ? verb : -1;
        }

        return -1;
    }

    // "“Have you seen him? 36th Brigade,” she asked": a quotation of several sentences is said whole, from its first mark on.
    private Attribution FromItsMark(Attribution attribution, int index, int[] credited)
    {
        var first = attribution.Content[0];
        var s = SentenceWords.At(sentences, first.Start);
        if (s <= 0 || s >= sentences.Count || first.Start > attribution.Cue.Start || !IsSpeech(attribution) || sentences[s].Sentence.Span.Start != first.Start || sentences[s].Count == 0 || !sentences[s][0].Quoted) { return attribution; }
        var mark = quotations[sentences[s][0].Quotation].Span.Start;
        var from = s;
        while (from > 0 && sentences[from].Sentence.Span.Start > mark && sentences[from - 1].Sentence.Block == sentences[s].Sentence.Block && (credited[from - 1] == 0 || credited[from - 1] == index + 1)) { from--; }
        return mark < first.Start && sentences[from].Sentence.Span.Start <= mark ? attribution with { Content = attribution.Content.SetItem(0, first with { Start = mark }) } : attribution;
    }

    // Speech of a kind that goes on: said by somebody in words of his own, not in a headline, a list or a label.
    private bool IsSpeech(Attribution attribution) =>
        attribution.Act is StatementAct.Says or StatementAct.Asks && attribution.Construction is not (Construction.According or Construction.Label or Construction.ListLead or Construction.BackReference or Construction.Noun)
        && document.Blocks[sentences[attribution.Sentence].Sentence.Block].Role is BlockRole.Body or BlockRole.Quote;

    // "Selk reckons that things stand otherwise. “Nineteen wives …”"
    private bool IsOpinion(Attribution attribution) => attribution.Act is StatementAct.Believes && IsSpeech(attribution with { Act = StatementAct.Says });

    // The attribution of the last sentence of the paragraph before, or of one earlier in it.
    private int Last(int s, int[] credited)
    {
        var block = sentences[s].Sentence.Block;
        if (document.Blocks[block].Role is not (BlockRole.Body or BlockRole.Quote)) { return 0; }
        for (; s >= 0 && sentences[s].Sentence.Block == block; s--)
        {
            if (credited[s] > 0) { return credited[s]; }
        }

        return 0;
    }

    // A heading in quotation marks is short, and a name before a colon begins another's words.
    private bool IsLong(int first, int last)
    {
        var words = sentences[first];
        for (var i = 0; i < Math.Min(words.Count, 6); i++)
        {
            if (words[i].IsColon) { return false; }
        }

        return last > first || words.Count >= Fewest;
    }

    private bool IsWhole(int end, int block) => end + 1 == sentences.Count || sentences[end + 1].Sentence.Block != block;

    private bool IsQuoted(int s)
    {
        var words = sentences[s];
        if (document.Blocks[words.Sentence.Block].Role is not (BlockRole.Body or BlockRole.Quote)) { return false; }
        var any = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsWord || words[i].IsQuoteMark) { continue; }
            if (!words[i].Quoted || quotations[words[i].Quotation].Span.Length < 12) { return false; }
            any = true;
        }

        return any;
    }

    private void Mark(Attribution attribution, int index, int[] credited)
    {
        credited[attribution.Sentence] = Math.Max(credited[attribution.Sentence], index + 1);
        foreach (var content in attribution.Content)
        {
            for (var s = SentenceWords.At(sentences, content.Start); s < sentences.Count && sentences[s].Sentence.Span.Start < content.End; s++) { credited[s] = Math.Max(credited[s], index + 1); }
        }
    }

    private static void Fill(int[] credited, int from, int to, int value)
    {
        for (var s = from; s <= to; s++) { credited[s] = value; }
    }
}
