using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hearsay.Exchange;
using Hearsay.Ledger;
using Hearsay.Workbench.Safety;

namespace Hearsay.Tests.Workbench;

/// <summary>What people take away from the workbench: everything that the command gives, under the same rules for names.</summary>
public sealed class ExportsTests(ExportsTests.WithAudit workbench) : IClassFixture<ExportsTests.WithAudit>
{
    private const string Listed = "Quellbrandt";

    /// <summary>One whose ledger holds an audited list of one invented person.</summary>
    public sealed class WithAudit : OpenWorkbenchWithAccounts
    {
        internal override void Fill(EvidenceLedger ledger) => ledger.RecordAudit(new AuditRecord(
            new string('b', 32), null, new string('c', 64), "1", """{"rows":1,"registers":[{"role":"held","sha256":"00","records":3}],"summary":"1 row, no match."}""", [new AuditRowRecord(1, """{"row":1,"verdict":"none"}""", Listed + " Osmin", null)], []));
    }

    [Theory]
    [InlineData("documents", "csv", "sha256,path,url")]
    [InlineData("documents", "jsonl", "{\"sha256\":")]
    [InlineData("statements", "csv", "id,document,block")]
    [InlineData("statements", "jsonl", "{\"id\":")]
    [InlineData("matters", "csv", "id,title,status")]
    [InlineData("findings", "csv", "id,kind,severity")]
    [InlineData("judgements", "csv", "id,by,when")]
    [InlineData("rolls", "csv", "audit,row,")]
    [InlineData("matters", "webannotation", "{")]
    [InlineData("statements", "ftm", "{")]
    [InlineData("matters", "prov", "{")]
    public async Task A_reader_takes_every_table_and_form_away_without_names(string what, string format, string begins)
    {
        using var visitor = await workbench.SignIn(Role.Reader);
        var answer = await visitor.Get($"/exports/{what}?format={format}");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType));
        Assert.StartsWith(begins, text.TrimStart(), StringComparison.Ordinal);
        Assert.DoesNotContain(Listed, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Statements_are_narrowed_by_confidence()
    {
        using var visitor = await workbench.SignIn(Role.Reader);
        async Task<int> Lines(string query) => (await visitor.Read("/exports/statements?format=jsonl" + query)).Count(character => character == '\n');
        var (all, sure) = (await Lines(""), await Lines("&least=0.9"));
        Assert.InRange(sure, 1, all - 1);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get("/exports/statements?format=jsonl&least=many")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get("/exports/statements?format=jsonl&least=7")).StatusCode);
    }

    [Theory]
    [InlineData("/exports/documents?format=ftm", 400)]
    [InlineData("/exports/passwords?format=csv", 400)]
    [InlineData("/exports/statements", 400)]
    [InlineData("/exports/statements?format=../csv", 400)]
    [InlineData("/exports/matters?format=claimreview", 400)]
    [InlineData("/exports/matters?format=claimreview&publisher=Desk&site=javascript:alert(1)", 400)]
    [InlineData("/exports/rolls?format=training", 404)]
    [InlineData("/exports/ledger", 403)]
    [InlineData("/exports/training", 403)]
    public async Task What_cannot_be_had_is_said(string address, int status)
    {
        using var visitor = await workbench.SignIn(Role.Reader);
        Assert.Equal(status, (int)(await visitor.Get(address)).StatusCode);
    }

    [Fact]
    public async Task An_analyst_takes_the_whole_ledger_and_a_registrar_its_names_with_a_reason_that_is_logged_before()
    {
        using var analyst = await workbench.SignIn(Role.Analyst);
        Assert.DoesNotContain(Listed, await Audits(await analyst.Get("/exports/ledger")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.Send("/account", "/exports/names", ("what", "rolls"), ("format", "csv"), ("reason", "x"))).StatusCode);

        using var registrar = await workbench.SignIn(Role.Registrar);
        var before = workbench.Log().Count;
        Assert.Equal(HttpStatusCode.BadRequest, (await registrar.Send("/exports", "/exports/names", ("what", "rolls"), ("format", "csv"), ("reason", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registrar.Send("/exports", "/exports/names", ("what", "rolls"), ("format", "training"), ("reason", "a form that does not exist"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registrar.Send("/exports", "/exports/names", ("what", "findings"), ("format", "csv"), ("reason", "a table without names"))).StatusCode);
        Assert.Equal(before, workbench.Log().Count); // what gives nothing is no disclosure
        var rows = await registrar.Send("/exports", "/exports/names", ("what", "rolls"), ("format", "csv"), ("reason", "to write to the bureau"));
        Assert.Contains(Listed, await rows.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Listed, await Audits(await registrar.Send("/exports", "/exports/names", ("what", "ledger"), ("reason", "to hand it over"))), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, workbench.Log().Skip(before).Count(entry => entry.StartsWith("disclosure", StringComparison.Ordinal)));
        Assert.Contains("to write to the bureau", workbench.Log()[before], StringComparison.Ordinal);

        static async Task<string> Audits(HttpResponseMessage answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            using var lines = new StreamReader(zip.Entries.Single(entry => entry.FullName.EndsWith("audits.jsonl", StringComparison.Ordinal)).Open());
            return await lines.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_rated_claim_is_published_below_its_publishers_address_and_an_accepted_statement_is_training_data()
    {
        using var visitor = await workbench.SignIn(Role.Analyst);
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.Get("/exports/matters?format=claimreview&publisher=Desk&site=https%3A%2F%2Fexample.org%2Fchecks")).StatusCode); // nobody has rated anything yet
        var matter = await visitor.Link("/", "/matters/");
        var judge = Regex.Match(await visitor.Read(matter), "href=\"(/statements/[0-9a-f]+/judge)\"").Groups[1].Value;
        await visitor.Send(judge, judge, ("verdict", "rate"), ("value", "2"), ("name", "Unsupported"), ("reason", "no list was shown"), ("claim", "A list was shown"));
        using var review = JsonDocument.Parse((await visitor.Read(matter + "/export?format=claimreview&publisher=The+Desk&site=https%3A%2F%2Fexample.org%2Fchecks")).Split('\n')[0]);
        Assert.StartsWith("https://example.org/checks/", review.RootElement.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(("The Desk", "A list was shown"), (review.RootElement.GetProperty("author").GetProperty("name").GetString(), review.RootElement.GetProperty("claimReviewed").GetString()));
        await visitor.Send(judge, judge, ("verdict", "accept"), ("reason", "so it stands there"));
        var training = await visitor.Get("/exports/training");
        using var zip = new ZipArchive(await training.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Contains(zip.Entries, entry => entry.FullName == "attributions.jsonl" && entry.Length > 0);
    }

    [Theory]
    [InlineData("Desk", "https://example.org/checks", "https://example.org/checks/")]
    [InlineData(" Desk ", "http://example.org", "http://example.org/")]
    [InlineData("", "https://example.org/", null)]
    [InlineData("Desk", "ftp://example.org/", null)]
    [InlineData("Desk", "example.org", null)]
    [InlineData("Desk", "https://example.org/?id=", null)]
    public void A_publisher_has_a_name_and_a_place_of_the_web(string name, string site, string? expected) => Assert.Equal(expected, ReviewPublisher.Parse(name, site)?.Site.AbsoluteUri);
}
