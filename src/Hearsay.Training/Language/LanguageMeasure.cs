using Hearsay.Language;

namespace Hearsay.Training.Language;

/// <summary>Measures a language's models.</summary>
internal static class LanguageMeasure
{
    /// <summary>The figures over <paramref name="articles"/>.</summary>
    public static LanguageScores Measure(IReadOnlyList<SilverArticle> articles, LanguageModel model)
    {
        var analyser = new LanguageAnalyser(model);
        return articles.Aggregate(new LanguageScores(), (sum, article) => sum.Add(LanguageScorer.Score(article, analyser.Analyse(article.ToDocument()))));
    }
}
