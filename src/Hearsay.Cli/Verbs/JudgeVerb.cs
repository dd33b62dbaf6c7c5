using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Statements;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay judge</c>: what a person decides goes into the ledger's log, and matters and findings follow.</summary>
internal static class JudgeVerb
{
    public static Command Create() => new("judge", "Records what a person decided of statements, matters, findings and sources. Nothing is overwritten: 'judge withdraw' undoes a judgement by another.")
    {
        OnStatements("accept", "Says that statements are right.", anchor => new Ruling.Accept(anchor)),
        OnStatements("reject", "Says that there are no such statements: they leave matters, findings and exports.", anchor => new Ruling.Reject(anchor)),
        JudgeCorrect.Create(),
        Merge(),
        Split(),
        Origins(),
        Dismiss(),
        Identify(),
        Rate(),
        Withdraw(),
        List(),
        Queue(),
    };

    /// <summary>The options of every judgement.</summary>
    internal sealed class Common
    {
        private readonly Option<string> why = new("--why") { Description = "The reason, in your words.", HelpName = "TEXT", Required = true };
        private readonly Option<string> by = new("--by") { Description = "Who judges.", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        private readonly Option<FileInfo> ledger = CommonOptions.Ledger;

        public void AddTo(Command command)
        {
            command.Options.Add(why);
            command.Options.Add(by);
            command.Options.Add(ledger);
        }

        /// <summary>Records what <paramref name="make"/> gives, and writes each judgement as a line of JSON.</summary>
        public int Record(ParseResult result, Func<EvidenceLedger, IEnumerable<Ruling>> make)
        {
            var file = result.GetValue(ledger)!.ToString();
            if (!File.Exists(file)) { throw new UsageException($"There is no ledger '{file}'."); }
            using var open = EvidenceLedger.Open(file, ExistingLedger.Options("hearsay judge"));
            foreach (var ruling in make(open).ToList())
            {
                var judgement = open.Judge(result.GetValue(by)!, result.GetValue(why)!, ruling);
                Console.WriteLine($"{{\"id\":\"{judgement.Id}\",{judgement.ToJson()[1..]}");
            }

            return ExitCode.Done;
        }
    }

    internal static StatementAnchor Anchor(EvidenceLedger ledger, string statement) =>
        ledger.AnchorOf(statement) ?? throw new UsageException($"There is no statement '{statement}'. 'hearsay export statements' lists them.");

    private static Command OnStatements(string name, string description, Func<StatementAnchor, Ruling> make)
    {
        var statements = new Argument<string[]>("STATEMENT") { Description = "Ids of statements.", Arity = ArgumentArity.OneOrMore };
        return Recording(name, description, statements, (result, ledger) => result.GetValue(statements)!.Select(id => make(Anchor(ledger, id))));
    }

    private static Command Merge()
    {
        var matters = new Argument<string[]>("MATTER") { Description = "Ids of two matters or more.", Arity = new ArgumentArity(2, 100) };
        return Recording("merge", "Says that matters are one.", matters, (result, ledger) =>
            [new Ruling.Merge([.. result.GetValue(matters)!.SelectMany(id => ledger.AnchorsOfMatter(id) is { IsEmpty: false } anchors ? anchors : throw new UsageException($"There is no matter '{id}'. 'hearsay export matters' lists them."))])]);
    }

    private static Command Split()
    {
        var statements = new Argument<string[]>("STATEMENT") { Description = "Ids of statements.", Arity = ArgumentArity.OneOrMore };
        return Recording("split", "Says that statements are a matter of their own.", statements, (result, ledger) => [new Ruling.Split([.. result.GetValue(statements)!.Select(id => Anchor(ledger, id))])]);
    }

    private static Command Origins()
    {
        var statements = new Argument<string[]>("STATEMENT") { Description = "Ids of two statements.", Arity = new ArgumentArity(2, 2) };
        var same = new Option<bool>("--same") { Description = "Both lead to one origin." };
        var independent = new Option<bool>("--independent") { Description = "Neither depends on the other or on a common origin." };
        var command = Recording("origins", "Says whether two statements have one origin, whatever the texts show.", statements, (result, ledger) =>
            result.GetValue(same) == result.GetValue(independent)
                ? throw new UsageException("judge origins takes either --same or --independent.")
                : [new Ruling.OverruleOrigins(Anchor(ledger, result.GetValue(statements)![0]), Anchor(ledger, result.GetValue(statements)![1]), result.GetValue(same))]);
        command.Options.Add(same);
        command.Options.Add(independent);
        return command;
    }

    private static Command Dismiss()
    {
        var findings = new Argument<string[]>("FINDING") { Description = "Ids of findings.", Arity = ArgumentArity.OneOrMore };
        return Recording("dismiss", "Says that findings are no cause for concern: they stay, and are marked.", findings, (result, ledger) =>
            result.GetValue(findings)!.Select(id => new Ruling.Dismiss(ledger.FindingAnchorOf(id) ?? throw new UsageException($"There is no finding '{id}'. 'hearsay export findings' lists them."))));
    }

