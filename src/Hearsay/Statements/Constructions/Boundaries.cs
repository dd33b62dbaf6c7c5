using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Sets right where the models' boundaries run against the sentence's build: appositions that fell to the content, clauses behind "as X noted", whose word a participle gives.</summary>
internal sealed class Boundaries(GrammarTree tree, CueLexicon cues, SourceWords sources, IReadOnlyList<Quotation> quotations)
{
    private const int LongestApposition = 16; // tokens
    private const int LongestAdjunct = 10;

    private readonly CueExtent extent = new(tree, sources);
    private readonly ContentExtent contents = new(tree);
    private readonly SourceExtent owners = new(tree, sources);

    /// <summary>The attributions of one sentence, in text order of their cues, set right.</summary>
    public List<Attribution> Mend(List<Attribution> found)
    {
        var mended = new List<Attribution>(found.Count);
        foreach (var attribution in found.Where(attribution => !IsFrame(attribution))) { mended.Add(Mended(Participle(attribution, mended), found)); }
        return mended;
    }

    // "Asked about the list, Tarn said …", "Orlik said, without naming anybody": how somebody else's words came about, or what they were not.
    private bool IsFrame(Attribution attribution)
    {
        var cue = tree.Range(attribution.Cue);
        if (cue.Start > 0 && tree.Is(cue.Start - 1, "without")) { return true; } // and "talks without end", where a noun was taken for a verb
        if (attribution.Content[0].In(tree.Document.Text) is "that" or "who" or "whom" && tree.Lemma(tree.HeadOf(cue)) is "name" or "identify") { return true; } // "a source that it does not name"
        if (IsWitnessed(attribution)) { return true; }
        var first = tree.SentenceAround(cue.Start).Start;
        return attribution.Source is null && tree.Lemma(cue.Start) is "ask" && tree.Tag(cue.Start) is "VBN" or "VBD" && (cue.Start == first || (cue.Start == first + 1 && tree.Is(first, "when")));
    }

    // "The last exchange saw 84 people freed": a day or an event sees nothing, and tells nothing.
    private bool IsWitnessed(Attribution attribution)
    {
        if (attribution.Source is not { } source || tree.HeadOf(attribution.Cue) is not (>= 0 and var verb) || tree.Lemma(verb) is not ("see" or "witness") || !tree.IsVerb(verb) || tree.HeadOf(source) is not (>= 0 and var seer)) { return false; }
        return source.End <= attribution.Cue.Start && tree.Child(verb, "dobj") > verb && !tree.IsName(seer) && !tree.IsPronoun(seer) && !tree.IsPlural(seer) && tree.Tag(seer) is "NN" or "CD" && !sources.CanSpeak(tree.Lemma(seer), tree.Lower(seer)) && !sources.EvidenceNouns.Contains(tree.Lemma(seer));
    }

    // "Until then, says Ivo Tarn, “the boats stay in”": what the speaker's words are is quoted behind him, and the circumstance before belongs to it.
    private Attribution Fronted(Attribution attribution)
    {
        if (attribution.Source is not { } source || source.Start < attribution.Cue.End || attribution.Content is not [var opening] || opening.End > attribution.Cue.Start || tree.HasFinite(tree.Range(opening))) { return attribution; }
        var comma = tree.Range(source).End;
        var sentence = tree.SentenceAround(tree.Range(source).Start);
        if (comma + 2 >= sentence.End || !tree.Is(comma, ",", ":") || !IsMark(comma + 1) || tree.Is(comma + 1, ",", ":")) { return attribution; }
        var mark = tree.Span(comma + 1);
        var at = SortedSpans.FirstEndingAfter(quotations, mark.Start, quotation => quotation.Span);
        return at < quotations.Count && quotations[at].Span.Start == mark.Start ? attribution with { Content = [opening, quotations[at].Span] } : attribution;
    }

    private Attribution Mended(Attribution attribution, List<Attribution> found)
    {
        attribution = owners.Mend(Carrier(Clean(Joined(attribution))));
        attribution = Quoted(Between(NameBefore(WholeName(Exception(attribution)))));
        attribution = Marks(Actor(extent.Mend(Colon(Nominal(Means(Teller(attribution)))))));
        attribution = Fronted(Behind(Apposition(attribution)));
        return Medium(Topic(Relative(Agent(contents.Mend(attribution, found)))));
    }

