using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Numbers that a text reckons from one another, in whatever words: sums, products, shares, changes, rates, and what misses them.</summary>
public sealed class ReckoningsTests
{
    [Theory]
    [InlineData("167 sailors came home\n\nThe headquarters met the boat. It said that 154 sailors had been let go one for one, while 13 men who had lost limbs were handed over besides.", "154 + 13 = 167")]
    [InlineData("Until last week the prosecutor knew of 118 such killings. With the seven cooks of Teln the number has reached 125.", "118 + 7 = 125")]
    [InlineData("The island holds 233 men, the doctor said. By her list 96 are sailors, 74 gunners, 41 drivers and 22 cooks.", "96 + 74 + 41 + 22 = 233")]
    [InlineData("The first boat took 163 people across and the second 148. By night 311 men were on the other bank.", "163 + 148 = 311")]
    public void A_sum_is_found(string text, string sum) => AssertHolds(text, sum);

    [Theory]
    [InlineData("In the hall stood 18 bunks with six men in each, and after the flood all 108 men slept on the roof.", "18 × 6 = 108")]
    [InlineData("The price was 3,000 crowns a head. For the nine nurses 27,000 crowns were paid.", "3,000 × 9 = 27,000")]
    [InlineData("The pension of a widow is 1,500 crowns a month, that is 18,000 a year.", "1,500 × 12 = 18,000")]
    [InlineData("Karth released 38 sailors and received as many, 76 people in all.", "2 × 38 = 76")]
    public void A_product_is_found(string text, string product) => AssertHolds(text, product);

    [Theory]
    [InlineData("According to the paper, 141 of the 152 sailors questioned, or about 93 per cent, had been struck.", "141 of 152 = 92.8 %")]
    [InlineData("The union has had 320 letters since May; in 26 of them, roughly eight percent, a wife asked for a divorce.", "26 of 320 = 8.1 %")]
    [InlineData("The port has 640 seamen. They were asked in June. Of them 161, a quarter, had never been paid.", "161 of 640 = 25.2 %")]
    public void A_share_is_found(string text, string share) => AssertHolds(text, share);

    [Theory]
    [InlineData("In June the union had 212 callers. In July the calls jumped by 50 percent, to 318 callers.", "212 → 318 = +50 %")]
    [InlineData("The number of deserters has quadrupled, the office says: from 15 to 62.", "62 ÷ 15 = 4.13")]
    public void A_change_is_found(string text, string change) => AssertHolds(text, change);

    [Theory]
    [InlineData("Elsvik got back 184 people: 97 sailors, 51 gunners and 30 cooks.", "97 + 51 + 30 = 178, not 184")]
    [InlineData("Of the 438 names on the roll, 29 belong to men who are at home. That leaves 419 names.", "29 + 419 = 448, not 438")]
    [InlineData("They took 120 from the mill, 64 from the school and 33 from the barges. Altogether it speaks of 230 people.", "120 + 64 + 33 = 217, not 230")]
    [InlineData("The fleet has 900 seamen. Some 190 of them, nearly a third, are ill.", "190 of 900 = 21.1 %")]
    public void Figures_that_should_fit_and_do_not_are_found(string text, string reckoning) => Assert.Contains(Find(text), finding => finding.Severity is Severity.Warning && finding.Calculation!.Expression == reckoning);

    [Theory]
    [InlineData("Karth holds 161 sailors. It counted 150 mills and 11 bridges on its bank.")]                // other things
    [InlineData("Nearly 7 in 10 sailors asked for bread, and 5 in 10 for tobacco. The mill has 17 wheels.")] // shares, and no counts
    [InlineData("The nurse is 22 years old. In the hall lay 42 men, and outside stood 64 carts.")]
    [InlineData("A guard earns 300 crowns a day. The port once had 9,000 dockers.")]
    [InlineData("It says that 70 per cent of the guards are former inmates. In 21 of thirty villages there is no doctor.")]
    [InlineData("Elsvik got back 184 people, among them 97 sailors and 51 gunners.")]                          // not all of them
    [InlineData("The boat has 5 decks, 4 masts and 3 cooks. It can carry 12 crates.")]
    [InlineData("Eight years ago the ministry had three buses. In May 24 buses stood in the yard.")]
    public void Numbers_that_fit_by_chance_are_left_alone(string text) => Assert.Empty(Find(text));

    private static List<Finding> Find(string text) => [.. DocumentCheckTests.Find(text, FindingKind.Arithmetic)];

    private static void AssertHolds(string text, string reckoning) => Assert.Contains(Find(text), finding => finding.Severity is Severity.Info && finding.Calculation!.Expression == reckoning);
}
