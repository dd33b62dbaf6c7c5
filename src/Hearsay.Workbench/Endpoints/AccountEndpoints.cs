using System.Security.Claims;
using Hearsay.Workbench.Pages;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Hearsay.Web.Text.Texts;

namespace Hearsay.Workbench.Endpoints;

/// <summary>Signing in and out, one's own account, and everybody's for the administrator. Mapped only where there are accounts.</summary>
internal static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (string? back) => SignInPageOf(back, null)).AllowAnonymous();
        routes.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        routes.MapPost("/sign-out", SignOutAsync);
        routes.MapGet("/account", (HttpContext http, Accounts accounts) => Own(http, accounts));
        routes.MapPost("/account/password", SetPasswordAsync);
        routes.MapPost("/account/keys", AddKeyAsync);
        routes.MapPost("/account/keys/{id}/remove", (HttpContext http, Accounts accounts, LedgerPool ledgers, string id) => ChangeOwn(http, accounts, ledgers, "key removed", account => accounts.RemoveKey(account, id)));
        var keeping = routes.MapGroup("/accounts").RequireAuthorization(Roles.Administrator);
        keeping.MapGet("", (Accounts accounts) => Everybody(accounts, null));
        keeping.MapPost("", AddAsync);
        keeping.MapPost("/{name}/role", (HttpContext http, Accounts accounts, LedgerPool ledgers, string name) => Change(http, accounts, ledgers, name, "role", (account, form) =>
            Enum.TryParse<Role>(form["role"], out var role) && Enum.IsDefined(role) ? accounts.SetRole(account, role) : T("There is no such role.")));
        keeping.MapPost("/{name}/password", (HttpContext http, Accounts accounts, LedgerPool ledgers, string name) => Change(http, accounts, ledgers, name, "password", (account, form) =>
            accounts.SetPassword(account, form["password"].ToString())));
        keeping.MapPost("/{name}/remove", (HttpContext http, Accounts accounts, LedgerPool ledgers, string name) => Change(http, accounts, ledgers, name, "removed", (account, _) => accounts.Remove(account)));
    }

    private static PageResult<SignInPage> SignInPageOf(string? back, string? problem, int status = 200) =>
        new(new() { [nameof(SignInPage.Back)] = Back.To(back), [nameof(SignInPage.Problem)] = problem }, status);

    private static async Task<IResult> SignInAsync(HttpContext http, Accounts accounts, SignInLimit limit)
    {
        var form = await http.Request.ReadFormAsync();
        var (name, back) = (form["name"].ToString(), form["back"].ToString());
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (!limit.Begin(name, address)) { return SignInPageOf(back, T("There were too many tries. Wait five minutes."), StatusCodes.Status429TooManyRequests); }
        if (accounts.SignIn(name, form["password"].ToString()) is not { } account) { return SignInPageOf(back, T("Name and password do not fit."), StatusCodes.Status401Unauthorized); }
        limit.Succeeded(name, address);
        await http.SignInAsync(Session.Scheme, Session.PrincipalOf(account, Session.Scheme));
        return Results.Redirect(Back.To(back));
    }

    // Ends every session of the account: a cookie that somebody copied ends with it.
    private static async Task<IResult> SignOutAsync(HttpContext http, Accounts accounts)
    {
        if (Self(http, accounts) is { } account) { accounts.EndSessions(account); }
        await http.SignOutAsync(Session.Scheme);
        return Results.Redirect("/sign-in");
    }

    private static PageResult<AccountPage> Own(HttpContext http, Accounts accounts, string? problem = null, string? key = null) => new(
        new()
        {
            [nameof(AccountPage.Keys)] = Self(http, accounts) is { } account ? accounts.Keys(account) : [],
            [nameof(AccountPage.Problem)] = problem,
            [nameof(AccountPage.NewKey)] = key,
        }, problem is null ? 200 : 400);

    private static async Task<IResult> SetPasswordAsync(HttpContext http, Accounts accounts, LedgerPool ledgers)
    {
        var form = await http.Request.ReadFormAsync();
        if (Self(http, accounts) is not { } account || accounts.SignIn(account.Name, form["current"].ToString()) is null) { return Own(http, accounts, T("That is not your password.")); }
        if (accounts.SetPassword(account, form["password"].ToString()) is { } problem) { return Own(http, accounts, problem); }
        await Log(ledgers, account, "password");
        return Results.Redirect("/sign-in");
    }

    private static async Task<IResult> AddKeyAsync(HttpContext http, Accounts accounts, LedgerPool ledgers)
    {
        var form = await http.Request.ReadFormAsync();
        if (Self(http, accounts) is not { } account) { return Results.Redirect("/sign-in"); }
        var label = form["label"].ToString().Trim();
        var key = accounts.AddKey(account, label.Length == 0 ? "no label" : label[..Math.Min(label.Length, 100)]);
        await Log(ledgers, account, "key added");
        return Own(http, accounts, key: key);
    }

    private static async Task<IResult> ChangeOwn(HttpContext http, Accounts accounts, LedgerPool ledgers, string what, Action<Account> change)
    {
        if (Self(http, accounts) is not { } account) { return Results.Redirect("/sign-in"); }
        change(account);
        await Log(ledgers, account, what);
        return Results.Redirect("/account");
    }

    private static PageResult<AccountsPage> Everybody(Accounts accounts, string? problem) =>
        new(new() { [nameof(AccountsPage.All)] = accounts.All(), [nameof(AccountsPage.Problem)] = problem }, problem is null ? 200 : 400);

    private static async Task<IResult> AddAsync(HttpContext http, Accounts accounts, LedgerPool ledgers)
    {
        var form = await http.Request.ReadFormAsync();
        if (!Enum.TryParse<Role>(form["role"], out var role) || !Enum.IsDefined(role)) { return Everybody(accounts, T("There is no such role.")); }
        if (accounts.Add(form["name"].ToString(), role, form["password"].ToString()) is { } problem) { return Everybody(accounts, problem); }
        await Log(ledgers, accounts.Find(form["name"].ToString().Trim())!, $"added as {role}");
        return Results.Redirect("/accounts");
    }

    private static async Task<IResult> Change(HttpContext http, Accounts accounts, LedgerPool ledgers, string name, string what, Func<Account, IFormCollection, string?> change)
    {
        if (accounts.Find(name) is not { } account) { return Refusal.NotFound("account"); }
        if (change(account, await http.Request.ReadFormAsync()) is { } problem) { return Everybody(accounts, problem); }
        await Log(ledgers, account, what);
        return Results.Redirect("/accounts");
    }

    // The log knows accounts by their ids: it never holds a name.
    private static Task<bool> Log(LedgerPool ledgers, Account account, string what) => ledgers.WriteAsync(ledger =>
    {
        ledger.LogAccount(account.Id, what);
        return true;
    });

    private static Account? Self(HttpContext http, Accounts accounts) => accounts.Find(http.User.FindFirstValue(ClaimTypes.Name) ?? "");
}
