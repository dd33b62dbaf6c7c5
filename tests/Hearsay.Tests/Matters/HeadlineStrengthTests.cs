using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Headlines that are stronger than their text.</summary>
public sealed class HeadlineStrengthTests
{
    private const string Rest = "The camp lies on the coast. It was a dairy once. In spring the road was mended. The families wait for letters. A ferry comes twice a week.";

    [Theory]
    [InlineData("Sergeant confesses: I burnt the village down", "The sergeant was asked who had set the fire. He answered that he did not know. He had been asleep, he said.")]
    [InlineData("Minister admits: we forgot our sailors", "Minister Ivo Tarn said that the ministry could have been quicker. He spoke for an hour.")]
    [InlineData("Tracing Committee confirms: Karth makes prisoners dig trenches", "Prisoners have to dig trenches, a clerk said. The Tracing Committee said that it knew of the reports and was looking into them.")]
    [InlineData("UN confirms poisoned wells in Camp Orm", "A nurse told of poisoned wells. The United Nations said that it would send people to Camp Orm.")]
    public void Nobody_confesses_or_confirms(string headline, string text) => Assert.Single(Found(headline, text));

    [Theory]
    [InlineData("Sergeant confesses: I burnt the village down", "The sergeant was asked who had set the fire. He admitted that he had done it.")]
    [InlineData("Sergeant confesses: I burnt the village down", "“I burnt the village down,” the sergeant told the court.")]
    [InlineData("Tracing Committee confirms: Karth makes prisoners dig trenches", "The Tracing Committee has confirmed that prisoners have to dig trenches.")]
    [InlineData("Both sides confirm: 19 miners among the freed", "Nineteen miners were among the freed, the bureau said. Karth's council spoke of as many.")]
    [InlineData("UN confirms beatings in Camp Orm", "The United Nations said that men had told of beatings there.")]
    [InlineData("Minister refuses to admit that sailors were forgotten", "Minister Ivo Tarn said nothing of it. He spoke for an hour.")]
    public void Somebody_does(string headline, string text) => Assert.Empty(Found(headline, text));

    [Theory]
    [InlineData("Massacre in Camp Orm", "Guards fired over the heads of the prisoners. Three men were hurt in the crush.")]
    [InlineData("Oskeland kills captives with bad fish", "Seven prisoners allegedly fell ill after dinner. All of them were well again after two days.")]
    [InlineData("Varnian forces executed nine sailors at the quarry", "As many as nine sailors may have been killed after they gave up. Shots are heard, but no killing is seen. They must be presumed to have been shot, the prosecutor wrote.")]
    [InlineData("“They are starving our men on purpose”", "Many of the men were underweight. Is it deliberate? I have no proof that it is deliberate.")]
    public void A_charge_that_the_text_does_not_bear_out_is_found(string headline, string text) => Assert.Single(Found(headline, text));

    [Theory]
    [InlineData("Massacre in Camp Orm", "Guards killed 40 prisoners in the yard. It was a massacre.")]
    [InlineData("Missile kills nine prisoners", "A missile struck the camp on Monday, killing nine of the prisoners, the authorities said.")]
    [InlineData("Oskeland executes prisoners, Varnia says", "Varnia's General Staff said that nine prisoners might have been shot.")]
    [InlineData("Varnian forces executed nine sailors at the quarry", "The sailors were shot after they gave up. Nine bodies lay in the quarry.")]
    public void A_charge_that_it_bears_out_is_none(string headline, string text) => Assert.Empty(Found(headline, text));

    [Theory]
    [InlineData("60,000 soldiers driven to the front", "The office questioned 18 prisoners. If this share held for the whole army, we could be looking at 60,000 soldiers, a major said.", true)]
    [InlineData("More than 200 captives pressed into service", "By our count up to 200 captives were pressed into service, a clerk said.", true)]
    [InlineData("60,000 soldiers driven to the front", "The army drove 60,000 soldiers to the front, a major said.", false)]
    [InlineData("Up to 200 captives pressed into service", "By our count up to 200 captives were pressed into service, a clerk said.", false)]
    public void A_number_that_is_only_supposed_is_no_fact(string headline, string text, bool found) => Assert.Equal(found, Found(headline, text).Count > 0);

    private static List<Finding> Found(string headline, string text) => [.. SampleMatters.ReportOn($"{headline}\n\n{text}\n\n{Rest}", "Norrand Observer").Findings.Where(finding => finding.Kind is FindingKind.HeadlineUnsupported)];
}
