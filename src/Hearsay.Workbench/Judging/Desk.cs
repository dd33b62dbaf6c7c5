using System.Collections.Concurrent;
using System.Security.Claims;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Workbench.Endpoints;
using Hearsay.Workbench.Listing;
using Microsoft.AspNetCore.Http;

namespace Hearsay.Workbench.Judging;

/// <summary>Where judgements that forms ask for are written down, and the lists brought up to date with them.</summary>
internal sealed class Desk(LedgerPool ledgers, ListingUpkeep lists)
{
    private readonly ConcurrentDictionary<string, string> latest = new(StringComparer.Ordinal); // of everybody, since this workbench was opened

    /// <summary>Writes rulings down.</summary>
    /// <param name="http">The form.</param>
    /// <param name="make">Makes the rulings; null where what they are about is not there.</param>
    /// <param name="to">The page to go to; the form's own where not given.</param>
    public async Task<IResult> Judge(HttpContext http, Func<EvidenceLedger, IFormCollection, IReadOnlyList<Ruling>?> make, Func<EvidenceLedger, IReadOnlyList<Ruling>, string>? to = null)
    {
        var form = await http.Request.ReadFormAsync();
        try
        {
            if (await ledgers.ReadAsync(ledger => make(ledger, form), http.RequestAborted) is not { } rulings) { return Refusal.NotFound("statement or finding"); }
            if (rulings.Count == 0) { throw new RefusedJudgementException("Choose at least one."); }
            await ledgers.WriteAsync(ledger =>
            {
                foreach (var ruling in rulings) { latest[Who(http)] = ledger.Judge(Who(http), form["reason"].ToString(), ruling).Id; }
                if (rulings is [Ruling.Withdraw]) { latest.TryRemove(Who(http), out _); }
                return true;
            });
            await lists.UpdateAsync(http.RequestAborted);
            return Results.Redirect(to is null ? Back.To(form["back"]) : await ledgers.ReadAsync(ledger => to(ledger, rulings), http.RequestAborted));
        }
        catch (RefusedJudgementException refused)
        {
            return Refusal.Of(StatusCodes.Status400BadRequest, "It was not recorded", refused.Message);
        }
    }

    /// <summary>The last judgement of whoever asks that still can be taken back; null where there is none.</summary>
    public string? LatestOf(EvidenceLedger ledger, HttpContext http) =>
        latest.TryGetValue(Who(http), out var id) && ledger.JudgementOf(id) is { Standing: not Standing.Withdrawn } ? id : null;

    private static string Who(HttpContext http) => http.User.FindFirstValue(ClaimTypes.Name) ?? "unknown";
}
