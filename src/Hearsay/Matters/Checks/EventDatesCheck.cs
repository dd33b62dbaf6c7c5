using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>One event that two documents date to different days: 95 men exchanged on the 14th in the one, on the 15th in the other.</summary>
/// <remarks>
/// Events are one where type, a particular count of the same, and sides agree and neither document knows of two such days. Only of documents written within days of each other:
/// later ones tell of later exchanges.
/// </remarks>
internal sealed class EventDatesCheck : IMatterCheck
{
    private const int MostDaysApart = 4;    // of the days given
    private const int MostDaysBetween = 3;  // of the documents
    private const int MostEvents = 400;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(MatterView matter)
    {
        var events = matter.Passages.SelectMany(Dated).Take(MostEvents).ToList();
        foreach (var alike in events.GroupBy(told => (told.Event.Type, told.Count)).OrderBy(group => group.Key.Type, StringComparer.Ordinal).ThenBy(group => group.Key.Count))
        {
            var days = alike.GroupBy(told => told.Day).OrderBy(group => group.Key).ToList();
            if (days.Count != 2) { continue; }
            var (one, two) = (days[0].ToList(), days[1].ToList());
            if (days[1].Key.DayNumber - days[0].Key.DayNumber > MostDaysApart || one.Exists(told => two.Exists(other => other.Sha == told.Sha))) { continue; }
            if (one.Find(told => two.Exists(other => AreOne(told, other))) is not { } first || two.Find(other => AreOne(first, other)) is not { } second) { continue; }
            yield return Report(one, two, first, second);
        }
    }

    private static IEnumerable<DatedEvent> Dated(Passage passage) => passage.Statement.Polarity is not Polarity.Affirmed || passage.Statement.Certainty is Certainty.Forecast ? [] : passage.Statement.Events
        .Where(told => told is { Negated: false, Count: { Value: not null }, Time: not null } && SayingReference.DayOf(told.Time.Value.Value[..Math.Min(10, told.Time.Value.Value.Length)]) is { } day && (passage.Day is not { } written || day <= written))
        .Select(told => new DatedEvent(passage, told, new FigureMention(passage, told.Count!.Value), SayingReference.DayOf(told.Time!.Value.Value[..10])!.Value))
        .Where(told => told.Figure.IsParticular);

    private static bool AreOne(DatedEvent one, DatedEvent two) =>
        one.Sha != two.Sha && one.Figure.MayCountSame(two.Figure)
        && one.Passage.Day is { } a && two.Passage.Day is { } b && Math.Abs(a.DayNumber - b.DayNumber) <= MostDaysBetween
        && (one.Event.Place is null || two.Event.Place is null || one.Event.Place.Name == two.Event.Place.Name)
        && one.Event.Participants.Select(mine => mine.Role).Distinct().All(role => !AreApart(SidesOf(one.Event, role), SidesOf(two.Event, role)));

    private static HashSet<string> SidesOf(StatementEvent told, string role) => [.. told.Participants.Where(participant => participant.Role == role).Select(participant => participant.Side).OfType<string>()];

    private static bool AreApart(HashSet<string> one, HashSet<string> two) => one.Count > 0 && two.Count > 0 && !one.Overlaps(two);

    private static Finding Report(List<DatedEvent> one, List<DatedEvent> two, DatedEvent first, DatedEvent second)
    {
        var (day, other) = (DateConflictCheck.Show(first.Day), DateConflictCheck.Show(second.Day));
        return Finding.Of(
            FindingKind.DatesDisagree, Severity.Notice, $"What happened to “{first.Figure.Text}” is dated {day} by {OriginCheck.Outlets([first.Passage]).First()} and {other} by {OriginCheck.Outlets([second.Passage]).First()}.",
            one.Concat(two).Select(told => told.Passage.Statement.Id), one.Concat(two).SelectMany(told => told.Passage.ContentEvidence.Append(told.Passage.Evidence(told.Event.Time!.Value.Span))),
            Calculation.Of($"{day} ≠ {other}", "event", first.Event.Type, "count", first.Figure.Text));
    }

    private sealed record DatedEvent(Passage Passage, StatementEvent Event, FigureMention Figure, DateOnly Day)
    {
        public string Sha => Passage.Document.Sha256;

        public double Count => Figure.Figure.Value!.Value;
    }
}