    private static Command Identify()
    {
        var source = new Argument<string>("SOURCE") { Description = "The name that statements give, exactly." };
        var identity = new Option<string>("--as") { Description = "Who it is.", HelpName = "NAME", Required = true };
        var side = new Option<string?>("--side") { Description = "Id of the party that it belongs to.", HelpName = "ID" };
        var type = TypeOption();
        var document = new Option<string?>("--document") { Description = "Only in this document.", HelpName = "SHA256" };
        var command = Recording("identify", "Says who a source is, wherever it speaks or in one document.", source, (result, _) =>
            [new Ruling.Identify(result.GetValue(source)!, result.GetValue(identity)!, result.GetValue(side), TypeOf(result.GetValue(type)), result.GetValue(document))]);
        foreach (var option in (Option[])[identity, side, type, document]) { command.Options.Add(option); }
        return command;
    }

    private static Command Rate()
    {
        var statement = new Argument<string>("STATEMENT") { Description = "Id of the statement that makes the claim." };
        var value = new Option<int>("--value") { Description = "The rating.", HelpName = "N", Required = true };
        var worst = new Option<int>("--worst") { Description = "The scale's lowest value.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var best = new Option<int>("--best") { Description = "The scale's highest value.", HelpName = "N", DefaultValueFactory = _ => 5 };
        var name = new Option<string>("--name") { Description = "The rating in words, as Unsupported.", HelpName = "TEXT", Required = true };
        var claim = new Option<string?>("--claim") { Description = "The claim in short, as it is to be published; the statement's own words unless given.", HelpName = "TEXT" };
        var command = Recording("rate", "Signs a rating of a claim, which 'export matters --format claimreview' publishes.", statement, (result, ledger) =>
            [new Ruling.Rate(Anchor(ledger, result.GetValue(statement)!), result.GetValue(value), result.GetValue(worst), result.GetValue(best), result.GetValue(name)!, result.GetValue(claim))]);
        foreach (var option in (Option[])[value, worst, best, name, claim]) { command.Options.Add(option); }
        return command;
    }

    private static Command Withdraw()
    {
        var judgements = new Argument<string[]>("JUDGEMENT") { Description = "Ids of judgements.", Arity = ArgumentArity.OneOrMore };
        return Recording("withdraw", "Undoes judgements, withdrawals among them.", judgements, (result, _) => result.GetValue(judgements)!.Select(id => new Ruling.Withdraw(id)));
    }

    private static Command List()
    {
        var ledger = CommonOptions.Ledger;
        var latest = new Option<bool>("--latest") { Description = "The latest first." };
        var most = MostOption("How many; all unless given.");
        var command = new Command("list", "Writes judgements with how each stands, one JSON object a line, the earliest first.") { ledger, latest, most };
        command.SetAction(result =>
        {
            using var open = ExistingLedger.Open(result.GetValue(ledger)!.ToString());
            foreach (var line in open.JudgementJson(result.GetValue(latest), result.GetValue(most) ?? int.MaxValue)) { Console.WriteLine(line); }
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Queue()
    {
        var ledger = CommonOptions.Ledger;
        var most = MostOption("How many; 20 unless given.");
        var command = new Command("queue", "Writes what should be looked at, the most urgent first, one JSON object a line.") { ledger, most };
        command.SetAction(result =>
        {
            using var open = ExistingLedger.Open(result.GetValue(ledger)!.ToString());
            foreach (var item in open.ReviewQueue(result.GetValue(most) ?? 20)) { Console.WriteLine(JsonSerializer.Serialize(item, Judgement.Json)); }
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<int?> MostOption(string description)
    {
        const int Most = 10_000;
        var most = new Option<int?>("--most") { Description = description, HelpName = "N" };
        most.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var n) || n is < 1 or > Most)) { result.AddError($"--most takes a whole number from 1 to {Most}, not '{result.Tokens[0].Value}'."); }
        });
        return most;
    }

    internal static Command Recording(string name, string description, Argument argument, Func<ParseResult, EvidenceLedger, IEnumerable<Ruling>> make)
    {
        var common = new Common();
        var command = new Command(name, description) { argument };
        common.AddTo(command);
        command.SetAction(result => common.Record(result, ledger => make(result, ledger)));
        return command;
    }

    internal static Option<string?> TypeOption()
    {
        var type = new Option<string?>("--type") { Description = "What kind of party it is.", HelpName = "person|organisation|place|group|document|unnamed" };
        type.AcceptOnlyFromAmong([.. Enum.GetValues<SourceType>().Select(JsonNames.Of)]);
        return type;
    }

    internal static SourceType? TypeOf(string? type) => type is null ? null : JsonNames.Parse<SourceType>(type);
}
