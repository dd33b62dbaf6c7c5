using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>The table of findings, of some matters and documents made anew: what is found again stays as it is, since most of a large matter's findings do when one more document joins it.</summary>
internal sealed class FindingRows : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly HashSet<string> left; // ids of rows that have not been found again
    private readonly SqliteCommand isSame, delete, insert, insertAgain;

    /// <param name="connection">The ledger, in a transaction.</param>
    /// <param name="matters">Matters whose findings across documents are given anew.</param>
    /// <param name="originals">Documents whose own findings are given anew.</param>
    public FindingRows(SqliteConnection connection, IEnumerable<string> matters, IEnumerable<string> originals)
    {
        this.connection = connection;
        isSame = connection.Prepare("SELECT 1 FROM finding WHERE id = $1 AND matter IS $2 AND own = $3 AND original = $4 AND start = $5 AND json = $6");
        delete = connection.Prepare("DELETE FROM finding WHERE id = $1");
        insert = connection.Prepare("INSERT OR IGNORE INTO finding (id, matter, own, original, start, json) VALUES ($1, $2, $3, $4, $5, $6)");
        insertAgain = connection.Prepare("INSERT INTO also_found (id, matter, original, start, json) VALUES ($1, $2, $3, $4, $5)");
        left =
        [
            .. Ids("SELECT id FROM finding WHERE own = 0 AND matter IN (SELECT value FROM json_each($1))", matters),
            .. Ids("SELECT id FROM finding WHERE own = 1 AND original IN (SELECT value FROM json_each($1))", originals),
        ];
        using var forget = connection.Prepare("DELETE FROM also_found WHERE matter IN (SELECT value FROM json_each($1))");
        forget.With(JsonSerializer.Serialize(matters)).ExecuteNonQuery();
    }

    /// <summary>Writes a finding across documents. Found in another matter, too, it counts in the first by id.</summary>
    public void Write(string id, string? matter, string original, int start, string json)
    {
        if (!Write(id, matter, own: 0, original, start, json)) { insertAgain.With(id, matter, original, start, json).ExecuteNonQuery(); }
    }

    /// <summary>Writes a document's own finding, unless it is found across documents.</summary>
    public void WriteOwn(string id, string? matter, string original, int start, string json) => Write(id, matter, own: 1, original, start, json);

    /// <summary>Removes what was not found again, and gives what is found in several matters to the first of them.</summary>
    public void Settle()
    {
        foreach (var id in left) { delete.With(id).ExecuteNonQuery(); }
        connection.Run("""
            INSERT OR IGNORE INTO also_found SELECT f.id, f.matter, f.original, f.start, f.json FROM also_found a JOIN finding f ON f.id = a.id WHERE a.matter < f.matter;
            DELETE FROM finding WHERE id IN (SELECT a.id FROM also_found a JOIN finding f ON f.id = a.id WHERE a.matter < f.matter);
            INSERT INTO finding (id, matter, original, start, json) SELECT id, min(matter), original, start, json FROM also_found WHERE id NOT IN (SELECT id FROM finding) GROUP BY id;
            DELETE FROM also_found WHERE EXISTS (SELECT 1 FROM finding f WHERE f.id = also_found.id AND f.matter = also_found.matter);
            """);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[isSame, delete, insert, insertAgain]) { command.Dispose(); }
    }

    private bool Write(string id, string? matter, int own, string original, int start, string json)
    {
        if (left.Remove(id))
        {
            if (isSame.With(id, matter, own, original, start, json).ExecuteScalar() is not null) { return true; }
            delete.With(id).ExecuteNonQuery();
        }

        return insert.With(id, matter, own, original, start, json).ExecuteNonQuery() > 0;
    }

    private List<string> Ids(string sql, IEnumerable<string> of)
    {
        using var select = connection.Prepare(sql);
        using var rows = select.With(JsonSerializer.Serialize(of)).ExecuteReader();
        var ids = new List<string>();
        while (rows.Read()) { ids.Add(rows.GetString(0)); }
        return ids;
    }
}
