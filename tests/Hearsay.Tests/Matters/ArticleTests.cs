using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Matters;
using Regex = System.Text.RegularExpressions.Regex;

namespace Hearsay.Tests.Matters;

/// <summary>Invented articles in the manner of agencies, live pages and fact checks, labelled before they were read: see <c>articles/expected.tsv</c>.</summary>
public sealed class ArticleTests
{
    private const int LeastFound = 43; // of 60; the first sight of them found 28

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Hearsay.Tests", "Matters", "articles");

    private static readonly Lazy<Dictionary<string, List<Finding>>> Found = new(() => Directory.EnumerateFiles(Folder, "*.txt").ToDictionary(file => Path.GetFileNameWithoutExtension(file), file =>
        MatterExaminer.Examine([Assert.IsType<InspectionOutcome.Accepted>(SampleMatters.Pipeline.Inspect(new Capture(File.ReadAllBytes(file), new Provenance(Path.GetFileName(file))), Layers.Blocks | Layers.Statements | Layers.Findings)).Inspection.Examined]).Findings.ToList()));

    [Fact]
    public void Most_of_what_a_reader_finds_is_found()
    {
        var missed = new StringBuilder();
        var found = 0;
        var left = Found.Value.ToDictionary(entry => entry.Key, entry => entry.Value.ToList());
        foreach (var row in File.ReadLines(Path.Combine(Folder, "expected.tsv")).Where(line => line[0] is not '#').Select(line => line.Split('\t')))
        {
            var hit = left[row[0]].Find(finding => JsonNames.Of(finding.Kind) == row[1] && Regex.IsMatch($"{finding.Summary} {string.Join(' ', finding.Evidence.Select(evidence => evidence.Text))} {finding.Calculation?.Expression}", row[2]));
            if (hit is null) { missed.AppendLine(string.Join(' ', row)); continue; }
            left[row[0]].Remove(hit);
            found++;
        }

        Assert.True(found >= LeastFound, $"{found} found; missed:\n{missed}");
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is_wrong()
    {
        var alarms = Found.Value.Where(entry => entry.Key[0] is 't').SelectMany(entry => entry.Value.Where(finding => finding.Severity is not Severity.Info).Select(finding => $"{entry.Key}: {finding.Summary}"));
        Assert.Empty(alarms);
    }
}
