namespace Hearsay.Language;

/// <summary>
/// Gives a clause back to its verb that a parser took for a time's: in "announced on 27 October that the list was ready" nothing is said of October. A time has no relative clause with "that" and a subject
/// of its own.
/// </summary>
internal static class TimeClause
{
    private const int MostSteps = 4; // from the time's word up to the verb

    private static readonly HashSet<string> Times = new(StringComparer.OrdinalIgnoreCase)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
        "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.", "week", "month", "year", "weekend", "morning", "afternoon", "evening", "night", "yesterday", "today", "tomorrow", "midnight", "noon", "spring", "summer", "autumn", "winter",
    };

    /// <summary>Mends a sentence's tree in place.</summary>
    /// <param name="form">The words, by their places in the document.</param>
    /// <param name="first">The sentence's first token.</param>
    /// <param name="tags">Tags of the document's tokens.</param>
    /// <param name="heads">Their heads, as places in the document, -1 for a root.</param>
    /// <param name="relations">Their relations.</param>
    /// <param name="end">Behind the sentence's last token.</param>
    public static void Mend(Func<int, ReadOnlySpan<char>> form, int first, int end, string[] tags, int[] heads, string[] relations)
    {
        for (var that = first + 3; that + 2 < end; that++)
        {
            if (tags[that] is not ("WDT" or "IN" or "DT") || !form(that).Equals("that", StringComparison.OrdinalIgnoreCase) || !IsTime(form, that - 1, first, tags)) { continue; }
            var clause = heads[that];
            if (clause <= that || clause >= end || relations[clause] is not ("acl:relcl" or "acl" or "ccomp") || heads[clause] >= that || !HasSubject(clause, that, end, heads, relations)) { continue; }
            var verb = heads[clause];
            for (var step = 0; step < MostSteps && verb >= first && tags[verb] is not ['V', ..]; step++) { verb = heads[verb]; }
            if (verb < first || verb == heads[clause] || tags[verb] is not ['V', ..]) { continue; }
            (heads[clause], relations[clause]) = (verb, "ccomp");
            (tags[that], relations[that]) = ("IN", "mark");
        }
    }

    /// <summary>True for a day of the week, a month, a season, a part of the day and the like.</summary>
    public static bool IsTime(ReadOnlySpan<char> word) => Times.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    // "October", "last week", "27 October 2024", "October 27"
    private static bool IsTime(Func<int, ReadOnlySpan<char>> form, int word, int first, string[] tags)
    {
        for (var t = word; t >= first && word - t < 3; t--)
        {
            if (IsTime(form(t)) || (tags[t] is "NNP" && form(t).Equals("may", StringComparison.OrdinalIgnoreCase))) { return true; }
            if (tags[t] is not ("CD" or ",")) { return false; }
        }

        return false;
    }

    private static bool HasSubject(int clause, int that, int end, int[] heads, string[] relations)
    {
        for (var t = that + 1; t < Math.Min(end, clause + 1); t++)
        {
            if (heads[t] == clause && relations[t] is "nsubj" or "nsubjpass") { return true; }
        }

        return false;
    }
}
