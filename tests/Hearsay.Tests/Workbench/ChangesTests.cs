using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Workbench;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Tests.Workbench;

/// <summary>What people change in the workbench, and what the ledger's log says of it.</summary>
public sealed class ChangesTests(OpenWorkbench workbench) : IClassFixture<OpenWorkbench>
{
    [Fact]
    public async Task A_pasted_text_is_analysed_in_the_background_and_then_searched_and_its_statements_judged()
    {
        using var visitor = workbench.Visit();
        var taken = await visitor.Send("/add", "/add", ("text", "The harbour ministry of Oskeland said on Monday that 4711 sailors had come ashore. The captain denied it."), ("outlet", "Quay Courier"), ("published", "2031-05-06"));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var done = await visitor.Until(taken.Headers.Location!.ToString(), ">Done<");
        Assert.Contains("1 document is new", done, StringComparison.Ordinal);
        var found = await visitor.Read("/search?q=sailors&outlet=quay+courier&from=2031-05-01&to=2031-05-31");
        Assert.Contains("4711 sailors", found, StringComparison.Ordinal);
        Assert.Contains("capture", workbench.Log()[^1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(workbench.LedgerFile + ".inbox"));

        // Rejected, it leaves the lists; taken back, it is there again.
        using var ledger = EvidenceLedger.OpenForReading(workbench.LedgerFile);
        var statement = ledger.Documents().Single(stored => stored.Document.Outlet == "Quay Courier").Statements[0].Id;
        var judged = await visitor.Send("/add", $"/statements/{statement}/judge", ("verdict", "reject"), ("reason", "nobody said this"), ("back", "/search?q=sailors"));
        Assert.Equal("/search?q=sailors", judged.Headers.Location?.ToString());
        Assert.Contains("No statement has all of that", await visitor.Read("/search?q=sailors"), StringComparison.Ordinal);
        Assert.StartsWith("judgement ", workbench.Log()[^1], StringComparison.Ordinal);
        var judgement = ledger.JudgementsOf(statement).Single().Judgement.Id;
        await visitor.Send("/add", $"/judgements/{judgement}/withdraw", ("reason", "I was wrong"));
        Assert.Contains("4711 sailors", await visitor.Read("/search?q=sailors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_process_judges_stays_listed_until_it_is_listed_anew()
    {
        using var visitor = workbench.Visit();
        var document = await visitor.Link("/documents", "/documents/");
        var id = Regex.Match(await visitor.Read(document), "/statements/([0-9a-f]{32})/judge").Groups[1].Value;
        using (var ledger = EvidenceLedger.Open(workbench.LedgerFile)) { ledger.Judge("somebody else", "read elsewhere", new Ruling.Correct(ledger.AnchorOf(id)!, new Correction(Source: new CorrectedSource("A Dispatch Clerk")))); }
        Assert.Contains("A Dispatch Clerk", await visitor.Read(document), StringComparison.Ordinal);
        Assert.Contains(document, await visitor.Read("/documents"), StringComparison.Ordinal);
        await visitor.Until("/search?source=A+Dispatch+Clerk", "quote-meta");
    }

    [Fact]
    public async Task Warming_makes_its_pages_and_leaves_no_trace()
    {
        var before = workbench.Log();
        await workbench.Services.GetRequiredService<Warming>().WarmAsync(TestContext.Current.CancellationToken); // throws where a page is not there
        Assert.Equal(before, workbench.Log());
    }

    [Fact]
    public async Task A_workbench_over_lists_that_are_filled_already_starts_again_and_again()
    {
        for (var i = 0; i < 3; i++)
        {
            await using var app = WorkbenchHost.Build(new WorkbenchOptions { Ledger = workbench.LedgerFile, Url = "http://127.0.0.1:0", Pipeline = () => throw new NotSupportedException() });
            await app.StartAsync(TestContext.Current.CancellationToken);
            await app.Services.GetRequiredService<Warming>().ExecuteTask!.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task What_another_process_writes_is_on_a_matter_s_page_at_once_though_it_was_laid_out_before()
    {
        using var visitor = workbench.Visit();
        var page = await visitor.Link("/", "/matters/");
        var id = Regex.Match(await visitor.Read(page), "/findings/([^/\"]+)/dismiss").Groups[1].Value;
        Assert.DoesNotContain("known to the night shift", await visitor.Read(page), StringComparison.Ordinal);
        using (var ledger = EvidenceLedger.Open(workbench.LedgerFile)) { ledger.Judge("somebody else", "known to the night shift", new Ruling.Dismiss(ledger.FindingAnchorOf(Uri.UnescapeDataString(id))!)); }
        Assert.Contains("known to the night shift", await visitor.Read(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_changes_whose_word_it_is()
    {
        using var visitor = workbench.Visit();
        using var ledger = EvidenceLedger.OpenForReading(workbench.LedgerFile);
        var statement = ledger.Documents().SelectMany(stored => stored.Statements).First(one => one.Source?.Name == "Ostap Zhelivan" && one.Confidence > 0.5).Id;
        await visitor.Send("/add", $"/statements/{statement}/judge", ("verdict", "correct"), ("source", "Somebody Else Entirely"), ("reason", "the pronoun means another"));
        Assert.Contains("Somebody Else Entirely", await visitor.Read("/search?source=Somebody+Else+Entirely"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_is_dismissed_with_a_reason_and_taken_back()
    {
        using var visitor = workbench.Visit();
        var id = Regex.Match(await visitor.Read("/findings"), "/findings/([0-9a-f]+)/dismiss").Groups[1].Value;
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send("/findings", $"/findings/{id}/dismiss", ("reason", " "))).StatusCode);
        Assert.Equal("/findings", (await visitor.Send("/findings", $"/findings/{id}/dismiss", ("reason", "a slip of <b>typing</b>"), ("back", "/findings"))).Headers.Location?.ToString());
        Assert.DoesNotContain(id, await visitor.Read("/findings"), StringComparison.Ordinal);
        var dismissed = await visitor.Read("/findings?state=dismissed");
        Assert.Contains("a slip of &lt;b&gt;typing&lt;/b&gt;", dismissed, StringComparison.Ordinal);
        await visitor.Send("/findings", $"/findings/{id}/restore", ("reason", "it was none"));
        Assert.Contains(id, await visitor.Read("/findings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_uploaded_its_columns_looked_at_and_checked_and_names_are_shown_only_with_a_logged_reason()
    {
        using var visitor = workbench.Visit();
        var list = Encoding.UTF8.GetBytes("Person;Born\nOren Tavlik;1999-03-02\nMila Dorst;2001-07-30\n");
        var register = Encoding.UTF8.GetBytes("name,birth_date\nOren Tavlik,1999-03-02\nSomebody Other,1980-01-01\n");
        var taken = await visitor.Upload("/rolls", "/checks", [("list", "list.csv", list), ("register1", "home.csv", register)], ("register1-role", "returned"));
        var check = taken.Headers.Location!.ToString();
        Assert.Contains("Which column holds what", await visitor.Read(check), StringComparison.Ordinal);
        await visitor.Send(check, check, ("column-0-Name", "1"), ("column-0-BirthDate", "2"));
        var location = check;
        for (var i = 0; i < 300 && !location.StartsWith("/rolls/", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            location = (await visitor.Get(check)).Headers.Location?.ToString() ?? check;
        }

        var page = await visitor.Read(location);
        Assert.Contains("2 rows", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tavlik", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send(location, location + "/names", ("reason", ""), ("page", "1"))).StatusCode);
        var named = await visitor.Send(location, location + "/names", ("reason", "a letter to the bureau"), ("page", "1"));
        Assert.Contains("Tavlik", await named.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("a letter to the bureau", workbench.Log()[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("Tavlik", string.Join('\n', workbench.Log()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_with_its_reason()
    {
        using var visitor = workbench.Visit();
        var refused = await visitor.Upload("/add", "/add", [("files", "picture.png", [1, 2, 3])]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Documents are .txt", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var empty = await visitor.Upload("/add", "/add", [("files", "notes.txt", []), ("files", "more.txt", "Ten men came home, the ministry said."u8.ToArray())]);
        Assert.Contains("refused", await visitor.Until(empty.Headers.Location!.ToString(), ">Done<"), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_finds_the_ledger_sound_with_its_lists()
    {
        using var ledger = EvidenceLedger.OpenForReading(workbench.LedgerFile);
        Assert.Empty(ledger.Verify().Damages);
    }
}
