using System.Diagnostics;
using Hearsay.Language;

namespace Hearsay.Training.Language;

/// <summary>The verbs that train and measure the language stage.</summary>
internal static class LanguageCommands
{
    /// <summary>What may follow the program's name.</summary>
    public const string Usage = "tokens [--train] [--differences] | language [--measure | --speed] | jackknife FOLDER [FOLDS]";

    private static readonly string Polnear = Path.Combine("..", "shared", "data", "polnear");

    /// <summary>Runs a verb; null where it is none of ours.</summary>
    public static int? Run(string[] args)
    {
        switch (args)
        {
            case ["tokens", .. var rest]:
                var articles = SilverCorpus.Read(Polnear, rest.Contains("--train") ? "train" : "dev");
                var analyser = new LanguageAnalyser();
                var (tokens, sentences) = articles
                    .Select(article => TokenScorer.Compare(article, analyser.Analyse(article.ToDocument()), rest.Contains("--differences") ? Console.WriteLine : null))
                    .Aggregate((sum, next) => (sum.Tokens + next.Tokens, sum.Sentences + next.Sentences));
                Console.WriteLine($"tokens     F1 {tokens.F1:F4}  ({tokens.Common} common, {tokens.Ours} ours, {tokens.Theirs} CoreNLP's)");
                Console.WriteLine($"sentences  F1 {sentences.F1:F4}  ({sentences.Common} common, {sentences.Ours} ours, {sentences.Theirs} CoreNLP's)");
                return 0;
            case ["language", "--measure"]:
                return Measure(LanguageModel.LoadEnglish("models"));
            case ["language", "--speed"]:
                return Speed();
            case ["language"]:
                LanguageTraining.Train(SilverCorpus.Read(Polnear, "train"), Log()).Save("models", "english");
                return Measure(LanguageModel.LoadEnglish("models"));
            case ["jackknife", var folder, .. var count]:
                LanguageTraining.Jackknife(SilverCorpus.Read(Polnear, "train"), count is [var folds] ? int.Parse(folds, System.Globalization.CultureInfo.InvariantCulture) : 5, folder, Log());
                return 0;
            default:
                return null;
        }
    }

    private static int Measure(LanguageModel model)
    {
        var clock = Stopwatch.StartNew();
        Console.WriteLine(LanguageMeasure.Measure(SilverCorpus.Read(Polnear, "dev"), model));
        Console.WriteLine($"measured in {clock.Elapsed.TotalSeconds:F1} s");
        return 0;
    }

    /// <summary>Tokens a second on one thread, warm, with and without the models, and what loading costs.</summary>
    private static int Speed()
    {
        var documents = SilverCorpus.Read(Polnear, "dev").Select(article => article.ToDocument()).ToList();
        var clock = Stopwatch.StartNew();
        var model = LanguageModel.LoadEnglish("models");
        var loading = clock.Elapsed;
        clock.Restart();
        LanguageModel.LoadEnglish("models");
        var loadingAgain = clock.Elapsed;
        var bare = new LanguageAnalyser();
        var full = new LanguageAnalyser(model);
        var tokens = documents.Sum(document => full.Analyse(document).Tokens.Length);
        foreach (var (name, analyser) in ((string, LanguageAnalyser)[])[("tokens and sentences", bare), ("everything", full)])
        {
            var best = TimeSpan.MaxValue;
            var allocated = 0L;
            for (var round = 0; round < 8; round++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                clock.Restart();
                foreach (var document in documents)
                {
                    analyser.Analyse(document);
                }

                best = clock.Elapsed < best ? clock.Elapsed : best;
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            Console.WriteLine($"{name}: {tokens / best.TotalSeconds:N0} tokens/s (best of 8 rounds over {tokens:N0}), {(double)allocated / tokens:F0} bytes allocated a token");
        }

        Console.WriteLine($"loading the models took {loading.TotalMilliseconds:F0} ms, again {loadingAgain.TotalMilliseconds:F0} ms");
        return 0;
    }

    private static Action<string> Log()
    {
        var clock = Stopwatch.StartNew();
        return line => Console.WriteLine($"{clock.Elapsed.TotalSeconds,6:F0} s  {line}");
    }
}
