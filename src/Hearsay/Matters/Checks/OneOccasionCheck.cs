using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>
/// One occasion that a text puts on two days, whatever the words: what each day belongs to is read from the trees (<see cref="OccasionReader"/>), and two are one where they name the same act, nothing that takes part in the one is
/// other than in the other, and the later one speaks of it as known.
/// </summary>
internal sealed class OneOccasionCheck : IDocumentCheck
{
    private const int MostDaysApart = 31;      // of what is done once to what is named
    private const int MostApartOfKnown = 15;   // of what is merely spoken of as known
    private const int MostApartOfRecurring = 2;
    private const int MostApartOfSaying = 5;
    private const int FewestShared = 1;        // telling words of what two sayings are on
    private const int MostDays = 2;            // what has more days than that recurs

    private static readonly FrozenSet<string> Recurring = WordLists.Acts["recurring"].Select(OccasionReader.StemOf).ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var reported = new HashSet<(DateOnly, DateOnly)>();
        var occasions = OccasionReader.Read(document);
        foreach (var (first, second) in Twos(occasions, occasion => occasion.Acts).Where(pair => AreOne(document, pair.First, pair.Second)).Concat(Twos(occasions, occasion => occasion.Once).Where(pair => IsDoneOnce(pair.First, pair.Second))))
        {
            if (!KnowsBoth(document, first, second) && reported.Add((first.Day, second.Day))) { yield return Report(document, first, second); }
        }
    }

    // The first tellings of the two days of whatever has two.
    private static IEnumerable<(Occasion First, Occasion Second)> Twos(ImmutableArray<Occasion> occasions, Func<Occasion, ImmutableArray<string>> acts)
    {
        foreach (var told in occasions.SelectMany(occasion => acts(occasion).Select(act => (Act: act, Occasion: occasion))).GroupBy(pair => pair.Act, pair => pair.Occasion, StringComparer.Ordinal).Select(group => group.ToList()))
        {
            if (told.Select(occasion => occasion.Day).Distinct().Count() == MostDays) { yield return (told[0], told.Find(occasion => occasion.Day != told[0].Day)!); }
        }
    }

    // What befalls somebody once, or is settled once: "was captured", "the deal was signed".
    private static bool IsDoneOnce(Occasion first, Occasion second) => first.Line != second.Line && !first.IsOther && !second.IsOther && first.DaysFrom(second) <= MostDaysApart && second.IsDefinite && !Differ(first.Place, second.Place);

    private static bool AreOne(DocumentView document, Occasion first, Occasion second)
    {
        var days = first.DaysFrom(second);
        if (first.Line == second.Line || first.IsOther || second.IsOther || days > MostDaysApart) { return false; }
        if (Differ(first.Agent, second.Agent) || Differ(first.Patient, second.Patient) || Differ(first.Count, second.Count) || Differ(first.Place, second.Place)) { return false; }
        var recurs = first.Acts.Concat(second.Acts).Any(Recurring.Contains);
        var sameAgent = AreSame(first.Agent, second.Agent) && first.Agent!.IsKnown;
        if (first.IsSaying || second.IsSaying) { return sameAgent && IsOneSaying(document, first, second); }
        // "Had visited the camp", "had been there"
        if (second.PointsBack) { return sameAgent; }
        // "Signed the law" twice: what is done to one thing by one hand is done once.
        if (!first.IsNominal && !second.IsNominal)
        {
            // What happens to somebody once: "surrendered", "died".
            if (first.Patient is null && second.Patient is null) { return sameAgent && !recurs && days <= MostApartOfKnown; }
            if (second.Patient is { IsPronoun: true }) { return sameAgent && !recurs && days <= MostApartOfKnown; }
            return AreSame(first.Patient, second.Patient) && second.IsDefinite && (!second.IsPlural || first.Count is not null) && (sameAgent || first.Agent is null || second.Agent is null) && days <= (recurs ? MostApartOfKnown : MostDaysApart);
        }

        if (!second.IsNominal || !second.IsDefinite) { return false; }
        return days <= (recurs ? MostApartOfRecurring : MostApartOfKnown);
    }

    // "Told reporters on 3 October", "in his remarks of 5 October" on the same.
    private static bool IsOneSaying(DocumentView document, Occasion first, Occasion second) =>
        first.IsSaying && second is { IsSaying: true, IsNominal: true } && first.DaysFrom(second) <= MostApartOfSaying && document.Told[first.Line].Shared(document.Told[second.Line]) >= FewestShared
        && !SayingReference.Find(document.Text, document.Annotated.Dates).Any(reference => reference.Span == second.Date || reference.Span == first.Date);

    private static bool AreSame(Participant? one, Participant? other) => one is not null && other is not null && one.Id == other.Id && !one.IsPronoun;

    private static bool Differ(Participant? one, Participant? other) => one is not null && other is not null && one.IsKnown == other.IsKnown && one.Id != other.Id && !one.IsPronoun && !other.IsPronoun;

    private static bool Differ(string? one, string? other) => one is not null && other is not null && one != other;

    // A sentence that names both days knows that they are two.
    private static bool KnowsBoth(DocumentView document, Occasion one, Occasion other) =>
        document.Lines.Any(line => document.DatesIn(line).Select(date => date.Value.Length >= 10 ? date.Value[5..10] : "").ToHashSet(StringComparer.Ordinal) is { Count: > 1 } days && days.Contains(one.Day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)) && days.Contains(other.Day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    private static Finding Report(DocumentView document, Occasion first, Occasion second)
    {
        var (one, two) = (first.Date.SliceOf(document.Text).ReplaceLineEndings(" "), second.Date.SliceOf(document.Text).ReplaceLineEndings(" "));
        return Finding.Of(
            FindingKind.DatesDisagree, Severity.Notice, $"{document.Name} puts what seems to be one occasion on two days: {one} and {two}.",
            document.StatementsAt(first.Date, second.Date), [document.Evidence(document.Lines[first.Line].Span), document.Evidence(document.Lines[second.Line].Span), document.Evidence(first.Date), document.Evidence(second.Date)],
            Calculation.Of($"{one} ≠ {two}"));
    }
}
