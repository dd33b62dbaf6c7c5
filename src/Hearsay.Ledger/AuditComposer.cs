using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Rolls;
using Hearsay.Statements;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Makes of an audit what the ledger keeps of it, with the findings that follow from it and from what the matter's statements say of the list.</summary>
internal static class AuditComposer
{
    /// <exception cref="ArgumentException">The ledger has no such matter.</exception>
    public static AuditRecord Compose(SqliteConnection connection, RollAudit audit, string list, IReadOnlyList<(string Role, string Hash)> registers, string? matter)
    {
        var engine = EngineVersion.Current;
        var key = $"hearsay.audit/1\n{engine}\n{list}\n{string.Join('\n', registers.Select(register => $"{register.Role}={register.Hash}"))}";
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
        var (statements, offsets) = matter is null ? ([], []) : StatementsOf(connection, matter);
        var findings = AuditFindings.Of(audit, id, matter, statements);
        return new AuditRecord(id, matter, list, engine, Describe(audit, registers),
            [.. audit.Rows.Select(row => new AuditRowRecord(row.Row, Json(json => AuditJson.WriteRow(json, row, withNames: false)), row.Name, row.RegisterName) { Born = row.Born, RegisterBorn = row.RegisterBorn })],
            [.. findings.Select(finding => FindingWriter.ToJson(finding, sha256 => offsets[sha256]))]);
    }

    // What the matter's documents say, and what they deny.
    private static (List<ListStatement> Statements, Dictionary<string, CodePointOffsets> Offsets) StatementsOf(SqliteConnection connection, string matter)
    {
        using var select = connection.Prepare("SELECT json FROM matter WHERE id = $1").With(matter);
        if (select.ExecuteScalar() is not string known) { throw new ArgumentException($"the ledger has no such matter. 'hearsay export matters' lists them.", nameof(matter)); }
        var members = FindingReader.ReadMatter(known).Statements;
        var ids = members.Select(member => member.Statement).ToHashSet(StringComparer.Ordinal);
        var (statements, offsets) = (new List<ListStatement>(), new Dictionary<string, CodePointOffsets>(StringComparer.Ordinal));
        foreach (var stored in new DocumentRows(connection, [.. members.Select(member => member.Document).Distinct(StringComparer.Ordinal)]))
        {
            offsets.TryAdd(stored.Document.Sha256, new CodePointOffsets(stored.Document.Text));
            foreach (var statement in stored.Statements.Where(statement => ids.Contains(statement.Id)))
            {
                statements.AddRange(statement.Content.Select(part => new ListStatement(statement.Id, statement.Document, part, part.SliceOf(stored.Document.Text).ToString())
                {
                    IsDenied = statement.Polarity == Polarity.Denied,
                    Figures = [.. statement.Figures.Where(figure => figure.Span.Start >= part.Start && figure.Span.End <= part.End)],
                }));
            }
        }

        return (statements, offsets);
    }

    private static string Describe(RollAudit audit, IReadOnlyList<(string Role, string Hash)> registers) => Json(json =>
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

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, InspectionWriter.Options)) { write(json); }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
