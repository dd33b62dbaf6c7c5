using Hearsay.Packs;

namespace Hearsay.Statements.Rules;

/// <summary>What follows a cue as content, and up to where the cue itself reaches.</summary>
/// <param name="Kind">How the content begins.</param>
/// <param name="Words">The content's words in this sentence.</param>
/// <param name="CueEnd">After the cue's last word, a linking preposition, manner or colon included.</param>
internal readonly record struct Complement(Construction Kind, WordRange Words, int CueEnd);

/// <summary>Finds the content to the right of a cue.</summary>
internal sealed class ComplementFinder(CueFinder cues)
{
    private const int Lookahead = 18;
    private const int LongestScan = 400;

    /// <summary>The content after <paramref name="cue"/>, or null where what follows cannot be its content.</summary>
    public Complement? Find(SentenceWords words, CueCandidate cue)
    {
        var (start, linked) = SkipLink(words, cue);
        var cueEnd = linked ? start : cue.End;
        if (!linked && cue.Word.Has(Complements.Recipient) && SkipRecipient(words, start) is { } after) { start = after; }
        if (!linked && cue.Word.Reports && SkipManner(words, start) is { } beyond)
        {
            start = beyond;
            cueEnd = start > cue.End && words[start - 1].IsComma ? start - 1 : start;
        }

        if (start < words.Count && words[start].IsColon)
        {
            start++;
            cueEnd = start;
        }
        else if (start + 1 < words.Count && words[start].IsComma && (OpensQuote(words, start + 1) || (words[start + 1].Lower == "that" && cue.Word.Has(Complements.Clause))))
        {
            start++;
        }

        if (start >= words.Count || Kind(words, start, cue, linked) is not { } kind) { return null; }
        var end = End(words, start, cue, kind);
        return end > start ? new Complement(kind, new WordRange(start, end), Math.Min(cueEnd, start)) : null;
    }

    /// <summary>True where a quotation starts at this word.</summary>
    public static bool OpensQuote(SentenceWords words, int i) =>
        i < words.Count && words[i].IsQuoteMark && words[i].Quoted && (i == 0 || words[i - 1].Quotation != words[i].Quotation);

    /// <summary>The place where content that starts at <paramref name="start"/> ends: the sentence's end without its stop, or the next attribution.</summary>
    public int End(SentenceWords words, int start, CueCandidate cue, Construction kind)
    {
        var last = words.Count;
        while (last > start && words[last - 1].IsStop && !words[last - 1].Quoted) { last--; }
        var scanned = Math.Min(last, start + LongestScan);
        for (var i = start + 1; i < scanned; i++)
        {
            if (words[i].Quoted) { continue; }
            var lower = words[i].Lower;
            if (lower == ";" || (words[i].IsDash && words[i].Span.Length <= 2 && lower != "-" && kind is Construction.SubjectObject)) { return i; }
            if (words[i].IsComma && (StartsDependent(words, i + 1) || StartsNewSubject(words, i + 1) || (i + 1 < last && cues.IsFiniteCue(words, i + 1, 0.5) && words[i+1].Lower != "that"))) { return i; }
            if (kind is Construction.SubjectObject or Construction.SubjectPreposition && words[i].IsComma && i + 1 < last && EndsObject(words[i + 1].Lower)) { return i; }
            if (lower is "and" or "but" && i + 1 < last && StartsSharedCue(words, i + 1, cue)) { return words[i - 1].IsComma ? i - 1 : i; }
        }

        return last;
    }

    private static bool EndsObject(string lower) =>
        lower is "who" or "which" or "but" or "while" or "as" or "with" or "after" or "though" or "although" or "when" or "where" or "because" or "so" or "even"
        || (lower.EndsWith("ing", StringComparison.Ordinal) && lower.Length > 5);

    // ", adding that", ", according to"
    private bool StartsDependent(SentenceWords words, int i)
    {
        while (i < words.Count && Lexicon.IsAdverb(words[i].Lower)) { i++; }
        if (i >= words.Count || words[i].Quoted) { return false; }
        if (words[i].Lower is "according") { return true; }
        return words[i].Lower.EndsWith("ing", StringComparison.Ordinal) && cues.HasGerund(words[i].Lower, 0.3);
    }

    // ", but Y said"
    private bool StartsNewSubject(SentenceWords words, int i)
    {
        if (i >= words.Count || !(words[i].Lower is "but" or "and" or "while" or "though" or "although" or "whereas")) { return false; }
        for (var k = i + 2; k < words.Count && k < i + 8; k++)
        {
            if (words[k].IsComma || words[k].Quoted || (Lexicon.LooksLikeVerb(words[k].Lower) && !Lexicon.Auxiliaries.Contains(words[k].Lower) && !cues.IsFiniteCue(words, k, 0.5))) { return false; }
            if (cues.IsFiniteCue(words, k, 0.5)) { return true; }
        }

        return false;
    }

    // "and said": the same subject goes on in the same form.
    private bool StartsSharedCue(SentenceWords words, int i, CueCandidate cue)
    {
        while (i < words.Count && Lexicon.IsAdverb(words[i].Lower)) { i++; }
        return i < words.Count && !words[i].Quoted && cue.Shape is CueShape.Finite or CueShape.Passive && cues.HasForm(words[i].Lower, cue.Auxiliary ? WordForm.Past : cue.Form, 0.4);
    }

