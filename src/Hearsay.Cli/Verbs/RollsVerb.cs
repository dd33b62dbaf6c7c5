using System.CommandLine;
using System.Globalization;
using Hearsay.Intake.Rolls;
using Hearsay.Rolls;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay rolls</c>: published name lists against registers.</summary>
internal static class RollsVerb
{
    private const string NoTracingService = "This is no tracing service: families turn to their country's national information bureau or to the Central Tracing Agency of the ICRC.";

    public static Command Create() => new("rolls", $"Checks published name lists against registers. {NoTracingService}") { Check(), IndexRegister(), Encode() };

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
        var key = KeyOption();
        var threads = CommonOptions.Threads;
        var command = new Command("check", $"Says for each row of a list who it is in the registers, with how much certainty, and why. {NoTracingService}")
        {
            list, against, columns, output, json, names, ledger, matter, reason, key, threads,
        };
        command.SetAction(result =>
        {
            var store = AuditStore.From(result.GetValue(ledger), result.GetValue(matter), result.GetValue(names), result.GetValue(reason));
            return Run(result.GetValue(list)!, result.GetValue(against)!, result.GetValue(columns) ?? [], result.GetValue(output), result.GetValue(json), result.GetValue(names), store, result.GetValue(key), result.GetValue(threads));
        });
        return command;
    }

    private static int Run(string list, string[] against, string[] columns, FileInfo? output, bool json, bool names, AuditStore? store, FileInfo? key, int threads)
    {
        var given = ColumnOption.Parse(columns);
        try
        {
            var registers = against.Select(Split).ToArray();
            ColumnOption.Check(given, [.. registers.Select(register => register.Role), "list"]);
            var listed = new RollSource(list, "list", RollFile.Read(list), given.GetValueOrDefault("list"));
            var audit = new RollAuditor(new RollAuditOptions { Threads = threads, Pack = Installation.LoadPack }).Audit(listed,
                [.. registers.Select(register => Open(Register(register.Role, register.Path, given.GetValueOrDefault(register.Role), threads), listed, key, threads))]);
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

    private static Command IndexRegister()
    {
        var register = new Argument<string>("REGISTER") { Description = "The register: CSV, TSV, XLSX, an HTML table, or plain text with one person a line." };
        var output = new Option<FileInfo>("--out") { Description = "Writes the index there. It holds the names, so keep it as you keep the register.", HelpName = "INDEX", Required = true };
        var columns = new Option<string[]>("--columns") { Description = "Which columns hold what, as register:name=Person.", HelpName = "register:field=header,..." };
        var threads = CommonOptions.Threads;
        var command = new Command("index", "Keeps a large register on disk in the form that 'rolls check --against ROLE=INDEX' opens at once.") { register, output, columns, threads };
        command.SetAction(result =>
        {
            var given = ColumnOption.Parse(result.GetValue(columns) ?? []);
            ColumnOption.Check(given, ["register"]);
            try
            {
                var path = result.GetValue(register)!;
                var index = RollIndex.Build(new RollSource(path, "register", RollFile.Read(path), given.GetValueOrDefault("register")), result.GetValue(threads));
                using var stream = result.GetValue(output)!.Create();
                index.Save(stream);
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hearsay: {index.Count} records indexed"));
                return ExitCode.Done;
            }
            catch (RollException unusable)
            {
                Console.Error.WriteLine($"hearsay: {unusable.Message}");
                return ExitCode.SomeRefused;
            }
        });
        return command;
    }

    private static Option<FileInfo?> KeyOption() => new("--key") { Description = "A file with the secret that a register was, or is to be, encoded with: at least 16 bytes.", HelpName = "FILE" };

    private static Command Encode()
    {
        var register = new Argument<string>("REGISTER") { Description = "The register: CSV, TSV, XLSX, an HTML table, or plain text with one person a line." };
        var output = new Option<FileInfo>("--out") { Description = "Writes the encoded register there.", HelpName = "ENCODED.csv", Required = true };
        var key = KeyOption();
        key.Required = true;
        var columns = new Option<string[]>("--columns") { Description = "Which columns hold what, as register:name=Person.", HelpName = "register:field=header,..." };
        var threads = CommonOptions.Threads;
        var command = new Command("encode", "Writes a register as keyed hashes, which 'rolls check --key FILE' takes in its place. Names and dates are not readable without the key; typing errors are forgiven less.") { register, output, key, columns, threads };
        command.SetAction(result =>
        {
            var given = ColumnOption.Parse(result.GetValue(columns) ?? []);
            ColumnOption.Check(given, ["register"]);
            try
            {
                var path = result.GetValue(register)!;
                File.WriteAllLines(result.GetValue(output)!.ToString(), new EncodedRegister(ReadKey(result.GetValue(key)!)).Encode(
                    new RollSource(path, "register", RollFile.Read(path), given.GetValueOrDefault("register")), result.GetValue(threads)));
                return ExitCode.Done;
            }
            catch (RollException unusable)
            {
                Console.Error.WriteLine($"hearsay: {unusable.Message}");
                return ExitCode.SomeRefused;
            }
        });
        return command;
    }

    private static byte[] ReadKey(FileInfo key)
    {
        var secret = key.Exists ? File.ReadAllBytes(key.ToString()) : throw new UsageException($"--key {key}: there is no such file.");
        return secret.Length >= 16 ? secret : throw new UsageException($"--key {key}: it has fewer than 16 bytes, which can be guessed. Make one with 'head -c 32 /dev/urandom > {key}'.");
    }

    private static RollSource Open(RollSource register, RollSource list, FileInfo? key, int threads) =>
        register.Index is not null || !EncodedRegister.IsEncoded(register.Sheet) ? register
        : key is null ? throw new UsageException($"{register.Name} is encoded; --key FILE opens it.")
        : register with { Sheet = new EncodedRegister(ReadKey(key)).Decode(register.Sheet, list, threads), Columns = null };

    private static RollSource Register(string role, string path, Dictionary<RollField, string>? columns, int threads)
    {
        if (File.Exists(path))
        {
            using var file = File.OpenRead(path);
            Span<byte> beginning = stackalloc byte[32];
            if (RollIndex.IsIndex(beginning[..file.Read(beginning)]))
            {
                file.Position = 0;
                using var buffered = new BufferedStream(file, 1 << 20);
                return new RollSource(path, role, RollSheet.Empty) { Index = RollIndex.Load(buffered, threads) };
            }
        }

        return new RollSource(path, role, RollFile.Read(path), columns);
    }

    private static (string Role, string Path) Split(string against)
    {
        var at = against.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < against.Length - 1 ? (against[..at].Trim(), against[(at + 1)..])
            : throw new UsageException($"--against takes ROLE=REGISTER, as in returned=returned.csv, not '{against}'.");
    }
}