    // "…, Witness & Redress said": one name, whose first word is no part of what is told.
    private Attribution Joined(Attribution attribution)
    {
        if (attribution.Source is not { } source || tree.Range(source) is not { Start: > 2 } named || !tree.Is(named.Start - 1, "&") || tree.Tag(named.Start - 2) is not "NNP") { return attribution; }
        var first = named.Start - 2;
        while (first > tree.SentenceAround(named.Start).Start && tree.Tag(first - 1) is "NNP") { first--; }
        var whole = new TextSpan(tree.Span(first).Start, source.End);
        var end = first > 0 && tree.Is(first - 1, ",") ? tree.Span(first - 2).End : tree.Span(first - 1).End;
        return attribution with { Source = whole, Content = [.. attribution.Content.Select(content => content.Start < whole.Start && content.End > end ? content with { End = end } : content).Where(content => content.End > content.Start)] };
    }

    // "In a post by the group Iron Ferry, it was claimed that …": who is named by the text that says it.
    private Attribution Medium(Attribution attribution)
    {
        if (attribution.Source is not null) { return attribution; }
        var cue = tree.Range(attribution.Cue);
        var first = tree.SentenceAround(cue.Start).Start;
        if (!tree.Is(first, "in") || tree.HeadOf(cue) is not (>= 0 and var verb) || tree.Tag(verb) is not "VBN" || tree.Child(verb, "auxpass") < 0) { return attribution; }
        var comma = first + 2;
        while (comma < cue.Start && !tree.Is(comma, ",")) { comma++; }
        var text = new TokenRange(first + 1, comma);
        return comma < cue.Start && Enumerable.Range(text.Start, text.End - text.Start).Any(t => t > text.Start && tree.Is(t, "by", "from", "of")) && !Enumerable.Range(text.Start, text.End - text.Start).Any(tree.IsVerb)
            ? attribution with { Source = tree.Span(text) } : attribution;
    }

    // "“Why?” asked Ivo Tarn, whose son is missing": the quotation before the cue is what is asked, not what is told of Tarn.
    private Attribution Quoted(Attribution attribution)
    {
        if (attribution.Source is not { } source || source.Start < attribution.Cue.End || attribution.Content[0].Start < source.End || !char.IsLower(tree.Document.Text[attribution.Cue.Start])) { return attribution; }
        var before = tree.Range(attribution.Cue).Start - 1;
        if (before > 0 && tree.Is(before, ",")) { before--; }
        if (before < 0 || tree.SentenceOf(before) < tree.SentenceOf(tree.Range(attribution.Cue).Start) - 1) { return attribution; }
        var mark = tree.Span(before);
        var at = SortedSpans.FirstEndingAfter(quotations, mark.Start, quotation => quotation.Span);
        if (at >= quotations.Count || quotations[at].Span.End != mark.End || attribution.Content.Any(content => content.Overlaps(quotations[at].Span))) { return attribution; }
        var goesOn = attribution.Content.Where(content => content.Start > source.End && SortedSpans.FirstEndingAfter(quotations, content.Start, quotation => quotation.Span) is var q && q < quotations.Count && quotations[q].Span.Start <= content.Start);
        var clause = tree.Range(attribution.Content[0]);
        var ofSource = clause.Start == tree.Range(source).End + 1 && tree.Is(clause.Start, "who", "whose", "whom", "which", "where");
        return attribution with { Source = ofSource ? new TextSpan(source.Start, attribution.Content[0].End) : source, Content = [quotations[at].Span, .. goesOn] };
    }

    // "was quoted as saying by the Harbour Times": by whose hand it came is no part of what was said.
    private Attribution Agent(Attribution attribution)
    {
        var cue = tree.Range(attribution.Cue);
        if (attribution.Content.Length < 2 || !Enumerable.Range(cue.Start, cue.End - cue.Start).Any(t => tree.Is(t, "quoted", "cited"))) { return attribution; }
        return attribution with { Content = attribution.Content.RemoveAll(content => content != attribution.Content[0] && tree.Range(content).Start is var first && first == cue.End && tree.Is(first, "by")) };
    }

    // "asked Mira Selk, whose son is missing.": at a sentence's end the clause belongs to her who asked.
    private Attribution Relative(Attribution attribution)
    {
        if (attribution.Source is not { } source || source.Start < attribution.Cue.End) { return attribution; }
        var named = tree.Range(source);
        var sentence = tree.SentenceAround(named.Start);
        var end = tree.WithoutPeriod(sentence).End;
        if (named.End + 2 >= end || !tree.Is(named.End, ",") || !tree.Is(named.End + 1, "who", "whose")) { return attribution; }
        var whole = tree.Span(new TokenRange(named.Start, end));
        for (var t = named.End + 2; t < end; t++)
        {
            if (tree.Is(t, ",", ";", ":") || tree.Tag(t) is "``" or "''") { return attribution; }
        }

        return attribution.Content.Any(content => content.Overlaps(whole)) ? attribution : attribution with { Source = whole };
    }

