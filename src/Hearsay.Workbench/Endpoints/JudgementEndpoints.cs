using System.Collections.Immutable;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Web.Reading;
using Hearsay.Workbench.Judging;
using Hearsay.Workbench.Listing;
using Hearsay.Workbench.Pages;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Workbench.Endpoints;

/// <summary>Judgements: of findings, statements, matters and sources, taking one back, all of them, and the queue of what to judge next. Each is an entry of the log.</summary>
internal static class JudgementEndpoints
{
    private const int RowsOfPage = 50;
    private const int QueueShown = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/judgements", List);
        var judging = routes.MapGroup("").RequireAuthorization(Roles.Analyst);
        judging.MapGet("/review", Review);
        judging.MapGet("/statements/{id}/judge", Show);
        judging.MapPost("/findings/{id}/dismiss", (HttpContext http, Desk desk, string id) =>
            desk.Judge(http, (ledger, _) => ledger.FindingAnchorOf(id) is { } anchor ? [new Ruling.Dismiss(anchor)] : null));
        judging.MapPost("/findings/{id}/restore", (HttpContext http, Desk desk, string id) =>
            desk.Judge(http, (ledger, _) => new Catalogue(ledger).DismissalOf(id) is { } judgement ? [new Ruling.Withdraw(judgement)] : null));
        judging.MapPost("/judgements/{id}/withdraw", (HttpContext http, Desk desk, string id) => desk.Judge(http, (_, _) => [new Ruling.Withdraw(id)]));
        judging.MapPost("/review/undo", (HttpContext http, Desk desk) =>
            desk.Judge(http, (ledger, _) => desk.LatestOf(ledger, http) is { } judgement ? [new Ruling.Withdraw(judgement)] : throw new RefusedJudgementException("There is nothing of yours to take back.")));
        judging.MapPost("/statements/{id}/judge", (HttpContext http, Desk desk, Lazy<Pipeline> pipeline, string id) =>
            desk.Judge(http, (ledger, form) => Rulings.OfStatement(ledger, pipeline, id, form) is { } ruling ? [ruling] : null));
        judging.MapGet("/documents/{key}/add", AddTo);
        judging.MapPost("/documents/{key}/add", (HttpContext http, Desk desk, Lazy<Pipeline> pipeline, string key) =>
            desk.Judge(http, (ledger, form) => Stored(ledger, key) is { } stored ? [Rulings.Add(stored.Stored.Document, pipeline, form)] : null, (_, rulings) => rulings is [Ruling.Add add] ? $"/statements/{add.Statement.Id}" : "/"));
        judging.MapPost("/matters/{id}/merge", (HttpContext http, Desk desk, string id) =>
            desk.Judge(http, (ledger, form) => ledger.MatterOf(id) is null ? null : [Rulings.Merge(ledger, id, form)], MatterOf));
        judging.MapPost("/matters/{id}/split", (HttpContext http, Desk desk, string id) =>
            desk.Judge(http, (ledger, form) => ledger.MatterOf(id) is null ? null : [Rulings.Split(ledger, form)], MatterOf));
        judging.MapPost("/sources/{stem}/identify", (HttpContext http, Desk desk, string stem) =>
            desk.Judge(http, (ledger, form) => new Catalogue(ledger).Source(stem) is null ? null : [.. Rulings.Identify(form)], (_, rulings) => rulings is [Ruling.Identify identify, ..] ? WorkbenchLinks.Instance.Source(identify.Identity) : "/sources"));
    }

    private static Task<PageResult<JudgementsPage>> List(LedgerPool ledgers, string? after, CancellationToken cancel) => ledgers.ReadAsync(
        ledger =>
        {
            var (judgements, next) = ledger.JudgementPage(after, RowsOfPage, latestFirst: true);
            return new PageResult<JudgementsPage>(new() { [nameof(JudgementsPage.Page)] = judgements, [nameof(JudgementsPage.After)] = after, [nameof(JudgementsPage.Next)] = next });
        }, cancel);

    private static Task<IResult> Show(LedgerPool ledgers, string id, CancellationToken cancel) => ledgers.ReadAsync<IResult>(
        ledger =>
        {
            var (subject, history) = (JudgedSubject.Of(ledger, id), ledger.JudgementsOf(id));
            return subject is null && history.IsEmpty ? Refusal.NotFound("statement") : new PageResult<JudgePage>(new()
            {
                [nameof(JudgePage.Of)] = subject,
                [nameof(JudgePage.History)] = history.Reverse().ToImmutableArray(),
                [nameof(JudgePage.Sides)] = new Catalogue(ledger).Sides(),
            });
        }, cancel);

    private static Task<IResult> AddTo(LedgerPool ledgers, string key, int? page, CancellationToken cancel) => ledgers.ReadAsync<IResult>(
        ledger =>
        {
            if (Stored(ledger, key) is not { } found) { return Refusal.NotFound("document"); }
            var layout = ReadingLayout.Of(found.Stored.Document, found.Stored.Statements);
            return new PageResult<AddStatementPage>(new()
            {
                [nameof(AddStatementPage.Document)] = found.Stored.Document,
                [nameof(AddStatementPage.Entry)] = found.Listed.Entry,
                [nameof(AddStatementPage.Layout)] = layout,
                [nameof(AddStatementPage.Part)] = layout.Parts[Math.Clamp(page ?? 1, 1, layout.Parts.Length) - 1],
                [nameof(AddStatementPage.Sides)] = new Catalogue(ledger).Sides(),
            });
        }, cancel);

    private static (ListedDocument Listed, StoredDocument Stored)? Stored(EvidenceLedger ledger, string key) =>
        new Catalogue(ledger) is var catalogue && catalogue.Document(key) is { } listed && catalogue.Stored(listed.Row) is { } stored ? (listed, stored) : null;

    private static async Task<IResult> Review(HttpContext http, LedgerPool ledgers, Desk desk, int? skip, CancellationToken cancel) => await ledgers.ReadAsync(
        ledger =>
        {
            var queue = ledger.ReviewQueue(QueueShown);
            var at = Math.Clamp(skip ?? 0, 0, Math.Max(0, queue.Length - 1));
            var catalogue = new Catalogue(ledger);
            var item = queue.IsEmpty ? null : queue[at];
            var next = queue.Skip(at + 1).Take(5).ToImmutableArray();
            return new PageResult<ReviewPage>(new()
            {
                [nameof(ReviewPage.Item)] = item,
                [nameof(ReviewPage.Skipped)] = at,
                [nameof(ReviewPage.Waiting)] = queue.Length,
                [nameof(ReviewPage.Next)] = next,
                [nameof(ReviewPage.Words)] = catalogue.Statements(next.Where(one => one.Kind is ReviewKind.Statement).Select(one => one.Id)).ToDictionary(one => one.Key, one => one.Value.Quote.Content, StringComparer.Ordinal),
                [nameof(ReviewPage.CanUndo)] = desk.LatestOf(ledger, http) is not null,
                [nameof(ReviewPage.Sides)] = catalogue.Sides(),
                [nameof(ReviewPage.Statement)] = item is { Kind: ReviewKind.Statement } ? JudgedSubject.Of(ledger, item.Id) : null,
                [nameof(ReviewPage.Finding)] = item is { Kind: ReviewKind.Finding } ? catalogue.Finding(item.Id) : null,
                [nameof(ReviewPage.Quotes)] = item is { Kind: ReviewKind.Finding } && catalogue.Finding(item.Id) is { } finding
                    ? catalogue.Statements(finding.Statements.Take(8)).ToDictionary(one => one.Key, one => (one.Value.Source, one.Value.Quote), StringComparer.Ordinal) : [],
                [nameof(ReviewPage.Judgement)] = item is { Kind: ReviewKind.Judgement } ? ledger.JudgementOf(item.Id) : null,
            });
        }, cancel);

    // The matter that the first statement named is in by now: its id may have changed.
    private static string MatterOf(EvidenceLedger ledger, IReadOnlyList<Ruling> rulings)
    {
        var named = rulings[0] switch { Ruling.Merge merge => merge.Statements, Ruling.Split split => split.Statements, _ => [] };
        return named is [var anchor, ..] && new Catalogue(ledger).MattersOf(anchor.Id, anchor.Document) is [var matter, ..] ? WorkbenchLinks.Matter(matter.Id) : "/";
    }
}
