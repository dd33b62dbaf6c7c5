using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hearsay.Ledger;
using Hearsay.Web.Components;
using Hearsay.Workbench.Adding;
using Hearsay.Workbench.Api;
using Hearsay.Workbench.Checking;
using Hearsay.Workbench.Endpoints;
using Hearsay.Workbench.Judging;
using Hearsay.Workbench.Listing;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hearsay.Workbench;

/// <summary>Builds the workbench: pages rendered on the server, one ledger, no request to any other host.</summary>
public static class WorkbenchHost
{
    private const string Schemes = "workbench";

    /// <summary>A web application that is ready to be started. Nothing of it depends on the machine's environment or on files beside the command.</summary>
    /// <exception cref="LedgerException">The ledger is damaged, held by another process, or no ledger.</exception>
    /// <exception cref="WorkbenchException">It cannot safely listen there.</exception>
    public static WebApplication Build(WorkbenchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var listening = Listening(options.Url);
        var hosts = new HostNames(listening);
        var accounts = new Accounts(options.Ledger, options.Clock);
        var signsIn = accounts.Any;
        if (!hosts.IsLoopback && !signsIn)
        {
            throw new WorkbenchException($"{options.Url} can be reached from other machines, which needs accounts. Add the first with 'hearsay users add NAME --role administrator --ledger {options.Ledger}'.");
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "hearsay", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxUpload + (1 << 20); // the files and the form around them
        }).UseUrls(options.Url);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        var services = builder.Services;
        services.AddSingleton(options).AddSingleton(new Lazy<Pipeline>(options.Pipeline)).AddSingleton(_ => new LedgerPool(options.Ledger, options.Opening with { Clock = options.Clock, Command = "hearsay serve" })).AddSingleton<PageRenderer>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<ListingUpkeep>().AddHostedService(provider => provider.GetRequiredService<ListingUpkeep>());
        services.AddSingleton<Analysis>().AddHostedService(provider => provider.GetRequiredService<Analysis>());
        services.AddSingleton<Warming>().AddHostedService(provider => provider.GetRequiredService<Warming>());
        services.AddSingleton<LedgerCounts>().AddSingleton<MatterShelf>().AddSingleton<RollDesk>().AddSingleton<Desk>();
        services.AddRouting();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true); // so that a value that cannot be read gives a page, and no empty answer
        ApiEndpoints.Describe(services);
        services.AddDataProtection().UseEphemeralDataProtectionProvider(); // a session lasts as long as the process: nothing secret is written
        services.AddAntiforgery(form =>
        {
            form.FormFieldName = FormToken.Field;
            form.HeaderName = "X-Form-Token";
            form.Cookie.Name = "hearsay-form";
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            form.SuppressXFrameOptionsHeader = true; // ResponseHeaders says more
        });
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = options.MaxUpload;
            form.ValueLengthLimit = 16 << 20;
            form.ValueCountLimit = 1000;
        });
        services.AddSingleton(accounts).AddSingleton<SignInLimit>().AddSingleton(_ => new ExportTurns(options.ExportPatience));
        services.AddAuthentication(Schemes)
            .AddPolicyScheme(Schemes, null, schemes => schemes.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.ToString().StartsWith(ApiKey.Prefix, StringComparison.OrdinalIgnoreCase) ? ApiKey.Scheme : signsIn ? Session.Scheme : LocalAnalyst.Scheme)
            .AddScheme<AuthenticationSchemeOptions, LocalAnalyst>(LocalAnalyst.Scheme, null)
            .AddScheme<AuthenticationSchemeOptions, ApiKey>(ApiKey.Scheme, null)
            .AddCookie(Session.Scheme, session => Session.Configure(session, accounts, listening.Scheme == Uri.UriSchemeHttps));
        services.AddAuthorization(Policies);

        var app = builder.Build();
        app.Services.GetRequiredService<LedgerPool>(); // a ledger that cannot be opened is told before anything listens
        app.Use(hosts.Check);
        app.Use(ResponseHeaders.Write);
        app.Use(Failures.Catch);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(FormToken.Check);
        Asset.Map(app);
        MatterEndpoints.Map(app);
        ExportEndpoints.Map(app);
        DocumentEndpoints.Map(app);
        SourceEndpoints.Map(app);
        FindingEndpoints.Map(app);
        JudgementEndpoints.Map(app);
        SearchEndpoints.Map(app);
        AddEndpoints.Map(app);
        RollEndpoints.Map(app);
        if (signsIn) { AccountEndpoints.Map(app); }
        ApiEndpoints.Map(app);
        app.MapFallback(() => Refusal.NotFound("page"));
        return app;
    }

    private static Uri Listening(string url) =>
        Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var listening) && listening.Scheme is "http" or "https" && listening.AbsolutePath == "/"
            ? listening
            : throw new WorkbenchException($"'{url}' is no address to listen on. Give one as {WorkbenchOptions.DefaultUrl}.");

    private static void Policies(AuthorizationOptions authorization)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            authorization.AddPolicy(role.ToString(), policy => policy.RequireAssertion(asked => Roles.Holds(asked.User, role)));
        }

        authorization.FallbackPolicy = authorization.GetPolicy(Roles.Reader);
    }
}

/// <summary>The workbench cannot do what was asked of it; the message says why and what to do.</summary>
public sealed class WorkbenchException(string message) : Exception(message);
