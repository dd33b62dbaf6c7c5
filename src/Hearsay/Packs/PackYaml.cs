using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Hearsay.Packs;

/// <summary>Reads a pack's YAML files, strictly: a key that nothing reads is a mistake worth hearing of.</summary>
internal static class PackYaml
{
    /// <exception cref="InvalidDataException">The file is not what is expected; the message names file, line and reason.</exception>
    public static T? Read<T>(string file)
    {
        try
        {
            using var reader = File.OpenText(file);
            return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<T>(reader);
        }
        catch (YamlException error)
        {
            throw new InvalidDataException($"{file}:{error.Start.Line}: {error.InnerException?.Message ?? error.Message}", error);
        }
    }
}
