using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Audits of lists in the ledger's tables.</summary>
internal static class RollTables
{
    /// <summary>Writes an audit in one transaction; see <see cref="EvidenceLedger.RecordAudit(AuditRecord)"/>.</summary>
    public static bool Write(SqliteConnection connection, TimeProvider clock, AuditRecord audit)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var known = connection.Prepare("SELECT ifnull(matter, '') FROM audit WHERE id = $1").With(audit.Id);
        var matter = known.ExecuteScalar() as string;
        if (matter == (audit.Matter ?? "")) { return false; }
        if (matter is null) { Insert(connection, audit); }
        using var join = connection.Prepare("UPDATE audit SET matter = $2 WHERE id = $1").With(audit.Id, audit.Matter);
        join.ExecuteNonQuery();
        using var drop = connection.Prepare("DELETE FROM audit_finding WHERE audit = $1").With(audit.Id);
        drop.ExecuteNonQuery();
        using var insert = connection.Prepare("INSERT OR REPLACE INTO audit_finding (id, audit, json) SELECT $1 ->> '$.id', $2, $1");
        foreach (var finding in audit.Findings) { insert.With(finding, audit.Id).ExecuteNonQuery(); }
        LogMade(connection, clock, audit);
        transaction.Commit();
        return matter is null;
    }

    /// <summary>Appends an entry in a transaction of its own.</summary>
    public static void Log(SqliteConnection connection, TimeProvider clock, string kind, params ReadOnlySpan<(string Key, string Value)> payload)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        LogTable.Append(connection, clock, kind, payload);
        transaction.Commit();
    }

    /// <summary>Withholds or erases the names of a row, and logs it.</summary>
    public static bool Close(SqliteConnection connection, TimeProvider clock, string audit, int row, bool erase, string reason)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Run("PRAGMA secure_delete = ON"); // what is erased is overwritten in the file
        using var change = connection.Prepare(erase ? "DELETE FROM audit_name WHERE audit = $1 AND row = $2" : "UPDATE audit_name SET withheld = 1 WHERE audit = $1 AND row = $2").With(audit, row);
        if (change.ExecuteNonQuery() == 0) { return false; }
        LogTable.Append(connection, clock, erase ? "name-erasure" : "withholding", ("audit", audit), ("reason", reason), ("row", row.ToString(CultureInfo.InvariantCulture)));
        transaction.Commit();
        return true;
    }

    public static SqliteCommand SelectFindings(SqliteConnection connection) => connection.Prepare("SELECT iif(d.json IS NULL, f.json, json_set(f.json, '$.dismissed', json(d.json))) FROM audit_finding f LEFT JOIN dismissed_finding d ON d.id = f.id ORDER BY f.id");

    public static SqliteCommand SelectAudits(SqliteConnection connection) => connection.Prepare("SELECT json_set(json, '$.audit', id, '$.matter', matter, '$.list', list, '$.engine', engine) FROM audit ORDER BY id");

    public static SqliteCommand SelectRows(SqliteConnection connection, bool withNames) => connection.Prepare(withNames
        ? """
          SELECT json_set(r.json, '$.audit', r.audit, '$.name', iif(n.withheld, NULL, n.name), '$.register_name', iif(n.withheld, NULL, n.register),
            '$.birth_date', iif(n.withheld, NULL, n.born), '$.register_birth_date', iif(n.withheld, NULL, n.register_born))
          FROM audit_row r LEFT JOIN audit_name n ON n.audit = r.audit AND n.row = r.row ORDER BY r.audit, r.row
          """
        : "SELECT json_set(json, '$.audit', audit, '$.name', NULL) FROM audit_row ORDER BY audit, row");

    /// <summary>The rows of a list that name the person of one of its rows once more, and still have a name, in order.</summary>
    public static List<int> NamedAgain(SqliteConnection connection, string audit, int row)
    {
        using var select = connection.Prepare("""
            SELECT other.row FROM audit_row me JOIN audit_row other ON other.audit = me.audit AND other.row <> me.row JOIN audit_name name ON name.audit = other.audit AND name.row = other.row AND name.withheld = 0
            WHERE me.audit = $1 AND me.row = $2 AND coalesce(json_extract(other.json, '$.duplicate_of'), other.row) = coalesce(json_extract(me.json, '$.duplicate_of'), me.row) ORDER BY other.row
            """);
        using var reader = select.With(audit, row).ExecuteReader();
        var rows = new List<int>();
        while (reader.Read()) { rows.Add(reader.GetInt32(0)); }
        return rows;
    }

    /// <summary>Adds an audit that is not there with its rows and names, without its findings, within the caller's transaction; the log is the caller's to write.</summary>
    public static void Insert(SqliteConnection connection, AuditRecord audit)
    {
        using var insert = connection.Prepare("INSERT INTO audit (id, matter, list, engine, json) VALUES ($1, $2, $3, $4, $5)");
        insert.With(audit.Id, audit.Matter, audit.List, audit.Engine, audit.Json).ExecuteNonQuery();
        using var insertRow = connection.Prepare("INSERT INTO audit_row (audit, row, json) VALUES ($1, $2, $3)");
        using var insertName = connection.Prepare("INSERT INTO audit_name (audit, row, name, register, born, register_born) VALUES ($1, $2, $3, $4, $5, $6)");
        foreach (var row in audit.Rows)
        {
            insertRow.With(audit.Id, row.Row, row.Json).ExecuteNonQuery();
            if (row.Name is not null) { insertName.With(audit.Id, row.Row, row.Name, row.RegisterName, row.Born, row.RegisterBorn).ExecuteNonQuery(); }
        }
    }

    /// <summary>Logs that an audit was made or joined to a matter, within the caller's transaction.</summary>
    public static void LogMade(SqliteConnection connection, TimeProvider clock, AuditRecord audit) =>
        LogTable.Append(connection, clock, "audit", ("audit", audit.Id), ("engine", audit.Engine), ("list", audit.List), ("matter", audit.Matter ?? ""), ("rows", audit.Rows.Length.ToString(CultureInfo.InvariantCulture)));
}
