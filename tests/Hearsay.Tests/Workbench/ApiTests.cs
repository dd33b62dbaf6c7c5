using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hearsay.Ledger;
using Hearsay.Tests.Matters;
using Hearsay.Workbench;
using Hearsay.Workbench.Listing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Tests.Workbench;

/// <summary>The REST API, asked by a client in the same process.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        using (var ledger = EvidenceLedger.Open(folder["case.db"]))
        {
            foreach (var (capture, inspection) in SampleMatters.Inspections) { ledger.Record(CaptureRecord.Prepare(capture, inspection, "1")); }
            ledger.Examine("1");
        }

        app = WorkbenchHost.Build(new WorkbenchOptions { Ledger = folder["case.db"], Url = "http://127.0.0.1:0", Pipeline = () => SampleMatters.Pipeline });
        await app.StartAsync(TestContext.Current.CancellationToken);
        client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync(TestContext.Current.CancellationToken);
        await app.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("documents", 4)]
    [InlineData("statements", 37)]
    [InlineData("matters", 5)]
    [InlineData("findings", 20)]
    public async Task A_list_read_page_by_page_is_the_whole_list_once(string list, int size)
    {
        var all = await Items($"/api/v1/{list}?size=500");
        var paged = new List<JsonElement>();
        for (var next = $"/api/v1/{list}?size={size}"; next is not null;)
        {
            using var answer = await client.GetAsync(next, TestContext.Current.CancellationToken);
            using var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.InRange(page.RootElement.GetProperty("items").GetArrayLength(), 1, size);
            paged.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.Clone()));
            next = page.RootElement.GetProperty("next").GetString();
            Assert.Equal(next is null ? [] : [$"<{next}>; rel=\"next\""], answer.Headers.TryGetValues("Link", out var links) ? links : []);
        }

        Assert.NotEmpty(all);
        Assert.Equal(all.Select(item => item.GetRawText()), paged.Select(item => item.GetRawText()));
        var expected = list switch { "documents" => SampleMatters.Documents.Length, "statements" => SampleMatters.Documents.Sum(document => document.Statements.Length), "matters" => SampleMatters.Report.Matters.Length, _ => SampleMatters.Report.Findings.Length };
        Assert.Equal(expected, all.Count);
    }

    [Fact]
    public async Task One_thing_is_given_by_its_id_and_what_is_unchanged_is_not_sent_again()
    {
        foreach (var (list, key) in ((string, string)[])[("documents", "sha256"), ("statements", "id"), ("matters", "id"), ("findings", "id")])
        {
            await Check(list, key);
        }

        async Task Check(string list, string key)
        {
            var id = (await Items($"/api/v1/{list}?size=1"))[0].GetProperty(key).GetString();
            using var answer = await client.GetAsync($"/api/v1/{list}/{id}", TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{list}/{id}");
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var unchanged = await client.SendAsync(again, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.NotModified, 0), (unchanged.StatusCode, (await unchanged.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length));
        }
    }

    [Fact]
    public async Task Filters_narrow_lists()
    {
        var statement = (await Items("/api/v1/statements?size=1"))[0];
        var document = statement.GetProperty("document").GetString()!;
        Assert.All(await Items($"/api/v1/statements?document={document}"), one => Assert.Equal(document, one.GetProperty("document").GetString()));
        Assert.All(await Items("/api/v1/matters?status=disputed"), one => Assert.Equal("disputed", one.GetProperty("status").GetString()));
        Assert.All(await Items("/api/v1/findings?kind=denied"), one => Assert.Equal("denied", one.GetProperty("kind").GetString()));
        await app.Services.GetRequiredService<ListingUpkeep>().UpdateAsync(TestContext.Current.CancellationToken);
        var (text, denial) = SampleMatters.Documents.SelectMany(document => document.Statements, (document, statement) => (document.Document.Text, statement)).First(one => one.statement.Polarity is Hearsay.Statements.Polarity.Denied);
        var word = System.Text.RegularExpressions.Regex.Match(denial.Content[0].SliceOf(text), @"\p{L}{4,}").Value;
        var found = await Items($"/api/v1/search?q={word}&polarity=denied");
        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.Equal("denied", one.GetProperty("polarity").GetString()));
        Assert.Contains(found, one => one.GetProperty("id").GetString() == denial.Id);
    }

    [Theory]
    [InlineData("/api/v1/statements?size=0", 400)]
    [InlineData("/api/v1/statements?size=many", 400)]
    [InlineData("/api/v1/matters?status=odd", 400)]
    [InlineData("/api/v1/search?q=x&from=yesterday", 400)]
    [InlineData("/api/v1/search?q=x&figure=many", 400)]
    [InlineData("/api/v1/matters/0123", 404)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v1/statements/'%20OR%201=1", 404)]
    public async Task What_is_wrong_is_told_as_problem_details(string address, int status)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_judgement_is_recorded_shown_and_withdrawn()
    {
        var id = (await Items("/api/v1/statements?size=1"))[0].GetProperty("id").GetString()!;
        using var rejected = await Post(new { verdict = "reject", why = "not said there", statement = id });
        Assert.Equal(HttpStatusCode.Created, rejected.StatusCode);
        using var judgement = JsonDocument.Parse(await rejected.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/statements/{id}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("holds", Assert.Single(await Items("/api/v1/judgements")).GetProperty("standing").GetString());
        using var withdrawn = await Post(new { verdict = "withdraw", why = "it was", judgement = judgement.RootElement.GetProperty("id").GetString() });
        Assert.Equal(HttpStatusCode.Created, withdrawn.StatusCode);
        using var corrected = await Post(new { verdict = "correct", why = "the other side", statement = id, correction = new { source = new { name = "Another" }, polarity = "denied" } });
        Assert.Equal(HttpStatusCode.Created, corrected.StatusCode);
        using var shown = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/statements/{id}", TestContext.Current.CancellationToken));
        Assert.Equal(("denied", "Another", "corrected"), (shown.RootElement.GetProperty("polarity").GetString(), shown.RootElement.GetProperty("source").GetProperty("name").GetString(), shown.RootElement.GetProperty("judged").GetProperty("verdict").GetString()));
        Assert.NotEmpty(await Items("/api/v1/review"));
    }

    [Fact]
    public async Task Words_that_a_correction_newly_includes_are_read_for_their_figures()
    {
        var statement = (await Items("/api/v1/statements?size=500")).First(one => one.GetProperty("figures").GetArrayLength() > 0 && one.GetProperty("content").GetArrayLength() == 1 && one.GetProperty("figures")[0].GetProperty("start").GetInt32() > one.GetProperty("content")[0].GetProperty("start").GetInt32() + 8);
        var (id, content, figure) = (statement.GetProperty("id").GetString()!, statement.GetProperty("content")[0], statement.GetProperty("figures")[0]);
        var (start, text) = (content.GetProperty("start").GetInt32(), content.GetProperty("text").GetString()!);
        object Span(int to) => new { start, end = to, text = text[..new CodePointOffsets(text).ToUtf16(to - start)] };

        using var narrowed = await Post(new { verdict = "correct", why = "too much", statement = id, correction = new { content = new[] { Span(figure.GetProperty("start").GetInt32() - 1) } } });
        Assert.Equal(HttpStatusCode.Created, narrowed.StatusCode);
        Assert.Empty(await Figures());
        using var widened = await Post(new { verdict = "correct", why = "all of it after all", statement = id, correction = new { content = new[] { Span(content.GetProperty("end").GetInt32()) } } });
        Assert.Equal(HttpStatusCode.Created, widened.StatusCode);
        Assert.Equal(statement.GetProperty("figures").EnumerateArray().Select(one => one.GetRawText()), await Figures());

        async Task<List<string>> Figures()
        {
            using var shown = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/statements/{id}", TestContext.Current.CancellationToken));
            return [.. shown.RootElement.GetProperty("figures").EnumerateArray().Select(one => one.GetRawText())];
        }
    }

    [Theory]
    [InlineData("""{"verdict":"reject","why":"x","statement":"0123"}""", 422)]
    [InlineData("""{"verdict":"reject","why":"x"}""", 422)]
    [InlineData("""{"verdict":"praise","why":"x"}""", 422)]
    [InlineData("""{"verdict":"reject"}""", 400)]
    [InlineData("""{"verdict":"reject","why":"x","unheard":1}""", 400)]
    [InlineData("no json", 400)]
    public async Task What_cannot_be_judged_is_refused(string body, int status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/v1/judgements", content, TestContext.Current.CancellationToken);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Empty(await Items("/api/v1/judgements"));
    }

    [Fact]
    public async Task No_page_of_another_site_can_judge()
    {
        var id = (await Items("/api/v1/statements?size=1"))[0].GetProperty("id").GetString()!;
        var body = JsonSerializer.Serialize(new { verdict = "reject", why = "x", statement = id });
        Assert.False((await Send(body, "text/plain", null)).IsSuccessStatusCode); // what a form can send without leave
        Assert.False((await Send(body, "application/json", "https://elsewhere.example")).IsSuccessStatusCode);
        Assert.Empty(await Items("/api/v1/judgements"));
        Assert.True((await Send(body, "application/json", client.BaseAddress!.GetLeftPart(UriPartial.Authority))).IsSuccessStatusCode);

        async Task<HttpResponseMessage> Send(string text, string type, string? origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/judgements") { Content = new StringContent(text, Encoding.UTF8, type) };
            if (origin is not null) { request.Headers.Add("Origin", origin); }
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task The_description_names_every_address_and_what_it_answers()
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken));
        Assert.StartsWith("3.", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = document.RootElement.GetProperty("paths");
        Assert.Equal(
            ["/api/v1/documents", "/api/v1/documents/{id}", "/api/v1/findings", "/api/v1/findings/{id}", "/api/v1/judgements", "/api/v1/matters", "/api/v1/matters/{id}", "/api/v1/review", "/api/v1/search", "/api/v1/statements", "/api/v1/statements/{id}"],
            paths.EnumerateObject().Select(path => path.Name).Order());
        Assert.True(paths.GetProperty("/api/v1/judgements").TryGetProperty("post", out var post));
        Assert.True(post.GetProperty("responses").TryGetProperty("201", out _));
        Assert.True(post.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
        Assert.Superset(new HashSet<string?> { "after", "size", "q", "polarity", "from" }, paths.GetProperty("/api/v1/search").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).ToHashSet());
        foreach (var operation in paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject())) { Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!); }
    }

    private Task<HttpResponseMessage> Post(object judgement) => client.PostAsJsonAsync("/api/v1/judgements", judgement, TestContext.Current.CancellationToken);

    private async Task<List<JsonElement>> Items(string address)
    {
        using var page = JsonDocument.Parse(await client.GetStringAsync(address, TestContext.Current.CancellationToken));
        return [.. page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.Clone())];
    }
}
