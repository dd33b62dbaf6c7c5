using Hearsay.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hearsay.Workbench.Safety;

/// <summary>What becomes of a request that fails: a page that says what to do, and nothing of our insides.</summary>
internal static class Failures
{
    public static async Task Catch(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            if (http.RequestAborted.IsCancellationRequested) { return; }
            await PageOf(http, failure).ExecuteAsync(http);
        }
    }

    private static IResult PageOf(HttpContext http, Exception failure)
    {
        switch (failure)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException:
                return Refusal.Of(StatusCodes.Status413PayloadTooLarge, "That is too much at once", "Send less, or use ‘hearsay read’ for large folders.");
            case BadHttpRequestException bad:
                return Refusal.Of(bad.StatusCode, "That could not be understood", "Go back, reload the page, and try once more.");
            case LedgerException busy:
                return Refusal.Of(StatusCodes.Status503ServiceUnavailable, "The ledger does not answer", busy.Message);
            default:
                http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Hearsay.Workbench").LogError(failure, "A page failed");
                return Refusal.Of(StatusCodes.Status500InternalServerError, "This page failed, which is our mistake", "Nothing was changed by it. What happened stands in the output of ‘hearsay serve’; please report it.");
        }
    }
}
