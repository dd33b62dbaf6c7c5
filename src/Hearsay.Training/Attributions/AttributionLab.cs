using Hearsay.Language;
using Hearsay.Statements.Attributions;
using Hearsay.Statements.Evaluation;

namespace Hearsay.Training.Attributions;

/// <summary>Reads the corpus for attribution, and measures models on it.</summary>
internal static class AttributionLab
{
    public static int Run(string polnear, string[] options)
    {
        var train = Read(polnear, "train");
        var model = new AttributionTrainer(Console.WriteLine).Train(train);
        if (options.Contains("--cv")) { return 0; }
        Console.Write(Measure(model, Read(polnear, "dev")).ToTable(byKind: true));
        return 0;
    }

    /// <summary>The articles of a split that have an analysis.</summary>
    public static List<TrainingArticle> Read(string polnear, string split)
    {
        var analyser = new LanguageAnalyser();
        var silver = SilverCorpus.Read(polnear, split);
        var texts = silver.ToDictionary(article => article.Name, article => article.Text);
        var gold = AttributionCorpus.Read(
            Path.Combine(polnear, "attributions", $"{split}.jsonl"),
            name => texts.TryGetValue(name, out var text) ? text : File.ReadAllText(Path.Combine(polnear, "text", split, $"{name}.txt")));
        return [.. silver.Select(article => new TrainingArticle(article.Name, SilverGrammar.Annotate(article, analyser), gold[article.Name]))];
    }

    /// <summary>Scores a model on articles that it did not learn from.</summary>
    public static AttributionScores Measure(AttributionModel model, IEnumerable<TrainingArticle> articles)
    {
        var scores = new AttributionScores();
        foreach (var article in articles)
        {
            var relations = model.Find(article.Text, model.Parts.Detect(article.Text))
                .Select(found => new AttributionRelation(found.Source is { } source ? [source] : [], [found.Cue], found.Content));
            scores += AttributionScorer.Score(article.Text.Document.Text, relations, article.Relations);
        }

        return scores;
    }
}
