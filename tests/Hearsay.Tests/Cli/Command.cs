using System.Diagnostics;

namespace Hearsay.Tests.Cli;

/// <summary>The built command, run as a process of its own.</summary>
internal static class Command
{
    /// <summary>Where it is.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "hearsay.exe" : "hearsay");

    /// <summary>Runs it to its end in <paramref name="folder"/>.</summary>
    public static Finished Run(string folder, params string[] arguments) => Run(folder, new Dictionary<string, string>(), arguments);

    /// <summary>The same with variables of the environment besides those that there are.</summary>
    public static Finished Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(folder, environment, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Finished(process.ExitCode, output, error.Result);
    }

    /// <summary>Starts it; both its streams must be read by someone.</summary>
    public static Process Start(string folder, params string[] arguments) => Start(folder, new Dictionary<string, string>(), arguments);

    private static Process Start(string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new System.Text.UTF8Encoding(false),
            StandardErrorEncoding = new System.Text.UTF8Encoding(false),
        };
        foreach (var (name, value) in environment) { start.Environment[name] = value; }
        return Process.Start(start)!;
    }

    /// <summary>How a run ended.</summary>
    public sealed record Finished(int ExitCode, string Output, string Error);
}
