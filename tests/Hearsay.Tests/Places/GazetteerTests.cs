using Hearsay.Places;

namespace Hearsay.Tests.Places;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Small = new(
        [new("iso:VA", "Varnia", PlaceKind.Country, -1, 900), new("geonames:1", "Stryvna", PlaceKind.Region, 0, 90), new("geonames:2", "O'Treva", PlaceKind.City, 1, 9), new("geonames:3", "Stryvna", PlaceKind.City, 1, 8)],
        [("Varnia", 0), ("Stryvna", 1), ("O'Treva", 2), ("Стривна", 3), ("Stryvna", 3), ("Stryvna", 3)]);

    [Theory]
    [InlineData("Varnia", new[] { 0 })]
    [InlineData("STRYVNA", new[] { 1, 3 })]
    [InlineData("стривна", new[] { 3 })]
    [InlineData("O’Treva", new[] { 2 })]
    [InlineData("Treva", new int[0])]
    public void A_name_gives_every_place_that_has_it(string name, int[] places) => Assert.Equal(places, Small.Find(name).ToArray());

    [Fact]
    public void A_place_lies_within_its_containers()
    {
        Assert.True(Small.IsWithin(2, 0));
        Assert.True(Small.IsWithin(2, 2));
        Assert.False(Small.IsWithin(1, 2));
        Assert.Equal(0, Small.CountryOf(3));
    }

    [Fact]
    public void What_was_saved_is_loaded()
    {
        using var folder = new TemporaryFolder();
        Small.Save(folder["a.gazetteer"]);
        var loaded = Gazetteer.Load(folder["a.gazetteer"]);
        Assert.Equal(Enumerable.Range(0, Small.Count).Select(i => Small[i]), Enumerable.Range(0, loaded.Count).Select(i => loaded[i]));
        Assert.Equal([1, 3], loaded.Find("Stryvna").ToArray());
        File.WriteAllBytes(folder["b.gazetteer"], File.ReadAllBytes(folder["a.gazetteer"])[..^2]);
        Assert.Throws<InvalidDataException>(() => Gazetteer.Load(folder["b.gazetteer"]));
    }

    [Fact]
    public void Without_a_file_no_place_is_known() => Assert.Equal(0, Gazetteer.Load("none.gazetteer").Count);
}
