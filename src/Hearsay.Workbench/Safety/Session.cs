using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Hearsay.Workbench.Safety;

/// <summary>Who has signed in: an encrypted cookie that says who, checked against the accounts at every request, so that a change of role, password or account holds at once.</summary>
internal static class Session
{
    public const string Scheme = "session";
    private const string Stamp = "stamp";
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    public static ClaimsPrincipal PrincipalOf(Account account, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, account.Name), new Claim(ClaimTypes.Role, account.Role.ToString()), new Claim(ClaimTypes.NameIdentifier, account.Id), new Claim(Stamp, account.Stamp)], scheme));

    public static void Configure(CookieAuthenticationOptions options, Accounts accounts, bool isSecure)
    {
        options.Cookie.Name = "hearsay-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lasts;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "back";
        options.Events.OnValidatePrincipal = context =>
        {
            var account = accounts.Find(context.Principal?.FindFirstValue(ClaimTypes.Name) ?? "");
            if (account is null || account.Stamp != context.Principal?.FindFirstValue(Stamp)) { context.RejectPrincipal(); }
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? Api.ApiAnswer.Forbidden.ExecuteAsync(context.HttpContext) : Refusal.Of(
            StatusCodes.Status403Forbidden, "Your role does not allow this", "Ask an administrator of this workbench, if you need it.").ExecuteAsync(context.HttpContext);
        var toSignIn = options.Events.OnRedirectToLogin;
        options.Events.OnRedirectToLogin = context =>
        {
            if (!context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) { return toSignIn(context); }
            return Api.ApiAnswer.Unauthorized.ExecuteAsync(context.HttpContext);
        };
    }
}
