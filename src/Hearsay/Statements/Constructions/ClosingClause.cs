using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Finds the clause that closes a sentence and credits all of it: "The list was wrong, the board's envoy for the missing Ivo Tarn told reporters."</summary>
internal sealed class ClosingClause(GrammarTree tree, DomainPack pack)
{
    private const int LongestClose = 10; // tokens behind the verb
    private const int LongestSpeaker = 14;

    private static readonly string[] Subordinators = ["if", "as", "once", "while", "because", "though", "although", "since", "unless", "until", "before", "after", "when", "where", "whether", "what", "how", "why", "asked"];

    private readonly CueLexicon cues = pack.Cues;

    /// <summary>The attribution of a sentence that ends so, or null.</summary>
    public Attribution? Find(int index, TokenRange sentence)
    {
        var end = sentence.End;
        while (end > sentence.Start && tree.Relation(end - 1) is "punct") { end--; }
        return Before(end, index, sentence) ?? Inverted(end, index, sentence) ?? (Circumstance(end, sentence) is { } comma ? Before(comma, index, sentence) : null);
    }

    // "…, a lawmaker said on Tuesday, following his visit to Elsvik": the comma before what does not credit anything.
    private int? Circumstance(int end, TokenRange sentence)
    {
        const int Longest = 14; // tokens
        for (var t = end - 2; t > sentence.Start + 6 && end - t <= Longest; t--)
        {
            if (tree.Is(t, ",")) { return tree.Tag(t + 1) is "VBN" || (tree.Tag(t + 1) is "VBD" && t + 2 < end && tree.Tag(t + 2) is "IN") || tree.Is(t + 1, "following", "during", "after", "before", "in", "at", "on", "amid", "upon") ? t : null; }
            if (tree.Tag(t) is "``" or "''" or "VBZ" or "VBP" or "MD" || (tree.Tag(t) is "VBD" && !tree.Is(t - 1, ","))) { return null; }
        }

        return null;
    }

    // "The pier lies within the zone, wrote Harbour Times.": the speaker behind the verb, by name or by office, without quotation marks.
    private Attribution? Inverted(int end, int index, TokenRange sentence)
    {
        for (var verb = end - 2; verb > sentence.Start + 3 && end - verb <= LongestSpeaker; verb--)
        {
            if (tree.Tag(verb) is not (['N', ..] or "DT" or "JJ" or "PRP$" or "POS" or "CD" or "IN" or "," or "VBD" or "VBZ")) { return null; }
            if (tree.Tag(verb) is not ("VBD" or "VBZ")) { continue; }
            var named = new TokenRange(verb + 1, end);
            if (!tree.Is(verb - 1, ",") || !IsSpeaker(named) || cues.Word(tree.Lemma(verb), CueClass.Verb) is not { Reports: true, Act: StatementAct.Says } word || !IsPlain(sentence with { End = verb - 1 })) { return null; }
            return new Attribution
            {
                Construction = Construction.Postposed, Sentence = index, Cue = tree.Span(verb), Lemma = word.Lemma, Act = word.Act, Strength = Math.Max(word.Rate, 0.6), Denies = word.Denies, Hedges = word.Hedges,
                Source = tree.Span(named), Content = [tree.Span(new TokenRange(Opening(sentence, verb - 1), verb - 1))],
            };
        }

        return null;
    }

    // A name, or somebody who can speak; "he opened the book, wrote a letter" has neither.
    private bool IsSpeaker(TokenRange named)
    {
        var end = named.Start;
        while (end < named.End && !tree.Is(end, ",") && tree.Tag(end) is not "IN") { end++; }
        if (end == named.Start) { return false; }
        var last = tree.Lower(end - 1);
        return tree.Tag(named.Start) is "NNP" && tree.Tag(end - 1) is "NNP" && !CalendarNames.Contains(tree.Form(named.Start)) || pack.Sources.PersonNouns.Contains(last) || pack.Sources.OrganisationNouns.Contains(last) || pack.Sources.MediaNouns.Contains(last) || pack.Sources.GroupNouns.Contains(last);
    }

    // Words that are said: a main clause, which nothing subordinates, and no quotation marks.
    private bool IsPlain(TokenRange clause)
    {
        var main = false;
        for (var t = FirstWord(clause); t < clause.End; t++)
        {
            if (tree.IsQuotationMark(t) || tree.Is(t, ":")) { return false; }
            main |= IsMain(t, clause);
        }

        return main && !tree.Is(FirstWord(clause), Subordinators);
    }

