using Hearsay.Models;

namespace Hearsay.Training;

/// <summary>How trees are grown.</summary>
/// <param name="Trees">Number of trees.</param>
/// <param name="Depth">Splits from root to leaf.</param>
/// <param name="Rate">Share of each tree's step that is taken.</param>
/// <param name="Ridge">Weight that holds leaves towards zero.</param>
/// <param name="FeatureShare">Share of the features that each tree may use.</param>
/// <param name="MinWeight">Least curvature on either side of a split.</param>
internal sealed record TreeSettings(int Trees = 150, int Depth = 4, double Rate = 0.1, double Ridge = 2, double FeatureShare = 0.5, double MinWeight = 2);

/// <summary>Grows a <see cref="TreeEnsemble"/> for a yes-or-no question by gradient boosting with second-order steps on binned features.</summary>
internal static class TreeTrainer
{
    private const int Bins = 48;

    /// <summary>Grows the trees. The same rows give the same trees.</summary>
    /// <param name="rows">Features, one array a row.</param>
    /// <param name="labels">True where the answer is yes.</param>
    /// <param name="weights">How much each row counts; they should average about 1.</param>
    /// <param name="settings">How to grow them.</param>
    public static TreeEnsemble Train(IReadOnlyList<float[]> rows, IReadOnlyList<bool> labels, IReadOnlyList<double> weights, TreeSettings settings)
    {
        var featureCount = rows[0].Length;
        var edges = new float[featureCount][];
        var binned = new byte[featureCount][];
        Parallel.For(0, featureCount, f =>
        {
            edges[f] = Edges(rows, f);
            binned[f] = new byte[rows.Count];
            for (var i = 0; i < rows.Count; i++)
            {
                var at = Array.BinarySearch(edges[f], rows[i][f]);
                binned[f][i] = (byte)(at >= 0 ? at : ~at);
            }
        });

        var scores = new double[rows.Count];
        var gradient = new double[rows.Count];
        var curvature = new double[rows.Count];
        var splits = (1 << settings.Depth) - 1;
        var (features, thresholds, leaves) = (new List<int>(), new List<float>(), new List<float>());
        var random = new Random(7);
        for (var tree = 0; tree < settings.Trees; tree++)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var p = 1 / (1 + Math.Exp(-scores[i]));
                gradient[i] = weights[i] * (p - (labels[i] ? 1 : 0));
                curvature[i] = weights[i] * Math.Max(p * (1 - p), 1e-6);
            }

            var allowed = Enumerable.Range(0, featureCount).Where(_ => random.NextDouble() < settings.FeatureShare).ToArray();
            var node = new int[rows.Count];
            var treeFeatures = new int[splits];
            var treeThresholds = new float[splits];
            for (var level = 0; level < settings.Depth; level++)
            {
                var first = (1 << level) - 1;
                var count = 1 << level;
                var best = new (double Gain, int Feature, int Bin)[count];
                var gate = new Lock();
                Parallel.ForEach(allowed, new ParallelOptions { MaxDegreeOfParallelism = 2 }, f =>
                {
                    var found = BestSplits(binned[f], node, gradient, curvature, first, count, settings);
                    lock (gate)
                    {
                        for (var n = 0; n < count; n++)
                        {
                            if (found[n].Gain > best[n].Gain + 1e-9 || (Math.Abs(found[n].Gain - best[n].Gain) <= 1e-9 && found[n].Gain > 0 && f < best[n].Feature)) { best[n] = (found[n].Gain, f, found[n].Bin); }
                        }
                    }
                });
                for (var n = 0; n < count; n++)
                {
                    treeFeatures[first + n] = best[n].Feature;
                    treeThresholds[first + n] = best[n].Gain > 0 && best[n].Bin < edges[best[n].Feature].Length ? edges[best[n].Feature][best[n].Bin] : float.MaxValue;
                }

                for (var i = 0; i < rows.Count; i++)
                {
                    node[i] = 2 * node[i] + (rows[i][treeFeatures[node[i]]] <= treeThresholds[node[i]] ? 1 : 2);
                }
            }

            var sumGradient = new double[splits + 1];
            var sumCurvature = new double[splits + 1];
            for (var i = 0; i < rows.Count; i++)
            {
                sumGradient[node[i] - splits] += gradient[i];
                sumCurvature[node[i] - splits] += curvature[i];
            }

            var treeLeaves = new float[splits + 1];
            for (var l = 0; l <= splits; l++) { treeLeaves[l] = (float)Math.Round(-settings.Rate * sumGradient[l] / (sumCurvature[l] + settings.Ridge), 4); }
            for (var i = 0; i < rows.Count; i++) { scores[i] += treeLeaves[node[i] - splits]; }
            features.AddRange(treeFeatures);
            thresholds.AddRange(treeThresholds);
            leaves.AddRange(treeLeaves);
        }

        return new TreeEnsemble(settings.Depth, [.. features], [.. thresholds], [.. leaves]);
    }

    private static (double Gain, int Bin)[] BestSplits(byte[] bins, int[] node, double[] gradient, double[] curvature, int first, int count, TreeSettings settings)
    {
        var g = new double[count * (Bins + 1)];
        var h = new double[count * (Bins + 1)];
        for (var i = 0; i < bins.Length; i++)
        {
            var at = (node[i] - first) * (Bins + 1) + bins[i];
            g[at] += gradient[i];
            h[at] += curvature[i];
        }

        var best = new (double Gain, int Bin)[count];
        for (var n = 0; n < count; n++)
        {
            double allG = 0, allH = 0;
            for (var b = 0; b <= Bins; b++) { allG += g[n * (Bins + 1) + b]; allH += h[n * (Bins + 1) + b]; }
            double leftG = 0, leftH = 0;
            for (var b = 0; b < Bins; b++)
            {
                leftG += g[n * (Bins + 1) + b];
                leftH += h[n * (Bins + 1) + b];
                if (leftH < settings.MinWeight || allH - leftH < settings.MinWeight) { continue; }
                var gain = leftG * leftG / (leftH + settings.Ridge) + (allG - leftG) * (allG - leftG) / (allH - leftH + settings.Ridge) - allG * allG / (allH + settings.Ridge);
                if (gain > best[n].Gain) { best[n] = (gain, b); }
            }
        }

        return best;
    }

    private static float[] Edges(IReadOnlyList<float[]> rows, int feature)
    {
        var values = new float[rows.Count];
        for (var i = 0; i < values.Length; i++) { values[i] = rows[i][feature]; }
        Array.Sort(values);
        var distinct = values.Distinct().ToArray();
        if (distinct.Length <= Bins) { return distinct; }
        return Enumerable.Range(1, Bins - 1).Select(b => values[(int)((long)b * values.Length / Bins)]).Distinct().ToArray();
    }
}
