using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Statements;
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

    [Fact]
    public void Every_statement_of_the_samples_is_read_back()
    {
        foreach (var document in SampleMatters.Documents)
        {
            var offsets = new CodePointOffsets(document.Document.Text);
            var written = Json(document.Document, document.Statements);
            Assert.Equal(written, Json(document.Document, [.. written.Select(json => InspectionReader.ReadStatement(json, offsets))]));
        }
    }

    private static List<string> Json(Document document, ImmutableArray<Statement> statements)
    {
        var written = new List<string>();
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, InspectionWriter.Options);
        InspectionWriter.Write(json, document, statements, () =>
        {
            json.Flush();
            written.Add(Encoding.UTF8.GetString(buffer.WrittenSpan));
            buffer.Clear();
            json.Reset();
        });
        return written;
    }
}
