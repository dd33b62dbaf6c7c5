using System.Text;
using Hearsay.Inspections;
using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Matters and findings depend on the set of documents alone.</summary>
public sealed class OrderTests
{
    [Fact]
    public void Fifty_orders_give_the_same_bytes()
    {
        var random = new Random(20251122);
        var expected = Export(SampleMatters.Report);
        Assert.NotEmpty(SampleMatters.Report.Matters);
        for (var round = 0; round < 50; round++)
        {
            var documents = SampleMatters.Documents.ToArray();
            random.Shuffle(documents);
            Assert.Equal(expected, Export(MatterExaminer.Examine(documents)));
        }
    }

    private static string Export(MatterReport report)
    {
        var offsets = SampleMatters.Documents.ToDictionary(document => document.Document.Sha256, document => new CodePointOffsets(document.Document.Text));
        var lines = new StringBuilder();
        foreach (var matter in report.Matters) { lines.AppendLine(FindingWriter.ToJson(matter)); }
        foreach (var finding in report.Findings) { lines.AppendLine(FindingWriter.ToJson(finding, sha256 => offsets[sha256])); }
        return lines.ToString();
    }
}
