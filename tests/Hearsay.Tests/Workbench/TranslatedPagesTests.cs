using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hearsay.Tests.Dossier;
using Hearsay.Web.Text;
using Hearsay.Workbench;
using Microsoft.AspNetCore.Builder;

namespace Hearsay.Tests.Workbench;

/// <summary>Pages in another language: one made up, in which every text is its English in brackets.</summary>
public sealed partial class TranslatedPagesTests(OpenWorkbench samples) : IClassFixture<OpenWorkbench>, IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        folder.Write("texts/tlh.json", JsonSerializer.Serialize(new { language = "tlh", texts = TextCatalogue.All().ToDictionary(text => text, text => $"[{text}]") }));
        app = WorkbenchHost.Build(new WorkbenchOptions { Ledger = samples.LedgerFile, Url = "http://127.0.0.1:0", Pipeline = () => throw new NotSupportedException(), Translations = Translation.ReadAll(folder["texts"]) });
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/findings")]
    [InlineData("/review")]
    [InlineData("/documents")]
    [InlineData("/sources")]
    [InlineData("/rolls")]
    [InlineData("/search?q=list")]
    [InlineData("/add")]
    [InlineData("/exports")]
    [InlineData("/judgements")]
    [InlineData("/nothing-here")]
    [InlineData("matter")]
    [InlineData("statements")]
    [InlineData("document")]
    [InlineData("source")]
    [InlineData("judge")]
    public async Task Everything_that_a_page_says_itself_is_in_the_language_that_is_asked_for(string path)
    {
        using var visitor = new Visitor(new Uri(app.Urls.First()));
        path = path switch
        {
            "matter" => await visitor.Link("/", "/matters/"),
            "statements" => await visitor.Link("/", "/matters/") + "/statements",
            "document" => await visitor.Link("/documents", "/documents/"),
            "source" => await visitor.Link("/sources", "/sources/"),
            "judge" => await visitor.Link("/review", "/statements/") + "/judge",
            _ => path,
        };
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("tlh-Latn, en;q=0.5");
        var answer = await visitor.Get(path);
        Assert.Equal("tlh", answer.Content.Headers.ContentLanguage.Single());
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<html lang=\"tlh\">", page, StringComparison.Ordinal);
        var own = Own().Matches(page).Select(match => WebUtility.HtmlDecode(Tags().Replace(FromDocuments().Replace(match.Groups[2].Value, ""), "")).Trim()).Where(text => Letters().IsMatch(text) && !Days().IsMatch(text)).ToList();
        Assert.NotEmpty(own);
        Assert.All(own, text => Assert.Contains('[', text));
    }

    [Fact]
    public async Task Who_asks_for_no_language_that_there_is_gets_English()
    {
        using var visitor = new Visitor(new Uri(app.Urls.First()));
        Assert.Contains("<h1>Matters</h1>", await visitor.Read("/"), StringComparison.Ordinal);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB, tlh;q=0.5");
        Assert.Contains("<h1>Matters</h1>", await visitor.Read("/"), StringComparison.Ordinal);
    }

    // What only a page itself writes: headings, labels, buttons. Names of parties and values of the ledger are in none of these.
    [GeneratedRegex(@"<(h1(?=>)|h2|th scope=""col""|button|legend|summary|caption|figcaption)\b[^>]*>(.*?)</", RegexOptions.Singleline)]
    private static partial Regex Own();

    [GeneratedRegex("<(bdi|kbd)>.*?</\\1>|<(bdi|kbd)>.*", RegexOptions.Singleline)]
    private static partial Regex FromDocuments();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"^\d+ \w+ \d{4}$")]
    private static partial Regex Days();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Letters();
}
