using Microsoft.AspNetCore.Http;

namespace Hearsay.Workbench.Safety;

/// <summary>HEAD is answered as GET is, without the body (RFC 9110, 9.3.2): reading changes nothing, so nothing is lost by doing it.</summary>
internal static class HeadRequests
{
    public static Task AsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
            http.Response.Body = Stream.Null;
        }

        return next(http);
    }
}
