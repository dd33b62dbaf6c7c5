using Hearsay.Inspections;

namespace Hearsay.Tests.Statements.Facts;

/// <summary>Measures the act of statements on the invented, labelled cues of <c>acts.tsv</c>, with the trained models.</summary>
public sealed class ActTableTests(ITestOutputHelper output)
{
    [Fact]
    public void Acts_are_read_as_labelled()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "tests", "Hearsay.Tests", "Statements", "Facts", "acts.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('|')).ToList();
        var (found, right) = (0, 0);
        foreach (var row in rows)
        {
            var statement = FactTableTests.Statements(row[0]).FirstOrDefault(statement => statement.Cue is { } cue && cue.Span.SliceOf(row[0]).Contains(row[1], StringComparison.Ordinal));
            if (statement is null) { output.WriteLine($"not found: {row[0]}"); continue; }
            found++;
            if (JsonNames.Of(statement.Act) == row[2]) { right++; } else { output.WriteLine($"{JsonNames.Of(statement.Act)}, not {row[2]}: {row[0]}"); }
        }

        output.WriteLine($"{rows.Count} rows, {found} found, {right} right");
        Assert.True(rows.Count >= 150);
        Assert.True(found >= 0.8 * rows.Count, $"{found} of {rows.Count} are found");
        Assert.True(right >= 0.93 * found, $"{right} of {found} are right");
    }
}
