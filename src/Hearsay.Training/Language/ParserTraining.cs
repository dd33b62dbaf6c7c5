using Hearsay.Language;
using Hearsay.Training.Language.Parsing;

namespace Hearsay.Training.Language;

/// <summary>Trains the parser on the sentences' trees, with tags that a tagger gave that had not seen them.</summary>
internal static class ParserTraining
{
    /// <summary>Longest sentence that the parser learns from, in tokens: what others cost grows with their length's square.</summary>
    private const int Longest = 150;

    private const ulong Seed = 7;

    /// <summary>Trains.</summary>
    public static TreeModel Train(IReadOnlyList<TrainingSentence> sentences, Inventory inventory, ParserSchedule schedule, Action<string> log)
    {
        List<ParserExample> examples = [.. sentences.Where(sentence => sentence.Words.Length <= Longest).Select(ToExample)];
        var shape = new ParserShape(Cells: 128, Layers: 3, Arc: 96, Relation: 32, inventory.Labels.Length);
        var weights = ParserLearning.Train(examples, shape, schedule, Seed, (line, _) => log(line));
        return new TreeModel(inventory.Labels, ParserRounding.Round(weights));
    }

    private static ParserExample ToExample(TrainingSentence sentence)
    {
        var rows = new int[sentence.Words.Length * ParserInputs.Count];
        ParserInputs.Write(sentence.Types, sentence.Predicted, rows);
        return new ParserExample(rows, sentence.Heads, sentence.Labels, sentence.Predicted);
    }
}
