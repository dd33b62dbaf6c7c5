using System.CommandLine;
using Hearsay.Matters;
using Hearsay.Web.Audits;
using Hearsay.Web.Dossier;
using Hearsay.Web.Text;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay report</c>: the ledger as a static dossier.</summary>
internal static class ReportVerb
{
    public static Command Create()
    {
        var ledger = CommonOptions.Ledger;
        var output = new Option<string>("--out") { Description = "A new or empty folder, or one that holds an earlier dossier, which is then replaced.", HelpName = "DIR", Required = true };
        var title = new Option<string?>("--title") { Description = "Heading of the overview.", HelpName = "TEXT" };
        var least = CommonOptions.MinConfidence("Leave out statements of less confidence, 0 to 1. It shows no more than is stored.");
        var names = new Option<bool>("--with-names") { Description = "Shows the names of checked lists too, which needs --reason and is logged." };
        var reason = new Option<string?>("--reason") { Description = "Why names are shown. It goes into the log for good, so put no name in it.", HelpName = "TEXT" };
        var threads = CommonOptions.Threads;
        var language = new Option<string>("--language") { Description = "The language of its pages, as a code; a file of texts/ beside the command has it.", HelpName = "CODE", DefaultValueFactory = _ => Translation.English.Language };
        var command = new Command("report", "Writes the ledger as a dossier: pages to read without network or script, with every statement marked in its text. Start at index.html.")
        {
            ledger, output, title, least, names, reason, threads, language,
        };
        command.SetAction(result => Run(result.GetValue(ledger)!.ToString(), result.GetValue(output)!, result.GetValue(title), result.GetValue(least), result.GetValue(names), result.GetValue(reason), result.GetValue(threads), TranslationOf(result.GetValue(language)!)));
        return command;
    }

    private static int Run(string ledgerPath, string directory, string? title, double? least, bool names, string? reason, int threads, Translation translation)
    {
        if (names) { AuditStore.LogDisclosure(ledgerPath, "report", reason); }
        using var ledger = ExistingLedger.Open(ledgerPath);
        var options = DossierOptions.Default with { Threads = threads, Audits = AuditView.AllOf(ledger, names), WithNames = names, Translation = translation };
        options = title is null ? options : options with { Title = title };
        var documents = least is { } sure ? ledger.Documents().Select(stored => stored.SureOf(sure)) : ledger.Documents();
        var matters = least is null ? ledger.Matters() : MatterExaminer.Examine(documents.Select(stored => stored.Examined));
        switch (DossierWriter.Write(documents, directory, options, matters))
        {
            case DossierOutcome.Written written:
                Console.Error.WriteLine($"hearsay: {written.Documents} documents, {written.Statements} statements and {written.Sources} sources are in {written.Index}");
                return ExitCode.Done;
            case DossierOutcome.Refused refused:
                throw new UsageException($"--out: {refused.Reason}");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Translation TranslationOf(string language) =>
        language == Translation.English.Language ? Translation.English
        : Installation.Translations.TryGetValue(language, out var translation) ? translation
        : throw new UsageException($"--language {language}: there is no file of texts in it beside the command. There are {string.Join(", ", Installation.Translations.Keys.Prepend(Translation.English.Language))}; docs/texts.md tells how to make one.");
}
