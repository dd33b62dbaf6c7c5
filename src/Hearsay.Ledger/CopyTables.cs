using System.Text;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>The ledger's rows as lines of JSON, for bundles.</summary>
internal static class CopyTables
{
    public static string? Engine(SqliteConnection connection)
    {
        using var select = connection.Prepare("SELECT engine FROM examination");
        return select.ExecuteScalar() as string;
    }

    public static SqliteCommand SelectLog(SqliteConnection connection) =>
        connection.Prepare("SELECT json_object('sequence', sequence, 'time', time, 'kind', kind, 'payload', payload, 'previous', previous, 'hash', hash) FROM log ORDER BY sequence");

    public static SqliteCommand SelectCaptures(SqliteConnection connection, string? originals)
    {
        var select = connection.Prepare($"""
            SELECT json_object('entry', c.entry, 'time', l.time, 'original', c.original, 'sha512', o.sha512, 'size', o.size, 'path', c.path, 'suffix', c.suffix, 'url', c.url, 'outlet', c.outlet, 'published', c.published,
              'charset', c.charset, 'collector', c.collector, 'reason', c.reason, 'media_type', c.media_type, 'tool', c.tool, 'salt', c.salt)
            FROM capture c JOIN log l ON l.sequence = c.entry JOIN original o ON o.sha256 = c.original{(originals is null ? "" : " WHERE c.original IN (SELECT value FROM json_each($1))")} ORDER BY c.entry
            """);
        return originals is null ? select : select.With(originals);
    }

    // Of some documents those that count there: about their statements, about sources that they have, and about findings that rest on them alone.
    public static SqliteCommand SelectJudgements(SqliteConnection connection, string? originals)
    {
        const string Theirs = """
            WHERE EXISTS (SELECT 1 FROM judged_statement x WHERE x.original IN (SELECT value FROM json_each($1)) AND x.json ->> '$.judged.judgement' = j.id)
              OR EXISTS (SELECT 1 FROM judgement_standing s WHERE s.judgement = j.id AND s.standing IN ('holds', 'changed', 'orphaned') AND s.original IN (SELECT value FROM json_each($1)))
              OR EXISTS (SELECT 1 FROM dismissed_finding f WHERE f.json ->> '$.judgement' = j.id)
                AND NOT EXISTS (SELECT 1 FROM json_each(j.json, '$.ruling.finding.evidence') e WHERE e.value ->> '$.document' NOT IN (SELECT value FROM json_each($1)))
            """;
        var select = connection.Prepare($"SELECT json_object('entry', j.entry, 'id', j.id, 'salt', j.salt, 'json', j.json) FROM judgement j {(originals is null ? "" : Theirs)} ORDER BY j.entry");
        return originals is null ? select : select.With(originals);
    }

    /// <summary>Documents with their statements and findings, exactly as stored.</summary>
    public static IEnumerable<string> Readings(SqliteConnection connection, string? originals)
    {
        using var statements = connection.Prepare("SELECT json FROM statement WHERE document = $1 ORDER BY position");
        using var findings = connection.Prepare("SELECT json FROM document_finding WHERE document = $1 ORDER BY position");
        using var select = connection.Prepare($"SELECT id, json_object('original', original, 'facts', json(facts), 'engine', engine, 'digest', digest), encoding, inspection FROM document{(originals is null ? "" : " WHERE original IN (SELECT value FROM json_each($1))")} ORDER BY original, facts");
        if (originals is not null) { select.With(originals); }
        using var rows = select.ExecuteReader();
        while (rows.Read())
        {
            var inspection = Encoding.UTF8.GetString(new Packed(rows.GetString(2), rows.GetFieldValue<byte[]>(3)).Unpack(int.MaxValue));
            yield return $"{rows.GetString(1)[..^1]},\"inspection\":{inspection},\"statements\":[{Joined(statements.With(rows.GetInt64(0)))}],\"findings\":[{Joined(findings.With(rows.GetInt64(0)))}]}}";
        }
    }

    public static SqliteCommand SelectAudits(SqliteConnection connection, bool withNames) => connection.Prepare($"""
        SELECT json_object('id', a.id, 'matter', a.matter, 'list', a.list, 'engine', a.engine, 'json', json(a.json),
          'rows', (SELECT json_group_array(json_object('row', r.row, 'json', json(r.json){(withNames ? ", 'name', iif(n.withheld, NULL, n.name), 'register', iif(n.withheld, NULL, n.register), 'born', iif(n.withheld, NULL, n.born), 'register_born', iif(n.withheld, NULL, n.register_born)" : "")}) ORDER BY r.row)
                   FROM audit_row r LEFT JOIN audit_name n ON n.audit = r.audit AND n.row = r.row WHERE r.audit = a.id),
          'findings', (SELECT json_group_array(json(f.json) ORDER BY f.id) FROM audit_finding f WHERE f.audit = a.id))
        FROM audit a ORDER BY a.id
        """);

    private static string Joined(SqliteCommand select)
    {
        using var rows = select.ExecuteReader();
        var all = new StringBuilder();
        while (rows.Read()) { (all.Length == 0 ? all : all.Append(',')).Append(rows.GetString(0)); }
        return all.ToString();
    }
}
