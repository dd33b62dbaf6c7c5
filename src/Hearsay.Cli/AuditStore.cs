using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Rolls;
using Hearsay.Statements;

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
        using var open = EvidenceLedger.OpenForReading(ledger);
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
        using var open = EvidenceLedger.Open(ledger);
        open.LogDisclosure(what, demanded);
    }

    /// <summary>Stores an audit with its findings; logs the disclosure where names are shown.</summary>
    public void Save(RollAudit audit, string list, IReadOnlyList<(string Role, string Path)> registers)
    {
        using var open = EvidenceLedger.Open(ledger);
        var engine = EngineVersion.Current;
        var listHash = HashOf(list);
        (string Role, string Hash)[] against = [.. registers.Select(register => (register.Role, HashOf(register.Path)))];
        var key = $"hearsay.audit/1\n{engine}\n{listHash}\n{string.Join('\n', against.Select(register => $"{register.Role}={register.Hash}"))}";
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
        var findings = AuditFindings.Of(audit, id, matter, matter is null ? [] : StatementsOf(open, matter));
        var offsets = open.Documents().DistinctBy(document => document.Document.Sha256).Where(document => findings.Any(finding => finding.Documents.Contains(document.Document.Sha256)))
            .ToDictionary(document => document.Document.Sha256, document => new CodePointOffsets(document.Document.Text));
        open.RecordAudit(new AuditRecord(id, matter, listHash, engine, Describe(audit, against),
            [.. audit.Rows.Select(row => new AuditRowRecord(row.Row, Json(json => AuditWriter.WriteRow(json, row, withNames: false)), row.Name, row.RegisterName))],
            [.. findings.Select(finding => FindingWriter.ToJson(finding, sha256 => offsets[sha256]))]));
        if (disclosure is not null) { open.LogDisclosure("rolls check", disclosure); }
        Console.Error.WriteLine($"hearsay: the audit {id} is in {ledger}");
    }

    private static string Demand(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? throw new UsageException("--with-names shows protected names from a ledger, which needs --reason TEXT; the reason is logged.") : reason.Trim();

    private static List<ListStatement> StatementsOf(EvidenceLedger ledger, string matter)
    {
        var members = new HashSet<string>();
        foreach (var json in ledger.MatterJson())
        {
            using var parsed = JsonDocument.Parse(json);
            if (parsed.RootElement.GetProperty("id").GetString() != matter) { continue; }
            foreach (var statement in parsed.RootElement.GetProperty("statements").EnumerateArray()) { members.Add(statement.GetProperty("id").GetString()!); }
        }

        if (members.Count == 0) { throw new UsageException($"--matter {matter}: the ledger has no such matter. 'hearsay export matters' lists them."); }
        var statements = new List<ListStatement>();
        foreach (var stored in ledger.Documents())
        {
            foreach (var statement in stored.Statements.Where(statement => members.Contains(statement.Id) && statement.Polarity != Polarity.Denied))
            {
                statements.AddRange(statement.Content.Select(part => new ListStatement(statement.Id, statement.Document, part, part.SliceOf(stored.Document.Text).ToString())));
            }
        }

        return statements;
    }

    private static string Describe(RollAudit audit, (string Role, string Hash)[] registers) => Json(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("rows", audit.Rows.Length);
        json.WriteStartArray("registers");
        foreach (var (register, size) in registers.Zip(audit.Registers))
        {
            json.WriteStartObject();
            json.WriteString("role", register.Role);
            json.WriteString("sha256", register.Hash);
            json.WriteNumber("records", size.Records);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("summary", string.Join(' ', AuditSummary.Lines(audit)));
        json.WriteEndObject();
    });

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, InspectionWriter.Options)) { write(json); }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
