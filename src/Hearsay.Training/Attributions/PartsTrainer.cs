using Hearsay.Statements.Attributions;

namespace Hearsay.Training.Attributions;

/// <summary>Holds the examples of every part but the cues' heads, and learns from those of chosen articles.</summary>
internal sealed class PartsTrainer
{
    private readonly FeatureMatrix cueExtent = new(16);
    private readonly List<(int Article, int Row, bool Label)> cueExtentRows = [];
    private readonly FeatureMatrix source = new(18);
    private readonly List<(int Article, int First, int Count, int Right)> sourceGroups = [];
    private readonly FeatureMatrix sourceExtent = new(16);
    private readonly List<(int Article, int Row, bool Label)> sourceExtentRows = [];
    private readonly FeatureMatrix content = new(19);
    private readonly List<(int Article, int First, bool[] Inside)> contentSequences = [];
    private readonly FeatureMatrix runOn = new(16);
    private readonly List<(int Article, int Row, bool Label)> runOnRows = [];
    private readonly FeatureBuffer features = new();
    private readonly ContentFrame frame = new();
    private readonly SourceFrame sourceFrame = new();

    public PartsTrainer(IReadOnlyList<TrainingArticle> articles)
    {
        for (var a = 0; a < articles.Count; a++)
        {
            foreach (var gold in articles[a].Gold.Where(gold => gold.Cue.Head >= 0))
            {
                CueExtent(a, articles[a].Text, gold.Cue);
                Source(a, articles[a], gold);
                if (gold.Cue.Source >= 0)
                {
                    SourceExtent(a, articles[a].Text, gold.Cue);
                }

                Content(a, articles[a], gold);
                RunOn(a, articles[a], gold);
            }
        }

        foreach (var matrix in (ReadOnlySpan<FeatureMatrix>)[cueExtent, source, sourceExtent, content, runOn])
        {
            matrix.Close();
        }
    }

    /// <summary>Learns the parts from the articles that <paramref name="uses"/> admits.</summary>
    public AttributionParts Learn(CueRates rates, HashedWeights cue, Func<int, bool> uses) => new(
        rates, cue,
        cueExtent.Quantise(LinearTrainer.Logistic(cueExtent, Rows(cueExtentRows, uses), Learning.Quick), 1),
        source.Quantise(LinearTrainer.Ranking(source, [.. sourceGroups.Where(group => uses(group.Article)).Select(group => (group.First, group.Count, group.Right))], Learning.Quick), 1),
        sourceExtent.Quantise(LinearTrainer.Logistic(sourceExtent, Rows(sourceExtentRows, uses), Learning.Quick), 1),
        content.Quantise(LinearTrainer.Field(content, [.. contentSequences.Where(sequence => uses(sequence.Article)).Select(sequence => (sequence.First, sequence.Inside))], Learning.Slow), 3),
        runOn.Quantise(LinearTrainer.Logistic(runOn, Rows(runOnRows, uses), Learning.Quick), 1));

    private static List<(int Row, bool Label)> Rows(List<(int Article, int Row, bool Label)> rows, Func<int, bool> uses) => [.. rows.Where(row => uses(row.Article)).Select(row => (row.Row, row.Label))];

    private void CueExtent(int article, AttributionText text, Candidate gold)
    {
        var (start, end) = text.TokensOf(text.SentenceOf[gold.Head]);
        for (var token = gold.Head - 1; token >= start && token >= gold.CueFirst - 1; token--)
        {
            Add(token, token + 1, gold.Head);
        }

        for (var token = gold.Head + 1; token < end && token <= gold.CueLast + 1; token++)
        {
            Add(token, gold.CueFirst, token - 1);
        }

        void Add(int token, int first, int last)
        {
            CueExtentFeatures.Collect(text, gold.Head, first, last, token, features);
            cueExtentRows.Add((article, cueExtent.Add(features.Items), token >= gold.CueFirst && token <= gold.CueLast));
        }
    }

    private void Source(int article, TrainingArticle from, GoldAttribution gold)
    {
        var text = from.Text;
        var (start, end) = text.TokensOf(text.SentenceOf[gold.Cue.Head]);
        var (first, count, right) = (source.Rows, 0, -1);
        sourceFrame.Open(text, gold.Cue.Head, from.CueProbability);
        for (var t = start - 1; t < end; t++)
        {
            var candidate = t < start ? -1 : t;
            if (candidate >= 0 && (!SourceFrame.MayBe(text, candidate) || (candidate >= gold.Cue.CueFirst && candidate <= gold.Cue.CueLast)))
            {
                continue;
            }

            right = candidate == gold.Cue.Source ? count : right;
            sourceFrame.Collect(candidate, from.CueProbability, features);
            source.Add(features.Items);
            count++;
        }

        if (right >= 0 && !gold.SourceElsewhere)
        {
            sourceGroups.Add((article, first, count, right));
        }
    }

    private void SourceExtent(int article, AttributionText text, Candidate gold)
    {
        var children = text.ChildrenOf(gold.Source).ToArray().Where(child => text.Has(child, Traits.Word)).ToArray();
        foreach (var child in children.Where(child => child < gold.Source).Reverse().Concat([-1]).Concat(children.Where(child => child > gold.Source)))
        {
            if (child >= 0)
            {
                var inside = child >= gold.SourceFirst && child <= gold.SourceLast;
                SourceFeatures.CollectExtent(text, gold.Head, gold.Source, child, features);
                sourceExtentRows.Add((article, sourceExtent.Add(features.Items), inside));
            }
        }
    }

    private void Content(int article, TrainingArticle from, GoldAttribution gold)
    {
        frame.Open(from.Text, gold.Cue, from.CueProbability);
        if (frame.Count == 0)
        {
            return;
        }

        var first = content.Rows;
        var inside = new bool[frame.Count];
        for (var k = 0; k < frame.Count; k++)
        {
            frame.Collect(k, from.CueProbability, features);
            content.Add(features.Items);
            inside[k] = Array.BinarySearch(gold.Content, frame.Words[k]) >= 0;
        }

        contentSequences.Add((article, first, inside));
    }

    private void RunOn(int article, TrainingArticle from, GoldAttribution gold)
    {
        var text = from.Text;
        var home = text.SentenceOf[gold.Cue.Head];
        var sentences = gold.Content.Select(token => text.SentenceOf[token]).ToHashSet();
        var own = gold.Content.Where(token => text.SentenceOf[token] == home && !gold.Cue.Holds(token)).ToList();
        var view = new RunOnView(text, gold.Cue, from.CueProbability, own);
        foreach (var direction in (ReadOnlySpan<int>)[1, -1])
        {
            for (var step = 1; step <= ContentContinuation.Farthest && view.Reaches(direction * step); step++)
            {
                var goesOn = sentences.Contains(home + (direction * step));
                view.Collect(direction * step, features);
                runOnRows.Add((article, runOn.Add(features.Items), goesOn));
                if (!goesOn)
                {
                    break;
                }
            }
        }
    }
}
