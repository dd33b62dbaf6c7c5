using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Web.Components;
using Microsoft.Data.Sqlite;

namespace Hearsay.Workbench.Listing;

/// <summary>Reads the tables of lists. Lists are read on from where the page before ended, so that the last page costs what the first does.</summary>
internal sealed partial class Catalogue(EvidenceLedger ledger)
{
    private const string DocumentColumns = "d.id, d.original, d.key, d.title, d.outlet, d.language, d.published, d.statements, d.denials, d.sources, d.captured";
    private const int DocumentColumnCount = 11;

    private readonly SqliteConnection connection = ledger.Connection;

    /// <summary>How much there is.</summary>
    public (long Documents, long Statements, long Sources, long Matters, long Findings) Totals() =>
        (Count("listed_document"), Count("listed_statement"), Count("listed_source"), Count("listed_matter"), Count("finding"));

    /// <summary>Documents, the latest day first.</summary>
    public Slice<ListedDocument> Documents(string? after, int size, bool byCapture = false)
    {
        var column = byCapture ? "captured" : "day";
        var (key, id) = Cursor.ReadPair(after);
        return Read(
            $"SELECT {DocumentColumns}, d.{column} FROM listed_document d WHERE $1 IS NULL OR (d.{column}, d.id) < ($1, $2) ORDER BY d.{column} DESC, d.id DESC LIMIT $3", size,
            rows => (ReadDocument(rows, 0), Cursor.Write(rows.GetString(DocumentColumnCount), rows.GetInt64(0).ToString(CultureInfo.InvariantCulture))), key, id, size + 1);
    }

    /// <summary>The document at an address; null where there is none.</summary>
    public ListedDocument? Document(string key) => One($"SELECT {DocumentColumns} FROM listed_document d WHERE d.key = $1", rows => ReadDocument(rows, 0), key);

    /// <summary>A document of these bytes; null where there is none.</summary>
    public ListedDocument? DocumentOf(string sha256) => One($"SELECT {DocumentColumns} FROM listed_document d WHERE d.original = $1 ORDER BY d.id LIMIT 1", rows => ReadDocument(rows, 0), sha256);

    /// <summary>The document in a row of the ledger, whole.</summary>
    public StoredDocument? Stored(long row)
    {
        foreach (var stored in new DocumentRows(connection, row: row)) { return stored; }
        return null;
    }

    /// <summary>The original's bytes; null where they were erased.</summary>
    public byte[]? Original(string sha256) => One("SELECT encoding, bytes, size FROM original WHERE sha256 = $1", rows => rows.IsDBNull(1) ? null : new Packed(rows.GetString(0), rows.GetFieldValue<byte[]>(1)).Unpack(rows.GetInt64(2)), sha256);

    /// <summary>False where the bytes were erased.</summary>
    public bool HoldsOriginal(string sha256) => One("SELECT bytes IS NOT NULL FROM original WHERE sha256 = $1", rows => rows.GetBoolean(0), sha256);

    /// <summary>A statement by its id; null where it is not listed.</summary>
    public ListedStatement? Statement(string id) => Statements([id]).FirstOrDefault().Value;

    /// <summary>Statements by their ids; those that are not listed are missing.</summary>
    public Dictionary<string, ListedStatement> Statements(IEnumerable<string> ids)
    {
        var found = new Dictionary<string, ListedStatement>(StringComparer.Ordinal);
        var entries = new Dictionary<long, DocumentEntry>();
        using var command = connection.Prepare($"SELECT {StatementColumns}, {DocumentColumns} FROM json_each($1) j CROSS JOIN listed_statement s ON s.statement = j.value JOIN listed_document d ON d.id = s.document");
        using var rows = command.With(JsonSerializer.Serialize(ids)).ExecuteReader();
        while (rows.Read()) { found.TryAdd(rows.GetString(1), ReadStatement(rows, entries)); }
        return found;
    }

    /// <summary>The findings that name a document's statements, by statement.</summary>
    public ILookup<string, (string Finding, string? Matter, FindingKind Kind)> FindingsOfDocument(long row)
    {
        using var command = connection.Prepare("SELECT s.statement, f.id, f.matter, f.kind FROM listed_statement s JOIN finding_statement x ON x.statement = s.statement JOIN finding f ON f.id = x.finding WHERE s.document = $1 LIMIT 2000");
        using var rows = command.With(row).ExecuteReader();
        var found = new List<(string Statement, (string, string?, FindingKind) Finding)>();
        while (rows.Read()) { found.Add((rows.GetString(0), (rows.GetString(1), rows.Text(2), JsonNames.Parse<FindingKind>(rows.GetString(3)) ?? default))); }
        return found.ToLookup(one => one.Statement, one => one.Finding, StringComparer.Ordinal);
    }

    private const string StatementColumns = "s.id, s.statement, s.number, s.source, s.day, s.json";
    private const int StatementColumnCount = 6;

    private static ListedDocument ReadDocument(SqliteDataReader rows, int from) => new(
        rows.GetInt64(from), rows.GetString(from + 1),
        new DocumentEntry
        {
            Key = rows.GetString(from + 2),
            Title = rows.GetString(from + 3),
            Outlet = rows.Text(from + 4),
            Language = rows.Text(from + 5),
            Published = JsonSerializer.Deserialize(rows.GetString(from + 6), ListingJson.Default.PublicationDate) ?? PublicationDate.Unknown,
            Statements = rows.GetInt32(from + 7),
            Denials = rows.GetInt32(from + 8),
            Sources = rows.GetInt32(from + 9),
        },
        Time(rows.GetString(from + 10)));

    private static ListedStatement ReadStatement(SqliteDataReader rows, Dictionary<long, DocumentEntry> entries)
    {
        var document = rows.GetInt64(StatementColumnCount);
        if (!entries.TryGetValue(document, out var entry)) { entries.Add(document, entry = ReadDocument(rows, StatementColumnCount).Entry); }
        var quote = JsonSerializer.Deserialize(rows.GetString(5), ListingJson.Default.StoredQuote)!;
        return new ListedStatement(rows.GetInt64(0), rows.Text(3), quote.Restore(rows.GetString(1), entry, rows.GetInt32(2), Day(rows.Text(4))));
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTimeOffset Time(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : default;

    private long Count(string table)
    {
        using var command = connection.Prepare($"SELECT count(*) FROM {table}");
        return (long)command.ExecuteScalar()!;
    }

    private T? One<T>(string sql, Func<SqliteDataReader, T?> read, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Prepare(sql);
        using var rows = command.With(values).ExecuteReader();
        return rows.Read() ? read(rows) : default;
    }

    // One row more than shown is asked for, which tells whether there is a next page.
    private Slice<T> Read<T>(string sql, int size, Func<SqliteDataReader, (T Row, string Cursor)> read, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Prepare(sql);
        using var rows = command.With(values).ExecuteReader();
        var all = ImmutableArray.CreateBuilder<T>(size);
        string? last = null;
        while (rows.Read())
        {
            if (all.Count == size) { return new Slice<T>(all.ToImmutable(), last); }
            (var row, last) = read(rows);
            all.Add(row);
        }

        return new Slice<T>(all.ToImmutable(), null);
    }
}
