using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Tests.Matters;
using Hearsay.Workbench;
using Hearsay.Workbench.Endpoints;

namespace Hearsay.Tests.Workbench;

/// <summary>A workbench with a hostile document in its ledger.</summary>
public sealed class AttackedWorkbench : OpenWorkbench
{
    public const string Markup = "<script>alert(1)</script>";

    internal override void Fill(EvidenceLedger ledger)
    {
        var text = $"Minister {Markup} said on Monday that \"'><img src=x onerror=alert(2)> 77 men\" had come home. Ludmila Vestrakova denied that {Markup} had come home.";
        var capture = new Hearsay.Documents.Capture(Encoding.UTF8.GetBytes(text), new Provenance($"{Markup}.txt") { Outlet = $"Outlet {Markup}", Collector = Markup, Reason = "\" onmouseover=alert(3) x=\"", Url = "javascript:alert(4)" });
        var read = (InspectionOutcome.Accepted)SampleMatters.Pipeline.Inspect(capture, Layers.Blocks | Layers.Statements | Layers.Findings);
        ledger.Record(CaptureRecord.Prepare(capture, read.Inspection, Engine));
        ledger.Examine(Engine);
        var hostile = read.Inspection.Statements;
        ledger.Judge(Markup, $"{Markup} \" onmouseover=alert(5) x=\"", new Ruling.Accept(ledger.AnchorOf(hostile[0].Id)!));
        ledger.Judge("analyst", Markup, new Ruling.Identify("Ludmila Vestrakova", $"Ludmila {Markup}", null, null, null));
        ledger.RecordAudit(new AuditRecord(
            new string('b', 32), null, new string('c', 64), "1", $$"""{"rows":1,"registers":[{"role":"{{Markup}}","sha256":"00","records":3}],"summary":"{{Markup}}"}""",
            [new AuditRowRecord(1, $$"""{"row":1,"verdict":"match","register":"{{Markup}}","register_row":1,"score":0.5,"why":"{{Markup}}","alternatives":"{{Markup}}:1:0.2"}""", "Osmin", null)], []));
    }
}

