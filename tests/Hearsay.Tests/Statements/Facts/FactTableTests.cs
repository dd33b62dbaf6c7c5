using System.Globalization;
using System.Text;
using Hearsay.Inspections;
using Hearsay.Packs;
using Hearsay.Statements;
using Hearsay.Tests.Language;

namespace Hearsay.Tests.Statements.Facts;

/// <summary>Measures the facts of statements on the invented, labelled sentences of <c>facts.tsv</c>, with the trained models.</summary>
/// <remarks>Models are trained anew from time to time, so it is shares that are tested, each a little under the recorded one, and not single sentences.</remarks>
public sealed class FactTableTests(ITestOutputHelper output)
{
    private static readonly Pipeline Pipeline = new(DomainPack.Load(Repository.Pack), english: English.Model);

    private static readonly Dictionary<string, (int Right, int All)> Scores = [];

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Rows().Count() >= 120);

    [Theory]
    [InlineData("found", 0.93)]
    [InlineData("polarity", 0.93)]
    [InlineData("certainty", 0.93)]
    [InlineData("via", 0.90)]
    [InlineData("chain", 0.85)]
    [InlineData("on", 0.90)]
    public void Facts_are_read_as_labelled(string fact, double least)
    {
        var (right, all) = Measured()[fact];
        output.WriteLine($"{fact}: {right} of {all}");
        Assert.True(right >= least * all, $"{fact}: {right} of {all} are right");
    }

    private static IEnumerable<string[]> Rows() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Hearsay.Tests", "Statements", "Facts", "facts.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('|'));

    private Dictionary<string, (int Right, int All)> Measured()
    {
        lock (Scores)
        {
            if (Scores.Count > 0) { return Scores; }
            foreach (var row in Rows())
            {
                var text = row[0].Replace(" // ", "\n\n", StringComparison.Ordinal);
                var statement = Statements(text).Where(statement => string.Join(' ', statement.Content.Select(span => span.SliceOf(text))).Contains(row[1], StringComparison.Ordinal))
                    .OrderBy(statement => statement.Content.Sum(span => span.Length)).FirstOrDefault();
                Count("found", statement is not null, row[0]);
                if (statement is null) { continue; }
                foreach (var fact in row[2].Split("; ").Select(fact => fact.Split('=')))
                {
                    var read = Fact(statement, fact[0]);
                    Count(fact[0], read == fact[1], $"{row[0]} {fact[0]} is {read}, not {fact[1]}");
                }
            }

            return Scores;
        }
    }

    private void Count(string fact, bool right, string what)
    {
        var (sum, all) = Scores.GetValueOrDefault(fact);
        Scores[fact] = (sum + (right ? 1 : 0), all + 1);
        if (!right) { output.WriteLine($"{fact}: {what}"); }
    }

    /// <summary>The statements of a text below a headline, with spans in the text.</summary>
    internal static IEnumerable<Statement> Statements(string text)
    {
        var provenance = new Hearsay.Documents.Provenance("test.txt") { Published = new DateOnly(2031, 5, 15) };
        var outcome = Pipeline.Inspect(new Hearsay.Documents.Capture(Encoding.UTF8.GetBytes("A headline of some words\n\n" + text), provenance));
        var inspection = Assert.IsType<InspectionOutcome.Accepted>(outcome).Inspection;
        var offset = inspection.Document.Text.Length - text.Length;
        return inspection.Statements.Where(statement => statement.Content[0].Start >= offset)
            .Select(statement => statement with { Content = [.. statement.Content.Select(Shift)], Cue = statement.Cue is { } cue ? cue with { Span = Shift(cue.Span) } : null });

        TextSpan Shift(TextSpan span) => new(span.Start - offset, span.End - offset);
    }

    private static string Fact(Statement statement, string name) => name switch
    {
        "polarity" => JsonNames.Of(statement.Polarity),
        "certainty" => JsonNames.Of(statement.Certainty),
        "via" => statement.Via ?? "-",
        "chain" => string.Join(" < ", statement.Chain.Select(hop => $"{JsonNames.Of(hop.Role)} {hop.Name}")),
        "on" => statement.SaidOn.Value ?? "-",
        _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"no fact is called {name}")),
    };
}
