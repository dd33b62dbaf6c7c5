using Hearsay.Statements.Attributions;

namespace Hearsay.Training.Attributions;

/// <summary>Tells which proposals meet a gold attribution, one to one: half of the content and a word of the source.</summary>
internal static class ProposalJudge
{
    /// <summary>For each proposal whether it is right; where several meet one gold, the one with the better cue, then the better content.</summary>
    public static bool[] Right(TrainingArticle article, IReadOnlyList<Proposal> proposals)
    {
        var met = Meet(article, proposals);
        return [.. Enumerable.Range(0, proposals.Count).Select(met.ContainsKey)];
    }

    /// <summary>For each proposal that is right the gold that it meets, by their indices.</summary>
    public static Dictionary<int, int> Meet(TrainingArticle article, IReadOnlyList<Proposal> proposals)
    {
        var pairs = new List<(double Score, int Proposal, int Gold)>();
        for (var p = 0; p < proposals.Count; p++)
        {
            var (candidate, content) = (proposals[p].Candidate, proposals[p].Content);
            for (var g = 0; g < article.Gold.Length; g++)
            {
                var gold = article.Gold[g];
                var common = AcceptanceFeatures.Common(content, gold.Content);
                var f1 = common == 0 ? 0 : 2.0 * common / (content.Length + gold.Content.Length);
                if (f1 >= 0.5 && SameSource(candidate, gold))
                {
                    var sameCue = candidate.Head >= gold.Cue.CueFirst && candidate.Head <= gold.Cue.CueLast;
                    pairs.Add((f1 + (sameCue ? 1 : 0), p, g));
                }
            }
        }

        var goldOf = new Dictionary<int, int>();
        var met = new bool[article.Gold.Length];
        foreach (var (_, p, g) in pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Proposal))
        {
            if (!met[g] && goldOf.TryAdd(p, g))
            {
                met[g] = true;
            }
        }

        return goldOf;
    }

    private static bool SameSource(Candidate candidate, GoldAttribution gold) => candidate.Source < 0
        ? gold.Cue.Source < 0 && !gold.SourceElsewhere
        : gold.Cue.Source >= 0 && candidate.SourceFirst <= gold.Cue.SourceLast && gold.Cue.SourceFirst <= candidate.SourceLast;
}
