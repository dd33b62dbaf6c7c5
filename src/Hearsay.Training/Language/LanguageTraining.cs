using Hearsay.Language;
using Hearsay.Training.Language.Parsing;

namespace Hearsay.Training.Language;

/// <summary>Trains all models of English from CoreNLP's analysis of PolNeAR. Fixed seeds: the same corpus gives the same bytes.</summary>
internal static class LanguageTraining
{
    private const int Folds = 5;
    private static readonly Epochs Full = new(Tags: 5, Trees: new ParserSchedule(16, Values: 0.1f, Words: 0.1f, Trust: 0.9f), Teacher: new ParserSchedule(14), Entities: 12, TreeFolds: 3);
    private static readonly Epochs Short = new(Tags: 3, Trees: new ParserSchedule(6, Values: 0.1f, Words: 0.1f), Teacher: null, Entities: 3, TreeFolds: 0);

    /// <summary>Trains on all of train.</summary>
    public static LanguageModel Train(IReadOnlyList<SilverArticle> train, Action<string> log)
    {
        var (sentences, inventory) = Prepare(train, log);
        return Train(sentences, inventory, Full, log);
    }

    /// <summary>
    /// Trains, for each of <paramref name="folds"/> parts of train, models on all the other parts, and writes them into <c>fold-0</c>, <c>fold-1</c> … of a folder, beside
    /// <c>folds.tsv</c> with a line <c>article TAB fold</c> for each article. A later stage reads an article with its fold's models, as they would read a text never seen.
    /// </summary>
    public static void Jackknife(IReadOnlyList<SilverArticle> train, int folds, string directory, Action<string> log)
    {
        var (sentences, inventory) = Prepare(train, log);
        for (var fold = 0; fold < folds; fold++)
        {
            log($"fold {fold} of {folds}");
            var model = Train([.. sentences.Where(sentence => sentence.Article % folds != fold)], inventory, Short, log);
            var folder = Directory.CreateDirectory(Path.Combine(directory, $"fold-{fold}"));
            model.Save(folder.FullName, "english");
        }

        File.WriteAllLines(Path.Combine(directory, "folds.tsv"), train.Select((article, index) => $"{article.Name}\t{index % folds}"));
    }

    private static (List<TrainingSentence> Sentences, Inventory Inventory) Prepare(IReadOnlyList<SilverArticle> train, Action<string> log)
    {
        var inventory = Inventory.Of(train);
        var sentences = TrainingSentence.From(train, inventory);
        LookUp(sentences, LexiconTraining.Build(sentences, inventory));
        log($"{sentences.Count} sentences");
        TaggerTraining.Jackknife(sentences, inventory.Tags.Length, Folds, Short.Tags);
        var right = sentences.Sum(sentence => sentence.Tags.Zip(sentence.Predicted).Count(pair => pair.First == pair.Second));
        log($"tags of taggers that had not seen the sentence: {(double)right / sentences.Sum(sentence => sentence.Tags.Length):P2} right");
        return (sentences, inventory);
    }

    private static LanguageModel Train(List<TrainingSentence> sentences, Inventory inventory, Epochs epochs, Action<string> log)
    {
        var lexicon = LexiconTraining.Build(sentences, inventory);
        LookUp(sentences, lexicon);
        log($"lexicon of {lexicon.Entries.Count} words, {lexicon.Rules.Count} rules for lemmas");
        var tags = new TagModel(inventory.Tags, TaggerTraining.Train(sentences, inventory.Tags.Length, epochs.Tags, seed: 1));
        log("tagger trained; parser:");
        var trees = ParserTraining.Train(sentences, inventory, epochs.Trees, epochs.Teacher, log);
        ParserTraining.Jackknife(sentences, inventory, epochs.TreeFolds, Short.Trees, unseen => LanguageModel.Of(lexicon, tags, unseen, EntityModel.Blank).Rent(), log);
        var entities = EntityTraining.Train(sentences, LanguageModel.Of(lexicon, tags, trees, EntityModel.Blank), epochs.Entities);
        log("entities trained");
        return LanguageModel.Of(lexicon, tags, trees, entities);
    }

    /// <summary>
    /// How often each model sees the corpus, and of how many folds the trees are that names are learnt from (0: of the trained parser itself, which has seen them). What is only used to make later
    /// stages' training data sees it less.
    /// </summary>
    private readonly record struct Epochs(int Tags, ParserSchedule Trees, ParserSchedule? Teacher, int Entities, int TreeFolds);

    private static void LookUp(List<TrainingSentence> sentences, Lexicon lexicon)
    {
        foreach (var sentence in sentences)
        {
            sentence.LookUp(lexicon);
        }
    }
}
