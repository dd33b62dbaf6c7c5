using System.Diagnostics;
using System.Globalization;
using Hearsay.Language;
using Hearsay.Models;
using Hearsay.Statements.Attributions;
using Hearsay.Statements.Evaluation;

namespace Hearsay.Training.Attributions;

/// <summary>The verbs that train and measure the models of attribution.</summary>
internal static class AttributionCommands
{
    /// <summary>What may follow the program's name.</summary>
    public const string Usage = "attributions JACKKNIFE_FOLDER | attributions --measure | attributions --errors COUNT";

    private static readonly string Polnear = Path.Combine("..", "shared", "data", "polnear");

    /// <summary>Runs a verb; null where it is none of ours.</summary>
    public static int? Run(string[] args)
    {
        switch (args)
        {
            case ["attributions", "--measure"]:
                return Measure(LanguageModel.LoadEnglish("models"));
            case ["attributions", "--errors", var size]:
                return ShowErrors(LanguageModel.LoadEnglish("models"), int.Parse(size, CultureInfo.InvariantCulture));
            case ["attributions", var jackknife]:
                var model = new AttributionTrainer(Console.WriteLine).Train(ReadTrain(jackknife));
                ModelFile.Write(Path.Combine("models", "english-attributions.model"), "attributions", model.WriteTo);
                return Measure(LanguageModel.LoadEnglish("models"));
            default:
                return null;
        }
    }

    // Each article as models read it that had not seen it: with the errors that a new text will have.
    private static List<TrainingArticle> ReadTrain(string jackknife)
    {
        var folds = File.ReadLines(Path.Combine(jackknife, "folds.tsv")).Select(line => line.Split('\t')).ToDictionary(fields => fields[0], fields => fields[1]);
        var analysers = folds.Values.Distinct().ToDictionary(fold => fold, fold => new LanguageAnalyser(LanguageModel.LoadEnglish(Path.Combine(jackknife, $"fold-{fold}"))));
        return Read("train", name => analysers[folds.GetValueOrDefault(name, "0")]);
    }

    internal static List<TrainingArticle> Read(string split, Func<string, LanguageAnalyser> analyserOf)
    {
        var gold = AttributionCorpus.Read(Path.Combine(Polnear, "attributions", $"{split}.jsonl"), TextOf);
        return [.. gold.Select(entry => new TrainingArticle(
            entry.Key, analyserOf(entry.Key).Analyse(new SilverArticle(entry.Key, TextOf(entry.Key), []).ToDocument()), entry.Value))];

        string TextOf(string name) => File.ReadAllText(Path.Combine(Polnear, "text", split, $"{name}.txt"));
    }

    private static int Measure(LanguageModel english)
    {
        var model = english.Attributions ?? throw new InvalidOperationException("models/english-attributions.model is missing; train it first.");
        var analyser = new LanguageAnalyser(english);
        var scores = new AttributionScores();
        var table = new ReliabilityTable();
        var articles = Read("dev", _ => analyser);
        foreach (var article in articles)
        {
            var found = model.Find(article.Text.Document);
            AttributionRelation[] relations = [.. found.Select(entry => new AttributionRelation(entry.Source is { } source ? [source] : [], [entry.Cue], entry.Content))];
            scores += AttributionScorer.Score(article.Text.Document.Text, relations, article.Relations);
            var proposals = new AttributionProposer(model.Parts).Propose(article.Text, model.Parts.Detect(article.Text));
            foreach (var (confidence, right) in model.Judge.Judge(article.Text, proposals).Zip(ProposalJudge.Right(article, proposals)))
            {
                table.Add(confidence, right);
            }
        }

        Console.Write(scores.ToTable(byKind: true));
        Console.Write($"all proposals:\n{table}");
        var (again, clock) = (articles.ConvertAll(article => article.Text.Document), Stopwatch.StartNew());
        foreach (var document in again)
        {
            model.Find(document);
        }

        var each = clock.Elapsed.TotalMicroseconds / again.Sum(document => document.Tokens.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each:F2} microseconds a token, trees given, one thread"));
        return 0;
    }

    private static int ShowErrors(LanguageModel english, int size)
    {
        var model = english.Attributions ?? throw new InvalidOperationException("models/english-attributions.model is missing; train it first.");
        var analyser = new LanguageAnalyser(english);
        var errors = new AttributionErrors();
        foreach (var article in Read("dev", _ => analyser))
        {
            errors.Add(article, model);
        }

        foreach (var (type, count) in errors.Types)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,5}  {type}"));
        }

        Console.WriteLine($"\nA sample of {size}:");
        foreach (var line in errors.Sample(size))
        {
            Console.WriteLine(line);
        }

        return 0;
    }
}