    // "He learned from his sister that …": it is the sister's word.
    private Attribution Teller(Attribution attribution)
    {
        var head = tree.HeadOf(attribution.Cue);
        if (head < 0 || tree.Lemma(head) is not ("learn" or "hear") || tree.Tag(head) is "VBG") { return attribution; }
        foreach (var child in tree.Children(head))
        {
            if (child < head || tree.Relation(child) is not "nmod" || !tree.Children(child).Any(mark => tree.Is(mark, "from"))) { continue; }
            var teller = tree.Subtree(child);
            teller = teller with { Start = Math.Min(child, tree.Children(child).First(mark => tree.Is(mark, "from")) + 1) };
            if (teller.End > teller.Start && attribution.Content[0].Start >= tree.Span(teller).End) { return attribution with { Source = tree.Span(teller), Cue = tree.Span(new TokenRange(head, teller.Start)) }; }
        }

        return attribution;
    }

    // "The author confirmed by e-mail that …", where the e-mail was taken for the source.
    private Attribution Means(Attribution attribution)
    {
        if (attribution.Source is not { } source || attribution.Content.Length < 2) { return attribution; }
        var (named, cue, first) = (tree.Range(source), tree.Range(attribution.Cue), tree.Range(attribution.Content[0]));
        var by = named.Start > 0 && (tree.Is(named.Start - 1, "by") || tree.Is(cue.End - 1, "by"));
        return by && first.End == cue.Start && tree.Is(named.End - 1, "e-mail", "email", "phone", "telephone", "letter", "text", "video", "telegram", "post") && HasNoun(first)
            ? attribution with { Source = attribution.Content[0], Content = attribution.Content.RemoveAt(0), Cue = tree.Span(new TokenRange(cue.Start, Math.Max(cue.End, named.End))) }
            : attribution;
    }

    private bool HasNoun(TokenRange range) => Enumerable.Range(range.Start, range.End - range.Start).Any(tree.IsNoun);

    // A source that begins within a body's name has all of the name, with the noun before it ("the project").
    private Attribution WholeName(Attribution attribution)
    {
        if (attribution.Source is not { } source || SortedSpans.Touching(tree.Document.Entities, source, entity => entity.Span) is not [{ Type: EntityType.Organisation } name, ..] || name.Span.Start >= source.Start) { return attribution; }
        var start = tree.Range(name.Span).Start;
        while (start > 0 && tree.SentenceOf(start - 1) == tree.SentenceOf(start) && tree.Tag(start - 1) is "DT" or "JJ" or "NN" or "NNP" or "PRP$") { start--; }
        var whole = new TextSpan(tree.Span(start).Start, source.End);
        return attribution.Content.Any(content => content.Overlaps(whole)) ? attribution : attribution with { Source = whole };
    }

    // "As Ivo Tarn, the board's spokesman, recalled": the name before the comma is whom the words behind it describe.
    private Attribution NameBefore(Attribution attribution)
    {
        if (attribution.Source is not { } source) { return attribution; }
        var named = tree.Range(source);
        var head = tree.HeadOf(named);
        if (named.Start < 3 || head < 0 || !tree.Is(named.Start - 1, ",") || !tree.IsNoun(head) || tree.IsName(head) || tree.IsPlural(head) || source.End > attribution.Cue.Start) { return attribution; }
        var name = tree.Span(named.Start - 2);
        var entities = SortedSpans.Touching(tree.Document.Entities, name, entity => entity.Span);
        if (entities is [var known, ..] && ((known.Type is not EntityType.Person && !sources.PersonNouns.Contains(tree.Lemma(head))) || known.Span.End != name.End)) { return attribution; } // a spokesman has no town for a name
        var sentence = tree.SentenceAround(named.Start);
        var first = entities is [var person, ..] ? tree.Range(person.Span).Start : named.Start - 2;
        while (entities is [] && first - 1 >= sentence.Start && tree.Tag(first - 1) is "NNP") { first--; }
        if (entities is [] && named.Start - 1 - first is < 2 or > 3) { return attribution; } // a first name and a surname
        var opens = first == sentence.Start || (first <= sentence.Start + 2 && tree.Is(first - 1, "as", "but", "and", "while"));
        var whole = new TextSpan(tree.Span(first).Start, source.End);
        return opens && !attribution.Content.Any(content => content.Overlaps(whole)) ? attribution with { Source = whole } : attribution;
    }

