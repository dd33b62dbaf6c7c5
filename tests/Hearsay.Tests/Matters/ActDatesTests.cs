using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Acts that one text dates twice, and what only looks like it.</summary>
public sealed class ActDatesTests
{
    [Theory]
    [InlineData("Commissioner Edda Malvin said that she offered the exchange of 63 sailors on November 7. Varnia denied it.\n\nIn a later post Malvin wrote that the offer was made on November 9.")]
    [InlineData("The register of the drowned was published on 3 November by the harbour office. Nobody read it.\n\nThe harbour office published the register on 5 November, its clerk said.")]
    [InlineData("The commissioner, Edda Malvin, published a list of 63 sailors on 3 November.\n\nThe list was published on 4 November, the harbour office said.")]
    [InlineData("Ivan Kolm was captured near Sarn on 3 November, his mother said. His brother was captured on 7 November.\n\nAccording to the bureau, Ivan Kolm was captured on 5 November.")]
    [InlineData("The raid on Brenik took place on 8 November, the army said. Four men died.\n\nWitnesses said that the raid took place on Sunday, 9 November.")]
    [InlineData("General Pavel Okrun denied the report on November 3, saying that no such order existed.\n\nOkrun's denial, issued on November 5, came after a week of speculation.")]
    [InlineData("The treaty was signed on 10 November in Karth. It has nine articles.\n\nThe two ministers signed the treaty on 12 November, the paper says.")]
    [InlineData("Ivan Kolm was captured near Sarn in September, according to the indictment. He was a driver.\n\nThe defence says that Kolm was captured in August.")]
    [InlineData("The envoy's letter, dated 28 October, asked for a list of prisoners. It was long.\n\n\"We answered the letter of 30 October at once,\" the minister said.")]
    [InlineData("President Ilan Weber signed the decree on Friday, his office said.\n\nThe decree was signed on 11 November, according to the gazette.")]
    public void An_act_with_two_days_is_found(string text) => Assert.Single(Find(text));

    [Theory]
    [InlineData("The first list was published on 1 November. The second list was published on 4 November.")]
    [InlineData("On 3 November Malvin offered an exchange of 63 sailors. On 7 November she made a new offer.")]
    [InlineData("The army attacked Brenik on 8 November. The army attacked Sarn on 9 November.")]
    [InlineData("A soldier was captured on 3 November. A soldier was captured on 5 November.")]
    [InlineData("The list was to be published on 3 November. The list was published on 4 November.")]
    [InlineData("Ivan Kolm was arrested on 3 November. Petro Kolm was arrested on 5 November.")]
    [InlineData("The office received the letter on 3 November. The bureau received the letter on 5 November.")]
    [InlineData("KARTH, Nov 12 (Norvik Wire) - The office published the list. It was published on 11 November.")]
    [InlineData("The list was published on 3 November. The list was published again on 10 November.")]
    [InlineData("The two sides met on 3 November. They met on 5 November. They met on 8 November.")]
    [InlineData("Malvin's offer of 3 November was refused. Tolven's offer of 5 November was not.")]
    [InlineData("Ivan Kolm was captured near Sarn in September. Kolm was captured on 14 September, the bureau said.")] // the day lies in the month
    [InlineData("The office sent a letter on 28 October. The envoy's letter of 30 October was another.")]
    [InlineData("In October men were arrested. In September men were arrested.")]
    public void What_may_be_two_acts_is_left_alone(string text) => Assert.Empty(Find(text));

    private static List<Finding> Find(string text)
    {
        var outcome = SampleMatters.Pipeline.Inspect(new Capture(Encoding.UTF8.GetBytes(text), new Provenance("a.txt") { Published = new DateOnly(2025, 11, 20) }), Layers.Blocks | Layers.Statements | Layers.Findings);
        var inspection = Assert.IsType<InspectionOutcome.Accepted>(outcome).Inspection;
        Assert.All(inspection.OwnFindings.SelectMany(finding => finding.Evidence), evidence => Assert.Equal(evidence.Text, evidence.Span.SliceOf(text)));
        return [.. inspection.OwnFindings.Where(finding => finding.Kind is FindingKind.DatesDisagree)];
    }
}
