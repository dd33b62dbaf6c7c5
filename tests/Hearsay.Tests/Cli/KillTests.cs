using System.Diagnostics;

namespace Hearsay.Tests.Cli;

public sealed class KillTests
{
    private const int Documents = 300;
    private const int Kills = 20;

    [Fact]
    public void Killed_at_any_moment_and_run_again_reading_ends_as_if_undisturbed()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < Documents; i++) { folder.Write($"news/{i}.txt", Article.Text(i)); }
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, Command.Run(folder.Path, "read", "news", "--ledger", "whole.db").ExitCode);
        var length = watch.Elapsed;
        var shortest = length / 4;
        var whole = Exports(folder, "whole.db");

        // A ledger is killed again and again until a run gets through, and then another is begun.
        var random = new Random(20);
        var (ledger, killed) = (0, 0);
        for (var run = 0; killed < Kills; run++)
        {
            Assert.InRange(run, 0, 5 * Kills);
            watch.Restart();
            using var process = Command.Start(folder.Path, "read", "news", "--ledger", $"{ledger}.db", "--threads", "2");
            if (process.WaitForExit(length * (0.1 + 0.7 * random.NextDouble())))
            {
                length = watch.Elapsed > shortest ? watch.Elapsed : shortest; // the machine has become faster, or little was left to do
                ledger++;
                continue;
            }

            process.Kill(); // SIGKILL
            process.WaitForExit();
            killed++;
        }

        for (; ledger >= 0; ledger--)
        {
            Assert.Equal(0, Command.Run(folder.Path, "read", "news", "--ledger", $"{ledger}.db").ExitCode);
            var verified = Command.Run(folder.Path, "verify", "--ledger", $"{ledger}.db");
            Assert.Equal(0, verified.ExitCode);
            Assert.Contains($"{Documents} captures of {Documents} originals, {Documents} documents", verified.Output, StringComparison.Ordinal);
            Assert.Contains($"{Documents} log entries", verified.Output, StringComparison.Ordinal);
            Assert.Equal(whole, Exports(folder, $"{ledger}.db"));
        }
    }

    private static string Exports(TemporaryFolder folder, string ledger) =>
        Command.Run(folder.Path, "export", "documents", "--ledger", ledger).Output + Command.Run(folder.Path, "export", "statements", "--ledger", ledger).Output;
}