    // "As Ivo Tarn, the board's spokesman, recalled, the list was wrong": what stands between commas, between name and verb, tells who Tarn is.
    private Attribution Between(Attribution attribution)
    {
        if (attribution.Source is not { } source || attribution.Content.Length < 2) { return attribution; }
        var aside = attribution.Content[0];
        var (named, told, cue) = (tree.Range(source), tree.Range(aside), tree.Range(attribution.Cue));
        if (named.Start > tree.SentenceAround(named.Start).Start + 1 || told.Start != named.End + 1 || cue.Start != told.End + 1 || !tree.Is(named.End, ",") || !tree.Is(told.End, ",") || tree.HasFinite(told)) { return attribution; }
        return attribution with { Source = new TextSpan(source.Start, aside.End), Content = attribution.Content.RemoveAt(0) };
    }

    // "A report of the mission documents the shooting of captives by the army": who documents it is the subject, not whoever the content says did it.
    private Attribution Actor(Attribution attribution)
    {
        if (attribution.Source is not { } source || source.Start < attribution.Cue.End) { return attribution; }
        var (verb, agent) = (tree.HeadOf(attribution.Cue), tree.HeadOf(source));
        if (verb < 0 || agent < 0 || !tree.IsVerb(verb) || tree.Child(verb, "auxpass") >= 0 || tree.Head(agent) == verb || !tree.Children(agent).Any(mark => tree.Is(mark, "by"))) { return attribution; }
        if (tree.Child(verb, "nsubj") is not (>= 0 and var subject) || subject > verb || tree.Child(verb, "dobj") is not (> 0 and var told) || told < verb) { return attribution; }
        var owner = tree.Subtree(subject);
        var content = tree.Subtree(told);
        return owner.End > tree.Range(attribution.Cue).Start || !content.Contains(agent) ? attribution : attribution with { Source = tree.Span(owner), Content = [tree.Span(content)] };
    }

    // "Lustava says 'dozens' are held": the mark that opens the quotation is the content's, and so is the one that closes it.
    private Attribution Marks(Attribution attribution)
    {
        var cue = tree.Range(attribution.Cue);
        var (first, last) = (attribution.Content[0], attribution.Content[^1]);
        if (cue.End - cue.Start > 1 && IsMark(cue.End - 1))
        {
            var opens = first.Start >= attribution.Cue.End && tree.Range(first).Start == cue.End;
            attribution = attribution with { Cue = tree.Span(cue with { End = cue.End - 1 }), Content = opens ? attribution.Content.SetItem(0, first with { Start = tree.Span(cue.End - 1).Start }) : attribution.Content };
        }

        var end = tree.Range(last).End;
        var text = tree.Document.Text;
        var inside = last.In(text);
        var opened = inside.LastIndexOf(" '") is >= 0 and var open ? open + 1 : inside.StartsWith("'") ? 0 : -1;
        var isOpen = opened >= 0 && inside[(opened + 1)..].IndexOf('\'') < 0 && last.End < text.Length && text[last.End] == '\'' && tree.Is(end, "'");
        return isOpen ? attribution with { Content = attribution.Content.SetItem(attribution.Content.Length - 1, attribution.Content[^1] with { End = last.End + 1 }) } : attribution;
    }

    private bool IsMark(int token) => tree.Form(token) is "'" or "‘" or "\"" or "“" or "«" or "," or ":";

    // "did not comment on reports claiming that …": it is the reports that claim.
    private Attribution Carrier(Attribution attribution)
    {
        var cue = tree.Range(attribution.Cue);
        if (attribution.Source is not { } source || cue.Start == 0 || tree.Tag(cue.Start) is not "VBG" || source.End > attribution.Cue.Start || source.End + 1 >= attribution.Cue.Start) { return attribution; }
        var noun = cue.Start - 1;
        if (tree.Relation(cue.Start) is not "acl" || tree.Head(cue.Start) != noun || !tree.IsNoun(noun) || !(sources.DocumentNouns.Contains(tree.Lower(noun)) || sources.ClaimNouns.Contains(tree.Lower(noun)))) { return attribution; }
        var start = noun;
        while (start > 0 && tree.Head(start - 1) == noun && tree.Relation(start - 1) is "amod" or "compound" or "det" or "nummod" or "nmod:poss") { start--; }
        return attribution with { Source = tree.Span(new TokenRange(start, noun + 1)) };
    }

