using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Statements;
using Hearsay.Tests.Matters;
using Microsoft.Data.Sqlite;

namespace Hearsay.Tests.Judgements;

/// <summary>Judgements survive another engine, another order of arrival, and are found out when they are tampered with.</summary>
public sealed class ReanalysisTests
{
    [Fact]
    public void Judgements_outlive_an_engine_that_reads_the_same_words_the_same()
    {
        using var samples = new JudgedSamples();
        var target = samples.Some();
        samples.Judge(new Ruling.Reject(samples.Anchor(target.Id)));
        var judged = samples.Exports;
        Read(samples, "2", statement => statement);
        Assert.Equal(judged, samples.Exports);
        Assert.Equal(Standing.Holds, Assert.Single(samples.Ledger.Judgements()).Standing);
    }

    [Fact]
    public void Where_the_words_are_no_statement_any_more_the_judgement_is_shown_for_another_look()
    {
        using var samples = new JudgedSamples();
        var target = samples.Some(statement => statement.Content[0].Length > 20);
        var judgement = samples.Judge(new Ruling.Reject(samples.Anchor(target.Id)));
        Read(samples, "2", statement => statement.Id == target.Id ? statement with { Id = new string('a', 32), Content = [new TextSpan(statement.Content[0].Start + 4, statement.Content[0].End)] } : statement);
        var stored = Assert.Single(samples.Ledger.Judgements());
        Assert.Equal((Standing.Orphaned, new string('a', 32)), (stored.Standing, stored.Nearest));
        Assert.Equal(target.Content.Length, ((Ruling.Reject)stored.Judgement.Ruling).Statement.Content.Length);
        Assert.Contains(samples.Ledger.StatementJson(), line => line.Contains(new string('a', 32), StringComparison.Ordinal)); // it does not reach what it was not about
        Assert.Equal((ReviewKind.Judgement, judgement.Id), (samples.Ledger.ReviewQueue(5)[0].Kind, samples.Ledger.ReviewQueue(5)[0].Id));
        Read(samples, "3", statement => statement);
        Assert.Equal(Standing.Holds, Assert.Single(samples.Ledger.Judgements()).Standing);
        Assert.DoesNotContain(samples.Ledger.StatementJson(), line => line.Contains($"\"{target.Id}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_engine_reads_the_same_words_otherwise_the_judgement_holds_and_asks_for_a_look()
    {
        using var samples = new JudgedSamples();
        var target = samples.Some(statement => statement.Polarity is Polarity.Affirmed);
        samples.Judge(new Ruling.Accept(samples.Anchor(target.Id)));
        Read(samples, "2", statement => statement.Id == target.Id ? statement with { Polarity = Polarity.Denied } : statement);
        Assert.Equal(Standing.Changed, Assert.Single(samples.Ledger.Judgements()).Standing);
        Assert.Equal(ReviewKind.Judgement, samples.Ledger.ReviewQueue(1)[0].Kind);
    }

    [Fact]
    public void The_same_documents_and_judgements_give_the_same_in_any_order()
    {
        using var samples = new JudgedSamples();
        var matters = samples.Report.Matters.OrderByDescending(matter => matter.Statements.Length).ToList();
        var anchors = matters[0].Statements.Select(statement => samples.Anchor(statement.Statement)).Take(6).ToList();
        samples.Judge(new Ruling.Merge([.. samples.Ledger.AnchorsOfMatter(matters[0].Id), .. samples.Ledger.AnchorsOfMatter(matters[1].Id)]));
        samples.Judge(new Ruling.Reject(anchors[0]));
        samples.Judge(new Ruling.Correct(anchors[1], new Correction(new CorrectedSource("Varnian Relief Union"))));
        samples.Judge(new Ruling.Accept(anchors[1]));
        samples.Judge(new Ruling.Split([anchors[2], anchors[3]]));
        samples.Judge(new Ruling.OverruleOrigins(anchors[4], anchors[5], Same: true));
        samples.Judge(new Ruling.Dismiss(samples.Ledger.FindingAnchorOf(samples.Report.Findings[0].Id)!));
        var withdrawn = samples.Judge(new Ruling.Reject(anchors[5]));
        samples.Judge(new Ruling.Withdraw(withdrawn.Id));
        var (expected, random) = (samples.Exports, new Random(3));
        using var folder = new TemporaryFolder();
        for (var round = 0; round < 4; round++)
        {
            var (records, judgements) = (SampleMatters.Inspections.ToArray(), samples.Ledger.Copy().Judgements.ToArray());
            random.Shuffle(records);
            random.Shuffle(judgements);
            using var ledger = EvidenceLedger.Open(folder[$"{round}.db"]);
            var cut = random.Next(records.Length);
            foreach (var (capture, inspection) in records.Take(cut)) { ledger.Record(CaptureRecord.Prepare(capture, inspection, JudgedSamples.Engine)); }
            ledger.Examine(JudgedSamples.Engine);
            Assert.Equal(judgements.Length, Take(ledger, judgements));
            foreach (var (capture, inspection) in records.Skip(cut)) { ledger.Record(CaptureRecord.Prepare(capture, inspection, JudgedSamples.Engine)); }
            ledger.Examine(JudgedSamples.Engine);
            Assert.Equal(0, Take(ledger, judgements));
            Assert.Equal(expected, string.Join('\n', ledger.StatementJson().Concat(ledger.MatterJson()).Concat(ledger.FindingJson())));
        }
    }

    private static int Take(EvidenceLedger ledger, string[] judgements) => ledger.Restore(new LedgerCopy(null, null, [], [], judgements, [], _ => null)).Judgements;

    [Theory]
    [InlineData("UPDATE judgement SET json = replace(json, 'R. Analyst', 'N. Obody')")]
    [InlineData("DELETE FROM judgement")]
    [InlineData("UPDATE judgement SET json = '{\"ruling\":{\"verdict\":\"praise\"}}'")]
    public void Verify_finds_judgements_that_were_tampered_with(string sql)
    {
        using var samples = new JudgedSamples(4);
        samples.Judge(new Ruling.Accept(samples.Anchor(samples.Some().Id)));
        Assert.Empty(samples.Ledger.Verify().Damages);
        using (var connection = new SqliteConnection($"Data Source={samples.File};Pooling=False"))
        {
            connection.Open();
            Assert.Throws<SqliteException>(() => Run(connection, sql)); // the triggers forbid it
            Run(connection, "DROP TRIGGER judgement_is_not_changed; DROP TRIGGER judgement_is_not_deleted");
            Run(connection, sql);
        }

        Assert.Contains(samples.Ledger.Verify().Damages, damage => damage.Item.Contains("log entry", StringComparison.Ordinal));

        static void Run(SqliteConnection connection, string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    [Fact]
    public void Names_in_a_judgement_stay_out_of_the_log()
    {
        using var samples = new JudgedSamples(4);
        samples.Judge(new Ruling.Correct(samples.Anchor(samples.Some().Id), new Correction(new CorrectedSource("Unmistakable Somebody"))), "said Unmistakable Reason");
        using var connection = new SqliteConnection($"Data Source={samples.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(payload) FROM log WHERE kind = 'judgement'";
        Assert.Matches("^\\{\"record\":\"[0-9a-f]{64}\"\\}$", (string)command.ExecuteScalar()!);
    }

    private static void Read(JudgedSamples samples, string engine, Func<Statement, Statement> otherwise)
    {
        foreach (var (capture, inspection) in SampleMatters.Inspections)
        {
            samples.Ledger.Record(CaptureRecord.Prepare(capture, inspection with { Statements = [.. inspection.Statements.Select(otherwise)] }, engine));
        }

        samples.Ledger.Examine(engine);
    }
}
