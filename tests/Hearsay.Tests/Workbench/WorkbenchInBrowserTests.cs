using Hearsay.Tests.Dossier;
using Microsoft.Playwright;

namespace Hearsay.Tests.Workbench;

/// <summary>The workbench as an analyst's browser shows it. Script is off but where a checker needs it.</summary>
public sealed class WorkbenchInBrowserTests(Browser browser, OpenWorkbench workbench) : IClassFixture<Browser>, IClassFixture<OpenWorkbench>
{
    [Fact]
    public async Task A_tour_from_the_matters_to_the_words_of_a_document_and_back_without_script()
    {
        var page = await Open("/");
        await page.Locator(".matter h2 a").First.ClickAsync();
        await Assertions.Expect(page.Locator("svg.timeline")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("svg.provenance")).ToBeVisibleAsync();
        await page.Locator(".side .said a").First.ClickAsync();
        Assert.Contains("/documents/", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(":target")).ToBeInViewportAsync();
        await page.GetByLabel("Search documents and statements").FillAsync("312 prisoners");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("statements").First).ToBeVisibleAsync();
        await page.Locator(".quote a.source-name").First.ClickAsync();
        Assert.Contains("/sources/", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_pasted_and_followed_until_it_is_there_without_script()
    {
        var page = await Open("/add");
        await page.GetByLabel("Paste a text").FillAsync("The ferry company said on Tuesday that 58 passengers had landed at Norrand.");
        await page.GetByLabel("Outlet").FillAsync("Ferry News");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Done" })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "pasted.txt" }).ClickAsync();
        await Assertions.Expect(page.GetByText("58 passengers").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_finding_is_dismissed_and_taken_back_and_a_statement_reviewed_without_script()
    {
        var page = await Open("/findings");
        var summary = await page.Locator(".finding-summary").First.InnerTextAsync();
        await page.Locator(".finding .act summary").First.ClickAsync();
        await page.GetByLabel("Why it is nothing to look at").First.FillAsync("known to the desk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Dismissed" }).ClickAsync();
        await Assertions.Expect(page.Locator(".finding-summary").First).ToHaveTextAsync(summary);
        await page.Locator(".finding .act summary").First.ClickAsync();
        await page.GetByLabel("Why it is worth a look after all").FillAsync("it was another one");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Assertions.Expect(page.GetByText("There is none.")).ToBeVisibleAsync();

        await page.GotoAsync(Address("/review"));
        var before = await page.Locator("main .lead, main blockquote, main .finding-summary").AllInnerTextsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "It is right" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" })).First.ClickAsync();
        Assert.NotEqual(before, await page.Locator("main .lead, main blockquote, main .finding-summary").AllInnerTextsAsync());
    }

    [Fact]
    public async Task A_list_is_checked_and_its_names_are_shown_for_a_reason_without_script()
    {
        var page = await Open("/rolls");
        await page.GetByLabel("The list: CSV").SetInputFilesAsync(new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = "name,birth_date\nBoris Testenko,1988-04-01\n"u8.ToArray() });
        await page.GetByLabel("File").First.SetInputFilesAsync(new FilePayload { Name = "home.csv", MimeType = "text/csv", Buffer = "name,birth_date\nBoris Testenko,1988-04-01\nAnna Beispiel,1990-05-05\n"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at the columns" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the list" }).ClickAsync();
        await Assertions.Expect(page.GetByText("A published list of 1 row")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Assertions.Expect(page.GetByText("Testenko")).ToHaveCountAsync(0);
        await page.GetByText("Show the names on this page").ClickAsync();
        await page.GetByLabel("Why; it goes into the log").FillAsync("asked by the bureau");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show names" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Testenko").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_judgement_is_taken_back_and_a_matter_is_exported_without_script()
    {
        var page = await Open("/review");
        for (var i = 0; await page.GetByRole(AriaRole.Button, new() { Name = "It is right" }).CountAsync() == 0 && i < 20; i++) { await page.GetByRole(AriaRole.Link, new() { Name = "Skip it" }).ClickAsync(); }
        await page.GetByRole(AriaRole.Button, new() { Name = "No such statement" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What was judged" }).ClickAsync();
        var latest = page.Locator(".judgements li").First;
        await Assertions.Expect(latest).ToContainTextAsync("No such statement");
        await latest.GetByText("Take back").First.ClickAsync();
        await latest.GetByLabel("Why it no longer holds").FillAsync("a second look");
        await latest.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Assertions.Expect(page.Locator(".judgements li").Nth(1)).ToContainTextAsync("withdrawn");

        await page.GotoAsync(Address("/"));
        await page.Locator(".matter h2 a").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Only denials" }).ClickAsync();
        await Assertions.Expect(page.Locator("svg.timeline .mark.denies").First).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "A bundle" }).ClickAsync());
        using var bundle = System.IO.Compression.ZipFile.OpenRead(await download.PathAsync());
        Assert.Contains(bundle.Entries, entry => entry.FullName.EndsWith("manifest-sha256.txt", StringComparison.Ordinal));
        Assert.Contains(bundle.Entries, entry => entry.FullName.EndsWith("data/dossier/index.html", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_page_is_whole_with_script_off()
    {
        var page = await browser.OpenAsync(script: false);
        foreach (var path in await Paths())
        {
            await page.GotoAsync(Address(path));
            Assert.False(string.IsNullOrWhiteSpace(await page.Locator("h1").First.InnerTextAsync()), path);
            Assert.Equal(0, await page.Locator(".script-only:visible").CountAsync());
            foreach (var hidden in await page.Locator("main form.mark-form .no-script").AllAsync()) { Assert.NotEqual("none", await hidden.EvaluateAsync<string>("one => getComputedStyle(one).display")); }
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_page_has_a_serious_accessibility_violation(ColorScheme scheme)
    {
        var page = await browser.OpenAsync(scheme: scheme);
        var violations = new List<string>();
        foreach (var path in await Paths())
        {
            await page.GotoAsync(Address(path));
            violations.AddRange((await Browser.SeriousViolationsAsync(page, leastPasses: 15)).Select(violation => $"{path}: {violation}"));
        }

        Assert.Empty(violations);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task No_page_scrolls_sideways_on_a_phone(int width)
    {
        var page = await browser.OpenAsync(width: width);
        foreach (var path in await Paths())
        {
            await page.GotoAsync(Address(path));
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{path} is {await page.EvaluateAsync<int>("document.documentElement.scrollWidth")} wide");
        }
    }

    [Fact]
    public async Task Nothing_is_asked_of_another_host_and_nothing_breaks_the_policy()
    {
        var page = await browser.OpenAsync();
        var (requests, complaints) = (new List<string>(), new List<string>());
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        foreach (var path in (await Paths()).Where(path => path is not ("/nothing-here" or "/matters/none"))) { await page.GotoAsync(Address(path)); }
        Assert.All(requests, url => Assert.True(url.StartsWith(workbench.Address.AbsoluteUri, StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal), url));
        Assert.Empty(complaints);
    }

    private async Task<string[]> Paths()
    {
        using var visitor = workbench.Visit();
        return
        [
            "/", "/findings", "/documents", "/sources", "/rolls", "/search", "/search?q=list", "/search?q=list&in=documents", "/add", "/review", "/judgements", "/exports", "/nothing-here", "/matters/none",
            await visitor.Link("/", "/matters/"), await visitor.Link("/", "/matters/") + "/statements", await visitor.Link("/search?q=312", "/documents/"), await visitor.Link("/sources", "/sources/"), await visitor.Link("/review", "/statements/") + "/judge", await visitor.Link("/documents", "/documents/") + "/add",
        ];
    }

    private async Task<IPage> Open(string path)
    {
        var page = await browser.OpenAsync(script: false);
        await page.GotoAsync(Address(path));
        return page;
    }

    private string Address(string path) => new Uri(workbench.Address, path).AbsoluteUri;
}
