using Hearsay.Workbench.Listing;
using Hearsay.Workbench.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Workbench.Endpoints;

/// <summary>Sources: the list with how evenly they were checked, and what each said.</summary>
internal static class SourceEndpoints
{
    private const int RowsOfList = 60;
    private const int QuotesOfPage = 60;
    private const int MostNames = 12;
    private const int MostChecked = 5000; // of one source's statements, for the counts on its page

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sources", List);
        routes.MapGet("/sources/{stem}", Show);
    }

    private static Task<PageResult<SourcesPage>> List(LedgerPool ledgers, ListingUpkeep upkeep, LedgerCounts counts, string? side, string? after, CancellationToken cancel) => ledgers.ReadAsync(
        ledger =>
        {
            var catalogue = new Catalogue(ledger);
            return new PageResult<SourcesPage>(new()
            {
                [nameof(SourcesPage.Filling)] = upkeep.Filling,
                [nameof(SourcesPage.Total)] = counts.Of(catalogue).Totals.Sources,
                [nameof(SourcesPage.Page)] = catalogue.Sources(after, RowsOfList, string.IsNullOrEmpty(side) ? null : side),
                [nameof(SourcesPage.Sides)] = catalogue.Evenness(),
                [nameof(SourcesPage.Side)] = string.IsNullOrEmpty(side) ? null : side,
                [nameof(SourcesPage.After)] = after,
            });
        }, cancel);

    private static Task<IResult> Show(LedgerPool ledgers, string stem, string? after, CancellationToken cancel) => ledgers.ReadAsync<IResult>(
        ledger =>
        {
            var catalogue = new Catalogue(ledger);
            return catalogue.Source(stem) is not { } source ? Refusal.NotFound("source") : new PageResult<SourcePage>(new()
            {
                [nameof(SourcePage.Source)] = source,
                [nameof(SourcePage.Page)] = catalogue.StatementsOf(source.Key, after, QuotesOfPage),
                [nameof(SourcePage.Found)] = catalogue.FindingsOfSource(source.Key, MostChecked),
                [nameof(SourcePage.Names)] = catalogue.NamesOf(source.Key, MostNames),
                [nameof(SourcePage.Sides)] = catalogue.Sides(),
                [nameof(SourcePage.After)] = after,
            });
        }, cancel);
}
