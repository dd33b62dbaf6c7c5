using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Statements;
using Hearsay.Web.Components;
using Microsoft.Data.Sqlite;

namespace Hearsay.Workbench.Listing;

internal sealed partial class Catalogue
{
    private const string MatterColumns = "id, title, status, reason, first_day, last_day, statements, documents, origins, findings, warnings, newest, strip";
    private const int MatterColumnCount = 13;

    /// <summary>Matters, disputed ones first and then those in most documents, or the newest first; of one status or of all.</summary>
    public Slice<ListedMatter> Matters(string? after, int size, MatterStatus? status, bool newest)
    {
        var key = Cursor.Read(after, newest ? 2 : 4);
        var of = status is { } wanted ? JsonNames.Of(wanted) : null;
        var (first, begins) = of is null ? ("pressing, ", "CAST($2 AS INTEGER), ") : ("", ""); // of one status, all are alike
        return newest
            ? Read(
                $"SELECT {MatterColumns} FROM listed_matter WHERE ($1 IS NULL OR status = $1) AND ($2 IS NULL OR (newest, id) < ($2, $3)) ORDER BY newest DESC, id DESC LIMIT $4", size,
                rows => (ReadMatter(rows), Cursor.Write(rows.GetString(11), rows.GetString(0))), of, Part(key, 0), Part(key, 1), size + 1)
            : Read(
                $"""
                SELECT {MatterColumns}, pressing FROM listed_matter WHERE {(of is null ? "$1 IS NULL" : "status = $1")}
                  AND ($2 IS NULL OR ({first}documents, statements, id) < ({begins}CAST($3 AS INTEGER), CAST($4 AS INTEGER), $5)) ORDER BY {first.Replace(",", " DESC,", StringComparison.Ordinal)}documents DESC, statements DESC, id DESC LIMIT $6
                """, size,
                rows => (ReadMatter(rows), Cursor.Write(Whole(rows.GetInt64(MatterColumnCount)), Whole(rows.GetInt64(7)), Whole(rows.GetInt64(6)), rows.GetString(0))),
                of, Part(key, 0), Part(key, 1), Part(key, 2), Part(key, 3), size + 1);
    }

    /// <summary>How many matters there are of each status.</summary>
    public Dictionary<MatterStatus, int> MattersByStatus()
    {
        using var command = connection.Prepare("SELECT status, count(*) FROM listed_matter GROUP BY status");
        using var rows = command.ExecuteReader();
        var counts = new Dictionary<MatterStatus, int>();
        while (rows.Read()) { counts[JsonNames.Parse<MatterStatus>(rows.GetString(0)) ?? default] = rows.GetInt32(1); }
        return counts;
    }

    /// <summary>How many matters have a document that was captured since; and whether any document was captured before.</summary>
    public (int Count, bool HasEarlier) NewSince(DateTimeOffset time)
    {
        var since = LogEntry.Timestamp(time);
        return (
            One("SELECT count(*) FROM listed_matter WHERE newest >= $1", rows => rows.GetInt32(0), since),
            One("SELECT 1 FROM listed_document WHERE captured < $1 LIMIT 1", _ => true, since));
    }

    /// <summary>What is to be looked at in each of some matters; matters without anything are missing. Dismissed findings do not count.</summary>
    public Dictionary<string, MatterGlance> Glances(IReadOnlyCollection<string> matters)
    {
        var ids = JsonSerializer.Serialize(matters);
        var gone = new List<(string Id, string Matter, FindingKind Kind)>();
        using (var dismissed = connection.Prepare("SELECT d.id, f.matter, f.kind FROM dismissed_finding d CROSS JOIN finding f ON f.id = d.id WHERE f.matter IN (SELECT value FROM json_each($1)) AND f.severity <> 'info'").With(ids))
        using (var rows = dismissed.ExecuteReader())
        {
            while (rows.Read()) { gone.Add((rows.GetString(0), rows.GetString(1), JsonNames.Parse<FindingKind>(rows.GetString(2)) ?? default)); }
        }

        var glances = new Dictionary<string, MatterGlance>(StringComparer.Ordinal);
        using var command = connection.Prepare("SELECT id, glance FROM listed_matter WHERE id IN (SELECT value FROM json_each($1))").With(ids);
        using var listed = command.ExecuteReader();
        while (listed.Read())
        {
            if (JsonSerializer.Deserialize(listed.GetString(1), ListingJson.Default.StoredGlance) is not { Kinds.Length: > 0 } stored) { continue; }
            var matter = listed.GetString(0);
            ImmutableArray<(FindingKind, Severity, int)> kinds = [.. stored.Kinds.Select(kind => (kind.Kind, kind.Severity, kind.Count - gone.Count(one => one.Matter == matter && one.Kind == kind.Kind))).Where(kind => kind.Item3 > 0)];
            if (kinds.Length > 0) { glances.Add(matter, new MatterGlance(kinds, stored.First.FirstOrDefault(first => !gone.Any(one => one.Id == first.Id))?.Summary, [.. (stored.Sides ?? []).Select(side => new MatterSide(side.Name, side.Statements, side.Denials))])); }
        }

        return glances;
    }

