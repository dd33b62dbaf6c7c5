using Hearsay.Ledger;

namespace Hearsay.Cli;

/// <summary>Opens the ledger that a verb only reads.</summary>
internal static class ExistingLedger
{
    /// <summary>How a verb opens a ledger: what takes long is told on standard error.</summary>
    /// <param name="command">What others who have to wait are told that this process does.</param>
    public static LedgerOptions Options(string command) => new() { Command = command, Notice = message => Console.Error.WriteLine($"hearsay: {message}") };

    /// <summary>Opens it; where there is none, none is made and the arguments are unusable.</summary>
    public static EvidenceLedger Open(string file)
    {
        try
        {
            return EvidenceLedger.OpenForReading(file, Options("hearsay"));
        }
        catch (FileNotFoundException missing)
        {
            throw new UsageException(missing.Message);
        }
    }
}
