using Hearsay.Inspections;
using Hearsay.Matters;
using Hearsay.Web.Matters;
using Hearsay.Workbench.Listing;
using Hearsay.Workbench.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Workbench.Endpoints;

/// <summary>Matters: the front page, and each one.</summary>
internal static class MatterEndpoints
{
    private const int RowsOfList = 40;
    private static readonly TimeSpan IsNew = TimeSpan.FromDays(1);
    private const int MostOthers = 60; // that a matter can be merged with by choosing; others by their address
    private const int MostLanes = 20; // chosen at once
    private const int StatementsOfPage = 80;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", List);
        routes.MapGet("/matters", () => Results.Redirect("/"));
        routes.MapGet("/matters/{id}", Show);
        routes.MapGet("/matters/{id}/statements", ShowStatements);
    }

    private static Task<PageResult<MattersPage>> List(LedgerPool ledgers, ListingUpkeep upkeep, LedgerCounts counts, WorkbenchOptions options, string? status, string? order, string? after, CancellationToken cancel) => ledgers.ReadAsync(
        ledger =>
        {
            var catalogue = new Catalogue(ledger);
            var (of, newest) = (JsonNames.Parse<MatterStatus>(status ?? ""), order == "newest");
            var page = catalogue.Matters(after, RowsOfList, of, newest);
            var (_, totals, found) = counts.Of(catalogue);
            var (fresh, hasEarlier) = catalogue.NewSince(options.Clock.GetUtcNow() - IsNew);
            return new PageResult<MattersPage>(new()
            {
                [nameof(MattersPage.Totals)] = totals,
                [nameof(MattersPage.Counts)] = catalogue.MattersByStatus(),
                [nameof(MattersPage.OfOneOrigin)] = found.Where(one => one.Kind is FindingKind.SingleOrigin).Sum(one => one.Count),
                [nameof(MattersPage.Warnings)] = found.Where(one => one.Severity is Severity.Warning).Sum(one => one.Count),
                [nameof(MattersPage.Fresh)] = fresh,
                [nameof(MattersPage.NewSince)] = hasEarlier ? options.Clock.GetUtcNow() - IsNew : null,
                [nameof(MattersPage.Page)] = page,
                [nameof(MattersPage.Glances)] = catalogue.Glances([.. page.Rows.Select(row => row.Id)]),
                [nameof(MattersPage.Filling)] = upkeep.Filling,
                [nameof(MattersPage.Status)] = of,
                [nameof(MattersPage.Newest)] = newest,
                [nameof(MattersPage.After)] = after,
            });
        }, cancel);

    private static Task<IResult> Show(LedgerPool ledgers, MatterShelf shelf, string id, string[] lane, string? denials, CancellationToken cancel) => ledgers.ReadAsync<IResult>(
        ledger =>
        {
            var catalogue = new Catalogue(ledger);
            return shelf.Find(catalogue, id) is not { } details ? Refusal.NotFound("matter")
                : new PageResult<MatterPage>(new()
                {
                    [nameof(MatterPage.Details)] = details,
                    [nameof(MatterPage.Filter)] = new TimelineFilter([.. lane.Intersect(details.Matter.Sides.Select(side => side.Name), StringComparer.Ordinal).Take(MostLanes)], denials == "only"),
                    [nameof(MatterPage.Others)] = catalogue.TitlesOfWeightiest(MostOthers),
                });
        }, cancel);

    private static Task<IResult> ShowStatements(LedgerPool ledgers, string id, string? side, string? from, string? to, string? undated, int? page, CancellationToken cancel) => ledgers.ReadAsync<IResult>(
        ledger =>
        {
            var catalogue = new Catalogue(ledger);
            if (catalogue.Matter(id) is not { } matter) { return Refusal.NotFound("matter"); }
            var days = StatementDays.Of(from, to, undated);
            side = matter.Sides.Any(one => one.Name == side) ? side : null;
            var chosen = matter.Statements.Where(statement => (side is null || statement.Side == side) && days.Has(statement.Day)).ToList();
            var number = Math.Clamp(page ?? 1, 1, Math.Max(1, (chosen.Count + StatementsOfPage - 1) / StatementsOfPage));
            var shown = chosen.Skip((number - 1) * StatementsOfPage).Take(StatementsOfPage).ToList();
            var quotes = catalogue.Statements(shown.Select(statement => statement.Statement));
            return new PageResult<MatterStatementsPage>(new()
            {
                [nameof(MatterStatementsPage.Matter)] = matter,
                [nameof(MatterStatementsPage.Side)] = side,
                [nameof(MatterStatementsPage.Days)] = days,
                [nameof(MatterStatementsPage.Number)] = number,
                [nameof(MatterStatementsPage.Count)] = chosen.Count,
                [nameof(MatterStatementsPage.Pages)] = Math.Max(1, (chosen.Count + StatementsOfPage - 1) / StatementsOfPage),
                [nameof(MatterStatementsPage.Listed)] = shown.Where(statement => quotes.ContainsKey(statement.Statement)).Select(statement => (statement.Day, quotes[statement.Statement])).ToList(),
            });
        }, cancel);
}
