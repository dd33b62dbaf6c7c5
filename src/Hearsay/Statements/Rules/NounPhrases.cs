namespace Hearsay.Statements.Rules;

/// <summary>A run of a sentence's words, half-open.</summary>
internal readonly record struct WordRange(int Start, int End)
{
    public int Count => End - Start;
}

/// <summary>Finds the noun phrase before or after a cue by its edges: marks, subordinators, verbs, closed classes.</summary>
internal static class NounPhrases
{
    private const int Longest = 45;

    /// <summary>The phrase that ends right before <paramref name="end"/>: the subject of a verb that starts there. Null where there is none.</summary>
    public static WordRange? Before(SentenceWords words, int end)
    {
        if (end <= 0) { return null; }
        if (Lexicon.Relatives.Contains(words[end - 1].Lower) && end > 1) { return new WordRange(end - 1, end); }
        if (!words[end - 1].IsComma)
        {
            var edge = Edge(words, end);
            return edge > 1 && words[edge - 1].IsComma && IsBareNoun(words, edge) && Trimmed(words, Edge(words, edge - 1), edge - 1) is { } named && words[named.End - 1].Capital
                ? new WordRange(named.Start, end) // "Ann Lee, founder of the group said"
                : Trimmed(words, edge, end);
        }

        // "X, a spokesman for Y, said": the words between the commas belong to the phrase unless they tell circumstances.
        var close = end - 1;
        var open = PreviousComma(words, close);
        for (var depth = 0; open is { } comma && depth < 3; depth++)
        {
            var edge = Edge(words, comma);
            if (Trimmed(words, edge, comma) is { } head && HasName(words, head))
            {
                return TellsCircumstances(words, comma + 1) ? head : new WordRange(head.Start, close);
            }

            open = PreviousComma(words, comma);
        }

        return null;
    }

    /// <summary>The phrase that starts at <paramref name="start"/>: after "said", "according to", "by". Null where there is none.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="closed">An apposition counts only where a comma closes it, since a clause follows.</param>
    public static WordRange? After(SentenceWords words, int start, bool closed = false)
    {
        var i = start;
        while (i < words.Count && i - start < Longest)
        {
            var lower = words[i].Lower;
            if (words[i].Quoted && words[i].IsQuoteMark || words[i].IsStop || words[i].IsColon || words[i].IsDash || lower is ";" or ")" or "(") { break; }
            if (words[i].IsComma)
            {
                if (i > start && EndOfApposition(words, i, closed) is { } after) { i = after; continue; }
                break;
            }

            if (i > start && (Lexicon.Auxiliaries.Contains(lower) || (Lexicon.Subordinators.Contains(lower) && lower is not ("as" or "than" or "who" or "which"))
                || StartsTime(words, i) || (Lexicon.SubjectPronouns.Contains(lower) && lower != "who"))) { break; }
            if (Lexicon.Coordinators.Contains(lower) && !(i > start && i + 1 < words.Count && lower is "and" or "or" && (words[i + 1].Capital || Lexicon.Determiners.Contains(words[i + 1].Lower)))) { break; }
            i++;
        }

        while (i > start && (Lexicon.IsPreposition(words[i - 1].Lower) || words[i - 1].IsComma || Lexicon.IsAdverb(words[i - 1].Lower))) { i--; }
        return i > start ? new WordRange(start, i) : null;
    }

    /// <summary>The first place, going left from <paramref name="end"/>, from which the words could be one noun phrase.</summary>
    public static int Edge(SentenceWords words, int end)
    {
        var start = end;
        while (start > 0 && end - start < Longest)
        {
            var word = words[start - 1];
            var lower = word.Lower;
            if (lower == ")" && OpeningBracket(words, start - 1) is { } bracket && bracket > 0) { start = bracket; continue; }
            if (!word.IsWord || (word.Quoted && end < words.Count && !words[end].Quoted)) { break; }
            if (Lexicon.Subordinators.Contains(lower)) { break; }
            if (Lexicon.Coordinators.Contains(lower))
            {
                var joins = lower is "and" or "or" && start < end && start > 1 && words[start - 2].IsWord
                    && (words[start - 2].Capital || !words[start].Capital) && (words[start].Capital == words[start - 2].Capital) && !SpeaksOfItself(words[start].Lower);
                if (!joins) { break; }
            }
            else if (Lexicon.LooksLikeVerb(lower) && !word.Capital && !(start > 1 && IsPremodified(words, start - 2)))
            {
                break;
            }

            start--;
        }

        return start;
    }

