using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Packs;

namespace Hearsay.Statements.Rules;

/// <summary>Finds sentences that say only who said what stands before or behind them: "This was reported by the ministry in its morning update", "She said so on television, the agency reports", "The bureau states the following".</summary>
internal sealed class BackReference(Document document, CueLexicon cues, IReadOnlyList<SentenceWords> sentences)
{
    private const int Reach = 14; // words between the verb and "by"
    private const int SentencesBack = 4;
    private const double Confidence = 0.75;

    /// <summary>The attributions of a document, with those of such sentences put in the place of what else was found there.</summary>
    /// <param name="found">In text order of their cues.</param>
    public List<Attribution> Add(List<Attribution> found)
    {
        var inSentence = found.ToLookup(attribution => attribution.Sentence);
        var credited = new bool[sentences.Count];
        foreach (var attribution in found) { Mark(attribution, credited); }
        var added = new List<Attribution>();
        var replaced = new HashSet<int>();
        foreach (var words in sentences)
        {
            var role = document.Blocks[words.Sentence.Block].Role;
            if (role is BlockRole.Body && Forward(words) is { } lead && After(words.Index) is { } ahead)
            {
                replaced.Add(words.Index);
                added.AddRange(ahead.Where(span => !credited[SentenceWords.At(sentences, span.Start)]).Select(span => Make(words, lead, [span])));
                continue;
            }

            if (role is not (BlockRole.Body or BlockRole.List) || (Passive(words) ?? Active(words)) is not { } credit) { continue; }
            var content = Before(words.Index, credited);
            if (content is null && (credit.Word.Denies || credit.Word.Rejects || !GoesOn(words, credit, inSentence))) { continue; } // who denies what another said says something new
            replaced.Add(words.Index);
            if (content is not { } said) { continue; }
            added.Add(Make(words, credit, said));
            Mark(added[^1], credited);
        }

        return [.. found.Where(attribution => !replaced.Contains(attribution.Sentence)), .. added];
    }

    private void Mark(Attribution attribution, bool[] credited)
    {
        credited[attribution.Sentence] = true;
        foreach (var content in attribution.Content)
        {
            for (var s = SentenceWords.At(sentences, content.Start); s < sentences.Count && sentences[s].Sentence.Span.Start < content.End; s++) { credited[s] = true; }
        }
    }

    // "She said this in an interview" after what she was credited with already.
    private bool GoesOn(SentenceWords words, Credit credit, ILookup<int, Attribution> inSentence)
    {
        if (credit.Source.Count == 1 && Lexicon.SubjectPronouns.Contains(words[credit.Source.Start].Lower)) { return true; }
        var name = words[credit.Source.End - 1].Span.SliceOf(document.Text);
        return Enumerable.Range(words.Index - SentencesBack, SentencesBack).SelectMany(s => inSentence[s]).Any(other => other.Source is { } source && source.SliceOf(document.Text).Contains(name, StringComparison.Ordinal));
    }

    private readonly record struct Credit(WordRange Cue, CueWord Word, WordRange Source, WordRange? Relay);

    // "This was reported by X", "It was stated in a report by X": but not "It was reported by X that …".
    private Credit? Passive(SentenceWords words)
    {
        if (words.Count < 5 || words[0].Lower is not ("this" or "it" or "that") || words[1].Lower is not ("was" or "is" or "has" or "were")) { return null; }
        var verb = 2;
        while (verb < words.Count - 1 && (words[verb].Lower is "been" or "also" || Lexicon.IsAdverb(words[verb].Lower))) { verb++; }
        if (Reporting(words, verb, WordForm.Past) is not { } word) { return null; }
        for (var by = verb + 1; by + 1 < words.Count && by - verb < Reach; by++)
        {
            if (words[by].Lower is "that" || words[by].IsComma || words[by].IsColon || words[by].IsQuoteMark) { return null; }
            if (words[by].Lower != "by" || Named(words, by + 1) is not { } source) { continue; }
            for (var t = source.End; t < words.Count; t++)
            {
                if (words[t].Lower is "that" or "how" or "whether" || words[t].IsColon || words[t].IsQuoteMark) { return null; }
            }

            return new Credit(new WordRange(1, verb + 1), word, source, Relay(words, source.End));
        }

        return null;
    }

    // "X said this in an interview", "X wrote about it on Facebook", "X said so".
    private Credit? Active(SentenceWords words)
    {
        for (var verb = 1; verb + 1 < words.Count; verb++)
        {
            if (words[verb].Quoted || Reporting(words, verb, WordForm.Past | WordForm.Third) is not { } word) { continue; }
            var end = Pointer(words, verb + 1);
            if (end is null || (end < words.Count && !words[end.Value].IsStop && !words[end.Value].IsComma && !Lexicon.IsPreposition(words[end.Value].Lower) && !Lexicon.Days.Contains(words[end.Value].Lower) && words[end.Value].Lower is not ("earlier" or "today" or "yesterday"))) { return null; }
            if (Enumerable.Range(Math.Max(0, verb - 3), verb - Math.Max(0, verb - 3)).Any(t => words[t].Lower is "not" or "n't" or "never" or "neither" or "nor" or "no" or "who" or "which" or "that")) { return null; }
            var cue = verb;
            while (cue > 1 && (Lexicon.Auxiliaries.Contains(words[cue - 1].Lower) || words[cue - 1].Lower is "also" || Lexicon.IsAdverb(words[cue - 1].Lower))) { cue--; }
            if (words.Count - end > 25 || NounPhrases.Before(words, cue) is not { } source || source.Start > 2) { return null; }
            for (var t = end.Value; t < words.Count; t++)
            {
                if (words[t].Lower is "that" or "and" or "but" or "because" or "adding" || words[t].IsColon || words[t].IsQuoteMark || (t > end && words[t].Lower is "he" or "she" or "they" or "we")) { return null; }
            }

            return new Credit(new WordRange(cue, verb + 1), word, source, Relay(words, end.Value));
        }

        return null;
    }

