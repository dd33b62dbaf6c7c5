using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>One speaker's two counts of one thing, and what only looks like it. The day of publication is a Thursday.</summary>
public sealed class RetoldFigureTests
{
    [Theory]
    [InlineData("The agency Ostrel said on Monday that 62 soldiers had defected near Sarn.\n\nOn Wednesday Ostrel reported that 58 soldiers had defected near Sarn.")]
    [InlineData("The Harbour Ministry said on 3 November that 1,430 sailors were killed in captivity.\n\n\"We know of 1,150 sailors who were killed in captivity,\" the Harbour Ministry told the council on 8 November.")]
    [InlineData("The Captivity Coordination Bureau reported on Monday that 189 prisoners had returned home.\n\nIn an earlier post it had put the number of those who returned at 203.")]
    [InlineData("Commissioner Edda Malvin said that 312 men were captured near Karth. In a previous interview Malvin had said that 340 men were captured near Karth.")]
    [InlineData("General Pavel Okrun said on 5 November that 44 ships were destroyed. On 12 November Okrun told the council that 31 ships were destroyed.")]
    public void A_count_that_shrinks_is_found(string text) => Assert.Single(Find(text));

    [Theory]
    [InlineData("The agency Ostrel said on Monday that 58 soldiers had defected near Sarn.\n\nOn Wednesday Ostrel reported that 62 soldiers had defected near Sarn.")] // a development
    [InlineData("The agency Ostrel said on Monday that 62 soldiers had defected near Sarn.\n\nOn Wednesday Ostrel reported that 58 soldiers had defected near Karth.")] // another place
    [InlineData("The agency Ostrel said on Monday that 62 soldiers had defected.\n\nOn Wednesday Ostrel reported that 58 sergeants had defected.")] // other people
    [InlineData("The agency Ostrel said on Monday that 62 soldiers had defected.\n\nOn Wednesday Ostrel reported that 58 soldiers had been wounded.")] // another deed
    [InlineData("The agency Ostrel said on Monday that 62 soldiers had defected in May.\n\nOn Wednesday Ostrel reported that 58 soldiers had defected in June.")] // another time
    [InlineData("The agency Ostrel said on Monday that 62 soldiers had defected.\n\nOn Wednesday Ostrel reported that another 58 soldiers had defected.")]
    [InlineData("The agency Ostrel said on Monday that 62 soldiers had defected.\n\nOn Wednesday Ostrel reported that about 60 soldiers had defected.")]
    [InlineData("The bureau in Karth said on Monday that it held 62 prisoners.\n\nOn Wednesday the bureau said that it held 58 prisoners.")] // a state may change
    [InlineData("Malvin said on Monday that 62 soldiers had defected. On Wednesday Okrun said that 58 soldiers had defected.")] // two speakers: another check's
    [InlineData("As of 1 May, 62 soldiers had defected, Malvin said on Monday. On Wednesday Malvin said that 58 soldiers had defected as of 1 April.")]
    [InlineData("Malvin said on Monday that 62 men were exchanged. On Wednesday she said that 58 men were exchanged in the second exchange.")]
    public void What_may_hold_is_left_alone(string text) => Assert.DoesNotContain(Find(text), finding => finding.Summary.Contains("in one place", StringComparison.Ordinal));

    private static List<Finding> Find(string text)
    {
        var outcome = SampleMatters.Pipeline.Inspect(new Capture(Encoding.UTF8.GetBytes(text), new Provenance("a.txt") { Published = new DateOnly(2025, 11, 20) }), Layers.Blocks | Layers.Statements | Layers.Findings);
        var inspection = Assert.IsType<InspectionOutcome.Accepted>(outcome).Inspection;
        Assert.All(inspection.OwnFindings.SelectMany(finding => finding.Evidence), evidence => Assert.Equal(evidence.Text, evidence.Span.SliceOf(text)));
        return [.. inspection.OwnFindings.Where(finding => finding.Kind is FindingKind.FiguresDisagree)];
    }
}
