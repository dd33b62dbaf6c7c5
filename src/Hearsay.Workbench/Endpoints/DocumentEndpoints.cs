using Hearsay.Web.Reading;
using Hearsay.Workbench.Listing;
using Hearsay.Workbench.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Workbench.Endpoints;

/// <summary>Documents: the list, each one as read, and its original, which is handed out as bytes or as text and never as a page.</summary>
internal static class DocumentEndpoints
{
    private const int RowsOfList = 60;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents", List);
        routes.MapGet("/documents/{key}", Show);
        routes.MapGet("/documents/{key}/original", (LedgerPool ledgers, string key, CancellationToken cancel) => Original(ledgers, key, (bytes, name) =>
            Results.File(bytes, "application/octet-stream", name), cancel));
        routes.MapGet("/documents/{key}/source", (LedgerPool ledgers, string key, CancellationToken cancel) => Original(ledgers, key, (bytes, _) =>
            Results.Bytes(bytes, "text/plain; charset=utf-8"), cancel));
        routes.MapGet("/statements/{id}", Find);
    }

    private static Task<PageResult<DocumentsPage>> List(LedgerPool ledgers, ListingUpkeep upkeep, LedgerCounts counts, string? order, string? after, CancellationToken cancel) => ledgers.ReadAsync(
        ledger =>
        {
            var catalogue = new Catalogue(ledger);
            var byCapture = order == "captured";
            return new PageResult<DocumentsPage>(new()
            {
                [nameof(DocumentsPage.Filling)] = upkeep.Filling,
                [nameof(DocumentsPage.Total)] = counts.Of(catalogue).Totals.Documents,
                [nameof(DocumentsPage.Page)] = catalogue.Documents(after, RowsOfList, byCapture),
                [nameof(DocumentsPage.After)] = after,
                [nameof(DocumentsPage.ByCapture)] = byCapture,
            });
        }, cancel);

    private static Task<IResult> Show(LedgerPool ledgers, string key, int? page, CancellationToken cancel) => ledgers.ReadAsync<IResult>(
        ledger =>
        {
            var catalogue = new Catalogue(ledger);
            if (catalogue.Document(key) is not { } listed || catalogue.Stored(listed.Row) is not { } stored) { return Refusal.NotFound("document"); }
            var layout = ReadingLayout.Of(stored.Document, stored.Statements);
            var part = layout.Parts[Math.Clamp(page ?? 1, 1, layout.Parts.Length) - 1];
            var found = catalogue.FindingsOfDocument(listed.Row);
            List<(int, Matters.FindingKind Kind, string? Matter)> findings =
                [.. part.Rows.SelectMany(row => row.Notes).SelectMany(note => found[note.Statement.Id].Select(finding => (note.Number, finding.Kind, finding.Matter)))];
            return new PageResult<DocumentPage>(new()
            {
                [nameof(DocumentPage.Stored)] = stored,
                [nameof(DocumentPage.Entry)] = listed.Entry,
                [nameof(DocumentPage.Layout)] = layout,
                [nameof(DocumentPage.Part)] = part,
                [nameof(DocumentPage.HasOriginal)] = catalogue.HoldsOriginal(listed.Original),
                [nameof(DocumentPage.Findings)] = findings,
                [nameof(DocumentPage.Titles)] = catalogue.TitlesOfMatters(findings.Select(finding => finding.Matter).OfType<string>().Distinct(StringComparer.Ordinal)),
            });
        }, cancel);

    private static Task<IResult> Original(LedgerPool ledgers, string key, Func<byte[], string, IResult> answer, CancellationToken cancel) => ledgers.ReadAsync(
        ledger =>
        {
            var catalogue = new Catalogue(ledger);
            return catalogue.Document(key) is { } listed && catalogue.Original(listed.Original) is { } bytes
                ? answer(bytes, listed.Original[..16] + ".bin") // a name of ours: the capture's own may be anything
                : Refusal.NotFound("original");
        }, cancel);

    private static Task<IResult> Find(LedgerPool ledgers, string id, CancellationToken cancel) => ledgers.ReadAsync(
        ledger => new Catalogue(ledger).Statement(id) is { } found
            ? Results.Redirect(WorkbenchLinks.Instance.Statement(found.Quote.Document, found.Quote.Part, found.Quote.Number))
            : Refusal.NotFound("statement"), cancel);
}
