using System.Security.Claims;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Statements;
using Hearsay.Workbench.Listing;
using Hearsay.Workbench.Pages;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Workbench.Endpoints;

/// <summary>Judgements: dismissing a finding, judging a statement, taking a judgement back, and the queue of what to judge next. Each is an entry of the log.</summary>
internal static class JudgementEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var judging = routes.MapGroup("").RequireAuthorization(Roles.Analyst);
        judging.MapGet("/review", Review);
        judging.MapPost("/findings/{id}/dismiss", (HttpContext http, LedgerPool ledgers, ListingUpkeep lists, ReviewList review, string id) =>
            Judge(http, ledgers, lists, review, id, (ledger, _) => ledger.FindingAnchorOf(id) is { } anchor ? new Ruling.Dismiss(anchor) : null));
        judging.MapPost("/findings/{id}/restore", (HttpContext http, LedgerPool ledgers, ListingUpkeep lists, ReviewList review, string id) =>
            Judge(http, ledgers, lists, review, id, (ledger, _) => new Catalogue(ledger).DismissalOf(id) is { } judgement ? new Ruling.Withdraw(judgement) : null));
        judging.MapPost("/judgements/{id}/withdraw", (HttpContext http, LedgerPool ledgers, ListingUpkeep lists, ReviewList review, string id) =>
            Judge(http, ledgers, lists, review, id, (_, _) => new Ruling.Withdraw(id)));
        judging.MapPost("/statements/{id}/judge", (HttpContext http, LedgerPool ledgers, ListingUpkeep lists, ReviewList review, string id) =>
            Judge(http, ledgers, lists, review, id, (ledger, form) => ledger.AnchorOf(id) is { } anchor ? RulingOf(anchor, form) : null));
    }

    private static async Task<IResult> Review(LedgerPool ledgers, ReviewList review, int? skip, CancellationToken cancel) => await ledgers.ReadAsync(
        ledger =>
        {
            var queue = review.Of(ledger);
            var at = Math.Clamp(skip ?? 0, 0, Math.Max(0, queue.Length - 1));
            var catalogue = new Catalogue(ledger);
            var item = queue.IsEmpty ? null : queue[at];
            return new PageResult<ReviewPage>(new()
            {
                [nameof(ReviewPage.Item)] = item,
                [nameof(ReviewPage.Skipped)] = at,
                [nameof(ReviewPage.Waiting)] = queue.Length,
                [nameof(ReviewPage.Statement)] = item is { Kind: ReviewKind.Statement } ? catalogue.Statement(item.Id) : null,
                [nameof(ReviewPage.Finding)] = item is { Kind: ReviewKind.Finding } ? catalogue.Finding(item.Id) : null,
                [nameof(ReviewPage.Judgement)] = item is { Kind: ReviewKind.Judgement } ? ledger.Judgements().FirstOrDefault(stored => stored.Judgement.Id == item.Id) : null,
            });
        }, cancel);

    private static async Task<IResult> Judge(HttpContext http, LedgerPool ledgers, ListingUpkeep lists, ReviewList review, string id, Func<EvidenceLedger, IFormCollection, Ruling?> make)
    {
        var form = await http.Request.ReadFormAsync();
        var who = http.User.FindFirstValue(ClaimTypes.Name) ?? "unknown";
        try
        {
            var isThere = await ledgers.WriteAsync(ledger =>
            {
                if (make(ledger, form) is not { } ruling) { return false; }
                ledger.Judge(who, form["reason"].ToString(), ruling);
                return true;
            });
            if (!isThere) { return Refusal.NotFound("statement or finding"); }
            review.Forget(id);
            await lists.UpdateAsync(http.RequestAborted);
            return Results.Redirect(Back.To(form["back"]));
        }
        catch (RefusedJudgementException refused)
        {
            return Refusal.Of(StatusCodes.Status400BadRequest, "It was not recorded", refused.Message);
        }
    }

    private static Ruling RulingOf(StatementAnchor anchor, IFormCollection form) => form["verdict"].ToString() switch
    {
        "accept" => new Ruling.Accept(anchor),
        "reject" => new Ruling.Reject(anchor),
        _ => new Ruling.Correct(anchor, new Correction(
            Given(form, "source") is { } source ? new CorrectedSource(source) : null,
            Polarity: JsonNames.Parse<Polarity>(form["polarity"].ToString()),
            SaidOn: Given(form, "said_on"))),
    };

    private static string? Given(IFormCollection form, string field) => form[field].ToString().Trim() is { Length: > 0 } value ? value : null;
}