    // A predicate with a subject of its own, no "who", under no "when" or "that".
    private bool IsMain(int t, TokenRange clause) =>
        tree.Child(t, "nsubj", "nsubjpass", "expl") is var subject && subject >= clause.Start && subject < t && tree.Tag(subject) is not ("WP" or "WDT") && tree.Relation(t) is not ("acl:relcl" or "acl")
        && !tree.Children(t).Any(mark => tree.Relation(mark) is "mark" && !tree.Is(mark, "than")) && (tree.IsFinite(t) || tree.Children(t).Any(tree.IsFinite));

    private Attribution? Before(int end, int index, TokenRange sentence)
    {
        for (var verb = end - 1; verb > sentence.Start + 3 && end - verb <= LongestClose; verb--)
        {
            if (tree.Tag(verb) is "``" or "''" || tree.Is(verb, ",", ";", ":", "that")) { return null; }
            if ((tree.Tag(verb) is not ("VBD" or "VBZ" or "VBP" or "VBN") && !IsDisguised(verb)) || cues.Word(tree.Lemma(verb), CueClass.Verb) is not { Reports: true, Act: StatementAct.Says or StatementAct.Believes or StatementAct.Shows } word) { continue; }
            if (Comma(sentence, verb) is not { } comma || !Credits(sentence, verb, comma)) { return null; }
            var cue = new TokenRange(tree.FirstOfGroup(verb), verb + 1);
            return new Attribution
            {
                Construction = Construction.Postposed, Sentence = index, Cue = tree.Span(cue), Lemma = word.Lemma, Act = word.Act, Strength = Math.Max(word.Rate, 0.6), Denies = word.Denies, Hedges = word.Hedges,
                Source = tree.Span(new TokenRange(comma + 1, tree.Is(cue.Start - 1, ",") ? cue.Start - 1 : cue.Start)), Content = [tree.Span(new TokenRange(Opening(sentence, comma), comma))],
            };
        }

        return null;
    }

    // The comma before the subject: of the words up to the verb none is a verb that could be a clause's own.
    private int? Comma(TokenRange sentence, int verb)
    {
        var subject = tree.Child(verb, "nsubj");
        if (IsAstray(subject, verb) || (IsDisguised(verb) && tree.Is(verb - 1, ","))) { return CommaByWords(sentence, verb); }
        if (subject > verb || (subject < 0 && !tree.IsName(verb - 1) && !IsBare(verb) && !IsDisguised(verb))) { return null; }
        var at = subject < 0 ? verb - 2 : Math.Min(tree.Subtree(subject).Start, subject) - 1; // a long title may hide the subject from the parser
        if (subject >= 0 && tree.Is(at + 1, ",")) { at++; }
        for (; at > sentence.Start + 2; at--)
        {
            if (tree.Is(at, ",")) { return tree.Tag(at + 1) is ['N', ..] or "DT" or "JJ" or "PRP" or "PRP$" or "CD" or "VBN" ? at : null; }
            if (tree.Tag(at) is "VBD" or "VBZ" or "VBP" or "MD" or "``" or "''" || tree.Is(at, ";", ":", "–", "—", "and", "but", "that", "who", "which")) { return null; }
        }

        return null;
    }

    // "Forty come from the hills, the commandant, Captain Anton Melk, told us": the clause lies between the verb and what the parser took for its subject, which is the clause's.
    // So it does where the verb has two subjects, of which the first is the clause's.
    private bool IsAstray(int subject, int verb) =>
        subject >= 0 && subject < verb && (tree.Child(verb, "ccomp") is >= 0 and var clause && clause > subject && clause < verb || tree.Children(verb).Any(other => other > subject && other < verb && tree.Relation(other) is "nsubj"));

    // The same by the words alone: a noun phrase, perhaps with an apposition between commas, in which nothing is a verb.
    private int? CommaByWords(TokenRange sentence, int verb)
    {
        var apposed = tree.Is(verb - 1, ",");
        for (var (at, commas) = (apposed ? verb - 2 : verb - 1, 0); at > sentence.Start + 2 && verb - at <= LongestSpeaker; at--)
        {
            if (tree.Is(at, ",") && ++commas == (apposed ? 2 : 1)) { return tree.Tag(at + 1) is ['N', ..] or "DT" or "PRP$" ? at : null; }
            if (tree.IsVerb(at) || tree.Tag(at) is "MD" or "``" or "''" || tree.Is(at, ";", ":", "–", "—", "and", "but", "that", "who", "which")) { return null; }
        }

        return null;
    }

