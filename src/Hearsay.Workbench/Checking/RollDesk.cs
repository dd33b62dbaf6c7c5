using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using Hearsay.Intake.Rolls;
using Hearsay.Ledger;
using Hearsay.Rolls;

namespace Hearsay.Workbench.Checking;

/// <summary>A list or a register that somebody uploaded.</summary>
/// <param name="Name">The name that it was given.</param>
/// <param name="Role"><c>list</c>, or the register's role.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Sheet">It as read.</param>
/// <param name="Found">Which column was recognised as what, by number from 0; empty where none holds a name.</param>
public sealed record UploadedRoll(string Name, string Role, string Hash, RollSheet Sheet, ImmutableDictionary<RollField, int> Found);

/// <summary>A list that is to be checked, that is being checked, or that was.</summary>
/// <param name="id">32 random hexadecimal digits.</param>
/// <param name="by">Who uploaded it.</param>
/// <param name="rolls">The list, and the registers after it.</param>
/// <param name="matter">The matter that it belongs to, or null.</param>
public sealed class RollCheck(string id, string by, ImmutableArray<UploadedRoll> rolls, string? matter)
{
    /// <summary>32 random hexadecimal digits.</summary>
    public string Id { get; } = id;

    /// <summary>Who uploaded it; nobody else is shown it.</summary>
    public string By { get; } = by;

    /// <summary>The list, and the registers after it.</summary>
    public ImmutableArray<UploadedRoll> Rolls { get; } = rolls;

    /// <summary>The matter that it belongs to, or null.</summary>
    public string? Matter { get; } = matter;

    /// <summary>What is being done, or null before it began.</summary>
    public string? Step { get; internal set; }

    /// <summary>Why it could not be checked, or null.</summary>
    public string? Problem { get; internal set; }

    /// <summary>The audit's id once it is done.</summary>
    public string? Audit { get; internal set; }
}

/// <summary>Where lists are uploaded and checked. Few are held at a time, in memory and never on the disk: they hold names.</summary>
internal sealed class RollDesk(LedgerPool ledgers) : IDisposable
{
    private const int MostHeld = 6;
    private const long MostUnpacked = 200L << 20; // a workbook of a few hundred kilobytes can unpack to what no memory holds
    private readonly ConcurrentDictionary<string, (RollCheck Check, DateTimeOffset At)> held = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1); // an audit takes all cores

    public void Dispose() => turn.Dispose();

    public RollCheck? Find(string id, string by) => held.TryGetValue(id, out var known) && known.Check.By == by ? known.Check : null;

    /// <summary>Takes files in.</summary>
    /// <exception cref="RollException">One of them cannot be read; the message names it.</exception>
    public RollCheck Take(string by, IEnumerable<(string Name, string Role, byte[] Bytes)> files, string? matter)
    {
        var check = new RollCheck(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), by, [.. files.Select(Read)], matter);
        foreach (var old in held.OrderByDescending(one => one.Value.At).Skip(MostHeld - 1)) { held.TryRemove(old.Key, out _); }
        held[check.Id] = (check, DateTimeOffset.UtcNow);
        return check;
    }

    /// <summary>Begins to check a list in the background.</summary>
    /// <param name="check">What was uploaded.</param>
    /// <param name="columns">For each of its files, which header holds a field.</param>
    public void Begin(RollCheck check, IReadOnlyList<IReadOnlyDictionary<RollField, string>> columns)
    {
        lock (check)
        {
            if (check.Step is not null && check.Problem is null) { return; }
            (check.Step, check.Problem) = ("waiting for its turn", null);
        }

        _ = Task.Run(async () =>
        {
            await turn.WaitAsync();
            try
            {
                await CheckAsync(check, columns);
            }
            catch (Exception failure) when (failure is RollException or LedgerException or ArgumentException)
            {
                check.Problem = failure.Message;
            }
            catch (Exception failure)
            {
                check.Problem = $"Hearsay failed on it, which is our mistake ({failure.GetType().Name}).";
            }
            finally
            {
                turn.Release();
            }
        });
    }

    private async Task CheckAsync(RollCheck check, IReadOnlyList<IReadOnlyDictionary<RollField, string>> columns)
    {
        check.Step = "comparing names and days of birth";
        RollSource[] sources = [.. check.Rolls.Select((roll, i) => new RollSource(roll.Name, roll.Role, roll.Sheet, columns[i]))];
        var audit = new RollAuditor(new RollAuditOptions()).Audit(sources[0], sources[1..]);
        check.Step = "recording";
        check.Audit = await ledgers.WriteAsync(ledger => ledger.RecordAudit(audit, check.Rolls[0].Hash, [.. check.Rolls[1..].Select(roll => (roll.Role, roll.Hash))], check.Matter));
        held.TryRemove(check.Id, out var done);
        held[check.Id] = (new RollCheck(check.Id, check.By, [], check.Matter) { Step = "done", Audit = check.Audit }, done.At); // the names are let go
    }

    private static UploadedRoll Read((string Name, string Role, byte[] Bytes) file)
    {
        try
        {
            CheckUnpacked(file.Bytes);
            var sheet = RollFile.Read(file.Bytes, Path.GetExtension(file.Name).ToLowerInvariant());
            return new UploadedRoll(file.Name, file.Role, Convert.ToHexStringLower(SHA256.HashData(file.Bytes)), sheet, Recognised(sheet));
        }
        catch (Exception failure) when (failure is RollException or InvalidDataException)
        {
            throw new RollException($"{file.Name}: {failure.Message}");
        }
    }

    private static void CheckUnpacked(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8)) { return; }
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
        if (archive.Entries.Sum(entry => entry.Length) > MostUnpacked) { throw new RollException("it unpacks to more than 200 MB. Save it as CSV, or check it with 'hearsay rolls check'."); }
    }

    private static ImmutableDictionary<RollField, int> Recognised(RollSheet sheet)
    {
        try
        {
            var columns = RollColumns.Find(sheet);
            return Enum.GetValues<RollField>().Where(field => columns[field] >= 0).ToImmutableDictionary(field => field, field => columns[field]);
        }
        catch (RollException)
        {
            return ImmutableDictionary<RollField, int>.Empty;
        }
    }
}
