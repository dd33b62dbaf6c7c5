using Hearsay.Language;
using Hearsay.Models;

namespace Hearsay.Training.Language;

/// <summary>Trains the tagger, and tags sentences with taggers that have not seen them.</summary>
internal static class TaggerTraining
{
    private const int Bits = 18;

    /// <summary>Trains on the sentences in an order that <paramref name="seed"/> fixes.</summary>
    public static LinearModel Train(IReadOnlyList<TrainingSentence> sentences, int tags, int epochs, int seed)
    {
        var perceptron = new Perceptron(tags, Bits);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(seed);
        var features = new uint[TaggerFeatures.Count];
        var scores = new float[perceptron.Stride];
        var predicted = new byte[sentences.Max(sentence => sentence.Words.Length)];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var sentence = sentences[index];
                var style = GrammarReader.StyleOf(sentence.Types);
                for (var i = 0; i < sentence.Words.Length; i++)
                {
                    if (sentence.Types[i].OnlyTag != 0)
                    {
                        predicted[i] = sentence.Types[i].OnlyTag;
                        continue;
                    }

                    TaggerFeatures.Write(sentence.Types, i, predicted, style, features);
                    perceptron.Score(features, scores);
                    var best = Perceptron.Best(scores.AsSpan(0, tags));
                    if (best != sentence.Tags[i] - 1)
                    {
                        perceptron.Update(features, sentence.Tags[i] - 1, best);
                    }

                    predicted[i] = (byte)(best + 1);
                }
            }
        }

        return perceptron.ToModel();
    }

    /// <summary>Sets <see cref="TrainingSentence.Predicted"/> of every sentence by a tagger trained on the other articles.</summary>
    public static void Jackknife(IReadOnlyList<TrainingSentence> sentences, int tags, int folds, int epochs)
    {
        for (var fold = 0; fold < folds; fold++)
        {
            var model = Train([.. sentences.Where(sentence => sentence.Article % folds != fold)], tags, epochs, seed: 100 + fold);
            foreach (var sentence in sentences.Where(sentence => sentence.Article % folds == fold))
            {
                sentence.Predicted = Tag(model, sentence.Types);
            }
        }
    }

    private static byte[] Tag(LinearModel model, WordType[] words)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        Span<short> scores = stackalloc short[model.Stride];
        var tags = new byte[words.Length];
        var style = GrammarReader.StyleOf(words);
        for (var i = 0; i < tags.Length; i++)
        {
            if (words[i].OnlyTag != 0)
            {
                tags[i] = words[i].OnlyTag;
                continue;
            }

            TaggerFeatures.Write(words, i, tags, style, features);
            model.Score(features, scores);
            tags[i] = (byte)(model.Best(scores) + 1);
        }

        return tags;
    }
}
