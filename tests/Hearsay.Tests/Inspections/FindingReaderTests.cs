using Hearsay.Inspections;
using Hearsay.Tests.Matters;

namespace Hearsay.Tests.Inspections;

public sealed class FindingReaderTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var offsets = SampleMatters.Documents.ToDictionary(document => document.Document.Sha256, document => new CodePointOffsets(document.Document.Text));
        Assert.NotEmpty(SampleMatters.Report.Findings);
        foreach (var finding in SampleMatters.Report.Findings)
        {
            var json = FindingWriter.ToJson(finding, sha256 => offsets[sha256]);
            var read = FindingReader.ReadFinding(json, sha256 => offsets[sha256]);
            Assert.Equal(json, FindingWriter.ToJson(read, sha256 => offsets[sha256]));
            Assert.All(read.Evidence, evidence => Assert.Equal(evidence.Text, evidence.Span.SliceOf(SampleMatters.Documents.Single(document => document.Document.Sha256 == evidence.Document).Document.Text)));
        }

        foreach (var matter in SampleMatters.Report.Matters) { Assert.Equal(FindingWriter.ToJson(matter), FindingWriter.ToJson(FindingReader.ReadMatter(FindingWriter.ToJson(matter)))); }
    }
}
