using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Intake;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay inspect</c>: every layer of each file as JSON, without a ledger.</summary>
internal static class InspectVerb
{
    public static Command Create()
    {
        var paths = CommonOptions.Paths;
        var threads = CommonOptions.Threads;
        var jsonl = new Option<bool>("--jsonl") { Description = "One object a line; without it one object, or an array for several documents." };
        var only = new Option<string?>("--only")
        {
            Description = $"Only these layers, by their JSON keys: {string.Join(", ", LayerNames)}.",
            HelpName = "LAYER,...",
        };
        var least = CommonOptions.MinConfidence("Least confidence of the statements found, 0 to 1. Without it, the models' own threshold, at which F1 is best.");
        var provenance = new ProvenanceOptions();
        var command = new Command("inspect", "Shows every layer of each file as JSON: blocks, sentences, tokens, entities, dates, figures, statements, findings. Nothing is stored.")
        {
            paths, jsonl, only, least, threads,
        };
        provenance.AddTo(command);
        command.SetAction(result =>
        {
            var layers = result.GetValue(only) is { } names ? ParseLayers(names) : Layers.All;
            return Run(result.GetValue(paths)!, provenance.Read(result), result.GetValue(jsonl), layers, result.GetValue(least), result.GetValue(threads));
        });
        return command;
    }

    private static IEnumerable<string> LayerNames =>
        Enum.GetValues<Layers>().Where(layer => layer is not (Layers.None or Layers.All)).Select(JsonNames.Of);

    private static Layers ParseLayers(string names)
    {
        var layers = Layers.None;
        foreach (var name in names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            layers |= name == "document" ? Layers.None
                : JsonNames.Parse<Layers>(name) is { } layer and not (Layers.None or Layers.All) ? layer
                : throw new UsageException($"--only does not know the layer '{name}'. It knows {string.Join(", ", LayerNames)}.");
        }

        return layers;
    }

    private static int Run(string[] paths, Provenance? given, bool jsonl, Layers layers, double? least, int threads)
    {
        var pipeline = Installation.CreatePipeline(least);
        var loader = new FileLoader();
        var items = Inputs.Collect(paths, given);
        var outcomes = OrderedParallel.Map(items, threads, item => (item.Path, Inspect(item, loader, pipeline, layers)));

        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, InspectionWriter.Options with { SkipValidation = jsonl });
        var asArray = !jsonl && (paths.Length > 1 || Directory.Exists(paths[0]));
        var refused = 0;
        var unsought = new UnsoughtLanguages();
        if (asArray) { json.WriteStartArray(); }
        foreach (var (path, outcome) in outcomes)
        {
            switch (outcome)
            {
                case InspectionOutcome.Accepted { Inspection: var inspection }:
                    InspectionWriter.Write(json, inspection);
                    if (layers.HasFlag(Layers.Statements)) { unsought.Count(inspection); }
                    if (jsonl) { EndLine(json, output); }
                    break;
                case InspectionOutcome.Refused { Reason: var reason }:
                    Console.Error.WriteLine(Inputs.Refusal(path, reason));
                    refused++;
                    break;
            }
        }

        if (asArray) { json.WriteEndArray(); }
        json.Flush();
        if (!jsonl && (asArray || refused == 0)) { output.WriteByte((byte)'\n'); }
        unsought.Write(Console.Error);
        return refused > 0 ? ExitCode.SomeRefused : ExitCode.Done;
    }

    private static InspectionOutcome Inspect(IntakeItem item, FileLoader loader, Pipeline pipeline, Layers layers) => item switch
    {
        IntakeItem.Candidate candidate => loader.Load(candidate) switch
        {
            LoadOutcome.Loaded { Capture: var capture } => Inputs.Inspect(pipeline, capture, layers),
            LoadOutcome.Refused { Reason: var reason } => new InspectionOutcome.Refused(reason),
            _ => throw new UnreachableException(),
        },
        IntakeItem.Refused { Reason: var reason } => new InspectionOutcome.Refused(reason),
        _ => throw new UnreachableException(),
    };

    private static void EndLine(Utf8JsonWriter json, Stream output)
    {
        json.Flush();
        output.WriteByte((byte)'\n');
        json.Reset();
    }
}
