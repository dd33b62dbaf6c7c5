using System.Globalization;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Rolls;

namespace Hearsay.Ledger;

/// <summary>The contract's columns of an audit's rows.</summary>
public static class AuditJson
{
    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["row", "name", "verdict", "register", "register_row", "score", "why", "alternatives", "duplicate_of"];

    /// <summary>A row's cells in the order of <see cref="Columns"/>; what is empty is null or empty.</summary>
    /// <param name="row">The row.</param>
    /// <param name="withNames">False to leave names out.</param>
    public static string?[] Cells(AuditedRow row, bool withNames)
    {
        ArgumentNullException.ThrowIfNull(row);
        return
        [
            Number(row.Row),
            withNames ? row.Name : "",
            JsonNames.Of(row.Verdict),
            row.Best?.Role,
            row.Best is { } best ? Number(best.Row) : null,
            Score(row.Best?.Score ?? (row.Alternatives.IsEmpty ? 0 : row.Alternatives[0].Score)),
            withNames && row.RegisterName is { } theirs ? $"{row.Reasons}; in the register: {theirs}{(row.RegisterBorn is { } born ? $", born {born}" : "")}" : row.Reasons,
            string.Join(' ', row.Alternatives.Select(place => $"{place.Role}:{Number(place.Row)}:{Score(place.Score)}")),
            row.DuplicateOf is { } earlier ? Number(earlier) : null,
        ];
    }

    /// <summary>One row as a JSON object with the contract's columns, what is empty being null, and <c>fields</c>: what agrees with the register's record and how far.</summary>
    public static void WriteRow(Utf8JsonWriter json, AuditedRow row, bool withNames)
    {
        ArgumentNullException.ThrowIfNull(json);
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

        if (withNames)
        {
            json.WriteString("birth_date", row.Born);
            json.WriteString("register_birth_date", row.RegisterBorn);
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

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Score(double score) => score.ToString("0.####", CultureInfo.InvariantCulture);
}
