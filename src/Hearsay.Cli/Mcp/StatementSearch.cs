using Hearsay.Ledger;
using Hearsay.Workbench;
using Hearsay.Workbench.Listing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hearsay.Cli.Mcp;

/// <summary>The workbench's full-text search over a ledger, for a command. Its index is brought up to date in the background; nothing else is written.</summary>
internal sealed class StatementSearch : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly EvidenceLedger ledger;
    private readonly LedgerPool? pool;
    private readonly ListingUpkeep? upkeep;

    private StatementSearch(EvidenceLedger ledger, LedgerPool? pool)
    {
        (this.ledger, this.pool) = (ledger, pool);
        upkeep = pool is null ? null : new ListingUpkeep(pool, NullLogger<ListingUpkeep>.Instance);
    }

    /// <summary>Begins to bring the index up to date; where the file cannot be written, it is used as it is.</summary>
    /// <param name="ledger">Opened for reading.</param>
    /// <param name="file">Its file.</param>
    /// <param name="command">Who others that have to wait are told of.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<StatementSearch> Begin(EvidenceLedger ledger, string file, string command, CancellationToken cancel)
    {
        StatementSearch search;
        try
        {
            search = new StatementSearch(ledger, new LedgerPool(file, new LedgerOptions { Command = command }));
        }
        catch (LedgerException)
        {
            return new StatementSearch(ledger, null);
        }

        await search.upkeep!.StartAsync(cancel);
        return search;
    }

    /// <summary>Why nothing can be found now, and what to do; null where all can. Waits a while for the index.</summary>
    public string? Problem()
    {
        if (upkeep is null) { return ListingUpkeep.IsBehind(ledger) ? "The ledger's search index is not up to date, and the file cannot be written. Open it once with 'hearsay serve' where it can." : null; }
        return upkeep.Ready.Wait(Patience) ? null : $"The search index is still being made; to come: {upkeep.Filling ?? "the rest"}. Ask again in a minute.";
    }

    /// <summary>Statements as JSON objects, the latest recorded first, with what tells that there are more.</summary>
    public JsonPage Find(SearchQuery query, int most) => new Catalogue(ledger).SearchJson(query, null, most);

    public async ValueTask DisposeAsync()
    {
        if (upkeep is not null)
        {
            await upkeep.StopAsync(CancellationToken.None);
            upkeep.Dispose();
        }

        pool?.Dispose();
    }
}
