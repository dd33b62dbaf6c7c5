using System.Security.Claims;
using Hearsay.Workbench.Listing;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hearsay.Workbench;

/// <summary>Makes the heaviest pages once when the lists are there, for nobody, so that the first to ask for one does not wait for its code to be compiled.</summary>
internal sealed class Warming(IServiceProvider services, IHostApplicationLifetime life, EndpointDataSource endpoints, LedgerPool ledgers, ListingUpkeep lists, ILogger<Warming> log) : BackgroundService
{
    /// <summary>Routes of the pages.</summary>
    public static IReadOnlyList<string> Pages { get; } = ["/", "/matters/{id}", "/review", "/findings"];

    /// <summary>Makes them.</summary>
    public async Task WarmAsync(CancellationToken cancel)
    {
        var matter = await ledgers.ReadAsync(ledger => new Catalogue(ledger).TitlesOfWeightiest(1), cancel);
        foreach (var route in Pages)
        {
            var endpoint = endpoints.Endpoints.OfType<RouteEndpoint>().First(one => one.RoutePattern.RawText == route);
            await using var scope = services.CreateAsyncScope();
            var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancel, User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, nameof(Role.Analyst))], nameof(Warming))) };
            (http.Request.Method, http.Request.Path) = (HttpMethods.Get, "/");
            http.Request.RouteValues["id"] = matter is [var (id, _)] ? id : "";
            http.SetEndpoint(endpoint);
            await endpoint.RequestDelegate!(http); // its body goes nowhere
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Started().WaitAsync(stoppingToken); // before that, no route is known
            await lists.Ready.WaitAsync(stoppingToken);
            await WarmAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // closed before it came to it
        }
        catch (Exception failure)
        {
            log.LogInformation(failure, "The pages were not warmed"); // whoever asks for them is told; nothing else depends on it
        }
    }

    private Task Started()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        life.ApplicationStarted.Register(() => started.TrySetResult());
        return started.Task;
    }
}
