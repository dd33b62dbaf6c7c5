using Hearsay.Statements.Attributions;

namespace Hearsay.Tests.Statements.Attributions;

public class ContentSegmenterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Finds_the_best_of_all_possible_contents(int seed)
    {
        var random = new Random(seed);
        var weights = new HashedWeights([.. Enumerable.Range(0, 3 << 10).Select(_ => (short)random.Next(-900, 900))], 3, 0.0005);
        var frame = new ContentFrame();
        AttributionText text;
        Candidate candidate;
        do // until chance makes a sentence that is short enough to try everything
        {
            text = new AttributionText(ParsedText.Random(random.Next(), 1));
            candidate = new Candidate(text.Count / 2, 1, text.Count / 2, text.Count / 2, -1, 1, 0, -1);
            frame.Open(text, candidate, new float[text.Count]);
        }
        while (frame.Count is < 4 or > 14);

        var probability = new float[text.Count];
        var features = new FeatureBuffer();
        var scores = new List<(double Within, double Start, double End)>();
        for (var k = 0; k < frame.Count; k++)
        {
            frame.Collect(k, probability, features);
            scores.Add(weights.Score3(features.Items));
        }

        var all = Enumerable.Range(0, 1 << frame.Count).Select(set => (Set: set, Score: ScoreOf(set))).ToList();
        var most = all.MaxBy(entry => entry.Score);
        var total = Math.Log(all.Sum(entry => Math.Exp(entry.Score)));
        var content = new List<int>();
        var logarithm = new ContentSegmenter(weights).Find(text, candidate, probability, content, force: false);
        Assert.Equal(Enumerable.Range(0, frame.Count).Where(k => (most.Set >> k & 1) == 1).Select(k => frame.Words[k]), content);
        Assert.Equal(most.Score - total, logarithm, 9);

        var forced = all.Where(entry => entry.Set != 0).MaxBy(entry => entry.Score);
        new ContentSegmenter(weights).Find(text, candidate, probability, content, force: true);
        Assert.Equal(Enumerable.Range(0, frame.Count).Where(k => (forced.Set >> k & 1) == 1).Select(k => frame.Words[k]), content);

        double ScoreOf(int set)
        {
            var score = 0.0;
            for (var k = 0; k < frame.Count; k++)
            {
                if ((set >> k & 1) == 0) { continue; }
                score += scores[k].Within;
                score += k == 0 || (set >> (k - 1) & 1) == 0 ? scores[k].Start : 0;
                score += k + 1 == frame.Count || (set >> (k + 1) & 1) == 0 ? scores[k].End : 0;
            }

            return score;
        }
    }
}
