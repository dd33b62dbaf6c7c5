using System.Globalization;
using Hearsay.Web.Text;
using Hearsay.Workbench.Listing;
using Hearsay.Workbench.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Workbench.Endpoints;

/// <summary>Search: full text over statements and documents, narrowed by who, what, when and how many.</summary>
internal static class SearchEndpoints
{
    private const int RowsOfPage = 30;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/search", Search);
        routes.MapGet("/originals/{sha256}", (LedgerPool ledgers, string sha256, CancellationToken cancel) => ledgers.ReadAsync(
            ledger => new Catalogue(ledger).DocumentOf(sha256) is { } found ? Results.Redirect(WorkbenchLinks.Instance.Document(found.Entry)) : Refusal.NotFound("document"), cancel));
    }

    private static Task<PageResult<SearchPage>> Search(HttpContext http, LedgerPool ledgers, ListingUpkeep upkeep, CancellationToken cancel)
    {
        var given = http.Request.Query;
        string? Given(string name) => given[name].ToString().Trim() is { Length: > 0 } value ? value[..Math.Min(value.Length, 400)] : null;
        var query = new SearchQuery(Given("q") ?? "")
        {
            Source = Given("source") is { } source && SourceKey.Of(source) is { Length: > 0 } key ? key : null,
            Side = Given("side"),
            Act = Given("act"),
            Polarity = Given("polarity"),
            Outlet = Given("outlet"),
            Figure = double.TryParse(Given("figure")?.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) ? figure : null,
            From = Day(Given("from")),
            To = Day(Given("to")),
        };
        var (after, inDocuments) = (Given("after"), Given("in") == "documents");
        return ledgers.ReadAsync(
            ledger =>
            {
                var catalogue = new Catalogue(ledger);
                return new PageResult<SearchPage>(new()
                {
                    [nameof(SearchPage.Filling)] = upkeep.Filling,
                    [nameof(SearchPage.Asked)] = query,
                    [nameof(SearchPage.SourceGiven)] = Given("source"),
                    [nameof(SearchPage.InDocuments)] = inDocuments,
                    [nameof(SearchPage.Statements)] = query.IsEmpty || inDocuments ? null : catalogue.SearchStatements(query, after, RowsOfPage),
                    [nameof(SearchPage.Documents)] = query.IsEmpty || !inDocuments ? null : catalogue.SearchDocuments(query, after, RowsOfPage),
                    [nameof(SearchPage.Sides)] = catalogue.Sides(),
                    [nameof(SearchPage.After)] = after,
                });
            }, cancel);
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
