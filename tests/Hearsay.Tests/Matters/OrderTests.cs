using System.Collections.Immutable;
using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Ledger;
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

    [Fact]
    public void Fifty_orders_and_batchings_brought_to_a_ledger_give_the_same_bytes_as_all_at_once()
    {
        var random = new Random(7);
        using var folder = new TemporaryFolder();
        ImmutableArray<CaptureRecord> records = [.. SampleMatters.Inspections.Select(one => CaptureRecord.Prepare(one.Capture, one.Inspection, "1.0.0+test"))];
        var expected = LedgerExport(SampleMatters.Report);
        for (var round = 0; round < 50; round++)
        {
            var order = records.ToArray();
            random.Shuffle(order);
            using var ledger = EvidenceLedger.Open(Path.Combine(folder.Path, $"{round}.db"));
            for (var next = 0; next < order.Length;)
            {
                for (var left = random.Next(1, 7); left > 0 && next < order.Length; left--) { ledger.Record(order[next++]); }
                ledger.Examine("1.0.0+test");
            }

            Assert.Equal(expected, LedgerExport(ledger));
        }
    }

    [Fact]
    public void The_same_bytes_from_another_outlet_give_what_both_give_at_once()
    {
        using var folder = new TemporaryFolder();
        var all = SampleMatters.Inspections;
        foreach (var outlet in (string[])["AAA First", "Zzz Last"]) // one of them comes before the sample's own outlet, one after
        {
            var (capture, _) = all[0];
            var again = new Capture(capture.Bytes, capture.Provenance with { Path = "copy.txt", Outlet = outlet, Published = new DateOnly(2025, 1, 7) });
            var inspection = Assert.IsType<InspectionOutcome.Accepted>(SampleMatters.Pipeline.Inspect(again, Layers.Blocks | Layers.Statements | Layers.Findings)).Inspection;
            using var ledger = EvidenceLedger.Open(Path.Combine(folder.Path, outlet + ".db"));
            foreach (var (one, its) in all) { ledger.Record(CaptureRecord.Prepare(one, its, "1")); }
            ledger.Examine("1");
            ledger.Record(CaptureRecord.Prepare(again, inspection, "1"));
            ledger.Examine("1");
            Assert.Equal(LedgerExport(MatterExaminer.Examine(SampleMatters.Documents.Add(inspection.Examined))), LedgerExport(ledger));
        }
    }

    [Fact]
    public void Another_engine_makes_matters_anew()
    {
        using var folder = new TemporaryFolder();
        using var ledger = EvidenceLedger.Open(Path.Combine(folder.Path, "a.db"));
        foreach (var (capture, inspection) in SampleMatters.Inspections.Take(3)) { ledger.Record(CaptureRecord.Prepare(capture, inspection, "1")); }
        ledger.Examine("1");
        var before = ledger.MatterJson().ToList();
        Assert.NotEmpty(before);
        var (first, again) = SampleMatters.Inspections[0];
        ledger.Record(CaptureRecord.Prepare(first, again with { Statements = [], OwnFindings = [] }, "2"));
        ledger.Examine("2");
        Assert.DoesNotContain(ledger.MatterJson(), json => json.Contains(again.Document.Sha256, StringComparison.Ordinal));
        Assert.NotEmpty(ledger.MatterJson());
    }

    private static string LedgerExport(EvidenceLedger ledger) => string.Join('\n', ledger.FindingJson().Concat(ledger.MatterJson()));

    private static string LedgerExport(MatterReport report)
    {
        var offsets = SampleMatters.Documents.ToDictionary(document => document.Document.Sha256, document => new CodePointOffsets(document.Document.Text));
        return string.Join('\n', report.Findings.Select(finding => FindingWriter.ToJson(finding, sha256 => offsets[sha256])).Concat(report.Matters.Select(FindingWriter.ToJson)));
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
