using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Hearsay.Workbench.Safety;

namespace Hearsay.Tests.Workbench;

/// <summary>Signing in, roles and keys, and attacks on them.</summary>
public sealed class AccountTests(OpenWorkbenchWithAccounts workbench) : IClassFixture<OpenWorkbenchWithAccounts>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/documents")]
    [InlineData("/search?q=list")]
    [InlineData("/rolls")]
    [InlineData("/add")]
    [InlineData("/accounts")]
    [InlineData("/statements/x")]
    public async Task Who_has_not_signed_in_is_shown_nothing(string path)
    {
        using var visitor = workbench.Visit();
        var answer = await visitor.Get(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Reader, "/add", false)]
    [InlineData(Role.Reader, "/review", false)]
    [InlineData(Role.Reader, "/statements/x/judge", false)]
    [InlineData(Role.Reader, "/documents/x/add", false)]
    [InlineData(Role.Reader, "/judgements", true)]
    [InlineData(Role.Reader, "/findings", true)]
    [InlineData(Role.Analyst, "/add", true)]
    [InlineData(Role.Analyst, "/accounts", false)]
    [InlineData(Role.Registrar, "/accounts", false)]
    [InlineData(Role.Administrator, "/accounts", true)]
    public async Task A_role_sees_its_pages_and_no_others(Role role, string path, bool may)
    {
        using var visitor = await workbench.SignIn(role);
        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await visitor.Get(path)).StatusCode);
    }

    [Theory]
    [InlineData(Role.Reader, "/findings/x/dismiss")]
    [InlineData(Role.Reader, "/statements/x/judge")]
    [InlineData(Role.Reader, "/matters/x/split")]
    [InlineData(Role.Reader, "/matters/x/merge")]
    [InlineData(Role.Reader, "/sources/x/identify")]
    [InlineData(Role.Reader, "/judgements/x/withdraw")]
    [InlineData(Role.Reader, "/review/undo")]
    [InlineData(Role.Reader, "/documents/x/add")]
    [InlineData(Role.Reader, "/add")]
    [InlineData(Role.Reader, "/checks")]
    [InlineData(Role.Analyst, "/rolls/x/names")]
    [InlineData(Role.Analyst, "/accounts")]
    [InlineData(Role.Registrar, "/accounts/reader/role")]
    [InlineData(Role.Registrar, "/accounts/administrator/password")]
    public async Task A_role_cannot_send_the_forms_of_another(Role role, string action)
    {
        using var visitor = await workbench.SignIn(role);
        var before = workbench.Log().Count;
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Send("/account", action, ("reason", "x"), ("role", "Administrator"), ("password", "another long password"))).StatusCode);
        Assert.Equal(before, workbench.Log().Count);
    }

    [Fact]
    public async Task The_session_s_cookie_is_new_at_sign_in_and_out_of_reach_of_scripts()
    {
        using var visitor = workbench.Visit();
        using var fixing = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        fixing.Headers.Add("Cookie", "hearsay-session=chosen-by-somebody-else");
        await visitor.Client.SendAsync(fixing, TestContext.Current.CancellationToken);
        var answer = await visitor.Send("/sign-in", "/sign-in", ("name", "reader"), ("password", OpenWorkbench.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("hearsay-session=", StringComparison.Ordinal));
        Assert.DoesNotContain("chosen-by-somebody-else", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_copied_cookie_ends_with_the_session()
    {
        using var visitor = workbench.Visit();
        var answer = await visitor.Send("/sign-in", "/sign-in", ("name", "reader"), ("password", OpenWorkbench.Password));
        var copied = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("hearsay-session=", StringComparison.Ordinal)).Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, await With(copied));
        await visitor.Send("/account", "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, await With(copied));

        async Task<HttpStatusCode> With(string cookie)
        {
            using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
            using var client = new HttpClient(handler) { BaseAddress = workbench.Address };
            client.DefaultRequestHeaders.Add("Cookie", cookie);
            return (await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode;
        }
    }

    [Fact]
    public async Task Passwords_cannot_be_tried_for_long()
    {
        using var visitor = workbench.Visit();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < SignInLimit.TriesOfName + 1; i++) { answers.Add((await visitor.Send("/sign-in", "/sign-in", ("name", "nobody in particular"), ("password", $"guess number {i} of many"))).StatusCode); }
        Assert.All(answers[..^1], answer => Assert.Equal(HttpStatusCode.Unauthorized, answer));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task Signing_in_leads_to_no_other_site()
    {
        using var visitor = workbench.Visit();
        var answer = await visitor.Send("/sign-in?back=//evil.example/", "/sign-in", ("name", "analyst"), ("password", OpenWorkbench.Password), ("back", "//evil.example/"));
        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_key_opens_what_its_owner_may_see_until_it_is_removed()
    {
        using var owner = await workbench.SignIn(Role.Analyst);
        var made = await (await owner.Send("/account", "/account/keys", ("label", "a script"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var key = Regex.Match(made, "hsy_[A-Za-z0-9_-]+").Value;
        Assert.DoesNotContain(key, await owner.Read("/account"), StringComparison.Ordinal);
        Assert.DoesNotContain(key, await File.ReadAllTextAsync(workbench.LedgerFile + ".accounts", System.Text.Encoding.Latin1, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await With(key, "/search?q=list"));
        Assert.Equal(HttpStatusCode.Forbidden, await With(key, "/accounts"));
        Assert.Equal(HttpStatusCode.Unauthorized, await With("hsy_guessed", "/"));
        var id = Regex.Match(made, "/account/keys/([0-9a-f]+)/remove").Groups[1].Value;
        await owner.Send("/account", $"/account/keys/{id}/remove");
        Assert.Equal(HttpStatusCode.Unauthorized, await With(key, "/search?q=list"));

        async Task<HttpStatusCode> With(string bearer, string path)
        {
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = workbench.Address };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            return (await client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode;
        }
    }

    [Fact]
    public async Task An_administrator_adds_changes_and_removes_accounts_and_the_log_knows_no_names()
    {
        using var administrator = await workbench.SignIn(Role.Administrator);
        await administrator.Send("/accounts", "/accounts", ("name", "Newcomer"), ("role", "Reader"), ("password", "their very own password"));
        using var newcomer = workbench.Visit();
        Assert.Equal("/", (await newcomer.Send("/sign-in", "/sign-in", ("name", "newcomer"), ("password", "their very own password"))).Headers.Location?.ToString());
        await administrator.Send("/accounts", "/accounts/Newcomer/role", ("role", "Analyst"));
        Assert.Equal(HttpStatusCode.Redirect, (await newcomer.Get("/")).StatusCode); // what they may do changed: they sign in again
        await administrator.Send("/accounts", "/accounts/Newcomer/remove");
        Assert.DoesNotContain("Newcomer", await administrator.Read("/accounts"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.Send("/accounts", "/accounts/administrator/remove")).StatusCode);
        Assert.Equal(3, workbench.Log().Count(entry => entry.StartsWith("account ", StringComparison.Ordinal) && (entry.Contains("added as Reader", StringComparison.Ordinal) || entry.Contains("\"role\"", StringComparison.Ordinal) || entry.Contains("\"removed\"", StringComparison.Ordinal))));
        Assert.DoesNotContain("Newcomer", string.Join('\n', workbench.Log()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Passwords_are_hashed_and_short_ones_refused()
    {
        using var folder = new TemporaryFolder();
        var accounts = new Accounts(folder["x.db"], TimeProvider.System);
        Assert.NotNull(accounts.Add("short", Role.Reader, "too short"));
        Assert.Null(accounts.Add("somebody", Role.Reader, "long enough to count"));
        Assert.NotNull(accounts.Add("SOMEBODY", Role.Reader, "long enough to count"));
        Assert.Null(accounts.SignIn("somebody", "long enough to count "));
        Assert.NotNull(accounts.SignIn("Somebody", "long enough to count"));
        Assert.DoesNotContain("long enough", File.ReadAllText(folder["x.db.accounts"], System.Text.Encoding.Latin1), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) { Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["x.db.accounts"])); }
    }
}
