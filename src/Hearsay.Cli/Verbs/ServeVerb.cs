using System.CommandLine;
using System.Net.NetworkInformation;
using Hearsay.Workbench;
using Microsoft.Extensions.Hosting;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay serve</c>: the workbench in the browser.</summary>
internal static class ServeVerb
{
    public static Command Create()
    {
        var ledger = CommonOptions.Ledger;
        var url = new Option<string>("--urls")
        {
            Description = "Where to listen. Anything but this machine alone needs accounts; see 'hearsay users --help'.",
            HelpName = "URL",
            DefaultValueFactory = _ => WorkbenchOptions.DefaultUrl,
        };
        var command = new Command("serve", "Opens the workbench over a ledger: look, search, add, judge and check lists in the browser. Ends with Ctrl+C.") { ledger, url };
        command.SetAction((result, cancel) => Run(result.GetValue(ledger)!.ToString(), result.GetValue(url)!, openBrowser: false, cancel));
        return command;
    }

    /// <summary>The default address, or a free port beside it where something else has it.</summary>
    public static string FreeUrl()
    {
        var wanted = new Uri(WorkbenchOptions.DefaultUrl);
        return IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(taken => taken.Port == wanted.Port) ? $"http://{wanted.Host}:0" : WorkbenchOptions.DefaultUrl;
    }

    /// <summary>Serves until it is told to end.</summary>
    public static async Task<int> Run(string ledger, string url, bool openBrowser, CancellationToken cancel)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(ledger)) is { } folder && !Directory.Exists(folder))
        {
            throw new UsageException($"There is no folder '{folder}' for the ledger. Make it, or give another --ledger.");
        }

        try
        {
            await using var app = WorkbenchHost.Build(new WorkbenchOptions { Ledger = ledger, Url = url, Pipeline = () => Installation.CreatePipeline(), Translations = Installation.Translations, Opening = ExistingLedger.Options("hearsay serve") });
            await app.StartAsync(cancel);
            var address = app.Urls.First();
            Console.Error.WriteLine($"hearsay: the workbench over {ledger} is open; Ctrl+C closes it:");
            Console.Out.WriteLine(address);
            if (openBrowser) { DesktopBrowser.TryOpen(address); }
            await app.WaitForShutdownAsync(cancel);
            return ExitCode.Done;
        }
        catch (WorkbenchException unusable)
        {
            throw new UsageException($"--urls: {unusable.Message}");
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new UsageException($"--urls: something else listens on {url} already. Close it, or give another port.");
        }
    }
}
