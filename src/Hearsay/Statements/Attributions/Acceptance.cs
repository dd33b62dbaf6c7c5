namespace Hearsay.Statements.Attributions;

/// <summary>Picks the proposals that stand together.</summary>
internal static class Acceptance
{
    /// <summary>Picks the likeliest first, then those that do not stand in the way of what is picked: another cue for the same content, side by side, never stands.</summary>
    /// <param name="text">The document.</param>
    /// <param name="proposals">Its proposals.</param>
    /// <param name="probability">How likely each is right.</param>
    /// <param name="threshold">Least probability of an attribution that stands alone.</param>
    /// <param name="innerThreshold">Least probability of one whose cue lies within the content of what is picked, or the reverse.</param>
    /// <returns>Indices of the picked proposals in text order.</returns>
    public static List<int> Pick(AttributionText text, IReadOnlyList<Proposal> proposals, double[] probability, double threshold, double innerThreshold)
    {
        var order = Enumerable.Range(0, proposals.Count).Where(k => probability[k] >= threshold && proposals[k].Content.Length > 0)
            .OrderByDescending(k => probability[k]).ThenBy(k => k);
        var owner = new int[text.Count];
        var heads = new bool[text.Count];
        var picked = new List<int>();
        foreach (var k in order)
        {
            var proposal = proposals[k];
            var taken = proposal.Content.Count(token => owner[token] > 0);
            var inner = owner[proposal.Candidate.Head] > 0 || Array.Exists(proposal.Content, token => heads[token]);
            if (inner ? probability[k] < innerThreshold : 2 * taken > proposal.Content.Length)
            {
                continue;
            }

            picked.Add(k);
            heads[proposal.Candidate.Head] = true;
            foreach (var token in proposal.Content)
            {
                owner[token]++;
            }
        }

        picked.Sort();
        return picked;
    }
}
