using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Workbench.Listing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hearsay.Workbench.Adding;

/// <summary>Analyses what was added, one document after the other in the background, and records it. What waits is in the <see cref="Inbox"/>.</summary>
internal sealed class Analysis(LedgerPool ledgers, WorkbenchOptions options, Lazy<Pipeline> pipeline, ListingUpkeep lists, ILogger<Analysis> log) : BackgroundService
{
    private const Layers Wanted = Layers.Blocks | Layers.Statements | Layers.Findings;
    private const int BatchesRemembered = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Inbox inbox = new(ledgers.Path);
    private readonly Channel<AddedBatch> queue = Channel.CreateUnbounded<AddedBatch>();
    private readonly ConcurrentDictionary<string, AddedBatch> known = new(StringComparer.Ordinal);
    private Task? warming;

    /// <summary>The latest batches, the latest first.</summary>
    public IReadOnlyList<AddedBatch> Batches => [.. known.Values.OrderByDescending(batch => batch.At)];

    /// <summary>A batch by its id; null where it is not remembered.</summary>
    public AddedBatch? Find(string id) => known.GetValueOrDefault(id);

    /// <summary>Loads the engine, and runs it once over words of ours, in the background: whoever opens the page to add something is about to need it.</summary>
    /// <returns>What ends when it is ready.</returns>
    public Task WarmAsync() => LazyInitializer.EnsureInitialized(ref warming, () => Task.Run(() =>
    {
        try
        {
            string[] words = ["The mayor of the town said on Monday that 12 men had come home.", "On Tuesday the mayor denied that 12 men had come home, the agency reported."];
            var read = words.Select((text, i) => pipeline.Value.Inspect(new Capture(Encoding.UTF8.GetBytes(text), new Provenance($"{i}.txt")), Wanted)).OfType<InspectionOutcome.Accepted>();
            MatterExaminer.Examine(read.Select(one => one.Inspection.Examined));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            log.LogInformation(failure, "The engine was not warmed"); // whoever adds something is told
        }
    }));

    /// <summary>Takes documents in. When this returns they are safe, though not analysed.</summary>
    public async Task<AddedBatch> AddAsync(string by, IEnumerable<(Provenance Provenance, Func<Stream, Task> Write)> documents)
    {
        var batch = await inbox.KeepAsync(by, options.Clock.GetUtcNow(), documents);
        Enqueue(batch);
        return batch;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var left in inbox.Left()) { Enqueue(left); }
        try
        {
            await foreach (var batch in queue.Reader.ReadAllAsync(stoppingToken))
            {
                await Task.Run(() => AnalyseAsync(batch, stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is in the inbox, for the next time.
        }
    }

    private void Enqueue(AddedBatch batch)
    {
        known[batch.Id] = batch;
        foreach (var old in Batches.Skip(BatchesRemembered).Where(old => old.IsDone)) { known.TryRemove(old.Id, out _); }
        queue.Writer.TryWrite(batch);
    }

    private async Task AnalyseAsync(AddedBatch batch, CancellationToken cancel)
    {
        for (var i = 0; i < batch.Items.Count; i++)
        {
            var item = batch.Items[i];
            batch.Set(i, await Patiently(batch, () => AnalyseAsync(item, inbox.Bytes(batch, item), cancel), cancel));
        }

        await Patiently(batch, () => ledgers.WriteAsync(
            ledger =>
            {
                ledger.Examine(pipeline.Value.Version);
                ledger.Settle();
                return true;
            }, cancel), cancel);
        await Patiently(batch, async () =>
        {
            await lists.UpdateAsync(cancel);
            return true;
        }, cancel);
        inbox.Forget(batch);
        batch.IsDone = true;
    }

    private async Task<AddedItem> AnalyseAsync(AddedItem item, byte[] bytes, CancellationToken cancel)
    {
        var capture = new Capture(bytes, item.Provenance);
        if (await ledgers.WriteAsync(ledger => ledger.Holds(capture, pipeline.Value.Version), cancel)) { return item with { State = AddedState.Unchanged, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) }; }
        switch (Inspect(capture))
        {
            case InspectionOutcome.Accepted { Inspection: var inspection }:
                var record = CaptureRecord.Prepare(capture, inspection, pipeline.Value.Version);
                await ledgers.WriteAsync(ledger => ledger.Record(record), cancel);
                return item with { State = AddedState.Recorded, Statements = inspection.Statements.Length, Sha256 = inspection.Document.Sha256 };
            case InspectionOutcome.Refused { Reason: var reason }:
                return item with { State = AddedState.Refused, Reason = reason };
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private InspectionOutcome Inspect(Capture capture)
    {
        try
        {
            return pipeline.Value.Inspect(capture, Wanted);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            log.LogError(failure, "A document could not be analysed");
            return new InspectionOutcome.Refused($"Hearsay failed on it, which is our mistake ({failure.GetType().Name}); please report it with the file");
        }
    }

    // A ledger that another process holds, and a disk that is full, are waited for; what was added stays in the inbox.
    private static async Task<T> Patiently<T>(AddedBatch batch, Func<Task<T>> work, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                var result = await work();
                batch.Held = null;
                return result;
            }
            catch (Exception busy) when (busy is LedgerException or IOException)
            {
                batch.Held = busy.Message;
                await Task.Delay(Pause, cancel);
            }
        }
    }
}
