namespace Hearsay.Ledger;

public sealed partial class EvidenceLedger
{
    /// <summary>Logs that an account of the workbench was added, changed or removed.</summary>
    /// <param name="account">The account's random id; its name never enters the log.</param>
    /// <param name="what">What was done, as <c>role</c>.</param>
    public void LogAccount(string account, string what)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        _ = Writer;
        Guard(() => RollTables.Log(connection, clock, "account", ("account", account), ("what", what)));
    }
}
