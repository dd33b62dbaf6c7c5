using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hearsay.Intake.Rolls;
using Hearsay.Ledger;
using Hearsay.Rolls;
using Hearsay.Tests.Dossier;
using Hearsay.Web.Text;
using Hearsay.Workbench.Safety;

namespace Hearsay.Tests.Workbench;

/// <summary>A workbench with an audited list whose pages are also there in a made-up language, in which every text is its English in brackets.</summary>
public sealed class TranslatedWorkbench : OpenWorkbenchWithAccounts
{
    private static readonly string[] Months = [.. Enumerable.Range(1, 12).Select(month => $"[M{month}]")];

    protected override IReadOnlyDictionary<string, Translation> Translations
    {
        get
        {
            using var folder = new TemporaryFolder();
            folder.Write("texts/tlh.json", JsonSerializer.Serialize(new { language = "tlh", culture = new { months = Months, short_months = Months }, texts = TextCatalogue.All().ToDictionary(text => text, text => $"[{text}]") }));
            return Translation.ReadAll(folder["texts"]);
        }
    }

    internal override void Fill(EvidenceLedger ledger)
    {
        string Roll(string name) => Path.Combine(Repository.Root, "samples", "rolls", name);
        var audit = new RollAuditor(new RollAuditOptions { Threads = 1 }).Audit(new RollSource("list", "list", RollFile.Read(Roll("published-list.csv"))), [new RollSource("home", "returned", RollFile.Read(Roll("returned.csv"))), new RollSource("dead", "deceased", RollFile.Read(Roll("deceased.csv")))]);
        ledger.RecordAudit(audit, new string('a', 64), [("returned", new string('b', 64)), ("deceased", new string('c', 64))], null);
    }
}

/// <summary>Pages in another language.</summary>
public sealed partial class TranslatedPagesTests(TranslatedWorkbench workbench) : IClassFixture<TranslatedWorkbench>
{
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
        using var visitor = await workbench.SignIn(Role.Administrator);
        path = await Address(visitor, path);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("tlh-Latn, en;q=0.5");
        var answer = await visitor.Get(path);
        Assert.Equal("tlh", answer.Content.Headers.ContentLanguage.Single());
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<html lang=\"tlh\">", page, StringComparison.Ordinal);
        var own = Own().Matches(page).Select(match => WebUtility.HtmlDecode(Tags().Replace(FromDocuments().Replace(match.Groups[2].Value, ""), "")).Trim()).Where(text => Letters().IsMatch(text) && !Days().IsMatch(text)).ToList();
        Assert.NotEmpty(own);
        Assert.All(own, text => Assert.Contains('[', text));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?status=disputed")]
    [InlineData("/findings")]
    [InlineData("/findings?state=dismissed")]
    [InlineData("matter")]
    [InlineData("statements")]
    [InlineData("findings")]
    [InlineData("/review")]
    [InlineData("/documents")]
    [InlineData("document")]
    [InlineData("missed")]
    [InlineData("/sources")]
    [InlineData("source")]
    [InlineData("/rolls")]
    [InlineData("audit")]
    [InlineData("/search")]
    [InlineData("/search?q=list")]
    [InlineData("/search?q=list&in=documents&act=says")]
    [InlineData("/search?figure=987654")]
    [InlineData("/add")]
    [InlineData("/exports")]
    [InlineData("/judgements")]
    [InlineData("judge")]
    [InlineData("/nothing-here")]
    [InlineData("/matters/none")]
    [InlineData("/documents/x?page=many")]
    [InlineData("/account")]
    [InlineData("/accounts")]
    [InlineData("/sign-in")]
    public async Task No_text_of_a_page_is_English_but_what_documents_and_the_engine_say(string path)
    {
        using var visitor = await workbench.SignIn(Role.Administrator);
        path = await Address(visitor, path);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("tlh");
        var page = await (await visitor.Get(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var (texts, left) = SpokenText.OutsideBrackets(page);
        Assert.True(texts > 8, $"{texts} texts");
        Assert.True(left.Count == 0, string.Join('\n', left.Distinct()));
    }

    [Fact]
    public async Task Who_asks_for_no_language_that_there_is_gets_English()
    {
        using var visitor = await workbench.SignIn(Role.Administrator);
        Assert.Contains("<h1>Matters</h1>", await visitor.Read("/"), StringComparison.Ordinal);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB, tlh;q=0.5");
        Assert.Contains("<h1>Matters</h1>", await visitor.Read("/"), StringComparison.Ordinal);
    }

    private static async Task<string> Address(Visitor visitor, string path) => path switch
    {
        "matter" => await visitor.Link("/", "/matters/"),
        "statements" => await visitor.Link("/", "/matters/") + "/statements",
        "findings" => "/findings?matter=" + (await visitor.Link("/", "/matters/")).Split('/')[^1],
        "document" => await visitor.Link("/documents", "/documents/"),
        "missed" => await visitor.Link("/documents", "/documents/") + "/add",
        "source" => await visitor.Link("/sources", "/sources/"),
        "audit" => await visitor.Link("/rolls", "/rolls/"),
        "judge" => await visitor.Link("/review", "/statements/") + "/judge",
        _ => path,
    };

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
