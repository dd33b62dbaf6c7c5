using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Statements;
using Hearsay.Web.Dossier;
using Hearsay.Web.Matters;
using Hearsay.Web.Reading;
using Hearsay.Web.Text;
using Microsoft.Data.Sqlite;

namespace Hearsay.Workbench.Listing;

/// <summary>Fills the tables of lists and search with what is not in them yet, a few documents a transaction, so that others can write in between.</summary>
internal sealed class ListingWriter : IDisposable
{
    private const int DocumentsOfBatch = 100;
    private const int SourcesOfBatch = 100;
    private const int MattersOfBatch = 10; // each with all of its findings
    private const int StripBins = 24;
    private const int FirstOfGlance = 3;
    private const int SidesOfGlance = 3;

    private readonly SqliteConnection connection;
    private readonly CancellationToken cancel;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal); // compiled once

    private ListingWriter(SqliteConnection connection, CancellationToken cancel) => (this.connection, this.cancel) = (connection, cancel);

    /// <summary>Brings the lists up to date.</summary>
    /// <param name="ledger">Opened for writing.</param>
    /// <param name="progress">Told how many documents were listed, now and then.</param>
    /// <returns>True where anything changed.</returns>
    public static bool Update(EvidenceLedger ledger, Action<int>? progress = null, CancellationToken cancel = default)
    {
        using var writer = new ListingWriter(ledger.Connection, cancel);
        var documents = writer.ListDocuments(progress);
        var matters = writer.ListMatters();
        var sources = writer.ReckonSources();
        return documents + sources + matters > 0;
    }

    /// <summary>Reckons what each check found by the side that said it. It goes through every statement.</summary>
    public static void CompareSides(EvidenceLedger ledger)
    {
        using var writer = new ListingWriter(ledger.Connection, CancellationToken.None);
        writer.CompareSides();
    }

    public void Dispose()
    {
        foreach (var command in commands.Values) { command.Dispose(); }
    }

    private int ListDocuments(Action<int>? progress)
    {
        using var stale = connection.Prepare("SELECT id FROM stale_document LIMIT $1");
        using var pending = connection.Prepare("SELECT id FROM document d WHERE id > $1 AND NOT EXISTS (SELECT 1 FROM listed_document l WHERE l.id = d.id) ORDER BY id LIMIT $2");
        var (last, done) = (0L, 0);
        while (Longs(stale.With(DocumentsOfBatch)) is { Count: > 0 } judged)
        {
            cancel.ThrowIfCancellationRequested();
            Together(() => judged.ForEach(ListAnew));
            done += judged.Count;
        }

        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var batch = Longs(pending.With(last, DocumentsOfBatch));
            if (batch.Count == 0) { return done; }
            Together(() => batch.ForEach(List));
            last = batch[^1];
            progress?.Invoke(done += batch.Count);
        }
    }

    // Its mark as stale goes with its row.
    private void ListAnew(long row)
    {
        Run("DELETE FROM listed_document WHERE id = $1", row);
        List(row);
    }

    private void List(long row)
    {
        foreach (var stored in new DocumentRows(connection, row: row))
        {
            var layout = ReadingLayout.Of(stored.Document, stored.Statements);
            var surveyed = SurveyedDocument.Of(stored, layout);
            var (document, entry) = (stored.Document, surveyed.Entry);
            Run("""
                INSERT OR IGNORE INTO listed_document (id, key, original, title, outlet, language, published, day, statements, denials, sources, captured)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                """,
                row, KeyOf(row), document.Sha256, entry.Title, entry.Outlet, entry.Language, JsonSerializer.Serialize(entry.Published, ListingJson.Default.PublicationDate), Day(entry.Day),
                entry.Statements, entry.Denials, entry.Sources, LogEntry.Timestamp(surveyed.FirstCaptured));
            Run("INSERT INTO document_words (rowid, facets, title, text) VALUES ($1, $2, $3, $4)", row, string.Join(' ', FacetsOf(entry.Outlet, entry.Day)), entry.Title, document.Text);
            for (var i = 0; i < layout.Statements.Length; i++) { List(row, document.Text, layout.Statements[i], surveyed.Statements[i].Quote, entry.Outlet); }
        }
    }

    private void List(long document, string text, NumberedStatement numbered, Web.Components.QuotedStatement quote, string? outlet)
    {
        var statement = numbered.Statement;
        var key = SourceKey.Of(statement.Source?.Name ?? "");
        var side = statement.Source?.Side ?? "";
        var id = Command("""
            INSERT INTO listed_statement (document, statement, number, source_key, source, side, day, denied, confidence, json) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id
            """).With(
            document, statement.Id, numbered.Number, key, statement.Source?.Name, side, Day(quote.Day), statement.Polarity is Polarity.Denied ? 1 : 0, statement.Confidence,
            JsonSerializer.Serialize(StoredQuote.Of(quote), ListingJson.Default.StoredQuote)).ExecuteScalar();
        var facets = FacetsOf(outlet, quote.Day)
            .Append(Facet.Act(JsonNames.Of(statement.Act))).Append(Facet.Polarity(JsonNames.Of(statement.Polarity)))
            .Concat(key.Length > 0 ? [Facet.Source(key)] : []).Concat(side.Length > 0 ? [Facet.Side(side)] : [])
            .Concat(statement.Figures.Select(figure => figure.Value ?? figure.Low ?? figure.High).OfType<double>().Distinct().Select(Facet.Figure));
        Run("INSERT INTO statement_words (rowid, facets, source, content) VALUES ($1, $2, $3, $4)", id, string.Join(' ', facets), statement.Source?.Name, string.Join(' ', statement.Content.Select(span => span.SliceOf(text))));
    }

    private static IEnumerable<string> FacetsOf(string? outlet, DateOnly? day) =>
        [.. outlet is null ? Array.Empty<string>() : [Facet.Outlet(outlet)], .. day is { } known ? [Facet.Month(known), Facet.Year(known)] : Array.Empty<string>()];

    // The same bytes may have been captured as different things, which are different documents.
    private string KeyOf(long row)
    {
        using var rows = Command("SELECT original, facts FROM document WHERE id = $1").With(row).ExecuteReader();
        rows.Read();
        return rows.GetString(0)[..20] + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rows.GetString(1))))[..8];
    }

    private int ReckonSources()
    {
        using var stale = connection.Prepare("SELECT key FROM stale_source LIMIT $1");
        var done = 0;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var batch = Strings(stale.With(SourcesOfBatch));
            if (batch.Count == 0) { return done; }
            Together(() => batch.ForEach(Reckon));
            done += batch.Count;
        }
    }

    private void Reckon(string key)
    {
        Run("DELETE FROM stale_source WHERE key = $1", key);
        Run("DELETE FROM listed_source WHERE key = $1", key);
        Run("""
            INSERT INTO listed_source (key, stem, name, type, side, statements, denials, documents, outlets, relayed, denied, corroborated)
            SELECT $1, $2, (SELECT source FROM listed_statement WHERE source_key = $1 GROUP BY source ORDER BY count(*) DESC, source LIMIT 1),
              (SELECT ifnull(json ->> '$.Type', 'Person') FROM listed_statement WHERE source_key = $1 GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1),
              ifnull((SELECT side FROM listed_statement WHERE source_key = $1 AND side <> '' GROUP BY side ORDER BY count(*) DESC, side LIMIT 1), ''),
              count(*), sum(s.denied), count(DISTINCT s.document), count(DISTINCT d.outlet COLLATE NOCASE),
              sum(EXISTS (SELECT 1 FROM listed_bearing b WHERE b.statement = s.statement AND b.bearing = 'relayed')),
              sum(EXISTS (SELECT 1 FROM listed_bearing b WHERE b.statement = s.statement AND b.bearing = 'denied')),
              sum(EXISTS (SELECT 1 FROM listed_bearing b WHERE b.statement = s.statement AND b.bearing = 'corroborated'))
            FROM listed_statement s JOIN listed_document d ON d.id = s.document WHERE s.source_key = $1 HAVING count(*) > 0
            """, key, FileStem.Of(key, key));
    }

    private int ListMatters()
    {
        using var pending = connection.Prepare("SELECT json FROM matter m WHERE NOT EXISTS (SELECT 1 FROM listed_matter l WHERE l.id = m.id) LIMIT $1");
        var done = 0;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var batch = 0;
            Together(() =>
            {
                var matters = Strings(pending.With(MattersOfBatch)).ConvertAll(FindingReader.ReadMatter);
                matters.ForEach(List);
                batch = matters.Count;
            });
            if (batch == 0) { return done; }
            done += batch;
        }
    }

    private void List(Matter matter)
    {
        Run("""
        INSERT INTO listed_matter (id, title, status, reason, first_day, last_day, statements, documents, origins, findings, warnings, newest, strip, glance)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9,
          (SELECT count(*) FROM finding WHERE matter = $1), (SELECT count(*) FROM finding WHERE matter = $1 AND severity = 'warning'),
          ifnull((SELECT max(captured) FROM listed_document WHERE original IN (SELECT value FROM json_each($10))), ''), $11, $12
        """,
        matter.Id, matter.Title, JsonNames.Of(matter.Status), matter.StatusReason, matter.Period.First is { } first ? Day(first) : null, matter.Period.Last is { } last ? Day(last) : null,
        matter.Statements.Length, DocumentsOf(matter).Length, matter.Origins.Length, JsonSerializer.Serialize(DocumentsOf(matter)), JsonSerializer.Serialize(Strip(matter), ListingJson.Default.Int32ArrayArray),
        JsonSerializer.Serialize(GlanceAt(matter), ListingJson.Default.StoredGlance));
        foreach (var link in matter.Links) { Bear(matter.Id, link.Kind is LinkKind.Denies ? "denied" : "relayed", link.To); }
        Run("""
            INSERT OR IGNORE INTO listed_bearing (matter, bearing, statement)
            SELECT $1, 'corroborated', x.statement FROM finding f JOIN finding_statement x ON x.finding = f.id WHERE f.matter = $1 AND f.kind = 'corroborated'
            """, matter.Id);
    }

    private void Bear(string matter, string bearing, string statement) => Run("INSERT OR IGNORE INTO listed_bearing (matter, bearing, statement) VALUES ($1, $2, $3)", matter, bearing, statement);

    // Kinds by how pressing they are; in words, the warnings of the most pressing kinds, of each kind the one that most documents show.
    private StoredGlance GlanceAt(Matter of)
    {
        var (matter, kinds) = (of.Id, new List<StoredGlance.OfKind>());
        using (var rows = Command("SELECT kind, severity, count(*) FROM finding WHERE matter = $1 AND severity <> 'info' GROUP BY kind, severity").With(matter).ExecuteReader())
        {
            while (rows.Read()) { kinds.Add(new(JsonNames.Parse<FindingKind>(rows.GetString(0)) ?? default, JsonNames.Parse<Severity>(rows.GetString(1)) ?? default, rows.GetInt32(2))); }
        }

        var first = new List<StoredGlance.InWords>();
        foreach (var kind in kinds.OrderByDescending(kind => kind.Severity is Severity.Warning).ThenBy(kind => MatterDetails.Rank(kind.Kind)).Take(FirstOfGlance))
        {
            using var rows = Command("SELECT id, json ->> '$.summary' FROM finding WHERE matter = $1 AND kind = $2 AND severity = $3 ORDER BY json_array_length(json, '$.documents') DESC, length(json ->> '$.summary'), id LIMIT 1").With(matter, JsonNames.Of(kind.Kind), JsonNames.Of(kind.Severity)).ExecuteReader();
            if (rows.Read()) { first.Add(new(rows.GetString(0), rows.GetString(1))); }
        }

        return new([.. kinds.GroupBy(kind => kind.Kind).OrderBy(kind => MatterDetails.Rank(kind.Key)).Select(kind => new StoredGlance.OfKind(kind.Key, kind.Max(one => one.Severity), kind.Sum(one => one.Count)))], [.. first], SidesOf(of));
    }

    // Who stands against whom: the sides of a matter in which somebody denies.
    private static StoredGlance.OfSide[] SidesOf(Matter matter) => matter.Status is MatterStatus.Disputed && matter.Sides.Length > 1
        ? [.. matter.Sides.OrderByDescending(side => side.Statements).ThenBy(side => side.Name, StringComparer.Ordinal).Take(SidesOfGlance).Where((side, i) => i < 2 || side.Denials > 0).Select(side => new StoredGlance.OfSide(side.Name, side.Statements, side.Denials))] : [];

    private static string[] DocumentsOf(Matter matter) => [.. matter.Statements.Select(statement => statement.Document).Distinct(StringComparer.Ordinal)];

    private static int[][] Strip(Matter matter)
    {
        DateOnly[] days = [.. matter.Statements.Select(statement => statement.Day).OfType<DateOnly>().Order()];
        if (days.Length == 0) { return []; }
        var length = Math.Max(1, (days[^1].DayNumber - days[0].DayNumber + StripBins) / StripBins);
        var denying = matter.Links.Where(link => link.Kind is LinkKind.Denies).Select(link => link.From).ToHashSet(StringComparer.Ordinal);
        var bins = Enumerable.Range(0, Math.Min(StripBins, ((days[^1].DayNumber - days[0].DayNumber) / length) + 1)).Select(_ => new int[2]).ToArray();
        foreach (var statement in matter.Statements.Where(statement => statement.Day is not null))
        {
            var bin = bins[(statement.Day!.Value.DayNumber - days[0].DayNumber) / length];
            bin[0]++;
            bin[1] += denying.Contains(statement.Statement) ? 1 : 0;
        }

        return bins;
    }

    // What each check found, by the side that said it.
    private void CompareSides() => Together(() =>
    {
        var sides = new Dictionary<string, SideChecks>(StringComparer.Ordinal);
        using (var select = connection.Prepare("SELECT side, count(*), sum(denied) FROM listed_statement GROUP BY side"))
        using (var rows = select.ExecuteReader())
        {
            while (rows.Read()) { sides.Add(rows.GetString(0), new SideChecks(rows.GetString(0), rows.GetInt32(1), rows.GetInt32(2), [])); }
        }

        using (var select = connection.Prepare("SELECT s.side, f.kind, count(DISTINCT s.id) FROM finding f JOIN finding_statement x ON x.finding = f.id JOIN listed_statement s ON s.statement = x.statement GROUP BY 1, 2"))
        using (var rows = select.ExecuteReader())
        {
            while (rows.Read()) { sides[rows.GetString(0)].Found[rows.GetString(1)] = rows.GetInt32(2); }
        }

        SideChecks[] ordered = [.. sides.Values.OrderBy(side => side.Side.Length == 0).ThenByDescending(side => side.Statements).ThenBy(side => side.Side, StringComparer.Ordinal)];
        Run("INSERT OR REPLACE INTO listed_evenness (id, json) VALUES (1, $1)", JsonSerializer.Serialize(ordered, ListingJson.Default.SideChecksArray));
    });

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    // In one transaction. What an earlier failure left is rolled back by SQLite or here.
    private void Together(Action work)
    {
        Run("BEGIN IMMEDIATE");
        try
        {
            work();
            Run("COMMIT");
        }
        catch
        {
            try { Run("ROLLBACK"); } catch (SqliteException) { }
            throw;
        }
    }

    private void Run(string sql, params ReadOnlySpan<object?> values) => Command(sql).With(values).ExecuteNonQuery();

    private SqliteCommand Command(string sql)
    {
        if (!commands.TryGetValue(sql, out var command)) { commands.Add(sql, command = connection.Prepare(sql)); }
        return command;
    }

    private static List<long> Longs(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        var all = new List<long>();
        while (rows.Read()) { all.Add(rows.GetInt64(0)); }
        return all;
    }

    private static List<string> Strings(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        var all = new List<string>();
        while (rows.Read()) { all.Add(rows.GetString(0)); }
        return all;
    }
}
