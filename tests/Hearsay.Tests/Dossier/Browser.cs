using System.Text.Json;
using Microsoft.Playwright;

namespace Hearsay.Tests.Dossier;

/// <summary>One headless Chromium, and one dossier of invented documents, for the tests of a class. Tests are skipped where there is no Chromium.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private const float Patience = 120_000; // milliseconds; build machines are busy

    private readonly TemporaryFolder folder = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>All pages: addresses relative to the dossier.</summary>
    internal string[] Pages { get; private set; } = [];

    /// <summary>One or two of every kind of page.</summary>
    internal string[] Kinds =>
    [
        "index.html", "documents/index.html", "sources/index.html", Page("documents/2031-05-03"), Page("documents/2031-05-04"), Page("documents/2031-05-05"),
        Page("sources/ludmila"), Page("sources/script"),
    ];

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) { return; }
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            Timeout = Patience,
        });
        Hearsay.Web.Dossier.DossierWriter.Write(InventedDocuments.All, folder.Path);
        Pages = [.. Directory.GetFiles(folder.Path, "*.html", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder.Path, path)).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) { await browser.DisposeAsync(); }
        playwright?.Dispose();
        folder.Dispose();
    }

    /// <summary>A new page of its own profile; closing its context closes it.</summary>
    internal async Task<IPage> OpenAsync(int width = 1440, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipUnless(browser is not null, $"needs Chromium at {Chromium}");
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, ColorScheme = scheme });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>The <c>file:</c> address of a page.</summary>
    internal string AddressOf(string page) => new Uri(Path.Combine(folder.Path, page)).AbsoluteUri;

    /// <summary>The first page whose path begins so.</summary>
    internal string Page(string beginning) => Pages.First(page => page.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>What axe-core finds serious or critical on a page with all its details open; one entry where axe passed fewer checks than it must, and so did not run.</summary>
    internal static async Task<IEnumerable<string>> SeriousViolationsAsync(IPage page, int leastPasses)
    {
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        await page.EvaluateAsync(Axe() + "; null");
        var found = await page.EvaluateAsync<JsonElement>(
            "least => axe.run().then(result => result.passes.length < least ? ['axe did not run'] : result.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | ')))", leastPasses);
        return found.EnumerateArray().Select(violation => violation.GetString()!);
    }

    /// <summary>axe-core's source, installed with <c>npm ci</c> where it is not there yet.</summary>
    private static string Axe() => File.ReadAllText(Path.Combine(NodePackages.Of("axe", "axe-core/axe.min.js"), "axe-core", "axe.min.js"));
}
