using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Language.Dates;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>A statement that has two days: said on the one, and spoken of under the other ("the 29 November statement by …"), or quoted alike under two.</summary>
internal sealed partial class DateConflictCheck : IMatterCheck
{
    private const int MostDaysApart = 10; // further apart it is another statement
    private const int MostDays = 2;       // who speaks on more days than this may well have spoken on one more
    private const int Shown = 6;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(MatterView matter)
    {
        var sayings = matter.Passages.Where(passage => passage.Speaker.IsNamed && passage.Statement.SaidOn is { Basis: SaidOnBasis.Stated, Value.Length: 10 } && DayOf(passage.Statement.SaidOn.Value) is not null)
            .GroupBy(passage => passage.Speaker.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        return Referred(matter, sayings).Concat(Quoted(matter));
    }

    private static IEnumerable<Finding> Referred(MatterView matter, Dictionary<string, ImmutableArray<Passage>> sayings)
    {
        var references = matter.Passages.SelectMany(References).GroupBy(reference => (Key: KeyOf(matter, reference.Name), reference.Day));
        foreach (var group in references.OrderBy(group => group.Key.Key, StringComparer.Ordinal).ThenBy(group => group.Key.Day))
        {
            if (group.Key.Key is not { } key || !sayings.TryGetValue(key, out var said)) { continue; }
            // What the document itself dates outweighs what others do.
            var own = said.Where(passage => group.Any(reference => reference.Passage.Document.Sha256 == passage.Document.Sha256)).ToList();
            ImmutableArray<DateOnly> days = [.. (own.Count > 0 ? own : [.. said]).Select(passage => DayOf(passage.Statement.SaidOn.Value)!.Value).Distinct().Order()];
            var day = group.Key.Day;
            if (days.Length > MostDays || days.Contains(day)) { continue; }
            var nearest = days.MinBy(other => Math.Abs(other.DayNumber - day.DayNumber));
            if (Math.Abs(nearest.DayNumber - day.DayNumber) > MostDaysApart) { continue; }
            ImmutableArray<Passage> others = [.. said.Where(passage => DayOf(passage.Statement.SaidOn.Value) == nearest).Take(Shown)];
            yield return Report(others, [.. group.Take(Shown)], nearest, day);
        }
    }

    private static Finding Report(ImmutableArray<Passage> said, ImmutableArray<Reference> references, DateOnly one, DateOnly other) => Finding.Of(
        FindingKind.DatesDisagree, Severity.Notice,
        $"What {said[0].Speaker.Name} said is dated {Show(one)} in one place and {Show(other)} in another.",
        said.Concat(references.Select(reference => reference.Passage)).Select(passage => passage.Statement.Id),
        said.SelectMany(passage => passage.FullEvidence.Concat(passage.Statement.SaidOn.Span is { } span ? [passage.Evidence(span)] : []))
            .Concat(references.SelectMany(reference => (Evidence[])[reference.Passage.Evidence(reference.Span), .. reference.Passage.ContentEvidence])),
        Calculation.Of($"{Show(one)} ≠ {Show(other)}", "one", $"{Show(one)}: {string.Join(", ", OriginCheck.Outlets(said))}", "other", $"{Show(other)}: {string.Join(", ", OriginCheck.Outlets(references.Select(reference => reference.Passage)))}"));

    // The same words by the same speaker, each time with a day of its own.
    private static IEnumerable<Finding> Quoted(MatterView matter)
    {
        foreach (var claim in matter.Claims.Where(claim => claim.Figure.IsEmpty))
        {
            foreach (var speaker in claim.Passages
                .Where(passage => passage.Statement.Kind is StatementKind.Direct or StatementKind.Mixed && passage.Statement.SaidOn is { Basis: SaidOnBasis.Stated } && DayOf(passage.Statement.SaidOn.Value) is not null)
                .GroupBy(passage => passage.Speaker.Key, StringComparer.Ordinal))
            {
                var days = speaker.GroupBy(passage => DayOf(passage.Statement.SaidOn.Value)!.Value).OrderBy(group => group.Key).ToList();
                if (days.Count != 2 || days[1].Key.DayNumber - days[0].Key.DayNumber > MostDaysApart) { continue; }
                yield return Report([.. days[0].Take(Shown)], [.. days[1].Take(Shown).Where(passage => passage.Statement.SaidOn.Span is not null).Select(passage => new Reference(passage, "", passage.Statement.SaidOn.Span!.Value, days[1].Key))], days[0].Key, days[1].Key);
            }
        }
    }

    private static string? KeyOf(MatterView matter, string name) =>
        matter.Passages.FirstOrDefault(passage => passage.Speaker.IsNamed && !passage.Speaker.IsOutlet && passage.Speaker.Name.EndsWith(name, StringComparison.Ordinal))?.Speaker.Key;

    /// <summary>Words that speak of what somebody said on a day.</summary>
    private readonly record struct Reference(Passage Passage, string Name, TextSpan Span, DateOnly Day);

    private static IEnumerable<Reference> References(Passage passage)
    {
        var text = passage.Document.Text;
        ImmutableArray<TimeExpression> dates = [.. passage.Statement.Dates.Where(date => date.Type is TimeType.Date && DayOf(date.Value) is not null)];
        for (var i = 0; i < dates.Length; i++)
        {
            // "Zorin's statement of 29 October and Amsel's of 4 November"
            var before = text[Math.Max(0, dates[i].Span.Start - 60)..dates[i].Span.Start];
            if (SayingOf().Match(before) is { Success: true } match) { yield return new Reference(passage, match.Groups["name"].Value, dates[i].Span, DayOf(dates[i].Value)!.Value); }
        }

        for (var i = 0; i < dates.Length; i++)
        {
            // "the 29 November and 3 December statements by Zorin and Amsel"
            var last = i;
            while (last + 1 < dates.Length && text[dates[last].Span.End..dates[last + 1].Span.Start] is " and " or ", ") { last++; }
            var after = text.Substring(dates[last].Span.End, Math.Min(120, text.Length - dates[last].Span.End));
            if (SayingsBy().Match(after) is { Success: true } match)
            {
                string[] names = [.. match.Groups["name"].Captures.Select(capture => capture.Value.Split(' ')[^1])];
                for (var n = 0; n < names.Length; n++)
                {
                    if (names.Length != last - i + 1 && last != i) { break; }
                    var date = dates[last == i ? i : i + n];
                    yield return new Reference(passage, names[n], date.Span, DayOf(date.Value)!.Value);
                }
            }

            i = last;
        }
    }

    private static DateOnly? DayOf(string? value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Show(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<name>\p{Lu}[\p{L}-]{2,30})['’]s?(?: (?:\p{L}+ )?(?:statements?|announcements?|offer|proposal|claims?|remarks|comments|post|publication|speech|letter))? (?:of|from|on|dated) $", RegexOptions.CultureInvariant)]
    private static partial Regex SayingOf();

    [GeneratedRegex(@"^ (?:\p{L}+ ){0,2}?(?:statements?|announcements?|claims?|remarks|comments|posts?|speech(?:es)?|letters?) (?:by|of|from) (?:(?<name>\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){0,3})(?:,? and |, )?){1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex SayingsBy();
}
