using System.Security.Cryptography;
using System.Text.Json;
using Hearsay.Ledger;
using Hearsay.Rolls;

namespace Hearsay.Cli;

/// <summary>Keeps audits in a ledger, and the rule that names are shown from it only with a reason that is logged.</summary>
internal sealed class AuditStore
{
    private readonly string ledger;
    private readonly string? matter;
    private readonly string? disclosure;

    private AuditStore(string ledger, string? matter, string? disclosure)
    {
        this.ledger = ledger;
        this.matter = matter;
        this.disclosure = disclosure;
    }

    /// <summary>Where an audit is to be kept; null where nowhere.</summary>
    public static AuditStore? From(FileInfo? ledger, string? matter, bool withNames, string? reason)
    {
        if (ledger is null)
        {
            return matter is null ? null : throw new UsageException("--matter needs --ledger: without it an audit is stored nowhere.");
        }

        return new AuditStore(ledger.ToString(), matter, withNames ? Demand(reason) : null);
    }

    /// <summary>The matter that speaks of a list the most; null where none does.</summary>
    public static string? MatterOfList(string ledger)
    {
        using var open = EvidenceLedger.OpenForReading(ledger, ExistingLedger.Options("hearsay rolls"));
        var speaking = new HashSet<string>();
        foreach (var stored in open.Documents())
        {
            foreach (var statement in stored.Statements)
            {
                if (statement.Content.Any(part => part.SliceOf(stored.Document.Text).ToString().Contains("list", StringComparison.OrdinalIgnoreCase))) { speaking.Add(statement.Id); }
            }
        }

        return open.MatterJson().Select(json =>
        {
            using var parsed = JsonDocument.Parse(json);
            return (Id: parsed.RootElement.GetProperty("id").GetString(), Count: parsed.RootElement.GetProperty("statements").EnumerateArray().Count(statement => speaking.Contains(statement.GetProperty("id").GetString()!)));
        }).Where(matter => matter.Count > 0).MaxBy(matter => matter.Count).Id;
    }

    /// <summary>Logs that names are about to be shown.</summary>
    public static void LogDisclosure(string ledger, string what, string? reason)
    {
        var demanded = Demand(reason);
        if (!File.Exists(ledger)) { throw new UsageException($"There is no ledger '{ledger}'."); }
        using var open = EvidenceLedger.Open(ledger, ExistingLedger.Options("hearsay rolls"));
        open.LogDisclosure(what, demanded);
    }

    /// <summary>Stores an audit with its findings; logs the disclosure where names are shown.</summary>
    public void Save(RollAudit audit, string list, IReadOnlyList<(string Role, string Path)> registers)
    {
        using var open = EvidenceLedger.Open(ledger, ExistingLedger.Options("hearsay rolls"));
        string id;
        try
        {
            id = open.RecordAudit(audit, HashOf(list), [.. registers.Select(register => (register.Role, HashOf(register.Path)))], matter);
        }
        catch (ArgumentException unknown) when (unknown.ParamName == "matter")
        {
            throw new UsageException($"--matter {matter}: {unknown.Message}");
        }

        if (disclosure is not null) { open.LogDisclosure("rolls check", disclosure); }
        Console.Error.WriteLine($"hearsay: the audit {id} is in {ledger}");
    }

    private static string Demand(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? throw new UsageException("--with-names shows protected names from a ledger, which needs --reason TEXT; the reason is logged.") : reason.Trim();

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
