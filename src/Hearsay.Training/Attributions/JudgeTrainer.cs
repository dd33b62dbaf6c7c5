using Hearsay.Statements.Attributions;
using Hearsay.Statements.Evaluation;

namespace Hearsay.Training.Attributions;

/// <summary>Learns to tell right proposals from wrong ones, and where to draw the line.</summary>
/// <remarks>
/// What is learned from are proposals for articles that the proposing parts did not see. The trees learn from linear scores that are cross-fitted again
/// (stacking: Wolpert, Neural Networks 1992), and the thresholds come from judgements by trees that did not see the article.
/// </remarks>
internal sealed class JudgeTrainer
{
    private static readonly TreeSettings Settings = new(Trees: 300, Depth: 5, Rate: 0.04, Ridge: 10, FeatureShare: 0.3, MinWeight: 15);

    private readonly FeatureMatrix matrix = new(17);
    private readonly FeatureBuffer features = new();
    private readonly List<Judged> judged = [];
    private readonly List<(int Row, bool Label)> rows = [];
    private readonly List<int> foldOf = [];

    private sealed record Judged(TrainingArticle Article, List<Proposal> Proposals, int FirstRow);

    /// <summary>Adds the proposals for an article of a fold.</summary>
    public void Add(TrainingArticle article, List<Proposal> proposals, int fold)
    {
        var right = ProposalJudge.Right(article, proposals);
        judged.Add(new Judged(article, proposals, matrix.Rows));
        for (var k = 0; k < proposals.Count; k++)
        {
            AcceptanceFeatures.Collect(article.Text, proposals, k, features);
            rows.Add((matrix.Add(features.Items), right[k]));
            foldOf.Add(fold);
        }
    }

    /// <summary>Learns the judge, and the thresholds at which the F1 of what is picked is best.</summary>
    public (AttributionJudge Judge, double Threshold, double Inner) Train(Action<string> log)
    {
        matrix.Close();
        var score = CrossFit(fold =>
        {
            var weights = LinearTrainer.Logistic(matrix, [.. rows.Where(row => foldOf[row.Row] != fold)], Learning.Cautious);
            return row =>
            {
                var sum = 0.0;
                foreach (var feature in matrix.Row(row))
                {
                    sum += weights[feature];
                }

                return sum;
            };
        });
        var table = Table(score);
        var boosted = CrossFit(fold =>
        {
            var trees = Grow(table, row => foldOf[row] != fold);
            return row => trees.Score(table[row]);
        });
        var gold = judged.Sum(entry => entry.Article.Gold.Length);
        log($"proposals: {rows.Count}, right {rows.Count(row => row.Label)}, gold {gold}");
        var probability = Array.ConvertAll(boosted, Logistic.Probability);
        var best = Thresholds(probability, gold);
        log($"acceptance: F1 {best.F1:F4} (cross-validated) at {best.Threshold:F3}, {best.Inner:F3} within contents; linear alone {Thresholds(Array.ConvertAll(score, Logistic.Probability), gold).F1:F4}");
        var picked = new ReliabilityTable();
        foreach (var entry in judged)
        {
            foreach (var k in Pick(entry, probability, best.Threshold, best.Inner))
            {
                picked.Add(probability[entry.FirstRow + k], rows[entry.FirstRow + k].Label);
            }
        }

        log($"confidence of what is picked (cross-validated)\n{picked}");
        var linear = matrix.Quantise(LinearTrainer.Logistic(matrix, rows, Learning.Cautious), 1);
        return (new AttributionJudge(linear, Grow(table, _ => true)), best.Threshold, best.Inner);
    }

    private double[] CrossFit(Func<int, Func<int, double>> learnWithout)
    {
        var score = new double[rows.Count];
        foreach (var fold in foldOf.Distinct().Order())
        {
            var scoreOf = learnWithout(fold);
            for (var row = 0; row < score.Length; row++)
            {
                score[row] = foldOf[row] == fold ? scoreOf(row) : score[row];
            }
        }

        return score;
    }

    private float[][] Table(double[] score)
    {
        var table = new float[rows.Count][];
        foreach (var (article, proposals, first) in judged)
        {
            var traits = new ProposalTraits(article.Text, proposals, score[first..(first + proposals.Count)]);
            for (var k = 0; k < proposals.Count; k++)
            {
                traits.Fill(k, table[first + k] = new float[ProposalTraits.Width]);
            }
        }

        return table;
    }

    private Models.TreeEnsemble Grow(float[][] table, Func<int, bool> uses)
    {
        var used = Enumerable.Range(0, rows.Count).Where(uses).ToArray();
        return TreeTrainer.Train(
            Array.ConvertAll(used, row => table[row]), Array.ConvertAll(used, row => rows[row].Label), Array.ConvertAll(used, _ => 1.0), Settings);
    }

    private static List<int> Pick(Judged entry, double[] probability, double threshold, double inner) =>
        Acceptance.Pick(entry.Article.Text, entry.Proposals, probability[entry.FirstRow..(entry.FirstRow + entry.Proposals.Count)], threshold, inner);

    private (double F1, double Threshold, double Inner) Thresholds(double[] probability, int gold)
    {
        var best = (F1: 0.0, Threshold: 0.5, Inner: 0.5);
        for (var threshold = 0.20; threshold < 0.60; threshold += 0.025)
        {
            foreach (var more in (ReadOnlySpan<double>)[0, 0.1, 0.2, 0.3])
            {
                var (count, right) = (0, 0);
                foreach (var entry in judged)
                {
                    foreach (var k in Pick(entry, probability, threshold, threshold + more))
                    {
                        count++;
                        right += rows[entry.FirstRow + k].Label ? 1 : 0;
                    }
                }

                var f1 = 2.0 * right / (count + gold);
                best = f1 > best.F1 ? (f1, threshold, threshold + more) : best;
            }
        }

        return best;
    }
}
