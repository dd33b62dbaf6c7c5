using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Statements.Rules;

/// <summary>Finds attributions that a document's layout makes: colon headlines and their tails, labelled paragraphs, lists under a lead-in line.</summary>
internal sealed class LabelFinder(SourceWords sources, CueLexicon cues)
{
    private const int LongestName = 7;
    private const int LongestQuotation = 12; // paragraphs

    /// <summary>The attributions of the layout, and the sentences that they use up.</summary>
    public List<Attribution> Find(AnnotatedDocument annotated, IReadOnlyList<SentenceWords> sentences, IReadOnlyList<Quotation> quotations)
    {
        var document = annotated.Document;
        var found = new TurnFinder(annotated, sources, sentences).Find();
        if (found.Count > 0) { return found; }
        TextSpan? labelled = null;
        NamesInText? known = null;
        for (var s = 0; s < sentences.Count; s++)
        {
            var block = document.Blocks[sentences[s].Sentence.Block];
            var first = s == 0 || sentences[s - 1].Sentence.Block != sentences[s].Sentence.Block;
            if (!first || block.Role is BlockRole.Byline or BlockRole.Dateline or BlockRole.Sources) { continue; }
            var words = sentences[s];
            var colon = Colon(words);
            if (colon is { } at && SourceLabel(document, sentences, s, at) is { } label)
            {
                labelled = label.Source;
                if (label.Content.Length > 0) { found.Add(label); }
            }
            else if (colon is { } mark && QuoteLabel(document, sentences, s, mark, labelled) is { } quote)
            {
                found.Add(quote);
            }
            else if (colon is { } end && Lead(document, sentences, s) is { Count: > 0 } items)
            {
                found.AddRange(items);
            }
            else if (block.Role is BlockRole.Headline && (colon is { } point ? HeadlineColon(annotated, words, point) : HeadlineTail(document, words)) is { } headline)
            {
                found.Add(headline);
            }
            else if (colon is { } stop && block.Role is not BlockRole.Headline && SpeakerLabel(document, known ??= new NamesInText(annotated, sentences), words, stop, quotations) is { } speech)
            {
                found.Add(speech);
            }
            else if (block.Role is BlockRole.Quote && Credit(document, sentences, s) is { } credit)
            {
                found.Add(credit);
            }
            else if (block.Role is BlockRole.Body or BlockRole.Quote or BlockRole.List && (QuoteTail(sentences, s, quotations) ?? DashLead(words, quotations)) is { } tail)
            {
                found.Add(tail);
            }
        }

        return found;
    }

    private static int? Colon(SentenceWords words)
    {
        for (var i = 1; i < words.Count && i < 60; i++)
        {
            if (words[i].IsColon && !words[i].Quoted) { return i; }
        }

        return null;
    }

    // "Source: X" credits the paragraphs between the headline and itself.
    private Attribution? SourceLabel(Document document, IReadOnlyList<SentenceWords> sentences, int s, int colon)
    {
        var words = sentences[s];
        if (colon != 1 || !sources.SourceLabels.Contains(words[0].Lower) || NounPhrases.After(words, colon + 1) is not { } name) { return null; }
        var content = ImmutableArray.CreateBuilder<TextSpan>();
        for (var b = words.Sentence.Block - 1; b >= 0 && document.Blocks[b].Role is BlockRole.Body; b--)
        {
            if (IsLabelled(sentences, s, b)) { break; }
            content.Insert(0, document.Blocks[b].Span);
        }

        return Make(words, Construction.Label, new WordRange(0, 2), words.Span(name.Start, name.End), content.ToImmutable(), "source", 0.7);
    }

    private static bool IsLabelled(IReadOnlyList<SentenceWords> sentences, int s, int block)
    {
        var i = s;
        while (i > 0 && sentences[i - 1].Sentence.Block >= block) { i--; }
        return sentences[i].Count > 2 && sentences[i][1].IsColon;
    }

