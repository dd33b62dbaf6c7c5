// Pictures of every kind of page of a workbench, to look at: on a desk and on a phone, light and dark.
//   hearsay serve --ledger case.db            (in another terminal)
//   dotnet run bench/pictures.cs FOLDER [URL [PAGE ...]]
// URL is http://127.0.0.1:5180 unless told otherwise; PAGE narrows to some names, as matter. Needs Chromium, as the tests do. Prints pages that are wider than their window.
#:package Microsoft.Playwright
#:property PublishAot=false

using Microsoft.Playwright;

var folder = args[0];
var home = new Uri(args.Length > 1 ? args[1] : "http://127.0.0.1:5180");
var only = args.Skip(2).ToHashSet(StringComparer.Ordinal);
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
(string Name, string From, string Link)[] pages =
[
    ("matters", "/", ""), ("disputed", "/?status=disputed", ""), ("matter", "/", "main a[href^='/matters/']"), ("statements", "/", "main a[href^='/matters/']"), ("findings", "/findings", ""), ("review", "/review", ""),
    ("documents", "/documents", ""), ("document", "/documents", "main a[href^='/documents/']"), ("sources", "/sources", ""), ("source", "/sources", "main a[href^='/sources/']"),
    ("rolls", "/rolls", ""), ("audit", "/rolls", "main a[href^='/rolls/']"), ("search", "/search", ""), ("found", "/search?q=prisoners", ""), ("found-documents", "/search?in=documents&q=prisoners", ""),
    ("add", "/add", ""), ("exports", "/exports", ""), ("judgements", "/judgements", ""), ("judge", "/review", "main a[href$='/judge']"), ("missed", "/documents", "main a[href^='/documents/']"), ("none", "/nothing-here", ""),
];
foreach (var (device, width, height) in new[] { ("desk", 1440, 900), ("phone", 390, 844) })
{
    foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, DeviceScaleFactor = 1 });
        var page = await context.NewPageAsync();
        foreach (var (name, from, link) in pages.Where(one => only.Count == 0 || only.Contains(one.Name)))
        {
            await page.GotoAsync(new Uri(home, from).AbsoluteUri);
            if (link.Length > 0)
            {
                if (await page.Locator(link).CountAsync() == 0) { continue; } // an empty ledger has none
                var address = await page.Locator(link).First.GetAttributeAsync("href");
                address = address!.Split('#', '?')[0] + (name switch { "statements" => "/statements", "missed" => "/add", _ => "" });
                await page.GotoAsync(new Uri(home, address).AbsoluteUri);
            }

            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width) { Console.WriteLine($"{name} on a {device}: {wide} wide"); }
            var tall = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{device}-{scheme.ToString().ToLowerInvariant()}.png"), FullPage = true, Clip = new() { Width = width, Height = Math.Min(tall, 2400) } });
        }
    }
}
