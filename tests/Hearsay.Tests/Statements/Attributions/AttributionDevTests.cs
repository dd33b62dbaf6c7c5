using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Statements.Evaluation;
using Hearsay.Tests.Language;

namespace Hearsay.Tests.Statements.Attributions;

public class AttributionDevTests
{
    /// <summary>The figures are the recorded ones (docs/measurements.md), less what a change elsewhere may shift them by chance.</summary>
    [Fact]
    public void Finds_attributions_in_PolNeARs_dev_part_as_well_as_recorded()
    {
        var texts = Repository.Shared("data", "polnear", "text", "dev");
        var gold = AttributionCorpus.Read(Repository.Shared("data", "polnear", "attributions", "dev.jsonl"), TextOf);
        var analyser = new LanguageAnalyser(English.Model);
        var scores = new AttributionScores();
        foreach (var (name, relations) in gold)
        {
            var text = TextOf(name);
            scores += AttributionScorer.Score(
                text,
                English.Model.Attributions!.Find(analyser.Analyse(Document(text))).Select(found => new AttributionRelation(found.Source is { } source ? [source] : [], [found.Cue], found.Content)),
                relations);
        }

        Assert.True(scores.Attribution.F1 >= 0.72, $"attribution {scores.Attribution.F1:F4}");
        Assert.True(scores.ExactCue.F1 >= 0.705, $"exact cue {scores.ExactCue.F1:F4}");
        Assert.True(scores.ExactSource.F1 >= 0.73, $"exact source {scores.ExactSource.F1:F4}");
        Assert.True(scores.ExactContent.F1 >= 0.59, $"exact content {scores.ExactContent.F1:F4}");
        Assert.True(scores.OverlapContent.F1 >= 0.825, $"overlap content {scores.OverlapContent.F1:F4}");

        // Each line is a block, the first the headline.
        Document Document(string text) => Plain.Document(text) with
        {
            Blocks = [.. text.Split('\n').Aggregate((Start: 0, Spans: new List<TextSpan>()), (sum, line) =>
            {
                sum.Spans.Add(new TextSpan(sum.Start, sum.Start + line.Length).Trim(text));
                return (sum.Start + line.Length + 1, sum.Spans);
            }).Spans.Where(span => !span.IsEmpty).Select((span, index) => new Block(index == 0 ? BlockRole.Headline : BlockRole.Body, span))],
        };

        string TextOf(string name) => File.ReadAllText(Path.Combine(texts, $"{name}.txt"));
    }
}
