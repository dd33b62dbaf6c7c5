using System.Globalization;
using System.Security.Claims;
using Hearsay.Inspections;
using Hearsay.Rolls;
using Hearsay.Workbench.Checking;
using Hearsay.Workbench.Listing;
using Hearsay.Workbench.Pages;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Hearsay.Web.Text.Texts;

namespace Hearsay.Workbench.Endpoints;

/// <summary>Rolls: audits, their rows, and checking a list. Names are shown only to a registrar who says why, and that is logged before they are.</summary>
internal static class RollEndpoints
{
    private const int RowsOfPage = 100;
    private const int MostRegisters = 4;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rolls", (LedgerPool ledgers, CancellationToken cancel) => List(ledgers, null, cancel));
        routes.MapGet("/rolls/{id}", (LedgerPool ledgers, string id, string? verdict, string? register, int? page, CancellationToken cancel) => Show(ledgers, id, verdict, register, page, withNames: false, cancel));
        routes.MapPost("/rolls/{id}/names", ShowNames).RequireAuthorization(Roles.Registrar);
        var checking = routes.MapGroup("/checks").RequireAuthorization(Roles.Analyst);
        checking.MapPost("", Take);
        checking.MapGet("/{id}", ShowCheck);
        checking.MapPost("/{id}", Begin);
    }

    private static Task<IResult> List(LedgerPool ledgers, string? problem, CancellationToken cancel) => ledgers.ReadAsync<IResult>(
        ledger =>
        {
            var catalogue = new Catalogue(ledger);
            var audits = catalogue.Audits();
            return new PageResult<RollsPage>(new()
            {
                [nameof(RollsPage.Audits)] = audits,
                [nameof(RollsPage.Titles)] = catalogue.TitlesOfMatters(audits.Select(audit => audit.Matter).OfType<string>().Distinct(StringComparer.Ordinal)),
                [nameof(RollsPage.Matters)] = catalogue.Matters(null, 50, null, newest: false).Rows,
                [nameof(RollsPage.Problem)] = problem,
            }, problem is null ? 200 : 400);
        }, cancel);

    private static Task<IResult> Show(LedgerPool ledgers, string id, string? verdict, string? register, int? page, bool withNames, CancellationToken cancel) => ledgers.ReadAsync<IResult>(
        ledger =>
        {
            var catalogue = new Catalogue(ledger);
            var (of, number) = (JsonNames.Parse<RollVerdict>(verdict ?? ""), Math.Max(1, page ?? 1));
            register = string.IsNullOrEmpty(register) ? null : register;
            return catalogue.Audit(id) is not { } audit ? Refusal.NotFound("audit") : new PageResult<AuditPage>(new()
            {
                [nameof(AuditPage.Audit)] = audit,
                [nameof(AuditPage.Verdict)] = of,
                [nameof(AuditPage.Register)] = register,
                [nameof(AuditPage.Number)] = number,
                [nameof(AuditPage.Rows)] = catalogue.AuditRows(id, of, register, (number - 1) * RowsOfPage, RowsOfPage, withNames),
                [nameof(AuditPage.RowsOfPage)] = RowsOfPage,
                [nameof(AuditPage.WithNames)] = withNames,
                [nameof(AuditPage.Title)] = audit.Matter is { } matter ? catalogue.TitlesOfMatters([matter]).GetValueOrDefault(matter) : null,
            });
        }, cancel);

    private static async Task<IResult> ShowNames(HttpContext http, LedgerPool ledgers, Accounts accounts, string id)
    {
        var form = await http.Request.ReadFormAsync();
        var reason = form["reason"].ToString().Trim();
        if (reason.Length is 0 or > 500) { return Refusal.Of(StatusCodes.Status400BadRequest, "Names are shown only with a reason", "Go back and say why you need them, in at most 500 characters and without naming anybody."); }
        var who = accounts.Find(http.User.FindFirstValue(ClaimTypes.Name) ?? "")?.Id ?? LocalAnalyst.Name;
        var page = int.TryParse(form["page"], CultureInfo.InvariantCulture, out var number) ? number : 1;
        await ledgers.WriteAsync(ledger =>
        {
            ledger.LogDisclosure(string.Create(CultureInfo.InvariantCulture, $"workbench, audit {(id.All(char.IsAsciiHexDigit) ? id : "unknown")}, page {page}, by {who}"), reason);
            return true;
        });
        return await Show(ledgers, id, form["verdict"], form["register"], page, withNames: true, http.RequestAborted);
    }

    private static async Task<IResult> Take(HttpContext http, LedgerPool ledgers, RollDesk desk)
    {
        var form = await http.Request.ReadFormAsync();
        if (form.Files["list"] is not { Length: > 0 } list) { return await List(ledgers, T("Choose the list to check."), http.RequestAborted); }
        var files = new List<(string, string, byte[])> { (AddEndpoints.PathOf(list.FileName), "list", await BytesOf(list)) };
        for (var i = 1; i <= MostRegisters; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"register{i}");
            if (form.Files[field] is not { Length: > 0 } register) { continue; }
            var role = new string([.. form[field + "-role"].ToString().Trim().Where(c => char.IsLetterOrDigit(c) || c is '-' or '_').Take(40)]);
            files.Add((AddEndpoints.PathOf(register.FileName), role.Length == 0 ? "register" : role, await BytesOf(register)));
        }

        if (files.Count == 1) { return await List(ledgers, T("Choose at least one register to check the list against."), http.RequestAborted); }
        try
        {
            var matter = form["matter"].ToString() is { Length: > 0 } id ? id : null;
            return Results.Redirect("/checks/" + desk.Take(http.User.FindFirstValue(ClaimTypes.Name) ?? "", files, matter).Id);
        }
        catch (RollException unusable)
        {
            return await List(ledgers, unusable.Message, http.RequestAborted);
        }
    }

    private static IResult ShowCheck(HttpContext http, RollDesk desk, string id)
    {
        if (desk.Find(id, http.User.FindFirstValue(ClaimTypes.Name) ?? "") is not { } check) { return Refusal.Of(404, "This check is no longer held", "Lists are held in memory, and only for a while, since they hold names. Upload it once more."); }
        if (check.Audit is { } audit) { return Results.Redirect("/rolls/" + audit); }
        if (check is { Step: not null, Problem: null }) { http.Response.Headers["Refresh"] = "2"; }
        return new PageResult<CheckPage>(new() { [nameof(CheckPage.Check)] = check });
    }

    private static async Task<IResult> Begin(HttpContext http, RollDesk desk, string id)
    {
        if (desk.Find(id, http.User.FindFirstValue(ClaimTypes.Name) ?? "") is not { } check) { return Refusal.NotFound("check"); }
        var form = await http.Request.ReadFormAsync();
        desk.Begin(check, [.. check.Rolls.Select((roll, i) => Enum.GetValues<RollField>()
            .Select(field => (Field: field, Column: form[CheckPage.FieldName(i, field)].ToString()))
            .Where(one => int.TryParse(one.Column, NumberStyles.None, CultureInfo.InvariantCulture, out _)) // a column's number from 1
            .ToDictionary(one => one.Field, one => one.Column))]);
        return Results.Redirect("/checks/" + check.Id);
    }

    private static async Task<byte[]> BytesOf(IFormFile file)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
