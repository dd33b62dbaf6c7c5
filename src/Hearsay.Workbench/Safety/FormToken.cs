using Hearsay.Workbench.Api;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Workbench.Safety;

/// <summary>Every request that may change something must come from a form of ours, unless it bears an API key or is JSON for the API, which no other site can make a browser send.</summary>
internal static class FormToken
{
    public const string Field = "form-token";

    public static async Task Check(HttpContext http, RequestDelegate next)
    {
        var method = http.Request.Method;
        var isSafe = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
        if (!isSafe && http.User.Identity?.AuthenticationType != ApiKey.Scheme && !ApiEndpoints.IsFromProgram(http.Request))
        {
            try
            {
                await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
            }
            catch (AntiforgeryValidationException)
            {
                await Refusal.Of(400, "This form is no longer valid", "It was opened before the workbench was started anew, by somebody else, or on another site. Go back, reload the page, and send it again.").ExecuteAsync(http);
                return;
            }
        }

        await next(http);
    }
}
