using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Tests.Dossier;
using Microsoft.Playwright;

namespace Hearsay.Tests.Workbench;

/// <summary>What the script adds to the workbench: marking words, single keys, following lines.</summary>
public sealed class ScriptInBrowserTests(Browser browser, OpenWorkbench workbench) : IClassFixture<Browser>, IClassFixture<OpenWorkbench>
{
    private const string Astral = "The ministry 🕊️ of Norrand said on Monday that 4,711 sailors 🕊️ had come ashore at dawn.";

    [Fact]
    public async Task Words_are_marked_in_the_text_and_the_places_sent_are_those_of_the_document()
    {
        using var visitor = workbench.Visit();
        var taken = await visitor.Send("/add", "/add", ("text", Astral), ("outlet", "Quay Courier"), ("published", "2031-05-06"));
        await visitor.Until(taken.Headers.Location!.ToString(), ">Done<");
        string id;
        using (var ledger = EvidenceLedger.OpenForReading(workbench.LedgerFile)) { id = ledger.Documents().Single(stored => stored.Document.Text.StartsWith(Astral, StringComparison.Ordinal)).Statements[0].Id; }
        var page = await Open($"/statements/{id}/judge");
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "the source" })).ToBeVisibleAsync();
        await Mark(page, "sailors", "what is claimed");
        await Mark(page, "at dawn", "another part of it");
        await Mark(page, "Monday", "the source");
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct it", Exact = true }).ClickAsync();
        using var after = EvidenceLedger.OpenForReading(workbench.LedgerFile);
        var correction = Assert.IsType<Ruling.Correct>(after.JudgementPage(null, 1, latestFirst: true).Judgements[0].Judgement.Ruling).Correction;
        Assert.Equal(["sailors", "at dawn"], correction.Content!.Value.Select(part => part.Text));
        Assert.Equal("Monday", correction.Source!.Span!.Text);
    }

    [Fact]
    public async Task The_queue_is_worked_through_with_single_keys()
    {
        var page = await Open("/review");
        await Follow(page, () => page.Keyboard.PressAsync("j"));
        Assert.EndsWith("/review?skip=1", page.Url, StringComparison.Ordinal);
        await Follow(page, () => page.Keyboard.PressAsync("k"));
        Assert.EndsWith("/review", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByText("take back the last", new() { Exact = true })).ToBeVisibleAsync();
        for (var i = 0; await page.Locator("[data-key=a]").CountAsync() == 0 && i < 20; i++) { await Follow(page, () => page.Keyboard.PressAsync("j")); }
        await Follow(page, () => page.Keyboard.PressAsync("a"));
        using (var ledger = EvidenceLedger.OpenForReading(workbench.LedgerFile)) { Assert.IsType<Ruling.Accept>(ledger.JudgementPage(null, 1, latestFirst: true).Judgements[0].Judgement.Ruling); }
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take back the last" })).ToBeVisibleAsync();
        await Follow(page, () => page.Keyboard.PressAsync("u"));
        using (var ledger = EvidenceLedger.OpenForReading(workbench.LedgerFile)) { Assert.IsType<Ruling.Withdraw>(ledger.JudgementPage(null, 1, latestFirst: true).Judgements[0].Judgement.Ruling); }
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("ja");
        Assert.Equal("ja", await page.GetByLabel("Search documents and statements").InputValueAsync());
    }

    [Fact]
    public async Task Pointing_at_a_statement_of_a_timeline_follows_it_to_its_first_mention()
    {
        var page = await Open("/");
        await page.Locator(".matter h2 a").First.ClickAsync();
        var from = await page.Locator(".timeline .arrow.carries").First.GetAttributeAsync("data-from");
        await page.Locator($".timeline a[data-statement='{from}']").FocusAsync();
        await Assertions.Expect(page.Locator(".timeline.following")).ToHaveCountAsync(1);
        Assert.True(await page.Locator(".timeline .arrow.lit").CountAsync() >= 1);
        Assert.True(await page.Locator(".timeline a.lit").CountAsync() < await page.Locator(".timeline a").CountAsync());
        Assert.NotEqual("", (await page.Locator(".told").InnerTextAsync()).Trim());
    }

    private static async Task Mark(IPage page, string words, string button)
    {
        await page.EvaluateAsync("""
            words => {
              const walker = document.createTreeWalker(document.querySelector('[data-text]'), NodeFilter.SHOW_TEXT);
              for (let node; node = walker.nextNode();) {
                const at = node.data.indexOf(words);
                if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + words.length); return; }
              }
            }
            """, words);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-mark-said]")).ToHaveTextAsync($"Marked “{words}”.");
    }

    // Until another page has taken this one's place.
    private static async Task Follow(IPage page, Func<Task> press)
    {
        await page.EvaluateAsync("document.documentElement.dataset.before = 'yes'");
        await press();
        await Assertions.Expect(page.Locator("html[data-before]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("html.scripted")).ToHaveCountAsync(1);
    }

    private async Task<IPage> Open(string path)
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(new Uri(workbench.Address, path).AbsoluteUri);
        await Assertions.Expect(page.Locator("html.scripted")).ToHaveCountAsync(1);
        return page;
    }
}
