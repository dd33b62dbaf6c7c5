using Hearsay.Language;

namespace Hearsay.Training.Language.Parsing;

/// <summary>How the parser's network learns.</summary>
/// <param name="Epochs">Passes over the corpus.</param>
/// <param name="Rate">Adam's rate after warming up; it falls in a straight line to nearly nothing.</param>
/// <param name="Values">Share of elements switched off.</param>
/// <param name="Words">Share of words made unknown.</param>
/// <param name="Trust">Share of what is learnt that a teacher says, where there is one.</param>
/// <param name="Batch">Sentences a step.</param>
internal sealed record ParserSchedule(int Epochs, float Rate = 2e-3f, float Values = 0.2f, float Words = 0.12f, float Trust = 0, int Batch = 32);

/// <summary>
/// Trains the network on two threads. Each batch is cut into two shares by its sentences' places alone, and the shares' gradients are summed in order:
/// the same examples give the same weights on any number of cores.
/// </summary>
internal static class ParserLearning
{
    private const int Shares = 2;
    private const int LongestWarmUp = 200;
    private const int MeanEvery = 10;

    /// <summary>From which part of training on the weights' mean is taken.</summary>
    private const double MeanFrom = 0.8;

    /// <summary>Learns; the result is the mean of the weights over the last part.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="shape">Sizes of the network.</param>
    /// <param name="schedule">How.</param>
    /// <param name="seed">Start of all chance.</param>
    /// <param name="afterEpoch">Called after each epoch with a line to report and the weights as they are.</param>
    public static ParserWeights Train(IReadOnlyList<ParserExample> examples, ParserShape shape, ParserSchedule schedule, ulong seed, Action<string, ParserWeights> afterEpoch)
    {
        var weights = ParserWeights.Random(shape, seed);
        var update = new AdamUpdate(weights);
        var gradients = Enumerable.Range(0, Shares).Select(_ => new ParserGradients(weights)).ToArray();
        var passes = Enumerable.Range(0, Shares).Select(_ => new ParserPass(weights) { Dropout = (schedule.Values, schedule.Words), Trust = schedule.Trust }).ToArray();
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var dice = new Dice(seed + 1);
        var perEpoch = (order.Length + schedule.Batch - 1) / schedule.Batch;
        var (step, steps) = (0, perEpoch * schedule.Epochs);
        var warmUp = Math.Min(LongestWarmUp, 1 + (steps / 10));
        for (var epoch = 0; epoch < schedule.Epochs; epoch++)
        {
            dice.Shuffle(order);
            var (loss, words) = (0.0, 0);
            for (var from = 0; from < order.Length; from += schedule.Batch, step++)
            {
                var shares = Share(order.AsSpan(from, Math.Min(schedule.Batch, order.Length - from)), examples);
                var count = shares.Sum(share => share.Sum(example => example.Heads.Length));
                var at = step;
                Parallel.For(0, Shares, share => passes[share].Learn(shares[share], gradients[share], 1f / count, Seed(seed, at, share)));
                gradients[0].Take(gradients[1]);
                loss += passes.Sum(pass => pass.Loss);
                words += count;
                update.Step(gradients[0], schedule.Rate * Math.Min(1f, (step + 1f) / warmUp) * Math.Max(0.02f, 1 - ((float)step / steps)));
                if (step >= steps * MeanFrom && step % MeanEvery == 0)
                {
                    update.Remember();
                }
            }

            afterEpoch($"  epoch {epoch + 1} of {schedule.Epochs}: loss {loss / words:F3} a word", weights);
        }

        update.Remember();
        return update.ToMean();
    }

    /// <summary>Two shares of about the same number of words: each sentence, longest first, goes to the share that has fewer.</summary>
    private static List<ParserExample>[] Share(ReadOnlySpan<int> batch, IReadOnlyList<ParserExample> examples)
    {
        var shares = new List<ParserExample>[] { [], [] };
        var sizes = new int[Shares];
        foreach (var index in batch.ToArray().OrderByDescending(index => examples[index].Heads.Length).ThenBy(index => index))
        {
            var share = sizes[1] < sizes[0] ? 1 : 0;
            shares[share].Add(examples[index]);
            sizes[share] += examples[index].Heads.Length;
        }

        return shares;
    }

    private static ulong Seed(ulong seed, int step, int share) => unchecked((seed * 0x2545F4914F6CDD1D) + (((ulong)step * Shares) + (ulong)share + 1) * 0x9E3779B97F4A7C15);
}
