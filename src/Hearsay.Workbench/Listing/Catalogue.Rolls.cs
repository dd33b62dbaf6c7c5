using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Rolls;
using Hearsay.Web.Audits;

namespace Hearsay.Workbench.Listing;

/// <summary>An audit in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Matter">The matter that the list belongs to, or null.</param>
/// <param name="List">SHA-256 of the list's file.</param>
/// <param name="Engine">The engine that made it.</param>
/// <param name="Rows">How many rows the list has.</param>
/// <param name="Summary">It in words.</param>
/// <param name="Registers">Role and number of records of each register.</param>
/// <param name="Verdicts">How many rows have each verdict, those that match by the register's role.</param>
public sealed record ListedAudit(
    string Id, string? Matter, string List, string Engine, int Rows, string Summary, ImmutableArray<(string Role, int Records)> Registers, ImmutableArray<(RollVerdict Verdict, string? Role, int Count)> Verdicts)
{
    /// <summary>How many rows repeat an earlier one, whatever their verdict.</summary>
    public int Repeats { get; init; }

    /// <summary>What rows can be filtered by, with their numbers; repeated rows also where they match a register.</summary>
    public IEnumerable<(RollVerdict Verdict, int Count)> Filters =>
        from verdict in Enum.GetValues<RollVerdict>()
        let count = verdict is RollVerdict.Duplicate ? Repeats : Verdicts.Where(one => one.Verdict == verdict).Sum(one => one.Count)
        where count > 0
        select (verdict, count);
}

internal sealed partial class Catalogue
{
    /// <summary>Every audit, by id.</summary>
    public ImmutableArray<ListedAudit> Audits()
    {
        using var command = connection.Prepare("SELECT id FROM audit ORDER BY rowid DESC LIMIT 200");
        using var rows = command.ExecuteReader();
        var audits = ImmutableArray.CreateBuilder<ListedAudit>();
        while (rows.Read()) { audits.Add(Audit(rows.GetString(0))!); }
        return audits.ToImmutable();
    }

    /// <summary>An audit; null where there is none.</summary>
    public ListedAudit? Audit(string id)
    {
        var verdicts = ImmutableArray.CreateBuilder<(RollVerdict, string?, int)>();
        using (var count = connection.Prepare("SELECT json ->> '$.verdict', iif(json ->> '$.verdict' = 'match', json ->> '$.register', NULL), count(*) FROM audit_row WHERE audit = $1 GROUP BY 1, 2 ORDER BY 3 DESC").With(id))
        using (var rows = count.ExecuteReader())
        {
            while (rows.Read()) { verdicts.Add((JsonNames.Parse<RollVerdict>(rows.GetString(0)) ?? RollVerdict.None, rows.Text(1), rows.GetInt32(2))); }
        }

        return One("SELECT json, matter, list, engine, (SELECT count(*) FROM audit_row WHERE audit = $1 AND json ->> '$.duplicate_of' IS NOT NULL) FROM audit WHERE id = $1", rows =>
        {
            using var json = JsonDocument.Parse(rows.GetString(0));
            var audit = json.RootElement;
            return new ListedAudit(
                id, rows.Text(1), rows.GetString(2), rows.GetString(3), audit.GetProperty("rows").GetInt32(), audit.GetProperty("summary").GetString() ?? "",
                [.. audit.GetProperty("registers").EnumerateArray().Select(register => (register.GetProperty("role").GetString() ?? "", register.GetProperty("records").GetInt32()))], verdicts.ToImmutable());
        }, id);
    }

    /// <summary>Rows of an audit, with names only where that was logged.</summary>
    public ImmutableArray<AuditRowView> AuditRows(string id, RollVerdict? verdict, int skip, int size, bool withNames)
    {
        var names = withNames ? "json_set(r.json, '$.name', iif(n.withheld, NULL, n.name), '$.register_name', iif(n.withheld, NULL, n.register))" : "json_set(r.json, '$.name', NULL, '$.register_name', NULL)";
        using var select = connection.Prepare($"""
            SELECT {names} FROM audit_row r {(withNames ? "LEFT JOIN audit_name n ON n.audit = r.audit AND n.row = r.row" : "")}
            WHERE r.audit = $1 {(verdict is null ? "AND $2 IS NULL" : verdict is RollVerdict.Duplicate ? "AND (r.json ->> '$.verdict' = $2 OR r.json ->> '$.duplicate_of' IS NOT NULL)" : "AND r.json ->> '$.verdict' = $2")} ORDER BY r.row LIMIT $4 OFFSET $3
            """).With(id, verdict is { } of ? JsonNames.Of(of) : null, skip, size);
        using var rows = select.ExecuteReader();
        var all = ImmutableArray.CreateBuilder<AuditRowView>();
        while (rows.Read())
        {
            using var json = JsonDocument.Parse(rows.GetString(0));
            all.Add(AuditRowView.Of(json.RootElement));
        }

        return all.ToImmutable();
    }
}
