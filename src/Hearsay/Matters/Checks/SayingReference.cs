using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Language.Dates;

namespace Hearsay.Matters.Checks;

/// <summary>Words that speak of what somebody said on a day: "Zorin's statement of 29 October", "the 29 November and 3 December statements by Zorin and Amsel".</summary>
/// <param name="Name">Who said it, by the last name.</param>
/// <param name="Span">The day's words.</param>
/// <param name="Day">The day.</param>
internal readonly partial record struct SayingReference(string Name, TextSpan Span, DateOnly Day)
{
    /// <summary>The references among a text's dates.</summary>
    public static IEnumerable<SayingReference> Find(string text, ImmutableArray<TimeExpression> expressions)
    {
        ImmutableArray<TimeExpression> dates = [.. expressions.Where(date => date.Type is TimeType.Date && DayOf(date.Value) is not null)];
        for (var i = 0; i < dates.Length; i++)
        {
            var before = text[Math.Max(0, dates[i].Span.Start - 60)..dates[i].Span.Start];
            if (SayingOf().Match(before) is { Success: true } match || (SayingNext().IsMatch(text.AsSpan(dates[i].Span.End, Math.Min(40, text.Length - dates[i].Span.End))) && (match = Possessor().Match(before)).Success)) { yield return new SayingReference(match.Groups["name"].Value, dates[i].Span, DayOf(dates[i].Value)!.Value); }
        }

        for (var i = 0; i < dates.Length; i++)
        {
            var last = i;
            while (last + 1 < dates.Length && text[dates[last].Span.End..dates[last + 1].Span.Start] is " and " or ", ") { last++; }
            var after = text.Substring(dates[last].Span.End, Math.Min(120, text.Length - dates[last].Span.End));
            var before = text[Math.Max(0, dates[i].Span.Start - 120)..dates[i].Span.Start];
            if ((SayingsBy().Match(after) is { Success: true } match) || (last > i && (match = SayingsThen().Match(before)).Success))
            {
                string[] names = [.. match.Groups["name"].Captures.Select(capture => capture.Value.Split(' ')[^1])];
                for (var n = 0; n < names.Length; n++)
                {
                    if (names.Length != last - i + 1 && last != i) { break; }
                    var date = dates[last == i ? i : i + n];
                    yield return new SayingReference(names[n], date.Span, DayOf(date.Value)!.Value);
                }
            }

            i = last;
        }
    }

    /// <summary>The day that a value gives; null for all that is no single day.</summary>
    public static DateOnly? DayOf(string? value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"(?<name>\p{Lu}[\p{L}-]{2,30})['’]s?(?: (?:\p{L}+ )?(?:statements?|announcements?|offer|proposal|claims?|remarks|comments|post|publication|speech|letter))? (?:of|from|on|dated) $", RegexOptions.CultureInvariant)]
    private static partial Regex SayingOf();

    [GeneratedRegex(@"(?<name>\p{Lu}[\p{L}-]{2,30})['’]s? $", RegexOptions.CultureInvariant)]
    private static partial Regex Possessor();

    // "Zorin's 29 October post"
    [GeneratedRegex(@"^ (?:\p{Ll}+ )?(?:statement|announcement|claims?|remarks?|comments?|post|speech|letter|tweet|message|interview|briefing|press conference)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SayingNext();

    // "The statements by Zorin and Amsel of 6 and 8 June"
    [GeneratedRegex(@"\b(?:statements?|announcements?|claims?|remarks|comments|posts?|speech(?:es)?|letters?) (?:by|of|from) (?:(?<name>\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){0,3})(?:,? and |, )?){2,4} (?:of|from|on|dated) $", RegexOptions.CultureInvariant)]
    private static partial Regex SayingsThen();

    [GeneratedRegex(@"^ (?:\p{L}+ ){0,2}?(?:statements?|announcements?|claims?|remarks|comments|posts?|speech(?:es)?|letters?) (?:by|of|from) (?:(?<name>\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){0,3})(?:,? and |, )?){1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex SayingsBy();
}
