using Microsoft.Playwright;

namespace Hearsay.Tests.Dossier;

/// <summary>The dossier as a reader's browser shows it, from disk.</summary>
public sealed class DossierInBrowserTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_page_has_a_serious_accessibility_violation(ColorScheme scheme)
    {
        var page = await browser.OpenAsync(scheme: scheme);
        var violations = new List<string>();
        foreach (var path in browser.Kinds)
        {
            await page.GotoAsync(browser.AddressOf(path));
            violations.AddRange((await Browser.SeriousViolationsAsync(page, leastPasses: 20)).Select(violation => $"{path}: {violation}"));
        }

        Assert.Empty(violations);
    }

    [Fact]
    public async Task No_request_leaves_the_disk_and_the_style_sheet_is_allowed()
    {
        var page = await browser.OpenAsync();
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        foreach (var path in browser.Pages)
        {
            await page.GotoAsync(browser.AddressOf(path));
            Assert.Equal("grid", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.colophon')).display"));
        }

        Assert.True(requests.Count >= browser.Pages.Length);
        Assert.All(requests, url => Assert.True(url.StartsWith("file://", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal), url));
    }

    [Fact]
    public async Task Numbers_lead_to_the_facts_and_back_without_script()
    {
        var page = await browser.OpenAsync(script: false);
        await page.GotoAsync(browser.AddressOf(browser.Page("documents/2031-05-03")));
        await page.Locator("#s5").ClickAsync();
        Assert.EndsWith("#n5", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#n5")).ToBeInViewportAsync();
        await page.Locator("#n5 > .number").ClickAsync();
        Assert.EndsWith("#s5", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByText("fourteen are civilians").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_somebody_believes_is_held_back_until_it_is_asked_for_without_script()
    {
        var page = await browser.OpenAsync(script: false);
        var address = browser.AddressOf(browser.Page("documents/2031-05-08"));
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("#n1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#n2")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("It hopes that they come")).ToBeVisibleAsync();
        await page.Locator("#all-acts").CheckAsync();
        await Assertions.Expect(page.Locator("#n2")).ToBeVisibleAsync();
        await page.GotoAsync("about:blank");
        await page.GotoAsync(address + "#s2");
        await Assertions.Expect(page.Locator("#n2")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task No_page_scrolls_sideways_on_a_phone(int width)
    {
        var page = await browser.OpenAsync(width);
        foreach (var path in browser.Kinds)
        {
            await page.GotoAsync(browser.AddressOf(path));
            var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(excess <= 0, $"{path} is {excess} px too wide at {width} px");
        }
    }

    [Fact]
    public async Task A_hostile_document_neither_runs_nor_breaks_out()
    {
        var page = await browser.OpenAsync();
        var events = new List<string>();
        page.Dialog += (_, dialog) => { events.Add(dialog.Message); _ = dialog.DismissAsync(); };
        page.FrameNavigated += (_, frame) => events.Add(frame.Url);
        page.Console += (_, message) => events.Add(message.Text);
        var address = browser.AddressOf(browser.Page("documents/2031-05-05"));
        await page.GotoAsync(address);
        Assert.Equal([address], events);
        Assert.StartsWith("</title><script>", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("script, iframe, img, base, main style, main b, main i").CountAsync());
        await Assertions.Expect(page.Locator(".colophon")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("a[href^='javascript']").CountAsync());
        // A pile of combining marks stays within its paragraph's line.
        var heights = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('.text')].map(text => text.scrollHeight - text.clientHeight)");
        Assert.All(heights, excess => Assert.True(excess < 12, $"a paragraph overflows by {excess} px"));
    }

    [Fact]
    public async Task In_print_everything_is_open_and_marks_have_lines()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(browser.AddressOf(browser.Page("documents/2031-05-03")));
        var furniture = page.GetByText("Subscribe from 2 crowns a week");
        await Assertions.Expect(furniture).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True((await furniture.BoundingBoxAsync())!.Height > 0);
        Assert.Equal("none", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.masthead nav')).display"));
        foreach (var mark in new[] { ".m-source", ".m-cue", ".m-content" })
        {
            Assert.NotEqual("0px", await page.EvaluateAsync<string>($"getComputedStyle(document.querySelector('{mark}')).borderBottomWidth"));
        }
    }
}
