using System.Globalization;
using Hearsay.Events;
using Hearsay.Language;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Packs;
using Hearsay.Parties;
using Hearsay.Tests.Language;

namespace Hearsay.Tests.Events;

public sealed class EventFinderTests
{
    private static readonly DomainPack Pack = DomainPack.Load(Repository.Pack);

    /// <summary>Each line of <c>events.tsv</c> is a sentence and the events that it tells.</summary>
    public static TheoryData<string, string> Cases => [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "Hearsay.Tests", "Events", "events.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(parts => (parts[0], parts.Length > 1 ? parts[1] : ""))];

    [Theory, MemberData(nameof(Cases))]
    public void Events_are_told_with_who_takes_part(string sentence, string expected) =>
        Assert.True(Told(sentence) == expected, $"\n{sentence}\t{Told(sentence)}");

    [Fact]
    public void Without_a_grammar_there_are_no_events()
    {
        var document = new LanguageAnalyser().Analyse(Plain.Document("Varnia refused the exchange."));
        Assert.Empty(new EventFinder(Pack).Find(document));
    }

    [Theory]
    [InlineData("The council exchanged letters. The mayor's proposal to build a mill was accepted. It rained on the harbour.")]
    [InlineData("The mayor was willing to accept an interview. The ferrymen offered free sandwiches to the crowd.")]
    [InlineData("The foundation refused to release the names of its donors. It declined to return the call.")]
    [InlineData("The prisoner of the castle is a novel. It has nine chapters. The writer rejected an offer. The publisher was sad. He had a proposal of his own. It rained. The book was sold. He was paid. She went home. The river rose. The mill stood still. The gate was shut. The road was long. The boat left. The sea was calm.")]
    public void An_offer_of_something_else_is_no_offer_of_an_exchange(string text) => Assert.DoesNotContain("exchange.offered", Told(text), StringComparison.Ordinal);

    // War words in sport, business, politics and crime.
    [Theory]
    [InlineData("The mayor is the best person to beat the champion, the coach said.")]
    [InlineData("The women who are abused call the office.")]
    [InlineData("She was seeking to put a donor in touch with the envoy, in an exchange of letters.")]
    [InlineData("It is going to be over in May. The voters go over to the mill.")]
    [InlineData("Delegates may switch sides and nominate the miller. The party fears defections.")]
    [InlineData("The streets were deserted. The candidate was deserted by his delegates.")]
    [InlineData("The miller surrendered the contest to the baker.")]
    [InlineData("The bill grants amnesty to settlers. The council debates the amnesty.")]
    [InlineData("The prisoner returned the book.")]
    [InlineData("The firm released a film that said that people would pay.")]
    [InlineData("The bank seized private property from an elderly woman.")]
    [InlineData("She captured the frustration of many people.")]
    [InlineData("The foundation refused to release the names of 1,076 donors.")]
    [InlineData("The governor remained in a sour mood. He kept so-called Oskelanders out of the country.")]
    [InlineData("She declined to release her tax returns and rejected a proposal for a debate.")]
    [InlineData("The pope visited a camp of pilgrims.")]
    public void Words_of_war_in_other_fields_tell_no_event(string text) => Assert.Equal("", Told(text));

    [Theory]
    [InlineData("A bomb killed 40 Oskelanders. Four Oskelanders were murdered.", "execution")]
    [InlineData("The shooting of nine people in the church shocked the town.", "execution")]
    public void Who_is_killed_need_not_have_been_a_prisoner(string text, string type) => Assert.DoesNotContain(type, Told(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("The bureau said that 157 prisoners of war had returned in an exchange.", "return")]
    [InlineData("The captured soldiers were shot near Sarn.", "execution")]
    [InlineData("Guards shot captured Oskelanders in the village.", "execution")]
    [InlineData("The army beat the captured soldiers.", "mistreatment")]
    [InlineData("The state released 40 people. They had been held in captivity for a year.", "return")]
    [InlineData("The guards beat the prisoners every day.", "mistreatment")]
    [InlineData("Soldiers of the brigade switched sides.", "defection")]
    [InlineData("The brigade surrendered on Monday.", "surrender")]
    [InlineData("The president signed an amnesty for deserters.", "amnesty")]
    [InlineData("Varnia released the bodies of 40 soldiers.", "return")]
    public void They_tell_one_where_soldiers_or_prisoners_take_part(string text, string type) => Assert.Contains(type, Told(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Talks on an exchange of prisoners went on in May. Varnia rejected the offer.", "exchange.refused")]
    [InlineData("Varnia was ready to hand over 200. Oskeland did not answer about the prisoners.", "exchange.offered")]
    [InlineData("Oskeland offered to return them. The prisoners had waited for a year.", "exchange.offered")]
    public void An_offer_in_a_text_about_prisoners_is_one_of_them(string text, string type) => Assert.Contains(type, Told(text), StringComparison.Ordinal);

    /// <summary>Events as <c>type(role=Name[side], …) count</c>, a denied one with <c>not</c> before it, parted by <c>; </c>.</summary>
    private static string Told(string text)
    {
        var document = English.Analyse(text);
        document = document with { Dates = new TimeExpressionFinder().Find(document) };
        document = document with { Figures = new FigureFinder().Find(document) };
        document = document with { Parties = new PartyFinder(Pack).Find(document) };
        return string.Join("; ", new EventFinder(Pack).Find(document).Select(told =>
            (told.Negated ? "not " : "") + told.Type
            + "(" + string.Join(", ", told.Participants.Select(participant => $"{participant.Role}={participant.Name ?? participant.Span.SliceOf(text)}{(participant.Side is { } side ? $"[{side}]" : "")}")) + ")"
            + (told.Count?.Value is { } count ? " " + count.ToString(CultureInfo.InvariantCulture) : "")));
    }
}
