using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Hearsay.Ledger;
using Hearsay.Web.Text;

namespace Hearsay.Workbench.Listing;

/// <summary>Keeps the lists up to date in the background: when the workbench opens, after it added something, and when another process wrote to the ledger.</summary>
internal sealed class ListingUpkeep(LedgerPool ledgers, ILogger<ListingUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private const int RestOfComparing = 20;
    private volatile int pending;
    private volatile bool isFilling;
    private volatile bool sidesAreBehind = true; // whoever wrote last may not have come to it
    private int state;
    private long compared; // when the sides were
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is not listed yet, in words; null where all is.</summary>
    public string? Filling => pending > 0 ? $"{Wording.Count(pending, "document")}, then sources and matters" : isFilling ? "sources and matters" : null;

    /// <summary>Another number whenever the lists changed.</summary>
    public int State => Volatile.Read(ref state);

    /// <summary>Done when the lists were brought up to date once.</summary>
    public Task Ready => first.Task;

    /// <summary>Brings the lists up to date now.</summary>
    public Task UpdateAsync(CancellationToken cancel) => ledgers.WriteAsync(
        ledger =>
        {
            var waiting = Waiting(ledger);
            (pending, isFilling) = (waiting, true);
            try
            {
                sidesAreBehind |= ListingWriter.Update(ledger, Progress, cancel);
                return true;
            }
            finally
            {
                (pending, isFilling) = (0, false);
                Interlocked.Increment(ref state);
            }

            void Progress(int done)
            {
                pending = Math.Max(0, waiting - done);
                Interlocked.Increment(ref state);
            }
        }, cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rest = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await ledgers.ReadAsync(IsBehind, stoppingToken)) { await UpdateAsync(stoppingToken); }
                if (sidesAreBehind && Stopwatch.GetElapsedTime(compared) > rest) { rest = RestOfComparing * await CompareAsync(stoppingToken); }
                first.TrySetResult();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (LedgerException busy)
            {
                log.LogWarning("The lists are not up to date: {Reason}", busy.Message); // what is missing is found again
            }

            await Task.Delay(Interval, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    // Goes through every statement, so it is not done for each change: it rests twenty times as long as it took.
    private async Task<TimeSpan> CompareAsync(CancellationToken cancel)
    {
        sidesAreBehind = false;
        var began = Stopwatch.GetTimestamp();
        await ledgers.WriteAsync(
            ledger =>
            {
                ListingWriter.CompareSides(ledger);
                return true;
            }, cancel);
        compared = Stopwatch.GetTimestamp();
        return Stopwatch.GetElapsedTime(began, compared);
    }

    /// <summary>True where something is not listed yet. What is replaced takes its place in the lists with it, so the numbers tell.</summary>
    public static bool IsBehind(EvidenceLedger ledger)
    {
        using var select = ledger.Connection.Prepare("""
            SELECT (SELECT count(*) FROM document) <> (SELECT count(*) FROM listed_document) OR (SELECT count(*) FROM matter) <> (SELECT count(*) FROM listed_matter)
              OR EXISTS (SELECT 1 FROM stale_source) OR EXISTS (SELECT 1 FROM stale_document)
            """);
        return select.ExecuteScalar() is 1L;
    }

    private static int Waiting(EvidenceLedger ledger)
    {
        using var select = ledger.Connection.Prepare("SELECT (SELECT count(*) FROM document) - (SELECT count(*) FROM listed_document) + (SELECT count(*) FROM stale_document)");
        return (int)(long)select.ExecuteScalar()!;
    }
}
