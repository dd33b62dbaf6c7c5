using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Cli;

/// <summary>What lies beside the command: its packs, models and samples. It is found from the binary's own place, so the command works after being moved.</summary>
internal static class Installation
{
    /// <summary>The bundled samples.</summary>
    public static string Samples { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>A pipeline over the bundled pack and models.</summary>
    public static Pipeline CreatePipeline() => new(
        DomainPack.Load(Path.Combine(AppContext.BaseDirectory, "packs", "captivity")),
        english: LanguageModel.LoadEnglish(Path.Combine(AppContext.BaseDirectory, "models")));
}