/// <summary>Attacks on the workbench of one person, without accounts.</summary>
public sealed class SafetyTests(AttackedWorkbench workbench) : IClassFixture<AttackedWorkbench>
{
    [Theory]
    [InlineData("/documents/x?page=99999999999999")]
    [InlineData("/matters/x/statements?page=many")]
    [InlineData("/review?skip=1e9")]
    public async Task An_address_that_cannot_be_read_gives_a_page_that_says_so(string address)
    {
        using var visitor = workbench.Visit();
        var answer = await visitor.Get(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("That could not be understood", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_document_reaches_no_page_as_markup()
    {
        using var visitor = workbench.Visit();
        var pages = new List<string> { "/", "/documents", "/sources", "/findings", "/search?q=alert", "/search?q=alert&in=documents" };
        pages.Add(await visitor.Link("/search?q=alert", "/documents/"));
        pages.Add(await visitor.Link("/documents?order=captured", "/documents/"));
        var statement = Regex.Match(await visitor.Read(pages[^2]), "href=\"(/statements/[0-9a-f]+/judge)").Groups[1].Value;
        pages.AddRange([statement, pages[^2] + "/add", "/judgements", "/review", "/rolls", "/rolls/" + new string('b', 32), "/rolls/" + new string('b', 32) + "?register=" + Uri.EscapeDataString(AttackedWorkbench.Markup)]);
        pages.Add(Regex.Match(await visitor.Read("/?order=newest"), "href=\"(/matters/[0-9a-f]+)").Groups[1].Value);
        pages.Add(await visitor.Link("/sources", "/sources/ludmila"));
        Assert.All(pages, page => Assert.StartsWith("/", page, StringComparison.Ordinal));
        foreach (var page in pages)
        {
            var text = WithoutOurScript(await visitor.Read(page));
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript:", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\" onmouseover=", text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("&lt;script&gt;", await visitor.Read("/search?q=alert"), StringComparison.Ordinal);
    }

    // The one tag that is ours, in the head and at an address of our own.
    private static string WithoutOurScript(string page)
    {
        var ours = $"<script type=\"module\" src=\"{Hearsay.Workbench.Asset.Script.Address}\"></script>";
        Assert.Contains(ours, page, StringComparison.Ordinal);
        return page.Replace(ours, "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/search?q=x&source=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/search?q=x&side=%22%3E%3Cscript%3E&act=%22%3E%3Cscript%3E&outlet=%22%3E%3Cscript%3E")]
    [InlineData("/sources?side=%22%3E%3Cscript%3E")]
    [InlineData("/findings?after=%22%3E%3Cscript%3E")]
    [InlineData("/findings?matter=%22%3E%3Cscript%3E")]
    [InlineData("/?after=%3Cscript%3E&status=%3Cscript%3E")]
    public async Task Markup_in_an_address_reaches_no_page_as_markup(string path)
    {
        using var visitor = workbench.Visit();
        Assert.DoesNotContain("<script", WithoutOurScript(await visitor.Read(path)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\" OR \"\"")]
    [InlineData("content : list) OR (source : x")]
    [InlineData("NEAR(list, 3) * ^ - + { } : ( )")]
    [InlineData("list AND NOT list")]
    [InlineData("'; DROP TABLE statement; --")]
    [InlineData("xa* facets:xs")]
    [InlineData("\0\u202e\ud800")]
    public async Task Words_of_a_search_are_never_an_expression(string words)
    {
        using var visitor = workbench.Visit();
        await visitor.Read("/search?q=" + Uri.EscapeDataString(words.Replace("\ud800", "", StringComparison.Ordinal)));
        await visitor.Read("/search?in=documents&q=" + Uri.EscapeDataString(words.Replace("\ud800", "", StringComparison.Ordinal)));
        using var ledger = EvidenceLedger.OpenForReading(workbench.LedgerFile);
        Assert.NotEmpty(ledger.StatementJson());
    }

    [Fact]
    public async Task Every_answer_forbids_script_frames_and_sniffing()
    {
        using var visitor = workbench.Visit();
        foreach (var path in new[] { "/", "/search?q=list", "/nothing", await visitor.Link("/documents", "/documents/") + "/source" })
        {
            var answer = await visitor.Get(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("no-store", answer.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (answer.Content.Headers.ContentType?.MediaType == "text/html") { Assert.DoesNotContain(" style=\"", page, StringComparison.Ordinal); }
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("127.0.0.1.evil.example")]
    public async Task A_name_that_somebody_pointed_at_this_machine_is_not_answered(string host)
    {
        using var visitor = workbench.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("/add")]
    [InlineData("/checks")]
    [InlineData("/findings/x/dismiss")]
    [InlineData("/statements/x/judge")]
    [InlineData("/rolls/x/names")]
    public async Task A_form_of_another_site_changes_nothing(string action)
    {
        using var visitor = workbench.Visit();
        await visitor.Read("/add"); // the cookie is there, and the form does not know its counterpart
        var before = workbench.Log().Count;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", "forged"), KeyValuePair.Create("reason", "forged"), KeyValuePair.Create("form-token", "forged")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Client.PostAsync(action, form, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(before, workbench.Log().Count);
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_no_token()
    {
        using var visitor = workbench.Visit();
        using var other = workbench.Visit();
        var theirs = await other.Token("/add");
        await visitor.Read("/add");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", "forged"), KeyValuePair.Create("form-token", theirs)]);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Client.PostAsync("/add", form, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("../../../etc/passwd.txt", "etc/passwd.txt")]
    [InlineData("..\\..\\windows\\win.txt", "windows/win.txt")]
    [InlineData("/absolute/path.txt", "absolute/path.txt")]
    [InlineData("a\u0000b\n.txt", "a\uFFFDb\uFFFD.txt")]
    [InlineData("", "unnamed")]
    public void Names_of_uploads_lead_nowhere(string given, string expected) => Assert.Equal(expected, AddEndpoints.PathOf(given));

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\r\nSet-Cookie: x=y")]
    [InlineData(null)]
    public void A_form_sends_nobody_elsewhere(string? back) => Assert.Equal("/", Back.To(back));

    [Fact]
    public async Task An_upload_that_is_too_large_is_refused()
    {
        using var visitor = workbench.Visit();
        try
        {
            var answer = await visitor.Upload("/add", "/add", [("files", "large.txt", new byte[6 << 20])]);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, answer.StatusCode.ToString());
        }
        catch (HttpRequestException)
        {
            // Hung up before it was all sent.
        }

        Assert.False(Directory.Exists(workbench.LedgerFile + ".inbox") && Directory.EnumerateDirectories(workbench.LedgerFile + ".inbox").Any());
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_far_too_much_is_refused()
    {
        using var visitor = workbench.Visit();
        var answer = await visitor.Upload("/rolls", "/checks", [("list", "bomb.xlsx", Bomb()), ("register1", "home.csv", "name\nOren Tavlik\n"u8.ToArray())], ("register1-role", "returned"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("unpacks to more than", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_whose_entities_multiply_is_refused()
    {
        using var visitor = workbench.Visit();
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">"));
        var sheet = $"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e0 \"0123456789\">{entities}]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&e9;</t></is></c></row></sheetData></worksheet>";
        var answer = await visitor.Upload("/rolls", "/checks", [("list", "laughs.xlsx", Workbook(sheet)), ("register1", "home.csv", "name\nOren Tavlik\n"u8.ToArray())], ("register1-role", "returned"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_is_fetched_from_an_address_that_is_given()
    {
        using var trap = new TcpListener(IPAddress.Loopback, 0);
        trap.Start();
        var address = $"http://{trap.LocalEndpoint}/secret";
        using var visitor = workbench.Visit();
        var taken = await visitor.Send("/add", "/add", ("text", "Twelve men came home, the ministry said."), ("url", address));
        await visitor.Until(taken.Headers.Location!.ToString(), ">Done<");
        var page = $"<html><head><link rel=stylesheet href=\"{address}\"><base href=\"{address}\"></head><body><img src=\"{address}\"><p>Thirteen men came home, the ministry said on Monday.</p></body></html>";
        taken = await visitor.Upload("/add", "/add", [("files", "page.html", Encoding.UTF8.GetBytes(page))]);
        await visitor.Until(taken.Headers.Location!.ToString(), ">Done<");
        var sheet = $"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"{address}\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Upload("/rolls", "/checks", [("list", "asks.xlsx", Workbook(sheet)), ("register1", "home.csv", "name\nOren Tavlik\n"u8.ToArray())], ("register1-role", "returned"))).StatusCode);
        Assert.False(trap.Pending());
    }

    [Fact]
    public void Other_machines_are_not_listened_to_without_accounts()
    {
        using var folder = new TemporaryFolder();
        var refused = Assert.Throws<WorkbenchException>(() => WorkbenchHost.Build(new WorkbenchOptions { Ledger = folder["x.db"], Url = "http://0.0.0.0:0", Pipeline = () => throw new InvalidOperationException() }));
        Assert.Contains("users add", refused.Message, StringComparison.Ordinal);
    }

    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 250; i++) { entry.Write(zeros); }
        }

        return bytes.ToArray();
    }

    private static byte[] Workbook(string sheet)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string content)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }

            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Add("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Add("xl/worksheets/sheet1.xml", sheet);
        }

        return bytes.ToArray();
    }
}
