using Hearsay.Tests.Dossier;
using Hearsay.Workbench.Safety;
using Microsoft.Playwright;

namespace Hearsay.Tests.Workbench;

/// <summary>The pages of accounts in a browser: signing in, one's own account with a key, everybody's, and what a role may not see.</summary>
public sealed class AccountsInBrowserTests(Browser browser, OpenWorkbenchWithAccounts workbench) : IClassFixture<Browser>, IClassFixture<OpenWorkbenchWithAccounts>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task None_has_a_serious_accessibility_violation_or_scrolls_sideways(ColorScheme scheme, int width)
    {
        var page = await browser.OpenAsync(width: width, scheme: scheme);
        var violations = new List<string>();
        async Task Check(string of)
        {
            violations.AddRange((await Browser.SeriousViolationsAsync(page, leastPasses: 12)).Select(violation => $"{of}: {violation}"));
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{of} scrolls sideways");
        }

        await page.GotoAsync(Address("/sign-in"));
        await Check("sign in");
        await page.GetByLabel("Name").FillAsync(nameof(Role.Administrator));
        await page.GetByLabel("Password").FillAsync("not that one");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Check("sign in, refused");
        await page.GetByLabel("Name").FillAsync(nameof(Role.Administrator));
        await page.GetByLabel("Password").FillAsync(OpenWorkbench.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Signed in as")).ToBeVisibleAsync();
        await Check("matters, signed in");
        await page.GotoAsync(Address("/account"));
        await page.GetByLabel("What it is for").FillAsync("a script");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a key" }).ClickAsync();
        await Assertions.Expect(page.GetByText("hsy_").First).ToBeVisibleAsync();
        await Check("account with a new key");
        await page.GotoAsync(Address("/accounts"));
        await Check("accounts");
        Assert.Empty(violations);
    }

    [Fact]
    public async Task What_a_role_may_not_see_says_so_on_a_page_of_its_own_and_a_reader_gets_no_forms()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(Address("/accounts"));
        await page.GetByLabel("Name").FillAsync(nameof(Role.Reader));
        await page.GetByLabel("Password").FillAsync(OpenWorkbench.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your role does not allow this" })).ToBeVisibleAsync();
        Assert.Empty(await Browser.SeriousViolationsAsync(page, leastPasses: 12));
        await page.GotoAsync(Address("/"));
        await page.Locator(".matter h2 a").First.ClickAsync();
        Assert.Equal(0, await page.Locator("main form[method=post]").CountAsync());
        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "judge", Exact = true }).CountAsync());
    }

    private string Address(string path) => new Uri(workbench.Address, path).AbsoluteUri;
}
