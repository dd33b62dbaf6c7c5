using System.Collections.Immutable;
using System.Diagnostics;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Intake;
using Hearsay.Ledger;

namespace Hearsay.Cli.Verbs;

/// <summary>One run of <c>hearsay read</c>: this thread loads and records, in order; the others analyse.</summary>
internal sealed class ReadRun(EvidenceLedger ledger, Pipeline pipeline, int threads, ProgressLine progress)
{
    private const Layers Wanted = Layers.Blocks | Layers.Statements | Layers.Findings;
    private readonly FileLoader loader = new();
    private readonly ReadTally tally = new();

    /// <summary>Reads every item. What was recorded stays recorded, whatever stops the run.</summary>
    public ReadTally Run(ImmutableArray<IntakeItem> items)
    {
        foreach (var step in OrderedParallel.Map(items.Select(Load), threads, Analyse))
        {
            Finish(step);
            progress.Step();
        }

        ledger.Examine(pipeline.Version);
        ledger.Settle();
        return tally;
    }

    private Step Load(IntakeItem item) => item switch
    {
        IntakeItem.Candidate candidate => loader.Load(candidate) switch
        {
            LoadOutcome.Loaded { Capture: var capture } => ledger.Holds(capture, pipeline.Version) ? new Step.Held(item.Path) : new Step.Loaded(item.Path, capture),
            LoadOutcome.Refused { Reason: var reason } => new Step.Refused(item.Path, reason),
            var unknown => throw new UnreachableException(unknown.ToString()),
        },
        IntakeItem.Refused { Reason: var reason } => new Step.Refused(item.Path, reason),
        _ => throw new UnreachableException(item.ToString()),
    };

    private Step Analyse(Step step) => step is not Step.Loaded { Capture: var capture } ? step
        : Inputs.Inspect(pipeline, capture, Wanted) switch
        {
            InspectionOutcome.Accepted { Inspection: var inspection } => new Step.Analysed(step.Path, CaptureRecord.Prepare(capture, inspection, pipeline.Version), inspection),
            InspectionOutcome.Refused { Reason: var reason } => new Step.Refused(step.Path, reason),
            var unknown => throw new UnreachableException(unknown.ToString()),
        };

    private void Finish(Step step)
    {
        switch (step)
        {
            case Step.Analysed analysed:
                tally.Count(ledger.Record(analysed.Record), analysed.Inspection);
                break;
            case Step.Held:
                tally.CountUnchanged();
                break;
            case Step.Refused refused:
                tally.CountRefused();
                progress.Say(Inputs.Refusal(refused.Path, refused.Reason));
                break;
        }
    }

    /// <summary>Where an item is on its way.</summary>
    private abstract record Step(string Path)
    {
        public sealed record Loaded(string Path, Capture Capture) : Step(Path);

        public sealed record Analysed(string Path, CaptureRecord Record, Inspection Inspection) : Step(Path);

        public sealed record Held(string Path) : Step(Path);

        public sealed record Refused(string Path, string Reason) : Step(Path);
    }
}
