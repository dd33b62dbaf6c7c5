using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>An analyst's word on where statements come from goes before what the texts show.</summary>
public sealed class OriginJudgementTests
{
    private const string Count = "Sixty-two guards have left their posts in the Karth valley since September, ";

    private static readonly (string, int, string)[] Independent =
        [("North Post", 3, Count + "Deputy Minister Mara Tolven said on Monday."), ("Coast Mail", 4, Count + "Professor Ilan Weber said.")];

    private static readonly (string, int, string)[] Dependent =
        [("North Post", 3, Count + "Mara Tolven said."), ("Coast Mail", 4, Count + "Mara Tolven said at a school in the port.")];

    [Fact]
    public void Statements_judged_to_have_one_origin_corroborate_no_more()
    {
        var documents = Read(Independent);
        Assert.Contains(MatterExaminer.Examine(documents).Findings, finding => finding.Kind is FindingKind.Corroborated);
        var report = MatterExaminer.Examine(documents, Judge(documents, isOne: true));
        Assert.DoesNotContain(report.Findings, finding => finding.Kind is FindingKind.Corroborated);
        Assert.Contains(report.Findings, finding => finding.Kind is FindingKind.SingleOrigin && finding.Calculation!.Details.Any(detail => detail.Value.Contains("analyst", StringComparison.Ordinal)));
        Assert.Equal(MatterStatus.SingleOrigin, Assert.Single(report.Matters).Status);
    }

    [Fact]
    public void Statements_judged_to_have_two_origins_corroborate()
    {
        var documents = Read(Dependent);
        Assert.DoesNotContain(MatterExaminer.Examine(documents).Findings, finding => finding.Kind is FindingKind.Corroborated);
        var report = MatterExaminer.Examine(documents, Judge(documents, isOne: false));
        Assert.Contains(report.Findings, finding => finding.Kind is FindingKind.Corroborated);
        Assert.DoesNotContain(report.Findings, finding => finding.Kind is FindingKind.SingleOrigin && finding.Documents.Length == 2);
        Assert.Equal(2, Assert.Single(report.Matters).Origins.Count(origin => origin.Name == "Mara Tolven"));
    }

    [Fact]
    public void Who_is_held_apart_is_not_joined_by_way_of_a_third()
    {
        // The Mail credits nobody and would follow either.
        var documents = Read([.. Independent, ("River Times", 6, Count + "the paper has learnt.")]);
        var report = MatterExaminer.Examine(documents, Judge(documents, isOne: false));
        var finding = Assert.Single(report.Findings, finding => finding.Kind is FindingKind.Corroborated);
        Assert.Contains("2 origins", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_the_order_of_a_pair_nor_that_of_judgements_matters()
    {
        var documents = Read([.. Independent, ("River Times", 6, Count + "Ilan Weber told the River Times.")]);
        var ids = documents.Select(document => document.Statements[0].Id).ToArray();
        OriginJudgement[] judgements = [new(ids[0], ids[1], true), new(ids[1], ids[2], false), new(ids[0], ids[2], false), new(ids[2], ids[0], true)];
        var expected = Export(MatterExaminer.Examine(documents, judgements));
        Assert.NotEqual(expected, Export(MatterExaminer.Examine(documents)));
        Assert.Equal(expected, Export(MatterExaminer.Examine(documents.Reverse(), judgements.Reverse().Select(one => new OriginJudgement(one.Second, one.First, one.IsOne)))));
    }

    [Fact]
    public void Judgements_of_other_statements_change_nothing()
    {
        var documents = Read(Dependent);
        Assert.Equal(Export(MatterExaminer.Examine(documents)), Export(MatterExaminer.Examine(documents, new OriginJudgement("none", "such", false))));
    }

    private static string Export(MatterReport report) => string.Join('\n', report.Matters.Select(FindingWriter.ToJson).Concat(report.Findings.Select(finding => $"{finding.Id} {finding.Summary}")));

    private static OriginJudgement Judge(ExaminedDocument[] documents, bool isOne) => new(documents[0].Statements[0].Id, documents[1].Statements[0].Id, isOne);

    private static ExaminedDocument[] Read((string Outlet, int Day, string Text)[] documents) => [.. documents.Select(document =>
    {
        var capture = new Capture(Encoding.UTF8.GetBytes(document.Text + "\n"), new Provenance("a.txt") { Outlet = document.Outlet, Published = new DateOnly(2025, 11, document.Day) });
        return Assert.IsType<InspectionOutcome.Accepted>(SampleMatters.Pipeline.Inspect(capture, Layers.Blocks | Layers.Statements | Layers.Findings)).Inspection.Examined;
    })];
}
