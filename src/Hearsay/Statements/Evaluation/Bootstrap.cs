namespace Hearsay.Statements.Evaluation;

/// <summary>How far a figure over a corpus may be off by the choice of its articles: the percentile bootstrap (Efron, Annals of Statistics 1979).</summary>
public static class Bootstrap
{
    private const int Resamples = 1000;

    /// <summary>The 95 % interval of each measure, over resamples of the articles with a fixed seed.</summary>
    /// <param name="articles">The scores of each article; at least one.</param>
    /// <param name="add">Adds the scores of two.</param>
    /// <param name="measures">The measures of summed scores, always as many and in the same order.</param>
    public static IReadOnlyList<(double Low, double High)> Intervals<T>(IReadOnlyList<T> articles, Func<T, T, T> add, Func<T, IEnumerable<double>> measures)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(add);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentOutOfRangeException.ThrowIfZero(articles.Count);
        var random = new Random(0);
        var samples = new List<double>[measures(articles[0]).Count()];
        for (var m = 0; m < samples.Length; m++)
        {
            samples[m] = new List<double>(Resamples);
        }

        for (var i = 0; i < Resamples; i++)
        {
            var sum = articles[random.Next(articles.Count)];
            for (var j = 1; j < articles.Count; j++)
            {
                sum = add(sum, articles[random.Next(articles.Count)]);
            }

            foreach (var (m, value) in measures(sum).Index())
            {
                samples[m].Add(value);
            }
        }

        return [.. samples.Select(values =>
        {
            values.Sort();
            return (values[(int)(Resamples * 0.025)], values[(int)(Resamples * 0.975)]);
        })];
    }
}
