using System.Security.Claims;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Workbench;

/// <summary>What a page knows of the request that it answers.</summary>
/// <param name="Path">The path asked for.</param>
/// <param name="Name">Who asks; null for somebody who has not signed in.</param>
/// <param name="Role">What they may do; null likewise.</param>
/// <param name="HasAccounts">True where people sign in here.</param>
/// <param name="Token">What forms must send back.</param>
public sealed record Visit(string Path, string? Name, Role? Role, bool HasAccounts, string Token)
{
    /// <summary>True where the visitor has this role or a higher one.</summary>
    public bool May(Role role) => Role >= role;

    internal static Visit Of(HttpContext http) => new(
        http.Request.Path, http.User.FindFirstValue(ClaimTypes.Name), Roles.Of(http.User),
        http.User.Identity?.AuthenticationType != LocalAnalyst.Scheme,
        http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!);
}
