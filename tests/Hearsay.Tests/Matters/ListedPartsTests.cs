using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Parts that a sentence lists to the last, differences between two counts, and shares that a sentence says again in numbers.</summary>
public sealed class ListedPartsTests
{
    [Theory]
    [InlineData("Varnia brought home 164 wounded servicemen on Thursday, its tracing office said.\n\nOskeland put the number higher. It spoke of a gesture.\n\nOf those freed, the office said, 112 were from the fleet, 31 from the border guard and 19 from the police.", "112 + 31 + 19 = 162", false)]
    [InlineData("The ferry carried 118 passengers.\n\nNobody was hurt. Of them, 70 were sailors, 29 clerks and 16 nurses.", "70 + 29 + 16 = 115", false)]
    [InlineData("The fund has collected 18,400 crowns, the treasurer says. Of this 9,000 came from the raffle, 5,200 from the choir and 4,200 in gifts.", "9,000 + 5,200 + 4,200 = 18,400", true)]
    [InlineData("On Monday 131 Varnians got their freedom. 44 of them are sailors, the office wrote, 48 are border guards and 42 belong to the fleet.", "44 + 48 + 42 = 134", false)]
    [InlineData("There have been fourteen exchanges, by the count of the envoy: nine in the first year of the war and four in the second.", "9 + 4 = 13", false)]
    [InlineData("The mission visited 31 prisons: 17 in Oskeland, nine in Varnia and five in Norrand.", "17 + 9 + 5 = 31", true)]
    public void A_list_to_the_last_part_is_compared(string text, string sum, bool holds) => Judged(text, sum, holds);

    [Theory]
    [InlineData("Varnia brought home 164 wounded servicemen. Of those, 112 were sailors, 31 guards and 19 clerks, including nurses.")]
    [InlineData("Varnia brought home 164 wounded servicemen. Among those freed, 60 were from the fleet and 31 from the border guard.")]
    [InlineData("Varnia brought home 164 wounded servicemen. Of those freed, at least 112 were from the fleet, 31 from the guard and 19 from the police.")]
    [InlineData("There have been fourteen exchanges: nine of soldiers, so far, and four of nurses.")]
    [InlineData("Varnia holds 900 men. Of those who wrote home, 12 were from the fleet, 31 from the guard and 19 from the police.")] // far from all
    public void A_list_that_leaves_something_out_is_left_alone(string text) => Assert.DoesNotContain(Find(text), finding => finding.Severity is Severity.Warning);

    [Theory]
    [InlineData("The register has 1,140 names, 96 more than the 1,044 of May.", true)]
    [InlineData("The register has 1,140 names, 196 more than the 1,044 of May.", false)]
    [InlineData("The number of guards fell from 812 to 540, a drop of 262.", false)]
    [InlineData("The number of letters rose by 45 to 300, from 255 in June.", true)]
    [InlineData("In June the camp grew from 1,044 to 1,140 men, an increase of 96.", true)]
    [InlineData("In a single afternoon 410 people crossed the river, 250 each way.", false)]
    [InlineData("On 2 June 66 men walked over the bridge, 33 on each side.", true)]
    public void A_difference_is_compared(string text, bool holds) => Assert.Contains(Find(text), finding => finding.Severity == (holds ? Severity.Info : Severity.Warning));

    [Theory]
    [InlineData("Sixteen thousand men were registered, he writes; 4,100 of these were exchanged, 2,350 are in the camps today, 1,150 are dead. “That leaves nine thousand whom nobody wants to talk about.”", false)]
    [InlineData("Oskeland held 1,900 Varnians. Three rounds followed, and in each round 250 were let go, so 1,150 are still waiting.", true)]
    [InlineData("Oskeland held 1,900 Varnians. Three rounds followed, and in each round 250 were let go, so 1,250 are still waiting.", false)]
    [InlineData("The fund has closed after 31 days with 9,300 crowns in its tin: an average of 300 crowns a day.", true)]
    [InlineData("For 2024, a leap year, I have 1,464 hearings. That is four for every day of the calendar.", true)]
    [InlineData("In this exchange 52 men came home. The number of those who returned had stood at 2,961 before it and now stands at 3,013.", true)]
    [InlineData("The number of complaints dropped from 240 in March to 180 in April, that is by a quarter.", true)]
    [InlineData("The number of complaints dropped from 240 in March to 180 in April, that is by a third.", false)]
    [InlineData("Oskeland keeps sixteen airmen at Orm. Five of the prisoners are pilots, four are navigators and seven belong to ground crews.", true)]
    public void What_a_text_reckons_is_compared(string text, bool holds) => Assert.Contains(Find(text), finding => finding.Severity == (holds ? Severity.Info : Severity.Warning));

    [Theory]
    [InlineData("Sixteen thousand men were registered; 4,100 were exchanged. That leaves a hall of 12 doors.")]
    [InlineData("Oskeland held 1,900 Varnians. Three rounds of talks followed. Each envoy had 250 letters, so 40 clerks were hired.")]
    [InlineData("The fund has closed after 31 days with 9,300 crowns in its tin. The clerk drinks nine cups a day.")]
    [InlineData("The number of complaints dropped from 240 to 180, and a third of the clerks were ill.")]
    public void What_a_text_does_not_reckon_is_left_alone(string text) => Assert.DoesNotContain(Find(text), finding => finding.Severity is Severity.Warning);

    [Theory]
    [InlineData("The mill moved from 40 to 12 sacks by 300 steps.")]
    [InlineData("In May 66 men crossed the bridge; 20 more did in June, ten each way.")]
    [InlineData("The office has 1,140 names, more than the 900 letters that it has answered.")]
    public void What_is_no_difference_is_left_alone(string text) => Assert.DoesNotContain(Find(text), finding => finding.Severity is Severity.Warning);

    [Theory]
    [InlineData("In this stage we received 340 people. Nine out of ten were seriously underweight. That's 240 people who have to learn to eat again.", false)]
    [InlineData("In this stage we received 340 people. Nine out of ten were seriously underweight. That's 306 people who have to learn to eat again.", true)]
    [InlineData("The ward has 120 patients. A quarter of them cannot walk, which means 40 patients.", false)]
    public void A_share_that_is_said_again_in_numbers_is_compared(string text, bool holds) => Assert.Contains(Find(text), finding => finding.Severity == (holds ? Severity.Info : Severity.Warning));

    [Fact]
    public void A_share_of_something_else_is_left_alone() => Assert.Empty(Find("In this stage we received 340 people. A third of the officers were ill. That is 20 people."));

    private static void Judged(string text, string sum, bool holds)
    {
        var finding = Assert.Single(Find(text), finding => finding.Calculation!.Expression.StartsWith(sum, StringComparison.Ordinal));
        Assert.Equal(holds ? Severity.Info : Severity.Warning, finding.Severity);
    }

    private static List<Finding> Find(string text) => DocumentCheckTests.Find(text, FindingKind.Arithmetic);
}
