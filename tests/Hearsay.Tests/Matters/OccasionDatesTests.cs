using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>One occasion with two days, whoever tells it, and days in an order that cannot be.</summary>
public sealed class OccasionDatesTests
{
    [Theory]
    [InlineData("On 24 August 2031, the two sides swapped 115 prisoners each on the river. Levin expects more of them by winter. Since the exchange on 26 August 2031 the families have heard nothing.", "24 August", "26 August")]
    [InlineData("The bombardment of Tolva lasted for an hour on 3 May 2031, and the mill burnt down. The mayor has asked for boats. The windows were broken in the bombardment of 4 May 2031.", "3 May", "4 May")]
    [InlineData("The last exchange took place on 2 June 2031, when 66 men walked over the bridge. Families wait. The convoy last crossed the bridge on 12 June 2031, the ferryman says.", "2 June", "12 June")]
    [InlineData("All posts go back to a Kystavisen report of 7 March 2031. The figure was repeated by others. Kystavisen put the article online on the morning of 9 March 2031, an archived copy shows.", "7 March", "9 March")]
    [InlineData("The camp at Orm received its first Varnians on 9 October 2031. It has two gates. Its warden remembers that the first Varnians walked in on 30 September 2031, in the rain.", "9 October", "30 September")]
    [InlineData("Corporal Ilin was taken at the Lusna bridge. His wife says that she knows the day. It was 4 March 2031.\n\nThe certificate has arrived. It gives his name and the date of his capture: Lusna, 17 April 2031.", "4 March", "17 April")]
    public void One_occasion_has_two_days(string text, string one, string other) => AssertFound(text, one, other);

    [Theory]
    [InlineData("On 24 August 2031, the two sides swapped 115 prisoners each on the river. Another exchange on 26 August 2031 brought home the wounded.")]
    [InlineData("On 24 August 2031, the two sides swapped 115 prisoners each on the river. A second exchange is planned. The exchange on 26 August 2031 will take an hour.")]
    [InlineData("Tolva was bombed on 3 May 2031. It was bombed on 5 May 2031, too. The bombing of 7 May 2031 was the worst.")] // it recurs
    [InlineData("All posts go back to a Kystavisen report of 7 March 2031. The Norrand Courier published an article of its own on 9 March 2031.")]
    [InlineData("The first Varnians came to Orm on 9 October 2031. The first Oskelanders came to Brask on 12 October 2031.")]
    [InlineData("The two sides swapped prisoners on the river on 24 August 2031. The ministry did not return a call on 26 August 2031.")]
    public void Two_occasions_have_two_days(string text) => Assert.Empty(Found(text));

    [Theory]
    [InlineData("The clip was filmed on 3 October 2031 near Orm, the channel says. It has a red frame. The video was first uploaded on 24 September 2031, to an account with nine readers.", "24 September", "3 October")]
    [InlineData("The letter was written on 12 May 2031, according to its stamp. Nobody knows who wrote it. The Courier published the letter on 9 May 2031.", "9 May", "12 May")]
    [InlineData("The survey began in spring, and all interviews had been completed by 6 June 2031. The last interviews were held in Orm on 11 June 2031, on video.", "6 June", "11 June")]
    [InlineData("The mill burnt down in the early hours of 9 April 2031, according to the fire service. Pictures from 8 April 2031 already show that the roof is gone.", "8 April", "9 April")]
    [InlineData("Soldiers shot the four after they had surrendered on 10 May 2031. There is a video of it. Analysts believe that the video was filmed no later than 9 May 2031.", "9 May", "10 May")]
    [InlineData("On 3 May 2031 the ministry announced that a platoon had gone over. Two days later, on 6 May 2031, it said so again.", "5 May", "6 May")]
    [InlineData("The committee met in Orm on 14 June 2031. The following day, 17 June 2031, it went to Tolva.", "15 June", "17 June")]
    public void An_order_that_cannot_be(string text, string one, string other) => AssertFound(text, one, other);

