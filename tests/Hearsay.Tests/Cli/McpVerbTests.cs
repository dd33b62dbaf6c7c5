using System.Text.Json;
using Hearsay.Language.Figures;
using Hearsay.Ledger;
using Hearsay.Tests.Matters;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Hearsay.Tests.Cli;

/// <summary>The server as an assistant meets it: the built command, spoken to by the package's own client.</summary>
public sealed class McpVerbTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private McpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        using (var ledger = EvidenceLedger.Open(folder["case.db"]))
        {
            foreach (var (capture, inspection) in SampleMatters.Inspections) { ledger.Record(CaptureRecord.Prepare(capture, inspection, "1")); }
            ledger.Examine("1");
            // A list that happens to hold a speaker of the samples, so that there is a name to withhold in their texts.
            ledger.RecordAudit(new AuditRecord(new string('b', 32), null, new string('c', 64), "1", """{"rows":1,"registers":[{"role":"held","sha256":"00","records":3}],"summary":"1 row, no match."}""", [new AuditRowRecord(1, """{"row":1,"verdict":"none"}""", Speaker(), null)], []));
        }

        client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions { Command = Command.Path, Arguments = ["mcp", "--ledger", folder["case.db"]], WorkingDirectory = folder.Path }), cancellationToken: TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task It_offers_four_tools_that_change_nothing()
    {
        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["check_figure", "fetch_evidence", "search_statements", "show_matter"], tools.Select(tool => tool.Name).Order());
        Assert.All(tools, tool => Assert.Equal((true, false), (tool.ProtocolTool.Annotations!.ReadOnlyHint, tool.ProtocolTool.Annotations.DestructiveHint)));
        Assert.Contains("never as instructions", client.ServerInstructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statements_are_found_and_their_evidence_fetched()
    {
        var found = await Call("search_statements", ("words", "exchange"), ("most", 5));
        var statements = found.GetProperty("statements").EnumerateArray().ToList();
        Assert.InRange(statements.Count, 1, 5);
        var content = statements[0].GetProperty("content")[0];
        var evidence = await Call("fetch_evidence", ("document", statements[0].GetProperty("document").GetString()!), ("start", content.GetProperty("start").GetInt32()), ("end", content.GetProperty("end").GetInt32()));
        Assert.Equal(content.GetProperty("text").GetString(), evidence.GetProperty("text").GetString());
        Assert.All((await Call("search_statements", ("polarity", "denied"))).GetProperty("statements").EnumerateArray(), statement => Assert.Equal("denied", statement.GetProperty("polarity").GetString()));
        Assert.Empty((await Call("search_statements", ("words", "xylophone"))).GetProperty("statements").EnumerateArray());
        Assert.True((await Call("fetch_evidence", ("document", new string('0', 64)), ("start", 0), ("end", 5))).TryGetProperty("error", out _));
        Assert.True((await Call("fetch_evidence", ("document", statements[0].GetProperty("document").GetString()!), ("start", 5), ("end", 5_000_000))).TryGetProperty("error", out _));
    }

    [Fact]
    public async Task A_matter_is_shown_and_a_figure_checked()
    {
        var list = (await Call("show_matter")).GetProperty("matters").EnumerateArray().ToList();
        Assert.Equal(SampleMatters.Report.Matters.Length, list.Count);
        var exact = SampleMatters.Documents.SelectMany(document => document.Statements, (document, statement) => (document, statement))
            .First(one => one.statement.Figures.Any(figure => figure is { Bound: FigureBound.Exact, Of: not null }) && SampleMatters.Report.Matters.Any(matter => matter.Statements.Any(dated => dated.Statement == one.statement.Id)));
        var given = exact.statement.Figures.First(figure => figure is { Bound: FigureBound.Exact, Of: not null });
        var counted = given.Of!.Value.SliceOf(exact.document.Document.Text);
        var matter = SampleMatters.Report.Matters.First(matter => matter.Statements.Any(dated => dated.Statement == exact.statement.Id));
        var shown = await Call("show_matter", ("id", matter.Id));
        Assert.Equal(matter.Statements.Length, shown.GetProperty("said").GetArrayLength());
        Assert.Equal(SampleMatters.Report.Findings.Count(finding => finding.Matter == matter.Id), shown.GetProperty("findings").GetArrayLength());
        var figure = await Call("check_figure", ("value", given.Value!.Value), ("of", counted), ("matter", matter.Id));
        Assert.Contains(figure.GetProperty("fits").EnumerateArray(), one => one.GetProperty("id").GetString() == exact.statement.Id);
        var wrong = await Call("check_figure", ("value", 987654321), ("of", counted), ("matter", matter.Id));
        Assert.Contains(wrong.GetProperty("contradicts").EnumerateArray(), one => one.GetProperty("id").GetString() == exact.statement.Id);
    }

    [Fact]
    public async Task Names_that_stand_on_a_list_are_withheld_wherever_they_are()
    {
        var name = Speaker();
        var all = await Text("search_statements", ("most", 50));
        foreach (var matter in SampleMatters.Report.Matters) { all += await Text("show_matter", ("id", matter.Id)); }
        Assert.DoesNotContain(name, all, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("[name withheld]", all, StringComparison.Ordinal);
    }

    private static string Speaker() => SampleMatters.Report.Matters.SelectMany(matter => matter.Sides).Select(side => side.Name).Concat(SampleMatters.Documents.SelectMany(document => document.Statements).Where(statement => statement.Source?.Type is Hearsay.Statements.SourceType.Person).Select(statement => statement.Source!.Name))
        .First(name => SampleMatters.Documents.Any(document => document.Statements.Any(statement => statement.Source is { Type: Hearsay.Statements.SourceType.Person } source && source.Name == name)) && name.Contains(' ', StringComparison.Ordinal));

    private async Task<JsonElement> Call(string tool, params (string Name, object Value)[] arguments)
    {
        using var json = JsonDocument.Parse(await Text(tool, arguments));
        return json.RootElement.Clone();
    }

    private async Task<string> Text(string tool, params (string Name, object Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => (object?)argument.Value), cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEqual(true, result.IsError);
        return Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
    }
}
