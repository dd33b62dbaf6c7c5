using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Rolls;

namespace Hearsay.Web.Audits;

/// <summary>An audit of a list as pages show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Matter">The matter that the list belongs to, or null.</param>
/// <param name="List">SHA-256 of the list's file.</param>
/// <param name="Engine">Version of the engine that made it.</param>
/// <param name="Summary">It in words.</param>
/// <param name="Registers">Role and number of records of each register.</param>
/// <param name="Rows">One for each record of the list, in its order.</param>
public sealed record AuditView(string Id, string? Matter, string List, string Engine, string Summary, ImmutableArray<(string Role, int Records)> Registers, ImmutableArray<AuditRowView> Rows)
{
    /// <summary>Every audit of a ledger, by id.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="withNames">True to show names too; whoever asks must have had that logged.</param>
    public static ImmutableArray<AuditView> AllOf(EvidenceLedger ledger, bool withNames = false)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var rows = new Dictionary<string, ImmutableArray<AuditRowView>.Builder>(StringComparer.Ordinal);
        foreach (var json in ledger.AuditRowJson(withNames))
        {
            using var parsed = JsonDocument.Parse(json);
            var audit = parsed.RootElement.GetProperty("audit").GetString()!;
            if (!rows.TryGetValue(audit, out var own)) { rows.Add(audit, own = ImmutableArray.CreateBuilder<AuditRowView>()); }
            own.Add(AuditRowView.Of(parsed.RootElement));
        }

        return [.. ledger.AuditJson().Select(json => Of(json, rows))];
    }

    /// <summary>How its rows divide.</summary>
    public AuditParts Parts => AuditParts.Of(Registers.Select(register => register.Role), Rows.GroupBy(row => (row.Verdict, row.Register, Repeats: row.DuplicateOf is not null)).Select(group => (group.Key.Verdict, group.Key.Register, group.Key.Repeats, group.Count())));

    /// <summary>What rows can be filtered by, with their numbers: each verdict that there is; repeated rows also where they match a register.</summary>
    public IEnumerable<(RollVerdict Verdict, int Count)> Filters =>
        from verdict in Enum.GetValues<RollVerdict>()
        let count = Rows.Count(row => IsShown(row, verdict))
        where count > 0
        select (verdict, count);

    /// <summary>True where a row is shown under a filter; null is for all.</summary>
    public static bool IsShown(AuditRowView row, RollVerdict? filter)
    {
        ArgumentNullException.ThrowIfNull(row);
        return filter is null || row.Verdict == filter || (filter is RollVerdict.Duplicate && row.DuplicateOf is not null);
    }

    private static AuditView Of(string json, Dictionary<string, ImmutableArray<AuditRowView>.Builder> rows)
    {
        using var parsed = JsonDocument.Parse(json);
        var audit = parsed.RootElement;
        string Text(string key) => audit.GetProperty(key).GetString() ?? "";
        var id = Text("audit");
        return new AuditView(id, audit.GetProperty("matter").GetString(), Text("list"), Text("engine"), Text("summary"),
            [.. audit.GetProperty("registers").EnumerateArray().Select(register => (register.GetProperty("role").GetString()!, register.GetProperty("records").GetInt32()))],
            rows.TryGetValue(id, out var own) ? own.ToImmutable() : []);
    }
}

/// <summary>A row of an audit.</summary>
/// <param name="Row">Its number in the list, from 1.</param>
/// <param name="Verdict">What is said of it.</param>
/// <param name="Register">The role of the register that holds the person, or null.</param>
/// <param name="RegisterRow">The record there, from 1.</param>
/// <param name="Score">The probability that it is the same person.</param>
/// <param name="Why">What agrees and what differs, in words.</param>
/// <param name="Alternatives">Runners-up as <c>ROLE:row:score</c>.</param>
/// <param name="DuplicateOf">The earlier row that it repeats, or null.</param>
/// <param name="Fields">What agrees and what differs, field by field.</param>
/// <param name="Name">The name in the list; null unless names were asked for and are not withheld.</param>
/// <param name="RegisterName">The name in the register, under the same rule.</param>
public sealed record AuditRowView(
    int Row, RollVerdict Verdict, string? Register, int? RegisterRow, double Score, string Why, ImmutableArray<string> Alternatives, int? DuplicateOf,
    ImmutableArray<FieldAgreement> Fields, string? Name, string? RegisterName)
{
    /// <summary>The birth date in the list, under the same rule.</summary>
    public string? Born { get; init; }

    /// <summary>The birth date in the register, under the same rule.</summary>
    public string? RegisterBorn { get; init; }

    internal static AuditRowView Of(JsonElement row)
    {
        string? Text(string key) => row.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        int? Number(string key) => row.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetInt32() : null;
        return new AuditRowView(Number("row") ?? 0, JsonNames.Parse<RollVerdict>(Text("verdict") ?? "") ?? RollVerdict.None, Text("register"), Number("register_row"),
            row.TryGetProperty("score", out var score) && score.ValueKind is JsonValueKind.Number ? score.GetDouble() : 0, Text("why") ?? "",
            [.. (Text("alternatives") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)], Number("duplicate_of"),
            row.TryGetProperty("fields", out var fields) ? [.. fields.EnumerateArray().Select(Field)] : [], Text("name"), Text("register_name"))
        {
            Born = Text("birth_date"),
            RegisterBorn = Text("register_birth_date"),
        };
    }

    /// <summary>The words of a name, each with how far it agrees where that can be told: surname, given name and patronymic stand in this order, and none is left out.</summary>
    public IEnumerable<(string Word, AgreementDegree Degree)> Marked(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        FieldAgreement[] parts = [.. Fields.Take(3).Where(field => field.Degree != AgreementDegree.Missing)];
        return words.Length == parts.Length ? words.Zip(parts, (word, part) => (word, part.Degree)) : words.Select(word => (word, AgreementDegree.Same));
    }

    private static FieldAgreement Field(JsonElement field) => new(
        field.GetProperty("field").GetString()!, JsonNames.Parse<AgreementDegree>(field.GetProperty("degree").GetString()!) ?? AgreementDegree.Missing, field.GetProperty("says").GetString()!);
}
