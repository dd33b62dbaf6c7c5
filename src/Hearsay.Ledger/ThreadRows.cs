using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Hearsay.Matters.Grouping;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>The table of threads with its index of keys.</summary>
internal sealed class ThreadRows : IThreadStore, IDisposable
{
    private const string Columns = "t.number, t.id, t.original, t.day, t.parent, t.matter, t.statements";

    private readonly SqliteConnection connection;
    private readonly SqliteCommand selectHolders, countHolders, selectOne, selectFollowers, selectLookup, selectFacts;
    private readonly Dictionary<string, (long Number, string Matter)> read = new(StringComparer.Ordinal);

    public ThreadRows(SqliteConnection connection)
    {
        this.connection = connection;
        selectHolders = connection.Prepare($"SELECT {Columns} FROM posting p JOIN thread t ON t.number = p.thread WHERE p.key = $1 LIMIT $2");
        countHolders = connection.Prepare("SELECT count(*) FROM (SELECT 1 FROM posting WHERE key = $1 LIMIT $2)");
        selectOne = connection.Prepare($"SELECT {Columns} FROM thread t WHERE t.id = $1");
        selectFollowers = connection.Prepare($"SELECT {Columns} FROM thread t WHERE t.parent = $1");
        selectLookup = connection.Prepare("SELECT lookup FROM thread WHERE number = $1");
        selectFacts = connection.Prepare("SELECT facts FROM thread WHERE number = $1");
    }

    /// <inheritdoc/>
    public IEnumerable<KeptThread> Holders(ulong key, int most) => Read(selectHolders.With(unchecked((long)key), most));

    /// <inheritdoc/>
    public int Count(ulong key, int most) => Convert.ToInt32(countHolders.With(unchecked((long)key), most).ExecuteScalar(), CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public KeptThread Find(string id) => Read(selectOne.With(id))[0];

    /// <inheritdoc/>
    public IEnumerable<KeptThread> Followers(string id) => Read(selectFollowers.With(id));

    /// <summary>All threads of some matters.</summary>
    public List<KeptThread> OfMatters(IEnumerable<string> matters) => OfAny("t.matter", matters);

    /// <summary>All threads of some originals.</summary>
    public List<KeptThread> OfOriginals(IEnumerable<string> originals) => OfAny("t.original", originals);

    /// <summary>Threads in their order.</summary>
    public static ImmutableArray<KeptThread> Sorted(IEnumerable<KeptThread> threads) => [.. threads.Order(Comparer<KeptThread>.Create(StoryForest.Compare))];

    /// <summary>The matter that a thread was in, or null for a new one.</summary>
    public string? MatterOf(string id) => read.TryGetValue(id, out var row) ? row.Matter : null;

    /// <summary>Removes threads.</summary>
    public void Delete(IEnumerable<KeptThread> threads)
    {
        using var deletePosting = connection.Prepare("DELETE FROM posting WHERE key = $1 AND thread = $2");
        using var deleteThread = connection.Prepare("DELETE FROM thread WHERE number = $1");
        foreach (var thread in threads)
        {
            var number = read[thread.Id].Number;
            foreach (var key in thread.Index.Value) { deletePosting.With(unchecked((long)key), number).ExecuteNonQuery(); }
            deleteThread.With(number).ExecuteNonQuery();
            read.Remove(thread.Id);
        }
    }

    /// <summary>Writes threads that are new, and what changed of others.</summary>
    public void Write(IEnumerable<(KeptThread Thread, string? Parent, string Matter)> threads)
    {
        using var insertThread = connection.Prepare("INSERT INTO thread (id, original, day, parent, matter, statements, lookup, facts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING number");
        using var insertPosting = connection.Prepare("INSERT INTO posting (key, thread) VALUES ($1, $2)");
        using var updateThread = connection.Prepare("UPDATE thread SET parent = $2, matter = $3 WHERE number = $1");
        foreach (var (thread, parent, matter) in threads)
        {
            if (read.TryGetValue(thread.Id, out var row))
            {
                if (thread.Parent != parent || row.Matter != matter) { updateThread.With(row.Number, parent, matter).ExecuteNonQuery(); }
                continue;
            }

            var index = thread.Index.Value;
            var number = insertThread.With(thread.Id, thread.Document, MatterTables.Day(thread.Day), parent, matter, thread.Statements, MemoryMarshal.AsBytes(index.AsSpan()).ToArray(), thread.Thread.Value.ToBytes()).ExecuteScalar();
            foreach (var key in index) { insertPosting.With(unchecked((long)key), number).ExecuteNonQuery(); }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[selectHolders, countHolders, selectOne, selectFollowers, selectLookup, selectFacts]) { command.Dispose(); }
    }

    private List<KeptThread> OfAny(string column, IEnumerable<string> values)
    {
        using var select = connection.Prepare($"SELECT {Columns} FROM thread t WHERE {column} IN (SELECT value FROM json_each($1))");
        return Read(select.With(System.Text.Json.JsonSerializer.Serialize(values)));
    }

    private List<KeptThread> Read(SqliteCommand select)
    {
        using var rows = select.ExecuteReader();
        var threads = new List<KeptThread>();
        while (rows.Read())
        {
            var (number, id, original) = (rows.GetInt64(0), rows.GetString(1), rows.GetString(2));
            DateOnly? day = rows.Text(3) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
            read[id] = (number, rows.GetString(5));
            threads.Add(new KeptThread(id, original, day, rows.GetInt32(6), rows.Text(4),
                new Lazy<ImmutableArray<ulong>>(() => [.. MemoryMarshal.Cast<byte, ulong>((byte[])selectLookup.With(number).ExecuteScalar()!)]),
                new Lazy<DocumentThread>(() => DocumentThread.FromBytes(id, original, day, (byte[])selectFacts.With(number).ExecuteScalar()!))));
        }

        return threads;
    }
}
