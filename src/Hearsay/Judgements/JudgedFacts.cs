using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Statements;

namespace Hearsay.Judgements;

/// <summary>What the stages found in words that a person marked, as a judgement keeps it: the contract's <c>dates</c>, <c>figures</c>, <c>places</c> and <c>events</c>, in code points.</summary>
internal static class JudgedFacts
{
    private static readonly string[] Names = ["dates", "figures", "places", "events"];

    /// <summary>The facts of a statement; null where it has none.</summary>
    public static JsonObject? Of(Statement statement, Document document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, InspectionWriter.Options);
        InspectionWriter.Write(json, document, [statement], json.Flush);
        var written = JsonNode.Parse(buffer.WrittenSpan)!;
        var facts = new JsonObject();
        foreach (var name in Names.Where(name => written[name]!.AsArray().Count > 0)) { facts[name] = written[name]!.DeepClone(); }
        return facts.Count == 0 ? null : facts;
    }

    /// <summary>The statement with facts that a judgement keeps. A judgement may come from elsewhere: what the text does not have is passed over.</summary>
    public static Statement Attach(Statement statement, JsonObject facts, Document document, CodePointOffsets offsets)
    {
        var length = offsets.ToCodePoint(document.Text.Length);
        ImmutableArray<T> Read<T>(string name, Func<JsonElement, CodePointOffsets, T> read) => !facts.TryGetPropertyValue(name, out var all) || all is not JsonArray array ? []
            : [.. array.OfType<JsonObject>().Where(one => IsWithin(one, length)).SelectMany(one => One(one, offsets, read))];
        return statement with
        {
            Dates = Read("dates", InspectionReader.ReadDate),
            Figures = Read("figures", InspectionReader.ReadFigure),
            Places = Read("places", InspectionReader.ReadPlace),
            Events = Read("events", InspectionReader.ReadEvent),
        };
    }

    private static IEnumerable<T> One<T>(JsonObject json, CodePointOffsets offsets, Func<JsonElement, CodePointOffsets, T> read)
    {
        try
        {
            return [read(JsonSerializer.SerializeToElement(json), offsets)];
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return [];
        }
    }

    // Every place that it gives, however deep, lies in the text.
    private static bool IsWithin(JsonNode? json, int length) => json switch
    {
        JsonObject one => Lies(one["start"], one["end"], length) && Lies(one["of_start"], one["of_end"], length) && one.All(part => IsWithin(part.Value, length)),
        JsonArray all => all.All(part => IsWithin(part, length)),
        _ => true,
    };

    private static bool Lies(JsonNode? start, JsonNode? end, int length) =>
        (start is null && end is null) || (start is JsonValue from && end is JsonValue to && from.TryGetValue<int>(out var first) && to.TryGetValue<int>(out var last) && first >= 0 && first < last && last <= length);
}
