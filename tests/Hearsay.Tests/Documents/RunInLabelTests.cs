using System.Text;
using Hearsay.Documents;

namespace Hearsay.Tests.Documents;

public sealed class RunInLabelTests
{
    [Theory]
    [InlineData("4. Now the figures. They are old.", "4. ")]
    [InlineData("12) The board met.", "12) ")]
    [InlineData("1991. That year the river rose.", null)]
    [InlineData("3. of the men came home.", null)]
    [InlineData("The board met: nobody came.", null)]
    public void Numbers_stand_before_a_paragraph(string paragraph, string? label) => Assert.Equal(label is null ? [] : [label], Labels(paragraph));

    [Fact]
    public void Names_do_only_where_three_paragraphs_have_them()
    {
        Assert.Equal(["Anna Velk: ", "IVO TARN: ", "AV: "], Labels("The river rose again\n\nAnna Velk: Did you see the old mill at the bend of the river?\n\nIVO TARN: No, I was in the hall with the others then.\n\nAV: Why?"));
        Assert.Empty(Labels("Anna Velk: Did you?\n\nIVO TARN: No.\n\nNobody knows why."));
    }

    private static List<string> Labels(string text)
    {
        var outcome = Assert.IsType<ReadOutcome.Accepted>(new DocumentReader(Hearsay.Packs.DomainPack.Load(Repository.Pack)).Read(new Capture(Encoding.UTF8.GetBytes(text), new Provenance("a.txt"))));
        return RunInLabel.Find(outcome.Document).ConvertAll(span => span.SliceOf(outcome.Document.Text));
    }
}
