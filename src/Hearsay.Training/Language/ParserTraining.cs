using Hearsay.Language;
using Hearsay.Training.Language.Parsing;

namespace Hearsay.Training.Language;

/// <summary>
/// Trains the parser on the sentences' trees, with tags that a tagger gave that had not seen them. A network small enough to be fast learns more from what a larger one thinks of
/// each head and label than from the trees alone (Hinton, Vinyals and Dean 2015; for parsers Kuncoro et al. 2016, Anderson and Gómez-Rodríguez 2020).
/// </summary>
internal static class ParserTraining
{
    /// <summary>Longest sentence that the parser learns from, in tokens: what others cost grows with their length's square.</summary>
    private const int Longest = 150;

    private const ulong TeacherSeed = 7, Seed = 11;

    /// <summary>Trains.</summary>
    /// <param name="sentences">What to learn from.</param>
    /// <param name="inventory">The names of the labels.</param>
    /// <param name="schedule">How the parser learns.</param>
    /// <param name="teaching">How a larger network learns, from whose answers the parser then learns more than from the trees themselves; none if null.</param>
    /// <param name="log">Takes lines that tell how it goes.</param>
    public static TreeModel Train(IReadOnlyList<TrainingSentence> sentences, Inventory inventory, ParserSchedule schedule, ParserSchedule? teaching, Action<string> log)
    {
        List<ParserExample> examples = [.. sentences.Where(sentence => sentence.Words.Length <= Longest).Select(ToExample)];
        if (teaching is not null)
        {
            var shape = new ParserShape(Cells: 256, Layers: 3, Rank: 144, Arc: 96, Relation: 48, inventory.Labels.Length);
            var teacher = new ParserPass(ParserLearning.Train(examples, shape, teaching, TeacherSeed, (line, _) => log("teacher" + line)));
            examples = [.. examples.Select(example => example with { Taught = teacher.Teach(example) })];
        }

        var student = new ParserShape(Cells: 128, Layers: 2, Rank: 96, Arc: 64, Relation: 48, inventory.Labels.Length);
        var weights = ParserLearning.Train(examples, student, schedule, Seed, (line, _) => log(line));
        return new TreeModel(inventory.Labels, ParserRounding.Round(weights));
    }

    /// <summary>Sets <see cref="TrainingSentence.Parsed"/> of every sentence by a parser trained on the other articles.</summary>
    public static void Jackknife(IReadOnlyList<TrainingSentence> sentences, Inventory inventory, int folds, ParserSchedule schedule, Func<TreeModel, GrammarReader> reading, Action<string> log)
    {
        for (var fold = 0; fold < folds; fold++)
        {
            var reader = reading(Train([.. sentences.Where(sentence => sentence.Article % folds != fold)], inventory, schedule, teaching: null, line => log($"fold {fold}" + line)));
            foreach (var sentence in sentences.Where(sentence => sentence.Article % folds == fold))
            {
                reader.ReadWords(sentence.Types, sentence.Predicted);
                sentence.Parsed = (reader.Heads.ToArray(), reader.Labels.ToArray());
            }
        }
    }

    private static ParserExample ToExample(TrainingSentence sentence)
    {
        var rows = new int[sentence.Words.Length * ParserInputs.Count];
        ParserInputs.Write(sentence.Types, sentence.Predicted, rows);
        return new ParserExample(rows, sentence.Heads, sentence.Labels, sentence.Predicted);
    }
}
