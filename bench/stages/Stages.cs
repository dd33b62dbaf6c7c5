using BenchmarkDotNet.Attributes;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Bench;

/// <summary>
/// What each stage of the line costs, and what it allocates: texts of PolNeAR's development part, one thread, warm. A row's time holds the stages that its
/// layer needs, so a stage costs what its row has more than the one above.
/// </summary>
[MemoryDiagnoser]
public class Stages
{
    private Pipeline pipeline = null!;
    private Capture[] captures = [];

    /// <summary>The last layer asked for.</summary>
    [Params(Layers.Blocks, Layers.Sentences, Layers.Dates, Layers.Figures, Layers.Statements, Layers.Findings)]
    public Layers Until { get; set; }

    /// <summary>Loads pack, models and texts.</summary>
    [GlobalSetup]
    public void Load()
    {
        var root = Root(AppContext.BaseDirectory);
        pipeline = new Pipeline(DomainPack.Load(Path.Combine(root, "packs", "captivity")), english: LanguageModel.LoadEnglish(Path.Combine(root, "models")));
        captures = [.. Directory.GetFiles(Path.Combine(root, "..", "shared", "data", "polnear", "text", "dev"), "*.txt").Order(StringComparer.Ordinal)
            .Select(path => new Capture(File.ReadAllBytes(path), new Provenance(path)))];
    }

    /// <summary>Takes all texts through the stages; gives how many were accepted.</summary>
    [Benchmark]
    public int Inspect() => captures.Count(capture => pipeline.Inspect(capture, Until) is InspectionOutcome.Accepted);

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Hearsay.slnx")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
