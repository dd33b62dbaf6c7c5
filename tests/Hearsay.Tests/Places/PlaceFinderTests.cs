using Hearsay.Packs;
using Hearsay.Parties;
using Hearsay.Places;
using Hearsay.Tests.Language;

namespace Hearsay.Tests.Places;

public sealed class PlaceFinderTests
{
    private static readonly DomainPack Pack = DomainPack.Load(Repository.Pack);

    [Theory]
    [InlineData("Донецька область", "Donetsk")]
    [InlineData("Донецкая область", "Donetsk")]
    [InlineData("Харківщина", "Kharkiv")]
    [InlineData("Курская область", "Kursk Oblast")]
    [InlineData("Мордовия", "Mordoviya Republic")]
    [InlineData("Гомельская вобласць", "Homyel’ Voblasc’")]
    public void Regions_have_names_in_Cyrillic(string name, string region)
    {
        var places = DomainPack.Load(Repository.Pack).Places;
        Assert.Contains(places.Find(name).ToArray(), place => places[place].Name == region && places[place].Kind is PlaceKind.Region);
    }

    [Theory]
    [InlineData("The men were held in Gradimsk.", "Gradimsk=Gradimsk<Oskeland")]
    [InlineData("A shell hit a school in Kolverets.", "Kolverets=Kolverets<Stryvna<Varnia")]
    [InlineData("They were captured near Bakhmut.", "Bakhmut=Bakhmut<Donetsk<Ukraine")]
    [InlineData("The exchange took place in the Chernihiv region.", "Chernihiv region=Chernihiv Oblast<Ukraine")]
    [InlineData("Fighting continued in Kursk Oblast.", "Kursk Oblast=Kursk Oblast<Russia")]
    [InlineData("He grew up in Paris.", "Paris=Paris<Île-de-France<France")]
    [InlineData("He grew up in Paris, Texas.", "Paris=Paris<Texas<United States; Texas=Texas<United States")]
    [InlineData("The talks were held in Abu Dhabi.", "Abu Dhabi=Abu Dhabi<Abu Dhabi<United Arab Emirates")]
    [InlineData("Shells fell near Toretsk, Pokrovsk, and Velyka Novosilka.", "Toretsk=Toretsk<Donetsk<Ukraine; Pokrovsk=Pokrovsk<Donetsk<Ukraine; Velyka Novosilka=Velyka Novosilka<Donetsk<Ukraine")]
    [InlineData("Moscow rejected the list.", "")]
    [InlineData("Talks in Moscow went on.", "Moscow=Moscow<Moscow<Russia")]
    [InlineData("The prisoners had been held in Rostov-on-Don.", "Rostov-on-Don=Rostov-na-Donu<Rostov<Russia")]
    public void A_place_has_what_contains_it(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("Ukraine said that shells fell in Donetsk.", "Donetsk=Donetsk<Donetsk<Ukraine")]
    [InlineData("Russia said that the camp lies near Donetsk in the Rostov region.", "Donetsk=Donetsk<Rostov<Russia; Rostov region=Rostov<Russia")]
    public void The_country_and_the_container_that_a_text_names_tell_which_of_a_name_is_meant(string text, string expected) => Assert.Equal(expected, Found(text));

    [Fact]
    public void Cyrillic_names_are_known()
    {
        var place = Pack.Places[Pack.Places.Find("Харків")[0]];
        Assert.Equal(("Kharkiv", PlaceKind.City), (place.Name, place.Kind));
        Assert.Equal("iso:UA", Pack.Places[Pack.Places.CountryOf(Pack.Places.Find("Харьков")[0])].Id);
    }

    private static string Found(string text)
    {
        var document = English.Analyse(text);
        document = document with { Parties = new PartyFinder(Pack).Find(document) };
        return string.Join("; ", new PlaceFinder(Pack).Find(document).Select(place => $"{place.Span.SliceOf(text)}={string.Join('<', place.Within.Select(within => within.Name).Prepend(place.Name))}"));
    }
}