    // What stands before the comma is what is said: the verb governs its clause, or hangs on it as an aside.
    private bool Credits(TokenRange sentence, int verb, int comma)
    {
        for (var t = sentence.Start; t < comma; t++)
        {
            if (tree.Tag(t) is "``" or "''") { return false; } // quotation marks tell better what is said
        }

        if (IsBare(verb) || IsDisguised(verb)) { return tree.HasFinite(sentence with { End = comma }); }
        if (IsAstray(tree.Child(verb, "nsubj"), verb)) { return tree.HasFinite(sentence with { End = comma }); }
        if (tree.Relation(verb) is "conj" && IsPlain(sentence with { End = comma })) { return true; } // "He was unable to say what burned, the chairman told the press": two clauses that no "and" joins
        var clause = tree.Child(verb, "ccomp") is >= 0 and var governed ? governed : tree.Relation(verb) is "parataxis" ? tree.Head(verb) : Unmarked(sentence, verb, comma);
        return clause >= sentence.Start && clause < comma && tree.Child(clause, "nsubj", "nsubjpass", "expl", "csubj") is >= 0;
    }

    // "The army has lost the port, the envoy told parliament": a finite clause that nothing subordinates ("when", "as", "had he known") is no circumstance, whatever a parser makes of it.
    private int Unmarked(TokenRange sentence, int verb, int comma)
    {
        foreach (var child in tree.Children(verb))
        {
            if (child > comma || tree.Relation(child) is not "advcl") { continue; }
            var range = tree.Subtree(child);
            var marked = tree.Child(child, "mark") is >= 0 and var mark && !tree.Is(mark, "than") || tree.Tag(range.Start) is "WRB" or "WDT" or "WP" or "VBD" or "VBG" or "VBN" or "MD" or "TO" || tree.Is(range.Start, Subordinators);
            return !marked && range.Start <= FirstWord(sentence) + 1 && tree.HasFinite(range) ? child : -1;
        }

        return -1;
    }

    // "Eleven of them died there, the organisation found.": the last word, which a parser may take for a participle.
    private bool IsBare(int verb) => tree.Relation(verb) is "acl" && tree.Head(verb) == verb - 1 && tree.IsNoun(verb - 1) && tree.Child(verb - 1, "det") >= 0 && tree.Relation(verb + 1) is "punct" or "";

    // "…, the state-run Nord news agency reports.", "…, his sister, Ana Tarn, relates.": the last word, which a tagger may take for a noun.
    private bool IsDisguised(int verb) =>
        tree.Tag(verb) is "NNS" && tree.Relation(verb + 1) is "punct" or "" && (tree.IsNoun(verb - 1) && !tree.IsPlural(verb - 1) || (tree.Is(verb - 1, ",") && tree.IsName(verb - 2)))
        && (tree.Is(verb - 1, ",") || tree.IsName(verb - 1) || pack.Sources.MediaNouns.Contains(tree.Lower(verb - 1)) || pack.Sources.IsAgency(tree.Form(verb - 1)) || pack.Sources.IsMedia(tree.Form(verb - 1)));

    // Behind a bullet, or a label ("Details:").
    private int FirstWord(TokenRange sentence) => tree.Is(sentence.Start + 1, ":") && tree.Tag(sentence.Start) is "NNS" or "NN" ? sentence.Start + 2 : tree.Form(sentence.Start) is ['•' or '-' or '–' or '*' or '·' or '▪' or '◦' or '‣'] ? sentence.Start + 1 : sentence.Start;

    // Where somebody else speaks before a semicolon, what this one says begins behind it.
    private int Opening(TokenRange sentence, int comma)
    {
        for (var mark = comma - 3; mark > sentence.Start + 3; mark--)
        {
            if (!tree.Is(mark, ";")) { continue; }
            var others = Enumerable.Range(sentence.Start, mark - sentence.Start).Any(t => tree.Tag(t) is "VBD" or "VBZ" or "VBP" && tree.Child(t, "nsubj") >= 0 && cues.Word(tree.Lemma(t), CueClass.Verb) is { Reports: true, Act: StatementAct.Says or StatementAct.Believes or StatementAct.Shows });
            return others ? mark + 1 : FirstWord(sentence);
        }

        return FirstWord(sentence);
    }
}
