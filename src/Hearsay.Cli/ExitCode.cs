namespace Hearsay.Cli;

/// <summary>The exit codes that the contract names.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but some inputs were refused.</summary>
    public const int SomeRefused = 1;

    /// <summary>The arguments cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>The ledger is damaged or locked.</summary>
    public const int LedgerDamagedOrLocked = 3;
}
