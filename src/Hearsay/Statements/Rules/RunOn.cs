namespace Hearsay.Statements.Rules;

/// <summary>Gives quotations that go on over sentences and paragraphs to whoever was speaking.</summary>
/// <remarks>A sentence that opens with a quotation and has no attribution of its own belongs to the attribution that ends in the sentence before it;
/// from one paragraph to the next only where that one ended in a quotation, too.</remarks>
internal static class RunOn
{
    /// <summary>Returns the attributions with further quotations added to their content.</summary>
    public static List<Attribution> Extend(IReadOnlyList<Attribution> found, IReadOnlyList<SentenceWords> sentences, IReadOnlyList<Quotation> quotations)
    {
        var extended = found.ToList();
        var taken = Taken(found, quotations);
        var (next, current, end) = (0, -1, -1); // the attribution that speaks, and the sentence in which its words end
        var sentence = 0;
        for (var q = 0; q < quotations.Count; q++)
        {
            var start = quotations[q].Span.Start;
            while (sentence + 1 < sentences.Count && sentences[sentence].Sentence.Span.End <= start) { sentence++; }
            while (next < extended.Count && extended[next].Sentence <= sentence)
            {
                current = next++;
                end = LastSentence(extended[current], sentences, extended[current].Sentence);
            }

            if (taken[q] || current < 0 || sentences.Count == 0 || sentences[sentence].Sentence.Span.Start != start || sentence - end is < 0 or > 1) { continue; }
            var (here, before) = (sentences[sentence].Sentence, sentences[end].Sentence);
            var attribution = extended[current];
            if (here.Block != before.Block && !(here.Block - before.Block == 1 && EndsQuoted(sentences[end]))) { continue; }
            if (attribution.Act is not (StatementAct.Says or StatementAct.Asks or StatementAct.Promises or StatementAct.Believes) && here.Block != before.Block) { continue; }
            extended[current] = attribution with { Content = [.. attribution.Content, quotations[q].Span] };
            end = LastSentence(extended[current], sentences, sentence);
        }

        return extended;
    }

    private static bool[] Taken(IReadOnlyList<Attribution> found, IReadOnlyList<Quotation> quotations)
    {
        var taken = new bool[quotations.Count];
        var spans = found.SelectMany(attribution => attribution.Content).OrderBy(span => span.Start).ToList();
        var (s, reach) = (0, -1);
        for (var q = 0; q < quotations.Count; q++)
        {
            while (s < spans.Count && spans[s].Start < quotations[q].Span.End) { reach = Math.Max(reach, spans[s++].End); }
            taken[q] = reach > quotations[q].Span.Start;
        }

        return taken;
    }

    private static int LastSentence(Attribution attribution, IReadOnlyList<SentenceWords> sentences, int from)
    {
        var end = Math.Max(attribution.Cue.End, attribution.Content[^1].End);
        while (from + 1 < sentences.Count && sentences[from + 1].Sentence.Span.Start < end) { from++; }
        return from;
    }

    private static bool EndsQuoted(SentenceWords words)
    {
        for (var i = words.Count - 1; i >= 0 && i >= words.Count - 2; i--)
        {
            if (words[i].Quoted) { return true; }
        }

        return HoldsQuotation(words);
    }

    private static bool HoldsQuotation(SentenceWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Quoted) { return true; }
        }

        return false;
    }
}
