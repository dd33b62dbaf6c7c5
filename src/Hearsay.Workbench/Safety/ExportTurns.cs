namespace Hearsay.Workbench.Safety;

/// <summary>Turns at exporting: each goes through the ledger, and lies on the disk until it was sent, so few are made at once.</summary>
/// <param name="patience">How long others wait for their turn.</param>
internal sealed class ExportTurns(TimeSpan patience) : IDisposable
{
    /// <summary>How many are made at once.</summary>
    public const int AtOnce = 2;

    private readonly SemaphoreSlim free = new(AtOnce);

    /// <summary>Waits for a turn, which ends when it is disposed of; null where none comes in time.</summary>
    public async Task<IDisposable?> TakeAsync(CancellationToken cancel) => await free.WaitAsync(patience, cancel) ? new Turn(free) : null;

    public void Dispose() => free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
