using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Hearsay.Documents;
using Hearsay.Intake;

namespace Hearsay.Cli;

/// <summary>Arguments and options that several verbs share. Each property makes a new one, as a command owns its options.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Paths => new("PATH")
    {
        Description = "Files (.txt, .html, .htm, .xhtml) or folders, which are read recursively in a stable order.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<FileInfo> Ledger => new("--ledger")
    {
        Description = "The ledger: one file that holds everything.",
        HelpName = "FILE",
        DefaultValueFactory = _ => new FileInfo("hearsay.db"),
    };

    /// <summary>For verbs that analyse: with less than the usual threshold more statements are found, with more, fewer. For verbs that show what is stored: what is less likely right is left out.</summary>
    public static Option<double?> MinConfidence(string what)
    {
        var option = new Option<double?>("--min-confidence") { Description = what, HelpName = "0..1" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var least) || least is not (>= 0 and <= 1)))
            {
                result.AddError($"--min-confidence takes a number from 0 to 1, as 0.7, not '{result.Tokens[0].Value}'.");
            }
        });
        option.CustomParser = result => double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var least) ? least : null;
        return option;
    }

    public static Option<int> Threads
    {
        get
        {
            var option = new Option<int>("--threads")
            {
                Description = "How many threads to use; all cores unless given.",
                HelpName = "N",
                DefaultValueFactory = _ => Environment.ProcessorCount,
            };
            option.Validators.Add(result =>
            {
                if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var n) || n is < 1 or > 1024))
                {
                    result.AddError($"--threads takes a whole number from 1 to 1024, not '{result.Tokens[0].Value}'.");
                }
            });
            return option;
        }
    }
}

/// <summary>What the user says of where a single file came from; it outranks what the page says.</summary>
internal sealed class ProvenanceOptions
{
    private readonly Option<string> url = new("--url") { Description = "Address that the file was fetched from.", HelpName = "URL" };
    private readonly Option<string> outlet = new("--outlet") { Description = "Who published it.", HelpName = "NAME" };
    private readonly Option<DateOnly?> published = new("--published")
    {
        Description = "The day of publication, as 2024-12-03, or a date and time as 2024-12-03T14:05:00+02:00.",
        HelpName = "DATE",
        CustomParser = ParseDay,
    };
    private readonly Option<string> collector = new("--collector") { Description = "Who collected it.", HelpName = "NAME" };
    private readonly Option<string> reason = new("--reason") { Description = "Why it was collected.", HelpName = "TEXT" };

    public void AddTo(Command command)
    {
        command.Options.Add(url);
        command.Options.Add(outlet);
        command.Options.Add(published);
        command.Options.Add(collector);
        command.Options.Add(reason);
    }

    /// <summary>What was given, with an empty path to be filled in; null where nothing was.</summary>
    public Provenance? Read(ParseResult result)
    {
        var given = new Provenance("")
        {
            Url = result.GetValue(url),
            Outlet = result.GetValue(outlet),
            Published = result.GetValue(published),
            Collector = result.GetValue(collector),
            Reason = result.GetValue(reason),
        };
        return given == new Provenance("") ? null : given;
    }

    private static DateOnly? ParseDay(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (GivenDay.Parse(text) is { } day) { return day; }
        result.AddError($"--published takes a day as 2024-12-03, not '{text}'.");
        return null;
    }
}
