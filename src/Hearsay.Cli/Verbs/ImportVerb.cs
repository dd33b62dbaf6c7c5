using System.CommandLine;
using Hearsay.Exchange.Bundles;
using Hearsay.Ledger;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay import</c>: takes a bundle into a ledger.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var bundle = new Argument<string>("BUNDLE") { Description = "A folder or .zip file that 'hearsay export ledger' or 'hearsay export matters --format bundle' wrote." };
        var ledger = CommonOptions.Ledger;
        var command = new Command("import", "Takes a bundle into a ledger, after checking it against its manifest. Into a new ledger a whole one comes with its log; otherwise what is not there is added, and what was added before changes nothing.") { bundle, ledger };
        command.SetAction(result => Run(result.GetValue(bundle)!, result.GetValue(ledger)!.ToString()));
        return command;
    }

    private static int Run(string path, string file)
    {
        if (!Path.Exists(path)) { throw new UsageException($"There is no bundle '{path}'."); }
        try
        {
            using var bundle = BundleReader.Open(path);
            using var ledger = EvidenceLedger.Open(file, ExistingLedger.Options("hearsay import"));
            var outcome = ledger.Restore(bundle.Copy());
            ledger.Settle();
            Console.Error.WriteLine($"hearsay: {outcome.Captures} captures, {outcome.Judgements} judgements and {outcome.Audits} audits were added to {file}{(outcome.IsWhole ? ", with the log as it was" : "")}");
            return ExitCode.Done;
        }
        catch (BrokenCopyException broken)
        {
            throw new UsageException($"The bundle '{path}' was not imported. {broken.Message}");
        }
    }
}
