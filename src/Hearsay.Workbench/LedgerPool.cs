using System.Collections.Concurrent;
using Hearsay.Ledger;
using Microsoft.Data.Sqlite;

namespace Hearsay.Workbench;

/// <summary>The ledger for many requests at once: a few connections that read, lent to one request at a time, and one writer after another.</summary>
/// <remarks>SQLite answers on the thread that asks, so more readers than this would wait for a core and hold memory.</remarks>
public sealed class LedgerPool : IDisposable
{
    private readonly string path;
    private readonly LedgerOptions options;
    private readonly ConcurrentBag<EvidenceLedger> idle = [];
    private readonly SemaphoreSlim readers = new(Math.Max(4, Environment.ProcessorCount * 2));
    private readonly SemaphoreSlim writer = new(1);
    private readonly Lock watching = new();
    private EvidenceLedger? watcher; // it does nothing but look

    /// <summary>Makes the ledger where there is none, and brings its schema up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is opened.</param>
    /// <exception cref="LedgerException">The file is damaged, held by another process, or no ledger.</exception>
    public LedgerPool(string path, LedgerOptions options)
    {
        (this.path, this.options) = (path, options);
        using var made = EvidenceLedger.Open(path, options);
    }

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>A number that is another one whenever anybody has written to the file since, this process or another.</summary>
    public long Version
    {
        get
        {
            lock (watching)
            {
                using var select = (watcher ??= EvidenceLedger.OpenForReading(path, options)).Connection.CreateCommand();
                select.CommandText = "PRAGMA data_version";
                return (long)select.ExecuteScalar()!;
            }
        }
    }

    /// <summary>Lends a reading connection. What is read within is not one snapshot unless <paramref name="work"/> takes one.</summary>
    public async Task<T> ReadAsync<T>(Func<EvidenceLedger, T> work, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await readers.WaitAsync(cancel);
        EvidenceLedger? ledger = null;
        try
        {
            ledger = idle.TryTake(out var known) ? known : EvidenceLedger.OpenForReading(path, options);
            var result = work(ledger);
            idle.Add(ledger);
            ledger = null;
            return result;
        }
        catch (SqliteException failure)
        {
            throw LedgerException.From(path, failure);
        }
        finally
        {
            ledger?.Dispose(); // whatever went wrong, the next request gets a fresh one
            readers.Release();
        }
    }

    /// <summary>Lends the writing connection; writers of this process wait for each other in turn, and for other processes as long as the ledger's patience lasts.</summary>
    public async Task<T> WriteAsync<T>(Func<EvidenceLedger, T> work, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await writer.WaitAsync(cancel);
        try
        {
            using var ledger = EvidenceLedger.Open(path, options);
            return work(ledger);
        }
        catch (SqliteException failure)
        {
            throw LedgerException.From(path, failure);
        }
        finally
        {
            writer.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (idle.TryTake(out var ledger)) { ledger.Dispose(); }
        watcher?.Dispose();
        readers.Dispose();
        writer.Dispose();
    }
}
