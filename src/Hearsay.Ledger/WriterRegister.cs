using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Who has a ledger open for writing. The lock itself is SQLite's; this only lets whoever waits in vain say for whom.</summary>
internal sealed class WriterRegister
{
    private readonly SqliteConnection connection;
    private readonly long id;

    private WriterRegister(SqliteConnection connection, long id)
    {
        this.connection = connection;
        this.id = id;
    }

    /// <summary>Adds this process and drops those of this host that are no more.</summary>
    public static WriterRegister SignIn(SqliteConnection connection, LedgerOptions options)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var remove = connection.Prepare("DELETE FROM writer WHERE id = $1");
        foreach (var gone in Read(connection).Where(writer => !writer.IsAlive).ToList()) { remove.With(gone.Id).ExecuteNonQuery(); }
        using var insert = connection.Prepare("INSERT INTO writer (pid, host, command, since) VALUES ($1, $2, $3, $4) RETURNING id");
        var id = (long)insert.With(Environment.ProcessId, Environment.MachineName, options.Command, LogEntry.Timestamp(options.Clock.GetUtcNow())).ExecuteScalar()!;
        transaction.Commit();
        return new WriterRegister(connection, id);
    }

    /// <summary>Takes this process off. A failure is of no consequence: whoever comes next sees that the process is gone.</summary>
    public void SignOut()
    {
        try
        {
            using var remove = connection.Prepare("DELETE FROM writer WHERE id = $1");
            remove.With(id).ExecuteNonQuery();
        }
        catch (SqliteException)
        {
        }
    }

    /// <summary>The other processes that hold the ledger, as <c> by process 12 on host (hearsay read), since …</c>; null where none is known.</summary>
    public static string? Holders(SqliteConnection connection)
    {
        try
        {
            var others = Read(connection)
                .Where(writer => writer.IsAlive && !(writer.Pid == Environment.ProcessId && writer.Host == Environment.MachineName))
                .Select(writer => string.Create(CultureInfo.InvariantCulture, $"process {writer.Pid} on {writer.Host} ({writer.Command}), since {writer.Since}"));
            return string.Join(" or ", others) is { Length: > 0 } named ? " by " + named : null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>Likewise for a ledger that could not be opened.</summary>
    public static string? HoldersOf(string path)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 1 }.ToString());
            connection.Open();
            return Holders(connection);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static List<Writer> Read(SqliteConnection connection)
    {
        using var select = connection.Prepare("SELECT id, pid, host, command, since FROM writer ORDER BY id");
        using var rows = select.ExecuteReader();
        var writers = new List<Writer>();
        while (rows.Read()) { writers.Add(new Writer(rows.GetInt64(0), rows.GetInt32(1), rows.GetString(2), rows.GetString(3), rows.GetString(4))); }
        return writers;
    }

    private sealed record Writer(long Id, int Pid, string Host, string Command, string Since)
    {
        /// <summary>False only where we know that it is gone; of other hosts we know nothing.</summary>
        public bool IsAlive
        {
            get
            {
                if (Host != Environment.MachineName) { return true; }
                try
                {
                    using var process = Process.GetProcessById(Pid);
                    return !process.HasExited;
                }
                catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
                {
                    return false;
                }
            }
        }
    }
}
