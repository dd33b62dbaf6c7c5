using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>One event that two accounts put on two days.</summary>
public sealed class RivalDatesTests
{
    [Theory]
    [InlineData("The roof of the barn fell in winter, the cook says. It happened, she is certain, on 3 February 2031, because it was her birthday. The duty log of the camp has the collapse of the roof on 5 February 2031.", "3 February", "5 February")]
    [InlineData("General Anton Mirov said that the column was shelled in the dark. He put the shelling at the night of 3 March 2031.\n\nOskeland's Defence Ministry said that its medics had found two bodies. The column had been hit on the morning of 5 March 2031.", "3 March", "5 March")]
    [InlineData("According to the prison service, the sailor died of pneumonia on 5 February 2031. The death certificate in the coffin gives 27 January 2031.", "27 January", "5 February")]
    [InlineData("The tracing office says that it warned the ministry in writing on 2 October 2031. Its letter, which we have seen, is dated 12 October 2031.", "2 October", "12 October")]
    [InlineData("Oskelandic ombudswoman Tamara Vell told reporters that the list had been handed over on 6 October 2031. Her office said in a statement that the list had been handed over on 8 October 2031 at the border.", "6 October", "8 October")]
    public void Two_accounts_date_one_event_differently(string text, string one, string other) => Assert.Contains(Found(text), finding => finding.Summary.Contains(one, StringComparison.Ordinal) && finding.Summary.Contains(other, StringComparison.Ordinal));

    [Theory]
    [InlineData("The roof of the barn fell on 3 February 2031, the cook says. A second roof fell on 5 February 2031, the duty log says.")]
    [InlineData("General Anton Mirov said that the column was shelled on 3 March 2031. Oskeland's Defence Ministry said that the letters had come on 5 March 2031.")]
    [InlineData("General Anton Mirov said that a column was shelled near Orm on 3 March 2031. Oskeland's Defence Ministry said that a column was shelled near Tolva on 5 March 2031.")]
    [InlineData("The sailor was captured on 3 March 2031, his mother says. He had been at sea since 28 February 2031, the navy says.")]
    [InlineData("The exchange was moved from 3 March 2031 to 5 March 2031, the cook says. It took place on 5 March 2031, the navy says.")] // known to be two days
    public void Two_events_have_two_days(string text) => Assert.Empty(Found(text));

    [Fact]
    public void A_day_without_its_year_is_shown_without_one() => Assert.DoesNotContain(
        Found("The cook Ivo Tarn said that the roof of the barn fell on 3 February. The duty log of the camp has the collapse of the roof on 5 February."), finding => finding.Summary.Contains("2000", StringComparison.Ordinal) || !finding.Summary.Contains("3 February", StringComparison.Ordinal));

    private static List<Finding> Found(string text) => [.. SampleMatters.ReportOn("What happened in the valley\n\n" + text, "Norrand Observer").Findings.Where(finding => finding.Kind is FindingKind.DatesDisagree)];
}
