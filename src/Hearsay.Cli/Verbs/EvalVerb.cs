using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Documents.Evaluation;
using Hearsay.Inspections;
using Hearsay.Statements;
using Hearsay.Statements.Evaluation;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay eval</c>: how good the engine is on annotated corpora, by the measures of the field.</summary>
internal static class EvalVerb
{
    private const int Resamples = 1000; // of the articles, for the interval

    public static Command Create() => new("eval", "Measures the engine on annotated corpora.") { Attributions(), Articles() };

    private static Command Attributions()
    {
        var gold = new Option<string>("--gold") { Description = "A folder of NAME_ANNOTATOR.ann files, or a file with one {\"name\", \"attributions\"} a line.", HelpName = "GOLD", Required = true };
        var texts = new Option<string>("--text") { Description = "The folder of the NAME.txt files.", HelpName = "DIR", Required = true };
        var byKind = new Option<bool>("--by-kind") { Description = "Recall for direct, mixed and indirect contents as well." };
        var threads = CommonOptions.Threads;
        var command = new Command("attributions", "Scores statements against annotated attribution relations: exact and overlap match of cue, source and content, and whole attributions.")
        {
            gold, texts, byKind, threads,
        };
        command.SetAction(result => EvaluateAttributions(result.GetValue(gold)!, result.GetValue(texts)!, result.GetValue(byKind), result.GetValue(threads)));
        return command;
    }

    private static Command Articles()
    {
        var gold = new Option<string>("--gold") { Description = "A JSON file that maps a page's ID to its \"articleBody\".", HelpName = "FILE", Required = true };
        var pages = new Option<string>("--pages") { Description = "The folder of the ID.html files.", HelpName = "DIR", Required = true };
        var threads = CommonOptions.Threads;
        var command = new Command("articles", "Scores article bodies against true ones: precision and recall of four-word sequences, averaged over pages.") { gold, pages, threads };
        command.SetAction(result => EvaluateArticles(result.GetValue(gold)!, result.GetValue(pages)!, result.GetValue(threads)));
        return command;
    }

    private static int EvaluateAttributions(string goldPath, string folder, bool byKind, int threads)
    {
        if (!Path.Exists(goldPath)) { throw new UsageException($"--gold: there is nothing at '{goldPath}'."); }
        RequireFolder("--text", folder);
        var pipeline = Installation.CreatePipeline();
        string FileOf(string name) => Path.Combine(folder, name + ".txt");
        Inspection Read(string name) => pipeline.Inspect(new Capture(File.ReadAllBytes(FileOf(name)), new Provenance(name + ".txt")), Layers.Statements) switch
        {
            InspectionOutcome.Accepted { Inspection: var inspection } => inspection,
            InspectionOutcome.Refused { Reason: var reason } => throw new UsageException($"{FileOf(name)} cannot be read: {reason}"),
            var unknown => throw new System.Diagnostics.UnreachableException(unknown.ToString()),
        };

        try
        {
            var gold = AttributionCorpus.Read(goldPath, name => Read(name).Document.Text);
            AttributionScores[] scores = [.. OrderedParallel.Map(gold, threads, article =>
            {
                var inspection = Read(article.Key);
                return AttributionScorer.Score(inspection.Document.Text, inspection.Statements.Where(statement => statement.Block != BlockRole.Comment).Select(RelationOf), article.Value);
            })];
            Console.Out.Write(scores.Aggregate(new AttributionScores(), (sum, score) => sum + score).ToTable(byKind));
            var (low, high) = Interval(scores);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"attribution F1, 95% interval over articles: {low:0.0000} .. {high:0.0000}"));
            return ExitCode.Done;
        }
        catch (Exception unusable) when (unusable is InvalidDataException or FileNotFoundException)
        {
            throw new UsageException(unusable.Message);
        }
    }

    private static AttributionRelation RelationOf(Statement statement) => new(
        statement.Source?.Span is { } source ? [source] : [],
        statement.Cue is { } cue ? [cue.Span] : [],
        statement.Content);

    /// <summary>Percentile bootstrap over articles (Efron 1979), with a fixed seed.</summary>
    private static (double Low, double High) Interval(AttributionScores[] scores)
    {
        var random = new Random(0);
        var samples = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            var sum = default(Tally);
            for (var j = 0; j < scores.Length; j++) { sum += scores[random.Next(scores.Length)].Attribution; }
            samples[i] = sum.F1;
        }

        Array.Sort(samples);
        return (samples[(int)(Resamples * 0.025)], samples[(int)(Resamples * 0.975)]);
    }

    private static int EvaluateArticles(string goldPath, string folder, int threads)
    {
        if (!File.Exists(goldPath)) { throw new UsageException($"--gold: there is no file '{goldPath}'."); }
        RequireFolder("--pages", folder);
        var pipeline = Installation.CreatePipeline();
        using var gold = JsonDocument.Parse(File.ReadAllBytes(goldPath));
        var bodies = OrderedParallel.Map(gold.RootElement.EnumerateObject(), threads, page =>
        {
            var file = Path.Combine(folder, page.Name + ".html");
            var read = File.Exists(file) ? pipeline.Inspect(new Capture(File.ReadAllBytes(file), new Provenance(page.Name + ".html")), Layers.Blocks) : null;
            var found = read is InspectionOutcome.Accepted { Inspection.Document: var document } ? ArticleScorer.BodyOf(document) : "";
            return (Found: found, Truth: page.Value.GetProperty("articleBody").GetString() ?? "");
        });

        var scorer = new ArticleScorer();
        var (pages, unread) = (0, 0);
        foreach (var (found, truth) in bodies)
        {
            scorer.Add(found, truth);
            pages++;
            unread += found.Length == 0 ? 1 : 0;
        }

        var scores = scorer.Scores;
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"F1 {scores.F1:0.000} precision {scores.Precision:0.000} recall {scores.Recall:0.000} ({pages - unread} of {pages} pages read)"));
        return ExitCode.Done;
    }

    private static void RequireFolder(string option, string folder)
    {
        if (!Directory.Exists(folder)) { throw new UsageException($"{option}: there is no folder '{folder}'."); }
    }
}
