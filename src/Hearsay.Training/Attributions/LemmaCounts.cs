using Hearsay.Statements.Attributions;

namespace Hearsay.Training.Attributions;

/// <summary>How often each lemma occurs and heads a cue, with or without an article's own share.</summary>
internal sealed class LemmaCounts
{
    private readonly SortedDictionary<uint, (int Cues, int All)> counts = [];

    public LemmaCounts(IEnumerable<TrainingArticle> articles)
    {
        foreach (var article in articles)
        {
            foreach (var (key, (cues, all)) in Of(article))
            {
                var sum = counts.GetValueOrDefault(key);
                counts[key] = (sum.Cues + cues, sum.All + all);
            }
        }
    }

    /// <summary>The rates over all articles: of lemmas that were a cue or are common.</summary>
    public CueRates All() => Rates(counts.Where(entry => entry.Value.Cues > 0 || entry.Value.All >= 20).Select(entry => (entry.Key, entry.Value.Cues, entry.Value.All)));

    /// <summary>The rates of the lemmas of an article, from the other articles only.</summary>
    public CueRates Without(TrainingArticle article) => Rates(Of(article).Select(entry =>
    {
        var sum = counts[entry.Key];
        return (entry.Key, sum.Cues - entry.Value.Cues, sum.All - entry.Value.All);
    }));

    private static CueRates Rates(IEnumerable<(uint Key, int Cues, int All)> entries)
    {
        var list = entries.ToList();
        return new CueRates([.. list.Select(entry => entry.Key)], [.. list.Select(entry => CueRates.StepOf(entry.Cues, entry.All))]);
    }

    private static SortedDictionary<uint, (int Cues, int All)> Of(TrainingArticle article)
    {
        var own = new SortedDictionary<uint, (int Cues, int All)>();
        for (var t = 0; t < article.Text.Count; t++)
        {
            var key = CueRates.KeyOf(article.Text, t);
            var sum = own.GetValueOrDefault(key);
            own[key] = (sum.Cues, sum.All + 1);
        }

        foreach (var head in article.Gold.Select(gold => gold.Cue.Head).Where(head => head >= 0).Distinct())
        {
            var key = CueRates.KeyOf(article.Text, head);
            own[key] = (own[key].Cues + 1, own[key].All);
        }

        return own;
    }
}
