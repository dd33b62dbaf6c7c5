using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Parts by place, parts that leave nothing over by their words, shares beside a count and its total, and shares of a few that are carried over to many.</summary>
public sealed class PartingTests
{
    [Theory]
    [InlineData("In spring 41 captured Varnians died in the camps of Orm, Tolva and Brask. Orm is a mill.\n\nTolva held 700 men in May.\n\nAt Orm we know of 15 deaths, most of them in March. Twelve men died at Tolva. At Brask the number was nine.", "15 + 12 + 9 = 36", false)]
    [InlineData("The mission says that 64 civilians were killed in Teln, Elsvik and Dolna. It rained.\n\nIn Teln, 31 were killed. In Elsvik, 22 were killed by one shell. In Dolna, 11 died.", "31 + 22 + 11 = 64", true)]
    [InlineData("In all, 212 men were released from Orm and Tolva. The buses were late. It says that 120 of the released men came from Orm and 83 from Tolva.", "120 + 83 = 203", false)]
    public void Places_and_their_total_are_compared(string text, string sum, bool holds) => Judged(text, sum, holds);

    [Theory]
    [InlineData("Our list had 140 names on it. Of those, 81 have come back. We are still waiting for 69, the commissioner said.", "81 + 69 = 150", false)]
    [InlineData("The camp had 230 prisoners in May. Of them, 150 were moved to the coast, and 70 are still missing.", "150 + 70 = 220", false)]
    [InlineData("There are 96 sailors on the register. Of these, 60 have been found; the remaining 36 have not.", "60 + 36 = 96", true)]
    [InlineData("The list held 340 people. Of those, 190 have returned, the office said. It is still searching for 150.", "190 + 150 = 340", true)]
    [InlineData("There had been 71 men in the hall. Twelve of them were killed, 25 injured and 36 got away unharmed.", "12 + 25 + 36 = 73", false)]
    [InlineData("The boat carried 48 passengers. Nine of them drowned and 41 survived.", "9 + 41 = 50", false)]
    [InlineData("The district lost 31 men to captivity. Nineteen of them are back home, eight are still held and three have died.", "19 + 8 + 3 = 30", false)]
    [InlineData("The office found 1,240 double entries. Nobody was lost by it. It says that 830 of the entries had been typed twice, while 410 arose in another way.", "830 + 410 = 1,240", true)]
    [InlineData("3. The prosecutor of the province of Dolna told the mission by letter of 2 May that 31 sailors of the coastal brigade were sought: 17 whose bodies had been washed ashore, 9 who had last been heard of by radio, and 5 whose families were rung.\n\n4. Nothing else is known.", "17 + 9 + 5 = 31", true)]
    public void Parts_that_leave_nothing_over_are_compared(string text, string sum, bool holds) => Judged(text, sum, holds);

    [Theory]
    [InlineData("Our list had 140 names on it. Of those, 81 have come back. Another list has 69 names.")]
    [InlineData("Our list had 140 names on it. Of those, 81 have come back. On the other bank they are still waiting for 300.")]
    [InlineData("There had been 71 men in the hall. Twelve of them were killed and 25 injured.")] // nobody says what became of the others
    [InlineData("There had been 71 men in the hall. Twelve of them were killed; of the others, 40 survived.")]
    [InlineData("In spring 41 sailors died in the camps of Orm, Tolva and Brask. Orm had 15 huts. Twelve cooks worked at Tolva. At Brask there were nine dogs.")]
    [InlineData("In spring 41 sailors died in the camps of Orm and Tolva. In May, two sailors died at Orm. In June one died at Tolva.")] // far from all
    [InlineData("The office found 1,240 double entries. It rained. It says that 830 of the sacks were wet, while 410 were dry.")]
    public void Numbers_that_are_not_all_are_left_alone(string text) => Assert.DoesNotContain(Find(text), finding => finding.Calculation!.Expression.Contains('+', StringComparison.Ordinal));

    [Theory]
    [InlineData("In total, 2,400 sailors were asked. Of these, 1,500, or 75 per cent, told of beatings.", false)]
    [InlineData("In total, 2,400 sailors were asked. Of these, 1,500, or 62.5 per cent, told of beatings.", true)]
    [InlineData("The mission found that 310 of the 620 men, or 64 percent, were ill.", false)]
    [InlineData("Some men were ill: 310 (50 percent) of the 620 prisoners.", true)]
    public void A_share_beside_its_count_and_total_is_compared(string text, bool holds) => Assert.Contains(Find(text), finding => finding.Severity == (holds ? Severity.Info : Severity.Warning));

    [Theory]
    [InlineData("The union read 50 letters that came in May. In 20 of them it found the word coal. Since Oskeland holds 3,000 Varnians, it writes, we must assume that around 1,200 dig coal.", "20 ÷ 50 × 3,000 = 1,200")]
    [InlineData("From our lane eight men are gone. Of six it is known that they live. The union says that 2,000 sailors are missing. Three quarters of that, and you have more than 1,450 who live.", "6 ÷ 8 × 2,000 = 1,500")]
    [InlineData("The officers questioned 15 sailors who were taken in May. Nine of the 15 said that they had been forced. “If we apply this share to the fleet, some 40,000 men, we could be looking at 24,000,” he said.", "9 ÷ 15 × 40,000 = 24,000")]
    [InlineData("Three of 12 returned sailors told us of a second camp. Oskeland holds 1,600 men. That would mean that 400 of them are there.", "3 ÷ 12 × 1,600 = 400")]
    public void A_share_of_a_few_that_is_carried_over_is_found(string text, string product) => Assert.Contains(DocumentCheckTests.Find(text, FindingKind.Extrapolation), finding => finding.Calculation!.Expression == product);

    [Theory]
    [InlineData("Up to 300 men may be digging coal, he said. The estimate rests on talks with 15 sailors who came home in May.", "300 ÷ 15 = 20")]
    [InlineData("More than 900 guards have fled, the weekly wrote. It says that its figure is based on the accounts of nine women.", "900 ÷ 9 = 100")]
    public void An_estimate_that_rests_on_a_few_is_found(string text, string quotient) => Assert.Contains(DocumentCheckTests.Find(text, FindingKind.Extrapolation), finding => finding.Calculation!.Expression == quotient);

    [Theory]
    [InlineData("More than 900 guards have fled, the weekly wrote. The bridge rests on nine pillars.")]
    [InlineData("More than 900 guards have fled, the weekly wrote. The figure is based on a survey of 1,400 people.")]
    [InlineData("The union read 50 letters that came in May. In 20 of them it found the word coal. Oskeland holds 3,000 Varnians. The mine was built for 1,900 men, which means that it is large.")] // not the product
    [InlineData("The union read 50 letters in May. It sent 20 parcels. Oskeland holds 3,000 Varnians. That would mean 1,200 families.")] // no part of the letters
    [InlineData("In 20 of 50 letters the word coal was found. The town has 3,000 houses. On Monday 1,200 people watched the game.")] // nothing is concluded
    public void What_is_no_share_of_a_few_is_left_alone(string text) => Assert.Empty(DocumentCheckTests.Find(text, FindingKind.Extrapolation));

    private static void Judged(string text, string sum, bool holds)
    {
        var finding = Assert.Single(Find(text), finding => finding.Calculation!.Expression.StartsWith(sum, StringComparison.Ordinal));
        Assert.Equal(holds ? Severity.Info : Severity.Warning, finding.Severity);
    }

    private static List<Finding> Find(string text) => DocumentCheckTests.Find(text, FindingKind.Arithmetic);
}