    private static (int Start, bool Linked) SkipLink(SentenceWords words, CueCandidate cue)
    {
        var i = cue.End;
        if (i < words.Count && cue.Word.Prepositions.Contains(words[i].Lower)
            && !(words[i].Lower == "to" && cue.Word.Has(Complements.Infinitive) && StartsInfinitive(words, i))
            && !(i + 1 < words.Count && (Lexicon.Days.Contains(words[i + 1].Lower) || words[i + 1].IsComma || words[i + 1].IsStop))
            && !(cue.Word.Lemma is "say" or "write" or "tell" or "post" or "tweet" && words[i].Lower is "on"))
        {
            return (i + 1, true);
        }

        return (i, false);
    }

    private static bool StartsInfinitive(SentenceWords words, int to) =>
        to + 1 < words.Count && words[to + 1] is { Capital: false, IsWord: true } next && !Lexicon.Determiners.Contains(next.Lower) && !Lexicon.ObjectPronouns.Contains(next.Lower) && !char.IsDigit(next.Lower[0]);

    // "told reporters", "told the Post on Monday": to the clause, the quotation or the colon, else past the shortest noun phrase.
    private static int? SkipRecipient(SentenceWords words, int start)
    {
        if (start >= words.Count || words[start].Lower == "that" || Lexicon.Interrogatives.Contains(words[start].Lower) || OpensQuote(words, start) || !words[start].IsWord) { return null; }
        for (var i = start + 1; i < words.Count && i < start + Lookahead; i++)
        {
            if (OpensQuote(words, i) || words[i].IsColon || words[i].Lower is "that" or "to" or "about" or "of" or "whether" or "if") { return i; }
            if (words[i].IsComma && OpensQuote(words, i + 1)) { return i; }
            if (words[i].IsComma || words[i].IsStop || Lexicon.LooksLikeVerb(words[i].Lower)) { break; }
        }

        if (Lexicon.ObjectPronouns.Contains(words[start].Lower)) { return start + 1; }
        var end = start;
        if (Lexicon.Determiners.Contains(words[end].Lower)) { end++; }
        if (end < words.Count && words[end].Capital)
        {
            while (end < words.Count && (words[end].Capital && !Lexicon.Determiners.Contains(words[end].Lower) && !Lexicon.SubjectPronouns.Contains(words[end].Lower) || words[end].Lower is "of" or "'s")) { end++; }
        }
        else if (end < words.Count && words[end].IsWord)
        {
            end++;
        }

        return end;
    }

    // "said on Monday that", "said in a statement: “": to the mark or conjunction that opens the content, if one is near.
    private static int? SkipManner(SentenceWords words, int start)
    {
        if (start >= words.Count) { return null; }
        var first = words[start].Lower;
        var time = Lexicon.Days.Contains(first) || first is "late" or "early" or "last" or "earlier" or "this";
        if (!(Lexicon.IsPreposition(first) && first is not ("than" or "like")) && !time && !Lexicon.IsAdverb(first) && first is not ("to" or "as" or "when")) { return null; }
        for (var i = start; i < words.Count && i < start + Lookahead; i++)
        {
            if (OpensQuote(words, i) || words[i].IsColon || (words[i].Lower is "that" && i > start)) { return i > start ? i : null; }
            if (words[i].IsComma && (OpensQuote(words, i + 1) || (i + 1 < words.Count && words[i + 1].Lower == "that"))) { return i; }
            if (words[i].IsStop || words[i].Lower is ";" || (i > start && Lexicon.LooksLikeVerb(words[i].Lower))) { break; }
        }

        if (time || Lexicon.IsAdverb(first))
        {
            var i = start + 1;
            while (i < words.Count && (Lexicon.Days.Contains(words[i].Lower) || words[i].Lower is "morning" or "afternoon" or "evening" or "night" or "week" or "month" or "year")) { i++; }
            return i;
        }

        if (first is "on" or "in" && start + 1 < words.Count)
        {
            var i = start + 1;
            while (i < words.Count && (Lexicon.Days.Contains(words[i].Lower) || Lexicon.Months.Contains(words[i].Lower) || char.IsDigit(words[i].Lower[0]) || words[i].Lower is "morning" or "afternoon" or "evening" or "night")) { i++; }
            return i > start + 1 ? i : null;
        }

        return null;
    }

    private static Construction? Kind(SentenceWords words, int i, CueCandidate cue, bool linked)
    {
        var word = cue.Word;
        var lower = words[i].Lower;
        if (OpensQuote(words, i)) { return word.Reports || word.Has(Complements.Object) || linked ? linked ? Construction.SubjectPreposition : Construction.SubjectQuote : null; }
        if (words[i].IsStop || words[i].IsComma || words[i].IsDash || lower is ";" or ")" or "]") { return null; }
        if (linked) { return Construction.SubjectPreposition; }
        if (lower == "that" || Lexicon.Interrogatives.Contains(lower)) { return word.Has(Complements.Clause) ? Construction.SubjectClause : word.Has(Complements.Object) && lower is "that" or "what" or "how" ? Construction.SubjectObject : null; }
        if (lower == "to") { return word.Has(Complements.Infinitive) && StartsInfinitive(words, i) ? Construction.SubjectInfinitive : null; }
        if (Lexicon.Coordinators.Contains(lower) || (Lexicon.IsPreposition(lower) && lower is not ("over" or "around" or "about" or "near")) || lower is "because" or "when" or "while" or "as" or "so") { return null; }
        if (word.Has(Complements.Object) && !(word.Has(Complements.Clause) && HasFiniteVerb(words, i))) { return Construction.SubjectObject; }
        return word.Has(Complements.Clause) ? Construction.SubjectBare : null;
    }

    private static bool HasFiniteVerb(SentenceWords words, int start)
    {
        for (var i = start; i < words.Count && i < start + 14; i++)
        {
            if (words[i].IsComma || words[i].IsStop) { return false; }
            if (Lexicon.Auxiliaries.Contains(words[i].Lower)) { return true; }
        }

        return false;
    }
}
