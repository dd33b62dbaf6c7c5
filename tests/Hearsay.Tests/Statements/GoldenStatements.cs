using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Documents;
using Hearsay.Statements;

namespace Hearsay.Tests.Statements;

/// <summary>Runs the cases of <c>golden/*.md</c>: under each heading a text block as input and a list of expected statements.</summary>
/// <remarks>
/// A statement's line is <c>source | cue | content | facts</c>: the words as they stand (<c>-</c> for none, <c> … </c> between pieces of content), then facts by name.
/// Every statement of the input must be listed; facts not named are not tested.
/// </remarks>
public sealed class GoldenStatements
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Hearsay.Tests", "Statements", "golden");

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var heading in File.ReadLines(file).Where(line => line.StartsWith("## ", StringComparison.Ordinal)))
            {
                data.Add(Path.GetFileName(file), heading[3..]);
            }
        }

        return data;
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Cases().Count >= 60);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_as_written(string file, string heading)
    {
        var section = File.ReadAllText(Path.Combine(Folder, file)).Split("\n## ").Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));
        var parts = section.Split("```");
        var header = parts[1][..parts[1].IndexOf('\n', StringComparison.Ordinal)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = parts[1][(parts[1].IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimEnd('\n');
        var expected = parts[2].Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..].Trim()).ToList();

        var settings = header.Where(word => word.Contains('=', StringComparison.Ordinal)).Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1].Replace('_', ' '));
        DateOnly? published = settings.TryGetValue("published", out var day) ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null;
        var role = settings.TryGetValue("role", out var name) ? Enum.Parse<BlockRole>(name, ignoreCase: true) : BlockRole.Body;
        var (document, statements) = header.Contains("document")
            ? Analysed.Text(text, published, settings.GetValueOrDefault("outlet"))
            : Analysed.Lines(text, role, published: published, outlet: settings.GetValueOrDefault("outlet"));

        var actual = statements.Select(statement => Line(document.Text, statement)).ToList();
        Assert.True(expected.Count == statements.Length, $"expected {expected.Count} statements and got:\n{string.Join('\n', actual)}");
        for (var i = 0; i < expected.Count; i++)
        {
            var fields = expected[i].Split(" | ");
            Assert.Equal(string.Join(" | ", fields.Take(3)), actual[i]);
            if (fields.Length > 3) { Assert.Equal(fields[3], string.Join("; ", fields[3].Split("; ").Select(fact => Fact(statements[i], fact.Split('=')[0])))); }
        }
    }

    private static string Line(string text, Statement statement) => string.Join(" | ",
        statement.Source?.Span?.SliceOf(text) ?? "-",
        statement.Cue?.Span.SliceOf(text) ?? "-",
        string.Join(" … ", statement.Content.Select(span => span.SliceOf(text).Replace('\n', ' '))));

    private static string Fact(Statement statement, string name) => $"{name}=" + name switch
    {
        "name" => statement.Source?.Name ?? "-",
        "type" => statement.Source?.Type.ToString().ToLowerInvariant() ?? "-",
        "basis" => statement.Source?.Basis.ToString().ToLowerInvariant() ?? "-",
        "kind" => statement.Kind.ToString().ToLowerInvariant(),
        "act" => statement.Act.ToString().ToLowerInvariant(),
        "lemma" => statement.Cue?.Lemma ?? "-",
        "via" => statement.Via ?? "-",
        "polarity" => statement.Polarity.ToString().ToLowerInvariant(),
        "certainty" => statement.Certainty.ToString().ToLowerInvariant(),
        "on" => statement.SaidOn.Value ?? "-",
        "block" => statement.Block.ToString().ToLowerInvariant(),
        "chain" => string.Join(" < ", statement.Chain.Select(hop => $"{hop.Role.ToString().ToLowerInvariant()} {hop.Name}")),
        _ => throw new ArgumentException($"no fact is called {name}"),
    };
}
