using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hearsay.Ledger;
using Hearsay.Web.Components;

namespace Hearsay.Workbench.Listing;

internal sealed partial class Catalogue
{
    /// <summary>Statements that have all that is asked for, the latest recorded first.</summary>
    public Slice<ListedStatement> SearchStatements(SearchQuery query, string? after, int size)
    {
        var (from, to) = (Text(query.From) ?? "", Text(query.To) ?? "9999-12-31");
        var (first, last) = Days();
        var expression = query.ForStatements(first, last);
        if (expression.Length == 0) { return new([], null); }
        var (_, before) = Cursor.ReadPair(after);
        var entries = new Dictionary<long, DocumentEntry>();
        return Read(
            $"""
            SELECT {StatementColumns}, {DocumentColumns} FROM statement_words w CROSS JOIN listed_statement s ON s.id = w.rowid JOIN listed_document d ON d.id = s.document
            WHERE w.statement_words MATCH $1 AND w.rowid < $2 AND s.day BETWEEN $3 AND $4 ORDER BY w.rowid DESC LIMIT $5
            """, size,
            rows => (ReadStatement(rows, entries), Cursor.Write("", rows.GetInt64(0).ToString(CultureInfo.InvariantCulture))), expression, before ?? long.MaxValue, from, to, size + 1);
    }

    /// <summary>The same statements as JSON objects.</summary>
    public JsonPage SearchJson(SearchQuery query, string? after, int size)
    {
        var found = SearchStatements(query, after, size);
        var ids = found.Rows.Select(row => row.Quote.Id).ToList();
        var json = ledger.StatementsOf(ids).ToDictionary(IdOf, StringComparer.Ordinal);
        return new JsonPage([.. ids.Where(json.ContainsKey).Select(id => json[id])], found.Next);
    }

    /// <summary>Documents likewise.</summary>
    public Slice<ListedDocument> SearchDocuments(SearchQuery query, string? after, int size)
    {
        var (from, to) = (Text(query.From) ?? "", Text(query.To) ?? "9999-12-31");
        var (first, last) = Days();
        var expression = query.ForDocuments(first, last);
        if (expression.Length == 0) { return new([], null); }
        var (_, before) = Cursor.ReadPair(after);
        return Read(
            $"""
            SELECT {DocumentColumns} FROM document_words w CROSS JOIN listed_document d ON d.id = w.rowid
            WHERE w.document_words MATCH $1 AND w.rowid < $2 AND d.day BETWEEN $3 AND $4 ORDER BY w.rowid DESC LIMIT $5
            """, size,
            rows => (ReadDocument(rows, 0), Cursor.Write("", rows.GetInt64(0).ToString(CultureInfo.InvariantCulture))), expression, before ?? long.MaxValue, from, to, size + 1);
    }

    /// <summary>The parties that the statements speak for, the most quoted first.</summary>
    public ImmutableArray<string> Sides() => [.. Evenness().Select(side => side.Side).Where(side => side.Length > 0)];

    // The first and the last day of any statement.
    private (DateOnly First, DateOnly Last) Days()
    {
        var first = One("SELECT min(day) FROM listed_statement WHERE day > ''", rows => rows.Text(0));
        var last = One("SELECT max(day) FROM listed_statement", rows => rows.Text(0));
        return (Day(first) ?? default, Day(last) ?? default);
    }

    private static string IdOf(string statement)
    {
        using var json = JsonDocument.Parse(statement);
        return json.RootElement.GetProperty("id").GetString()!;
    }

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
