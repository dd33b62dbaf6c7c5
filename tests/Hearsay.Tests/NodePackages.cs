using System.ComponentModel;
using System.Diagnostics;

namespace Hearsay.Tests;

/// <summary>Packages of npm that tests use: checkers and published schemas. Installed with <c>npm ci</c> where they are not there yet.</summary>
internal static class NodePackages
{
    private static readonly Lock Installing = new();

    /// <summary>The folder of a test package's modules. The test is skipped where there is no npm, or it could not install them.</summary>
    /// <param name="package">The folder under <c>tests/</c>.</param>
    /// <param name="needed">A file among the modules that must be there.</param>
    public static string Of(string package, string needed)
    {
        var directory = Path.Combine(Repository.Root, "tests", package);
        var modules = Path.Combine(directory, "node_modules");
        lock (Installing)
        {
            if (!File.Exists(Path.Combine(modules, needed)))
            {
                try
                {
                    Run("npm", directory, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
                }
                catch (Win32Exception)
                {
                    Assert.Skip("needs npm");
                }
            }
        }

        Assert.SkipUnless(File.Exists(Path.Combine(modules, needed)), $"needs what 'npm ci' could not install in tests/{package}");
        return modules;
    }

    /// <summary>Runs a command; its exit code and what it wrote.</summary>
    public static (int Code, string Output) Run(string command, string directory, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
