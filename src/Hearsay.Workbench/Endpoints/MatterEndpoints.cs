using Hearsay.Inspections;
using Hearsay.Workbench.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Workbench.Endpoints;

/// <summary>Matters: the front page, and each one.</summary>
internal static class MatterEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", async (LedgerPool ledgers, CancellationToken cancel) =>
        {
            var matters = await ledgers.ReadAsync(ledger => ledger.MatterJson().Take(50).Select(FindingReader.ReadMatter).ToList(), cancel);
            return new PageResult<MattersPage>(new() { [nameof(MattersPage.Matters)] = matters });
        });
    }
}
