using System.Collections.Immutable;
using Hearsay.Ledger;

namespace Hearsay.Workbench;

/// <summary>The review queue as it was a little while ago, without what was judged since: reckoning it reads the latest matters, which is too much for every page.</summary>
internal sealed class ReviewList(WorkbenchOptions options)
{
    private const int Most = 100;
    private const int Fewest = 20; // with fewer it is reckoned anew, which also holds for a small ledger
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(3);
    private readonly Lock gate = new();
    private ImmutableArray<ReviewItem> items = [];
    private DateTimeOffset reckoned;

    /// <summary>What to look at, the most urgent first.</summary>
    public ImmutableArray<ReviewItem> Of(EvidenceLedger ledger)
    {
        lock (gate)
        {
            if (items.Length < Fewest || options.Clock.GetUtcNow() - reckoned > Lasts) { (items, reckoned) = (ledger.ReviewQueue(Most), options.Clock.GetUtcNow()); }
            return items;
        }
    }

    /// <summary>Takes out what somebody judged.</summary>
    public void Forget(string id)
    {
        lock (gate) { items = items.RemoveAll(item => item.Id == id); }
    }
}
