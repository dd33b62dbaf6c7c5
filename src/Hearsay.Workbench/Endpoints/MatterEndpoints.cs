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
    private const int MostFindings = 60;   // of one matter on its page
    private const int MostStatements = 600; // of one matter on its timeline and in its list

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", List);
        routes.MapGet("/matters", () => Results.Redirect("/"));
        routes.MapGet("/matters/{id}", Show);
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

    private static Task<IResult> Show(LedgerPool ledgers, string id, string[] lane, string? denials, CancellationToken cancel) => ledgers.ReadAsync<IResult>(
        ledger =>
        {
            var catalogue = new Catalogue(ledger);
            return catalogue.Matter(id) is not { } matter ? Refusal.NotFound("matter")
                : new PageResult<MatterPage>(new()
                {
                    [nameof(MatterPage.Details)] = Details(catalogue, matter),
                    [nameof(MatterPage.Filter)] = new TimelineFilter([.. lane.Intersect(matter.Sides.Select(side => side.Name), StringComparer.Ordinal).Take(MostLanes)], denials == "only"),
                    [nameof(MatterPage.Others)] = catalogue.Matters(null, MostOthers, null, newest: false).Rows,
                });
        }, cancel);

    private static MatterDetails Details(Catalogue catalogue, Matter matter)
    {
        var findings = catalogue.FindingsOf(matter.Id, MostFindings).Select(finding => finding with { Matter = matter.Id });
        var quotes = catalogue.Statements(matter.Statements.Take(MostStatements).Select(statement => statement.Statement));
        var details = MatterDetails.Of(new MatterReport([matter], [.. findings]), quotes.ToDictionary(one => one.Key, one => (one.Value.Source, one.Value.Quote), StringComparer.Ordinal))[0];
        return catalogue.FindingsIn(matter.Id) is not { } all ? details
            : details with { FindingsInAll = Math.Max(all.Findings, details.Findings.Length), Warnings = Math.Max(all.Warnings, details.Warnings) }; // what audits found is in no list
    }
}
