using Hearsay.Packs;
using Hearsay.Parties;
using Hearsay.Tests.Language;

namespace Hearsay.Tests.Parties;

public sealed class PartyFinderTests
{
    private static readonly PartyFinder Finder = new(DomainPack.Load(Repository.Pack));

    [Theory]
    [InlineData("Varnia rejected the Oskelandic offer.", "Varnia=Varnia[varnia]; Oskelandic=Oskeland[oskeland]")]
    [InlineData("The capital, Lustava, was quiet.", "Lustava=Varnia[varnia]")]
    [InlineData("US officials met a British envoy.", "US=United States[united-states]; British=United Kingdom[united-kingdom]")]
    [InlineData("He asked us to wait.", "")]
    [InlineData("The Kremlin denied it.", "Kremlin=Kremlin[russia]")]
    [InlineData("The Red Cross visited the men.", "Red Cross=International Committee of the Red Cross[icrc]")]
    [InlineData("North Korean soldiers were captured.", "North Korean=North Korea[north-korea]")]
    public void Countries_people_capitals_and_bodies_are_found(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("Oskeland’s Defence Ministry denied it.", "Oskeland’s Defence Ministry=Oskeland's Defence Ministry[oskeland]")]
    [InlineData("The Varnian Foreign Ministry protested.", "Varnian Foreign Ministry=Varnia's Foreign Ministry[varnia]")]
    [InlineData("The General Staff of Varnia counted four.", "General Staff of Varnia=Varnia's General Staff[varnia]")]
    [InlineData("Ukraine lost 40 drones, while the British MOD counted 50.", "Ukraine=Ukraine[ukraine]; British MOD=United Kingdom's Defence Ministry[united-kingdom]")]
    [InlineData("Oskeland rejects that. Its Defence Ministry spoke of lies.", "Oskeland=Oskeland[oskeland]; Defence Ministry=Oskeland's Defence Ministry[oskeland]")]
    [InlineData("The British Ministry of Defence reported heavy losses. Ukraine attacked. The MOD expects more.", "British Ministry of Defence=United Kingdom's Defence Ministry[united-kingdom]; Ukraine=Ukraine[ukraine]; MOD=United Kingdom's Defence Ministry[united-kingdom]")]
    public void A_body_that_every_state_has_belongs_to_whom_the_text_gives_it(string text, string expected) => Assert.Equal(expected, Found(text));

    [Fact]
    public void Without_any_hint_a_body_is_at_home_where_the_outlet_is() =>
        Assert.Equal("Defence Ministry=Oskeland's Defence Ministry[oskeland]", Found("The Defence Ministry declined to comment.", "Oskelmar Gazette"));

    [Theory]
    [InlineData("The Moscow Times counted the requests.")]
    [InlineData("Kyiv Post spoke to them.")]
    public void A_capital_in_the_name_of_an_outlet_speaks_for_nobody(string text) => Assert.Equal("", Found(text));

    [Fact]
    public void Whoever_has_an_office_belongs_to_its_party_and_his_surname_with_him() =>
        Assert.Equal(
            "Oskelandic Interior Ministry=Oskeland's Interior Ministry[oskeland]; Viktor Halmar=Viktor Halmar[oskeland]; Halmar=Viktor Halmar[oskeland]",
            Found("Oskelandic Interior Ministry spokesman Viktor Halmar denied it. Later Halmar declined to speak to reporters."));

    [Theory]
    [InlineData("The talks were held in Kyiv.", true)]
    [InlineData("The shells fell near Moscow.", true)]
    [InlineData("Kyiv added that no offer had come.", false)]
    [InlineData("An offer from Ukraine was refused.", false)]
    public void A_capital_after_a_word_of_place_is_a_place(string text, bool isPlace) => Assert.Equal(isPlace, Finder.Find(English.Analyse(text))[0].IsPlace);

    private static string Found(string text, string? outlet = null)
    {
        var document = English.Analyse(text);
        document = document with { Document = document.Document with { Outlet = outlet } };
        return string.Join("; ", Finder.Find(document).Select(mention => $"{mention.Span.SliceOf(text)}={mention.Name}[{mention.Party.Id}]"));
    }
}
