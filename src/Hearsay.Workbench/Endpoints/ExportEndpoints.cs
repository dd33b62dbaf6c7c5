using Hearsay.Exchange;
using Hearsay.Exchange.Bundles;
using Hearsay.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Workbench.Endpoints;

/// <summary>A matter to take away: as a bundle, or in other people's formats. Names that stand on lists are in none of them.</summary>
internal static class ExportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/matters/{id}/export", Export);

    private static async Task<IResult> Export(HttpContext http, LedgerPool ledgers, string id, string? format, CancellationToken cancel)
    {
        if (FormOf(format) is not { } form) { return Refusal.Of(StatusCodes.Status400BadRequest, "There is no such format", "A matter can be taken as bundle, webannotation, prov or ftm."); }
        var folder = Directory.CreateTempSubdirectory("hearsay-export-"); // for this user alone
        http.Response.OnCompleted(() =>
        {
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        });
        var file = Path.Combine(folder.FullName, "matter" + form.Suffix);
        var isThere = await ledgers.ReadAsync(
            ledger =>
            {
                if (ExportScope.OneMatter(ledger, id) is not { } scope) { return false; }
                form.Write(ledger, scope, id, file);
                return true;
            }, cancel);
        return isThere ? Results.File(File.OpenRead(file), form.Type, $"matter-{id[..8]}{form.Suffix}") : Refusal.NotFound("matter");
    }

    private static Form? FormOf(string? format) => format switch
    {
        "bundle" => new Form(".zip", "application/zip", (ledger, scope, matter, file) => BundleWriter.Write(ledger, scope, matter, file, withNames: false)),
        "webannotation" => Lines(".jsonld", "application/ld+json", (_, scope, output) => WebAnnotationExport.Write(scope, output)),
        "prov" => Lines(".prov.json", "application/json", (ledger, scope, output) => ProvExport.Write(scope, [.. ledger.Judgements().Select(stored => stored.Judgement)], output)),
        "ftm" => Lines(".ftm.jsonl", "application/x-ndjson", (_, scope, output) => FollowTheMoneyExport.Write(scope, output)),
        _ => null,
    };

    private static Form Lines(string suffix, string type, Action<EvidenceLedger, ExportScope, Stream> write) => new(suffix, type, (ledger, scope, _, file) =>
    {
        using var output = File.Create(file);
        write(ledger, scope, output);
    });

    private sealed record Form(string Suffix, string Type, Action<EvidenceLedger, ExportScope, string, string> Write);
}
