using Hearsay.Documents;
using Hearsay.Statements.Rules;

namespace Hearsay.Tests.Statements;

public sealed class QuotationFinderTests
{
    [Theory]
    [InlineData("He said “one” and “two”.", "“one”|“two”")]
    [InlineData("He said \"one\" and \"two\".", "\"one\"|\"two\"")]
    [InlineData("He said ''one two''.", "''one two''")]
    [InlineData("He said ``one two''.", "``one two''")]
    [InlineData("He said «one» and „two“.", "«one»|„two“")]
    [InlineData("He said ‘one two’ and left.", "‘one two’")]
    [InlineData("The soldiers’ list isn’t Orlik’s.", "")]
    [InlineData("'We left,' he said.", "'We left,'")]
    [InlineData("rock 'n' roll", "")]
    [InlineData("He said “one and left.", "“one and left.")]
    [InlineData("one” he said", "")]
    [InlineData("“Outer ‘inner words’ outer”", "“Outer ‘inner words’ outer”")]
    public void Pairs_marks(string text, string expected)
    {
        var document = new Document
        {
            Sha256 = "", Provenance = new Provenance("x"), MediaType = "text/plain", Encoding = "utf-8", Text = text,
            Blocks = [new Block(BlockRole.Body, new TextSpan(0, text.Length))],
        };
        Assert.Equal(expected, string.Join('|', QuotationFinder.Find(document).Select(quotation => quotation.Span.SliceOf(text))));
    }
}