    // "The Bureau states the following."
    private Credit? Forward(SentenceWords words)
    {
        var end = words.Count;
        while (end > 0 && (words[end - 1].IsStop || words[end - 1].IsColon)) { end--; }
        if (end < 4 || words[end - 1].Lower != "following" || words[end - 2].Lower != "the") { return null; }
        for (var verb = end - 3; verb > 0 && end - verb < Reach; verb--)
        {
            if (Reporting(words, verb, WordForm.Past | WordForm.Third) is not { } word) { continue; }
            return NounPhrases.Before(words, verb) is { } source ? new Credit(new WordRange(verb, verb + 1), word, source, null) : null;
        }

        return null;
    }

    // What follows "the following": the list below, else the next paragraph, or the rest of its own.
    private List<TextSpan>? After(int index)
    {
        var block = sentences[index].Sentence.Block;
        if (index + 1 < sentences.Count && sentences[index + 1].Sentence.Block == block) { return [new TextSpan(sentences[index + 1].Sentence.Span.Start, document.Blocks[block].Span.End)]; }
        var spans = new List<TextSpan>();
        for (var b = block + 1; b < document.Blocks.Length && document.Blocks[b].Role is BlockRole.List; b++) { spans.Add(document.Blocks[b].Span); }
        if (spans.Count == 0 && block + 1 < document.Blocks.Length && document.Blocks[block + 1].Role is BlockRole.Body or BlockRole.Quote) { spans.Add(document.Blocks[block + 1].Span); }
        return spans.Count == 0 || SentenceWords.At(sentences, spans[0].Start) >= sentences.Count ? null : spans;
    }

    // "this", "so", "about it": the place after it.
    private static int? Pointer(SentenceWords words, int i)
    {
        if (words[i].Lower is "about" or "of" or "on" && i + 1 < words.Count && words[i + 1].Lower is "this" or "it" or "that") { return i + 2; }
        return words[i].Lower is "this" or "so" ? i + 1 : words[i].Lower == "as" && i + 1 < words.Count && words[i + 1].Lower == "much" ? i + 2 : null;
    }

    private CueWord? Reporting(SentenceWords words, int i, WordForm forms)
    {
        foreach (var form in cues.Find(words[i].Lower))
        {
            if (form.Word is { Class: CueClass.Verb, Act: StatementAct.Says, Reports: true } && (form.Form & forms) != 0) { return form.Word; }
        }

        return words[i].Lower switch { "published" => Known("publish"), "posted" => Known("post"), "wrote" or "written" => Known("write"), _ => null };
    }

    private CueWord? Known(string lemma) => cues.Word(lemma, CueClass.Verb);

    // The name up to a circumstance: "the General Staff in its morning update" is the General Staff.
    private static WordRange? Named(SentenceWords words, int start)
    {
        if (NounPhrases.After(words, start) is not { } range) { return null; }
        var end = start + 1;
        while (end < range.End && !(Lexicon.IsPreposition(words[end].Lower) && words[end].Lower is not ("of" or "for"))) { end++; }
        return new WordRange(start, end);
    }

    // "…, the agency reports"
    private WordRange? Relay(SentenceWords words, int from)
    {
        for (var verb = words.Count - 1; verb > from + 1 && words.Count - verb < Reach; verb--)
        {
            if (Reporting(words, verb, WordForm.Past | WordForm.Third) is null) { continue; }
            var comma = verb - 1;
            while (comma >= from && verb - comma < Reach && !words[comma].IsComma) { comma--; }
            return comma >= from && words[comma].IsComma && NounPhrases.Before(words, verb) is { } hand && hand.Start == comma + 1 ? hand : null;
        }

        return null;
    }

    // The sentences of the paragraph up to here that nobody else is credited with; else those of the paragraph before.
    private ImmutableArray<TextSpan>? Before(int index, bool[] credited)
    {
        if (index == 0) { return null; }
        var from = sentences[index - 1].Sentence.Block;
        if (document.Blocks[from].Role is not (BlockRole.Body or BlockRole.Quote or BlockRole.Headline)) { return null; }
        var first = index;
        while (first > 0 && sentences[first - 1].Sentence.Block == from && !credited[first - 1]) { first--; }
        return first == index ? null : [new TextSpan(sentences[first].Sentence.Span.Start, sentences[index - 1].Sentence.Span.End)];
    }

    private static Attribution Make(SentenceWords words, Credit credit, ImmutableArray<TextSpan> content) => new()
    {
        Construction = Construction.BackReference, Sentence = words.Index, Cue = words.Span(credit.Cue.Start, credit.Cue.End), Lemma = credit.Word.Lemma, Act = credit.Word.Act, Denies = credit.Word.Denies, Hedges = credit.Word.Hedges, Strength = Confidence, Confidence = Confidence,
        Source = words.Span(credit.Source.Start, credit.Source.End), Content = content, Relays = credit.Relay is { } relay ? [words.Span(relay.Start, relay.End)] : [],
    };
}
