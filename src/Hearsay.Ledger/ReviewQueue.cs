using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Matters;
using Hearsay.Statements;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>What should be looked at first: how much hangs on it, and how unsure the engine is.</summary>
/// <remarks>The table is filled with matters and findings and ordered by an index, so that the queue costs what it shows.</remarks>
internal static class ReviewQueue
{
    private const int StatementsOfMatter = 200;

    /// <summary>The most urgent things: what judgements lost, then what nobody has judged or dismissed.</summary>
    public static ImmutableArray<ReviewItem> Of(SqliteConnection connection, int most)
    {
        var lost = Lost(connection, most);
        return [.. lost.Concat(Queued(connection, most)).DistinctBy(item => item.Id, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>Queues the statements and findings of matters that were made; what is queued already stays as it is. Rows go with their matters.</summary>
    /// <param name="connection">The ledger, in a transaction.</param>
    /// <param name="matters">What was made.</param>
    /// <param name="findings">What was found in them; others are passed over.</param>
    /// <param name="documents">The documents as judged.</param>
    public static void Fill(SqliteConnection connection, IEnumerable<Matter> matters, IEnumerable<Finding> findings, IReadOnlyDictionary<string, ExaminedDocument> documents)
    {
        using var select = connection.Prepare("SELECT id, kind, original, status, severity, confidence, resting FROM queued WHERE matter = $1");
        using var insert = connection.Prepare("INSERT OR REPLACE INTO queued (matter, id, kind, original, status, severity, confidence, resting) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
        using var delete = connection.Prepare("DELETE FROM queued WHERE matter = $1 AND id = $2");
        var weighty = findings.Where(finding => finding is { Severity: not Severity.Info, Matter: not null }).ToLookup(finding => finding.Matter!, StringComparer.Ordinal);
        var statements = new Dictionary<string, Statement>(StringComparer.Ordinal);
        foreach (var statement in documents.Values.SelectMany(document => document.Statements)) { statements.TryAdd(statement.Id, statement); }
        foreach (var matter in matters)
        {
            var known = Known(select.With(matter.Id));
            foreach (var (id, row) in Rows(matter, weighty[matter.Id], statements).DistinctBy(one => one.Id, StringComparer.Ordinal))
            {
                if (known.Remove(id, out var same) && same == row) { continue; }
                insert.With(matter.Id, id, row.Kind, row.Original, row.Status, row.Severity, row.Confidence, row.Resting).ExecuteNonQuery();
            }

            foreach (var id in known.Keys) { delete.With(matter.Id, id).ExecuteNonQuery(); }
        }
    }

    private static IEnumerable<(string Id, Row Row)> Rows(Matter matter, IEnumerable<Finding> findings, Dictionary<string, Statement> statements)
    {
        var (status, resting) = (JsonNames.Of(matter.Status), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var finding in findings)
        {
            yield return (finding.Id, new Row("finding", finding.Evidence[0].Document, status, JsonNames.Of(finding.Severity), null, null));
            foreach (var statement in finding.Statements) { resting[statement] = resting.GetValueOrDefault(statement) + 1; }
        }

        foreach (var dated in matter.Statements.Take(StatementsOfMatter))
        {
            if (!statements.TryGetValue(dated.Statement, out var statement) || statement.Judged is { Verdict: not Verdict.Identified }) { continue; }
            yield return (statement.Id, new Row("statement", statement.Document, status, null, Math.Clamp(statement.Confidence, 0, 1), resting.GetValueOrDefault(statement.Id)));
        }
    }

    private static Dictionary<string, Row> Known(SqliteCommand select)
    {
        using var rows = select.ExecuteReader();
        var known = new Dictionary<string, Row>(StringComparer.Ordinal);
        while (rows.Read())
        {
            known.Add(rows.GetString(0), new Row(rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.Text(4), rows.IsDBNull(5) ? null : rows.GetDouble(5), rows.IsDBNull(6) ? null : rows.GetInt32(6)));
        }

        return known;
    }

    private sealed record Row(string Kind, string Original, string Status, string? Severity, double? Confidence, int? Resting);

    /// <summary>Takes statements of some documents out of the queue.</summary>
    public static void Leave(SqliteConnection connection, IEnumerable<string> originals, IEnumerable<string> statements)
    {
        using var delete = connection.Prepare("""
            DELETE FROM queued WHERE id IN (SELECT value FROM json_each($2)) AND matter IN (
              SELECT matter FROM thread WHERE original IN (SELECT value FROM json_each($1)) UNION SELECT r.matter FROM regrouped r JOIN thread t ON t.matter = r.tree WHERE t.original IN (SELECT value FROM json_each($1)))
            """);
        delete.With(JsonSerializer.Serialize(originals), JsonSerializer.Serialize(statements)).ExecuteNonQuery();
    }

    private static List<ReviewItem> Lost(SqliteConnection connection, int most)
    {
        using var select = connection.Prepare("SELECT judgement, min(original), max(standing = 'orphaned') FROM judgement_standing WHERE standing IN ('orphaned', 'changed') GROUP BY judgement ORDER BY 3 DESC, judgement LIMIT $1").With(most);
        using var rows = select.ExecuteReader();
        var items = new List<ReviewItem>();
        while (rows.Read())
        {
            var lost = rows.GetBoolean(2);
            items.Add(new ReviewItem(ReviewKind.Judgement, rows.GetString(0), rows.GetString(1), null, lost ? 1 : 0.95, lost ? "what was judged is no longer found at these words" : "the engine reads what was judged otherwise now"));
        }

        return items;
    }

    // A finding that several matters could have counts in one of them.
    private static List<ReviewItem> Queued(SqliteConnection connection, int most)
    {
        using var select = connection.Prepare("""
            SELECT q.kind, q.id, q.original, q.matter, q.urgency, q.confidence, q.resting, f.json ->> '$.summary' FROM queued q LEFT JOIN finding f ON q.kind = 'finding' AND f.id = q.id AND f.matter = q.matter
            WHERE q.kind = 'statement' OR (f.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dismissed_finding d WHERE d.id = q.id))
            ORDER BY q.urgency DESC, q.id LIMIT $1
            """).With(most);
        using var rows = select.ExecuteReader();
        var items = new List<ReviewItem>();
        while (rows.Read())
        {
            var isFinding = rows.GetString(0) == "finding";
            items.Add(new ReviewItem(
                isFinding ? ReviewKind.Finding : ReviewKind.Statement, rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetDouble(4), isFinding ? rows.GetString(7) : Doubt(rows.GetDouble(5), rows.GetInt32(6)))
            {
                Confidence = isFinding ? null : rows.GetDouble(5),
                Resting = isFinding ? 0 : rows.GetInt32(6),
            });
        }

        return items;
    }

    private static string Doubt(double confidence, int resting) => string.Create(CultureInfo.InvariantCulture,
        $"the engine is {confidence:P0} sure{(resting == 0 ? "" : resting == 1 ? ", and a finding rests on it" : $", and {resting} findings rest on it")}");
}
