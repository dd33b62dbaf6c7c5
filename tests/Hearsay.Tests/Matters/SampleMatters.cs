using System.Collections.Immutable;
using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Intake;
using Hearsay.Matters;
using Hearsay.Packs;
using Hearsay.Tests.Language;

namespace Hearsay.Tests.Matters;

/// <summary>The samples, read once, and what examining them together gives.</summary>
internal static class SampleMatters
{
    private const Layers Wanted = Layers.Blocks | Layers.Statements | Layers.Findings;

    private static readonly Lazy<ImmutableArray<ExaminedDocument>> Read = new(ReadAll);
    private static readonly Lazy<MatterReport> Examined = new(() => MatterExaminer.Examine(Documents));

    public static ImmutableArray<ExaminedDocument> Documents => Read.Value;

    public static MatterReport Report => Examined.Value;

    /// <summary>The file names of documents by hash.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>(
        Directory.EnumerateFiles(Path.Combine(Repository.Samples, "corpus")).Select(file => KeyValuePair.Create(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))), Path.GetFileName(file))));

    public static Pipeline Pipeline { get; } = new(DomainPack.Load(Repository.Pack), english: English.Model);

    /// <summary>The samples as they are recorded.</summary>
    public static ImmutableArray<(Capture Capture, Inspection Inspection)> Inspections => Inspected.Value;

    private static readonly Lazy<ImmutableArray<(Capture, Inspection)>> Inspected = new(InspectAll);

    /// <summary>What is found in one plain text of an outlet's, published on 20 November 2025.</summary>
    public static MatterReport ReportOn(string text, string? outlet = null)
    {
        var outcome = Pipeline.Inspect(new Capture(Encoding.UTF8.GetBytes(text + "\n"), new Provenance("a.txt") { Outlet = outlet, Published = new DateOnly(2025, 11, 20) }), Layers.Blocks | Layers.Statements | Layers.Findings);
        return MatterExaminer.Examine([Assert.IsType<InspectionOutcome.Accepted>(outcome).Inspection.Examined]);
    }

    private static ImmutableArray<ExaminedDocument> ReadAll() => [.. Inspections.Select(one => one.Inspection.Examined)];

    private static ImmutableArray<(Capture, Inspection)> InspectAll()
    {
        var loader = new FileLoader();
        var captures = FileCollector.Collect([Path.Combine(Repository.Samples, "corpus")], null).OfType<IntakeItem.Candidate>()
            .Select(item => Assert.IsType<LoadOutcome.Loaded>(loader.Load(item)).Capture);
        return [.. captures.Select(capture => (capture, Assert.IsType<InspectionOutcome.Accepted>(Pipeline.Inspect(capture, Wanted)).Inspection))];
    }
}
