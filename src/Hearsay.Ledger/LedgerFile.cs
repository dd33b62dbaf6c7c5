using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Opens the SQLite file that a ledger lives in and brings its schema up to date.</summary>
internal static class LedgerFile
{
    private const long ApplicationId = 0x48535931; // HSY1
    private const int BusyMilliseconds = 200; // within SQLite; after that the provider asks again until its own timeout
    private const int CacheKibibytes = 32 * 1024; // the indexes' inner pages stay in memory up to millions of statements
    private static readonly string[] Migrations = ["001-record.sql", "002-derived.sql", "003-writers.sql", "004-matters.sql", "005-rolls.sql", "006-judgements.sql", "007-listing.sql", "008-touched.sql", "009-glance.sql", "010-queue.sql", "011-pressing.sql", "012-weight.sql", "013-births.sql", "014-kinds.sql", "015-kinds-by-id.sql"];

    /// <summary>Version of the schema that this program writes.</summary>
    public static int SchemaVersion => Migrations.Length;

    /// <summary>Opens the file for writing and creates it where there is none.</summary>
    public static SqliteConnection OpenForWriting(string path, LedgerOptions options)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate, options);
        try
        {
            Prepare(connection, path, options, mayCreate: true);
            if (options.MaxPages > 0) { connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {options.MaxPages}")); }
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens an existing file so that nothing but a pending migration can write to it; where even the folder is read-only, as a frozen file.</summary>
    public static SqliteConnection OpenForReading(string path, LedgerOptions options)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = Connect(path, SqliteOpenMode.ReadWrite, options);
            Prepare(connection, path, options, mayCreate: false);
            connection.Run("PRAGMA query_only = ON");
            return connection;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is 8 or 14 && !File.Exists(path + "-wal"))
        {
            connection?.Dispose();
            connection = Connect(new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly, options);
            CheckVersion(connection, path);
            return connection;
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Applies the migrations up to <paramref name="version"/>, each with its number in one transaction.</summary>
    internal static void Migrate(SqliteConnection connection, int version)
    {
        while (UserVersion(connection) < version)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var current = UserVersion(connection); // again, now that no other process can be migrating
            if (current < version)
            {
                connection.Run(ReadMigration(current));
                connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {current + 1}"));
            }

            transaction.Commit();
        }
    }

    private static SqliteConnection Connect(string source, SqliteOpenMode mode, LedgerOptions options)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = Math.Max(1, (int)options.Patience.TotalSeconds),
        }.ToString());
        connection.Open();
        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA cache_size = -{CacheKibibytes}; PRAGMA trusted_schema = OFF; PRAGMA recursive_triggers = ON"));
        return connection;
    }

    private static void Prepare(SqliteConnection connection, string path, LedgerOptions options, bool mayCreate)
    {
        var version = CheckVersion(connection, path);
        if (version == 0 && !mayCreate)
        {
            throw new LedgerException($"'{path}' is an empty file and no ledger. Write one with 'hearsay read'.");
        }

        if (connection.Scalar<string>("PRAGMA journal_mode") != "wal") { connection.Run("PRAGMA journal_mode = WAL"); }
        connection.Run("PRAGMA synchronous = NORMAL"); // survives the death of the process; against power cuts see EvidenceLedger.Settle
        if (version > 0 && version < SchemaVersion) { options.Notice?.Invoke($"the ledger '{path}' is of an older version and is brought up to date (schema {version} to {SchemaVersion}), once"); }
        Migrate(connection, SchemaVersion);
    }

    private static long CheckVersion(SqliteConnection connection, string path)
    {
        var version = UserVersion(connection);
        if (connection.Scalar<long>("PRAGMA application_id") != ApplicationId && connection.Scalar<long>("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new LedgerException($"'{path}' is a database of another program and no ledger. Give the file that 'hearsay read' wrote.");
        }

        return version <= SchemaVersion ? version : throw new LedgerException(
            $"The ledger '{path}' was written by a newer Hearsay (schema {version}; this one knows up to {SchemaVersion}). Use that version or a later one.");
    }

    private static long UserVersion(SqliteConnection connection) => connection.Scalar<long>("PRAGMA user_version");

    private static string ReadMigration(long index)
    {
        using var stream = typeof(LedgerFile).Assembly.GetManifestResourceStream(Migrations[index])!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
