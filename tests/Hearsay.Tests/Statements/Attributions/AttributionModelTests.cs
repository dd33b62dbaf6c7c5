using Hearsay.Statements.Attributions;

namespace Hearsay.Tests.Statements.Attributions;

public class AttributionModelTests
{
    [Fact]
    public void Spans_are_valid_whatever_the_text_and_tree()
    {
        var found = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var model = AttributionModelFileTests.RandomModel(seed % 5);
            var document = ParsedText.Random(seed);
            foreach (var attribution in model.Find(document))
            {
                found++;
                Assert.InRange(attribution.Confidence, 0, 1);
                Assert.NotEmpty(attribution.Content);
                foreach (var span in attribution.Content.Append(attribution.Cue).Append(attribution.Source ?? attribution.Cue))
                {
                    Assert.False(span.IsEmpty);
                    Assert.True(new TextSpan(0, document.Text.Length).Contains(span));
                    Assert.Equal(span, span.Trim(document.Text));
                }

                foreach (var (one, next) in attribution.Content.Zip(attribution.Content.Skip(1)))
                {
                    Assert.True(one.End <= next.Start, $"seed {seed}: {one} and {next}");
                }

                Assert.DoesNotContain(attribution.Content, span => span.Overlaps(attribution.Cue));
            }
        }

        Assert.True(found > 100);
    }

    [Fact]
    public void One_model_serves_several_threads_with_the_same_answers()
    {
        var model = AttributionModelFileTests.RandomModel(2);
        var documents = Enumerable.Range(0, 40).Select(seed => ParsedText.Random(seed)).ToArray();
        var alone = documents.Select(document => string.Join('\n', model.Find(document).Select(AttributionModelFileTests.Describe))).ToArray();
        var together = new string[documents.Length];
        Parallel.For(0, documents.Length, k => together[k] = string.Join('\n', model.Find(documents[k]).Select(AttributionModelFileTests.Describe)));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void What_is_picked_is_flat_unless_it_is_very_likely()
    {
        var text = new AttributionText(ParsedText.Random(4));
        var outer = Proposal(1, [3, 4, 5, 6]);
        var inner = Proposal(4, [5, 6]);
        Assert.Equal([0], Acceptance.Pick(text, [outer, inner], [0.8, 0.5], 0.3, 0.6));
        Assert.Equal([0, 1], Acceptance.Pick(text, [outer, inner], [0.8, 0.7], 0.3, 0.6));
        Assert.Equal([1], Acceptance.Pick(text, [outer, inner], [0.2, 0.7], 0.3, 0.6));

        static Proposal Proposal(int head, int[] content) => new(new Candidate(head, 0.5f, head, head, -1, 1, 0, -1), content, content.Length, 0.5, 0.5, 1);
    }
}
