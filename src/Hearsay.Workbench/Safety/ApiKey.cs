using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hearsay.Workbench.Safety;

/// <summary>Who asks with an API key, as <c>Authorization: Bearer hsy_…</c>.</summary>
internal sealed class ApiKey(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Accounts accounts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "key";
    public const string Prefix = "Bearer ";

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Api.ApiAnswer.Unauthorized.ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Api.ApiAnswer.Forbidden.ExecuteAsync(Context);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        return Task.FromResult(
            !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? AuthenticateResult.NoResult()
            : accounts.OfKey(header[Prefix.Length..].Trim()) is not { } account ? AuthenticateResult.Fail("nobody has this key")
            : AuthenticateResult.Success(new AuthenticationTicket(Session.PrincipalOf(account, Scheme), Scheme)));
    }
}
