using Hearsay.Ledger;

namespace Hearsay.Cli;

/// <summary>Opens the ledger that a verb only reads.</summary>
internal static class ExistingLedger
{
    /// <summary>Opens it; where there is none, none is made and the arguments are unusable.</summary>
    public static EvidenceLedger Open(string file)
    {
        try
        {
            return EvidenceLedger.OpenForReading(file);
        }
        catch (FileNotFoundException missing)
        {
            throw new UsageException(missing.Message);
        }
    }
}
