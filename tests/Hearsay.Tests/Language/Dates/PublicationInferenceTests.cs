using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Packs;

namespace Hearsay.Tests.Language.Dates;

public sealed class PublicationInferenceTests
{
    private static readonly Pipeline Pipeline = new(DomainPack.Load(Repository.Pack), null, English.Model);

    [Theory]
    [InlineData("The list was made public on 3 November 2031.", "2031-11-03", null)]
    [InlineData("The list of 3 November 2031 was withdrawn on 9 December 2031.", "2031-12-09", null)]
    [InlineData("The list was made public on 3 November 2031. The talks will take place on 20 May 2032.", "2031-11-03", null)]
    [InlineData("Nobody was exchanged throughout October 2031.", "2031-10-01", null)]
    [InlineData("Russia’s 21-month war in Ukraine drags on.", "2023-11-09", "2023-12-24")]
    [InlineData("In Russia’s nearly two-year war against Ukraine, no list was complete.", "2023-08-28", "2024-02-25")]
    [InlineData("Ukraine is in the 21-month war with Russia. For nearly four months there have been no swaps, the last one on August 7.", "2023-11-22", "2023-12-08")]
    public void Past_days_and_lengths_of_time_tell_when_a_page_was_written(string text, string earliest, string? latest)
    {
        var published = Inspect(text).Document.Published;
        Assert.Equal(DateBasis.Inferred, published.Basis);
        Assert.Equal((earliest, latest), (published.Earliest?.ToString("yyyy-MM-dd", null), published.Latest?.ToString("yyyy-MM-dd", null)));
        Assert.NotEmpty(published.Reason!);
        Assert.Null(published.Value);
    }

    [Theory]
    [InlineData("The market in the old town was open.")]
    [InlineData("He spoke on Monday.")]
    [InlineData("The three-week market was open.")]
    public void Where_nothing_tells_nothing_is_inferred(string text) => Assert.Equal(PublicationDate.Unknown, Inspect(text).Document.Published);

    [Fact]
    public void A_date_that_is_known_stays() =>
        Assert.Equal(PublicationDate.On(new DateOnly(2032, 1, 2), DateBasis.Given), Inspect("The list was made public on 3 November 2031.", new DateOnly(2032, 1, 2)).Document.Published);

    [Fact]
    public void Days_without_a_year_are_of_the_inferred_one() =>
        Assert.Contains(Inspect("Russia’s 21-month war in Ukraine drags on. The last swap was on August 7.").Annotated.Dates, date => date.Value == "2023-08-07");

    private static Inspection Inspect(string text, DateOnly? published = null) =>
        Assert.IsType<InspectionOutcome.Accepted>(Pipeline.Inspect(new Capture(Encoding.UTF8.GetBytes(text), new Provenance("a.txt") { Published = published }))).Inspection;
}
