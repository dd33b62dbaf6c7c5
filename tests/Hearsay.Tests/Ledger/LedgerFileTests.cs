using System.Diagnostics;
using Hearsay.Ledger;
using Microsoft.Data.Sqlite;

namespace Hearsay.Tests.Ledger;

public sealed class LedgerFileTests : IDisposable
{
    private static readonly LedgerOptions Impatient = new() { Patience = TimeSpan.FromSeconds(1) };
    private readonly TemporaryFolder folder = new();

    private string File => folder["hearsay.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_of_an_older_schema_keeps_its_record_and_gains_what_is_new()
    {
        WriteFirstSchema();
        using (var ledger = EvidenceLedger.Open(File))
        {
            Assert.Contains("the document derived from it is missing", Assert.Single(ledger.Verify().Damages).Problem, StringComparison.Ordinal);
            Assert.Equal(RecordOutcome.Replaced, ledger.Record(Sample.Record(Sample.Capture(""))));
            Assert.Empty(ledger.Verify().Damages);
            Assert.Equal("news/a.txt", Assert.Single(ledger.Documents()).Captures[0].Provenance.Path);
        }

        Assert.Equal(LedgerFile.SchemaVersion, Version());
    }

    [Fact]
    public void Reading_a_file_of_an_older_schema_brings_it_up_to_date()
    {
        WriteFirstSchema();
        using (var ledger = EvidenceLedger.OpenForReading(File)) { Assert.Empty(ledger.Documents()); }
        Assert.Equal(LedgerFile.SchemaVersion, Version());
    }

    [Fact]
    public void Bringing_an_older_file_up_to_date_is_told_and_opening_it_again_is_not()
    {
        var told = new List<string>();
        var options = new LedgerOptions { Notice = told.Add };
        using (EvidenceLedger.Open(File, options)) { }
        Assert.Empty(told); // a new one is not brought up to date
        Alter($"DROP INDEX finding_id_kind; PRAGMA user_version = {LedgerFile.SchemaVersion - 1}");
        using (EvidenceLedger.OpenForReading(File, options)) { }
        Assert.Contains($"schema {LedgerFile.SchemaVersion - 1} to {LedgerFile.SchemaVersion}", Assert.Single(told), StringComparison.Ordinal);
        using (EvidenceLedger.Open(File, options)) { }
        Assert.Single(told);
    }

    [Fact]
    public void A_newer_schema_is_refused_untouched()
    {
        using (EvidenceLedger.Open(File)) { }
        Alter("PRAGMA user_version = 99");
        var before = System.IO.File.ReadAllBytes(File);
        Assert.Contains("newer Hearsay (schema 99", Assert.Throws<LedgerException>(() => EvidenceLedger.Open(File)).Message, StringComparison.Ordinal);
        Assert.Contains("newer Hearsay (schema 99", Assert.Throws<LedgerException>(() => EvidenceLedger.OpenForReading(File)).Message, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void Another_programs_database_a_text_and_an_empty_file_are_no_ledgers()
    {
        Alter("CREATE TABLE theirs (x)");
        Assert.Contains("another program", Assert.Throws<LedgerException>(() => EvidenceLedger.Open(File)).Message, StringComparison.Ordinal);
        var text = folder.Write("text.db", new string('x', 5000));
        Assert.Contains("is no ledger", Assert.Throws<LedgerException>(() => EvidenceLedger.Open(text)).Message, StringComparison.Ordinal);
        var empty = folder.Write("empty.db", "");
        Assert.Contains("is an empty file and no ledger", Assert.Throws<LedgerException>(() => EvidenceLedger.OpenForReading(empty)).Message, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(empty).Length);
    }

    [Fact]
    public void Whoever_waits_in_vain_is_told_for_whom()
    {
        using var holder = Process.Start(new ProcessStartInfo("sleep", "30") { RedirectStandardOutput = true })!;
        try
        {
            using (EvidenceLedger.Open(File)) { }
            Alter($"INSERT INTO writer (pid, host, command, since) VALUES ({holder.Id}, '{Environment.MachineName}', 'hearsay read', '2031-04-07T08:09:10.250Z')");
            using var other = new SqliteConnection($"Data Source={File};Pooling=False");
            other.Open();
            other.Run("BEGIN IMMEDIATE");
            var locked = Assert.Throws<LedgerException>(() => EvidenceLedger.Open(File, Impatient));
            Assert.Contains($"is locked by process {holder.Id} on {Environment.MachineName} (hearsay read), since 2031-04-07T08:09:10.250Z", locked.Message, StringComparison.Ordinal);
            using (var reader = EvidenceLedger.OpenForReading(File, Impatient)) { Assert.Empty(reader.Verify().Damages); }
            other.Run("ROLLBACK");
        }
        finally
        {
            holder.Kill();
        }
    }

    [Fact]
    public void A_writer_that_is_no_more_is_forgotten()
    {
        int gone;
        using (var process = Process.Start("true")) { process.WaitForExit(); gone = process.Id; }
        using (EvidenceLedger.Open(File)) { }
        Alter($"INSERT INTO writer (pid, host, command, since) VALUES ({gone}, '{Environment.MachineName}', 'hearsay read', '')");
        using (EvidenceLedger.Open(File)) { }
        using var connection = LedgerFile.OpenForReading(File, LedgerOptions.Default);
        Assert.Equal(0, connection.Scalar<long>("SELECT count(*) FROM writer"));
    }

    [Fact]
    public void Two_that_write_at_once_take_turns()
    {
        Parallel.For(0, 2, part =>
        {
            using var ledger = EvidenceLedger.Open(File);
            for (var i = 0; i < 40; i++) { ledger.Record(Sample.Record(Sample.Capture($" {i}", $"part{part}/{i}.txt"))); }
        });
        using var reader = EvidenceLedger.OpenForReading(File);
        var found = reader.Verify();
        Assert.Empty(found.Damages);
        Assert.Equal((40, 80, 40, 80), (found.Originals, found.Captures, found.Documents, found.Entries));
    }

    // A ledger as the first migration left it: a record, and nothing derived.
    private void WriteFirstSchema()
    {
        using (var ledger = EvidenceLedger.Open(folder["full.db"])) { ledger.Record(Sample.Record(Sample.Capture(""))); }
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        LedgerFile.Migrate(connection, 1);
        connection.Run($"""
            ATTACH '{folder["full.db"]}' AS full;
            INSERT INTO log SELECT * FROM full.log;
            INSERT INTO original SELECT * FROM full.original;
            INSERT INTO capture (entry, original, path, suffix, url, outlet, published, charset, collector, reason, media_type, tool, salt)
              SELECT entry, original, path, suffix, url, outlet, published, charset, collector, reason, media_type, tool, salt FROM full.capture;
            """);
    }

    private void Alter(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }

    private long Version()
    {
        using var connection = LedgerFile.OpenForReading(File, LedgerOptions.Default);
        return connection.Scalar<long>("PRAGMA user_version");
    }
}
