using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Hearsay.Inspections;
using Hearsay.Rolls;

namespace Hearsay.Cli;

/// <summary>Writes an audit as the contract's CSV, or the same as JSON.</summary>
internal static class AuditWriter
{
    private static readonly string[] Columns = ["row", "name", "verdict", "register", "register_row", "score", "why", "alternatives", "duplicate_of"];
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", WriteByteOrderMark = false, Injection = CsvInjection.None };

    public static void WriteCsv(RollAudit audit, Stream output, bool withNames)
    {
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteRecord(Columns);
        foreach (var row in audit.Rows) { csv.WriteRecord(Cells(row, withNames)); }
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
            WriteRow(json, row, withNames);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>One row as a JSON object with the contract's columns, what is empty being null, and <c>fields</c>: what agrees with the register's record and how far.</summary>
    public static void WriteRow(Utf8JsonWriter json, AuditedRow row, bool withNames)
    {
        json.WriteStartObject();
        foreach (var (column, cell) in Columns.Zip(Cells(row, withNames)))
        {
            if (string.IsNullOrEmpty(cell)) { json.WriteNull(column); }
            else if (column is "row" or "register_row" or "score" or "duplicate_of")
            {
                json.WritePropertyName(column);
                json.WriteRawValue(cell);
            }
            else { json.WriteString(column, cell); }
        }

        json.WriteStartArray("fields");
        foreach (var field in row.Fields)
        {
            json.WriteStartObject();
            json.WriteString("field", field.Field);
            json.WriteString("degree", JsonNames.Of(field.Degree));
            json.WriteString("says", field.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The columns of the contract.</summary>
    public static IReadOnlyList<string> ColumnNames => Columns;

    private static string?[] Cells(AuditedRow row, bool withNames) =>
    [
        Number(row.Row),
        withNames ? row.Name : "",
        JsonNames.Of(row.Verdict),
        row.Best?.Role,
        row.Best is { } best ? Number(best.Row) : null,
        Score(row.Best?.Score ?? (row.Alternatives.IsEmpty ? 0 : row.Alternatives[0].Score)),
        withNames && row.RegisterName is { } theirs ? $"{row.Reasons}; in the register: {theirs}" : row.Reasons,
        string.Join(' ', row.Alternatives.Select(place => $"{place.Role}:{Number(place.Row)}:{Score(place.Score)}")),
        row.DuplicateOf is { } earlier ? Number(earlier) : null,
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Score(double score) => score.ToString("0.####", CultureInfo.InvariantCulture);
}
