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
    case ["all"]: return All();
}

Console.Error.WriteLine($"usage: Hearsay.Training all | {LanguageCommands.Usage} | {AttributionCommands.Usage} | {GazetteerCommands.Usage} | pages [--train MODEL]");
return 2;

// From the corpora to every file in models/: each stage learns from what the stages before it make of texts that they have not seen.
int All()
{
    var folds = Directory.CreateTempSubdirectory("hearsay-folds-").FullName;
    try
    {
        return LanguageCommands.Run(["language"]) is not 0 ? 1
            : LanguageCommands.Run(["jackknife", folds, "3"]) is not 0 ? 1
            : AttributionCommands.Run(["attributions", folds]) is not 0 ? 1
            : PageTraining.Train(pages, Path.Combine("models", "pages.model"));
    }
    finally
    {
        Directory.Delete(folds, recursive: true);
    }
}
