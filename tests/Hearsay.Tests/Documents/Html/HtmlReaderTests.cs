using Hearsay.Documents;
using Hearsay.Documents.Html;
using Hearsay.Packs;

namespace Hearsay.Tests.Documents.Html;

public sealed class HtmlReaderTests
{
    private static readonly HtmlReader Reader = new(DomainPack.Load(Repository.Pack), ReadLimits.Default);

    [Fact]
    public void Visible_text_is_one_line_a_block()
    {
        var reading = Reader.Read("<body><div>One <b>two</b>\n three<p>Four</div><script>five</script><p style='display: none'>six</p><table><tr><td>a<td>b</table>");

        Assert.Equal("One two three\nFour\na\tb", reading.Text);
        Assert.Equal(["One two three", "Four", "a\tb"], reading.Blocks.Select(block => block.Span.SliceOf(reading.Text)));
    }
}