    // Drops what stands before the phrase proper: adverbs, and a phrase of time or place without a comma ("On Tuesday the Post").
    private static WordRange? Trimmed(SentenceWords words, int start, int end)
    {
        while (start < end && (Lexicon.IsAdverb(words[start].Lower) && !Lexicon.Pronouns.Contains(words[start].Lower) || Lexicon.Coordinators.Contains(words[start].Lower) || words[start].Lower is "'" or "then")) { start++; }
        if (start < end && Lexicon.IsPreposition(words[start].Lower))
        {
            int? inner = null;
            for (var i = start + 2; i < end; i++)
            {
                var (word, before) = (words[i], words[i - 1]);
                var begins = Lexicon.Articles.Contains(word.Lower) || Lexicon.Possessives.Contains(word.Lower) || Lexicon.SubjectPronouns.Contains(word.Lower) || (word.Capital && !(before.Capital && !Lexicon.Days.Contains(before.Lower)));
                if (begins && !Lexicon.IsPreposition(before.Lower) && !Lexicon.Determiners.Contains(before.Lower) && before.Lower is not ("'s" or "and" or "&")) { inner = inner ?? i; }
            }

            if (inner is null) { return null; }
            start = inner.Value;
        }

        if (start >= end || Lexicon.IsPreposition(words[end - 1].Lower) || Lexicon.Articles.Contains(words[end - 1].Lower)) { return null; }
        return new WordRange(start, end);
    }

    // A lower-case noun without an article is no subject of its own in the singular: an apposition that its author did not close.
    private static bool IsBareNoun(SentenceWords words, int i) =>
        words[i] is { Capital: false, IsWord: true, Lower: var lower } && lower.Length > 3 && lower[^1] != 's' && !char.IsDigit(lower[0])
        && !Lexicon.Determiners.Contains(lower) && !Lexicon.Pronouns.Contains(lower) && !Lexicon.IsPreposition(lower) && !Lexicon.IsAdverb(lower) && !Lexicon.Subordinators.Contains(lower) && lower is not "people" and not "then";

    private static bool IsPremodified(SentenceWords words, int i) =>
        Lexicon.Determiners.Contains(words[i].Lower) || words[i].Lower is "'s" || words[i].Lower.EndsWith("ly", StringComparison.Ordinal);

    private static bool SpeaksOfItself(string lower) => Lexicon.SubjectPronouns.Contains(lower) && lower != "who";

    private static bool HasName(SentenceWords words, WordRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (words[i].Capital || Lexicon.Determiners.Contains(words[i].Lower) || Lexicon.Pronouns.Contains(words[i].Lower)) { return true; }
        }

        return false;
    }

    private static bool TellsCircumstances(SentenceWords words, int i)
    {
        var lower = words[i].Lower;
        return (Lexicon.IsPreposition(lower) && lower is not ("of" or "from" or "like")) || Lexicon.IsAdverb(lower)
            || Lexicon.Coordinators.Contains(lower) || lower is "when" or "while" or "if" or "though" or "because"
            || (lower.EndsWith("ing", StringComparison.Ordinal) && lower.Length > 5);
    }

    private static int? PreviousComma(SentenceWords words, int before)
    {
        for (var i = before - 1; i > 0 && before - i < 30; i--)
        {
            if (words[i].IsComma) { return i; }
            if (words[i].Quoted || words[i].Lower is ";" || words[i].IsColon) { return null; }
        }

        return null;
    }

    private static int? OpeningBracket(SentenceWords words, int close)
    {
        for (var i = close - 1; i >= 0 && close - i < 15; i--)
        {
            if (words[i].Lower == "(") { return i; }
        }

        return null;
    }

    private static bool StartsTime(SentenceWords words, int i) =>
        Lexicon.Days.Contains(words[i].Lower) && !(i > 0 && words[i - 1].Lower is "the" or "of")
        || (words[i].Lower is "on" or "in" or "at" or "during" or "after" or "before" or "this" or "last" && i + 1 < words.Count && (Lexicon.Days.Contains(words[i + 1].Lower) || char.IsDigit(words[i + 1].Lower[0]) || words[i + 1].Lower is "a" or "an" or "week" or "month" or "year" or "response"));

    // Where a comma opens an apposition ("said Ann Lee, a spokeswoman for the port."), the place after its last word.
    private static int? EndOfApposition(SentenceWords words, int comma, bool closed)
    {
        var i = comma + 1;
        if (i >= words.Count || words[i].Quoted) { return null; }
        var first = words[i].Lower;
        if (!(Lexicon.Articles.Contains(first) || Lexicon.Possessives.Contains(first) || first == "who" || (char.IsDigit(first[0]) && i + 1 < words.Count && words[i + 1].IsComma) || (char.IsLetter(first[0]) && !TellsCircumstances(words, i) && !Lexicon.LooksLikeVerb(first) && !Lexicon.SubjectPronouns.Contains(first) && !Lexicon.Subordinators.Contains(first)))) { return null; }
        for (; i < words.Count && i - comma < 25; i++)
        {
            if (words[i].IsComma) { return i; }
            if (words[i].IsStop || words[i].IsColon || words[i].Lower is ";" || words[i].IsDash) { return closed ? null : i; }
            if (first != "who" && Lexicon.Auxiliaries.Contains(words[i].Lower) && words[i].Lower != "'s") { return null; }
            if (words[i].Quoted || (first != "who" && i > comma + 1 && Lexicon.SubjectPronouns.Contains(words[i].Lower) && words[i].Lower != "who")) { return null; }
        }

        return i == words.Count && !closed ? i : null;
    }
}
