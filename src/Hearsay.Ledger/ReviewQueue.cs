using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Matters;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>What should be looked at first: how much hangs on it, and how unsure the engine is.</summary>
/// <remarks>Looks at the latest matters of each status, disputed ones first, so that its cost does not grow with the ledger.</remarks>
internal static class ReviewQueue
{
    private const int MattersOfEachStatus = 60;
    private const int StatementsOfMatter = 200;
    private static readonly (MatterStatus Status, double Stakes)[] Statuses = [(MatterStatus.Disputed, 1), (MatterStatus.SingleOrigin, 0.8), (MatterStatus.Corroborated, 0.6), (MatterStatus.Open, 0.5), (MatterStatus.Settled, 0.3)];

    public static ImmutableArray<ReviewItem> Of(SqliteConnection connection, int most)
    {
        var items = new List<ReviewItem>(Lost(connection));
        foreach (var (status, stakes) in Statuses)
        {
            foreach (var matter in MattersOf(connection, status))
            {
                items.AddRange(FindingsOf(connection, matter, stakes, out var named));
                items.AddRange(StatementsOf(connection, matter, stakes, named));
            }
        }

        return [.. items.OrderByDescending(item => item.Urgency).ThenBy(item => item.Id, StringComparer.Ordinal).DistinctBy(item => item.Id, StringComparer.Ordinal).Take(most)];
    }

    private static IEnumerable<ReviewItem> Lost(SqliteConnection connection)
    {
        using var select = connection.Prepare("SELECT judgement, original, standing FROM judgement_standing WHERE standing IN ('orphaned', 'changed') ORDER BY judgement, original, part");
        using var rows = select.ExecuteReader();
        while (rows.Read())
        {
            var lost = rows.GetString(2) == "orphaned";
            yield return new ReviewItem(ReviewKind.Judgement, rows.GetString(0), rows.GetString(1), null, lost ? 1 : 0.95, lost ? "what was judged is no longer found at these words" : "the engine reads what was judged otherwise now");
        }
    }

    private static List<Matter> MattersOf(SqliteConnection connection, MatterStatus status)
    {
        using var select = connection.Prepare("SELECT json FROM matter WHERE status = $1 ORDER BY first_day DESC, id LIMIT $2").With(JsonNames.Of(status), MattersOfEachStatus);
        using var rows = select.ExecuteReader();
        var matters = new List<Matter>();
        while (rows.Read()) { matters.Add(FindingReader.ReadMatter(rows.GetString(0))); }
        return matters;
    }

    private static List<ReviewItem> FindingsOf(SqliteConnection connection, Matter matter, double stakes, out Dictionary<string, int> named)
    {
        using var select = connection.Prepare("SELECT id, original, json FROM finding f WHERE matter = $1 AND NOT EXISTS (SELECT 1 FROM dismissed_finding d WHERE d.id = f.id) ORDER BY id").With(matter.Id);
        using var rows = select.ExecuteReader();
        var items = new List<ReviewItem>();
        named = new Dictionary<string, int>(StringComparer.Ordinal);
        while (rows.Read())
        {
            using var json = JsonDocument.Parse(rows.GetString(2));
            var severity = json.RootElement.GetProperty("severity").GetString();
            if (severity == "info") { continue; }
            items.Add(new ReviewItem(ReviewKind.Finding, rows.GetString(0), rows.GetString(1), matter.Id, stakes * (severity == "warning" ? 0.6 : 0.3), json.RootElement.GetProperty("summary").GetString()!));
            foreach (var statement in json.RootElement.GetProperty("statements").EnumerateArray()) { named[statement.GetString()!] = named.GetValueOrDefault(statement.GetString()!) + 1; }
        }

        return items;
    }

    // Half of it is doubt, half how many findings rest on the statement.
    private static IEnumerable<ReviewItem> StatementsOf(SqliteConnection connection, Matter matter, double stakes, Dictionary<string, int> named)
    {
        using var select = connection.Prepare("""
            SELECT s.id, s.json ->> '$.document', s.json ->> '$.confidence' FROM statement s
            WHERE s.id IN (SELECT value FROM json_each($1)) AND NOT EXISTS (SELECT 1 FROM judged_statement j WHERE j.id = s.id AND j.verdict <> 'identified') ORDER BY s.id
            """).With(JsonSerializer.Serialize(matter.Statements.Take(StatementsOfMatter).Select(statement => statement.Statement)));
        using var rows = select.ExecuteReader();
        while (rows.Read())
        {
            var confidence = Math.Clamp(rows.GetDouble(2), 0, 1);
            var resting = named.GetValueOrDefault(rows.GetString(0));
            var urgency = stakes * (0.5 * Math.Min(1, 2 * (1 - confidence)) + 0.4 * (1 - 1.0 / (1 + resting)));
            yield return new ReviewItem(ReviewKind.Statement, rows.GetString(0), rows.GetString(1), matter.Id, urgency, string.Create(CultureInfo.InvariantCulture,
                $"the engine is {confidence:P0} sure{(resting == 0 ? "" : resting == 1 ? ", and a finding rests on it" : $", and {resting} findings rest on it")}"));
        }
    }
}
