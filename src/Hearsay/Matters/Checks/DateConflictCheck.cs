using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>A statement that has two days in different documents: said on the one, and spoken of under the other ("the 29 November statement by …"), or quoted alike under two.</summary>
internal sealed class DateConflictCheck : IMatterCheck
{
    internal const int MostDaysApart = 10; // further apart it is another statement
    internal const int MostDays = 2;       // who speaks on more days than this may well have spoken on one more
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
            // What the document itself dates is compared within it.
            if (said.Any(passage => group.Any(reference => reference.Passage.Document.Sha256 == passage.Document.Sha256))) { continue; }
            ImmutableArray<DateOnly> days = [.. said.Select(passage => DayOf(passage.Statement.SaidOn.Value)!.Value).Distinct().Order()];
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

    /// <summary>Words of a passage that speak of what somebody said on a day.</summary>
    private readonly record struct Reference(Passage Passage, string Name, TextSpan Span, DateOnly Day);

    private static IEnumerable<Reference> References(Passage passage) =>
        SayingReference.Find(passage.Document.Text, passage.Statement.Dates).Select(reference => new Reference(passage, reference.Name, reference.Span, reference.Day));

    private static DateOnly? DayOf(string? value) => SayingReference.DayOf(value);

    internal static string Show(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
