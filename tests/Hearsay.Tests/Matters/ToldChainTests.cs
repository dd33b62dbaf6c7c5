using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Who had it from whom, as a text itself tells.</summary>
public sealed class ToldChainTests
{
    [Theory]
    [InlineData("The portal Nordlys refers to Kystavisen, and Kystavisen to Fjordbladet. Fjordbladet links to the channel Red Heron.", "Red Heron")]
    [InlineData("The Elsvik Herald names the Dockers' Union as its source. So does the radio. The ferry was full.", "Union")]
    [InlineData("The story ran on the portal Harbour, which credited “Albatross”, and a day later in Morning Teln, which credited Harbour.", "Albatross")]
    [InlineData("The Gazette's count is taken from a talk that Captain Ole Brask gave in May. The mayor, too, had it from Brask, as he admits.", "Ole Brask")]
    [InlineData("The mother showed us a letter by a sailor. The agency OKI summarised the letter on Monday. The Teln Courier and Radio Elsvik took it from OKI.", "a letter by a sailor")]
    [InlineData("“They starve them,” the channel Red Heron wrote on Monday. Nordlys picked up the phrase that evening. A day later Kystavisen reported, referring to Nordlys, that men had starved.", "Red Heron")]
    [InlineData("The newspaper Kystavisen cites the agency OKI. The website Nordlys quotes OKI as well. Neither went there.", "OKI")]
    [InlineData("Nordlys copied Kystavisen's article word for word. Two days later Radio Elsvik got the story from Nordlys.", "Kystavisen")]
    [InlineData("The channel Red Heron posted that five hundred sailors were there. The post was picked up by the portal Nordlys, and two days later by the agency OKI, which referred to the portal.", "Red Heron")]
    [InlineData("The Elsvik Herald quoted Kystavisen. Kystavisen had cited Radio Brask. Radio Brask referred to a post by the deputy Oleh Lanchuk.", "Lanchuk")]
    [InlineData("The radio learnt of the strike through the harbour master's letter. The mayor told the council about it, waving a copy of the letter.", "harbour master")]
    [InlineData("Kystavisen put out an alert naming the Dockers' Union as its authority. Teln had learned of the strike through the union's video, a clerk said.", "Union")]
    [InlineData("The minister spoke of 300 geese, holding up a printout of the Lantern report. Coast television credited the count to Lantern as well.", "Lantern")]
    [InlineData("The number surfaced on Red Heron, a channel with 900 readers. Kystavisen printed it, citing the same channel. The mayor had it from Red Heron, he said.", "Red Heron")]
    [InlineData("The cook had it from a podcast. The barber took it over from the podcast.", "podcast")]
    public void Carriers_that_lead_to_one_origin_are_found(string text, string origin)
    {
        var finding = Assert.Single(Find(text));
        Assert.Contains(origin, finding.Summary, StringComparison.Ordinal);
        Assert.EndsWith("carriers, 1 origin", finding.Calculation!.Expression, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nordlys, Kystavisen and two radio stations carried it. All of them rely on one and the same post, by a baker in Teln.")]
    [InlineData("It was in every paper of the coast. All of these reports go back to a single message from a cook.")]
    [InlineData("Three ministries have spoken of it. Each of them cites the same witness, a ferryman.")]
    [InlineData("Two papers wrote about the ferry. We have found no report that does not go back to the dockers' post.")]
    [InlineData("Everything that is known about the wreck since the spring comes from one man, a diver called Ole.")]
    [InlineData("Five clips of the fire are shown. All five, she found, were cut from a single recording.")]
    public void A_text_that_says_that_all_have_one_source_is_found(string text) => Assert.Single(Find(text));

    [Fact]
    public void The_links_are_the_working() => Assert.Equal(
        ["Nordlys", "Kystavisen"],
        Find("The portal Nordlys refers to Kystavisen. Kystavisen links to the channel Red Heron.")[0].Calculation!.Details.Select(detail => detail.Key));

    [Theory]
    [InlineData("Mara Tolven cited the law. Pavel Okrun quoted Mara Tolven. The bridge is closed.")] // people refer to each other
    [InlineData("The newspaper Kystavisen cites the agency OKI. The website Nordlys quotes the harbour master.")] // two origins
    [InlineData("The Elsvik Herald had it from the harbour master. It rained.")] // one carrier
    [InlineData("Mara Tolven took the count from the register. Pavel Okrun had it from the captain.")]
    [InlineData("All of the men rely on one another. Both cite the same law.")]
    [InlineData("The economy of Teln rests on herring. Elsvik relies on herring, too.")]
    [InlineData("The website Nordlys was cited by Kystavisen. The agency OKI was quoted at length.")]
    [InlineData("The radio learnt of the strike from the harbour master. Kystavisen learnt of it from a ferryman.")] // two origins
    [InlineData("The mayor had not heard it from the union. The radio learnt of the strike from the union.")]
    [InlineData("The mayor read from the letter of a widow. The clerk waved a flag of the union. The cook used the kitchen.")]
    public void What_is_no_chain_is_left_alone(string text) => Assert.Empty(Find(text));

    private static List<Finding> Find(string text) => DocumentCheckTests.Find(text, FindingKind.SingleOrigin);
}
