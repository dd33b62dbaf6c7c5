using System.Threading.RateLimiting;

namespace Hearsay.Workbench.Safety;

/// <summary>How often somebody may try a password: so often for one name, and so often from one address, whatever the name.</summary>
internal sealed class SignInLimit : IDisposable
{
    public const int TriesOfName = 6;
    public const int TriesFromAddress = 30;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<(string Name, string Address)> tries = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<(string Name, string Address), string>(one => Limited(one.Name.ToUpperInvariant(), TriesOfName)),
        PartitionedRateLimiter.Create<(string Name, string Address), string>(one => Limited(one.Address, TriesFromAddress)));

    /// <summary>False where there were too many tries lately.</summary>
    public bool Allows(string name, string address)
    {
        using var lease = tries.AttemptAcquire((name.Trim(), address));
        return lease.IsAcquired;
    }

    public void Dispose() => tries.Dispose();

    private static RateLimitPartition<string> Limited(string key, int tries) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = Window, QueueLimit = 0 });
}
