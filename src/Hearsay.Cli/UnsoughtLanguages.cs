using System.Globalization;
using Hearsay.Inspections;

namespace Hearsay.Cli;

/// <summary>Counts the documents in whose language statements are not sought, so that the user is told and does not take silence for an answer.</summary>
internal sealed class UnsoughtLanguages
{
    private readonly SortedDictionary<string, int> documents = new(StringComparer.Ordinal);

    public void Count(Inspection inspection)
    {
        if (inspection is { StatementsSought: false, Document.Language: { } language }) { documents[language] = documents.GetValueOrDefault(language) + 1; }
    }

    /// <summary>Writes one line, or nothing where statements were sought everywhere.</summary>
    public void Write(TextWriter to)
    {
        if (documents.Count == 0) { return; }
        var languages = string.Join(", ", documents.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}: {entry.Value}")));
        to.WriteLine($"hearsay: statements were not sought in documents that are not in English ({languages}); they were captured and read");
    }
}
