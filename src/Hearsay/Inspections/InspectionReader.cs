using System.Globalization;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Statements;

namespace Hearsay.Inspections;

/// <summary>Reads back what <see cref="InspectionWriter"/> wrote. Offsets come in as code points and leave as UTF-16.</summary>
public static class InspectionReader
{
    /// <summary>The document of an inspection with its blocks. Of its provenance the JSON knows only the path.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">It is no inspection.</exception>
    public static Document ReadDocument(ReadOnlyMemory<byte> inspection)
    {
        using var json = JsonDocument.Parse(inspection);
        var document = json.RootElement.GetProperty("document");
        var text = Required(document, "text");
        var offsets = new CodePointOffsets(text);
        var published = document.GetProperty("published");
        return new Document
        {
            Sha256 = Required(document, "sha256"),
            Provenance = new Provenance(Required(document, "path")),
            MediaType = Required(document, "media_type"),
            Encoding = Required(document, "encoding"),
            Text = text,
            Blocks = [.. json.RootElement.GetProperty("blocks").EnumerateArray().Select(block => new Block(
                Name<BlockRole>(block, "role"), RequiredSpan(block, offsets), block.TryGetProperty("level", out var level) ? level.GetInt32() : null))],
            Title = Text(document, "title"),
            Outlet = Text(document, "outlet"),
            Byline = Text(document, "byline"),
            Url = Text(document, "url"),
            Language = Text(document, "language"),
            Published = new PublicationDate(Day(published, "value"), Day(published, "earliest"), Day(published, "latest"), Name<DateBasis>(published, "basis")) { Reason = published.TryGetProperty("reason", out var reason) ? reason.GetString() : null },
            Modified = Day(document, "modified"),
            Notes = [.. document.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!)],
        };
    }

    /// <summary>A statement object; <paramref name="offsets"/> are of its document's text.</summary>
    /// <inheritdoc cref="ReadDocument" path="/exception"/>
    public static Statement ReadStatement(string statement, CodePointOffsets offsets)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        using var parsed = JsonDocument.Parse(statement);
        var json = parsed.RootElement;
        var saidOn = json.GetProperty("said_on");
        return new Statement
        {
            Id = Required(json, "id"),
            Document = Required(json, "document"),
            Block = Name<BlockRole>(json, "block"),
            Kind = Name<StatementKind>(json, "kind"),
            Act = Name<StatementAct>(json, "act"),
            Confidence = json.GetProperty("confidence").GetDouble(),
            Source = json.GetProperty("source") is { ValueKind: JsonValueKind.Object } source
                ? new StatementSource(Span(source, offsets), Required(source, "name"), Name<SourceBasis>(source, "basis"), Name<SourceType>(source, "type")) { Side = Text(source, "side"), Entity = Text(source, "entity") }
                : null,
            Cue = json.GetProperty("cue") is { ValueKind: JsonValueKind.Object } cue ? new Cue(RequiredSpan(cue, offsets), Required(cue, "lemma")) : null,
            Content = [.. json.GetProperty("content").EnumerateArray().Select(part => RequiredSpan(part, offsets))],
            Chain = [.. json.GetProperty("chain").EnumerateArray().Select(hop => new Hop(Name<HopRole>(hop, "role"), Required(hop, "name"), Span(hop, offsets)))],
            Via = Text(json, "via"),
            Polarity = Name<Polarity>(json, "polarity"),
            Certainty = Name<Certainty>(json, "certainty"),
            SaidOn = new SaidOn(Text(saidOn, "value"), Name<SaidOnBasis>(saidOn, "basis"), Span(saidOn, offsets)),
            Dates = [.. json.GetProperty("dates").EnumerateArray().Select(date => ReadDate(date, offsets))],
            Figures = [.. json.GetProperty("figures").EnumerateArray().Select(figure => ReadFigure(figure, offsets))],
            Places = [.. json.GetProperty("places").EnumerateArray().Select(place => ReadPlace(place, offsets))],
            Events = [.. json.GetProperty("events").EnumerateArray().Select(told => ReadEvent(told, offsets))],
        };
    }

    internal static StatementEvent ReadEvent(JsonElement json, CodePointOffsets offsets) => new(
        Required(json, "type"),
        RequiredSpan(json, offsets),
        [.. json.GetProperty("participants").EnumerateArray().Select(participant =>
            new EventParticipant(Required(participant, "role"), Required(participant, "name"), Text(participant, "side"), Span(participant, offsets)))])
    {
        Negated = json.GetProperty("negated").GetBoolean(),
        Count = Object(json, "count") is { } count ? ReadFigure(count, offsets) : null,
        Place = Object(json, "place") is { } place ? ReadPlace(place, offsets) : null,
        Time = Object(json, "time") is { } time ? ReadDate(time, offsets) : null,
    };

    internal static PlaceMention ReadPlace(JsonElement json, CodePointOffsets offsets) => new(
        RequiredSpan(json, offsets),
        Required(json, "name"),
        Text(json, "id"),
        [.. json.GetProperty("within").EnumerateArray().Select(containing => new ContainingPlace(Required(containing, "id"), Required(containing, "name")))]);

    internal static TimeExpression ReadDate(JsonElement json, CodePointOffsets offsets) => new(RequiredSpan(json, offsets), Name<TimeType>(json, "type"), Required(json, "value"));

    private static JsonElement? Object(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    internal static Figure ReadFigure(JsonElement json, CodePointOffsets offsets)
    {
        TextSpan? of = json.TryGetProperty("of_start", out var start) ? new TextSpan(offsets.ToUtf16(start.GetInt32()), offsets.ToUtf16(json.GetProperty("of_end").GetInt32())) : null;
        return new Figure(
            RequiredSpan(json, offsets), Number(json, "value"), Number(json, "low"), Number(json, "high"), Name<FigureBound>(json, "bound"), Name<FigureKind>(json, "kind"), Text(json, "unit"), of);
    }

    private static double? Number(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static string Required(JsonElement json, string name) => Text(json, name) ?? throw new FormatException($"'{name}' is missing.");

    private static T Name<T>(JsonElement json, string name) where T : struct, Enum =>
        JsonNames.Parse<T>(Required(json, name)) ?? throw new FormatException($"'{Text(json, name)}' is no value of '{name}'.");

    private static DateOnly? Day(JsonElement json, string name) =>
        Text(json, name) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static TextSpan? Span(JsonElement json, CodePointOffsets offsets) =>
        json.GetProperty("start") is { ValueKind: JsonValueKind.Number } ? RequiredSpan(json, offsets) : null;

    private static TextSpan RequiredSpan(JsonElement json, CodePointOffsets offsets) =>
        new(offsets.ToUtf16(json.GetProperty("start").GetInt32()), offsets.ToUtf16(json.GetProperty("end").GetInt32()));
}
