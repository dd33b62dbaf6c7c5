using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Intake;

namespace Hearsay.Cli;

/// <summary>What verbs that take <c>PATH...</c> do alike.</summary>
internal static class Inputs
{
    /// <summary>Lists what the paths name, before anything is read or written. Files that are no documents are left out, with one note on standard error.</summary>
    public static ImmutableArray<IntakeItem> Collect(string[] paths, Provenance? given)
    {
        if (given?.Url is not null && (paths.Length > 1 || Directory.Exists(paths[0])))
        {
            throw new UsageException("--url is the address of one file; for several, write a hearsay.csv with the columns path and url into their folder.");
        }

        try
        {
            var items = FileCollector.Collect(paths, given);
            NoteSkipped(items.OfType<IntakeItem.Skipped>());
            return [.. items.Where(item => item is not IntakeItem.Skipped)];
        }
        catch (ManifestException unreadable)
        {
            throw new UsageException(unreadable.Message);
        }
    }

    /// <summary>Takes a capture through the pipeline. Should a stage fail on it, that is one refused input and not the end of the run.</summary>
    public static InspectionOutcome Inspect(Pipeline pipeline, Capture capture, Layers layers)
    {
        try
        {
            return pipeline.Inspect(capture, layers);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new InspectionOutcome.Refused($"Hearsay failed on it, which is our mistake ({failure.GetType().Name}: {failure.Message}); please report it with the file");
        }
    }

    /// <summary>The message for a refused input.</summary>
    public static string Refusal(string path, string reason) => $"hearsay: refused {Printable(path)}: {Printable(reason)}";

    private static void NoteSkipped(IEnumerable<IntakeItem.Skipped> skipped)
    {
        var bySuffix = skipped
            .GroupBy(item => Path.GetExtension(item.Path) is { Length: > 0 } suffix ? suffix.ToLowerInvariant() : "no suffix", StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{Printable(group.Key)}: {group.Count()}")
            .ToList();
        if (bySuffix.Count > 0) { Console.Error.WriteLine($"hearsay: skipped what is no document ({string.Join(", ", bySuffix)})"); }
    }

    // Names of files come from anywhere, and a terminal obeys control characters.
    private static string Printable(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c))
        : text;
}