    /// <summary>A matter, whole; null where there is none.</summary>
    public Matter? Matter(string id) => One("SELECT json FROM matter WHERE id = $1", rows => FindingReader.ReadMatter(rows.GetString(0)), id);

    /// <summary>How many findings a matter has, and how many of them warn; null while it is not listed.</summary>
    public (int Findings, int Warnings)? FindingsIn(string matter) => One("SELECT findings, warnings FROM listed_matter WHERE id = $1", rows => ((int, int)?)(rows.GetInt32(0), rows.GetInt32(1)), matter);

    /// <summary>The matters that a statement of a document belongs to.</summary>
    public ImmutableArray<Matter> MattersOf(string statement, string original)
    {
        using var command = connection.Prepare("""
            SELECT m.json FROM matter m WHERE m.id IN (SELECT matter FROM thread WHERE original = $2 UNION SELECT r.matter FROM regrouped r JOIN thread t ON t.matter = r.tree WHERE t.original = $2)
              AND instr(m.json, $1) > 0 ORDER BY m.id
            """);
        using var rows = command.With(statement, original).ExecuteReader();
        var matters = ImmutableArray.CreateBuilder<Matter>();
        while (rows.Read()) { matters.Add(FindingReader.ReadMatter(rows.GetString(0))); }
        return [.. matters.Where(matter => matter.Statements.Any(one => one.Statement == statement))];
    }

    /// <summary>The names that the engine gives a source, the most used first.</summary>
    public ImmutableArray<string> NamesOf(string key, int most)
    {
        using var command = connection.Prepare("SELECT s.source FROM (SELECT statement FROM listed_statement WHERE source_key = $1 LIMIT 5000) l JOIN statement s ON s.id = l.statement WHERE s.source IS NOT NULL GROUP BY s.source ORDER BY count(*) DESC, s.source LIMIT $2");
        using var rows = command.With(key, most).ExecuteReader();
        var names = ImmutableArray.CreateBuilder<string>();
        while (rows.Read()) { names.Add(rows.GetString(0)); }
        return names.ToImmutable();
    }