    // A source does not reach over a semicolon, nor back into a date ("on 3 April Nord reported").
    private Attribution Clean(Attribution attribution)
    {
        if (attribution.Source is { } dated && tree.Range(dated) is var words && words.Start > 0 && words.End > words.Start + 1 && tree.Tag(words.Start - 1) is "CD" or "IN" && CalendarNames.Contains(tree.Form(words.Start)))
        {
            attribution = attribution with { Source = tree.Span(words with { Start = words.Start + 1 }) };
        }

        if (attribution.Source is { } cut && BeforeBracket(cut, attribution.Cue.Start) is { } whole) { attribution = attribution with { Source = whole }; }
        if (attribution.Source is not { } source || !source.In(tree.Document.Text).Contains(';')) { return attribution; }
        var named = tree.Range(source);
        for (var t = named.End - 2; t > named.Start; t--)
        {
            if (tree.Is(t, ";")) { return attribution with { Source = source.Start < attribution.Cue.Start ? tree.Span(named with { Start = t + 1 }) : tree.Span(named with { End = t }) }; }
        }

        return attribution;
    }

    // "An article of January (page 1) said", where the model took what the bracket ends with for the source: the words before the bracket.
    private TextSpan? BeforeBracket(TextSpan source, int cue)
    {
        var words = source.In(tree.Document.Text);
        if (source.End > cue || !words.Contains(')') || words.Contains('(')) { return null; }
        var behind = tree.Range(source).Start;
        var first = tree.SentenceAround(behind).Start;
        var open = behind;
        while (open > first && behind - open < LongestApposition && !tree.Is(open, "(")) { open--; }
        return tree.Is(open, "(") && open - first is > 0 and < LongestApposition ? tree.Span(new TokenRange(first, open)) : null;
    }

    // "His deputy went further: according to her, the list was false."
    private Attribution Colon(Attribution attribution)
    {
        if (attribution.Lemma is not "accord" || attribution.Content.Length < 2) { return attribution; }
        var cue = tree.Range(attribution.Cue).Start;
        if (cue == 0 || !tree.Is(cue - 1, ":")) { return attribution; }
        var behind = attribution.Content.RemoveAll(content => content.End <= attribution.Cue.Start);
        return behind.IsEmpty ? attribution : attribution with { Content = behind };
    }

    // "Border war live: Elsvik says captives to be tried": what stands before a headline's colon is its topic.
    private Attribution Topic(Attribution attribution)
    {
        var sentence = tree.Document.Sentences[attribution.Sentence];
        if (attribution.Content.Length < 2 || attribution.Source is not { } source || tree.Document.Document.Blocks[sentence.Block].Role is not BlockRole.Headline) { return attribution; }
        var own = attribution.Content.RemoveAll(content => content.End < source.Start && tree.Range(content).End is var end && end < tree.Range(source).Start && tree.Is(end, ":"));
        return own.IsEmpty ? attribution : attribution with { Content = own };
    }

    // "All but two of the men said": the source are the others.
    private Attribution Exception(Attribution attribution)
    {
        if (attribution.Source is not { } source) { return attribution; }
        var named = tree.Range(source);
        return named.Start > 1 && tree.Is(named.Start - 1, "but") && tree.Is(named.Start - 2, "all", "everyone", "none", "everybody", "nobody")
            ? attribution with { Source = tree.Span(named with { Start = named.Start - 2 }) } : attribution;
    }

    // "X accused Y of fraud, adding that …": who accused also added, unless the participle's source is some clause's subject.
    private Attribution Participle(Attribution attribution, List<Attribution> before)
    {
        if (attribution.Confidence is null || attribution.Source is not { } source) { return attribution; }
        var cue = tree.Range(attribution.Cue);
        var head = tree.HeadOf(source);
        if (cue.Start == 0 || tree.Tag(cue.Start) is not "VBG" || !tree.Is(cue.Start - 1, ",") || head < 0 || tree.Relation(head) is "nsubj" or "nsubjpass" || tree.Range(source).Start > cue.Start) { return attribution; }
        var speaker = before.FindLast(other => other.Source is not null && other.Cue.End <= attribution.Cue.Start && tree.IsVerb(tree.HeadOf(other.Cue)))?.Source;
        return speaker is null ? attribution : attribution with { Source = speaker };
    }

