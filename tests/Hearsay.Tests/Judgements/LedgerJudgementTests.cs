using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Statements;

namespace Hearsay.Tests.Judgements;

public sealed class LedgerJudgementTests
{
    [Fact]
    public void What_is_rejected_leaves_statements_matters_and_findings_and_comes_back_when_that_is_withdrawn()
    {
        using var samples = new JudgedSamples();
        var before = samples.Exports;
        var target = samples.Some(statement => samples.Report.Findings.Any(finding => finding.Statements.Contains(statement.Id)));
        var rejected = samples.Judge(new Ruling.Reject(samples.Anchor(target.Id)));
        Assert.DoesNotContain($"\"{target.Id}\"", samples.Exports, StringComparison.Ordinal);
        Assert.DoesNotContain(samples.Ledger.Documents().SelectMany(stored => stored.Statements), statement => statement.Id == target.Id);
        Assert.Contains(samples.Ledger.StatementJson(asJudged: false), line => line.Contains($"\"{target.Id}\"", StringComparison.Ordinal));
        Assert.NotEmpty(samples.Ledger.MatterJson());
        samples.Judge(new Ruling.Withdraw(rejected.Id));
        Assert.Equal(before, samples.Exports);
        Assert.Equal(2, samples.Ledger.Verify().Judgements);
        Assert.Empty(samples.Ledger.Verify().Damages);
    }

    [Fact]
    public void A_correction_is_shown_with_what_the_engine_had_made_of_it()
    {
        using var samples = new JudgedSamples();
        var target = samples.Some(statement => statement.Polarity is Polarity.Affirmed);
        var judgement = samples.Judge(new Ruling.Correct(samples.Anchor(target.Id), new Correction(new CorrectedSource("Free Varnia Post", Type: SourceType.Organisation), Polarity: Polarity.Denied, SaidOn: "2031-02")), "the post says so");
        using var json = JsonDocument.Parse(samples.Ledger.StatementJson().Single(line => line.StartsWith($"{{\"id\":\"{target.Id}\"", StringComparison.Ordinal)));
        var (statement, judged) = (json.RootElement, json.RootElement.GetProperty("judged"));
        Assert.Equal("Free Varnia Post", statement.GetProperty("source").GetProperty("name").GetString());
        Assert.Equal("Free Varnia Post", statement.GetProperty("chain").EnumerateArray().Last().GetProperty("name").GetString());
        Assert.Equal("denied", statement.GetProperty("polarity").GetString());
        Assert.Equal("2031-02", statement.GetProperty("said_on").GetProperty("value").GetString());
        Assert.Equal(("corrected", judgement.Id, "R. Analyst", "the post says so"), (judged.GetProperty("verdict").GetString(), judged.GetProperty("judgement").GetString(), judged.GetProperty("by").GetString(), judged.GetProperty("why").GetString()));
        Assert.Equal(target.Source!.Name, judged.GetProperty("machine").GetProperty("source").GetProperty("name").GetString());
        Assert.Contains(samples.Report.Matters.SelectMany(matter => matter.Sides), side => side.Name.Contains("Free Varnia Post", StringComparison.Ordinal));
        Assert.Equal(target, samples.Ledger.Documents(asJudged: false).SelectMany(stored => stored.Statements).Single(one => one.Id == target.Id), (left, right) => left?.Source == right?.Source && left?.Polarity == right?.Polarity);
    }

