using System.Net;
using System.Text.RegularExpressions;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Workbench.Listing;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Tests.Workbench;

/// <summary>Every judgement that a form can ask for, without script, and taking it back.</summary>
public sealed class JudgingTests(OpenWorkbench workbench) : IClassFixture<OpenWorkbench>
{
    [Fact]
    public async Task Words_copied_from_the_text_correct_source_cue_and_content()
    {
        using var visitor = workbench.Visit();
        var (id, before) = Statement(one => one is { Source.Span: not null, Cue: not null, Content: [{ Length: > 40 }] });
        var words = before.Content.Split(' ');
        var shorter = string.Join("  \n", words[1..^1]); // white space differs, as browsers make it
        var done = await visitor.Send($"/statements/{id}/judge", $"/statements/{id}/judge", ("verdict", "correct"), ("content_words", shorter), ("source_words", before.Source), ("reason", "the first and the last word are not of it"), ("back", "/judgements"));
        Assert.Equal("/judgements", done.Headers.Location?.ToString());
        var correction = Assert.IsType<Ruling.Correct>(Latest().Ruling).Correction;
        Assert.Equal(string.Join(' ', words[1..^1]), string.Join(' ', Assert.Single(correction.Content!.Value).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Null(correction.Source);
        Assert.Null(correction.Cue);
        Assert.Contains("Corrected what is claimed", await visitor.Read("/judgements"), StringComparison.Ordinal);
        Assert.Contains("corrected", await visitor.Read((await visitor.Get($"/statements/{id}")).Headers.Location!.ToString().Split('#')[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_in_code_points_do_too_and_places_that_are_none_are_refused()
    {
        using var visitor = workbench.Visit();
        var (id, before) = Statement(one => one is { Cue: not null, Content: [{ Length: > 60 }] });
        var start = before.ContentAt.Start;
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Send("/add", $"/statements/{id}/judge", ("verdict", "correct"), ("content_at", $"{start}-{start + 12}"), ("reason", "only this"))).StatusCode);
        Assert.Equal(before.Content[..12].Trim(), Assert.Single(Assert.IsType<Ruling.Correct>(Latest().Ruling).Correction.Content!.Value).Text);
        foreach (var wrong in new[] { "12-12", "5-3", "x", "0-99999999", "-1-4", "1-2-3" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send("/add", $"/statements/{id}/judge", ("verdict", "correct"), ("cue_at", wrong), ("reason", "a slip"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send("/add", $"/statements/{id}/judge", ("verdict", "correct"), ("cue_words", "words that nobody wrote (.*)+"), ("reason", "a slip"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send("/add", $"/statements/{id}/judge", ("verdict", "correct"), ("reason", "nothing is said to be wrong"))).StatusCode);
    }

    [Fact]
    public async Task A_statement_is_split_off_its_matter_and_merged_into_it_again()
    {
        using var visitor = workbench.Visit();
        var page = await visitor.Link("/", "/matters/");
        string[] ids = [.. Regex.Matches(await visitor.Read(page + "/statements"), "name=\"statement\" value=\"([0-9a-f]{32})\"").Select(match => match.Groups[1].Value).Take(2)];
        var apart = (await visitor.Send(page, page + "/split", ("statement", ids[0]), ("statement", ids[1]), ("reason", "they are about something else"))).Headers.Location!.ToString();
        Assert.StartsWith("/matters/", apart, StringComparison.Ordinal);
        Assert.Contains(">2 statements in ", await visitor.Read(apart), StringComparison.Ordinal);
        var whole = await visitor.Link("/", "/matters/");
        var merged = (await visitor.Send(whole, whole + "/merge", ("address", workbench.Address + apart[1..]), ("reason", "they are one after all"))).Headers.Location!.ToString();
        Assert.Contains($"/statements/{ids[0]}/judge", await visitor.Read(merged), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send(merged, merged + "/merge", ("address", merged), ("reason", "with itself"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send(merged, merged + "/split", ("reason", "with nothing chosen"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Send(merged, "/matters/none/split", ("statement", ids[0]), ("reason", "no such matter"))).StatusCode);
    }

    [Fact]
    public async Task Origins_are_overruled_and_a_claim_is_rated()
    {
        using var visitor = workbench.Visit();
        var page = await visitor.Read(await visitor.Link("/", "/matters/"));
        var id = Regex.Match(page, "/statements/([0-9a-f]{32})/judge").Groups[1].Value;
        var form = await visitor.Read($"/statements/{id}/judge");
        var other = Regex.Match(form, "<option value=\"([0-9a-f]{32})\"").Groups[1].Value;
        await visitor.Send("/add", $"/statements/{id}/judge", ("verdict", "independent"), ("other", other), ("reason", "two people were in the room"));
        Assert.False(Assert.IsType<Ruling.OverruleOrigins>(Latest().Ruling).Same);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send("/add", $"/statements/{id}/judge", ("verdict", "same"), ("other", ""), ("reason", "nothing chosen"))).StatusCode);
        await visitor.Send("/add", $"/statements/{id}/judge", ("verdict", "rate"), ("value", "2"), ("name", "Unsupported"), ("reason", "nobody else says so"));
        Assert.Equal((2, "Unsupported"), Assert.IsType<Ruling.Rate>(Latest().Ruling) is var rate ? (rate.Value, rate.Name) : default);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send("/add", $"/statements/{id}/judge", ("verdict", "rate"), ("value", "9"), ("name", "Beyond"), ("reason", "out of the scale"))).StatusCode);
    }

    [Fact]
    public async Task A_source_is_identified_under_its_names_and_its_page_moves()
    {
        using var visitor = workbench.Visit();
        var source = await visitor.Link("/search?q=Maksym", "/sources/");
        var name = WebUtility.HtmlDecode(Regex.Match(await visitor.Read(source), "name=\"name\" value=\"([^\"]+)\"").Groups[1].Value);
        var moved = (await visitor.Send(source, source + "/identify", ("name", name), ("identity", "Tavik <Orne>"), ("reason", "it is his other name"))).Headers.Location!.ToString();
        Assert.StartsWith("/sources/tavik-orne", moved, StringComparison.Ordinal);
        Assert.Contains("Tavik &lt;Orne&gt;", await visitor.Read(moved), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send(moved, moved + "/identify", ("identity", "Nobody"), ("reason", "no name ticked"))).StatusCode);
    }

    [Fact]
    public async Task A_statement_that_the_engine_missed_is_added_with_words_copied_from_the_text()
    {
        using var visitor = workbench.Visit();
        var address = await visitor.Link("/documents", "/documents/");
        var form = await visitor.Read(address + "/add");
        var words = WebUtility.HtmlDecode(Regex.Match(form, "data-start=\"\\d+\">([^<]{20,60})").Groups[1].Value);
        Assert.NotEqual("", words);
        var done = await visitor.Send(address + "/add", address + "/add", ("content_words", words[..18]), ("source", "the editors"), ("type", "group"), ("reason", "it is theirs"));
        Assert.StartsWith("/statements/", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        var add = Assert.IsType<Ruling.Add>(Latest().Ruling);
        Assert.Equal(words[..18].Trim(), Assert.Single(add.Statement.Content).Text);
        Assert.Contains("the editors", await visitor.Read(address), StringComparison.Ordinal);
        Assert.Contains("judged-added", await visitor.Read(address), StringComparison.Ordinal);
        Assert.Contains("the editors", await visitor.Read("/search?source=the+editors"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send(address + "/add", address + "/add", ("content_words", words[..18]), ("source", "the editors"), ("reason", "once more"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send(address + "/add", address + "/add", ("source", "the editors"), ("reason", "of nothing"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/documents/none/add")).StatusCode);
    }

    [Fact]
    public async Task The_last_judgement_is_taken_back_in_the_queue_and_then_there_is_none()
    {
        using var visitor = workbench.Visit();
        var (id, _) = Statement(one => one.Judged is null && one.Content[0].Length > 20);
        await visitor.Send("/review", $"/statements/{id}/judge", ("verdict", "reject"), ("reason", "a slip of the finger"), ("back", "/review"));
        Assert.Contains("somebody judged that it is none", await visitor.Read($"/statements/{id}/judge"), StringComparison.Ordinal);
        await visitor.Send("/review", "/review/undo", ("reason", "taken back"), ("back", "/review"));
        Assert.IsType<Ruling.Withdraw>(Latest().Ruling);
        Assert.Contains("Is this right?", await visitor.Read($"/statements/{id}/judge"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send("/review", "/review/undo", ("reason", "once more"), ("back", "/review"))).StatusCode);
    }

    [Fact]
    public async Task Judgements_are_listed_the_latest_first_page_by_page()
    {
        using var visitor = workbench.Visit();
        var (id, _) = Statement(one => one.Judged is null && one.Content[0].Length > 30);
        for (var i = 0; i < 55; i++)
        {
            using var ledger = EvidenceLedger.Open(workbench.LedgerFile);
            ledger.Judge("somebody", $"reason {i}", new Ruling.Accept(ledger.AnchorOf(id)!));
        }

        await workbench.Services.GetRequiredService<ListingUpkeep>().UpdateAsync(TestContext.Current.CancellationToken); // what others write is listed after a while

        var (path, seen) = ("/judgements", new List<string>());
        while (path.Length > 0)
        {
            var text = await visitor.Read(path);
            seen.AddRange(Regex.Matches(text, "<q><bdi>(reason \\d+)</bdi></q>").Select(match => match.Groups[1].Value));
            path = WebUtility.HtmlDecode(Regex.Match(text, "rel=\"next\" href=\"([^\"]+)").Groups[1].Value);
        }

        Assert.Equal(Enumerable.Range(0, 55).Reverse().Select(i => $"reason {i}"), seen);
        Assert.Contains("a later one stands in its place", await visitor.Read("/judgements"), StringComparison.Ordinal);
        using var whole = EvidenceLedger.OpenForReading(workbench.LedgerFile);
        var (paged, after) = (new List<StoredJudgement>(), (string?)null);
        do
        {
            var (page, next) = whole.JudgementPage(after, 7);
            paged.AddRange(page);
            after = next;
        }
        while (after is not null);
        Assert.Equal(whole.Judgements().Select(stored => (stored.Judgement.Id, stored.Standing, stored.Nearest)), paged.Select(stored => (stored.Judgement.Id, stored.Standing, stored.Nearest)));
    }

    private Judgement Latest()
    {
        using var ledger = EvidenceLedger.OpenForReading(workbench.LedgerFile);
        return ledger.JudgementPage(null, 1, latestFirst: true).Judgements[0].Judgement;
    }

    private (string Id, (string Content, (int Start, int End) ContentAt, string Source) Words) Statement(Func<Hearsay.Statements.Statement, bool> fits)
    {
        using var ledger = EvidenceLedger.OpenForReading(workbench.LedgerFile);
        var (stored, statement) = ledger.Documents().SelectMany(stored => stored.Statements.Select(statement => (stored, statement))).First(one => fits(one.statement) && ledger.JudgementsOf(one.statement.Id).IsEmpty);
        var (text, offsets) = (stored.Document.Text, new CodePointOffsets(stored.Document.Text));
        return (statement.Id, (statement.Content[0].SliceOf(text), (offsets.ToCodePoint(statement.Content[0].Start), offsets.ToCodePoint(statement.Content[0].End)), statement.Source?.Span?.SliceOf(text) ?? ""));
    }
}
