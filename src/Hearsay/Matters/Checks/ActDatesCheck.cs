
namespace Hearsay.Matters.Checks;

/// <summary>An act that one text dates twice: an offer of the 27th in one paragraph and of the 29th in another.</summary>
/// <remarks>Two mentions are one act where they name the same deed, nobody does it in the one who does not in the other, and what it is done to is the same and known to the reader ("the list").</remarks>
internal sealed class ActDatesCheck : IDocumentCheck
{
    private const int MostDaysApart = 15;       // further apart it is another act
    private const int MostApartByMonths = 31;   // where one has a month only
    private const int MostDays = 2;       // what has more days than that recurs

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        foreach (var family in DatedActReader.Read(document).GroupBy(act => act.Family).Select(group => group.ToList()))
        {
            for (var i = 0; i < family.Count; i++)
            {
                var one = family[i];
                var others = family.Where(act => act.Date.Start > one.Date.Start && AreOne(one, act, family)).ToList();
                if (others.Count == 0) { continue; }
                var days = family.Where(act => !AreTwo(act, one)).Select(act => (act.First, act.Last)).Distinct().Count();
                if (days <= MostDays) { yield return Report(document, one, others[0]); }
                break;
            }
        }
    }

    private static bool AreOne(DatedAct one, DatedAct two, List<DatedAct> family)
    {
        if (one.DaysFrom(two) == 0 || one.DaysFrom(two) > (one.IsMonth || two.IsMonth ? MostApartByMonths : MostDaysApart) || one.Sentence == two.Sentence) { return false; }
        if (AreTwo(one, two)) { return false; }
        var sameAgent = one.Agent is not null && one.Agent == two.Agent;
        var sameObject = one.Object is not null && one.Object == two.Object && two.IsDefinite;
        if (one.IsNominal || two.IsNominal)
        {
            return (!two.IsNominal || two.IsDefinite) && (sameAgent || family.Select(act => act.Agent).OfType<string>().Distinct().Count() <= (one.IsNominal && two.IsNominal ? 1 : one.Agent is null && two.Agent is null ? 0 : 1));
        }

        return sameObject && (sameAgent || one.Agent is null || two.Agent is null);
    }

    private static bool AreTwo(DatedAct one, DatedAct two) => Differ(one.Agent, two.Agent) || Differ(one.Object, two.Object) || Differ(one.Count, two.Count) || Differ(one.Place, two.Place);

    private static bool Differ(string? one, string? two) => one is not null && two is not null && one != two;

    private static Finding Report(DocumentView document, DatedAct one, DatedAct two)
    {
        var (first, second) = (one.When, two.When);
        var name = one.AgentName ?? two.AgentName;
        return Finding.Of(
            FindingKind.DatesDisagree, Severity.Notice, $"{document.Name} dates one act{(name is null ? "" : $" of {name}")} ({one.Family}) {first} in one place and {second} in another.",
            document.StatementsAt(one.Date, two.Date), [document.Evidence(one.Sentence), document.Evidence(two.Sentence), document.Evidence(one.Date), document.Evidence(two.Date)],
            Calculation.Of($"{first} ≠ {second}", "act", one.Family));
    }
}
