using System.CommandLine;
using System.Text;
using Hearsay.Ledger;
using Hearsay.Workbench.Safety;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay users</c>: who may sign in to the workbench.</summary>
internal static class UsersVerb
{
    public static Command Create() => new("users", "Keeps the accounts of the workbench, in a file beside the ledger. Where there is one, everybody signs in; without any, the workbench opens on this machine alone.")
    {
        Add(), SetPassword(), Remove(), List(),
    };

    private static Command Add()
    {
        var (name, ledger) = (NameArgument, CommonOptions.Ledger);
        var role = new Option<Role>("--role") { Description = "reader, analyst, registrar or administrator.", HelpName = "ROLE", DefaultValueFactory = _ => Role.Analyst };
        var command = new Command("add", "Adds an account. The password is asked for, or read as one line from standard input.") { name, role, ledger };
        command.SetAction(result => Run(result.GetValue(ledger)!, result.GetValue(name)!, $"added as {result.GetValue(role)}", (accounts, who) => accounts.Add(who, result.GetValue(role), Password())));
        return command;
    }

    private static Command SetPassword()
    {
        var (name, ledger) = (NameArgument, CommonOptions.Ledger);
        var command = new Command("password", "Sets an account's password, which ends its sessions.") { name, ledger };
        command.SetAction(result => Run(result.GetValue(ledger)!, result.GetValue(name)!, "password", (accounts, who) => accounts.Find(who) is { } account ? accounts.SetPassword(account, Password()) : $"There is no account {who}."));
        return command;
    }

    private static Command Remove()
    {
        var (name, ledger) = (NameArgument, CommonOptions.Ledger);
        var command = new Command("remove", "Removes an account with its keys.") { name, ledger };
        command.SetAction(result => Run(result.GetValue(ledger)!, result.GetValue(name)!, "removed", (accounts, who) => accounts.Find(who) is { } account ? accounts.Remove(account) : $"There is no account {who}."));
        return command;
    }

    private static Command List()
    {
        var ledger = CommonOptions.Ledger;
        var command = new Command("list", "Lists accounts with their roles.") { ledger };
        command.SetAction(result =>
        {
            foreach (var account in Accounts(result.GetValue(ledger)!).All()) { Console.Out.WriteLine($"{account.Name}\t{account.Role.ToString().ToLowerInvariant()}"); }
            return ExitCode.Done;
        });
        return command;
    }

    private static int Run(FileInfo ledger, string name, string what, Func<Accounts, string, string?> change)
    {
        using var open = EvidenceLedger.Open(ledger.ToString(), ExistingLedger.Options("hearsay users"));
        var accounts = Accounts(ledger);
        var before = accounts.Find(name);
        if (change(accounts, name) is { } problem) { throw new UsageException(problem); }
        open.LogAccount((accounts.Find(name) ?? before)!.Id, what);
        return ExitCode.Done;
    }

    private static string Password()
    {
        if (Console.IsInputRedirected) { return Console.In.ReadLine() ?? ""; }
        Console.Error.Write("Password: ");
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is ConsoleKey.Backspace) { password.Length = Math.Max(0, password.Length - 1); }
            else if (!char.IsControl(key.KeyChar)) { password.Append(key.KeyChar); }
        }

        Console.Error.WriteLine();
        return password.ToString();
    }

    private static Accounts Accounts(FileInfo ledger) => new(ledger.ToString(), TimeProvider.System);

    private static Argument<string> NameArgument => new("NAME") { Description = "The account's name." };
}
