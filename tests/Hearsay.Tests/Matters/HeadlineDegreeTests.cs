using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Headlines of all, of certainty and of what is, above texts of a part, of doubt and of what is not.</summary>
public sealed class HeadlineDegreeTests
{
    private const string Rest = "The quay is a mile long. It was mended in spring. The families wait for letters. A ferry comes twice a week.";

    [Theory]
    [InlineData("Every sailor was beaten in Fort Quell", "The union asked those who are back. Three in five had been beaten, it says.", true)]
    [InlineData("All captured miners return", "A bus came at noon. Most of the miners have returned, a clerk said.", true)]
    [InlineData("Every sailor was beaten in Fort Quell", "The union asked those who are back. Every one of them had been beaten, it says.", false)]
    [InlineData("Most sailors were beaten in Fort Quell", "The union asked those who are back. Three in five had been beaten, it says.", false)]
    [InlineData("Every sailor was beaten in Fort Quell", "All were beaten. Most of those beaten are young.", false)]
    [InlineData("All captured miners return", "A bus brought them at noon. Most of those who returned are young.", false)] // who they are, not how many
    public void All_is_more_than_a_part(string headline, string text, bool found) => Assert.Equal(found, Found(headline, text).Count > 0);

    [Theory]
    [InlineData("Smuggler king killed in harbour blaze", "A man killed in Sunday's harbour blaze may have been the smuggler Odo Kray, the police said. A doctor is to look at him.", true)]
    [InlineData("Deserters shot at Brannoc quarry", "Two deserters are believed to have been shot at the Brannoc quarry, said a priest. He heard it from a driver.", true)]
    [InlineData("Smuggler king killed in harbour blaze", "The smuggler Odo Kray was killed in Sunday's harbour blaze, the police said. His brother may have been with him.", false)]
    [InlineData("Smuggler king feared killed in harbour blaze, police say", "A man killed in Sunday's harbour blaze may have been the smuggler Odo Kray, the police said.", false)]
    public void A_fact_is_more_than_a_doubt(string headline, string text, bool found) => Assert.Equal(found, Found(headline, text).Count > 0);

    [Theory]
    [InlineData("Ministers sign treaty on the dead", "The two ministers met for an hour. No treaty was on the table, a spokesman said.", "treaty")]
    public void What_the_text_only_negates_is_no_fact(string headline, string text, string noun) => Assert.Contains(Found(headline, text), finding => finding.Summary.Contains(noun, StringComparison.Ordinal));

    [Theory]
    [InlineData("Ministers sign treaty on the dead", "The two ministers signed a treaty. No treaty has taken longer.")]
    [InlineData("No ransom for the crew", "The crew is home. The shipping company says that no ransom changed hands.")]
    [InlineData("Owner pays ransom for the crew, Varnia says", "The crew is home. The shipping company says that no ransom changed hands.")]
    [InlineData("Was there a treaty?", "The two ministers met for an hour. No treaty was on the table, a spokesman said.")]
    public void What_it_has_or_the_headline_doubts_is_left_alone(string headline, string text) => Assert.Empty(Found(headline, text));

    private static List<Finding> Found(string headline, string text) => [.. SampleMatters.ReportOn($"{headline}\n\n{text}\n\n{Rest}", "Norrand Observer").Findings.Where(finding => finding.Kind is FindingKind.HeadlineUnsupported)];
}
