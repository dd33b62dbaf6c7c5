using System.Net;
using System.Text.RegularExpressions;

namespace Hearsay.Tests.Workbench;

/// <summary>What the workbench's pages show of the samples.</summary>
public sealed class PagesTests(OpenWorkbench workbench) : IClassFixture<OpenWorkbench>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/findings")]
    [InlineData("/documents")]
    [InlineData("/sources")]
    [InlineData("/search")]
    public async Task Lists_that_are_filled_do_not_say_that_they_are_being_filled(string path)
    {
        using var visitor = workbench.Visit();
        Assert.DoesNotContain("being filled", await visitor.Read(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "disputed")]
    [InlineData("/?status=disputed", "disputed")]
    [InlineData("/?order=newest", "Newest first")]
    [InlineData("/", "claims rest on one origin")]
    [InlineData("/", "sign-warning")]
    [InlineData("/findings", "Figures disagree")]
    [InlineData("/findings?severity=warning", "Warnings")]
    [InlineData("/documents", "Varninform")]
    [InlineData("/sources", "The same checks for every side")]
    [InlineData("/rolls", "Check a list")]
    [InlineData("/search", "All words must occur")]
    [InlineData("/search?q=list", "published a list of 312")]
    [InlineData("/search?q=list&in=documents", "Documents found")]
    [InlineData("/add", "Paste a text")]
    [InlineData("/review", "Skip it")]
    [InlineData("/exports", "The whole ledger as a bundle")]
    public async Task A_page_says(string path, string says)
    {
        using var visitor = workbench.Visit();
        Assert.Contains(says, await visitor.Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matter_has_its_timeline_its_provenance_and_its_findings()
    {
        using var visitor = workbench.Visit();
        var page = await visitor.Read(await visitor.Link("/", "/matters/"));
        Assert.Contains("class=\"timeline\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"provenance\"", page, StringComparison.Ordinal);
        Assert.Contains("finding-summary", page, StringComparison.Ordinal);
        Assert.Contains("Side by side", page, StringComparison.Ordinal);
        Assert.Contains("plot-number", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_statements_of_a_matter_are_listed_page_by_page_each_once_and_narrowed_by_side_and_days()
    {
        using var visitor = workbench.Visit();
        using var ledger = Hearsay.Ledger.EvidenceLedger.OpenForReading(workbench.LedgerFile);
        var matter = ledger.Matters().Matters.MaxBy(one => one.Statements.Length)!;
        var address = $"/matters/{matter.Id}/statements";
        var seen = new List<string>();
        for (var page = 1; page <= 1 + ((matter.Statements.Length - 1) / 80); page++) { seen.AddRange(Ids(await visitor.Read($"{address}?page={page}"))); }
        Assert.Equal(matter.Statements.Select(statement => statement.Statement).Order(), seen.Order());
        var (side, day) = (matter.Sides[0].Name, matter.Statements.First(statement => statement.Day is not null).Day!.Value);
        Assert.Equal(matter.Statements.Count(statement => statement.Side == side), Ids(await visitor.Read($"{address}?side={Uri.EscapeDataString(side)}")).Count);
        Assert.Equal(matter.Statements.Count(statement => statement.Day == day), Ids(await visitor.Read($"{address}?from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}")).Count);
        Assert.Equal(matter.Statements.Count(statement => statement.Day is null), Ids(await visitor.Read($"{address}?undated=yes")).Count);
        Assert.Equal(Math.Min(80, matter.Statements.Length), Ids(await visitor.Read($"{address}?side=%3Cscript%3E&from=soon&page=-3")).Count);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/matters/none/statements")).StatusCode);

        static List<string> Ids(string page) => [.. Regex.Matches(page, "href=\"/statements/([0-9a-f]+)/judge").Select(match => match.Groups[1].Value)];
    }

    [Fact]
    public async Task A_timeline_is_narrowed_to_some_lanes_by_links_and_unknown_ones_are_passed_over()
    {
        using var visitor = workbench.Visit();
        var matter = await visitor.Link("/", "/matters/");
        var all = await visitor.Read(matter);
        var narrowed = await visitor.Read(WebUtility.HtmlDecode(Regex.Match(all, "href=\"(/matters/[^\"#]+\\?lane=[^\"#]+)").Groups[1].Value));
        Assert.Single(Regex.Matches(narrowed, "class=\"lane-label\""));
        Assert.InRange(Marks(narrowed), 1, Marks(all) - 1);
        Assert.Equal(Marks(all), Marks(await visitor.Read(matter + "?lane=nobody&lane=%3Cscript%3E")));
        var denials = await visitor.Read(matter + "?denials=only");
        Assert.InRange(Marks(denials), 1, Marks(all) - 1);

        static int Marks(string page) => Regex.Count(page, "data-statement=");
    }

    [Fact]
    public async Task A_source_has_how_often_it_was_denied_relayed_and_borne_out_as_its_matters_say()
    {
        using var visitor = workbench.Visit();
        using var ledger = Hearsay.Ledger.EvidenceLedger.OpenForReading(workbench.LedgerFile);
        var report = ledger.Matters();
        var sourceOf = ledger.Documents().SelectMany(stored => stored.Statements).Where(statement => statement.Source is not null).ToDictionary(statement => statement.Id, statement => Hearsay.Web.Text.SourceKey.Of(statement.Source!.Name));
        int Count(string key, IEnumerable<string> statements) => statements.Distinct().Count(id => sourceOf.GetValueOrDefault(id) == key);
        var links = report.Matters.SelectMany(matter => matter.Links).ToLookup(link => link.Kind is Hearsay.Matters.LinkKind.Denies, link => link.To);
        var borneOut = report.Findings.Where(finding => finding.Kind is Hearsay.Matters.FindingKind.Corroborated).SelectMany(finding => finding.Statements);
        var checkedSources = 0;
        foreach (var key in sourceOf.Values.Distinct().Where(key => Count(key, links[true]) + Count(key, links[false]) > 0).Take(8))
        {
            var page = await visitor.Read(Hearsay.Workbench.WorkbenchLinks.SourceOfKey(key));
            Assert.Equal([Count(key, links[true]), Count(key, links[false]), Count(key, borneOut)], Regex.Matches(Regex.Match(page, "<dl class=\"bearings\".*?</dl>", RegexOptions.Singleline).Value, "<dd>(\\d+)</dd>").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
            checkedSources++;
        }

        Assert.True(checkedSources > 2);
        Assert.Contains("denied by others", await visitor.Read("/sources"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bundle", "application/zip")]
    [InlineData("webannotation", "application/ld+json")]
    [InlineData("prov", "application/json")]
    [InlineData("ftm", "application/x-ndjson")]
    public async Task A_matter_is_taken_away_in_formats_that_others_accept(string format, string type)
    {
        using var visitor = workbench.Visit();
        var matter = await visitor.Link("/", "/matters/");
        var answer = await visitor.Get($"{matter}/export?format={format}");
        Assert.Equal((HttpStatusCode.OK, type, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType));
        Assert.True((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 1000);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/matters/none/export?format={format}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get($"{matter}/export?format=../{format}")).StatusCode);
    }

    [Fact]
    public async Task A_document_has_its_marks_its_findings_and_its_original_as_bytes_and_as_text_only()
    {
        using var visitor = workbench.Visit();
        var address = await visitor.Link("/search?q=312", "/documents/");
        var page = await visitor.Read(address);
        Assert.Contains("m-content", page, StringComparison.Ordinal);
        Assert.Contains("SHA-256 of the original", page, StringComparison.Ordinal);
        Assert.Contains("What was found", page, StringComparison.Ordinal);
        var original = await visitor.Get(address + "/original");
        Assert.Equal("application/octet-stream", original.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition?.DispositionType);
        var source = await visitor.Get(address + "/source");
        Assert.Equal("text/plain", source.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", source.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(await original.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), await source.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_link_of_the_main_pages_leads_somewhere()
    {
        using var visitor = workbench.Visit();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in new[] { "/", "/findings", "/documents", "/sources", "/search?q=exchange", await visitor.Link("/", "/matters/") })
        {
            foreach (Match link in Regex.Matches(await visitor.Read(page), "href=\"(/[^\"#]*)"))
            {
                var address = WebUtility.HtmlDecode(link.Groups[1].Value);
                if (!seen.Add(address)) { continue; }
                var answer = await visitor.Get(address);
                Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{page} leads to {address}, which answers {answer.StatusCode}");
            }
        }

        Assert.True(seen.Count > 100);
    }

    [Fact]
    public async Task Lists_are_read_to_their_end_from_where_the_page_before_ended()
    {
        using var visitor = workbench.Visit();
        var (path, seen) = ("/findings", new List<string>());
        for (var page = 0; path.Length > 0 && page < 20; page++)
        {
            var text = await visitor.Read(path);
            seen.AddRange(Regex.Matches(text, "/findings/([0-9a-f]+)/dismiss").Select(match => match.Groups[1].Value));
            path = WebUtility.HtmlDecode(Regex.Match(text, "rel=\"next\" href=\"([^\"]+)").Groups[1].Value);
        }

        using var ledger = Hearsay.Ledger.EvidenceLedger.OpenForReading(workbench.LedgerFile);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(ledger.Matters().Findings.Count(finding => finding.Dismissed is null), seen.Count);
    }

    [Fact]
    public async Task Findings_of_one_matter_are_listed_alone()
    {
        using var visitor = workbench.Visit();
        using var ledger = Hearsay.Ledger.EvidenceLedger.OpenForReading(workbench.LedgerFile);
        var matter = (await visitor.Link("/", "/matters/")).Split('/')[^1];
        var (path, seen) = ($"/findings?matter={matter}", new List<string>());
        while (path.Length > 0)
        {
            var text = await visitor.Read(path);
            seen.AddRange(Regex.Matches(text, "/findings/([0-9a-f]+)/dismiss").Select(match => match.Groups[1].Value));
            path = WebUtility.HtmlDecode(Regex.Match(text, "rel=\"next\" href=\"([^\"]+)").Groups[1].Value);
        }

        Assert.Equal(ledger.Matters().Findings.Where(finding => finding.Matter == matter && finding.Dismissed is null).Select(finding => finding.Id).Order(), seen.Order());
        Assert.DoesNotContain("/dismiss", await visitor.Read("/findings?matter=none"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/matters/nothing")]
    [InlineData("/documents/../../etc/passwd")]
    [InlineData("/documents/%2e%2e%2f%2e%2e%2fetc%2fpasswd/original")]
    [InlineData("/sources/nobody")]
    [InlineData("/rolls/none")]
    [InlineData("/statements/none")]
    [InlineData("/add/none")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var visitor = workbench.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(path)).StatusCode);
    }

    [Fact]
    public async Task A_figure_a_source_a_party_and_days_narrow_a_search()
    {
        using var visitor = workbench.Visit();
        Assert.Contains("312", await visitor.Read("/search?figure=312"), StringComparison.Ordinal);
        Assert.Contains("No statement has all of that", await visitor.Read("/search?figure=987654"), StringComparison.Ordinal);
        Assert.Contains("Vestrakova", await visitor.Read("/search?source=Ludmila+Vestrakova"), StringComparison.Ordinal);
        Assert.Contains("No statement has all of that", await visitor.Read("/search?q=list&from=1999-01-01&to=1999-12-31"), StringComparison.Ordinal);
        var denied = await visitor.Read("/search?polarity=denied");
        Assert.Contains("tag-denied", denied, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"verb\"", denied, StringComparison.Ordinal);
    }
}
