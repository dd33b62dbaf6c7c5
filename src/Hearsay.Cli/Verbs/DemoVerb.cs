using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Hearsay.Intake;
using Hearsay.Intake.Rolls;
using Hearsay.Ledger;
using Hearsay.Rolls;
using Hearsay.Web.Audits;
using Hearsay.Web.Dossier;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay demo</c>: reads the bundled samples into a fresh ledger and writes their dossier.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var report = new Option<string?>("--report") { Description = "Writes the dossier there in place of opening the workbench.", HelpName = "DIR" };
        var threads = CommonOptions.Threads;
        var command = new Command("demo", "Reads the bundled sample corpus, an invented conflict between Varnia and Oskeland, into a fresh ledger and opens the workbench over it. With --report, or where nobody sits at a terminal, it writes a dossier in place of that and ends.") { report, threads };
        command.SetAction((result, cancel) => Run(result.GetValue(report), result.GetValue(threads), cancel));
        return command;
    }

    private static async Task<int> Run(string? report, int threads, CancellationToken cancel)
    {
        var fresh = Directory.CreateTempSubdirectory("hearsay-demo-").FullName;
        var ledgerPath = Path.Combine(fresh, "demo.db");
        var items = Inputs.Collect([Path.Combine(Installation.Samples, "corpus")], given: null).Select(FromSamples).ToImmutableArray();

        ReadTally tally;
        using (var ledger = EvidenceLedger.Open(ledgerPath, new LedgerOptions { Command = "hearsay demo" }))
        {
            var pipeline = Installation.CreatePipeline();
            tally = ProgressLine.Show("Reading", items.Length, progress => new ReadRun(ledger, pipeline, threads, progress).Run(items));
        }

        tally.Write(Console.Error, ledgerPath);
        AuditList(ledgerPath, threads);
        if (report is null && DesktopBrowser.IsAttended)
        {
            return await ServeVerb.Run(ledgerPath, ServeVerb.FreeUrl(), openBrowser: true, cancel);
        }

        using var written = EvidenceLedger.OpenForReading(ledgerPath);
        switch (DossierWriter.Write(written.Documents(), report ?? Path.Combine(fresh, "dossier"), DossierOptions.Default with { Threads = threads, Title = "Varnia and Oskeland: the samples", Audits = AuditView.AllOf(written) }, written.Matters()))
        {
            case DossierOutcome.Written done:
                Console.Error.WriteLine("hearsay: the dossier is ready; open it in a browser:");
                Console.Out.WriteLine(done.Index);
                Console.Error.WriteLine($"hearsay: to go on with the ledger: hearsay export statements --ledger {ledgerPath}");
                return tally.Refused > 0 ? ExitCode.SomeRefused : ExitCode.Done;
            case DossierOutcome.Refused refused:
                throw new UsageException($"--report: {refused.Reason}");
            default:
                throw new UnreachableException();
        }
    }

    // The list that the documents quarrel about, against the four registers; no name leaves the ledger.
    private static void AuditList(string ledger, int threads)
    {
        string Roll(string name) => Path.Combine(Installation.Samples, "rolls", name);
        (string Role, string Path)[] registers = [("returned", Roll("returned.csv")), ("civilian", Roll("civilians.xlsx")), ("deceased", Roll("deceased.csv")), ("held", Roll("held.xlsx"))];
        var list = Roll("published-list.csv");
        var audit = new RollAuditor(new RollAuditOptions { Threads = threads }).Audit(
            new RollSource(list, "list", RollFile.Read(list)), [.. registers.Select(register => new RollSource(register.Path, register.Role, RollFile.Read(register.Path)))]);
        AuditStore.From(new FileInfo(ledger), AuditStore.MatterOfList(ledger), withNames: false, reason: null)!.Save(audit, list, registers);
        foreach (var line in AuditSummary.Lines(audit)) { Console.Error.WriteLine(line); }
    }

    /// <summary>The item under a path that names the samples, not the place where the command happens to be installed.</summary>
    private static IntakeItem FromSamples(IntakeItem item)
    {
        var path = "samples/" + Path.GetRelativePath(Installation.Samples, item.Path).Replace('\\', '/');
        return item is IntakeItem.Candidate candidate ? candidate with { Path = path, Provenance = candidate.Provenance with { Path = path } } : item with { Path = path };
    }
}
