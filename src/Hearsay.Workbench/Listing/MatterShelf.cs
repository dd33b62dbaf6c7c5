using Hearsay.Matters;
using Hearsay.Web.Matters;

namespace Hearsay.Workbench.Listing;

/// <summary>The matters that were looked at last, with what their pages are laid out from. It holds only what the ledger says now: whatever is written to the ledger empties it.</summary>
/// <remarks>A dispute that several people follow is read and laid out once. What it holds is bounded: a matter of 600 statements takes about a megabyte.</remarks>
internal sealed class MatterShelf(LedgerPool ledgers)
{
    private const int Most = 48;             // what the front page lists, and some
    private const int MostFindings = 48;    // of one matter on its page
    private const int MostStatements = 600; // of one matter on its timeline
    private readonly Lock keeping = new();
    private readonly Dictionary<string, MatterDetails> kept = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private long version = -1;

    /// <summary>A matter; null where there is none.</summary>
    public MatterDetails? Find(Catalogue catalogue, string id)
    {
        var now = ledgers.Version; // before anything is read: what is written meanwhile makes it outdated, never the other way round
        lock (keeping)
        {
            if (version != now) { Clear(now); }
            if (kept.TryGetValue(id, out var known)) { return known; }
        }

        if (catalogue.Matter(id) is not { } matter) { return null; }
        var details = Read(catalogue, matter);
        lock (keeping)
        {
            if (version == now && kept.TryAdd(id, details))
            {
                order.Enqueue(id);
                if (order.Count > Most) { kept.Remove(order.Dequeue()); }
            }
        }

        return details;
    }

    private void Clear(long now)
    {
        kept.Clear();
        order.Clear();
        version = now;
    }

    private static MatterDetails Read(Catalogue catalogue, Matter matter)
    {
        var findings = catalogue.FindingsOf(matter.Id, MostFindings).Select(finding => finding with { Matter = matter.Id });
        var quotes = catalogue.Statements(matter.Statements.Take(MostStatements).Select(statement => statement.Statement));
        var details = MatterDetails.Of(new MatterReport([matter], [.. findings]), quotes.ToDictionary(one => one.Key, one => (one.Value.Source, one.Value.Quote), StringComparer.Ordinal))[0];
        return catalogue.FindingsIn(matter.Id) is not { } all ? details
            : details with { FindingsInAll = Math.Max(all.Findings, details.Findings.Length), Warnings = Math.Max(all.Warnings, details.Warnings) }; // what audits found is in no list
    }
}
