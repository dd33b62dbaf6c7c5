using System.Globalization;
using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Language;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Tests.Matters;

namespace Hearsay.Tests.Language.Figures;

public sealed class FigureFinderTests
{
    public static TheoryData<string, string> Labelled()
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Hearsay.Tests", "Language", "Figures", "figures.tsv")))
        {
            if (line.StartsWith('#') || line.Length == 0) { continue; }
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            cases.Add(line[..bar], line[(bar + 1)..]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Labelled))]
    public void Labelled_sentences_are_read_as_labelled(string sentence, string expected) =>
        Assert.True(expected == Describe(sentence), $"\n{sentence}|{Describe(sentence)}");

    [Theory]
    [InlineData("In Teln 31 were counted by the monitors.", "31")]
    [InlineData("At Brask 1200 were waiting for the ferry.", "1200")]
    [InlineData("From Orm 14 came home in May.", "14")]
    [InlineData("In Hut 12 were beds for the guards.", "")]
    public void A_number_behind_a_place_counts_those_who_are_there(string text, string expected)
    {
        var outcome = SampleMatters.Pipeline.Inspect(new Capture(Encoding.UTF8.GetBytes("The monitors went along the coast. " + text), new Provenance("a.txt")), Layers.Figures);
        var inspection = Assert.IsType<InspectionOutcome.Accepted>(outcome).Inspection;
        Assert.Equal(expected, string.Join("; ", inspection.Annotated.Figures.Select(figure => figure.Span.SliceOf(inspection.Annotated.Text))));
    }

    [Theory]
    [InlineData("99999999999999999999999999999999 men, 1e308 men, 0 for 0, 1-for-0, one in zero, -5 men, ½ of men")]
    [InlineData("hundred thousand million billion dozen and and and a a a few few several")]
    [InlineData("$ £ € US$ % percent + ~ 1,2,3,,4 1.2.3 12,34,567")]
    public void Odd_numbers_do_no_harm(string text) => Assert.NotNull(Describe(text));

    private static string Describe(string text)
    {
        var document = new Document
        {
            Sha256 = new string('0', 64),
            Provenance = new Provenance("test.txt"),
            MediaType = "text/plain",
            Encoding = "utf-8",
            Text = text,
            Blocks = [new Block(BlockRole.Body, new TextSpan(0, text.Length).Trim(text))],
            Language = "en",
        };
        var annotated = new LanguageAnalyser().Analyse(document);
        annotated = annotated with { Dates = new TimeExpressionFinder().Find(annotated) };
        return string.Join("; ", new FigureFinder().Find(annotated).Select(figure => Describe(figure, text)));
    }

    private static string Describe(Figure figure, string text)
    {
        var bound = figure.Bound == FigureBound.Exact ? "" : JsonNames.Of(figure.Bound) + " ";
        var value = figure.Value is { } number ? Number(number) + " " : "";
        var range = figure.Bound is FigureBound.About or FigureBound.Range ? $"[{Number(figure.Low!.Value)},{Number(figure.High!.Value)}] " : "";
        var unit = figure.Kind is FigureKind.Money or FigureKind.Measure ? " " + figure.Unit : "";
        var of = figure.Of is { } counted ? $" of \"{counted.SliceOf(text)}\"" : "";
        return $"{figure.Span.SliceOf(text)} = {bound}{value}{range}{JsonNames.Of(figure.Kind)}{unit}{of}";
    }

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
