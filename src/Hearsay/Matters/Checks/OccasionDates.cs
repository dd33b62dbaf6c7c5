using System.Text.RegularExpressions;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>
/// Two days of one occasion, whoever tells them, where the words say that it is one: "swapped 115 prisoners on the 24th" and "the exchange on the 26th"; two days on which the last exchange was; "a Kystavisen report of the 7th" and
/// when Kystavisen put it online.
/// </summary>
internal static partial class OccasionDates
{
    private const int MostDays = 5;
    private const int MostDaysOfLast = 31;
    private const int SamePeriod = 20; // days; an occasion with a third day in it recurs
    private const int Around = 60;

    /// <summary>The pairs, in text order.</summary>
    public static IEnumerable<(DatedTelling First, DatedTelling Second)> Pairs(DocumentView document, IReadOnlyList<DatedTelling> dated)
    {
        for (var i = 0; i < dated.Count; i++)
        {
            for (var j = i + 1; j < dated.Count; j++)
            {
                if (AreOne(document, dated, dated[i], dated[j])) { yield return (dated[i], dated[j]); }
            }
        }
    }

    private static bool AreOne(DocumentView document, IReadOnlyList<DatedTelling> dated, DatedTelling first, DatedTelling second)
    {
        var days = first.DaysFrom(second, document.Text);
        if (days == 0 || days > MostDaysOfLast || first.Line == second.Line || first.Line.IsElsewhere(second.Line) || IsUnreal(document, first) || IsUnreal(document, second)) { return false; }
        if (AreFirst(first.Line, second.Line)) { return true; }
        if (days <= MostDays && PublisherOf(document, first) is { } publisher && second.Line.Words.Contains(publisher, StringComparison.Ordinal) && second.Line.Occasions.Contains("publish") && !Others().IsMatch(second.Line.Words)) { return true; }
        var shared = first.Line.Occasions.Intersect(second.Line.Occasions).ToHashSet(StringComparer.Ordinal);
        if (shared.Count == 0) { return false; }
        if (Last().IsMatch(first.Line.Words) && Last().IsMatch(second.Line.Words)) { return !Others().IsMatch(first.Line.Words) && !Others().IsMatch(second.Line.Words); }
        if (days > MostDays || Others().IsMatch(first.Line.Words) || Others().IsMatch(second.Line.Words)) { return false; }
        if (second.IsNew) { return false; }
        var named = DatedTelling.OccasionAt(document, second.Line, second.Date.Span).Concat(DatedTelling.OccasionAt(document, first.Line, first.Date.Span)).Where(shared.Contains).FirstOrDefault();
        return named is not null && dated.Where(other => Math.Abs(other.Day.DayNumber - first.Day.DayNumber) <= SamePeriod && other.Line.Occasions.Contains(named)).Select(other => other.Day).Distinct().Count() == 2;
    }

    // "It received its first Varnians on …", "the first Varnians walked through the gate on …"
    private static bool AreFirst(ToldLine one, ToldLine other) => FirstOf().Matches(one.Words) is { Count: > 0 } mine && FirstOf().Matches(other.Words) is { Count: > 0 } its
        && mine.Any(match => its.Any(another => Stemmer.Stem(match.Groups["noun"].Value.ToLowerInvariant()) == Stemmer.Stem(another.Groups["noun"].Value.ToLowerInvariant())));

    // "A Kystavisen report of 7 February": whose it is.
    private static string? PublisherOf(DocumentView document, DatedTelling telling) =>
        ReportOf().Match(document.Text[Math.Max(telling.Line.Line.Span.Start, telling.Date.Span.Start - Around)..telling.Date.Span.Start]) is { Success: true } match ? match.Groups["name"].Value : null;

    // What is planned, supposed or happens again and again has other days.
    private static bool IsUnreal(DocumentView document, DatedTelling telling)
    {
        var (line, date) = (telling.Line.Line.Span, telling.Date.Span);
        return Unreal().IsMatch(document.Text[Math.Max(line.Start, date.Start - Around)..Math.Min(line.End, date.End + Around)]);
    }

    [GeneratedRegex(@"\b(?:an?|the) (?<name>\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2}) (?:report|article|story|post|video|item|bulletin|piece) (?:of|from|on|dated) (?:the (?:morning|afternoon|evening|night) of )?$", RegexOptions.CultureInvariant)]
    private static partial Regex ReportOf();

    [GeneratedRegex(@"\b(?:last|latest|most recent)\b(?! (?:week|month|year|night|spring|summer|autumn|fall|winter|\p{L}+day|few|two|three|four|\d))", RegexOptions.IgnoreCase)]
    private static partial Regex Last();

    [GeneratedRegex(@"\b(?:the|its|their|his|her) (?:very )?first (?:\p{Ll}+ (?=\p{L}))?(?<noun>\p{L}{4,})", RegexOptions.CultureInvariant)]
    private static partial Regex FirstOf();

    [GeneratedRegex(@"\b(?:will|would|plans?|planned|scheduled|expects?|expected|due|hopes?|[Uu]nless|[Ii]f|may|might|could|next|(?:[Ee]very|[Ee]ach) (?:day|week|month|year|time|\p{L}+day)|usually|normally)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unreal();

    [GeneratedRegex(@"\b(?:again|another|an? second|second|third|separate|(?:a|one|two|three|four|five|six|seven|ten|\d+) (?:day|days|week|weeks) (?:later|earlier|before|after)|the (?:next|following|previous) \p{L}+|previous|earlier (?:exchange|swap|attack|strike|meeting)|similar)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Others();
}
