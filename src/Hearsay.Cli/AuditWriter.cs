using System.Text.Json;
using CsvHelper;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Rolls;

namespace Hearsay.Cli;

/// <summary>Writes an audit as the contract's CSV, or the same as JSON.</summary>
internal static class AuditWriter
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", WriteByteOrderMark = false, Injection = CsvInjection.None };

    public static void WriteCsv(RollAudit audit, Stream output, bool withNames)
    {
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteRecord((string[])[.. AuditJson.Columns]);
        foreach (var row in audit.Rows) { csv.WriteRecord(AuditJson.Cells(row, withNames)); }
    }

    public static void WriteJson(RollAudit audit, Stream output, bool withNames)
    {
        using var json = new Utf8JsonWriter(output, InspectionWriter.Options);
        json.WriteStartObject();
        json.WriteString("schema", "hearsay.audit/1");
        json.WriteStartObject("counts");
        foreach (var (verdict, role, count) in AuditSummary.Counts(audit)) { json.WriteNumber(role is null ? verdict : $"{verdict}:{role}", count); }
        json.WriteEndObject();
        json.WriteStartArray("rows");
        foreach (var row in audit.Rows)
        {
            AuditJson.WriteRow(json, row, withNames);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