    // "which according to the Varnian side belong to its men": the verb is the clause's.
    private Attribution Nominal(Attribution attribution)
    {
        if (attribution.Source is not { } source || attribution.Lemma is not "accord") { return attribution; }
        var named = tree.Range(source);
        for (var t = named.Start + 1; t < named.End; t++)
        {
            if (tree.Is(t, "who", "which", "that", "whose", ",")) { break; }
            if (tree.Tag(t) is "VBZ" or "VBP" or "VBD" or "MD") { return attribution with { Source = tree.Span(named with { End = t }) }; }
        }

        return attribution;
    }

    // "According to Ivo Tarn, a member of the board, the bus was late": the words between the commas tell who Tarn is.
    private Attribution Apposition(Attribution attribution)
    {
        if (attribution.Source is not { } source) { return attribution; }
        var named = tree.Range(source);
        var content = tree.Range(attribution.Content[0]);
        var sentence = tree.SentenceAround(named.Start);
        if (content.Start != named.End + 1 || !tree.Is(named.End, ",") || content.Start >= sentence.End) { return attribution; }
        var comma = content.Start;
        while (comma < sentence.End && comma - content.Start <= LongestApposition && !tree.Is(comma, ","))
        {
            if (tree.Tag(comma) is "VBZ" or "VBD" or "VBP" or "MD" or "``" or "''") { return attribution; }
            comma++;
        }

        if (comma >= content.End - 2 || !tree.Is(comma, ",") || comma - content.Start < 2) { return attribution; }
        var described = tree.HeadOf(new TokenRange(content.Start, comma));
        var apposed = described >= 0 && tree.IsNoun(described) && (tree.Relation(described) is "appos" || (attribution.Lemma is "accord" && tree.Tag(content.Start) is "DT" or "PRP$" or "NN" or "NNP" && (tree.HasFinite(new TokenRange(comma + 1, Math.Min(content.End, sentence.End))) || IsHolder(named, new TokenRange(content.Start, comma)))));
        return !apposed || tree.Is(comma + 1, "and", "or") ? attribution : attribution with
        {
            Source = tree.Span(new TokenRange(named.Start, comma)),
            Content = attribution.Content.SetItem(0, attribution.Content[0] with { Start = tree.Span(comma + 1).Start }),
        };
    }

    // "the chief investigator, Ivo Tarn,": an office, and a name of two words or three.
    private bool IsHolder(TokenRange office, TokenRange name) =>
        name.End - name.Start is 2 or 3 && Enumerable.Range(name.Start, name.End - name.Start).All(tree.IsName) && tree.HeadOf(office) is >= 0 and var noun && sources.PersonNouns.Contains(tree.Lemma(noun)) && !tree.IsPlural(noun);

    // "As Tarn noted, the list was wrong": all that follows the comma.
    private Attribution Behind(Attribution attribution)
    {
        if (attribution.Source is not { } source) { return attribution; }
        var (cue, named) = (tree.Range(attribution.Cue), tree.Range(source));
        var sentence = tree.SentenceAround(cue.Start);
        if (!tree.Is(sentence.Start, "as") || sentence.End - sentence.Start < 5) { return attribution; }
        if (named.Start == sentence.Start && named.End > named.Start + 1)
        {
            named = named with { Start = named.Start + 1 };
            attribution = attribution with { Source = tree.Span(named) };
        }

        var comma = Math.Max(cue.End, named.End);
        if (comma - sentence.Start > 2 * LongestApposition || cues.Word(tree.Lemma(tree.HeadOf(attribution.Cue)), CueClass.Verb) is not { Reports: true }) { return attribution; }
        for (var from = comma; comma < sentence.End && !tree.Is(comma, ","); comma++)
        {
            if (comma - from > LongestAdjunct || tree.Tag(comma) is "VBZ" or "VBD" or "VBP" or "MD" or "``" or "''" || tree.Is(comma, "that")) { return attribution; }
        }

        var rest = tree.WithoutPeriod(sentence) with { Start = comma + 1 };
        if (rest.End - rest.Start < 2 || attribution.Content[0].Start < tree.Span(comma).Start || !tree.HasFinite(rest)) { return attribution; }
        return attribution with { Content = [tree.Span(rest), .. attribution.Content.Where(content => content.Start >= tree.Span(sentence.End - 1).End)] };
    }
}
