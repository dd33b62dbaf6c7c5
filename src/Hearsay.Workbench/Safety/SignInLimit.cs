using System.Collections.Concurrent;

namespace Hearsay.Workbench.Safety;

/// <summary>How often somebody may try a password in vain: so often for one name, and so often from one address, whatever the name.</summary>
internal sealed class SignInLimit(WorkbenchOptions options)
{
    public const int TriesOfName = 6;
    public const int TriesFromAddress = 30;
    private const int MostCounted = 20_000; // whoever makes up names fills no memory
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, (int Tries, DateTimeOffset Since)> counts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts a try before it is looked at, so that many at once are counted too.</summary>
    /// <returns>False where there were too many.</returns>
    public bool Begin(string name, string address)
    {
        if (counts.Count > MostCounted) { counts.Clear(); }
        var (ofName, fromAddress) = (Count(NameKey(name)), Count(AddressKey(address)));
        return ofName <= TriesOfName && fromAddress <= TriesFromAddress;
    }

    /// <summary>Takes back what was counted for a try that was none in vain.</summary>
    public void Succeeded(string name, string address)
    {
        counts.TryRemove(NameKey(name), out _);
        counts.AddOrUpdate(AddressKey(address), (0, Now), (_, known) => (Math.Max(0, known.Tries - 1), known.Since));
    }

    private DateTimeOffset Now => options.Clock.GetUtcNow();

    private int Count(string key) => counts.AddOrUpdate(key, (1, Now), (_, known) => Now - known.Since > Window ? (1, Now) : (known.Tries + 1, known.Since)).Tries;

    private static string NameKey(string name) => "name " + name.Trim()[..Math.Min(name.Trim().Length, 100)];

    private static string AddressKey(string address) => "from " + address;
}
