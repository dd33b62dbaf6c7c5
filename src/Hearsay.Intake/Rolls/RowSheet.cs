using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Rolls;

namespace Hearsay.Intake.Rolls;

/// <summary>Sheets from rows of strings, whose header may stand below a title.</summary>
internal static class RowSheet
{
    /// <param name="rows">All rows that hold anything.</param>
    /// <param name="headerWithin">How many rows down the header may stand.</param>
    /// <param name="notes">What was unusual so far.</param>
    public static RollSheet From(List<string[]> rows, int headerWithin, ImmutableArray<string> notes)
    {
        var header = Enumerable.Range(0, Math.Min(headerWithin, rows.Count)).FirstOrDefault(row => rows[row].Count(cell => cell.Length > 0) > 1 && RollColumns.IsHeader(rows[row]), -1);
        if (header < 0 && rows.Count > 0 && RollColumns.IsHeader(rows[0])) { header = 0; }
        if (header > 0) { notes = notes.Add(string.Create(CultureInfo.InvariantCulture, $"{header} rows above the header were left out.")); }
        var records = rows.Skip(header + 1).ToList();
        return new RollSheet(header < 0 ? [] : [.. rows[header]], records.Count == 0 ? [] : [() => RollBatch.From(records)], notes);
    }
}
