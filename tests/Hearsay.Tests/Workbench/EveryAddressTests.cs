using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Tests.Workbench;

/// <summary>Every address that the workbench answers at, whoever added it: who may not, gets nothing.</summary>
public sealed partial class EveryAddressTests(OpenWorkbenchWithAccounts workbench) : IClassFixture<OpenWorkbenchWithAccounts>
{
    [Fact]
    public async Task Who_has_not_signed_in_gets_nothing_but_the_sign_in_and_its_looks()
    {
        var open = new List<string>();
        foreach (var (method, path) in Addresses())
        {
            using var visitor = workbench.Visit();
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            var answer = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
            if (answer.StatusCode is HttpStatusCode.Unauthorized || (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal))) { continue; }
            open.Add($"{method} {(path.StartsWith("/assets/", StringComparison.Ordinal) ? "/assets/" : path)}");
        }

        Assert.Equal(["GET /assets/", "GET /sign-in", "POST /sign-in"], open.Distinct().Order());
    }

    [Fact]
    public async Task A_reader_can_change_nothing_but_their_own_account()
    {
        using var visitor = await workbench.SignIn(Role.Reader);
        var token = await visitor.Token("/account");
        var may = new List<string>();
        foreach (var (method, path) in Addresses().Where(one => one.Method is not ("GET" or "HEAD") && one.Path is not ("/sign-in" or "/sign-out")))
        {
            using HttpContent sent = path.StartsWith("/api/", StringComparison.Ordinal)
                ? new StringContent("{}", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([KeyValuePair.Create("form-token", token), KeyValuePair.Create("reason", "x")]);
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = sent };
            if ((await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode is not HttpStatusCode.Forbidden) { may.Add($"{method} {path}"); }
        }

        Assert.Equal(["POST /account/keys", "POST /account/keys/x/remove", "POST /account/password"], may.Order());
    }

    [Fact]
    public async Task Without_its_form_s_token_an_administrator_changes_nothing_either()
    {
        using var visitor = await workbench.SignIn(Role.Administrator);
        var (before, tried) = (workbench.Log().Count, 0);
        foreach (var (method, path) in Addresses().Where(one => one.Method is not ("GET" or "HEAD")))
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("form-token", "forged"), KeyValuePair.Create("reason", "forged"), KeyValuePair.Create("text", "forged")]);
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = form };
            var status = (await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
            Assert.True(status is HttpStatusCode.BadRequest, $"{method} {path}: {status}");
            tried++;
        }

        Assert.InRange(tried, 15, 100);
        Assert.Equal(before, workbench.Log().Count);
    }

    // Each route with "x" where it takes a value.
    private IEnumerable<(string Method, string Path)> Addresses() => workbench.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.RoutePattern.RawText is { } pattern && !pattern.StartsWith("{*", StringComparison.Ordinal))
        .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, "/" + Values().Replace(route.RoutePattern.RawText!, "x").TrimStart('/'))))
        .Distinct().Order();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Values();
}
