using Spectre.Console;

namespace Hearsay.Cli;

/// <summary>A progress bar on standard error where that is a terminal, and nothing elsewhere; messages pass by it.</summary>
internal sealed class ProgressLine
{
    private readonly IAnsiConsole? console;
    private readonly ProgressTask? task;

    private ProgressLine(IAnsiConsole? console, ProgressTask? task)
    {
        this.console = console;
        this.task = task;
    }

    /// <summary>Runs <paramref name="work"/>, which says when one of <paramref name="total"/> steps is done.</summary>
    public static T Show<T>(string title, int total, Func<ProgressLine, T> work)
    {
        if (Console.IsErrorRedirected) { return work(new ProgressLine(null, null)); }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new ProgressLine(console, context.AddTask(Markup.Escape(title), maxValue: Math.Max(total, 1)))));
    }

    /// <summary>One more step is done.</summary>
    public void Step() => task?.Increment(1);

    /// <summary>Writes a line to standard error.</summary>
    public void Say(string message)
    {
        if (console is null) { Console.Error.WriteLine(message); } else { console.WriteLine(message); }
    }
}
