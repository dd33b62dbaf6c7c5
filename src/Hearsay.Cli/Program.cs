using System.CommandLine;
using Hearsay.Cli.Verbs;
using Hearsay.Ledger;

namespace Hearsay.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        var root = new RootCommand("Reads news and published name lists, and answers who said what, on whose word, when, with which figures.")
        {
            DemoVerb.Create(),
            ReadVerb.Create(),
            InspectVerb.Create(),
            EvalVerb.Create(),
            ServeVerb.Create(),
            UsersVerb.Create(),
            ReportVerb.Create(),
            JudgeVerb.Create(),
            ExportVerb.Create(),
            ImportVerb.Create(),
            McpVerb.Create(),
            VerifyVerb.Create(),
            RollsVerb.Create(),
            NamesVerb.Create(),
            PeopleVerb.Create(),
        };

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) { Console.Error.WriteLine($"hearsay: {error.Message}"); }
            Console.Error.WriteLine($"hearsay: see 'hearsay {Verb(parsed)}--help'.");
            return ExitCode.Unusable;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException unusable)
        {
            Console.Error.WriteLine($"hearsay: {unusable.Message}");
            return ExitCode.Unusable;
        }
        catch (RefusedJudgementException refused)
        {
            Console.Error.WriteLine($"hearsay: {refused.Message}");
            return ExitCode.Unusable;
        }
        catch (LedgerException unusable)
        {
            Console.Error.WriteLine($"hearsay: {unusable.Message}");
            return ExitCode.LedgerDamagedOrLocked;
        }
        catch (IOException broken) when (broken.InnerException is System.Net.Sockets.SocketException || broken.Message.Contains("Broken pipe", StringComparison.Ordinal))
        {
            return ExitCode.Done; // whoever read our output has read enough
        }
    }

    private static string Verb(ParseResult parsed) => parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
}
