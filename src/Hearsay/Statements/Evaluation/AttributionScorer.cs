using System.Collections.Frozen;

namespace Hearsay.Statements.Evaluation;

/// <summary>Compares predicted attributions of one text with gold ones.</summary>
public static class AttributionScorer
{
    /// <summary>Scores one article.</summary>
    /// <param name="text">The article.</param>
    /// <param name="predicted">What was found; duplicates count as further predictions.</param>
    /// <param name="gold">What should have been found.</param>
    /// <exception cref="ArgumentException">A span is empty or lies outside the text.</exception>
    public static AttributionScores Score(string text, IEnumerable<AttributionRelation> predicted, IEnumerable<AttributionRelation> gold)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scored = new ScoredText(text);
        Keyed[] left = [.. predicted.Select(relation => Keyed.Of(scored, relation))];
        Keyed[] right = [.. gold.Select(relation => Keyed.Of(scored, relation))];

        var pairing = Pair(left, right, IsRight);
        var contentOnly = Pair(left, right, (p, g) => ContentF1(p, g) >= 0.5);
        var strict = Pair(left, right, (p, g) => ContentF1(p, g) >= 0.9 && p.Source.SetEquals(g.Source));
        var found = pairing.Keys.ToFrozenSet();
        var kinds = right.Select((g, index) => (Kind: scored.KindOf(g.Content), Found: found.Contains(index))).ToList();

        return new AttributionScores
        {
            Articles = 1,
            ExactCue = Exact(left, right, (p, g) => p.Cue.Count > 0 && p.Cue.SetEquals(g.Cue)),
            ExactSource = Exact(left, right, (p, g) => SameCue(p, g) && p.Source.SetEquals(g.Source)),
            ExactContent = Exact(left, right, (p, g) => SameCue(p, g) && p.Content.SetEquals(g.Content)),
            ExactAll = Exact(left, right, (p, g) => p.Cue.Count > 0 && p.Cue.SetEquals(g.Cue) && p.Source.SetEquals(g.Source) && p.Content.SetEquals(g.Content)),
            OverlapCue = Overlap(left, right, key => key.Cue),
            OverlapSource = Overlap(left, right, key => key.Source),
            OverlapContent = Overlap(left, right, key => key.Content),
            Attribution = new Tally(pairing.Count, left.Length, pairing.Count, right.Length),
            ContentOnly = new Tally(contentOnly.Count, left.Length, contentOnly.Count, right.Length),
            Strict = new Tally(strict.Count, left.Length, strict.Count, right.Length),
            ByKind = [.. new[] { StatementKind.Direct, StatementKind.Mixed, StatementKind.Indirect }
                .Select(kind => (kind, kinds.Count(k => k.Kind == kind && k.Found), kinds.Count(k => k.Kind == kind)))],
        };
    }

    /// <summary>For each predicted attribution whether it is paired with a gold one: half of the content right, and the source.</summary>
    /// <param name="text">The article.</param>
    /// <param name="predicted">What was found.</param>
    /// <param name="gold">What should have been found.</param>
    /// <exception cref="ArgumentException">A span is empty or lies outside the text.</exception>
    public static IReadOnlyList<bool> RightOf(string text, IEnumerable<AttributionRelation> predicted, IEnumerable<AttributionRelation> gold)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scored = new ScoredText(text);
        Keyed[] left = [.. predicted.Select(relation => Keyed.Of(scored, relation))];
        var paired = Pair(left, [.. gold.Select(relation => Keyed.Of(scored, relation))], IsRight).Values.ToHashSet();
        return [.. Enumerable.Range(0, left.Length).Select(paired.Contains)];
    }

    private static bool IsRight(Keyed p, Keyed g) => ContentF1(p, g) >= 0.5 && SameSource(p, g);

    private static double ContentF1(Keyed p, Keyed g) => p.Content.Count == 0 || g.Content.Count == 0
        ? 0
        : 2.0 * p.Content.Count(g.Content.Contains) / (p.Content.Count + g.Content.Count);

    private static bool SameSource(Keyed p, Keyed g) => p.Source.Overlaps(g.Source) || (p.Source.Count == 0 && g.Source.Count == 0);

    private static bool SameCue(Keyed p, Keyed g) =>
        p.Cue.Overlaps(g.Cue) || (p.Cue.Count == 0 && g.Cue.Count == 0 && p.Content.Overlaps(g.Content));

    private static Tally Exact(Keyed[] left, Keyed[] right, Func<Keyed, Keyed, bool> same) =>
        new(left.Count(p => right.Any(g => same(p, g))), left.Length, right.Count(g => left.Any(p => same(p, g))), right.Length);

    private static Tally Overlap(Keyed[] left, Keyed[] right, Func<Keyed, FrozenSet<int>> role)
    {
        var (p, g) = (Count(left), Count(right));
        var hit = p.Sum(entry => Math.Min(entry.Value, g.GetValueOrDefault(entry.Key)));
        return new Tally(hit, p.Values.Sum(), hit, g.Values.Sum());

        Dictionary<int, int> Count(Keyed[] relations) =>
            relations.SelectMany(relation => role(relation)).CountBy(token => token).ToDictionary();
    }

    /// <summary>Maximum bipartite matching by augmenting paths; gives for each gold that was met the one that met it.</summary>
    private static Dictionary<int, int> Pair(Keyed[] left, Keyed[] right, Func<Keyed, Keyed, bool> may)
    {
        var edges = left.Select(p => Enumerable.Range(0, right.Length)
            .Where(j => p.Content.Overlaps(right[j].Content) && may(p, right[j])).ToArray()).ToArray();
        var partner = Enumerable.Repeat(-1, right.Length).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            Augment(i, new bool[right.Length]);
        }

        return Enumerable.Range(0, right.Length).Where(j => partner[j] >= 0).ToDictionary(j => j, j => partner[j]);

        bool Augment(int i, bool[] seen)
        {
            foreach (var j in edges[i])
            {
                if (seen[j]) { continue; }
                seen[j] = true;
                if (partner[j] < 0 || Augment(partner[j], seen))
                {
                    partner[j] = i;
                    return true;
                }
            }

            return false;
        }
    }

    private sealed record Keyed(FrozenSet<int> Source, FrozenSet<int> Cue, FrozenSet<int> Content)
    {
        public static Keyed Of(ScoredText text, AttributionRelation relation) =>
            new(text.Key(relation.Source), text.Key(relation.Cue), text.Key(relation.Content));
    }
}
