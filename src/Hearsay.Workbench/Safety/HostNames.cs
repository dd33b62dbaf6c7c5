using System.Net;
using Microsoft.AspNetCore.Http;

namespace Hearsay.Workbench.Safety;

/// <summary>The names by which the workbench may be addressed. A page of some other site can point its own name at this machine (DNS rebinding) and would then read what is answered to it.</summary>
internal sealed class HostNames
{
    private readonly HashSet<string>? allowed;

    /// <summary>On loopback its names; at a certain address that one; at every address of the machine any, since accounts are asked for there.</summary>
    public HostNames(Uri listening)
    {
        IsLoopback = listening.IsLoopback;
        allowed = IsLoopback ? new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]", listening.Host }
            : listening.Host is "0.0.0.0" or "[::]" or "*" or "+" ? null
            : new(StringComparer.OrdinalIgnoreCase) { listening.Host };
    }

    /// <summary>True where nobody but this machine can reach it.</summary>
    public bool IsLoopback { get; }

    public Task Check(HttpContext http, RequestDelegate next)
    {
        if (allowed is null || allowed.Contains(http.Request.Host.Host)) { return next(http); }
        http.Response.StatusCode = (int)HttpStatusCode.MisdirectedRequest;
        return http.Response.WriteAsync("This workbench does not answer to that name.");
    }
}
