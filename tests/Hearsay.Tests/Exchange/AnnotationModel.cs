using System.Text.Json;

namespace Hearsay.Tests.Exchange;

/// <summary>The Web Annotation Data Model as far as the export uses it, written down from the Recommendation of 23 February 2017 (w3.org/TR/annotation-model, sections 3 to 5): which properties an object of each type may have, which it must have and how often, and what their values are. Its JSON-LD context comes in no package.</summary>
internal static class AnnotationModel
{
    private static readonly string[] Motivations = ["assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging"];

    private enum Many { One, OneOrMore, ZeroOrOne, Any }

    private sealed record Property(Many Number, Action<JsonElement> Value);

    private static readonly Dictionary<string, Dictionary<string, Property>> Types = new(StringComparer.Ordinal)
    {
        ["AnnotationCollection"] = new() { ["@context"] = new(Many.One, Is("http://www.w3.org/ns/anno.jsonld")), ["id"] = new(Many.One, Iri), ["label"] = new(Many.Any, Text), ["total"] = new(Many.ZeroOrOne, Number), ["first"] = new(Many.ZeroOrOne, Of("AnnotationPage")) },
        ["AnnotationPage"] = new() { ["id"] = new(Many.One, Iri), ["items"] = new(Many.OneOrMore, Of("Annotation")), ["startIndex"] = new(Many.ZeroOrOne, Number) },
        ["Annotation"] = new()
        {
            ["id"] = new(Many.One, Iri), ["body"] = new(Many.Any, Of("TextualBody", "SpecificResource")), ["target"] = new(Many.OneOrMore, Of("SpecificResource")), ["motivation"] = new(Many.Any, Is(Motivations)),
            ["creator"] = new(Many.Any, Of("Person", "Organization", "Software")), ["created"] = new(Many.ZeroOrOne, Time), ["modified"] = new(Many.ZeroOrOne, Time), ["generator"] = new(Many.Any, Of("Person", "Organization", "Software")), ["generated"] = new(Many.ZeroOrOne, Time),
        },
        ["TextualBody"] = new() { ["value"] = new(Many.One, Text), ["format"] = new(Many.ZeroOrOne, Text), ["language"] = new(Many.ZeroOrOne, Text), ["purpose"] = new(Many.Any, Is(Motivations)) },
        ["SpecificResource"] = new() { ["source"] = new(Many.One, Iri), ["purpose"] = new(Many.Any, Is(Motivations)), ["selector"] = new(Many.Any, Of("TextPositionSelector", "TextQuoteSelector")), ["state"] = new(Many.Any, Of("TimeState")) },
        ["TextPositionSelector"] = new() { ["start"] = new(Many.One, Number), ["end"] = new(Many.One, Number) },
        ["TextQuoteSelector"] = new() { ["exact"] = new(Many.One, Text), ["prefix"] = new(Many.ZeroOrOne, Text), ["suffix"] = new(Many.ZeroOrOne, Text) },
        ["TimeState"] = new() { ["sourceDate"] = new(Many.Any, Time), ["cached"] = new(Many.Any, Iri) },
        ["Person"] = new() { ["id"] = new(Many.ZeroOrOne, Iri), ["name"] = new(Many.Any, Text) },
        ["Organization"] = new() { ["id"] = new(Many.ZeroOrOne, Iri), ["name"] = new(Many.Any, Text) },
        ["Software"] = new() { ["id"] = new(Many.ZeroOrOne, Iri), ["name"] = new(Many.Any, Text), ["homepage"] = new(Many.Any, Iri) },
    };

    /// <summary>Fails where an object, or any within it, does not fit.</summary>
    public static void Check(JsonElement json)
    {
        Assert.Equal(JsonValueKind.Object, json.ValueKind);
        var type = json.GetProperty("type").GetString()!;
        Assert.True(Types.TryGetValue(type, out var properties), $"'{type}' is no type of the model");
        Assert.Equal(json.EnumerateObject().Count(), json.EnumerateObject().Select(one => one.Name).Distinct(StringComparer.Ordinal).Count());
        foreach (var given in json.EnumerateObject().Where(given => given.Name != "type"))
        {
            Assert.True(properties.TryGetValue(given.Name, out var property), $"{type} has no property '{given.Name}'");
            var values = given.Value.ValueKind is JsonValueKind.Array ? [.. given.Value.EnumerateArray()] : new[] { given.Value };
            if (property.Number is Many.One or Many.ZeroOrOne) { Assert.Single(values); }
            foreach (var value in values) { property.Value(value); }
        }

        foreach (var (name, property) in properties.Where(one => one.Value.Number is Many.One or Many.OneOrMore))
        {
            Assert.True(json.TryGetProperty(name, out var given) && (given.ValueKind is not JsonValueKind.Array || given.GetArrayLength() > 0), $"{type} lacks '{name}'");
        }

        if (type == "TextPositionSelector") { Assert.True(json.GetProperty("start").GetInt32() < json.GetProperty("end").GetInt32(), "a position that ends before it starts"); }
    }

    private static Action<JsonElement> Of(params string[] types) => json =>
    {
        Assert.Contains(json.GetProperty("type").GetString(), types);
        Check(json);
    };

    private static Action<JsonElement> Is(params string[] values) => json => Assert.Contains(json.GetString(), values);

    private static void Text(JsonElement json) => Assert.Equal(JsonValueKind.String, json.ValueKind);

    private static void Number(JsonElement json) => Assert.True(json.GetInt64() >= 0, "a number below nought");

    private static void Iri(JsonElement json) => Assert.True(Uri.TryCreate(json.GetString(), UriKind.Absolute, out _), $"'{json}' is no IRI");

    // xsd:dateTime with its time zone, which the model asks for in UTC.
    private static void Time(JsonElement json) => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$", json.GetString());
}
