using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Matters;
using Hearsay.Matters.Grouping;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>The tables of matters and findings: made of the engine's trees of threads and of what people judged, and read.</summary>
/// <remarks>Which threads make a tree depends on the documents as the engine reads them. What is in a matter, and what its checks see, is as people have judged it.</remarks>
internal sealed class MatterTables
{
    private readonly SqliteConnection connection;
    private readonly JudgementBook book;
    private readonly SortedDictionary<string, ExaminedDocument> documents;
    private readonly SortedDictionary<string, ExaminedDocument> judged = new(StringComparer.Ordinal);

    private MatterTables(SqliteConnection connection, JudgementBook book, SortedDictionary<string, ExaminedDocument> documents) =>
        (this.connection, this.book, this.documents) = (connection, book, documents);

    /// <summary>Every matter as JSON, by first day, undated ones last.</summary>
    public static SqliteCommand SelectMatters(SqliteConnection connection) => connection.Prepare("SELECT json FROM matter ORDER BY first_day IS NULL, first_day, id");

    /// <summary>Every finding as JSON, by document and place; dismissed ones say so.</summary>
    public static SqliteCommand SelectFindings(SqliteConnection connection) =>
        connection.Prepare("SELECT iif(d.json IS NULL, f.json, json_set(f.json, '$.dismissed', json(d.json))) FROM finding f LEFT JOIN dismissed_finding d ON d.id = f.id ORDER BY f.original, f.start, f.kind, f.id");

    /// <summary>Makes matters and findings anew of some trees, and of those that people joined with them. Within the caller's transaction.</summary>
    /// <param name="connection">The ledger.</param>
    /// <param name="book">Its judgements.</param>
    /// <param name="trees">Ids of trees that changed.</param>
    /// <param name="gone">Ids of trees that are no more, or may be.</param>
    /// <param name="documents">Documents as the engine reads them whose findings are to be put in place again; more are loaded as they are needed.</param>
    public static void Compose(SqliteConnection connection, JudgementBook book, IEnumerable<string> trees, IEnumerable<string> gone, SortedDictionary<string, ExaminedDocument> documents)
    {
        var tables = new MatterTables(connection, book, documents);
        var groups = MatterGroups.Of(connection, book, trees, gone);
        tables.Load(groups.Threads.Select(thread => thread.Document));
        tables.Forget(groups.Outdated);
        ImmutableArray<ImmutableArray<DocumentThread>> cells = [.. groups.Cells.Select(cell => cell.Threads.Select(tables.Judged).ToImmutableArray())];
        var examined = MatterExaminer.Examine(cells, tables.judged, JudgementEffects.Origins(connection, book));
        tables.Write(groups, examined);
    }

    /// <summary>Documents as the engine reads them, with the statements that people added, by hash; of those with the same bytes the one that counts.</summary>
    public static SortedDictionary<string, ExaminedDocument> Documents(SqliteConnection connection, IEnumerable<string> originals, JudgementBook book)
    {
        using var rows = new DocumentRows(connection, originals, JudgementBook.Empty).GetEnumerator();
        var stored = new List<ExaminedDocument>();
        while (rows.MoveNext()) { stored.Add(rows.Current.Examined with { Statements = book.WithAdded(rows.Current.Document, rows.Current.Statements) }); }
        return MatterExaminer.Distinct(stored);
    }

    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Load(IEnumerable<string> originals)
    {
        foreach (var (sha256, document) in Documents(connection, [.. originals.Where(original => !documents.ContainsKey(original)).Distinct(StringComparer.Ordinal)], book)) { documents.Add(sha256, document); }
        foreach (var (sha256, document) in documents) { judged.Add(sha256, book.Apply(document)); }
    }

    // A thread without the statements that people rejected; it keeps its id, so that its matter does.
    private DocumentThread Judged(DocumentThread thread)
    {
        if (!book.Concerns(thread.Document)) { return thread; }
        var left = judged[thread.Document].Statements.Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        return thread.Statements.All(left.Contains) ? thread : thread with { Statements = [.. thread.Statements.Where(left.Contains)] };
    }

    private void Forget(IReadOnlyCollection<string> outdated)
    {
        Run("DELETE FROM listed_matter WHERE id IN (SELECT value FROM json_each($1))", outdated);
        Run("DELETE FROM regrouped WHERE matter IN (SELECT value FROM json_each($1))", outdated);
    }

