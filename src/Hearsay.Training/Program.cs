using Hearsay.Training.Attributions;
using Hearsay.Training.Language;
using Hearsay.Training.Pages;

if (LanguageCommands.Run(args) is { } code)
{
    return code;
}

var pages = Path.Combine("..", "shared", "data", "articles");
switch (args)
{
    case ["attribution-lab", .. var options]: return AttributionLab.Run(Path.Combine("..", "shared", "data", "polnear"), options);
    case ["pages"]: return PageTraining.Evaluate(pages, nested: true, null);
    case ["pages", "--dump", var file]: return PageTraining.Evaluate(pages, nested: false, file);
    case ["pages", "--train", var model]: return PageTraining.Train(pages, model);
}

Console.Error.WriteLine($"usage: Hearsay.Training {LanguageCommands.Usage} | pages [--train MODEL]");
return 2;
