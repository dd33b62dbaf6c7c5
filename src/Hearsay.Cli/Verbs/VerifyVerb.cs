using System.CommandLine;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay verify</c>: checks a ledger against itself.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var ledger = CommonOptions.Ledger;
        var command = new Command("verify", "Hashes every original again, reads every stored span again, and walks the log. Says what is damaged, and then ends with exit code 3. Needs nothing but the file.")
        {
            ledger,
        };
        command.SetAction(result => Run(result.GetValue(ledger)!.ToString()));
        return command;
    }

    private static int Run(string file)
    {
        using var ledger = ExistingLedger.Open(file);
        var found = ledger.Verify();
        Console.WriteLine($"{file}: {found.Captures} captures of {found.Originals} originals, {found.Documents} documents, {found.Statements} statements, {found.Judgements} judgements, {found.Entries} log entries");
        Console.WriteLine($"last log entry: {found.Head}");
        foreach (var sha256 in found.Erased) { Console.WriteLine($"erased: {sha256}"); }
        foreach (var damage in found.Damages) { Console.WriteLine($"damaged: {damage.Item}: {damage.Problem}"); }
        if (found.Damages.IsEmpty)
        {
            Console.WriteLine("all is well");
            return ExitCode.Done;
        }

        Console.Error.WriteLine($"hearsay: the ledger '{file}' is damaged; the first broken entry is {found.Damages[0].Item}: {found.Damages[0].Problem}. Restore it from a copy, or keep this one as evidence and read the documents into another.");
        return ExitCode.LedgerDamagedOrLocked;
    }
}
