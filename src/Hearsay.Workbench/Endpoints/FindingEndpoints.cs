using Hearsay.Inspections;
using Hearsay.Matters;
using Hearsay.Workbench.Listing;
using Hearsay.Workbench.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Workbench.Endpoints;

/// <summary>Findings: the queue of what is worth a look.</summary>
internal static class FindingEndpoints
{
    private const int RowsOfList = 30;
    private const int MostQuotes = 8; // of one finding in the queue

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/findings", List);

    private static Task<PageResult<FindingsPage>> List(LedgerPool ledgers, ListingUpkeep upkeep, LedgerCounts counts, string? severity, string? kind, string? matter, string? state, string? after, CancellationToken cancel) => ledgers.ReadAsync(
        ledger =>
        {
            var catalogue = new Catalogue(ledger);
            var (weight, of, dismissed) = (JsonNames.Parse<Severity>(severity ?? ""), JsonNames.Parse<FindingKind>(kind ?? ""), state == "dismissed");
            var page = catalogue.Findings(after, RowsOfList, weight, of, matter, dismissed);
            var titles = catalogue.TitlesOfMatters(page.Rows.Select(finding => finding.Matter).Append(matter).OfType<string>().Distinct(StringComparer.Ordinal));
            var quotes = catalogue.Statements(page.Rows.SelectMany(finding => finding.Statements.Take(MostQuotes)).Distinct(StringComparer.Ordinal));
            return new PageResult<FindingsPage>(new()
            {
                [nameof(FindingsPage.Filling)] = upkeep.Filling,
                [nameof(FindingsPage.Page)] = page,
                [nameof(FindingsPage.Counts)] = matter is null ? counts.Of(catalogue).Findings : catalogue.FindingCounts(matter),
                [nameof(FindingsPage.DismissedCount)] = matter is null ? catalogue.Dismissed() : catalogue.DismissedOf(matter),
                [nameof(FindingsPage.Quotes)] = quotes.ToDictionary(one => one.Key, one => (one.Value.Source, one.Value.Quote), StringComparer.Ordinal),
                [nameof(FindingsPage.Titles)] = titles,
                [nameof(FindingsPage.Severity)] = weight,
                [nameof(FindingsPage.Kind)] = of,
                [nameof(FindingsPage.Matter)] = matter,
                [nameof(FindingsPage.Dismissed)] = dismissed,
                [nameof(FindingsPage.After)] = after,
            });
        }, cancel);
}
