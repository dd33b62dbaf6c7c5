using System.Net;
using System.Text.RegularExpressions;

namespace Hearsay.Tests.Workbench;

/// <summary>A browser without a screen: cookies, and forms with their tokens. It follows no redirects.</summary>
internal sealed partial class Visitor(Uri address) : IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };

    public HttpClient Client => client;

    public async Task<string> Read(string path)
    {
        var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> Get(string path) => client.GetAsync(path, TestContext.Current.CancellationToken);

    /// <summary>Fills in the form of a page and sends it.</summary>
    public async Task<HttpResponseMessage> Send(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = await Token(page);
        return await client.PostAsync(action, new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("form-token", token)]), TestContext.Current.CancellationToken);
    }

    /// <summary>Likewise with files.</summary>
    public async Task<HttpResponseMessage> Upload(string page, string action, (string Field, string Name, byte[] Bytes)[] files, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await Token(page)), "form-token" } };
        foreach (var (name, value) in fields) { form.Add(new StringContent(value), name); }
        foreach (var (field, name, bytes) in files) { form.Add(new ByteArrayContent(bytes), field, name); }
        return await client.PostAsync(action, form, TestContext.Current.CancellationToken);
    }

    public async Task<string> Token(string page) => WebUtility.HtmlDecode(TokenField().Match(await Read(page)).Groups[1].Value);

    /// <summary>The first address on a page that begins so.</summary>
    public async Task<string> Link(string page, string beginning) =>
        WebUtility.HtmlDecode(Regex.Match(await Read(page), $"href=\"({Regex.Escape(beginning)}[^\"#?]+)").Groups[1].Value);

    /// <summary>Asks again until a page says something.</summary>
    public async Task<string> Until(string page, string says)
    {
        for (var i = 0; i < 600; i++)
        {
            var answer = await Get(page);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (text.Contains(says, StringComparison.Ordinal)) { return text; }
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{page} never says '{says}'.");
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
