using System.CommandLine;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Ledger;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay export</c>: the ledger's content, in an order that does not depend on how it came in.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var what = new Argument<string>("WHAT") { Description = "documents, statements, matters, findings or rolls." };
        what.AcceptOnlyFromAmong("documents", "statements", "matters", "findings", "rolls");
        var format = new Option<string>("--format") { Description = "jsonl, one JSON object a line, or csv.", HelpName = "jsonl|csv", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var names = new Option<bool>("--with-names") { Description = "Writes the names of rolls too, which needs --reason and is logged." };
        var reason = new Option<string?>("--reason") { Description = "Why names are shown. It goes into the log for good, so put no name in it.", HelpName = "TEXT" };
        var ledger = CommonOptions.Ledger;
        var least = CommonOptions.MinConfidence("Leave out statements of less confidence, 0 to 1; for statements only.");
        var command = new Command("export", "Writes the ledger's content to standard output: documents sorted by hash and path, statements and findings by document and place in it, matters by their first day. The same content gives the same bytes.")
        {
            what, ledger, format, names, reason, least,
        };
        command.SetAction(result => Run(result.GetValue(what)!, result.GetValue(format)!, result.GetValue(ledger)!.ToString(), result.GetValue(names), result.GetValue(reason), result.GetValue(least)));
        return command;
    }

    private static int Run(string what, string format, string file, bool names, string? reason, double? least)
    {
        if (least is not null && what != "statements") { throw new UsageException($"--min-confidence is for statements; {what} are not told apart by confidence."); }
        if (names && what != "rolls") { throw new UsageException("--with-names is of use for 'export rolls' only."); }
        if (names) { AuditStore.LogDisclosure(file, "export rolls", reason); }
        using var ledger = ExistingLedger.Open(file);
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        switch (what, format)
        {
            case ("documents", "jsonl"): WriteDocuments(ledger, output); break;
            case ("documents", _): CsvExport.WriteDocuments(ledger, output); break;
            case ("statements", "jsonl"): WriteLines(ledger.StatementJson().Where(line => least is null || ConfidenceOf(line) >= least), output); break;
            case ("statements", _): CsvExport.WriteStatements(ledger, least ?? 0, output); break;
            case ("matters", "jsonl"): WriteLines(ledger.MatterJson(), output); break;
            case ("matters", _): CsvExport.WriteMatters(ledger, output); break;
            case ("findings", "jsonl"): WriteLines(ledger.FindingJson(), output); break;
            case ("findings", _): CsvExport.WriteFindings(ledger, output); break;
            case ("rolls", "jsonl"): WriteLines(ledger.AuditRowJson(names), output); break;
            case ("rolls", _): CsvExport.WriteRolls(ledger.AuditRowJson(names), output); break;
        }

        if (what == "rolls" && !ledger.AuditRowJson(withNames: false).Any())
        {
            Console.Error.WriteLine("hearsay: the ledger holds no audited rolls; 'hearsay rolls check --ledger FILE' puts them there");
        }

        return ExitCode.Done;
    }

    private static void WriteDocuments(EvidenceLedger ledger, Stream output)
    {
        using var json = new Utf8JsonWriter(output, InspectionWriter.Options);
        foreach (var stored in ledger.Documents())
        {
            foreach (var capture in stored.Captures)
            {
                InspectionWriter.Write(json, stored.Document with { Provenance = capture.Provenance });
                json.Flush();
                output.WriteByte((byte)'\n');
                json.Reset();
            }
        }
    }

    private static double ConfidenceOf(string statement)
    {
        using var json = JsonDocument.Parse(statement);
        return json.RootElement.GetProperty("confidence").GetDouble();
    }

    private static void WriteLines(IEnumerable<string> lines, Stream output)
    {
        foreach (var line in lines)
        {
            output.Write(System.Text.Encoding.UTF8.GetBytes(line));
            output.WriteByte((byte)'\n');
        }
    }
}
