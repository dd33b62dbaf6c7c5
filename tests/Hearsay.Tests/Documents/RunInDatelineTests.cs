using System.Text;
using Hearsay.Documents;
using Hearsay.Packs;

namespace Hearsay.Tests.Documents;

public sealed class RunInDatelineTests
{
    [Theory]
    [InlineData("ELSVIK, Nov 19 (Harbour News) - The gate was shut.", "The gate was shut.")]
    [InlineData("TELN, December 3. /NORD/. The gate was shut.", "The gate was shut.")]
    [InlineData("(Elsvik, 12 November 2025) – The gate was shut.", "The gate was shut.")]
    [InlineData("The gate was shut on 12/11/25 by nobody.", "The gate was shut on 12/11/25 by nobody.")]
    [InlineData("Nobody - not one man - came.", "Nobody - not one man - came.")]
    public void Ends_before_the_text(string paragraph, string rest) => Assert.Equal(rest, paragraph[RunInDateline.End(paragraph, new TextSpan(0, paragraph.Length))..]);

    [Theory]
    [InlineData("Bureau: Gate Was Shut\n\n(Elsvik, March 27, 2025) – The gate was shut on Monday, the Bureau said, and nobody came to open it.", "2025-03-27")]
    [InlineData("Bureau: Gate Was Shut\n\nELSVIK, 3 May 2024 (Harbour News) - The gate was shut on Monday, the Bureau said, and nobody came to open it.", "2024-05-03")]
    [InlineData("Bureau: Gate Was Shut\n\nUpdated: June 9, 2025\n\nThe gate was shut on Monday, the Bureau said, and nobody came to open it.", "2025-06-09")]
    [InlineData("Bureau: Gate Was Shut\n\nTELN, MARCH 3, 2031, NORDPRESS. The gate was shut on Monday, the Bureau said, and nobody came to open it.", "2031-03-03")]
    [InlineData("Bureau: Gate Was Shut\n\nTELN, March 3. /NORD/. The gate was shut on Monday, the Bureau said, and nobody came to open it.", null)]
    public void Tells_the_day_where_no_line_of_its_own_does(string text, string? day)
    {
        var read = Assert.IsType<ReadOutcome.Accepted>(new DocumentReader(DomainPack.Load(Repository.Pack)).Read(new Capture(Encoding.UTF8.GetBytes(text), new Provenance("a.txt"))));
        Assert.Equal(day, read.Document.Published.Value?.ToString("yyyy-MM-dd", null));
    }

    [Fact]
    public void The_first_of_two_decks_is_the_headline()
    {
        var read = Assert.IsType<ReadOutcome.Accepted>(new DocumentReader(DomainPack.Load(Repository.Pack)).Read(new Capture(Encoding.UTF8.GetBytes("Varnia: Captives Tried for ‘Banditry’\nFair Trials Denied; Some Say They Were Beaten\n\n(Elsvik, March 27, 2025) – The gate was shut on Monday, the Bureau said, and nobody came to open it."), new Provenance("a.txt"))));
        Assert.Equal("Varnia: Captives Tried for ‘Banditry’", read.Document.Title);
    }
}
