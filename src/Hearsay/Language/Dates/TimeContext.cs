namespace Hearsay.Language.Dates;

/// <summary>What the words around a time phrase say of it: whether it is one at all, and whether it lies ahead.</summary>
internal readonly ref struct TimeContext(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<TimeWord> words, ReadOnlySpan<string> tags)
{
    private const int Reach = 8; // tokens back to look for an auxiliary

    private readonly ReadOnlySpan<Token> tokens = tokens;
    private readonly ReadOnlySpan<TimeWord> words = words;
    private readonly ReadOnlySpan<string> tags = tags;

    /// <summary>False for words that only look like a time: "may" as a name, "march" as a deed, a year that counts something.</summary>
    public bool Accepts(TimePhrase phrase, int at, int length) => phrase switch
    {
        TimePhrase.Calendar { Year: null, Day: null, Month: 3 or 5 } => FollowsTimePreposition(at) || (length == 1 && TagAt(at - 1) is "DT" or "PRP$" && TagAt(at + 1) is "NN" or "NNS"), // "the March accession"
        TimePhrase.DayOfMonth when length == 2 && words[at + 1] is { Second: 0, Value: var day } => day > 2 && (Is(at - 1, "on") || Is(at - 1, "until") || Is(at - 1, "since")) && (at + 2 >= tokens.Length || !char.IsLetterOrDigit(tokens[at + 2].Span.In(text)[0])), // "on the fifth, after the fog", but not "on the fifth floor"
        TimePhrase.DayOfMonth => length > 2 || !LeadsToNoun(at + length) && (Is(at - 1, "on") || Is(at - 1, "by") || Is(at - 1, "until") || Is(at - 1, "since") || FollowsTimePreposition(at)),
        TimePhrase.Fixed { Value: "PAST_REF" } when words[at].Kind == TimeWordKind.Article => !LeadsToNoun(at + length),
        TimePhrase.Fixed { Type: TimeType.Set } when length == 1 && words[at].Kind == TimeWordKind.Adverb => at == 0 ? !IsCapital(1) : !IsCapital(at), // "the Daily Sentinel" is a newspaper; "the party daily Dawn" is marked as a set by annotators
        TimePhrase.Fixed { Type: TimeType.Duration } when length == 2 && words[at].Kind == TimeWordKind.Article && at > 0 && words[at - 1].Kind == TimeWordKind.Units => false, // "24 hours a day"
        TimePhrase.Fixed { Type: TimeType.Duration } when length == 2 && words[at].Kind == TimeWordKind.Number && at > 0 => !IsCapital(at + 1), // "60 Minutes" is a programme
        TimePhrase.Fixed { Type: TimeType.Date } when words[at + length - 1].Kind == TimeWordKind.Reference => (at == 0 && length == 1) || !IsCapital(at + length - 1), // "the Future Group"
        TimePhrase.Shifted { FromSpoken: true } or TimePhrase.OfDay { Date: TimePhrase.Shifted { FromSpoken: true } } when words[at + length - 1].Kind is TimeWordKind.Before or TimeWordKind.After => EndsClause(at + length), // "the year before", but not "the year before the war"
        TimePhrase.OfDay { Date: TimePhrase.Shifted } when length == 1 && words[at].Kind is TimeWordKind.PartOfDay => TagAt(at) is not ['J', 'J', ..] && !LeadsToNoun(at + 1), // "an overnight raid" tells no night
        TimePhrase.OfDay { Date: null } when length == 2 && words[at].Kind is TimeWordKind.Article => tags.IsEmpty || !LeadsToNoun(at + length),
        TimePhrase.OfDay { Date: null } when length == 1 && words[at].Kind == TimeWordKind.Midday => !IsCapital(at),
        TimePhrase.Calendar { Month: null, Day: null } when length == 1 && words[at].Kind == TimeWordKind.Number => AcceptsYear(at),
        TimePhrase.Fixed { Type: TimeType.Duration } when length == 1 && words[at].Kind == TimeWordKind.Units => FollowsPrepositionOfDuration(at) || Is(at + 1, "before") || Is(at + 1, "after") || (at == 0 && Is(at + 1, "of")),
        _ => true,
    };

    /// <summary>Where a length of time begins with the words that bound it: "more than two years", "at least a week".</summary>
    public int StartOf(TimePhrase phrase, int at) =>
        phrase is TimePhrase.Fixed { Type: TimeType.Duration } or TimePhrase.Shifted { Exact: false } && words[at].Kind is not TimeWordKind.HyphenDuration
            && ((Is(at - 1, "than") && (Is(at - 2, "more") || Is(at - 2, "less") || Is(at - 2, "fewer"))) || (Is(at - 1, "least") && Is(at - 2, "at"))) ? at - 2 : at;

    // What bears the day on which it was said or written.
    private static readonly HashSet<string> Written = new(StringComparer.OrdinalIgnoreCase) { "statement", "statements", "letter", "letters", "report", "decree", "order", "agreement", "agreements", "note", "message", "post", "video", "interview", "resolution", "law", "speech", "claim", "claims", "remarks", "announcement", "memorandum", "protocol", "article" };

    /// <summary>What the words just before a time tell of its direction, whatever the verb: "a rally for Saturday", "as early as Tuesday"; null where they tell nothing.</summary>
    public bool? IsAhead(TimePhrase phrase, int at, int end)
    {
        var isDay = phrase is TimePhrase.Weekday or TimePhrase.OfDay { Date: TimePhrase.Weekday };
        if (isDay && Is(at - 1, "for")) { return true; }
        if (Is(at - 1, "as") && (Is(at - 2, "soon") || Is(at - 2, "early") || Is(at - 2, "late"))) { return true; }
        if (at > 1 && Is(at - 1, "until")) { return !IsPastNegation(at - 1); } // "Until Friday he was free" opens a sentence and looks back
        if (Is(at - 1, "since")) { return false; }
        if (phrase is TimePhrase.Calendar && at > 1 && Is(at - 1, "of") && (Written.Contains(tokens[at - 2].Span.SliceOf(text)) || IsCapital(at - 2))) { return false; } // "the letter of 6 June", "the statements by Zorin of 6 June"
        return null;
    }

    // "Was not handed in until the 21st" tells when it was.
    private bool IsPastNegation(int before)
    {
        for (var i = before - 1; i > 0 && i >= before - Reach; i--)
        {
            if (Is(i, "not") || Is(i, "n't") || Is(i, "n’t")) { return Is(i - 1, "was") || Is(i - 1, "were") || Is(i - 1, "did") || Is(i - 1, "had"); }
        }

        return false;
    }

    /// <summary>True where an auxiliary of the future stands shortly before the phrase in its clause, or behind a phrase that opens the sentence.</summary>
    /// <param name="at">The phrase's first token.</param>
    /// <param name="end">The token behind it.</param>
    public bool IsFuture(int at, int end)
    {
        if (IsPastVerb(at - 1)) { return false; } // "announced Wednesday"
        if (Is(end, "'s") || Is(end, "’s")) { return false; } // "ways to get around Monday's ruling"
        if (at <= 1 && LeadsToFuture(end)) { return true; }
        for (var i = at - 1; i >= 0 && i >= at - Reach; i--)
        {
            if (Is(i, "will") || Is(i, "shall") || Is(i, "'ll") || Is(i, "scheduled") || Is(i, "expected") || Is(i, "planned") || Is(i, "due") || Is(i, "would") || Is(i, "plans") || Is(i, "until") || Is(i, "by")) { return true; }
            if (Is(i, "was") || Is(i, "were") || Is(i, "had") || Is(i, "did") || Is(i, "said") || Is(i, "after") || Is(i, "since")) { return false; }
        }

        return false;
    }

    // "On Tuesday the men will come home."
    private bool LeadsToFuture(int end)
    {
        for (var i = end; i < Math.Min(tokens.Length, end + Reach); i++)
        {
            if (Is(i, "will") || Is(i, "shall")) { return true; }
            if (IsPastVerb(i) || Is(i, "was") || Is(i, "were") || Is(i, "had") || Is(i, "said")) { return false; }
        }

        return false;
    }

    private bool IsPastVerb(int at) =>
        at >= 0 && at < tokens.Length && tokens[at].Span.In(text) is { Length: > 4 } word && word.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(word[0]) && word is not ("scheduled" or "expected" or "planned" or "supposed" or "need" or "postponed" or "delayed");

    /// <summary>True where the tags show that a token begins or is a noun's phrase: "Dec 5 - 12 men".</summary>
    public bool IsBeforeNoun(int at) => !tags.IsEmpty && LeadsToNoun(at);

    // Without grammar, only a mark or the sentence's end shows that no noun follows.
    private bool LeadsToNoun(int at) =>
        at < tokens.Length && (tags.IsEmpty ? char.IsLetterOrDigit(tokens[at].Span.In(text)[0]) : tags[at] is ['N', 'N', ..] or ['J', 'J', ..] or "CD" or "VBG");

    private bool EndsClause(int at) => at >= tokens.Length || !char.IsLetterOrDigit(tokens[at].Span.In(text)[0]) || Is(at, "and") || Is(at, "but") || Is(at, "when") || Is(at, "in") || Is(at, "at");

    private string TagAt(int at) => at >= 0 && at < tags.Length ? tags[at] : "";

    private bool FollowsTimePreposition(int at) =>
        Is(at - 1, "in") || Is(at - 1, "since") || Is(at - 1, "by") || Is(at - 1, "until") || Is(at - 1, "from") || Is(at - 1, "during") || Is(at - 1, "between")
        || Is(at - 1, "and") || Is(at - 1, "to") || Is(at - 1, "of") || Is(at - 1, "for") || Is(at - 1, "before") || Is(at - 1, "after") || Is(at - 1, "through") || Is(at - 1, "late");

    private bool FollowsPrepositionOfDuration(int at) =>
        Is(at - 1, "for") || Is(at - 1, "in") || Is(at - 1, "after") || Is(at - 1, "within") || Is(at - 1, "over") || Is(at - 1, "of") || Is(at - 1, "the") || Is(at - 1, "took") || Is(at - 1, "many");

    // A bare year follows a preposition, a comma or a bracket, or stands before a noun; a number in a score, price or address does not count as one.
    private bool AcceptsYear(int at)
    {
        var before = at == 0 ? "" : tokens[at - 1].Span.SliceOf(text);
        if (before is "$" or "£" or "€" or "No." or "#" or "than" or "nearly" or "almost" or "about" or "some" or "over" or "room" or "article" or "page" || before.EndsWith('$')) { return false; }
        var after = at + 1 < tokens.Length ? tokens[at + 1].Span.SliceOf(text) : "";
        return after is not ("%" or "percent" or "people" or "men" or "soldiers" or "troops" or "prisoners" or "feet" or "miles" or "kilometers" or "kilometres" or "meters" or "metres" or "dollars" or "points" or "votes");
    }

    private bool IsCapital(int at) => at >= 0 && at < tokens.Length && char.IsUpper(tokens[at].Span.In(text)[0]);

    private bool Is(int at, string word) => at >= 0 && at < tokens.Length && tokens[at].Span.In(text).Equals(word, StringComparison.OrdinalIgnoreCase);
}
