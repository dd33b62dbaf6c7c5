using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hearsay.Workbench.Safety;

namespace Hearsay.Tests.Workbench;

/// <summary>Who may ask the API for what, where people have accounts.</summary>
public sealed class ApiAccountTests(OpenWorkbenchWithAccounts workbench) : IClassFixture<OpenWorkbenchWithAccounts>
{
    [Theory]
    [InlineData("/api/v1/matters")]
    [InlineData("/api/v1/judgements")]
    [InlineData("/api/v1/openapi.json")]
    public async Task Without_a_key_nothing_is_answered(string address)
    {
        using var client = new HttpClient { BaseAddress = workbench.Address };
        foreach (var key in new[] { null, "hsy_of-nobody" })
        {
            client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
            var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(401, problem.RootElement.GetProperty("status").GetInt32());
            Assert.Contains("Bearer", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsJsonAsync("/api/v1/judgements", new { verdict = "reject", why = "x", statement = "0" }, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_reader_reads_and_an_analyst_judges_by_name()
    {
        using var reader = await Client(Role.Reader);
        using var analyst = await Client(Role.Analyst);
        using var page = JsonDocument.Parse(await reader.GetStringAsync("/api/v1/statements?size=1", TestContext.Current.CancellationToken));
        var rejection = new { verdict = "reject", why = "not said there", statement = page.RootElement.GetProperty("items")[0].GetProperty("id").GetString() };
        var refused = await reader.PostAsJsonAsync("/api/v1/judgements", rejection, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        var recorded = await analyst.PostAsJsonAsync("/api/v1/judgements", rejection, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, recorded.StatusCode);
        using var judgement = JsonDocument.Parse(await recorded.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("analyst", judgement.RootElement.GetProperty("by").GetString());
    }

    private async Task<HttpClient> Client(Role role)
    {
        using var owner = await workbench.SignIn(role);
        var made = await (await owner.Send("/account", "/account/keys", ("label", "a script"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var client = new HttpClient { BaseAddress = workbench.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Regex.Match(made, "hsy_[A-Za-z0-9_-]+").Value);
        return client;
    }
}