    private void Write(MatterGroups groups, (Matter? Matter, ImmutableArray<Finding> Findings)[] examined)
    {
        using var insertMatter = connection.Prepare("INSERT INTO matter (id, first_day, json) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET first_day = excluded.first_day, json = excluded.json");
        using var insertRegrouped = connection.Prepare("INSERT OR IGNORE INTO regrouped (tree, matter) VALUES ($1, $2)");
        ImmutableArray<Matter> matters = [.. examined.Select(one => one.Matter).OfType<Matter>()];
        Run("DELETE FROM matter WHERE id IN (SELECT value FROM json_each($1))", groups.Outdated.Except(matters.Select(matter => matter.Id), StringComparer.Ordinal));
        foreach (var matter in matters) { insertMatter.With(matter.Id, Day(matter.Period.First), FindingWriter.ToJson(matter)).ExecuteNonQuery(); }
        foreach (var cell in groups.Cells.Where(cell => cell.IsRegrouped))
        {
            foreach (var tree in cell.Trees) { insertRegrouped.With(tree, MatterComposer.IdOf(cell.Threads[0].Id)).ExecuteNonQuery(); }
        }

        using var rows = new FindingRows(connection, groups.Outdated, documents.Keys);
        var matterOf = MatterOf(judged.Where(pair => !pair.Value.Findings.IsEmpty).Select(pair => pair.Key));
        List<Finding> across = [.. examined.SelectMany(one => one.Findings)], within = [.. judged.Values.SelectMany(document => document.Findings.Select(finding => MatterExaminer.Place(finding, document, matterOf)))];
        foreach (var (finding, start, json) in Spelled(across)) { rows.Write(finding.Id, finding.Matter, finding.Evidence[0].Document, start, json); }
        foreach (var (finding, start, json) in Spelled(within)) { rows.WriteOwn(finding.Id, finding.Matter, finding.Evidence[0].Document, start, json); }
        rows.Settle();
        ReviewQueue.Fill(connection, matters, across.Concat(within), judged);
    }

    // Findings as JSON, with where the first of their evidence begins.
    private (Finding Finding, int Start, string Json)[] Spelled(List<Finding> findings)
    {
        var offsets = findings.SelectMany(finding => finding.Evidence).Select(evidence => evidence.Document).Distinct(StringComparer.Ordinal)
            .ToDictionary(sha256 => sha256, sha256 => new CodePointOffsets(documents[sha256].Document.Text), StringComparer.Ordinal);
        var spelled = new (Finding, int, string)[findings.Count];
        Parallel.For(0, spelled.Length, i =>
        {
            var (finding, first) = (findings[i], findings[i].Evidence[0]);
            spelled[i] = (finding, offsets[first.Document].ToCodePoint(first.Span.Start), FindingWriter.ToJson(finding with { Dismissed = null }, sha256 => offsets[sha256]));
        });
        return spelled;
    }

    // The matter of every statement of these documents that has one.
    private Dictionary<string, string> MatterOf(IEnumerable<string> originals)
    {
        var matterOf = new Dictionary<string, string>(StringComparer.Ordinal);
        using var regrouped = connection.Prepare("SELECT m.json FROM regrouped r JOIN matter m ON m.id = r.matter WHERE r.tree = $1");
        using var select = connection.Prepare("""
            SELECT t.matter, t.facts, EXISTS (SELECT 1 FROM regrouped r WHERE r.tree = t.matter), EXISTS (SELECT 1 FROM matter m WHERE m.id = t.matter)
            FROM thread t WHERE t.original IN (SELECT value FROM json_each($1))
            """);
        var regroupedTrees = new HashSet<string>(StringComparer.Ordinal);
        using (var rows = select.With(JsonSerializer.Serialize(originals)).ExecuteReader())
        {
            while (rows.Read())
            {
                if (rows.GetInt64(2) == 1) { regroupedTrees.Add(rows.GetString(0)); }
                else if (rows.GetInt64(3) == 1)
                {
                    foreach (var statement in DocumentThread.FromBytes("", "", null, rows.GetFieldValue<byte[]>(1)).Statements) { matterOf.TryAdd(statement, rows.GetString(0)); }
                }
            }
        }

        foreach (var tree in regroupedTrees)
        {
            using var rows = regrouped.With(tree).ExecuteReader();
            while (rows.Read())
            {
                var matter = FindingReader.ReadMatter(rows.GetString(0));
                foreach (var statement in matter.Statements) { matterOf.TryAdd(statement.Statement, matter.Id); }
            }
        }

        return matterOf;
    }

    private void Run(string sql, IEnumerable<string> values)
    {
        using var command = connection.Prepare(sql);
        command.With(JsonSerializer.Serialize(values)).ExecuteNonQuery();
    }
}
