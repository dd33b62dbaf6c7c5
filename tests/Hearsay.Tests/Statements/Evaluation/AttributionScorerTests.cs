using Hearsay.Statements.Evaluation;

namespace Hearsay.Tests.Statements.Evaluation;

public sealed class AttributionScorerTests
{
    private const string Text = "“We sent the list,” Ann Lee said Monday. Bob hopes to cross in May.";

    private static readonly AttributionRelation[] Gold = [Of(Text, "Ann Lee", "said", "“We sent the list,”"), Of(Text, "Bob", "hopes", "to cross in May")];

    [Fact]
    public void Punctuation_and_the_cut_of_spans_do_not_matter()
    {
        var scores = AttributionScorer.Score(Text, [Of(Text, "Ann Lee", "said", "We sent", "the list"), Of(Text, "Bob", "hopes", "to cross in May.")], Gold);
        Assert.All(scores.Rows(), row => Assert.Equal(1.0, row.Tally.F1));
    }

    [Fact]
    public void Counts_by_hand()
    {
        var scores = AttributionScorer.Score(Text, [Of(Text, "Lee", "said Monday", "We sent the list"), Of(Text, null, "Monday", "Bob hopes")], Gold);
        Assert.Equal(0, scores.ExactCue.F1);
        Assert.Equal(0, scores.ExactSource.F1);
        Assert.Equal(0.5, scores.ExactContent.Precision);
        Assert.Equal(1.0 / 3, scores.OverlapCue.Precision, 12);
        Assert.Equal(1.0 / 3, scores.OverlapSource.Recall, 12);
        Assert.Equal(4.0 / 6, scores.OverlapContent.Precision, 12);
        Assert.Equal(4.0 / 8, scores.OverlapContent.Recall, 12);
        Assert.Equal(0.5, scores.Attribution.F1);
        Assert.Equal(0, scores.Strict.F1);
    }

    [Theory]
    [InlineData("list", 0.0)] // 2·1 / (1 + 4) = 0.4
    [InlineData("the list", 1.0)] // 2·2 / (2 + 4) = 0.67
    [InlineData("the list,” Ann Lee", 1.0)] // 2·2 / (4 + 4) = 0.5 counts
    public void Half_of_the_content_is_the_bar(string content, double expected) =>
        Assert.Equal(expected, AttributionScorer.Score(Text, [Of(Text, "Ann Lee", "said", content)], Gold[..1]).Attribution.F1);

    [Fact]
    public void Sources_must_share_a_word_or_both_be_absent()
    {
        const string text = "It is said that cats sleep. Dogs bark.";
        AttributionRelation[] gold = [Of(text, null, "is said", "that cats sleep")];
        Assert.Equal(1, AttributionScorer.Score(text, gold, gold).Attribution.F1);
        var scores = AttributionScorer.Score(text, [Of(text, "Dogs", "is said", "that cats sleep")], gold);
        Assert.Equal(0, scores.Attribution.F1);
        Assert.Equal(1, scores.ContentOnly.F1);
    }

    [Fact]
    public void Pairing_is_one_to_one()
    {
        var scores = AttributionScorer.Score(Text, [Gold[0], Gold[0]], Gold[..1]);
        Assert.Equal(0.5, scores.Attribution.Precision);
        Assert.Equal(1, scores.Attribution.Recall);
    }

    [Fact]
    public void A_cue_of_marks_is_compared_on_its_marks()
    {
        const string text = "Romeo: “Is the day so young?” — Anon";
        AttributionRelation[] gold = [Of(text, "Romeo", ":", "“Is the day so young?”")];
        Assert.Equal(1, AttributionScorer.Score(text, gold, gold).ExactAll.F1);
        Assert.Equal(0, AttributionScorer.Score(text, [Of(text, "Romeo", "—", "“Is the day so young?”")], gold).ExactCue.F1);
    }

    [Fact]
    public void A_span_outside_the_text_is_an_error() =>
        Assert.Throws<ArgumentException>(() => AttributionScorer.Score("ab", [new AttributionRelation([], [new TextSpan(0, 3)], [])], []));

