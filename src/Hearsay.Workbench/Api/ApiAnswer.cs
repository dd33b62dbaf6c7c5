using System.Security.Cryptography;
using System.Text;
using Hearsay.Ledger;
using Microsoft.AspNetCore.Http;

namespace Hearsay.Workbench.Api;

/// <summary>JSON as an answer, with the hash of its bytes as its tag: who has these bytes is told so and gets none.</summary>
internal sealed class ApiAnswer(string json, int status = StatusCodes.Status200OK) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache"; // ask each time; what is unchanged costs no bytes
        if (status == StatusCodes.Status200OK && http.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(known => known == tag || known == "W/" + tag || known == "*"))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) { await http.Response.Body.WriteAsync(bytes, http.RequestAborted); }
    }

    /// <summary>A page of a list, with the address of the next one in body and header (RFC 8288).</summary>
    public static IResult Page(HttpContext http, JsonPage page)
    {
        var next = page.Next is null ? null : http.Request.Path + Query.Of([.. http.Request.Query.Where(part => part.Key != "after").Select(part => (part.Key, (string?)part.Value.ToString())), ("after", page.Next)]);
        if (next is not null) { http.Response.Headers.Link = $"<{next}>; rel=\"next\""; }
        return new ApiAnswer($"{{\"items\":[{string.Join(',', page.Items)}],\"next\":{(next is null ? "null" : System.Text.Json.JsonSerializer.Serialize(next))}}}");
    }

    /// <summary>What went wrong, as RFC 9457 has it.</summary>
    public static IResult Problem(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);

    /// <summary>Nobody knows who asks.</summary>
    public static IResult Unauthorized => Problem(StatusCodes.Status401Unauthorized, "Who asks?", "Send a key as 'Authorization: Bearer hsy_…'. Whoever has an account makes one at /account.");

    /// <summary>Whoever asks may not.</summary>
    public static IResult Forbidden => Problem(StatusCodes.Status403Forbidden, "Your role does not allow this", "Ask an administrator of this workbench, if you need it.");

    /// <summary>There is no such thing.</summary>
    public static IResult NotFound(string what, string id) => Problem(StatusCodes.Status404NotFound, $"There is no such {what}", $"The ledger has no {what} '{(id.Length > 100 ? id[..100] : id)}'. It may have been made anew under another id when the engine changed.");
}
