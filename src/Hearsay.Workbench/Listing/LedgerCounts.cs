using System.Collections.Immutable;
using Hearsay.Matters;

namespace Hearsay.Workbench.Listing;

/// <summary>What pages say of the whole ledger, counted once for each state of the lists: counting goes through an index of every statement and finding.</summary>
internal sealed class LedgerCounts(ListingUpkeep lists)
{
    private Counted? last;

    /// <summary>The counts of the lists as they are.</summary>
    public Counted Of(Catalogue catalogue)
    {
        var state = lists.State;
        if (last is { } known && known.State == state) { return known; }
        return last = new Counted(state, catalogue.Totals(), catalogue.FindingCounts());
    }

    /// <summary>The counts of one state.</summary>
    /// <param name="State">Which.</param>
    /// <param name="Totals">How much there is.</param>
    /// <param name="Findings">How many findings there are by severity and kind.</param>
    internal sealed record Counted(
        int State, (long Documents, long Statements, long Sources, long Matters, long Findings) Totals, ImmutableArray<(Severity Severity, FindingKind Kind, int Count)> Findings);
}
