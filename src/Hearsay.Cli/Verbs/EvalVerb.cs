using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Documents.Evaluation;
using Hearsay.Inspections;
using Hearsay.Language.Evaluation;
using Hearsay.Statements;
using Hearsay.Statements.Evaluation;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay eval</c>: how good the engine is on annotated corpora, by the measures of the field.</summary>
internal static class EvalVerb
{
    public static Command Create() => new("eval", "Measures the engine on annotated corpora.") { Attributions(), Language(), Articles() };

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

    private static Command Language()
    {
        var silver = new Option<string>("--silver") { Description = "A gzipped file with CoreNLP's analysis: \"# NAME\", then a token a line (start, end, form, lemma, tag, entity, head, relation).", HelpName = "FILE", Required = true };
        var texts = new Option<string>("--text") { Description = "The folder of the NAME.txt files.", HelpName = "DIR", Required = true };
        var threads = CommonOptions.Threads;
        var command = new Command("language", "Scores tokens, sentences, tags, lemmas, trees and entities by their agreement with CoreNLP's analysis.") { silver, texts, threads };
        command.SetAction(result => EvaluateLanguage(result.GetValue(silver)!, result.GetValue(texts)!, result.GetValue(threads)));
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
            var judged = OrderedParallel.Map(gold, threads, article =>
            {
                var inspection = Read(article.Key);
                Statement[] statements = [.. inspection.Statements.Where(statement => statement.Block != BlockRole.Comment && statement.Kind != StatementKind.Narrated)]; // gold has only what is credited
                AttributionRelation[] relations = [.. statements.Select(RelationOf)];
                var right = AttributionScorer.RightOf(inspection.Document.Text, relations, article.Value);
                return (Scores: AttributionScorer.Score(inspection.Document.Text, relations, article.Value), Confidences: statements.Select(statement => statement.Confidence).Zip(right).ToArray());
            }).ToArray();
            AttributionScores[] scores = [.. judged.Select(article => article.Scores)];
            var sum = scores.Aggregate(new AttributionScores(), (total, score) => total + score);
            var table = new ReliabilityTable();
            foreach (var (confidence, right) in judged.SelectMany(article => article.Confidences)) { table.Add(confidence, right); }
            Console.Out.Write(sum.ToTable(byKind));
            Console.Out.Write("F1 with its 95% interval over articles:\n");
            WriteIntervals(sum.Rows().Select(row => (row.Name, row.Tally.F1)), Bootstrap.Intervals(scores, (left, right) => left + right, total => total.Rows().Select(row => row.Tally.F1)));
            Console.Out.Write($"\nHow much is right of what has a confidence:\n{table}");
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

    private static int EvaluateLanguage(string silver, string folder, int threads)
    {
        if (!File.Exists(silver)) { throw new UsageException($"--silver: there is no file '{silver}'."); }
        RequireFolder("--text", folder);
        try
        {
            var analyser = Installation.CreateAnalyser();
            LanguageScores[] scores = [.. OrderedParallel.Map(
                SilverCorpus.Read(silver, name => File.ReadAllText(Path.Combine(folder, name + ".txt"))), threads,
                article => LanguageScorer.Score(article, analyser.Analyse(article.ToDocument())))];
            if (scores.Length == 0) { throw new UsageException($"--silver: {silver} holds no article."); }
            Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"articles {scores.Length}; 95% intervals over articles\n"));
            WriteIntervals(
                scores.Aggregate(new LanguageScores(), (total, score) => total.Add(score)).Rows(),
                Bootstrap.Intervals(scores, (left, right) => left.Add(right), total => total.Rows().Select(row => row.Value)));
            return ExitCode.Done;
        }
        catch (Exception unusable) when (unusable is InvalidDataException or FileNotFoundException)
        {
            throw new UsageException(unusable.Message);
        }
    }

    private static void WriteIntervals(IEnumerable<(string Name, double Value)> rows, IReadOnlyList<(double Low, double High)> intervals)
    {
        foreach (var ((name, value), (low, high)) in rows.Zip(intervals))
        {
            Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{name,-26}{value,8:F4}   {low:F4} .. {high:F4}\n"));
        }
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
