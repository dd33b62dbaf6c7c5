using Hearsay.Training;
using Hearsay.Training.Attributions;
using Hearsay.Training.Pages;

var polnear = Path.Combine("..", "shared", "data", "polnear");
if (args is ["tokens", .. var rest])
{
    var articles = SilverCorpus.Read(polnear, rest.Contains("--train") ? "train" : "dev");
    var (tokens, sentences) = TokenMeasure.Compare(articles, rest.Contains("--differences") ? Console.WriteLine : null);
    Console.WriteLine($"tokens     F1 {tokens.F1:F4}  ({tokens.Common} common, {tokens.Ours} ours, {tokens.Theirs} CoreNLP's)");
    Console.WriteLine($"sentences  F1 {sentences.F1:F4}  ({sentences.Common} common, {sentences.Ours} ours, {sentences.Theirs} CoreNLP's)");
    return 0;
}

var pages = Path.Combine("..", "shared", "data", "articles");
switch (args)
{
    case ["attribution-lab", .. var options]: return AttributionLab.Run(polnear, options);
    case ["pages"]: return PageTraining.Evaluate(pages, nested: true, null);
    case ["pages", "--dump", var file]: return PageTraining.Evaluate(pages, nested: false, file);
    case ["pages", "--train", var model]: return PageTraining.Train(pages, model);
}

Console.Error.WriteLine("usage: Hearsay.Training tokens [--train] [--differences] | pages [--train MODEL]");
return 2;
