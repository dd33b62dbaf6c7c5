namespace Hearsay.Ledger;

/// <summary>How a ledger is opened.</summary>
public sealed record LedgerOptions
{
    /// <summary>The options used unless others are given.</summary>
    public static LedgerOptions Default { get; } = new();

    /// <summary>Gives the time that log entries bear.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long to wait for another process before giving up, to the second; at least one.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What others who have to wait are told that this process does.</summary>
    public string Command { get; init; } = "hearsay";

    /// <summary>Is told, in a sentence without its full stop, when an older file is about to be brought up to date, which takes seconds where it is large; null where nobody needs to know.</summary>
    public Action<string>? Notice { get; init; }

    /// <summary>Largest size of the file in pages, for tests of a full disk; 0 for no limit.</summary>
    internal int MaxPages { get; init; }
}