    [Theory]
    [InlineData("The clip was filmed on 3 October 2031 near Orm. Another video was uploaded on 24 September 2031.")]
    [InlineData("The clip was filmed on 24 September 2031 near Orm, the channel says. The video was first uploaded on 3 October 2031.")]
    [InlineData("The survey began in spring, and all interviews had been completed by 6 June 2031. The last boats left Orm on 11 June 2031.")]
    [InlineData("The mill burnt down in the night to 9 April 2031, the fire service said. Pictures from 10 April 2031 already show new beams.")]
    [InlineData("On 3 May 2031 the ministry announced that a platoon had gone over. Three days later, on 6 May 2031, it said so again.")]
    [InlineData("The video was uploaded on 3 May 2031. It was taken down on 6 May 2031 at the ministry's request.")]
    public void An_order_that_can_be(string text) => Assert.Empty(Found(text));

    [Theory]
    [InlineData("Bunting is up in Market Street, since the convoy comes home on Saturday 18 October. The vicar says that the service is held on Sunday the 18th.")]
    [InlineData("The ferry left on Monday, 9 June, with the wounded. It was raining. The ferry was seen off Tarn on Tuesday the 9th.")]
    public void One_day_has_two_weekdays(string text) => Assert.Contains(Found(text), finding => finding.Summary.Contains("days of the week", StringComparison.Ordinal));

    [Theory]
    [InlineData("Your colleagues were in court with the marine Orel, who got eighteen years on 20 March 2031.\n\nOn the 18th! I had his sister on the line.", "18 March", "20 March")]
    [InlineData("The minister crossed the yard of the prison on 8 June 2031 with a box of oranges.\n\nErratum in yesterday's report, for which we apologise: the minister's call at the prison took place on 5 June 2031.", "5 June", "8 June")]
    public void A_day_is_set_right(string text, string one, string other) => AssertFound(text, one, other);

    private const string Body = "The League published the account on Tuesday, 18 November 2025. It is a letter by a prisoner. The letter has four pages. It came out in a shoe. {0} The ministry has not reacted. Visits are suspended for two weeks.";

    [Theory]
    [InlineData("Sunday massacre: guards fire at hunger strikers in Camp Elvemo", "The shots, the prisoner writes, fell on Saturday, 15 November 2025.", true)]
    [InlineData("Bridge at Tarn hit on Monday", "The bridge was struck at night on Friday, 14 November 2025, the mayor said.", true)]
    [InlineData("Sunday massacre: guards fire at hunger strikers in Camp Elvemo", "The shots, the prisoner writes, fell on Saturday, 15 November 2025. More shots fell on Sunday.", false)]
    [InlineData("League to publish letter on Sunday", "The shots, the prisoner writes, fell on Saturday, 15 November 2025.", false)]
    public void A_headline_has_the_wrong_weekday(string headline, string sentence, bool isFound) =>
        Assert.Equal(isFound, SampleMatters.ReportOn($"{headline}\n\n20 November 2025\n\n{Body.Replace("{0}", sentence, StringComparison.Ordinal)}", "Norrand Observer").Findings.Any(finding => finding.Kind is FindingKind.DatesDisagree));

    private static void AssertFound(string text, string one, string other) => Assert.Contains(Found(text), finding => finding.Summary.Contains(one, StringComparison.Ordinal) && finding.Summary.Contains(other, StringComparison.Ordinal));

    private static List<Finding> Found(string text) => [.. SampleMatters.ReportOn("What happened in the valley\n\n" + text, "Norrand Observer").Findings.Where(finding => finding.Kind is FindingKind.DatesDisagree)];

    [Theory]
    [InlineData("Aide Vladim Tarvin claimed on 7 June 2031 that Varnia had put off the exchange. General Aleks Zorin told reporters on 8 June 2031 that the trains were waiting. Analysts write that the statements by Tarvin and Zorin of 6 June 2031 and 8 June 2031 are part of one effort.", "6 June 2031")]
    [InlineData("Deputy Orsan Bell said on 2 May 2031 that the camp was closed. Minister Ilva Rusk said on 3 May 2031 that it had never been open. The paper counts the remarks of Bell and Rusk from 2 May 2031 and 5 May 2031 among the oddest of the year.", "5 May 2031")]
    public void Days_of_what_several_said_are_compared_in_order(string text, string day) => Assert.Contains(DocumentCheckTests.Find(text, FindingKind.DatesDisagree), finding => finding.Summary.Contains(day, StringComparison.Ordinal));
}
