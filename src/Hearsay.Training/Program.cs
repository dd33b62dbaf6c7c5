using Hearsay.Training.Attributions;
using Hearsay.Training.Language;
using Hearsay.Training.Pages;
using Hearsay.Training.Places;

if ((LanguageCommands.Run(args) ?? AttributionCommands.Run(args) ?? GazetteerCommands.Run(args)) is { } code)
{
    return code;
}

var pages = Path.Combine("..", "shared", "data", "articles");
switch (args)
{
    case ["pages"]: return PageTraining.Evaluate(pages, nested: true, null);
    case ["pages", "--dump", var file]: return PageTraining.Evaluate(pages, nested: false, file);
    case ["pages", "--train", var model]: return PageTraining.Train(pages, model);
}

Console.Error.WriteLine($"usage: Hearsay.Training {LanguageCommands.Usage} | {AttributionCommands.Usage} | {GazetteerCommands.Usage} | pages [--train MODEL]");
return 2;
