using System.CommandLine;
using System.Globalization;
using Hearsay.Documents;
using Hearsay.Ledger;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay read</c>: captures files, analyses them, and records everything in the ledger.</summary>
internal static class ReadVerb
{
    public static Command Create()
    {
        var paths = CommonOptions.Paths;
        var ledger = CommonOptions.Ledger;
        var threads = CommonOptions.Threads;
        var wait = new Option<int>("--wait")
        {
            Description = "How many seconds to wait for another process that holds the ledger.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => (int)LedgerOptions.Default.Patience.TotalSeconds,
        };
        wait.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > 86400))
            {
                result.AddError($"--wait takes a whole number of seconds from 1 to 86400, not '{result.Tokens[0].Value}'.");
            }
        });
        var least = CommonOptions.MinConfidence("Least confidence of the statements that are recorded, 0 to 1. Without it, the models' own threshold, at which F1 is best. Another value analyses anew what was read with the one before.");
        var provenance = new ProvenanceOptions();
        var command = new Command("read", "Captures files and folders, finds who said what in them, and records everything in the ledger. Reading the same again changes nothing; a run that was cut short is taken up where it ended by running it again.")
        {
            paths, ledger, threads, least, wait,
        };
        provenance.AddTo(command);
        command.SetAction(result => Run(
            result.GetValue(paths)!,
            provenance.Read(result),
            result.GetValue(ledger)!.ToString(),
            result.GetValue(threads),
            result.GetValue(least),
            TimeSpan.FromSeconds(result.GetValue(wait))));
        return command;
    }

    private static int Run(string[] paths, Provenance? given, string file, int threads, double? least, TimeSpan patience)
    {
        var items = Inputs.Collect(paths, given);
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
        {
            throw new UsageException($"There is no folder '{folder}' for the ledger. Make it, or give another --ledger.");
        }

        var pipeline = Installation.CreatePipeline(least);
        using var ledger = EvidenceLedger.Open(file, ExistingLedger.Options("hearsay read") with { Patience = patience });
        var tally = ProgressLine.Show("Reading", items.Length, progress => new ReadRun(ledger, pipeline, threads, progress).Run(items));
        tally.Write(Console.Error, file);
        return tally.Refused > 0 ? ExitCode.SomeRefused : ExitCode.Done;
    }
}
