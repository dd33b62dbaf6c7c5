using System.Diagnostics;
using Hearsay.Statements.Attributions;

namespace Hearsay.Training.Attributions;

/// <summary>Learns the models of attribution from annotated articles.</summary>
internal sealed class AttributionTrainer(Action<string> log)
{
    public const int Folds = 4;

    /// <summary>Pull of every weight towards 0.</summary>
    public const double Pull = 1e-4;

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly FeatureBuffer features = new();
    private readonly CueSentence sentence = new();

    /// <summary>Learns everything: the parts, and the acceptance of what they propose for articles that they did not learn from.</summary>
    public AttributionModel Train(IReadOnlyList<TrainingArticle> articles)
    {
        var counts = new LemmaCounts(articles);
        foreach (var article in articles)
        {
            counts.Without(article).Apply(article.Text);
        }

        Log($"read {articles.Count} articles");
        var cueMatrix = new FeatureMatrix(19);
        var cueRows = new List<(int Article, int Token, int Row, bool Label)>();
        for (var a = 0; a < articles.Count; a++)
        {
            var text = articles[a].Text;
            articles[a].CueProbability = new float[text.Count];
            var heads = articles[a].Gold.Select(gold => gold.Cue.Head).ToHashSet();
            for (var s = 0; s < text.Document.Sentences.Length; s++)
            {
                sentence.Open(text, s);
                var (start, end) = text.TokensOf(s);
                for (var t = start; t < end; t++)
                {
                    if (text.Rate[t] > 0)
                    {
                        sentence.Collect(t, features);
                        cueRows.Add((a, t, cueMatrix.Add(features.Items), heads.Contains(t)));
                    }
                }
            }
        }

        cueMatrix.Close();
        Log($"cues: {cueRows.Count} candidates, {cueRows.Count(row => row.Label)} heads, {cueMatrix.Features} features");
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = LearnCues(row => row.Article % Folds != fold);
            foreach (var (article, token, row, _) in cueRows.Where(row => row.Article % Folds == fold))
            {
                var score = 0.0;
                foreach (var feature in cueMatrix.Row(row))
                {
                    score += weights[feature];
                }

                articles[article].CueProbability[token] = (float)Logistic.Probability(score);
            }
        }

        var cue = cueMatrix.Quantise(LearnCues(_ => true), 1);
        Log($"cues learned: F1 of heads {CueF1(articles, cueRows):F4} (cross-validated)");

        var parts = new PartsTrainer(articles);
        Log("features of the other parts collected");
        var rates = counts.All();
        var acceptanceMatrix = new FeatureMatrix(17);
        var acceptanceRows = new List<(int Row, bool Label)>();
        var judged = new List<(TrainingArticle Article, List<Proposal> Proposals, int FirstRow)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var finder = new AttributionProposer(parts.Learn(rates, cue, article => article % Folds != fold));
            for (var a = fold; a < articles.Count; a += Folds)
            {
                var proposals = finder.Propose(articles[a].Text, articles[a].CueProbability);
                var right = ProposalJudge.Right(articles[a], proposals);
                judged.Add((articles[a], proposals, acceptanceMatrix.Rows));
                for (var k = 0; k < proposals.Count; k++)
                {
                    AcceptanceFeatures.Collect(articles[a].Text, proposals, k, features);
                    acceptanceRows.Add((acceptanceMatrix.Add(features.Items), right[k]));
                }
            }

            Log($"fold {fold} proposed");
        }

        acceptanceMatrix.Close();
        var (threshold, inner) = Thresholds(acceptanceMatrix, acceptanceRows, judged);
        var acceptance = acceptanceMatrix.Quantise(LinearTrainer.Logistic(acceptanceMatrix, acceptanceRows, Pull), 1);
        var final = parts.Learn(rates, cue, _ => true);
        Log("all parts learned");
        return new AttributionModel(final, acceptance, threshold, inner);

        float[] LearnCues(Func<(int Article, int Token, int Row, bool Label), bool> which) =>
            LinearTrainer.Logistic(cueMatrix, [.. cueRows.Where(which).Select(row => (row.Row, row.Label))], Pull);
    }

    private static double CueF1(IReadOnlyList<TrainingArticle> articles, List<(int Article, int Token, int Row, bool Label)> rows)
    {
        var ranked = rows.OrderByDescending(row => articles[row.Article].CueProbability[row.Token]).ToList();
        var gold = articles.Sum(article => article.Gold.Select(entry => entry.Cue.Head).Distinct().Count());
        var (right, best) = (0, 0.0);
        for (var k = 0; k < ranked.Count; k++)
        {
            right += ranked[k].Label ? 1 : 0;
            best = Math.Max(best, 2.0 * right / (k + 1 + gold));
        }

        return best;
    }

    // Probabilities of proposals by models that did not see their article, and the thresholds at which the F1 of what is picked is best.
    private (double Threshold, double Inner) Thresholds(
        FeatureMatrix matrix, List<(int Row, bool Label)> rows, List<(TrainingArticle Article, List<Proposal> Proposals, int FirstRow)> judged)
    {
        var probability = new double[rows.Count];
        var foldOf = new int[rows.Count];
        for (var i = 0; i < judged.Count; i++)
        {
            for (var k = 0; k < judged[i].Proposals.Count; k++)
            {
                foldOf[judged[i].FirstRow + k] = i % Folds;
            }
        }

        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = LinearTrainer.Logistic(matrix, [.. rows.Where(row => foldOf[row.Row] != fold)], Pull);
            foreach (var (row, _) in rows.Where(row => foldOf[row.Row] == fold))
            {
                var score = 0.0;
                foreach (var feature in matrix.Row(row))
                {
                    score += weights[feature];
                }

                probability[row] = Logistic.Probability(score);
            }
        }

        var gold = judged.Sum(entry => entry.Article.Gold.Length);
        var best = (F1: 0.0, Threshold: 0.5, Inner: 0.5);
        for (var threshold = 0.20; threshold < 0.60; threshold += 0.025)
        {
            foreach (var more in (ReadOnlySpan<double>)[0, 0.1, 0.2, 0.3])
            {
                var (picked, right) = (0, 0);
                foreach (var (article, proposals, first) in judged)
                {
                    var own = probability.AsSpan(first, proposals.Count).ToArray();
                    foreach (var k in Acceptance.Pick(article.Text, proposals, own, threshold, threshold + more))
                    {
                        picked++;
                        right += rows[first + k].Label ? 1 : 0;
                    }
                }

                var f1 = 2.0 * right / (picked + gold);
                best = f1 > best.F1 ? (f1, threshold, threshold + more) : best;
            }
        }

        Log($"proposals: {rows.Count}, right {rows.Count(row => row.Label)}, gold {gold}");
        Log($"acceptance: F1 {best.F1:F4} (cross-validated) at {best.Threshold:F3}, {best.Inner:F3} within contents");
        return (best.Threshold, best.Inner);
    }

    private void Log(string message) => log($"{watch.Elapsed.TotalSeconds,6:F0} s  {message}");
}
