using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Hearsay.Ledger;
using Hearsay.Web.Text;

namespace Hearsay.Workbench.Listing;

/// <summary>Keeps the lists up to date in the background: when the workbench opens, after it added something, and when another process wrote to the ledger.</summary>
internal sealed class ListingUpkeep(LedgerPool ledgers, ILogger<ListingUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private volatile int pending;
    private volatile bool isFilling;
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is not listed yet, in words; null where all is.</summary>
    public string? Filling => pending > 0 ? $"{Wording.Count(pending, "document")}, then sources and matters" : isFilling ? "sources and matters" : null;

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
                ListingWriter.Update(ledger, done => pending = Math.Max(0, waiting - done), cancel);
                return true;
            }
            finally
            {
                (pending, isFilling) = (0, false);
            }
        }, cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await ledgers.ReadAsync(IsBehind, stoppingToken)) { await UpdateAsync(stoppingToken); }
                first.TrySetResult();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (LedgerException busy)
            {
                log.LogWarning("The lists are not up to date: {Reason}", busy.Message);
            }

            await Task.Delay(Interval, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    // What is replaced takes its place in the lists with it, so the numbers tell.
    private static bool IsBehind(EvidenceLedger ledger)
    {
        using var select = ledger.Connection.Prepare("""
            SELECT (SELECT count(*) FROM document) <> (SELECT count(*) FROM listed_document) OR (SELECT count(*) FROM matter) <> (SELECT count(*) FROM listed_matter)
              OR EXISTS (SELECT 1 FROM stale_source)
            """);
        return select.ExecuteScalar() is 1L;
    }

    private static int Waiting(EvidenceLedger ledger)
    {
        using var select = ledger.Connection.Prepare("SELECT (SELECT count(*) FROM document) - (SELECT count(*) FROM listed_document)");
        return (int)(long)select.ExecuteScalar()!;
    }
}
