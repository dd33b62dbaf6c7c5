using Hearsay.Documents;

namespace Hearsay.Workbench.Adding;

/// <summary>How far something that was added is.</summary>
public enum AddedState
{
    /// <summary>Its turn has not come.</summary>
    Waiting,
    /// <summary>It is in the ledger.</summary>
    Recorded,
    /// <summary>It was in the ledger before.</summary>
    Unchanged,
    /// <summary>It cannot be read; the reason says why.</summary>
    Refused,
}

/// <summary>A document that somebody added.</summary>
/// <param name="Provenance">Where it came from; its path is the name that it was given.</param>
/// <param name="File">Its bytes' file within the batch.</param>
public sealed record AddedItem(Provenance Provenance, string File)
{
    /// <summary>How far it is.</summary>
    public AddedState State { get; init; }

    /// <summary>Why it was refused, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>How many statements were found in it.</summary>
    public int Statements { get; init; }

    /// <summary>SHA-256 of its bytes, once they were read.</summary>
    public string? Sha256 { get; init; }
}

/// <summary>What was added at once.</summary>
/// <param name="id">32 random hexadecimal digits.</param>
/// <param name="by">Who added it.</param>
/// <param name="at">When.</param>
/// <param name="items">Its documents, in the order in which they were given.</param>
public sealed class AddedBatch(string id, string by, DateTimeOffset at, IReadOnlyList<AddedItem> items)
{
    private readonly AddedItem[] items = [.. items];

    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>Who added it.</summary>
    public string By { get; } = by;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>Its documents, in the order in which they were given.</summary>
    public IReadOnlyList<AddedItem> Items => items;

    /// <summary>What keeps it waiting, or null.</summary>
    public string? Held { get; internal set; }

    /// <summary>True when all of it was looked at, and matters and findings follow from it.</summary>
    public bool IsDone { get; internal set; }

    internal void Set(int index, AddedItem item) => items[index] = item;
}
