using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Web.Text;

namespace Hearsay.Cli;

/// <summary>What lies beside the command: its packs, models and samples. It is found from the binary's own place, so the command works after being moved.</summary>
internal static class Installation
{
    /// <summary>The bundled samples.</summary>
    public static string Samples { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>The languages that pages are there in beside English, by code.</summary>
    /// <exception cref="InvalidDataException">A file of texts is no translation.</exception>
    public static IReadOnlyDictionary<string, Translation> Translations => Translation.ReadAll(Path.Combine(AppContext.BaseDirectory, "texts"));

    /// <summary>A pipeline over the bundled pack and models.</summary>
    /// <param name="minConfidence">Least confidence of a statement; null for the models' own optimum.</param>
    public static Pipeline CreatePipeline(double? minConfidence = null)
    {
        var english = Task.Run(LoadEnglish);
        return new Pipeline(LoadPack(), english: english.GetAwaiter().GetResult(), minConfidence: minConfidence);
    }

    /// <summary>The bundled pack.</summary>
    public static DomainPack LoadPack() => DomainPack.Load(Path.Combine(AppContext.BaseDirectory, "packs", "captivity"));

    /// <summary>The analysis of language alone.</summary>
    /// <exception cref="FileNotFoundException">A model is missing beside the command.</exception>
    /// <exception cref="InvalidDataException">A model is damaged or of another version.</exception>
    public static LanguageAnalyser CreateAnalyser() => new(LoadEnglish());

    private static LanguageModel LoadEnglish() => LanguageModel.LoadEnglish(Path.Combine(AppContext.BaseDirectory, "models"));
}
