using Hearsay.Statements.Attributions;

namespace Hearsay.Tests.Statements.Attributions;

public class HashedWeightsTests
{
    [Fact]
    public void Three_outputs_are_the_sums_of_each_bucket_s_three_weights()
    {
        const double Step = 0.25;
        var random = new Random(5);
        short[] weights = [.. Enumerable.Range(0, 3 << 8).Select(_ => (short)random.Next(short.MinValue, short.MaxValue + 1))];
        uint[] features = [.. Enumerable.Range(0, 300).Select(_ => (uint)random.NextInt64(uint.MaxValue))];
        int[] sums = [.. Enumerable.Range(0, 3).Select(output => features.Sum(feature => (int)weights[((int)(feature & 255) * 3) + output]))];
        Assert.Equal((sums[0] * Step, sums[1] * Step, sums[2] * Step), new HashedWeights(weights, 3, Step).Score3(features));
    }

    [Fact]
    public void A_sentence_of_nothing_but_cues_is_followed_at_its_likeliest()
    {
        var said = string.Join('\n', Enumerable.Range(1, 200).Select(k => $"said say VBD {k - 1} ccomp"));
        var text = new AttributionText(ParsedText.Read(said));
        var probability = Enumerable.Range(0, text.Count).Select(k => k % 3 == 0 ? 0.9f : 0.2f).ToArray();
        var proposals = new AttributionProposer(AttributionModelFileTests.RandomModel(1).Parts).Propose(text, probability);
        Assert.Equal(Enumerable.Range(0, AttributionProposer.MostCues).Select(k => 3 * k), proposals.Select(proposal => proposal.Candidate.Head));
    }
}
