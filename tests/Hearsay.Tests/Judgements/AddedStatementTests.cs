using System.Text.Json.Nodes;
using Hearsay.Documents;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Statements;
using Hearsay.Tests.Matters;

namespace Hearsay.Tests.Judgements;

/// <summary>Statements that the engine missed and people add.</summary>
public sealed class AddedStatementTests : IDisposable
{
    private readonly JudgedSamples samples = new(6);

    public void Dispose() => samples.Dispose();

    [Fact]
    public void It_is_in_its_document_in_exports_and_in_pages_and_matters_are_the_same_as_made_from_the_start()
    {
        var (ruling, id) = Missed();
        var before = samples.Report.Matters.Select(matter => matter.Statements.Length).Sum();
        samples.Judge(ruling);
        var added = Assert.Single(samples.Ledger.Documents().SelectMany(stored => stored.Statements), statement => statement.Id == id);
        Assert.Equal((Verdict.Added, 1.0, "A Person of the Quay"), (added.Judged!.Verdict, added.Confidence, added.Source!.Name));
        Assert.Contains(samples.Ledger.StatementJson(), json => json.Contains($"\"id\":\"{id}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(samples.Ledger.StatementJson(asJudged: false), json => json.Contains(id, StringComparison.Ordinal));
        Assert.Single(samples.Ledger.StatementsOf([id]));
        var (paged, after) = (0, (string?)null);
        do
        {
            var page = samples.Ledger.StatementPage(after, 7);
            paged += page.Items.Count(json => json.Contains($"\"id\":\"{id}\"", StringComparison.Ordinal));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(1, paged);

        var now = Told(samples.Report);
        samples.Ledger.Examine("2.0.0+another");
        Assert.Equal(now, Told(samples.Report));
        Assert.True(before <= samples.Report.Matters.Sum(matter => matter.Statements.Length));
    }

    [Fact]
    public void It_can_be_judged_like_any_other_and_be_taken_back()
    {
        var (ruling, id) = Missed();
        var judgement = samples.Judge(ruling);
        Assert.Throws<RefusedJudgementException>(() => samples.Judge(ruling));
        samples.Judge(new Ruling.Correct(samples.Anchor(id), new Correction(Polarity: Polarity.Denied)));
        Assert.Equal(Polarity.Denied, Assert.Single(samples.Ledger.Documents().SelectMany(stored => stored.Statements), statement => statement.Id == id).Polarity);
        var rejection = samples.Judge(new Ruling.Reject(samples.Anchor(id)));
        Assert.DoesNotContain(samples.Ledger.Documents().SelectMany(stored => stored.Statements), statement => statement.Id == id);
        samples.Judge(new Ruling.Withdraw(rejection.Id));
        Assert.Contains(samples.Ledger.Documents().SelectMany(stored => stored.Statements), statement => statement.Id == id);
        Assert.All(samples.Ledger.JudgementsOf(id).Where(stored => stored.Judgement.Ruling is Ruling.Add), stored => Assert.Equal(Standing.Holds, stored.Standing));
        var told = Told(samples.Report);
        samples.Judge(new Ruling.Withdraw(judgement.Id));
        Assert.DoesNotContain(samples.Ledger.Documents().SelectMany(stored => stored.Statements), statement => statement.Id == id);
        Assert.Empty(samples.Ledger.StatementsOf([id]));
        Assert.DoesNotContain(id, Told(samples.Report), StringComparison.Ordinal);
        Assert.Empty(samples.Ledger.Verify().Damages);
        Assert.NotEqual("", told);
    }

    [Fact]
    public void What_its_words_hold_is_read_as_in_the_engines_own_statements_and_kept_with_the_judgement()
    {
        var stored = samples.Ledger.Documents().First(one => one.Statements.Any(HoldsMuch));
        var own = stored.Statements.First(HoldsMuch);
        var ruling = new Ruling.Add(StatementAnchor.OfMissed(stored.Document, null, null, own.Content, "A Person of the Quay", Polarity.Affirmed, null), "A Person of the Quay", SourceType.Person);
        var judgement = samples.Judge(SampleMatters.Pipeline.Complete(stored.Document, ruling));
        var added = Assert.Single(samples.Ledger.Documents().SelectMany(one => one.Statements), statement => statement.Id == ruling.Statement.Id);
        Assert.Equal(own.Figures, added.Figures);
        Assert.Equal(own.Dates, added.Dates);
        Assert.Equal(own.Places.Select(place => (place.Span, place.Id)), added.Places.Select(place => (place.Span, place.Id)));
        Assert.Equal(own.Events.Where(told => own.Content.Any(part => part.Contains(told.Span))).Select(told => (told.Type, told.Span)), added.Events.Select(told => (told.Type, told.Span)));
        Assert.Equal(Standing.Holds, samples.Ledger.JudgementOf(judgement.Id)!.Standing);

        static bool HoldsMuch(Statement statement) => !statement.Figures.IsEmpty && !statement.Dates.IsEmpty && !statement.Places.IsEmpty;
    }

    [Theory]
    [InlineData("""{"figures":[{"start":-5,"end":9,"value":1,"low":null,"high":null,"bound":"exact","kind":"count","unit":null}],"events":7}""")]
    [InlineData("""{"dates":[3,null,{"start":1,"end":99999999,"type":"date","value":"2031"}],"places":[{"start":1,"end":2}]}""")]
    [InlineData("""{"events":[{"type":"exchange","start":1,"end":2,"participants":[{"role":"a","name":"b","side":null,"start":5,"end":4}],"negated":false,"count":null,"place":null,"time":null}]}""")]
    public void Facts_from_elsewhere_that_the_text_cannot_hold_are_passed_over(string facts)
    {
        var (ruling, id) = Missed();
        samples.Judge(ruling with { Facts = JsonNode.Parse(facts)!.AsObject() });
        var added = Assert.Single(samples.Ledger.Documents().SelectMany(stored => stored.Statements), statement => statement.Id == id);
        Assert.Equal((0, 0, 0, 0), (added.Figures.Length, added.Dates.Length, added.Places.Length, added.Events.Length));
    }

    // Words of a document that no statement has as its content.
    private (Ruling.Add Ruling, string Id) Missed()
    {
        foreach (var stored in samples.Ledger.Documents(asJudged: false))
        {
            var taken = stored.Statements.SelectMany(statement => statement.Content).ToList();
            foreach (var block in stored.Document.Blocks.Where(block => block.Role is BlockRole.Body && block.Span.Length > 40))
            {
                var span = new TextSpan(block.Span.Start, block.Span.Start + 30).Trim(stored.Document.Text);
                if (taken.Any(one => one.Overlaps(span))) { continue; }
                var anchor = StatementAnchor.OfMissed(stored.Document, null, null, [span], "A Person of the Quay", Polarity.Affirmed, null);
                return (new Ruling.Add(anchor, "A Person of the Quay", SourceType.Person), anchor.Id);
            }
        }

        throw new InvalidOperationException("Every word is a statement's.");
    }

    private static string Told(MatterReport report) => string.Join('\n', report.Matters.OrderBy(matter => matter.Id, StringComparer.Ordinal).Select(matter => $"{matter.Id}: {string.Join(' ', matter.Statements.Select(statement => statement.Statement))}"));
}
