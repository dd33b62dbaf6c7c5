using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Small counts that a text carries over to all by words alone, and rates that it makes of them.</summary>
public sealed class CarriedOverTests
{
    [Theory]
    [InlineData("Last week 31 servicemen called us in my sector. “That is only our stretch. Take the whole line and it is at least 9,000 men,” the commander said.", "31", "9,000")]
    [InlineData("The clerk said that 47 prisoners in two camps had written such letters. “If the picture is the same in the other camps, we are speaking of more than six thousand people,” he said.", "47", "six thousand")]
    [InlineData("The union asked 36 families, and 30 of them had heard nothing. On that basis it estimates that not fewer than 1,600 households are without news.", "30", "1,600")]
    [InlineData("The league has the names of 40 men who drowned. Its chairman concludes from them that more than 900 sailors are lost.", "40", "900")]
    [InlineData("Last week 25 guards left their posts. At this rate, the host said, more than 2,000 guards will be gone.", "25", "2,000")]
    [InlineData("Sixty of us lay in one hut. Should it be the same in every hut along the coast, there would be some 5,000 men.", "Sixty", "5,000")]
    [InlineData("The sheet lists 8,420 deserters of the northern district. Assuming similar rates elsewhere, the group's analysts put the total for the army at around 30,000.", "8,420", "30,000")]
    [InlineData("The board has the names of 763 volunteers from the islands. Of those, 88 have died. Extrapolating from that data, the group believes that the true figure is closer to 9,000.", "763", "9,000")]
    [InlineData("So far 58 sailors have filled in the form; 49 were beaten. If these men are typical, the doctor says, then about 900 of those who are left are being beaten.", "58", "900")]
    [InlineData("She believes that around 600 captives have had a visit. If she's right, and if 600 really is a tenth, then there are some 6,000 of them.", "600", "6,000")]
    [InlineData("One of the lawyers has put the total for the coast at 12,000, multiplying the 570 cases in her own district by the number of the others.", "570", "12,000")]
    [InlineData("The divers searched one bay and recovered 26 bodies. Somebody then multiplied that by the length of the coast. That gave you 13,000.", "26", "13,000")]
    public void A_count_that_is_carried_over_by_words_is_found(string text, string from, string to) =>
        Assert.Contains(Find(text), finding => finding.Summary.Contains(from, StringComparison.Ordinal) && finding.Summary.Contains(to, StringComparison.Ordinal));

    [Theory]
    [InlineData("Two-thirds of those asked said that they had been beaten. The huts were cold. If the share of those beaten were the same for the 6,800 men on the register, the group reckons, around 4,500 people would have been beaten.", "6,800 = 4,533")]
    [InlineData("In the survey 40 percent had lost weight. Applying this rate to the 3,000 prisoners, the league arrives at about 1,200 cases.", "3,000 = 1,200")]
    public void A_share_that_is_carried_over_to_all_is_found(string text, string product) => Assert.Contains(Find(text), finding => finding.Calculation!.Expression.EndsWith(product, StringComparison.Ordinal));

    [Theory]
    [InlineData("The line logged 64 surrenders in April. Officials speak of close to eight hundred a year.", "64 × 12 = 768")]
    [InlineData("The coast has five camps. Seven men died at Orm in February, of typhus. The chairman speaks of more than four hundred men a year.", "7 × 12 × 5 = 420")]
    [InlineData("Last week 20 boats were stopped. The office expects about 1,050 boats a year.", "20 × 52 = 1,040")]
    public void A_rate_that_is_made_of_a_shorter_time_is_found(string text, string product) => Assert.Contains(Find(text), finding => finding.Calculation!.Expression == product);

    [Theory]
    [InlineData("In my hut three men hanged themselves. They have thirty huts like that. So about ninety men died there.", "90")]
    [InlineData("Every hut had 14 men who signed. The camp has 60 huts. That makes about 850 signatures.", "840")]
    public void A_product_that_a_sentence_concludes_is_found(string text, string product) => Assert.Contains(Find(text), finding => finding.Calculation!.Expression.EndsWith(product, StringComparison.Ordinal));

    [Theory]
    [InlineData("Nine of ten men of one company at the spa had never had a letter. “It follows that nine tenths of our men are cut off from home,” the colonel said.", "9 ÷ 10 = 0.9")]
    [InlineData("There is a cell with twelve bunks. Five were tried. You may say, then, that some forty per cent of all our captives go to court.", "5 ÷ 12 = 0.42")]
    [InlineData("In spring he lost eleven of the 22 men in his ward, and he has spoken of every second captive ever since.", "11 ÷ 22 = 0.5")]
    public void A_share_of_a_few_that_is_said_of_all_is_found(string text, string share) => Assert.Contains(Find(text), finding => finding.Calculation!.Expression == share);

    [Theory]
    [InlineData("“Three whom we know of, on one shore. On the whole front it is thousands who went that way, and the world may do the sum for itself,” the minister said.", "Three", "thousands")]
    [InlineData("“In one film there were thirty, and nine of these were on our list,” she says. “So of the tens of thousands who are missing, fifteen or twenty thousand must be somewhere over there.”", "nine", "twenty thousand")]
    public void A_vague_number_that_is_made_of_a_few_is_found(string text, string from, string to) => Assert.Contains(Find(text), finding => finding.Evidence.Any(evidence => evidence.Text.Contains(from, StringComparison.Ordinal)) && finding.Summary.Contains(to, StringComparison.Ordinal));

    [Theory]
    [InlineData("Nine of ten men of one company had a letter. So we went home. Nine tenths of the road are paved.")]
    [InlineData("There is a cell with twelve bunks. Five were tried. It follows that seven of them were not.")]
    [InlineData("Last week 31 servicemen called us. The whole line was quiet. On Monday 9,000 men had marched.")]
    [InlineData("The union asked 36 families. On that basis it was founded. It has 1,600 members.")]
    [InlineData("The league has the names of 40 men. It asked for a list of them. The fleet has more than 900 sailors.")]
    [InlineData("The line logged 64 surrenders in April. The town has about 770 guests.")]
    [InlineData("The line logged 64 surrenders in April. It takes about 3,000 calls a year.")]
    [InlineData("In my hut three men hanged themselves. They have thirty huts. So we went home.")]
    [InlineData("If it is wet in the other valleys, the mill stops. It ground 40 sacks. The bridge cost more than 9,000 crowns.")]
    [InlineData("The board has the names of 763 volunteers. If the clerk is right, about 9,000 guests came to the fair.")]
    [InlineData("The sheet lists 420 boats. Assuming similar weather, the captain sails on Monday. The port has around 3,000 berths.")]
    [InlineData("The divers recovered 26 bodies. The problems multiplied that winter. The port has 13,000 berths.")]
    public void What_is_not_carried_over_is_left_alone(string text) => Assert.Empty(Find(text));

    private static List<Finding> Find(string text) => DocumentCheckTests.Find(text, FindingKind.Extrapolation);
}
