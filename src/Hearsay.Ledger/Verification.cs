using System.Collections.Immutable;

namespace Hearsay.Ledger;

/// <summary>What verifying a ledger found.</summary>
public sealed record Verification
{
    /// <summary>Originals whose bytes were hashed again.</summary>
    public required long Originals { get; init; }

    /// <summary>Captures that were compared with the log.</summary>
    public required long Captures { get; init; }

    /// <summary>Documents that were unpacked and compared with their digests.</summary>
    public required long Documents { get; init; }

    /// <summary>Statements whose spans were read again.</summary>
    public required long Statements { get; init; }

    /// <summary>Judgements that were compared with the log.</summary>
    public required long Judgements { get; init; }

    /// <summary>Log entries that were hashed again.</summary>
    public required long Entries { get; init; }

    /// <summary>Hash of the last log entry. Who notes it down elsewhere can tell later that the log was not cut short or written anew.</summary>
    public required string Head { get; init; }

    /// <summary>Hashes of the originals whose bytes were erased, with a log entry that says so. They are no damage.</summary>
    public required ImmutableArray<string> Erased { get; init; }

    /// <summary>What is damaged, the log's entries first, in their order; empty where all is well. No more than <see cref="MaxDamages"/> are listed.</summary>
    public required ImmutableArray<Damage> Damages { get; init; }

    /// <summary>Longest list of damages: a ledger that broke everywhere does not fill the memory.</summary>
    public const int MaxDamages = 1000;
}

/// <summary>One thing that is broken.</summary>
/// <param name="Item">Which, as <c>log entry 17</c>.</param>
/// <param name="Problem">What is wrong with it, as a clause that follows a colon.</param>
public sealed record Damage(string Item, string Problem);
