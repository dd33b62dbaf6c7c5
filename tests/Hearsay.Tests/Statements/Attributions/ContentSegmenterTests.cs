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
    [InlineData(7)]
    [InlineData(8)]
    public void Finds_the_likeliest_of_all_contents_or_the_one_that_overlaps_clearly_more(int seed)
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
        var total = Math.Log(all.Sum(entry => Math.Exp(entry.Score)));
        var likely = Enumerable.Range(0, frame.Count).Select(k => all.Where(entry => (entry.Set >> k & 1) == 1).Sum(entry => Math.Exp(entry.Score - total))).ToArray();
        var likeliest = all.MaxBy(entry => entry.Score).Set;
        var widest = all.MaxBy(entry => OverlapOf(entry.Set)).Set;
        var clearly = OverlapOf(widest) > OverlapOf(likeliest) + ContentSegmenter.ClearlyMore;
        Check(likeliest == 0 ? 0 : clearly ? widest : likeliest, force: false);
        Check(likeliest == 0 || clearly ? widest : likeliest, force: true);

        void Check(int expected, bool force)
        {
            var content = new List<int>();
            var segmenter = new ContentSegmenter(weights);
            var reading = segmenter.Find(text, candidate, probability, content);
            if (force && content.Count == 0) { reading = segmenter.Insist(content); }
            Assert.Equal(Enumerable.Range(0, frame.Count).Where(k => (expected >> k & 1) == 1).Select(k => frame.Words[k]), content);
            Assert.Equal(ScoreOf(expected) - total, reading.Logarithm, 9);
            Assert.Equal(OverlapOf(expected), reading.Overlap, 6);
        }

        double OverlapOf(int set)
        {
            var right = Enumerable.Range(0, frame.Count).Where(k => (set >> k & 1) == 1).Sum(k => likely[k]);
            return 2 * right / (int.PopCount(set) + likely.Sum());
        }

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
