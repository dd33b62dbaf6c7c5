using System.Text.Json;

namespace Hearsay.Inspections;

/// <summary>How an enumeration's values are spelled in JSON: <c>SnakeCase</c> becomes <c>snake_case</c>.</summary>
public static class JsonNames
{
    /// <summary>The JSON spelling of <paramref name="value"/>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.All[value];

    /// <summary>The value that <paramref name="name"/> spells, or null.</summary>
    public static T? Parse<T>(string name) where T : struct, Enum => Names<T>.Values.TryGetValue(name, out var value) ? value : null;

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> Values = All.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
