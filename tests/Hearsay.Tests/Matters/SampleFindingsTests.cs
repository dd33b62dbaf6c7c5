using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>The findings that a careful reader of the samples expects, against those that are found.</summary>
public sealed class SampleFindingsTests(ITestOutputHelper output)
{
    private const int FloorFound = 15; // of 20: the right kind, with what it must mention
    private const int FloorWhole = 10; // of them with every document that belongs to it

    [Fact]
    public void Expected_findings_are_found()
    {
        var findings = SampleMatters.Report.Findings.Select(finding => (Finding: finding, Json: Json(finding))).ToList();
        var (expected, found, whole) = (0, 0, 0);
        foreach (var (matter, wanted) in Expected())
        {
            var kind = wanted.GetProperty("kind").GetString()!;
            if (kind.StartsWith("roll", StringComparison.Ordinal)) { continue; }
            expected++;
            var mentions = wanted.GetProperty("mentions").EnumerateArray().Select(mention => mention.GetString()!).ToList();
            var documents = wanted.GetProperty("documents").EnumerateArray().Select(document => document.GetString()!).ToList();
            var matching = findings.Where(one => JsonNames.Of(one.Finding.Kind) == kind && mentions.All(mention => one.Json.Contains(mention, StringComparison.OrdinalIgnoreCase))).ToList();
            var isWhole = matching.Any(one => documents.TrueForAll(document => one.Finding.Documents.Any(sha256 => SampleMatters.Files[sha256] == document)));
            found += matching.Count > 0 ? 1 : 0;
            whole += isWhole ? 1 : 0;
            if (!isWhole) { output.WriteLine($"{(matching.Count > 0 ? "in part" : "missing")}: {matter}, {kind}: {wanted.GetProperty("says").GetString()}"); }
        }

        output.WriteLine($"{found} found, {whole} whole, of {expected}");
        Assert.Equal(20, expected);
        Assert.InRange(found, FloorFound, expected);
        Assert.InRange(whole, FloorWhole, expected);
    }

    private static IEnumerable<(string Matter, JsonElement Finding)> Expected()
    {
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Samples, "expected-matters.json"))).RootElement;
        return expected.EnumerateArray().SelectMany(matter => matter.GetProperty("findings").EnumerateArray().Select(finding => (matter.GetProperty("matter").GetString()!, finding)));
    }

    private static string Json(Finding finding)
    {
        var texts = SampleMatters.Documents.ToDictionary(document => document.Document.Sha256, document => new CodePointOffsets(document.Document.Text));
        return FindingWriter.ToJson(finding, sha256 => texts[sha256]);
    }
}
