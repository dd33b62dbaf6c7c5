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
/// <param name="Parts">How the rows divide.</param>
public sealed record ListedAudit(
    string Id, string? Matter, string List, string Engine, int Rows, string Summary, ImmutableArray<(string Role, int Records)> Registers, AuditParts Parts)
{
    /// <summary>Verdicts that rows can be filtered by, with their numbers: what is wrong with them, and what was not found.</summary>
    public IEnumerable<(RollVerdict Verdict, int Count)> Filters =>
        from one in new[] { (RollVerdict.Possible, Parts.Possible), (RollVerdict.None, NotFound), (RollVerdict.Malformed, Parts.Malformed), (RollVerdict.Duplicate, Parts.Repeats) }
        where one.Item2 > 0
        select one;

    /// <summary>How many rows have the verdict that no register holds them.</summary>
    public required int NotFound { get; init; }
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
        var counts = new List<(RollVerdict Verdict, string? Register, bool Repeats, int Count)>();
        using (var count = connection.Prepare("SELECT json ->> '$.verdict', json ->> '$.register', json ->> '$.duplicate_of' IS NOT NULL, count(*) FROM audit_row WHERE audit = $1 GROUP BY 1, 2, 3").With(id))
        using (var rows = count.ExecuteReader())
        {
            while (rows.Read()) { counts.Add((JsonNames.Parse<RollVerdict>(rows.GetString(0)) ?? RollVerdict.None, rows.Text(1), rows.GetBoolean(2), rows.GetInt32(3))); }
        }

        return One("SELECT json, matter, list, engine FROM audit WHERE id = $1", rows =>
        {
            using var json = JsonDocument.Parse(rows.GetString(0));
            var audit = json.RootElement;
            ImmutableArray<(string Role, int Records)> registers = [.. audit.GetProperty("registers").EnumerateArray().Select(register => (register.GetProperty("role").GetString() ?? "", register.GetProperty("records").GetInt32()))];
            return new ListedAudit(
                id, rows.Text(1), rows.GetString(2), rows.GetString(3), audit.GetProperty("rows").GetInt32(), audit.GetProperty("summary").GetString() ?? "", registers, AuditParts.Of(registers.Select(register => register.Role), counts))
            {
                NotFound = counts.Where(one => one.Verdict is RollVerdict.None).Sum(one => one.Count),
            };
        }, id);
    }

    /// <summary>Rows of an audit: of one verdict, of one register, or all; with names only where that was logged.</summary>
    public ImmutableArray<AuditRowView> AuditRows(string id, RollVerdict? verdict, string? register, int skip, int size, bool withNames)
    {
        var names = withNames ? "json_set(r.json, '$.name', iif(n.withheld, NULL, n.name), '$.register_name', iif(n.withheld, NULL, n.register), '$.birth_date', iif(n.withheld, NULL, n.born), '$.register_birth_date', iif(n.withheld, NULL, n.register_born))" : "json_set(r.json, '$.name', NULL, '$.register_name', NULL)";
        using var select = connection.Prepare($"""
            SELECT {names} FROM audit_row r {(withNames ? "LEFT JOIN audit_name n ON n.audit = r.audit AND n.row = r.row" : "")}
            WHERE r.audit = $1 {(verdict is null ? "AND $2 IS NULL" : verdict is RollVerdict.Duplicate ? "AND (r.json ->> '$.verdict' = $2 OR r.json ->> '$.duplicate_of' IS NOT NULL)" : "AND r.json ->> '$.verdict' = $2")} {(register is null ? "AND $5 IS NULL" : "AND r.json ->> '$.register' = $5 AND r.json ->> '$.verdict' <> 'possible'")} ORDER BY r.row LIMIT $4 OFFSET $3
            """).With(id, verdict is { } of ? JsonNames.Of(of) : null, skip, size, register);
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
