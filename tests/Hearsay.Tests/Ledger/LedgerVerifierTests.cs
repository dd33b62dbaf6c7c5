using Hearsay.Ledger;
using Microsoft.Data.Sqlite;

namespace Hearsay.Tests.Ledger;

public sealed class LedgerVerifierTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public LedgerVerifierTests()
    {
        using var ledger = EvidenceLedger.Open(File);
        for (var i = 1; i <= 5; i++) { ledger.Record(Sample.Record(Sample.Capture($" Number {i}.", $"news/{i}.txt"))); }
    }

    private string File => folder["hearsay.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_intact_ledger_has_no_damage_and_names_the_logs_last_hash()
    {
        var found = Verify();
        Assert.Empty(found.Damages);
        Assert.Equal((5, 5, 5, 5, 5), (found.Originals, found.Captures, found.Documents, found.Statements, found.Entries));
        Assert.Equal(Ask("SELECT hash FROM log WHERE sequence = 5"), found.Head);
    }

    [Theory]
    [InlineData("UPDATE log SET time = '2030-01-01T00:00:00.000Z' WHERE sequence = 3", "log entry 3", "its content does not give its hash")]
    [InlineData("UPDATE log SET payload = replace(payload, '\"size\":', '\"size\":1') WHERE sequence = 2", "log entry 2", "its content does not give its hash")]
    [InlineData("DELETE FROM log WHERE sequence = 3", "log entry 3", "is missing")]
    [InlineData("DELETE FROM log WHERE sequence = 5", "capture of log entry 5", "has no log entry")]
    [InlineData("UPDATE capture SET outlet = 'Another' WHERE entry = 4", "capture of log entry 4", "does not give the hash that the log has")]
    [InlineData("UPDATE capture SET path = 'elsewhere.txt' WHERE entry = 2", "capture of log entry 2", "does not give the hash that the log has")]
    [InlineData("DELETE FROM capture WHERE entry = 2", "log entry 2", "its capture is missing")]
    [InlineData("UPDATE original SET size = size + 1 WHERE sha256 = (SELECT original FROM capture WHERE entry = 3)", "capture of log entry 3", "names another original")]
    [InlineData("UPDATE original SET sha512 = '' WHERE sha256 = (SELECT original FROM capture WHERE entry = 1)", "capture of log entry 1", "names another original")]
    [InlineData("DELETE FROM original WHERE sha256 = (SELECT original FROM capture WHERE entry = 1)", "capture of log entry 1", "is missing")]
    [InlineData("DELETE FROM document WHERE original = (SELECT original FROM capture WHERE entry = 1)", "capture of log entry 1", "the document derived from it is missing")]
    [InlineData("DROP TRIGGER log_is_not_cut", "the schema's trigger 'log_is_not_cut'", "is missing")]
    [InlineData("CREATE TABLE other (x)", "the schema's table 'other'", "is none of Hearsay's")]
    public void The_first_broken_entry_is_named(string tampering, string item, string problem) => AssertFirst(tampering, item, problem);

    [Theory]
    [InlineData("UPDATE original SET encoding = 'raw', bytes = x'00' WHERE sha256 = '{0}'", "original {0}", "do not give its SHA-256")]
    [InlineData("UPDATE original SET encoding = 'br', bytes = x'00ff00ff' WHERE sha256 = '{0}'", "original {0}", "")]
    [InlineData("UPDATE original SET bytes = NULL WHERE sha256 = '{0}'", "original {0}", "no log entry says that they were erased")]
    [InlineData("UPDATE document SET engine = 'other' WHERE original = '{0}'", "document {0}", "do not give its digest")]
    [InlineData("UPDATE document SET inspection = (SELECT inspection FROM document WHERE original <> '{0}') WHERE original = '{0}'", "document {0}", "It is of other bytes")]
    [InlineData("DELETE FROM statement WHERE document = (SELECT id FROM document WHERE original = '{0}')", "document {0}", "do not give its digest")]
    [InlineData("UPDATE statement SET json = replace(json, '\"start\":23', '\"start\":24') WHERE document = (SELECT id FROM document WHERE original = '{0}')", "statement 0 of document {0}", "and should read “Minister Toren”")]
    [InlineData("UPDATE statement SET json = replace(json, '\"end\":37', '\"end\":3700') WHERE document = (SELECT id FROM document WHERE original = '{0}')", "statement 0 of document {0}", "a span lies outside the text")]
    [InlineData("UPDATE statement SET json = replace(json, 'Ada', 'Ida') WHERE document = (SELECT id FROM document WHERE original = '{0}')", "document {0}", "do not give its digest")]
    public void The_broken_original_document_or_statement_is_named(string tampering, string item, string problem)
    {
        var sha256 = Ask("SELECT original FROM capture WHERE entry = 4");
        AssertFirst(string.Format(System.Globalization.CultureInfo.InvariantCulture, tampering, sha256), string.Format(System.Globalization.CultureInfo.InvariantCulture, item, sha256), problem);
    }

    [Fact]
    public void Erased_bytes_that_the_log_tells_of_are_no_damage()
    {
        var sha256 = Ask("SELECT original FROM capture WHERE entry = 4");
        var last = Ask("SELECT hash FROM log WHERE sequence = 5");
        var entry = LogEntry.Following(5, last, StoppedClock.Now, "erasure", $$"""{"sha256":"{{sha256}}"}""");
        Tamper($"""
            INSERT INTO log VALUES ({entry.Sequence}, '{entry.Time}', '{entry.Kind}', '{entry.Payload}', '{entry.Previous}', '{entry.Hash}');
            UPDATE original SET bytes = NULL WHERE sha256 = '{sha256}';
            DELETE FROM statement WHERE document = (SELECT id FROM document WHERE original = '{sha256}');
            DELETE FROM document WHERE original = '{sha256}';
            """, dropTriggers: false);
        var found = Verify();
        Assert.Empty(found.Damages);
        Assert.Equal([sha256], found.Erased);
    }

    [Fact]
    public void Bytes_overwritten_anywhere_in_the_file_are_found()
    {
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False")) { connection.Open(); connection.Run("PRAGMA journal_mode = DELETE"); }
        var intact = System.IO.File.ReadAllBytes(File);
        for (var page = 0; page < intact.Length / 4096; page++)
        {
            var broken = (byte[])intact.Clone();
            broken.AsSpan(page * 4096, 4096).Fill(0x5A);
            System.IO.File.WriteAllBytes(File, broken);
            try
            {
                Assert.NotEmpty(Verify().Damages);
            }
            catch (LedgerException)
            {
                // Too broken to be opened, which is said as well.
            }
        }
    }

    private void AssertFirst(string tampering, string item, string problem)
    {
        Tamper(tampering);
        var first = Verify().Damages[0];
        Assert.Equal(item, first.Item);
        Assert.Contains(problem, first.Problem, StringComparison.Ordinal);
    }

    private Verification Verify()
    {
        using var ledger = EvidenceLedger.OpenForReading(File);
        return ledger.Verify();
    }

    // As somebody would who edits the file with another tool: triggers are put back as they were, so that only the rows tell.
    private void Tamper(string sql, bool dropTriggers = true)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False;Foreign Keys=False");
        connection.Open();
        var triggers = new List<(string Name, string Sql)>();
        using (var select = connection.Prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
        using (var rows = select.ExecuteReader())
        {
            while (dropTriggers && rows.Read()) { triggers.Add((rows.GetString(0), rows.GetString(1))); }
        }

        if (sql.StartsWith("DROP", StringComparison.Ordinal)) { triggers.Clear(); }
        foreach (var (name, _) in triggers) { connection.Run($"DROP TRIGGER {name}"); }
        connection.Run(sql);
        foreach (var (_, create) in triggers) { connection.Run(create); }
    }

    private string Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection.Scalar<string>(sql);
    }
}
