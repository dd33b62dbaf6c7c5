using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Workbench;

/// <summary>A style sheet that is part of an assembly, at an address that changes with its content, so that browsers may keep it for good.</summary>
internal sealed class Styles
{
    private readonly byte[] content;

    private Styles(Type of, string resource)
    {
        using var stream = of.Assembly.GetManifestResourceStream(resource)!;
        content = new byte[stream.Length];
        stream.ReadExactly(content);
        Address = $"/styles/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}/{resource}";
    }

    /// <summary>What the dossier and the workbench share.</summary>
    public static Styles Dossier { get; } = new(typeof(Web.Components.PageLinks), "hearsay.css");

    /// <summary>What the workbench adds.</summary>
    public static Styles Workbench { get; } = new(typeof(Styles), "workbench.css");

    public string Address { get; }

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var style in new[] { Dossier, Workbench })
        {
            routes.MapGet(style.Address, (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Bytes(style.content, "text/css; charset=utf-8");
            }).AllowAnonymous();
        }
    }
}
