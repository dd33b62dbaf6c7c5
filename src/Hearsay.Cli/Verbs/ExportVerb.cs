using System.CommandLine;
using Hearsay.Exchange;
using Hearsay.Exchange.Bundles;
using Hearsay.Ledger;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay export</c>: the ledger's content, in an order that does not depend on how it came in.</summary>
internal static class ExportVerb
{
    private sealed record Asked(string What, string Format, string File, bool Names, string? Reason, double? Least, bool AsRead, string? Matter, string? Out, string? Publisher, string? Site);

    public static Command Create()
    {
        var what = new Argument<string>("WHAT") { Description = "documents, statements, matters, findings, rolls, judgements, or the ledger as a bundle." };
        what.AcceptOnlyFromAmong("documents", "statements", "matters", "findings", "rolls", "judgements", "ledger");
        var format = new Option<string>("--format")
        {
            Description = "jsonl, one JSON object a line, or csv. Of matters and statements also webannotation, prov and ftm; of matters claimreview; of judgements training; of matters and the ledger bundle.",
            HelpName = "FORMAT", DefaultValueFactory = result => result.GetValue(what) == "ledger" ? "bundle" : "jsonl",
        };
        format.AcceptOnlyFromAmong([.. LedgerExport.Formats, "training", "bundle"]);
        var names = new Option<bool>("--with-names") { Description = "Writes the names of rolls too, which needs --reason and is logged." };
        var reason = new Option<string?>("--reason") { Description = "Why names are shown. It goes into the log for good, so put no name in it.", HelpName = "TEXT" };
        var ledger = CommonOptions.Ledger;
        var least = CommonOptions.MinConfidence("Leave out statements of less confidence, 0 to 1; for statements only.");
        var asRead = new Option<bool>("--as-read") { Description = "Statements as the engine found them, whatever people judged; for statements only." };
        var matter = new Option<string?>("--matter") { Description = "Only this matter; for the formats other than jsonl and csv.", HelpName = "ID" };
        var output = new Option<string?>("--out") { Description = "Where a bundle or training data goes: a new or empty folder, or for a bundle a file that ends in .zip.", HelpName = "PATH" };
        var publisher = new Option<string?>("--publisher") { Description = "Who publishes reviews; for claimreview.", HelpName = "NAME" };
        var site = new Option<string?>("--site") { Description = "Address that the reviews' own addresses begin with, as https://example.org/checks/; for claimreview.", HelpName = "URL" };
        var command = new Command("export", "Writes the ledger's content to standard output: documents sorted by hash and path, statements and findings by document and place in it, matters by their first day. Rejected statements are left out, corrected ones are given as corrected, dismissed findings are marked. The same content gives the same bytes.")
        {
            what, ledger, format, names, reason, least, asRead, matter, output, publisher, site,
        };
        command.SetAction(result => Run(new Asked(
            result.GetValue(what)!, result.GetValue(format)!, result.GetValue(ledger)!.ToString(), result.GetValue(names), result.GetValue(reason), result.GetValue(least), result.GetValue(asRead),
            result.GetValue(matter), result.GetValue(output), result.GetValue(publisher), result.GetValue(site))));
        return command;
    }

    private static int Run(Asked asked)
    {
        Check(asked);
        if (asked.Names) { AuditStore.LogDisclosure(asked.File, asked.What == "rolls" ? "export rolls" : "export bundle", asked.Reason); }
        using var ledger = ExistingLedger.Open(asked.File);
        if (asked.Format is "bundle" or "training") { return WriteFolder(ledger, asked); }
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var scope = asked.Matter is { } matter ? ExportScope.OneMatter(ledger, matter) ?? throw NoMatter(matter) : null;
        var unrated = LedgerExport.Write(ledger, asked.What, asked.Format, output, new LedgerExport.Options(scope, asked.Names, asked.Least ?? 0, asked.AsRead, ReviewPublisher.Parse(asked.Publisher, asked.Site)));
        if (unrated is { Unrated: > 0 } left) { Console.Error.WriteLine($"hearsay: {left.Written} reviews; nobody has signed a rating of {left.Unrated} matters, which are left out ('hearsay judge rate' signs one)"); }

        if (asked.What == "rolls" && !ledger.AuditRowJson(withNames: false).Any())
        {
            Console.Error.WriteLine("hearsay: the ledger holds no audited rolls; 'hearsay rolls check --ledger FILE' puts them there");
        }

        return ExitCode.Done;
    }

    private static void Check(Asked asked)
    {
        var (what, format) = (asked.What, asked.Format);
        if (asked.Least is not null && (what != "statements" || format is not ("jsonl" or "csv"))) { throw new UsageException($"--min-confidence is for statements as jsonl or csv; {(what == "statements" ? format : what)} does not tell them apart by confidence."); }
        if (asked.AsRead && (what != "statements" || format is not ("jsonl" or "csv"))) { throw new UsageException("--as-read is for 'export statements' as jsonl or csv only."); }
        if (asked.Names && what != "rolls" && format != "bundle") { throw new UsageException("--with-names is of use for 'export rolls' and for bundles only."); }
        var fits = format switch
        {
            "bundle" => what is "matters" or "ledger",
            "training" => what == "judgements",
            _ => LedgerExport.Fits(what, format),
        };
        if (!fits) { throw new UsageException($"'{what}' cannot be exported as {format}. 'hearsay export --help' tells what can."); }
        if (asked.Matter is not null && (what != "matters" || format is "jsonl" or "csv")) { throw new UsageException("--matter goes with 'export matters' as claimreview, webannotation, prov, ftm or bundle."); }
        if (format is "bundle" or "training" && asked.Out is null) { throw new UsageException($"--format {format} needs --out PATH."); }
        if (format is not ("bundle" or "training") && asked.Out is not null) { throw new UsageException($"--out is for bundles and training data; {format} goes to standard output."); }
        if (format == "claimreview" && ReviewPublisher.Parse(asked.Publisher, asked.Site) is null) { throw new UsageException("--format claimreview needs --publisher NAME and --site URL: a review is published under its publisher's own address."); }
    }

    private static int WriteFolder(EvidenceLedger ledger, Asked asked)
    {
        if (asked.Format == "training")
        {
            if (Directory.Exists(asked.Out) && Directory.EnumerateFileSystemEntries(asked.Out).Any()) { throw new UsageException($"--out: '{asked.Out}' is not empty."); }
            var (documents, attributions) = TrainingExport.Write(ledger, asked.Out!);
            Console.Error.WriteLine($"hearsay: {attributions} attributions that people accepted or corrected, in {documents} documents, are in {asked.Out}");
            return ExitCode.Done;
        }

        var written = BundleWriter.Write(ledger, asked.Matter is { } matter ? ExportScope.OneMatter(ledger, matter) ?? throw NoMatter(matter) : null, asked.Matter, asked.Out!, asked.Names);
        if (written.Problem is { } problem) { throw new UsageException($"--out: {problem}"); }
        Console.Error.WriteLine($"hearsay: {written.Files} files are in {asked.Out}; 'sha256sum -c manifest-sha256.txt' checks them, 'hearsay import' reads them");
        return ExitCode.Done;
    }

    private static UsageException NoMatter(string matter) => new($"--matter {matter}: the ledger has no such matter. 'hearsay export matters' lists them.");
}
