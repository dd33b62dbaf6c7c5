using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Packs;

namespace Hearsay.Language.Dates;

/// <summary>
/// Infers between which days an undated page was written: not before the days that it speaks of as past, and as long after a beginning as it says ("Russia's 21-month war", "for nearly four
/// months … the last one on August 7"). Comments are left out, and what lies ahead.
/// </summary>
/// <param name="pack">What is known of the domain.</param>
internal sealed partial class PublicationInference(DomainPack pack)
{
    private const int Near = 4; // tokens between a length of time and the noun that it belongs to
    private const int Ahead = 8; // tokens back to look for a word of the future

    /// <summary>The document's own date where it has one, else what can be inferred, else that nothing is known.</summary>
    /// <param name="document">The document with its dates, which nothing has anchored, and its parties.</param>
    public PublicationDate Infer(AnnotatedDocument document)
    {
        if (document.Document.Published.Basis is not DateBasis.Unknown) { return document.Document.Published; }
        var dates = document.Dates.Where(date => IsOfArticle(document, date.Span)).ToList();
        var bounds = new List<Bound>();
        foreach (var date in dates)
        {
            if (date.Type is TimeType.Duration) { AddCounted(document, date, bounds); }
            else if (!IsAhead(document, date.Span) && FirstDay(date.Value) is { } day) { bounds.Add(new Bound(day, null, $"it speaks of “{Words(document, date)}” as past")); }
        }

        foreach (var date in dates.Where(date => date.Value.StartsWith("XXXX-", StringComparison.Ordinal) && !IsAhead(document, date.Span))) { AddYearless(document, dates, date, bounds); }
        return Combine(bounds);
    }

    private static PublicationDate Combine(List<Bound> bounds)
    {
        if (bounds.Count == 0) { return PublicationDate.Unknown; }
        var earliest = bounds.MaxBy(bound => bound.Earliest)!;
        var latest = bounds.Where(bound => bound.Latest is { } last && last >= earliest.Earliest).MinBy(bound => bound.Latest);
        var reasons = new[] { earliest, latest }.OfType<Bound>().Select(bound => bound.Reason).Distinct();
        return new PublicationDate(null, earliest.Earliest, latest?.Latest, DateBasis.Inferred) { Reason = string.Join("; ", reasons) };
    }

    // "Russia's 21-month war": so long after its beginning.
    private void AddCounted(AnnotatedDocument document, TimeExpression length, List<Bound> bounds)
    {
        if (Length().Match(length.Value) is not { Success: true } amount) { return; }
        var (number, unit) = (int.Parse(amount.Groups[1].ValueSpan, CultureInfo.InvariantCulture), amount.Groups[2].ValueSpan[0]);
        foreach (var beginning in pack.Beginnings)
        {
            if (number > 0 && number < 600 && beginning.Parties.All(party => document.Parties.Any(mention => mention.Party.Id == party)) && StandsWith(document, length.Span, beginning.Nouns))
            {
                bounds.Add(After(beginning.Day, number, unit, ApproachOf(document, length.Span), $"it speaks of “{Words(document, length)}” since {beginning.Name} on {beginning.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}"));
            }
        }
    }

