using Hearsay.Language;

namespace Hearsay.Training.Language;

/// <summary>Trains the entity model: a structured averaged perceptron over sequences of classes (Collins 2002), on trees that a parser made.</summary>
internal static class EntityTraining
{
    private const int Bits = 18;

    /// <summary>
    /// Trains on the sentences' classes, with trees read by <paramref name="model"/>'s parser; where sentences have trees of parsers that had not seen them, as a text's will be, each pass takes the one kind
    /// or the other in turn.
    /// </summary>
    public static EntityModel Train(IReadOnlyList<TrainingSentence> sentences, LanguageModel model, int epochs)
    {
        var perceptron = new Perceptron(Entities.Classes, Bits);
        var follows = new AveragedWeights(Entities.Classes * Entities.Classes);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(3);
        var reader = model.Rent();
        uint[]?[][] own = [.. sentences.Select(sentence => Features(sentence, reader, unseen: false))];
        uint[]?[][][] kinds = sentences.Any(sentence => sentence.Parsed is not null) ? [[.. sentences.Select(sentence => Features(sentence, reader, unseen: true))], own] : [own];
        var scores = new float[perceptron.Stride];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var trees = kinds[epoch % kinds.Length];
            foreach (var index in order)
            {
                Learn(sentences[index], trees[index], perceptron, follows, scores);
            }
        }

        var weights = perceptron.ToModel(out var scale);
        return new EntityModel(weights, [.. follows.Averages(perceptron.Time).Select(average => (short)Math.Clamp(Math.Round(average * scale), short.MinValue, short.MaxValue))]);
    }

    private static uint[]?[] Features(TrainingSentence sentence, GrammarReader reader, bool unseen)
    {
        var features = new uint[]?[sentence.Words.Length];
        reader.ReadWords(sentence.Types, sentence.Predicted);
        var style = GrammarReader.StyleOf(sentence.Types);
        var (heads, labels) = unseen && sentence.Parsed is { } parsed ? parsed : (reader.Heads.ToArray(), reader.Labels.ToArray());
        for (var i = 0; i < features.Length; i++)
        {
            if (!Entities.IsNever(sentence.Types[i]))
            {
                features[i] = new uint[Entities.Count];
                Entities.Write(reader.Words, reader.Tags, heads, labels, i, style, features[i]);
            }
        }

        return features;
    }

    private static void Learn(TrainingSentence sentence, uint[]?[] features, Perceptron perceptron, AveragedWeights follows, float[] scores)
    {
        var length = features.Length;
        var sums = new float[length * Entities.Classes];
        var back = new byte[sums.Length];
        for (var i = 0; i < length; i++)
        {
            if (features[i] is null)
            {
                scores.AsSpan().Fill(-1e6f);
                scores[0] = 0;
            }
            else
            {
                perceptron.Score(features[i], scores);
            }

            for (var current = 0; current < Entities.Classes; current++)
            {
                var (best, from) = (0f, 0);
                for (var previous = 0; i > 0 && previous < Entities.Classes; previous++)
                {
                    var sum = sums[((i - 1) * Entities.Classes) + previous] + follows[(previous * Entities.Classes) + current];
                    if (previous == 0 || sum > best) { (best, from) = (sum, previous); }
                }

                sums[(i * Entities.Classes) + current] = scores[current] + best;
                back[(i * Entities.Classes) + current] = (byte)from;
            }
        }

        var guess = new byte[length];
        var top = (byte)Perceptron.Best(sums.AsSpan((length - 1) * Entities.Classes, Entities.Classes));
        for (var i = length - 1; i >= 0; i--)
        {
            guess[i] = top;
            top = back[(i * Entities.Classes) + top];
        }

        for (var i = 0; i < length; i++)
        {
            var (right, wrong) = (features[i] is null ? (byte)0 : sentence.Classes[i], guess[i]);
            if (right != wrong)
            {
                perceptron.Update(features[i], right, wrong);
            }

            if (i > 0)
            {
                var rightBefore = features[i - 1] is null ? 0 : sentence.Classes[i - 1];
                if (right != wrong || rightBefore != guess[i - 1])
                {
                    follows.Add((rightBefore * Entities.Classes) + right, 1, perceptron.Time);
                    follows.Add((guess[i - 1] * Entities.Classes) + wrong, -1, perceptron.Time);
                }
            }
        }
    }
}