    [Fact]
    public void Reads_standoff_files()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "x_aa.ann"),
            "T1\tSource 0 2\tHe\nT2\tCue 3 7\tsaid\nT3\tContent 8 11;12 15\tabc def\nT4\tAttribution 3 7\tsaid\nE1\tAttribution:T4 Cue:T2 Source:T1 Content:T3\n"
            + "T5\tContent 16 17\tx\nE2\tAttribution:T4 Source:T5 Cue:T2 Content2:T3\nE3\tAttribution-no-source:T4\n");
        var relations = AttributionCorpus.Read(folder.Path, _ => "He said abc def x")["x"];
        Assert.Equal([new TextSpan(8, 11), new TextSpan(12, 15)], relations[0].Content);
        Assert.Equal([new TextSpan(8, 11), new TextSpan(12, 15), new TextSpan(16, 17)], relations[1].Content);
        Assert.Equal(2, relations.Length);
    }

    [Fact]
    public void Gold_scores_one_against_itself()
    {
        var folder = Repository.Shared("data", "polnear");
        string TextOf(string name) => File.ReadAllText(Path.Combine(folder, "text", "dev", name + ".txt"));
        var gold = AttributionCorpus.Read(Path.Combine(folder, "attributions", "dev.jsonl"), TextOf);
        var total = gold.Take(10).Aggregate(new AttributionScores(), (sum, article) => sum + AttributionScorer.Score(TextOf(article.Key), article.Value, article.Value));
        Assert.Equal(1, total.Attribution.F1);
        Assert.Equal(10, total.Articles);
    }

    [Fact]
    public void Each_prediction_is_told_right_or_not()
    {
        const string Text = "No list was sent, the minister said. Tarn saw it.";
        AttributionRelation[] gold = [Of(Text, "the minister", "said", "No list was sent")];
        Assert.Equal([false, true, false], AttributionScorer.RightOf(Text, [Of(Text, "Tarn", "saw", "it"), gold[0], gold[0]], gold));
    }

    [Fact]
    public void Intervals_hold_the_figure_and_are_narrower_for_more_articles()
    {
        var few = Assert.Single(Bootstrap.Intervals(Articles(8), (a, b) => (a.Right + b.Right, a.All + b.All), sum => [(double)sum.Right / sum.All]));
        var many = Assert.Single(Bootstrap.Intervals(Articles(200), (a, b) => (a.Right + b.Right, a.All + b.All), sum => [(double)sum.Right / sum.All]));
        Assert.True(few.Low < 0.5 && few.High > 0.5 && many.Low < 0.5 && many.High > 0.5);
        Assert.True(many.High - many.Low < (few.High - few.Low) / 3);

        static (int Right, int All)[] Articles(int count) => [.. Enumerable.Range(0, count).Select(k => (k % 2 * 10, 10))];
    }

    [Fact]
    public void Calibration_error_is_the_mean_distance_between_confidence_and_truth()
    {
        var table = new ReliabilityTable();
        for (var k = 0; k < 10; k++) { table.Add(0.75, k < 5); }
        for (var k = 0; k < 10; k++) { table.Add(1, true); }
        Assert.Equal(0.125, table.CalibrationError, 9);
        Assert.Contains("0.7 to 0.8           10   0.75    0.50", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_rules_reach_what_was_measured_on_the_development_part()
    {
        var folder = Repository.Shared("data", "polnear");
        string TextOf(string name) => File.ReadAllText(Path.Combine(folder, "text", "dev", name + ".txt"));
        var gold = AttributionCorpus.Read(Path.Combine(folder, "attributions", "dev.jsonl"), TextOf);
        var total = gold.Aggregate(new AttributionScores(), (sum, article) =>
        {
            var (document, statements) = Analysed.Text(TextOf(article.Key));
            Assert.Equal(TextOf(article.Key), document.Text);
            return sum + AttributionScorer.Score(document.Text, statements.Select(AttributionRelation.Of), article.Value);
        });
        Assert.True(total.Attribution.F1 >= 0.62, total.ToTable());
    }

    private static AttributionRelation Of(string text, string? source, string cue, params string[] content) =>
        new(source is null ? [] : [Find(text, source)], [Find(text, cue)], [.. content.Select(piece => Find(text, piece))]);

    private static TextSpan Find(string text, string words) => new(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length);
}