    /// <summary>Titles of matters by their ids.</summary>
    public Dictionary<string, string> TitlesOfMatters(IEnumerable<string> ids)
    {
        using var command = connection.Prepare("SELECT id, title FROM listed_matter WHERE id IN (SELECT value FROM json_each($1))");
        using var rows = command.With(JsonSerializer.Serialize(ids)).ExecuteReader();
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read()) { titles.Add(rows.GetString(0), rows.GetString(1)); }
        return titles;
    }

    /// <summary>The matters to be looked at first, by id and title.</summary>
    public ImmutableArray<(string Id, string Title)> TitlesOfWeightiest(int most)
    {
        using var command = connection.Prepare("SELECT id, title FROM listed_matter ORDER BY pressing DESC, documents DESC, statements DESC, id DESC LIMIT $1");
        using var rows = command.With(most).ExecuteReader();
        var titles = ImmutableArray.CreateBuilder<(string, string)>();
        while (rows.Read()) { titles.Add((rows.GetString(0), rows.GetString(1))); }
        return titles.ToImmutable();
    }

    /// <summary>The findings of a matter, and those of audits that belong to it, at most so many: the weightiest of every kind, so that many of one do not hide the others, and dismissed ones last.</summary>
    public ImmutableArray<Finding> FindingsOf(string matter, int most)
    {
        using var command = connection.Prepare("""
            SELECT json FROM finding WHERE id IN (
              SELECT id FROM (
                SELECT f.id, f.severity, row_number() OVER (PARTITION BY f.kind ORDER BY f.severity DESC, f.id) AS place
                FROM finding f INDEXED BY finding_kind_of_matter WHERE f.matter = $1 AND NOT EXISTS (SELECT 1 FROM dismissed_finding d WHERE d.id = f.id))
              ORDER BY place, severity DESC LIMIT $2)
            UNION ALL
            SELECT iif(d.id IS NULL, f.json, json_set(f.json, '$.dismissed', json(d.json))) FROM audit a JOIN audit_finding f ON f.audit = a.id LEFT JOIN dismissed_finding d ON d.id = f.id WHERE a.matter = $1
            UNION ALL
            SELECT json_set(f.json, '$.dismissed', json(d.json)) FROM dismissed_finding d CROSS JOIN finding f ON f.id = d.id WHERE f.matter = $1
            LIMIT $2
            """);
        using var rows = command.With(matter, most).ExecuteReader();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        while (rows.Read()) { findings.Add(ReadFinding(rows.GetString(0))); }
        return findings.ToImmutable();
    }

    /// <summary>Findings, warnings first, of one severity, one kind and one matter or of all; those that nobody dismissed, or those that somebody did.</summary>
    public Slice<Finding> Findings(string? after, int size, Severity? severity, FindingKind? kind, string? matter, bool dismissed)
    {
        var key = Cursor.Read(after, 3);
        var (one, other) = (severity is { } s ? JsonNames.Of(s) : null, kind is { } k ? JsonNames.Of(k) : null);
        var findings = matter is null || dismissed ? "finding f" : "finding f INDEXED BY finding_kind_of_matter";
        return Read(
            $"""
            SELECT {(dismissed ? "json_set(f.json, '$.dismissed', json(d.json))" : "f.json")}, severity, kind, f.id FROM {(dismissed ? "dismissed_finding d CROSS JOIN finding f ON f.id = d.id" : findings)}
            WHERE {(one is null ? "$1 IS NULL" : "severity = $1")} AND {(other is null ? "$2 IS NULL" : "kind = $2")} AND {(matter is null ? "$7 IS NULL" : "f.matter = $7")} AND ($3 IS NULL OR (severity, kind, f.id) < ($3, $4, $5))
              {(dismissed ? "" : "AND NOT EXISTS (SELECT 1 FROM dismissed_finding d WHERE d.id = f.id)")}
            ORDER BY severity DESC, kind DESC, f.id DESC LIMIT $6
            """, size,
            rows => (ReadFinding(rows.GetString(0)), Cursor.Write(rows.GetString(1), rows.GetString(2), rows.GetString(3))), one, other, Part(key, 0), Part(key, 1), Part(key, 2), size + 1, matter);
    }

    /// <summary>How many findings were dismissed.</summary>
    public long Dismissed() => Count("dismissed_finding");

    /// <summary>How many findings of a matter were dismissed.</summary>
    public long DismissedOf(string matter) => One("SELECT count(*) FROM dismissed_finding d CROSS JOIN finding f ON f.id = d.id WHERE f.matter = $1", rows => rows.GetInt64(0), matter);

    /// <summary>The latest judgement that dismissed a finding; null where none did.</summary>
    public string? DismissalOf(string finding) => One("SELECT id FROM judgement WHERE verdict = 'dismiss' AND json ->> '$.ruling.finding.id' = $1 ORDER BY entry DESC LIMIT 1", rows => rows.GetString(0), finding);

    /// <summary>A finding by its id, also one of an audit; null where there is none.</summary>
    public Finding? Finding(string id) => One("SELECT json FROM finding WHERE id = $1 UNION ALL SELECT json FROM audit_finding WHERE id = $1", rows => ReadFinding(rows.GetString(0)), id);

    /// <summary>How many findings there are by severity and kind, in one matter or in all.</summary>
    public ImmutableArray<(Severity Severity, FindingKind Kind, int Count)> FindingCounts(string? matter = null)
    {
        using var command = connection.Prepare($"SELECT severity, kind, count(*) FROM finding{(matter is null ? "" : " INDEXED BY finding_kind_of_matter WHERE matter = $1")} GROUP BY severity, kind ORDER BY severity DESC, count(*) DESC");
        if (matter is not null) { command.With(matter); }
        using var rows = command.ExecuteReader();
        var counts = ImmutableArray.CreateBuilder<(Severity, FindingKind, int)>();
        while (rows.Read()) { counts.Add((JsonNames.Parse<Severity>(rows.GetString(0)) ?? default, JsonNames.Parse<FindingKind>(rows.GetString(1)) ?? default, rows.GetInt32(2))); }
        return counts.ToImmutable();
    }

    /// <summary>Sources, the most quoted first.</summary>
    public Slice<ListedSource> Sources(string? after, int size, string? side)
    {
        var key = Cursor.Read(after, 2);
        return Read(
            $"SELECT {SourceColumns} FROM listed_source WHERE ($1 IS NULL OR side = $1) AND ($2 IS NULL OR (statements, key) < (CAST($2 AS INTEGER), $3)) ORDER BY statements DESC, key DESC LIMIT $4", size,
            rows => (ReadSource(rows), Cursor.Write(rows.GetInt64(4).ToString(CultureInfo.InvariantCulture), rows.GetString(0))), side, Part(key, 0), Part(key, 1), size + 1);
    }

    /// <summary>The source at an address; null where there is none.</summary>
    public ListedSource? Source(string stem) => One($"SELECT {SourceColumns} FROM listed_source WHERE stem = $1", ReadSource, stem);

    /// <summary>The key of the source that is called so, or null.</summary>
    public ListedSource? SourceOfKey(string key) => One($"SELECT {SourceColumns} FROM listed_source WHERE key = $1", ReadSource, key);

    /// <summary>What a source said, the latest first.</summary>
    public Slice<ListedStatement> StatementsOf(string key, string? after, int size)
    {
        var (day, id) = Cursor.ReadPair(after);
        var entries = new Dictionary<long, DocumentEntry>();
        return Read(
            $"SELECT {StatementColumns}, {DocumentColumns} FROM listed_statement s JOIN listed_document d ON d.id = s.document WHERE s.source_key = $1 AND ($2 IS NULL OR (s.day, s.id) < ($2, $3)) ORDER BY s.day DESC, s.id DESC LIMIT $4", size,
            rows => (ReadStatement(rows, entries), Cursor.Write(rows.GetString(4), rows.GetInt64(0).ToString(CultureInfo.InvariantCulture))), key, day, id, size + 1);
    }

    /// <summary>How many of a source's statements each kind of finding touches; of a source with very many, of its latest.</summary>
    public Dictionary<FindingKind, int> FindingsOfSource(string key, int most)
    {
        using var command = connection.Prepare("""
            SELECT f.kind, count(DISTINCT s.id) FROM (SELECT id, statement FROM listed_statement WHERE source_key = $1 ORDER BY day DESC, id DESC LIMIT $2) s
            JOIN finding_statement x ON x.statement = s.statement JOIN finding f INDEXED BY finding_id_kind ON f.id = x.finding GROUP BY f.kind
            """);
        using var rows = command.With(key, most).ExecuteReader();
        var counts = new Dictionary<FindingKind, int>();
        while (rows.Read()) { counts[JsonNames.Parse<FindingKind>(rows.GetString(0)) ?? default] = rows.GetInt32(1); }
        return counts;
    }

    /// <summary>What the checks found, by side.</summary>
    public ImmutableArray<SideChecks> Evenness() =>
        One("SELECT json FROM listed_evenness", rows => JsonSerializer.Deserialize(rows.GetString(0), ListingJson.Default.SideChecksArray)) is { } sides ? [.. sides] : [];

    private const string SourceColumns = "key, name, type, side, statements, denials, documents, outlets, relayed, denied, corroborated";

    private static ListedSource ReadSource(SqliteDataReader rows) => new(
        rows.GetString(0), rows.GetString(1), Enum.TryParse<SourceType>(rows.GetString(2), out var type) ? type : default, rows.GetString(3), rows.GetInt32(4), rows.GetInt32(5), rows.GetInt32(6), rows.GetInt32(7), rows.GetInt32(8), rows.GetInt32(9), rows.GetInt32(10));

    private static ListedMatter ReadMatter(SqliteDataReader rows) => new(
        rows.GetString(0), rows.GetString(1), JsonNames.Parse<MatterStatus>(rows.GetString(2)) ?? default, rows.GetString(3), (Day(rows.Text(4)), Day(rows.Text(5))),
        rows.GetInt32(6), rows.GetInt32(7), rows.GetInt32(8), rows.GetInt32(9), rows.GetInt32(10), Time(rows.GetString(11)),
        [.. (JsonSerializer.Deserialize(rows.GetString(12), ListingJson.Default.Int32ArrayArray) ?? []).Select(bin => (bin[0], bin[1]))]);

    // Pages show a passage's words and no place in its text, which would have to be read for it.
    private static Finding ReadFinding(string json) => FindingReader.ReadFinding(json, offsetsOf: null);

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Part(string[] key, int i) => i < key.Length ? key[i] : null;
}