    [Fact]
    public void Of_two_judgements_about_the_same_the_later_counts_and_both_stay()
    {
        using var samples = new JudgedSamples();
        var anchor = samples.Anchor(samples.Some().Id);
        var first = samples.Judge(new Ruling.Accept(anchor));
        var second = samples.Judge(new Ruling.Reject(anchor));
        Assert.True(second.When > first.When); // although the clock stands still
        Assert.Equal([Standing.Superseded, Standing.Holds], samples.Ledger.Judgements().Select(stored => stored.Standing));
        Assert.DoesNotContain(samples.Ledger.StatementJson(), line => line.Contains($"\"{anchor.Id}\"", StringComparison.Ordinal));
        samples.Judge(new Ruling.Withdraw(second.Id));
        Assert.Equal([Standing.Holds, Standing.Withdrawn, Standing.Holds], samples.Ledger.Judgements().Select(stored => stored.Standing));
        Assert.Contains(samples.Ledger.StatementJson(), line => line.Contains($"\"{anchor.Id}\"", StringComparison.Ordinal) && line.Contains("\"verdict\":\"accepted\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_withdrawal_can_be_withdrawn()
    {
        using var samples = new JudgedSamples(8);
        var anchor = samples.Anchor(samples.Some().Id);
        var rejected = samples.Judge(new Ruling.Reject(anchor));
        var without = samples.Exports;
        var withdrawn = samples.Judge(new Ruling.Withdraw(rejected.Id));
        Assert.NotEqual(without, samples.Exports);
        samples.Judge(new Ruling.Withdraw(withdrawn.Id));
        Assert.Equal(without, samples.Exports);
        Assert.Throws<RefusedJudgementException>(() => samples.Judge(new Ruling.Withdraw(withdrawn.Id)));
    }

    [Fact]
    public void Matters_are_merged_and_split_and_put_back()
    {
        using var samples = new JudgedSamples();
        var before = samples.Exports;
        var matters = samples.Report.Matters.OrderByDescending(matter => matter.Statements.Length).ToList();
        var (large, other) = (matters[0], matters[1]);
        var merged = samples.Judge(new Ruling.Merge([.. samples.Ledger.AnchorsOfMatter(large.Id), .. samples.Ledger.AnchorsOfMatter(other.Id)]));
        var both = Assert.Single(samples.Report.Matters, matter => matter.Id == large.Id || matter.Id == other.Id);
        Assert.Equal(large.Statements.Length + other.Statements.Length, both.Statements.Length);
        Assert.All(samples.Report.Findings.Where(finding => finding.Matter is not null), finding => Assert.Contains(samples.Report.Matters, matter => matter.Id == finding.Matter));

        ImmutableArray<StatementAnchor> apart = [.. other.Statements.Select(statement => samples.Anchor(statement.Statement))];
        var split = samples.Judge(new Ruling.Split(apart));
        Assert.Equal(2, samples.Report.Matters.Count(matter => matter.Statements.Any(statement => apart.Any(anchor => anchor.Id == statement.Statement)) || matter.Statements.Any(statement => large.Statements.Contains(statement))));
        Assert.Contains(samples.Report.Matters, matter => matter.Statements.Length == other.Statements.Length && matter.Statements.All(statement => other.Statements.Any(old => old.Statement == statement.Statement)));

        samples.Judge(new Ruling.Withdraw(split.Id));
        samples.Judge(new Ruling.Withdraw(merged.Id));
        Assert.Equal(before, samples.Exports);
    }

    [Fact]
    public void A_dismissed_finding_stays_and_says_by_whom_and_why()
    {
        using var samples = new JudgedSamples();
        var finding = samples.Report.Findings.First(finding => finding.Severity is Severity.Warning);
        var judgement = samples.Judge(new Ruling.Dismiss(samples.Ledger.FindingAnchorOf(finding.Id)!), "both figures were corrected since");
        var dismissed = samples.Report.Findings.Single(one => one.Id == finding.Id).Dismissed;
        Assert.Equal(new Dismissal(judgement.Id, "R. Analyst", judgement.When, "both figures were corrected since"), dismissed);
        Assert.All(samples.Report.Findings.Where(one => one.Id != finding.Id), one => Assert.Null(one.Dismissed));
        samples.Judge(new Ruling.Withdraw(judgement.Id));
        Assert.All(samples.Report.Findings, one => Assert.Null(one.Dismissed));
    }

    [Fact]
    public void A_source_that_is_identified_bears_its_name_wherever_it_speaks()
    {
        using var samples = new JudgedSamples();
        var name = samples.Ledger.Documents().SelectMany(stored => stored.Statements).Select(statement => statement.Source?.Name).OfType<string>().GroupBy(name => name).MaxBy(group => group.Count())!.Key;
        var before = samples.Exports;
        var judgement = samples.Judge(new Ruling.Identify(name, "Joint Tracing Office", Side: "joint"));
        var sources = samples.Ledger.Documents().SelectMany(stored => stored.Statements).Select(statement => statement.Source).ToList();
        Assert.DoesNotContain(sources, source => source?.Name == name);
        Assert.Contains(sources, source => source is { Name: "Joint Tracing Office", Side: "joint" });
        samples.Judge(new Ruling.Withdraw(judgement.Id));
        Assert.Equal(before, samples.Exports);
    }

    [Fact]
    public void Origins_that_an_analyst_holds_to_be_one_are_one()
    {
        using var samples = new JudgedSamples();
        var matter = samples.Report.Matters.First(matter => matter.Status is not MatterStatus.Open && matter.Origins.Length > 1);
        var first = matter.Statements[0];
        var second = matter.Statements.First(statement => statement.Origin != first.Origin);
        samples.Judge(new Ruling.OverruleOrigins(samples.Anchor(first.Statement), samples.Anchor(second.Statement), Same: true));
        var after = samples.Report.Matters.Single(one => one.Id == matter.Id);
        Assert.Equal(after.Statements.Single(statement => statement.Statement == first.Statement).Origin, after.Statements.Single(statement => statement.Statement == second.Statement).Origin);
    }

    [Fact]
    public void What_cannot_be_judged_is_refused_and_leaves_no_trace()
    {
        using var samples = new JudgedSamples(3);
        var anchor = samples.Anchor(samples.Some().Id);
        var head = samples.Ledger.Verify().Head;
        Refused(new Ruling.Accept(anchor), why: " ");
        Refused(new Ruling.Accept(anchor with { Document = new string('0', 64) }));
        Refused(new Ruling.Accept(anchor with { Cue = new QuotedSpan(0, 4, "nope") }));
        Refused(new Ruling.Correct(anchor, new Correction()));
        Refused(new Ruling.Correct(anchor, new Correction(SaidOn: "yesterday")));
        Refused(new Ruling.Correct(anchor, new Correction(Cue: new QuotedSpan(0, 3, "not its words"))));
        Refused(new Ruling.Merge([anchor]));
        Refused(new Ruling.Identify("Nobody at all", "Somebody"));
        Refused(new Ruling.Withdraw("0123"));
        Refused(new Ruling.Rate(anchor, 7, 1, 5, "High"));
        Assert.Equal(head, samples.Ledger.Verify().Head);

        void Refused(Ruling ruling, string why = "because") => Assert.NotEmpty(Assert.Throws<RefusedJudgementException>(() => samples.Judge(ruling, why)).Message);
    }

    [Fact]
    public void What_is_accepted_changes_no_matter_and_leaves_the_queue_as_if_all_were_made_anew()
    {
        using var samples = new JudgedSamples();
        var plain = samples.Some();
        var (rejected, corrected) = (samples.Some(statement => statement.Id != plain.Id), samples.Ledger.ReviewQueue(50).First(item => item.Kind is ReviewKind.Statement));
        samples.Judge(new Ruling.Reject(samples.Anchor(rejected.Id)));
        samples.Judge(new Ruling.Correct(samples.Anchor(corrected.Id), new Correction(Polarity: Polarity.Denied)));
        samples.Judge(new Ruling.Identify("Ludmila Vestrakova", "the ombudswoman Vestrakova"));
        foreach (var id in new[] { plain.Id, rejected.Id, corrected.Id, samples.Ledger.ReviewQueue(50).First(item => item.Kind is ReviewKind.Statement).Id })
        {
            samples.Judge(new Ruling.Accept(samples.Anchor(id)));
            Assert.DoesNotContain(samples.Ledger.ReviewQueue(1000), item => item.Id == id);
            var (exports, queue) = (samples.Exports, samples.Ledger.ReviewQueue(1000));
            samples.Ledger.Examine(JudgedSamples.Engine + id);
            Assert.Equal(exports, samples.Exports);
            Assert.Equal(queue, samples.Ledger.ReviewQueue(1000));
        }
    }

    [Fact]
    public void The_queue_begins_with_what_hangs_most_on_the_least_sure()
    {
        using var samples = new JudgedSamples();
        var queue = samples.Ledger.ReviewQueue(50);
        Assert.Equal(queue.OrderByDescending(item => item.Urgency), queue);
        Assert.Contains(queue, item => item.Kind is ReviewKind.Statement);
        Assert.Contains(queue, item => item.Kind is ReviewKind.Finding);
        var first = queue.First(item => item.Kind is ReviewKind.Statement);
        samples.Judge(new Ruling.Accept(samples.Anchor(first.Id)));
        Assert.DoesNotContain(samples.Ledger.ReviewQueue(50), item => item.Id == first.Id);
    }
}
