using System.CommandLine;
using Hearsay.Ledger;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay people</c>: names of people on lists are withheld or erased when they ask for it.</summary>
internal static class PeopleVerb
{
    public static Command Create() => new("people", "Withholds or erases people's names from stored audits; the row without a name, and the log's entry, stay as the tombstone.")
    {
        Close("withhold", "Shows a person's name in no report or export any more, even with --with-names.", erase: false),
        Close("erase", "Erases a person's name from the ledger for good.", erase: true),
    };

    private static Command Close(string name, string description, bool erase)
    {
        var audit = new Option<string>("--audit") { Description = "The audit's id; 'hearsay export rolls' gives it.", HelpName = "ID", Required = true };
        var row = new Option<int>("--row") { Description = "The row of the list, from 1.", HelpName = "N", Required = true };
        var reason = new Option<string>("--reason") { Description = "Who asked for it, and why. It goes into the log for good, so put no name in it.", HelpName = "TEXT", Required = true };
        var ledger = CommonOptions.Ledger;
        var command = new Command(name, description) { audit, row, reason, ledger };
        command.SetAction(result =>
        {
            var file = result.GetValue(ledger)!.ToString();
            if (!File.Exists(file)) { throw new UsageException($"There is no ledger '{file}'."); }
            using var open = EvidenceLedger.Open(file, ExistingLedger.Options("hearsay people"));
            if (open.ClosePerson(result.GetValue(audit)!, result.GetValue(row), erase, result.GetValue(reason)!))
            {
                if (open.NamedAgain(result.GetValue(audit)!, result.GetValue(row)) is [_, ..] again)
                {
                    Console.Error.WriteLine($"hearsay: the list names this person in row {string.Join(", ", again)} too; '{name}' each of them as well");
                }

                return ExitCode.Done;
            }

            Console.Error.WriteLine($"hearsay: the ledger has no name for row {result.GetValue(row)} of the audit {result.GetValue(audit)}; 'hearsay export rolls' lists audits and rows");
            return ExitCode.SomeRefused;
        });
        return command;
    }
}
