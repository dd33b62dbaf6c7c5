namespace Hearsay.Rolls.Names;

/// <summary>The tables of letters and names that are part of the library.</summary>
internal static class NameData
{
    /// <summary>The lines of a table, without comments and blank ones.</summary>
    public static IEnumerable<string> Lines(string table, string room = "Names")
    {
        using var stream = typeof(NameData).Assembly.GetManifestResourceStream($"Hearsay.Rolls.{room}.{table}")
            ?? throw new InvalidOperationException($"The library was built without its table {table}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } text && text[0] != '#') { yield return text; }
        }
    }
}
