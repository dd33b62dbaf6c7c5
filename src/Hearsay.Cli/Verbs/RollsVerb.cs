using System.CommandLine;
using System.Globalization;
using Hearsay.Intake.Rolls;
using Hearsay.Rolls;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay rolls</c>: published name lists against registers.</summary>
internal static class RollsVerb
{
    private const string NoTracingService = "This is no tracing service: families turn to their country's national information bureau or to the Central Tracing Agency of the ICRC.";

    public static Command Create() => new("rolls", $"Checks published name lists against registers. {NoTracingService}") { Check() };

    private static Command Check()
    {
        var list = new Argument<string>("LIST") { Description = "The list: CSV, TSV, XLSX, an HTML table, or plain text with one person a line." };
        var against = new Option<string[]>("--against")
        {
            Description = "A register and what it holds: returned, civilian, deceased, held, or any other word. May be repeated.",
            HelpName = "ROLE=REGISTER",
            Required = true,
        };
        var columns = new Option<string[]>("--columns")
        {
            Description = "Which columns hold what, where the headers do not tell: list:name=Person,returned:birth_date=Born. Fields are name, surname, given, patronymic, birth_date, rank, unit, place, sex, id.",
            HelpName = "ROLE:field=header,...",
        };
        var output = new Option<FileInfo?>("--out") { Description = "Writes the audit there; without it, to standard output.", HelpName = "AUDIT.csv" };
        var json = new Option<bool>("--json") { Description = "JSON in place of CSV: the counts, and one object a row." };
        var names = new Option<bool>("--with-names") { Description = "Writes the names too. Without it, neither name nor reasons hold any." };
        var ledger = new Option<FileInfo?>("--ledger") { Description = "Stores the audit in this ledger. Without it an audit is stored nowhere.", HelpName = "FILE" };
        var matter = new Option<string?>("--matter") { Description = "The matter that the list belongs to; needs --ledger.", HelpName = "ID" };
        var reason = new Option<string?>("--reason") { Description = "Why names are shown, which --with-names needs beside --ledger. It goes into the log for good, so put no name in it.", HelpName = "TEXT" };
        var threads = CommonOptions.Threads;
        var command = new Command("check", $"Says for each row of a list who it is in the registers, with how much certainty, and why. {NoTracingService}")
        {
            list, against, columns, output, json, names, ledger, matter, reason, threads,
        };
        command.SetAction(result =>
        {
            var store = AuditStore.From(result.GetValue(ledger), result.GetValue(matter), result.GetValue(names), result.GetValue(reason));
            return Run(result.GetValue(list)!, result.GetValue(against)!, result.GetValue(columns) ?? [], result.GetValue(output), result.GetValue(json), result.GetValue(names), store, result.GetValue(threads));
        });
        return command;
    }

    private static int Run(string list, string[] against, string[] columns, FileInfo? output, bool json, bool names, AuditStore? store, int threads)
    {
        var given = ColumnOption.Parse(columns);
        try
        {
            var registers = against.Select(Split).ToArray();
            ColumnOption.Check(given, [.. registers.Select(register => register.Role), "list"]);
            var audit = new RollAuditor(new RollAuditOptions { Threads = threads }).Audit(
                new RollSource(list, "list", RollFile.Read(list), given.GetValueOrDefault("list")),
                [.. registers.Select(register => new RollSource(register.Path, register.Role, RollFile.Read(register.Path), given.GetValueOrDefault(register.Role)))]);
            store?.Save(audit, list, registers);
            using (var stream = output is null ? Console.OpenStandardOutput() : output.Create())
            {
                if (json) { AuditWriter.WriteJson(audit, stream, names); }
                else { AuditWriter.WriteCsv(audit, stream, names); }
            }

            foreach (var note in audit.Notes) { Console.Error.WriteLine($"hearsay: {note}"); }
            foreach (var line in AuditSummary.Lines(audit)) { Console.Error.WriteLine(line); }
            return ExitCode.Done;
        }
        catch (RollException unusable)
        {
            Console.Error.WriteLine($"hearsay: {unusable.Message}");
            return ExitCode.SomeRefused;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && output is not null)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--out {output}: it cannot be written ({failure.Message})."));
        }
    }

    private static (string Role, string Path) Split(string against)
    {
        var at = against.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < against.Length - 1 ? (against[..at].Trim(), against[(at + 1)..])
            : throw new UsageException($"--against takes ROLE=REGISTER, as in returned=returned.csv, not '{against}'.");
    }
}
