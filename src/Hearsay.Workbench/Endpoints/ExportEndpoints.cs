using System.Globalization;
using System.IO.Compression;
using System.Security.Claims;
using Hearsay.Exchange;
using Hearsay.Exchange.Bundles;
using Hearsay.Ledger;
using Hearsay.Workbench.Pages;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Workbench.Endpoints;

/// <summary>What people take away: one matter or the whole ledger, as tables, as a bundle, or in other people's formats. Names that stand on lists are given to a registrar alone, who says why, and that is logged before they are.</summary>
internal static class ExportEndpoints
{
    private const int LongestReason = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/exports", () => new PageResult<ExportsPage>([]));
        routes.MapGet("/matters/{id}/export", (HttpContext http, LedgerPool ledgers, ExportTurns turns, string id, [AsParameters] Asked asked) => Export(http, ledgers, turns, "matters", id, asked));
        routes.MapGet("/exports/{what}", (HttpContext http, LedgerPool ledgers, ExportTurns turns, string what, [AsParameters] Asked asked) =>
            what == "ledger" || asked.Format == "training" ? Task.FromResult(Refusal.NotFound("export")) : Export(http, ledgers, turns, what, null, asked));
        routes.MapGet("/exports/ledger", (HttpContext http, LedgerPool ledgers, ExportTurns turns) => Export(http, ledgers, turns, "ledger", null, new Asked("bundle"))).RequireAuthorization(Roles.Analyst);
        routes.MapGet("/exports/training", (HttpContext http, LedgerPool ledgers, ExportTurns turns) => Export(http, ledgers, turns, "judgements", null, new Asked("training"))).RequireAuthorization(Roles.Analyst);
        routes.MapPost("/exports/names", WithNames).RequireAuthorization(Roles.Registrar);
    }

    /// <summary>How something is wanted.</summary>
    /// <param name="Format">The form.</param>
    /// <param name="Publisher">Who publishes reviews.</param>
    /// <param name="Site">Where.</param>
    /// <param name="Least">Least confidence of statements, 0 to 1.</param>
    /// <param name="AsRead">Given for statements as the engine found them.</param>
    private sealed record Asked(string? Format, string? Publisher = null, string? Site = null, string? Least = null, string? AsRead = null);

    private static async Task<IResult> WithNames(HttpContext http, LedgerPool ledgers, ExportTurns turns, Accounts accounts)
    {
        var form = await http.Request.ReadFormAsync();
        var (what, reason) = (form["what"].ToString(), form["reason"].ToString().Trim());
        var format = what == "ledger" ? "bundle" : form["format"].ToString();
        if (what is not ("rolls" or "ledger") || FormOf(what, format) is null) { return Refusal.NotFound("export"); } // before anything is logged
        if (reason.Length is 0 or > LongestReason) { return Refusal.Of(StatusCodes.Status400BadRequest, "Names are given only with a reason", "Go back and say why you need them, in at most 500 characters and without naming anybody."); }
        var who = accounts.Find(http.User.FindFirstValue(ClaimTypes.Name) ?? "")?.Id ?? LocalAnalyst.Name;
        await ledgers.WriteAsync(ledger =>
        {
            ledger.LogDisclosure($"workbench, export of {(what == "rolls" ? "rolls" : "the ledger")}, by {who}", reason);
            return true;
        });
        return await Export(http, ledgers, turns, what, null, new Asked(format), withNames: true);
    }

    private static async Task<IResult> Export(HttpContext http, LedgerPool ledgers, ExportTurns turns, string what, string? matter, Asked asked, bool withNames = false)
    {
        if ((matter is not null && asked.Format is "csv" or "jsonl") || FormOf(what, asked.Format) is not { } form) { return Refusal.Of(StatusCodes.Status400BadRequest, "There is no such format", "A matter can be taken as bundle, webannotation, prov, ftm or claimreview; what else there is stands on the page ‘Exports’."); }
        var publisher = ReviewPublisher.Parse(asked.Publisher, asked.Site);
        if (asked.Format == "claimreview" && publisher is null) { return Refusal.Of(StatusCodes.Status400BadRequest, "A review needs its publisher", "Go back and give the publisher’s name and the address below which the reviews are published, as https://example.org/checks/."); }
        if (!TryConfidence(asked.Least, out var least)) { return Refusal.Of(StatusCodes.Status400BadRequest, "A confidence lies between 0 and 1", "Go back and give it as 0.7, or leave it empty."); }
        using var turn = await turns.TakeAsync(http.RequestAborted);
        if (turn is null)
        {
            http.Response.Headers.RetryAfter = "30";
            return Refusal.Of(StatusCodes.Status503ServiceUnavailable, "Others are exporting", "Two exports are being made already. Try again in a minute.");
        }

        var folder = Directory.CreateTempSubdirectory("hearsay-export-"); // for this user alone
        http.Response.OnCompleted(() =>
        {
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        });
        var file = Path.Combine(folder.FullName, "export" + form.Suffix);
        var refusal = await ledgers.ReadAsync(
            ledger =>
            {
                var scope = matter is null ? null : ExportScope.OneMatter(ledger, matter);
                if (matter is not null && scope is null) { return Refusal.NotFound("matter"); }
                return form.Write(ledger, file, matter, new LedgerExport.Options(scope, withNames, least, asked.AsRead is not null, publisher)) is { Written: 0 }
                    ? Refusal.Of(StatusCodes.Status409Conflict, "Nobody has rated a claim of it", "Hearsay rates nothing itself. Rate a claim first: open one of its statements with ‘judge’, and sign what you conclude.") : null;
            }, http.RequestAborted);
        return refusal ?? Results.File(File.OpenRead(file), form.Type, (matter is null ? what : "matter-" + matter[..8]) + form.Suffix);
    }

    private static bool TryConfidence(string? text, out double least)
    {
        least = 0;
        return string.IsNullOrWhiteSpace(text) || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out least) && least is >= 0 and <= 1);
    }

    private static Form? FormOf(string what, string? format) => format switch
    {
        "bundle" when what is "matters" or "ledger" => new Form(".zip", "application/zip", (ledger, file, matter, options) =>
        {
            BundleWriter.Write(ledger, options.Matter, matter, file, options.WithNames);
            return null;
        }),
        "training" when what == "judgements" => new Form(".zip", "application/zip", (ledger, file, _, _) =>
        {
            TrainingExport.Write(ledger, file + ".folder");
            ZipFile.CreateFromDirectory(file + ".folder", file);
            return null;
        }),
        not null when LedgerExport.Fits(what, format) => new Form(SuffixOf(format), TypeOf(format), (ledger, file, _, options) =>
        {
            using var output = File.Create(file);
            return LedgerExport.Write(ledger, what, format, output, options);
        }),
        _ => null,
    };

    private static string SuffixOf(string format) => format switch
    {
        "webannotation" => ".jsonld",
        "prov" => ".prov.json",
        "ftm" => ".ftm.jsonl",
        "claimreview" => ".claimreview.jsonl",
        _ => "." + format,
    };

    private static string TypeOf(string format) => format switch
    {
        "csv" => "text/csv",
        "webannotation" => "application/ld+json",
        "prov" => "application/json",
        _ => "application/x-ndjson",
    };

    private sealed record Form(string Suffix, string Type, Func<EvidenceLedger, string, string?, LedgerExport.Options, (int Written, int Unrated)?> Write);
}
