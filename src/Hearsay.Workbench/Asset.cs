using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Workbench;

/// <summary>A style sheet or script that is part of an assembly, at an address that changes with its content, so that browsers may keep it for good.</summary>
internal sealed class Asset
{
    private readonly byte[] content;
    private readonly string type;

    private Asset(Type of, string resource, string type)
    {
        using var stream = of.Assembly.GetManifestResourceStream(resource)!;
        content = new byte[stream.Length];
        stream.ReadExactly(content);
        this.type = type;
        Address = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}/{resource}";
    }

    /// <summary>What the dossier and the workbench share.</summary>
    public static Asset DossierStyle { get; } = new(typeof(Web.Components.PageLinks), "hearsay.css", "text/css");

    /// <summary>What the workbench adds.</summary>
    public static Asset WorkbenchStyle { get; } = new(typeof(Asset), "workbench.css", "text/css");

    /// <summary>Marking, keys, and following lines in pictures: what reading does not need.</summary>
    public static Asset Script { get; } = new(typeof(Asset), "workbench.js", "text/javascript");

    public string Address { get; }

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in new[] { DossierStyle, WorkbenchStyle, Script })
        {
            routes.MapGet(asset.Address, (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Bytes(asset.content, asset.type + "; charset=utf-8");
            }).AllowAnonymous();
        }
    }
}
