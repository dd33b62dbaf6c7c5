using Hearsay.Documents;
using Hearsay.Documents.Html;
using Hearsay.Models;
using Hearsay.Packs;

namespace Hearsay.Training.Pages;

/// <summary>Trains the model that tells body lines from others, and estimates by leaving pages out how well it does on pages it has not seen.</summary>
internal static class PageTraining
{
    private const int Folds = 10;

    private sealed record Sample(Article Article, Page Page, PageMetadata Metadata, float[][] Rows, bool[] Labels, double[] Weights);

    /// <summary>Leaves pages out, ten folds, both looks; prints the benchmark's measure for several thresholds.</summary>
    public static int Evaluate(string corpus, bool nested, string? dump)
    {
        var samples = Load(corpus);
        Console.WriteLine($"{samples.Count} pages, {samples.Sum(s => s.Rows.Length)} lines");
        var firstScores = CrossScores(samples, Settings);
        Print("first look", samples, firstScores);
        var seconds = new List<Sample>(samples.Zip(firstScores, WithContext));
        var scores = new float[samples.Count][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var train = Enumerable.Range(0, samples.Count).Where(i => i % Folds != fold).ToList();
            var rows = seconds;
            if (nested)
            {
                // Without any sight of the pages left out: the training pages' first scores come from folds among themselves.
                var inner = CrossScores([.. train.Select(i => samples[i])], Settings);
                rows = [.. seconds];
                for (var k = 0; k < train.Count; k++) { rows[train[k]] = WithContext(samples[train[k]], inner[k]); }
            }

            var ensemble = Fit([.. train.Select(i => rows[i])], Settings);
            for (var i = fold; i < samples.Count; i += Folds) { scores[i] = [.. seconds[i].Rows.Select(row => ensemble.Score(row))]; }
        }

        Print("second look", samples, scores);
        Print("mean of both", samples, [.. scores.Zip(firstScores, (second, one) => second.Zip(one, (a, b) => (a + b) / 2).ToArray())]);
        if (dump is not null)
        {
            using var file = File.CreateText(dump);
            for (var i = 0; i < samples.Count; i++)
            {
                for (var l = 0; l < scores[i].Length; l++)
                {
                    file.WriteLine($"{samples[i].Article.Id}\t{l}\t{samples[i].Labels[l]}\t{firstScores[i][l]:F2}\t{scores[i][l]:F2}\t{samples[i].Page.Lines[l].Box.Tag}\t{samples[i].Page.Lines[l].Box.Traits | samples[i].Page.Lines[l].InlineTraits}\t{samples[i].Page.Lines[l].Span.SliceOf(samples[i].Page.Text)}");
                }
            }
        }

        return 0;
    }

    private static readonly TreeSettings Settings = new(Trees: 100);

    private static void Print(string name, List<Sample> samples, IReadOnlyList<float[]> scores)
    {
        var (f1, precision, recall) = ArticleCorpus.Score(samples.Zip(scores, (sample, score) => (Body(sample, score), sample.Article.Body)));
        Console.WriteLine($"{name}: F1 {f1:F4} precision {precision:F4} recall {recall:F4}");
    }

    private static Sample WithContext(Sample sample, float[] scores)
    {
        var context = new ContextFeatures(sample.Page, scores);
        var rows = new float[sample.Rows.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new float[LineFeatures.Count + ContextFeatures.Count];
            sample.Rows[i].CopyTo(rows[i], 0);
            context.Write(i, rows[i].AsSpan(LineFeatures.Count));
        }

        return sample with { Rows = rows };
    }

    public static int Train(string corpus, string model)
    {
        var samples = Load(corpus);
        var seconds = samples.Zip(CrossScores(samples, Settings), WithContext).ToList();
        using var file = File.CreateText(model);
        Fit(samples, Settings).Write(file);
        Fit(seconds, Settings).Write(file);
        return 0;
    }

    private static List<float[]> CrossScores(List<Sample> samples, TreeSettings settings)
    {
        var scores = new float[samples.Count][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var ensemble = Fit([.. samples.Where((_, i) => i % Folds != fold)], settings);
            for (var i = fold; i < samples.Count; i += Folds)
            {
                scores[i] = [.. samples[i].Rows.Select(row => ensemble.Score(row))];
            }
        }

        return [.. scores];
    }

    private static TreeEnsemble Fit(List<Sample> samples, TreeSettings settings) => TreeTrainer.Train(
        [.. samples.SelectMany(s => s.Rows)], [.. samples.SelectMany(s => s.Labels)], [.. samples.SelectMany(s => s.Weights)], settings);

    /// <summary>The body that the reader makes of a page with these scores.</summary>
    private static string Body(Sample sample, float[] scores)
    {
        var reading = HtmlReader.Assemble(sample.Page, sample.Metadata, scores);
        return string.Join("\n\n", reading.Blocks.Where(b => b.Role is BlockRole.Body or BlockRole.Quote or BlockRole.List).Select(b => b.Span.SliceOf(reading.Text)));
    }

    private static List<Sample> Load(string corpus)
    {
        var samples = new List<Sample>();
        var pack = DomainPack.Load(Path.Combine("packs", "captivity"));
        foreach (var article in ArticleCorpus.Load(corpus))
        {
            var (page, metadata, _) = HtmlReader.Lay(article.Html, pack, ReadLimits.Default);
            var features = new LineFeatures(page, new PageHints(metadata));
            var rows = new float[page.Lines.Count][];
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] = new float[LineFeatures.Count];
                features.Write(i, rows[i]);
            }

            var labels = ArticleCorpus.Label([.. page.Lines.Select(line => line.Span.SliceOf(page.Text))], article.Body);
            var bodyWords = Math.Max(100, page.Lines.Where((_, i) => labels[i]).Sum(line => line.Words));
            samples.Add(new Sample(article, page, metadata, rows, labels, [.. page.Lines.Select(line => 30 * (line.Words + 2.0) / bodyWords)]));
        }

        return samples;
    }
}
