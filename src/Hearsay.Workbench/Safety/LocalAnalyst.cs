using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hearsay.Workbench.Safety;

/// <summary>Without accounts, on loopback alone: whoever asks is the one local analyst, whose own file the ledger is.</summary>
internal sealed class LocalAnalyst(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "local";

    /// <summary>What stands in the log for who did it.</summary>
    public const string Name = "local analyst";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, Name), new Claim(ClaimTypes.Role, nameof(Role.Registrar))], Scheme)), Scheme)));
}
