using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Two numbers for one thing that stand apart and in other words.</summary>
public sealed class WeighedFiguresTests
{
    private const string Filler = "Who goes home? Nobody knows. The list is old.\n\nThe river was high. Boats lay at the quay. A band played in the rain, and the mayor spoke. Children sang.\n\nWhat comes next? There will be talks. The envoy has a room at the inn. He likes it there.\n\nThe road is long. It is closed at night. Snow fell on the hills, and the wind was cold.\n\n";

    [Theory]
    [InlineData("Some 61 Varnians died in the camps of Orm and Tolva in winter, the league says. It went through letters and registers.\n\nThe camps are old. Food was scarce until April.\n\nOskeland's Defence Ministry acknowledges 19 deaths in the two of them.", "61", "19")]
    [InlineData("Varnia's Defence Ministry says that 318 Varnians came back on the ferry today.\n\nThe sea was calm, and the band played.\n\nOskeland's Defence Ministry reports that it has handed over 309 Varnian servicemen.", "318", "309")]
    [InlineData("The union says that 2,400 sailors from the coast are unaccounted for. A clerk keeps the list.\n\nThe navy is less generous. By its reckoning, 1,510 sailors were missing in May.", "2,400", "1,510")]
    [InlineData("Oskeland's Office for Captives says it has 2,300 Varnians in five camps.\n\n" + Filler + "The files of Varnia's Exchange Bureau show that at least 3,100 Varnian soldiers are held in Oskeland's camps.", "2,300", "3,100")] // far apart
    [InlineData("Oskeland's General Staff says that it took 648 Varnian servicemen prisoner in the raid.\n\n" + Filler + "Colonel Sverre Dahl of Oskeland has said that his army captured over 2,000 Varnians in the raid. Neither that figure nor the lower one can be confirmed.", "648", "2,000")]
    [InlineData("The navy counts 1,140 sailors as captured. Oskeland's Interior Ministry says that its camps hold nine hundred and twelve Varnians, “not one more”.", "1,140", "nine hundred and twelve")]
    [InlineData("The prosecutor Wim Harsta said that a crew of four to six drone operators had been seized at the mill. The file is thick.\n\nOskeland's General Staff says that not more than three drone operators were seized at the mill.", "four to six", "three")]
    public void Two_numbers_are_given_for_one_thing(string text, string one, string other) => Assert.Contains(Found(text), finding => finding.Summary.Contains(one, StringComparison.Ordinal) && finding.Summary.Contains(other, StringComparison.Ordinal));

    [Theory]
    [InlineData("Varnia's Defence Ministry says that 318 Varnians came back on the ferry today. At the last exchange, 84 prisoners had returned, Oskeland's Defence Ministry said.")] // another exchange
    [InlineData("The union says that 2,400 sailors from the coast are unaccounted for. In the whole country, the navy says, 7,100 sailors are missing.")]
    [InlineData("Varnia's Defence Ministry says that 318 Varnians came back today. A customs officer speaks of 120 people so far.")]
    [InlineData("Some 61 Varnians died in the camp of Orm, the league says. Oskeland's Defence Ministry acknowledges 19 deaths in the camp of Tolva.")] // elsewhere
    [InlineData("Some 61 Varnians died in May, the league says. Oskeland's Defence Ministry acknowledges 19 deaths in July.")]
    [InlineData("Some 61 Varnians were wounded, the league says. Oskeland's Defence Ministry acknowledges 19 dead Varnians.")]
    [InlineData("Oskeland acknowledges holding 2,900 Varnians. Both sides speak of roughly 1,700 Oskelanders in Varnian camps.")]
    [InlineData("She dragged out six men, a medic says. “The allegation that nine men died in our care is false,” Colonel Arkady Polvenin said.")]
    [InlineData("Oskeland's Office for Captives says it has 2,300 Varnians in five camps.\n\n" + Filler + "The harbour master says that 1,100 men work in the docks.")]
    [InlineData("Oskeland's army said that its medics had found five dead prisoners. An earlier notice by the army had spoken of three dead prisoners.")] // a count that grew
    [InlineData("Oskeland's army said that two guards were killed. Varnia's Defence Ministry speaks of nine prisoners killed.")]
    public void Numbers_of_other_things_are_left_alone(string text) => Assert.Empty(Found(text));

    private static List<Finding> Found(string text) => [.. SampleMatters.ReportOn(text, "Norrand Observer").Findings.Where(finding => finding.Kind is FindingKind.FiguresDisagree)];
}
