using System.Diagnostics;
using Hearsay.Statements.Attributions;

namespace Hearsay.Training.Attributions;

/// <summary>Learns the models of attribution from annotated articles.</summary>
internal sealed class AttributionTrainer(Action<string> log)
{
    public const int Folds = 4;

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
        var judge = new JudgeTrainer();
        for (var fold = 0; fold < Folds; fold++)
        {
            var finder = new AttributionProposer(parts.Learn(rates, cue, article => article % Folds != fold));
            for (var a = fold; a < articles.Count; a += Folds)
            {
                judge.Add(articles[a], finder.Propose(articles[a].Text, articles[a].CueProbability), fold);
            }

            Log($"fold {fold} proposed");
        }

        var (judgement, threshold, inner) = judge.Train(Log);
        var final = parts.Learn(rates, cue, _ => true);
        Log("all parts learned");
        return new AttributionModel(final, judgement, threshold, inner);

        float[] LearnCues(Func<(int Article, int Token, int Row, bool Label), bool> which) =>
            LinearTrainer.Logistic(cueMatrix, [.. cueRows.Where(which).Select(row => (row.Row, row.Label))], Learning.Cautious);
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

    private void Log(string message) => log($"{watch.Elapsed.TotalSeconds,6:F0} s  {message}");
}
