using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Hearsay.Web.Text;

/// <summary>The texts of pages in one language, from one file. A text that it lacks is shown in English, so that a half-finished translation is of use.</summary>
public sealed class Translation
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> texts; // by English text, then by plural category

    private Translation(string language, CultureInfo culture, FrozenDictionary<string, FrozenDictionary<string, string>> texts) => (Language, Culture, this.texts) = (language, culture, texts);

    /// <summary>The texts as they stand, and numbers and days in one way, whatever the machine's culture.</summary>
    public static Translation English { get; } = new("en", CultureInfo.InvariantCulture, FrozenDictionary<string, FrozenDictionary<string, string>>.Empty);

    /// <summary>The language's code, as <c>uk</c>.</summary>
    public string Language { get; }

    /// <summary>How numbers and days are written in it.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Reads a translation: <c>{"language": "uk", "culture": {"months": ["січня", …]}, "texts": {"Matters": "Справи", "{0} statements": {"one": "…", "few": "…", "many": "…"}}}</c>. Texts that are null are not translated yet.</summary>
    /// <exception cref="InvalidDataException">The file is no translation, or a text has a gap that its English has not; the message says where.</exception>
    public static Translation Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var language = json.RootElement.GetProperty("language").GetString()!;
            var texts = new Dictionary<string, FrozenDictionary<string, string>>(StringComparer.Ordinal);
            foreach (var text in json.RootElement.GetProperty("texts").EnumerateObject().Where(text => text.Value.ValueKind is not JsonValueKind.Null))
            {
                var forms = text.Value.ValueKind is JsonValueKind.String ? new() { [PluralRule.Other] = text.Value.GetString()! } : text.Value.EnumerateObject().ToDictionary(form => form.Name, form => form.Value.GetString()!, StringComparer.Ordinal);
                foreach (var form in forms.Values) { Check(text.Name, form); }
                texts.Add(text.Name, forms.ToFrozenDictionary(StringComparer.Ordinal));
            }

            return new Translation(language, json.RootElement.TryGetProperty("culture", out var culture) ? CultureOf(culture) : CultureInfo.InvariantCulture, texts.ToFrozenDictionary(StringComparer.Ordinal));
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"'{path}' is no translation: {unreadable.Message} It needs \"language\" and \"texts\"; texts/en.json lists them.", unreadable);
        }
    }

    /// <summary>The translations in a folder, by language; none where there is no such folder. <c>en.json</c> lists what there is to translate and is none.</summary>
    /// <exception cref="InvalidDataException">One of them is no translation.</exception>
    public static IReadOnlyDictionary<string, Translation> ReadAll(string folder) =>
        !Directory.Exists(folder) ? FrozenDictionary<string, Translation>.Empty
        : Directory.EnumerateFiles(folder, "*.json").Where(file => Path.GetFileName(file) != "en.json").Order(StringComparer.Ordinal).Select(Read).ToFrozenDictionary(one => one.Language, StringComparer.OrdinalIgnoreCase);

    internal string Of(string text) => texts.TryGetValue(text, out var forms) ? Form(forms, null) : text;

    internal string Of(string text, IReadOnlyList<object?> values) =>
        string.Format(Culture, texts.TryGetValue(text, out var forms) ? Form(forms, values.FirstOrDefault(value => value is int or long)) : text, [.. values]);

    /// <summary>A number of things: of <c>1 statement</c> and <c>2 statements</c>, what is looked up is <c>{0} statements</c>.</summary>
    internal string Count(long count, string one, string many) => string.Format(Culture, texts.TryGetValue("{0} " + many, out var forms) ? Form(forms, count) : "{0} " + (count == 1 ? one : many), count.ToString("N0", Culture));

    /// <summary>The word for so many things.</summary>
    internal string Noun(long count, string one, string many) => texts.TryGetValue(many, out var forms) ? Form(forms, count) : count == 1 ? one : many;

    private string Form(FrozenDictionary<string, string> forms, object? count) =>
        (count is not null && forms.TryGetValue(PluralRule.Of(Language, Convert.ToInt64(count, CultureInfo.InvariantCulture)), out var form)) || forms.TryGetValue(PluralRule.Other, out form) || forms.TryGetValue(PluralRule.Many, out form) ? form : forms.Values[0];

    // Hearsay runs without the operating system's cultures, so that it is the same on every machine: a translation brings its own.
    private static CultureInfo CultureOf(JsonElement json)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        if (Names(json, "months") is { } months) { (culture.DateTimeFormat.MonthNames, culture.DateTimeFormat.MonthGenitiveNames) = (months, months); }
        if (Names(json, "short_months") is { } shortened) { (culture.DateTimeFormat.AbbreviatedMonthNames, culture.DateTimeFormat.AbbreviatedMonthGenitiveNames) = (shortened, shortened); }
        if (json.TryGetProperty("group", out var group)) { culture.NumberFormat.NumberGroupSeparator = group.GetString()!; }
        if (json.TryGetProperty("decimal", out var mark)) { culture.NumberFormat.NumberDecimalSeparator = mark.GetString()!; }
        return culture;
    }

    // Twelve, and the thirteenth that some calendars have.
    private static string[]? Names(JsonElement json, string name) => !json.TryGetProperty(name, out var names) ? null
        : names.GetArrayLength() == 12 ? [.. names.EnumerateArray().Select(one => one.GetString()!), ""] : throw new FormatException($"\"{name}\" has {names.GetArrayLength()} names of months.");

    // A gap that the English text does not have would fail when the page is shown.
    private static void Check(string english, string form)
    {
        var gaps = 0;
        while (english.Contains($"{{{gaps}}}", StringComparison.Ordinal)) { gaps++; }
        _ = string.Format(CultureInfo.InvariantCulture, form, [.. Enumerable.Repeat<object>("", gaps)]);
    }
}
