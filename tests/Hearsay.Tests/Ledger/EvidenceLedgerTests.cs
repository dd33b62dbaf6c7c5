using System.Text;
using Hearsay.Documents;
using Hearsay.Ledger;
using Microsoft.Data.Sqlite;

namespace Hearsay.Tests.Ledger;

public sealed class EvidenceLedgerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => folder["hearsay.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_recorded_is_restored_whole()
    {
        var capture = Sample.Capture(" More.") with { Provenance = new Provenance("news/a.txt") { Url = "https://post.example/1", Outlet = "Post", Published = new DateOnly(2031, 4, 5), Charset = "utf-8", Collector = "somebody", Reason = "why" } };
        using (var ledger = EvidenceLedger.Open(File, new LedgerOptions { Clock = new StoppedClock() })) { Assert.Equal(RecordOutcome.Recorded, ledger.Record(Sample.Record(capture))); }

        using var reader = EvidenceLedger.OpenForReading(File);
        var stored = Assert.Single(reader.Documents());
        var expected = Sample.Inspect(capture);
        Assert.Equal(expected.Document with { Blocks = [], Notes = [] }, stored.Document with { Blocks = [], Notes = [] });
        Assert.Equal(expected.Document.Blocks, stored.Document.Blocks);
        Assert.Equal(expected.Document.Notes, stored.Document.Notes);
        var (was, now) = (expected.Statements[0], Assert.Single(stored.Statements));
        Assert.Equal(was with { Content = [], Chain = [], Dates = [], Figures = [], Places = [], Events = [] }, now with { Content = [], Chain = [], Dates = [], Figures = [], Places = [], Events = [] });
        Assert.Equal(was.Content, now.Content);
        Assert.Equal(was.Chain, now.Chain);
        Assert.Equal(was.Dates, now.Dates);
        Assert.Equal(was.Figures, now.Figures);
        Assert.Equal(was.Places, now.Places);
        Assert.Equal(was.Events, now.Events);
        Assert.Equal(Sample.Engine, stored.Engine);
        var from = Assert.Single(stored.Captures);
        Assert.Equal(new StoredCapture(1, StoppedClock.Now, capture.Provenance, capture.Bytes.Length, $"hearsay {EngineVersion.Current}"), from);
    }

    [Fact]
    public void Recording_again_changes_nothing()
    {
        var capture = Sample.Capture("");
        using var ledger = EvidenceLedger.Open(File);
        Assert.False(ledger.Holds(capture, Sample.Engine));
        ledger.Record(Sample.Record(capture));
        Assert.True(ledger.Holds(capture, Sample.Engine));
        var before = ledger.Verify();
        Assert.Equal(RecordOutcome.Unchanged, ledger.Record(Sample.Record(capture)));
        Assert.Equivalent(before, ledger.Verify(), strict: true);
        Assert.Equal(1, before.Entries);
    }

    [Fact]
    public void The_same_bytes_from_another_place_are_another_capture_of_one_original()
    {
        using var ledger = EvidenceLedger.Open(File);
        ledger.Record(Sample.Record(Sample.Capture("", "b/copy.txt")));
        ledger.Record(Sample.Record(Sample.Capture("", "a/first.txt")));
        var stored = Assert.Single(ledger.Documents());
        Assert.Equal(["a/first.txt", "b/copy.txt"], stored.Captures.Select(capture => capture.Provenance.Path));
        Assert.Equal("a/first.txt", stored.Document.Provenance.Path);
        var verified = ledger.Verify();
        Assert.Equal((1, 2, 1, 2), (verified.Originals, verified.Captures, verified.Documents, verified.Entries));
    }

    [Fact]
    public void Another_outlet_given_for_the_same_file_is_another_capture_and_another_reading()
    {
        using var ledger = EvidenceLedger.Open(File);
        ledger.Record(Sample.Record(Sample.Capture("")));
        ledger.Record(Sample.Record(Sample.Capture("", outlet: "Varnia Post")));
        Assert.Equal(["Varnia Post", null], ledger.Documents().Select(stored => stored.Document.Outlet));
        Assert.Empty(ledger.Verify().Damages);
    }

    [Fact]
    public void Another_collector_or_reason_for_the_same_file_adds_nothing()
    {
        var capture = Sample.Capture("");
        using var ledger = EvidenceLedger.Open(File);
        ledger.Record(Sample.Record(capture));
        var again = capture with { Provenance = capture.Provenance with { Collector = "another", Reason = "another" } };
        Assert.Equal(RecordOutcome.Unchanged, ledger.Record(Sample.Record(again)));
    }

    [Fact]
    public void Another_engine_version_replaces_what_was_derived_and_nothing_else()
    {
        var capture = Sample.Capture("");
        using var ledger = EvidenceLedger.Open(File);
        ledger.Record(Sample.Record(capture));
        Assert.False(ledger.Holds(capture, "2.0.0"));
        Assert.Equal(RecordOutcome.Replaced, ledger.Record(Sample.Record(capture, "2.0.0")));
        var stored = Assert.Single(ledger.Documents());
        Assert.Equal("2.0.0", stored.Engine);
        Assert.Single(stored.Statements);
        var verified = ledger.Verify();
        Assert.Equal((1, 1, 1), (verified.Entries, verified.Documents, verified.Statements));
        Assert.Empty(verified.Damages);
    }

    [Fact]
    public void Documents_come_sorted_by_hash_whatever_the_order_of_arrival()
    {
        string[] tails = ["one", "two", "three", "four", "five"];
        using var ledger = EvidenceLedger.Open(File);
        foreach (var tail in tails) { ledger.Record(Sample.Record(Sample.Capture(tail))); }
        var hashes = ledger.Documents().Select(stored => stored.Document.Sha256).ToList();
        Assert.Equal(hashes.Order(StringComparer.Ordinal), hashes);
        Assert.Equal(tails.Length, hashes.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void Bytes_are_packed_and_unpacked_unchanged_and_never_grow(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a list ", length)));
        Assert.Equal(bytes, Packed.From(bytes).Unpack(length));
        Assert.Equal(text, Packed.From(text).Unpack(text.Length));
        Assert.True(Packed.From(bytes).Bytes.Length <= length);
        Assert.True(length < 2 || Packed.From(text).Bytes.Length < text.Length / 4);
    }

    [Fact]
    public void What_unpacks_to_more_than_was_stored_is_stopped() =>
        Assert.Throws<InvalidDataException>(() => Packed.From(new byte[1_000_000]).Unpack(999_999));

    [Theory]
    [InlineData("UPDATE log SET time = 'now'")]
    [InlineData("DELETE FROM log")]
    [InlineData("INSERT INTO log VALUES (1, '', 'capture', '{}', printf('%064d', 0), '')")]
    [InlineData("INSERT OR REPLACE INTO log SELECT sequence, '', kind, payload, previous, hash FROM log")]
    [InlineData("INSERT INTO log VALUES (2, '', 'capture', '{}', 'another hash', '')")]
    [InlineData("UPDATE capture SET path = 'b'")]
    [InlineData("DELETE FROM capture")]
    [InlineData("UPDATE original SET bytes = x'00'")]
    [InlineData("DELETE FROM original")]
    public void The_record_is_append_only(string sql)
    {
        using (var ledger = EvidenceLedger.Open(File)) { ledger.Record(Sample.Record(Sample.Capture(""))); }
        using var connection = LedgerFile.OpenForWriting(File, LedgerOptions.Default);
        Assert.Throws<SqliteException>(() => connection.Run(sql));
    }

    [Fact]
    public void A_ledger_opened_for_reading_cannot_be_written_to()
    {
        using (var ledger = EvidenceLedger.Open(File)) { ledger.Record(Sample.Record(Sample.Capture(""))); }
        using var connection = LedgerFile.OpenForReading(File, LedgerOptions.Default);
        Assert.Throws<SqliteException>(() => connection.Run("DELETE FROM statement"));
    }

    [Fact]
    public void Reading_what_is_not_there_makes_no_file()
    {
        Assert.Throws<FileNotFoundException>(() => EvidenceLedger.OpenForReading(File));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void What_was_settled_lies_in_the_file_itself_and_no_longer_in_its_log_of_writes()
    {
        using var ledger = EvidenceLedger.Open(File);
        ledger.Record(Sample.Record(Sample.Capture("")));
        ledger.Settle();
        System.IO.File.Copy(File, folder["copy.db"]);
        using var copy = EvidenceLedger.OpenForReading(folder["copy.db"]);
        Assert.Single(copy.Documents());
    }

    [Fact]
    public void A_full_disk_is_said_and_what_was_recorded_before_is_kept()
    {
        using (var ledger = EvidenceLedger.Open(File, new LedgerOptions { MaxPages = 120 }))
        {
            var full = Assert.Throws<LedgerException>(() =>
            {
                for (var i = 0; i < 10_000; i++) { ledger.Record(Sample.Record(Sample.Capture($" {i}"))); }
            });
            Assert.Contains("no space left", full.Message, StringComparison.Ordinal);
        }

        using var again = EvidenceLedger.Open(File);
        var verified = again.Verify();
        Assert.Empty(verified.Damages);
        Assert.True(verified.Captures > 10);
        Assert.Equal(RecordOutcome.Recorded, again.Record(Sample.Record(Sample.Capture("after"))));
    }
}
