using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hearsay.Inspections;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>A page of a list of JSON objects.</summary>
/// <param name="Items">The contract's objects, in the order of the list.</param>
/// <param name="Next">What to ask for to go on after the last one; null at the end.</param>
public sealed record JsonPage(ImmutableArray<string> Items, string? Next);

public sealed partial class EvidenceLedger
{
    private const string JudgedStatement = "ifnull(j.json, s.json) FROM document d JOIN statement s ON s.document = d.id LEFT JOIN judged_statement j ON j.original = d.original AND j.id = s.id";

    /// <summary>Documents without their text, in the order in which they were recorded. Read on from the last one, so that the last page costs what the first does.</summary>
    public JsonPage DocumentPage(string? after, int size) => Page(
        "SELECT d.id, d.encoding, d.inspection FROM document d WHERE d.id > $1 ORDER BY d.id LIMIT $2", size,
        rows => (WithoutText(new Packed(rows.GetString(1), rows.GetFieldValue<byte[]>(2)).Unpack(int.MaxValue)), Number(rows.GetInt64(0))), Row(after), size + 1);

    /// <summary>Statements as people have judged them, rejected ones left out: those of one document, of one source, or all, in the order in which they were recorded, and after them those that people added.</summary>
    public JsonPage StatementPage(string? after, int size, string? document = null, string? source = null)
    {
        if (after is ['+', .. var last]) { return AddedPage(last, size, document, source); }
        var (row, position) = after?.Split('-') is [var first, var second] ? (Row(first), Row(second)) : (-1, -1);
        var page = Page(
            $"""
            SELECT d.id, s.position, {JudgedStatement} WHERE {(document is null ? "$3 IS NULL" : "d.original = $3")} AND {(source is null ? "$4 IS NULL" : "s.source = $4")}
            AND (s.document, s.position) > ($1, $2) AND ifnull(j.verdict, '') <> 'rejected' ORDER BY s.document, s.position LIMIT $5
            """, size,
            rows => (rows.GetString(2), $"{Number(rows.GetInt64(0))}-{Number(rows.GetInt64(1))}"), row, position, document, source, size + 1);
        if (page.Next is not null) { return page; }
        var added = AddedPage("", size - page.Items.Length, document, source);
        return new JsonPage([.. page.Items, .. added.Items], added.Next);
    }

    // What people added is in no row of the engine's.
    private JsonPage AddedPage(string after, int size, string? document, string? source) => Page(
        $"""
        SELECT j.id, j.json FROM judged_statement j WHERE j.id > $1 AND j.verdict <> 'rejected' AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.id = j.id)
          AND {(document is null ? "$2 IS NULL" : "j.original = $2")} AND {(source is null ? "$3 IS NULL" : "j.json ->> '$.source.name' = $3")} GROUP BY j.id ORDER BY j.id LIMIT $4
        """, size, rows => (rows.GetString(1), "+" + rows.GetString(0)), after, document, source, size + 1);

    /// <summary>Matters by id, of one status or of all.</summary>
    public JsonPage MatterPage(string? after, int size, string? status = null) => Page(
        $"SELECT id, json FROM matter WHERE id > $1 AND {(status is null ? "$2 IS NULL" : "status = $2")} ORDER BY id LIMIT $3", size, rows => (rows.GetString(1), rows.GetString(0)), after ?? "", status, size + 1);

    /// <summary>Findings by id, of one kind, one matter, or all; dismissed ones say so.</summary>
    public JsonPage FindingPage(string? after, int size, string? kind = null, string? matter = null) => Page(
        $"""
        SELECT f.id, iif(x.json IS NULL, f.json, json_set(f.json, '$.dismissed', json(x.json))) FROM finding f LEFT JOIN dismissed_finding x ON x.id = f.id
        WHERE f.id > $1 AND {(kind is null ? "$2 IS NULL" : "f.kind = $2")} AND {(matter is null ? "$3 IS NULL" : "f.matter = $3")} ORDER BY f.id LIMIT $4
        """, size, rows => (rows.GetString(1), rows.GetString(0)), after ?? "", kind, matter, size + 1);

    /// <summary>Statements by their ids, as people have judged them; those that are not there, or rejected, are missing.</summary>
    public ImmutableArray<string> StatementsOf(IEnumerable<string> ids) => Page(
        $"SELECT * FROM (SELECT {JudgedStatement} WHERE s.id IN (SELECT value FROM json_each($1)) AND ifnull(j.verdict, '') <> 'rejected' GROUP BY s.id ORDER BY d.original, s.position) UNION ALL SELECT j.json FROM judged_statement j WHERE j.id IN (SELECT value FROM json_each($1)) AND j.verdict <> 'rejected' AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.id = j.id)", int.MaxValue, rows => (rows.GetString(0), ""), JsonSerializer.Serialize(ids)).Items;

    /// <summary>A matter by its id, or null.</summary>
    public string? MatterOf(string id) => One("SELECT json FROM matter WHERE id = $1", id);

    /// <summary>A finding by its id, or null.</summary>
    public string? FindingOf(string id) => One("SELECT iif(x.json IS NULL, f.json, json_set(f.json, '$.dismissed', json(x.json))) FROM (SELECT id, json FROM finding WHERE id = $1 UNION ALL SELECT id, json FROM audit_finding WHERE id = $1) f LEFT JOIN dismissed_finding x ON x.id = f.id", id);

    /// <summary>A document as read, with text and blocks, by its hash; null where there is none. Of several readings of the same bytes the first.</summary>
    public string? DocumentOf(string sha256)
    {
        using var select = connection.Prepare("SELECT encoding, inspection FROM document WHERE original = $1 ORDER BY facts LIMIT 1");
        return Guard(() =>
        {
            using var rows = select.With(sha256).ExecuteReader();
            return rows.Read() ? Encoding.UTF8.GetString(new Packed(rows.GetString(0), rows.GetFieldValue<byte[]>(1)).Unpack(int.MaxValue)) : null;
        });
    }

    private string? One(string sql, string id)
    {
        using var select = connection.Prepare(sql);
        return Guard(() => select.With(id).ExecuteScalar() as string);
    }

    // One more than shown is asked for, which tells whether there is a next page.
    private JsonPage Page(string sql, int size, Func<SqliteDataReader, (string Json, string Key)> read, params object?[] values)
    {
        using var select = connection.Prepare(sql);
        return Guard(() =>
        {
            using var rows = select.With(values).ExecuteReader();
            var items = ImmutableArray.CreateBuilder<string>();
            string? last = null;
            while (rows.Read())
            {
                if (items.Count == size) { return new JsonPage(items.ToImmutable(), last ?? "+"); }
                (var json, last) = read(rows);
                items.Add(json);
            }

            return new JsonPage(items.ToImmutable(), null);
        });
    }

    private static string WithoutText(byte[] inspection)
    {
        var document = JsonNode.Parse(inspection)!["document"]!.AsObject();
        document.Remove("text");
        document.Remove("path"); // captures share a document, and have paths of their own
        return document.ToJsonString(new JsonSerializerOptions { Encoder = InspectionWriter.Options.Encoder });
    }

    private static long Row(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