    // A day and month without a year is of the year that agrees with what else is known, and nothing is written before it.
    private static void AddYearless(AnnotatedDocument document, List<TimeExpression> dates, TimeExpression date, List<Bound> bounds)
    {
        if (bounds.Count == 0 || !DateOnly.TryParseExact("2000" + date.Value[4..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named)) { return; }
        var around = bounds.Where(bound => bound.Latest is not null).MinBy(bound => bound.Latest)?.Latest ?? bounds.Max(bound => bound.Earliest);
        var years = Enumerable.Range(around.Year - 1, 3).Where(year => named.Day <= DateTime.DaysInMonth(year, named.Month)).Select(year => new DateOnly(year, named.Month, named.Day)).ToList();
        if (bounds.Exists(bound => bound.Latest is not null)) { years.RemoveAll(day => day > around); }
        if (years.Count == 0) { return; }
        var day = years.MinBy(day => Math.Abs(day.DayNumber - around.DayNumber));
        bounds.Add(new Bound(day, null, $"it speaks of “{Words(document, date)}” as past"));

        // "For nearly four months … the last one taking place on August 7": as long after it.
        var sentence = document.Sentences[SortedSpans.FirstEndingAfter(document.Sentences, date.Span.Start, each => each.Span)];
        foreach (var length in dates.Where(length => length.Type is TimeType.Duration && sentence.Span.Contains(length.Span) && IsElapsed(document, length.Span)))
        {
            if (Length().Match(length.Value) is { Success: true } amount && IsLast(document, sentence, date.Span))
            {
                bounds.Add(After(day, int.Parse(amount.Groups[1].ValueSpan, CultureInfo.InvariantCulture), amount.Groups[2].ValueSpan[0], ApproachOf(document, length.Span), $"it counts “{Words(document, length)}” since “{Words(document, date)}”"));
            }
        }
    }

    // People round lengths of time: "21 months" are at least twenty and a half, and less than twenty-two.
    private static Bound After(DateOnly day, int number, char unit, Approach approach, string reason)
    {
        var half = unit switch { 'Y' => 180, 'M' => 15, 'W' => 3, _ => 0 };
        var whole = unit switch { 'Y' => day.AddYears(number), 'M' => day.AddMonths(number), 'W' => day.AddDays(7 * number), _ => day.AddDays(number) };
        return approach switch
        {
            Approach.Below => new Bound(whole.AddDays(-half), whole.AddDays(1), reason),
            Approach.Above => new Bound(whole, whole.AddDays(4 * half), reason),
            _ => new Bound(whole.AddDays(-half), whole.AddDays(2 * half), reason),
        };
    }

    private static bool IsOfArticle(AnnotatedDocument document, TextSpan span)
    {
        var block = SortedSpans.FirstEndingAfter(document.Document.Blocks, span.Start, each => each.Span);
        return document.Document.Blocks[block].Role is BlockRole.Headline or BlockRole.Byline or BlockRole.Body or BlockRole.List or BlockRole.Quote or BlockRole.Dateline or BlockRole.Caption;
    }

    private static bool StandsWith(AnnotatedDocument document, TextSpan length, IReadOnlyCollection<string> nouns)
    {
        var next = SortedSpans.FirstEndingAfter(document.Tokens, length.End, token => token.Span);
        for (var i = next; i < Math.Min(document.Tokens.Length, next + Near); i++)
        {
            var word = document.Tokens[i].Span.SliceOf(document.Text);
            if (nouns.Contains(word, StringComparer.OrdinalIgnoreCase)) { return true; }
            if (word is "." or "," or ";") { return false; }
        }

        return false;
    }

    private static Approach ApproachOf(AnnotatedDocument document, TextSpan length) => WordBefore(document, length) switch
    {
        "nearly" or "almost" => Approach.Below,
        "over" => Approach.Above,
        _ => length.In(document.Text) is var words && (words.StartsWith("more", StringComparison.OrdinalIgnoreCase) || words.StartsWith("at least", StringComparison.OrdinalIgnoreCase)) ? Approach.Above
            : words.StartsWith("less", StringComparison.OrdinalIgnoreCase) ? Approach.Below : Approach.About,
    };

    // "for nearly four months", "in three weeks"
    private static bool IsElapsed(AnnotatedDocument document, TextSpan length)
    {
        var token = SortedSpans.FirstEndingAfter(document.Tokens, length.Start, each => each.Span);
        for (var i = token - 1; i >= Math.Max(0, token - 3); i--)
        {
            if (document.Tokens[i].Span.In(document.Text) is "For" or "for" or "In" or "in" or "past" or "last") { return true; }
        }

        return false;
    }

    private static bool IsLast(AnnotatedDocument document, Sentence sentence, TextSpan date) =>
        document.Text.AsSpan(sentence.Span.Start, date.Start - sentence.Span.Start) is var before && (before.Contains(" last ", StringComparison.OrdinalIgnoreCase) || before.Contains(" since ", StringComparison.OrdinalIgnoreCase) || before.Contains(" latest ", StringComparison.OrdinalIgnoreCase));

    private static bool IsAhead(AnnotatedDocument document, TextSpan date)
    {
        var token = SortedSpans.FirstEndingAfter(document.Tokens, date.Start, each => each.Span);
        for (var i = token - 1; i >= Math.Max(0, token - Ahead); i--)
        {
            switch (document.Tokens[i].Span.SliceOf(document.Text).ToLowerInvariant())
            {
                case "will" or "until" or "till" or "by" or "planned" or "scheduled" or "expected" or "plans" or "before" or "due" or "shall" or "would" or "ahead": return true;
                case "." or "said" or "was" or "were": return false;
            }
        }

        return false;
    }

    private static string WordBefore(AnnotatedDocument document, TextSpan span)
    {
        var token = SortedSpans.FirstEndingAfter(document.Tokens, span.Start, each => each.Span);
        return token > 0 ? document.Tokens[token - 1].Span.SliceOf(document.Text).ToLowerInvariant() : "";
    }

    private static string Words(AnnotatedDocument document, TimeExpression date) => date.Span.SliceOf(document.Text);

    // The first day of what a value names: the page was written then or later. Nothing for relative and open values.
    private static DateOnly? FirstDay(string value)
    {
        if (value.Length < 4 || !int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2200) { return null; }
        return DateOnly.TryParseExact(value.Length >= 10 ? value[..10] : value, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    [GeneratedRegex(@"^P(\d{1,4})([YMWD])$")]
    private static partial Regex Length();

    private sealed record Bound(DateOnly Earliest, DateOnly? Latest, string Reason);
}

/// <summary>From which side a rounded length of time comes near.</summary>
internal enum Approach
{
    /// <summary>"21 months".</summary>
    About,
    /// <summary>"nearly four months".</summary>
    Below,
    /// <summary>"more than two years".</summary>
    Above,
}