    // "Quote: …", "Quote from X: …"
    private Attribution? QuoteLabel(Document document, IReadOnlyList<SentenceWords> sentences, int s, int colon, TextSpan? labelled)
    {
        var words = sentences[s];
        if (colon + 1 >= words.Count || !sources.QuoteLabels.Contains(words[0].Lower)) { return null; }
        TextSpan? source = colon > 2 && words[1].Lower is "from" or "by" or "of" ? words.Span(2, colon) : labelled;
        var content = new TextSpan(words[colon + 1].Span.Start, document.Blocks[words.Sentence.Block].Span.End);
        return source is null ? null : Make(words, Construction.Label, new WordRange(0, 1), source, [content], "quote", 0.7);
    }

    // "To quote X's takeaways:", "X listed its demands:" before a list.
    private List<Attribution> Lead(Document document, IReadOnlyList<SentenceWords> sentences, int s)
    {
        var block = sentences[s].Sentence.Block;
        var last = s;
        while (last + 1 < sentences.Count && sentences[last + 1].Sentence.Block == block) { last++; }
        var words = sentences[last];
        if (!words[words.Count - 1].IsColon || LeadSource(words) is not { } lead) { return []; }
        var items = new List<Attribution>();
        for (var b = block + 1; b < document.Blocks.Length && IsItem(document, document.Blocks[b]); b++)
        {
            if (document.Blocks[b].Role is BlockRole.Boilerplate) { break; }
            var span = WithoutMarker(document.Text, document.Blocks[b].Span);
            if (!span.IsEmpty) { items.Add(Make(words, Construction.ListLead, new WordRange(lead.Cue, lead.Cue + 1), lead.Source, [span], lead.Word.Lemma, 0.8) with { Act = lead.Word.Act, Denies = lead.Word.Denies, Hedges = lead.Word.Hedges }); }
        }

        return items;
    }

    private (int Cue, CueWord Word, TextSpan Source)? LeadSource(SentenceWords words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            foreach (var form in cues.Find(words[i].Lower))
            {
                if (form.Word.Class is not CueClass.Verb || !(form.Word.Reports || form.Word.Lemma is "list" or "quote" or "cite")) { continue; }
                var quotes = form.Word.Lemma is "quote" or "cite";
                var named = quotes || (form.Form & WordForm.Gerund) != 0 ? NounPhrases.After(words, i + 1) : NounPhrases.Before(words, i);
                if (named is { } name)
                {
                    var end = name.Start + 1;
                    while (end < name.End && words[end].Lower is not "'s" and not "'") { end++; }
                    return (i, form.Word, words.Span(name.Start, end));
                }
            }

            if (words[i].Lower == "according" && words[i + 1].Lower == "to" && NounPhrases.After(words, i + 2) is { } credited && cues.Find("say") is [var say, ..]) { return (i, say.Word, words.Span(credited.Start, credited.End)); }
        }

