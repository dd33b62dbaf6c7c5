using Hearsay.Documents.PlainText;

namespace Hearsay.Tests.Documents.PlainText;

public sealed class LineSignsTests
{
    [Theory]
    [InlineData("<div class=\"share\"> </div>")]
    [InlineData(".share-bar, .foot-note {")]
    [InlineData("share-bar {")]
    [InlineData("margin-top: 0 auto;")]
    [InlineData("https://varnia.example/list")]
    [InlineData("www.varnia.example https://oskeland.example")]
    [InlineData("#Varnia #Oskeland, @mira.selk")]
    [InlineData("4.2K Reposts   312 Quotes")]
    public void Leftovers_are_furniture(string line) => Assert.True(LineSigns.IsFurniture(line));

    [Theory]
    [InlineData("The list of 630 names came from Varnia; nobody had checked it.")]
    [InlineData("He wrote: the lists differ;")]
    [InlineData("https://varnia.example/list holds the names.")]
    [InlineData("@mira.selk wrote that the bus did not come")]
    [InlineData("312 prisoners came home")]
    public void Sentences_are_not(string line) => Assert.False(LineSigns.IsFurniture(line));

    [Theory]
    [InlineData("Mira Selk", true)]
    [InlineData("A. Rusk-Velk and Ivo Tarn", true)]
    [InlineData("Mira Selk, Ivo Tarn", true)]
    [InlineData("Mira Selk said", false)]
    [InlineData("TELN", false)]
    public void A_line_of_names_is_told(string line, bool isName) => Assert.Equal(isName, LineSigns.IsName(line));

    /// <summary>Repetitions that fail at their last character do not multiply.</summary>
    [Fact]
    public void Lines_that_nearly_match_cost_little()
    {
        foreach (var line in (string[])[string.Concat(Enumerable.Repeat("www.a", 115)) + " \u0001 x", string.Concat(Enumerable.Repeat("@a..", 140)) + "!", "1" + new string(' ', 590) + "!", string.Concat(Enumerable.Repeat("Ab ", 19)) + "!"])
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            for (var i = 0; i < 20; i++) { _ = LineSigns.IsFurniture(line) | LineSigns.IsName(line); }
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20));
        }
    }
}
