using System.Diagnostics;
using System.Text;
using Hearsay.Documents;
using Hearsay.Statements;

namespace Hearsay.Tests.Statements;

public sealed class StatementPropertyTests
{
    private static readonly string[] Fragments =
    [
        "Orlik said", "that", "the list", "“", "”", "\"", "'", "’", "«", "»", ",", ".", ":", "according to", "citing", "denied", "adding", "who", "and", "but", "Ivo Tarn",
        "he", "the ministry", "in a statement", "on Monday", "to", "of", "was", "asked", "–", "(", ")", "\n", "claim", "hopes", "3 May", "😀", "Reuters", "quoted", "as saying", "- item", ";", "seems",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_span_of_any_text_lies_in_it_and_is_not_empty(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 60)).Select(_ => Fragments[random.Next(Fragments.Length)]));
            if (string.IsNullOrWhiteSpace(text)) { continue; }
            var (document, statements) = Analysed.Lines(text);
            Check(document, statements);
            Assert.Equal(statements.Select(s => s.Id), Analysed.Lines(text).Statements.Select(s => s.Id));
        }
    }

    [Fact]
    public void Samples_hold()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Samples, "*.txt", SearchOption.AllDirectories))
        {
            var (document, statements) = Analysed.Text(File.ReadAllText(file));
            Check(document, statements);
        }
    }

    [Fact]
    public void Same_words_in_another_document_have_other_ids()
    {
        var (_, first) = Analysed.Text("The camp\n\nOrlik said that the list was wrong.");
        var (_, second) = Analysed.Text("The camp\n\nOrlik said that the list was wrong. ");
        Assert.NotEqual(first.Single().Id, second.Single().Id);
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("ru")]
    [InlineData("other")]
    public void Other_languages_give_none(string language) => Assert.Empty(Analysed.Lines("Orlik said that the list was wrong.", language: language).Statements);

    [Theory]
    [InlineData(BlockRole.Boilerplate)]
    [InlineData(BlockRole.Byline)]
    [InlineData(BlockRole.Sources)]
    public void Furniture_bylines_and_lists_of_sources_give_none(BlockRole role) => Assert.Empty(Analysed.Lines("Orlik said that the list was wrong.", role).Statements);

    public static TheoryData<string> Hostile() =>
    [
        "\"", "“", "'", "‘a ", "said ", "Orlik said ", ", said Orlik", "“a” ", "according to X, ", "that Orlik said ", "“”", "( ", ": ", "A: “x”\n", "- x\n", "To quote X:\n- a\n", "citing ", "Orlik said it; he denies ", ", a claim Orlik denies", "Orlik put the toll at 9 ", "Reuters said Reuters said ", "Institute (III) ",
    ];

    // Twice the text may take little more than twice the time; four times would betray a square. The best of several runs counts, up to six where a shared machine stands still in between.
    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_takes_linear_time(string unit)
    {
        var small = Text(unit, 10_000);
        var large = Text(unit, 80_000);
        Analysed.Lines(small);
        var (fast, slow) = (Best(small), Best(large));
        for (var again = 0; again < 4 && !IsLinear(); again++)
        {
            slow = TimeSpan.FromTicks(Math.Min(slow.Ticks, Best(large).Ticks));
        }

        Assert.True(IsLinear(), $"{fast.TotalMilliseconds} ms for a length of {small.Length}, {slow.TotalMilliseconds} ms for {large.Length}");

        bool IsLinear() => slow < (fast * 30) + TimeSpan.FromMilliseconds(400);

        static string Text(string unit, int length) => new StringBuilder().Insert(0, unit, length / unit.Length).ToString();

        static TimeSpan Best(string text) => Enumerable.Range(0, 2).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            Analysed.Lines(text);
            return clock.Elapsed;
        });
    }

    private static void Check(Document document, IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            var whole = new TextSpan(0, document.Text.Length);
            Assert.NotEmpty(statement.Content);
            var spans = statement.Content.AsEnumerable().Append(statement.Cue!.Span).Concat(statement.Chain.Select(hop => hop.Span).OfType<TextSpan>());
            if (statement.Source?.Span is { } source) { spans = spans.Append(source); }
            if (statement.SaidOn.Span is { } day) { spans = spans.Append(day); }
            Assert.All(spans, span => Assert.True(!span.IsEmpty && whole.Contains(span), $"{span} in a text of {document.Text.Length}"));
            Assert.True(statement.Content.Zip(statement.Content.Skip(1)).All(pair => pair.First.End <= pair.Second.Start), "content sorted and disjoint");
            Assert.Equal(statement.Source?.Basis is SourceBasis.Stated, statement.Source?.Span is not null);
            Assert.Equal(HopRole.Origin, statement.Chain[^1].Role);
            if (statement.Source is { } named) { Assert.Equal(named.Name, statement.Chain[^1].Name); }
            Assert.InRange(statement.Confidence, 0, 1);
            Assert.Equal(32, statement.Id.Length);
        }

        Assert.Equal(statements.Count, statements.Select(statement => statement.Id).Distinct().Count());
    }
}