        return null;
    }

    private static bool IsItem(Document document, Block block) =>
        block.Role is BlockRole.List || document.Text[block.Span.Start] is '-' or '•' or '–' or '*' or '·' or '▪' or '◦' or '‣';

    private static TextSpan WithoutMarker(string text, TextSpan span)
    {
        var start = span.Start;
        while (start < span.End && (char.IsWhiteSpace(text[start]) || text[start] is '-' or '•' or '–' or '*' or '·' or '▪' or '◦' or '‣')) { start++; }
        var end = span.End;
        if (end > start && text[end - 1] is '.' or ';') { end--; }
        return new TextSpan(start, end);
    }

    // "Minister: no list was sent", "No list was sent: minister"
    private Attribution? HeadlineColon(AnnotatedDocument document, SentenceWords words, int colon)
    {
        if (colon <= LongestName && colon + 3 < words.Count && IsName(words, 0, colon) && !IsTopic(document, words.Sentence, words.Span(0, colon)))
        {
            return Make(words, Construction.Colon, new WordRange(colon, colon + 1), words.Span(0, colon), [words.Span(colon + 1, Last(words))], ":", 0.75);
        }

        return colon >= 4 && words.Count - colon - 1 is > 0 and <= 4 && IsSpeaker(words, colon + 1, Last(words))
            ? Make(words, Construction.Tail, new WordRange(colon, colon + 1), words.Span(colon + 1, Last(words)), [words.Span(0, colon)], ":", 0.7)
            : null;
    }

    // "Varnia: Prisoners Beaten, Denied Care": a country before words without a verb is what they are about.
    internal static bool IsTopic(AnnotatedDocument document, Sentence sentence, TextSpan name)
    {
        if (document.Grammar is not { } grammar || !document.Entities.Any(entity => entity.Type is EntityType.Place && entity.Span.In(document.Text).SequenceEqual(name.In(document.Text)))) { return false; }
        for (var t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
        {
            if (document.Tokens[t].Span.Start > name.End && grammar.Tags[t] is "VBZ" or "VBP" or "MD" or "VBD") { return false; }
        }

        return true;
    }

    // "No list was sent – ministry"; a page's own name at the end of its title is no source, nor is what else it has to show ("– photos").
    private Attribution? HeadlineTail(Document document, SentenceWords words)
    {
        for (var i = words.Count - 2; i >= 4 && i >= words.Count - 1 - LongestName; i--)
        {
            if (!words[i].IsDash || words[i].Quoted || document.Text[words[i].Span.Start - 1] != ' ') { continue; }
            var source = words.Span(i + 1, Last(words));
            var name = source.SliceOf(document.Text);
            var isOutlet = string.Equals(name, document.Outlet, StringComparison.OrdinalIgnoreCase)
                || (Enumerable.Range(i + 1, words.Count - i - 1).Any(k => sources.MediaWords.Contains(words[k].Lower)) && !sources.Agencies.Contains(name.ToLowerInvariant()));
            return !isOutlet && !sources.Rubrics.Contains(name.ToLowerInvariant()) && IsSpeaker(words, i + 1, Last(words))
                ? Make(words, Construction.Tail, new WordRange(i, i + 1), source, [words.Span(0, i)], "–", 0.7)
                : null;
        }

        return null;
    }

    // "LEE: I think so", "Ann Lee: “I think so.”", "Iron Ferry: the bridge is gone. Nobody was hurt."
    private Attribution? SpeakerLabel(Document document, NamesInText known, SentenceWords words, int colon, IReadOnlyList<Quotation> quotations)
    {
        var first = 0;
        while (first < colon && !words[first].IsWord) { first++; } // a bullet, an emoji
        if (colon - first > LongestName || colon == first || colon + 2 >= words.Count || !IsName(words, first, colon)) { return null; }
        var quoted = ComplementFinder.OpensQuote(words, colon + 1);
        var shouted = Enumerable.Range(first, colon - first).All(i => words[i].Capital) && words[first].Span.Length > 2;
        if (!quoted && !(shouted && IsParty(known, words, first, colon)) && !IsDescribed(words, first, colon)) { return null; }
        var content = quoted ? quotations[words[colon + 1].Quotation].Span : new TextSpan(words[colon + 1].Span.Start, document.Blocks[words.Sentence.Block].Span.End);
        return Make(words, Construction.Colon, new WordRange(colon, colon + 1), words.Span(first, colon), [content], ":", quoted ? 0.8 : 0.5);
    }

    // "Varnia's foreign ministry: no date has been agreed"
    private bool IsDescribed(SentenceWords words, int start, int end) =>
        end - start > 1 && (sources.OrganisationNouns.Contains(words[end - 1].Lower) || sources.PersonNouns.Contains(words[end - 1].Lower) || sources.GroupNouns.Contains(words[end - 1].Lower)) && !Lexicon.IsPreposition(words[start].Lower)
        && Enumerable.Range(start, end - start).All(i => words[i].IsWord);

    // "Ann Lee – “We are ready.”"
    private Attribution? DashLead(SentenceWords words, IReadOnlyList<Quotation> quotations)
    {
        var first = 0;
        while (first < words.Count && !words[first].IsWord) { first++; }
        for (var dash = first + 1; dash + 1 < words.Count && dash - first <= LongestName; dash++)
        {
            if (!words[dash].IsDash) { continue; }
            return ComplementFinder.OpensQuote(words, dash + 1) && IsName(words, first, dash) && Enumerable.Range(first, dash - first).All(i => words[i].Capital)
                ? Make(words, Construction.Colon, new WordRange(dash, dash + 1), words.Span(first, dash), [quotations[words[dash + 1].Quotation].Span], "–", 0.8)
                : null;
        }

        return null;
    }

    // The line below a set-off quotation that tells whose it is: "— Ann Lee (@annlee) 19 November", "Ivo Tarn, General Staff".
    private Attribution? Credit(Document document, IReadOnlyList<SentenceWords> sentences, int s)
    {
        var words = sentences[s];
        var block = words.Sentence.Block;
        var dash = words[0].IsDash;
        var first = dash ? 1 : 0;
        var end = first;
        while (end < words.Count && words[end].IsWord && words[end].Capital && !char.IsDigit(words[end].Lower[0])) { end++; }
        if (block == 0 || document.Blocks[block - 1].Role is not BlockRole.Quote || end - first is < 1 or > 6 || words.Count > 24 || (!dash && (end - first < 2 || words.Count > 12 || words[words.Count - 1].IsStop))) { return null; }
        if (s + 1 < sentences.Count && sentences[s + 1].Sentence.Block == block || (end < words.Count && !words[end].IsComma && words[end].Lower is not ("(" or "@") && !char.IsDigit(words[end].Lower[0]))) { return null; }
        var from = block - 1;
        while (from > 0 && block - from < LongestQuotation && document.Blocks[from - 1].Role is BlockRole.Quote && document.Text[document.Blocks[from - 1].Span.Start] is not ('—' or '–')) { from--; }
        var source = words.Span(first, end);
        return Make(words, Construction.Tail, dash ? new WordRange(0, 1) : new WordRange(first, end), source, [.. Enumerable.Range(from, block - from).Select(b => document.Blocks[b].Span)], "—", 0.75);
    }

    // A name of several words, one that the text has elsewhere or the models know, or a word for a person or a body: a rubric is none of these.
    private bool IsParty(NamesInText known, SentenceWords words, int start, int end) =>
        end - start > 1 || known.Contains(words[start]) || sources.MediaWords.Contains(words[start].Lower) || sources.OrganisationWords.Contains(words[start].Lower)
        || sources.PersonNouns.Contains(words[start].Lower) || sources.Titles.Contains(words[start].Lower);

    // The words with a capital that stand more than once in the text, and those that begin a name.
    private sealed class NamesInText
    {
        private readonly HashSet<string> twice = new(StringComparer.Ordinal);
        private readonly HashSet<int> starts;

        public NamesInText(AnnotatedDocument document, IReadOnlyList<SentenceWords> sentences)
        {
            starts = [.. document.Entities.Where(entity => entity.Type is EntityType.Person or EntityType.Organisation or EntityType.Place).Select(entity => entity.Span.Start)];
            var once = new HashSet<string>(StringComparer.Ordinal);
            foreach (var words in sentences)
            {
                for (var i = 0; i < words.Count; i++)
                {
                    if (words[i].Capital && !once.Add(words[i].Lower)) { twice.Add(words[i].Lower); }
                }
            }
        }

        public bool Contains(Word word) => starts.Contains(word.Span.Start) || twice.Contains(word.Lower);
    }

    // "“Nobody will leave,” — Ordulen": the name behind the dash at a paragraph's end.
    private Attribution? QuoteTail(IReadOnlyList<SentenceWords> sentences, int s, IReadOnlyList<Quotation> quotations)
    {
        var last = s;
        while (last + 1 < sentences.Count && sentences[last + 1].Sentence.Block == sentences[s].Sentence.Block) { last++; }
        var words = sentences[last];
        for (var dash = words.Count - 2; dash >= 0 && dash >= words.Count - 14; dash--)
        {
            var bracket = words[dash].Lower == "(" && words[words.Count - 1].Lower is ")" or ").";
            if (!(words[dash].IsDash || bracket) || words[dash].Quoted) { continue; }
            var before = dash > 0 ? dash - 1 : -1;
            if (before >= 0 && words[before].IsComma) { before--; }
            var quotation = before >= 0 ? words[before].Quotation : last > s ? sentences[last - 1][sentences[last - 1].Count - 1].Quotation : -1;
            var end = dash + 1;
            while (end < words.Count && words[end].IsWord && !Lexicon.LooksLikeVerb(words[end].Lower) && !IsVerb(words[end].Lower)) { end++; }
            var closes = end >= Last(words) || words[end].IsComma || words[end].Lower is "(" or ")";
            return quotation >= 0 && closes && end - dash <= LongestName && words[dash + 1].Capital && !sources.Rubrics.Contains(words[dash + 1].Lower)
                ? Make(words, Construction.Tail, new WordRange(dash, dash + 1), words.Span(dash + 1, end), [quotations[quotation].Span], "—", 0.7)
                : null;
        }

        return null;
    }

    private bool IsName(SentenceWords words, int start, int end)
    {
        var rubric = string.Join(' ', Enumerable.Range(start, end - start).Select(i => words[i].Lower));
        if (sources.Rubrics.Contains(rubric) || sources.Rubrics.Contains(words[start].Lower) || words[end - 1].Lower is "live" or "latest" or "updates" or "update" or "briefing" or "news" || !words[start].IsWord) { return false; }
        for (var i = start; i < end; i++)
        {
            var lower = words[i].Lower;
            if (words[i].Quoted || words[i].IsStop || char.IsDigit(lower[0]) || (Lexicon.LooksLikeVerb(lower) && lower != "'s") || (!words[i].Capital && IsVerb(lower)) || lower is "how" or "why" or "what" or "when" or "to" or "in" or "on") { return false; }
        }

        return words[start].Capital;
    }

    private bool IsVerb(string lower)
    {
        foreach (var form in cues.Find(lower))
        {
            if (form.Word.Class is CueClass.Verb && (form.Form & (WordForm.Past | WordForm.Third)) != 0) { return true; }
        }

        return false;
    }

    private bool IsSpeaker(SentenceWords words, int start, int end)
    {
        if (end <= start || !Enumerable.Range(start, end - start).All(i => words[i].IsWord && !Lexicon.LooksLikeVerb(words[i].Lower))) { return false; }
        var last = words[end - 1];
        return last.Capital || sources.PersonNouns.Contains(last.Lower) || sources.OrganisationNouns.Contains(last.Lower) || sources.GroupNouns.Contains(last.Lower)
            || sources.DocumentNouns.Contains(last.Lower) || sources.MediaNouns.Contains(last.Lower) || sources.UnnamedWords.Contains(last.Lower);
    }

    private static int Last(SentenceWords words)
    {
        var end = words.Count;
        while (end > 1 && words[end - 1].IsStop) { end--; }
        return end;
    }

    private static Attribution Make(SentenceWords words, Construction construction, WordRange cue, TextSpan? source, ImmutableArray<TextSpan> content, string lemma, double strength) => new()
    {
        Construction = construction, Sentence = words.Index, Cue = words.Span(cue.Start, cue.End), Lemma = lemma, Act = StatementAct.Says,
        Strength = strength, Source = source, Content = content,
    };
}
