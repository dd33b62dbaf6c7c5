using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hearsay.Judgements;
using Hearsay.Language.Figures;
using Hearsay.Matters;

namespace Hearsay.Inspections;

/// <summary>Reads back what <see cref="FindingWriter"/> wrote. Offsets come in as code points and leave as UTF-16.</summary>
public static class FindingReader
{
    /// <summary>A finding object; <paramref name="offsetsOf"/> gives the offsets of a document's text by its hash. Without it, passages have their words and empty spans.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">It is no finding.</exception>
    public static Finding ReadFinding(string finding, Func<string, CodePointOffsets>? offsetsOf)
    {
        using var parsed = JsonDocument.Parse(finding);
        var json = parsed.RootElement;
        return new Finding
        {
            Id = Required(json, "id"),
            Kind = Name<FindingKind>(json, "kind"),
            Severity = Name<Severity>(json, "severity"),
            Summary = Required(json, "summary"),
            Statements = Strings(json, "statements"),
            Documents = Strings(json, "documents"),
            Matter = json.GetProperty("matter").GetString(),
            Evidence = [.. json.GetProperty("evidence").EnumerateArray().Select(evidence => ReadEvidence(evidence, offsetsOf))],
            Calculation = json.GetProperty("calculation") is { ValueKind: JsonValueKind.Object } calculation
                ? new Calculation(Required(calculation, "expression"), [.. calculation.EnumerateObject().Where(part => part.Name != "expression").Select(part => KeyValuePair.Create(part.Name, part.Value.GetString() ?? ""))])
                : null,
            Dismissed = json.TryGetProperty("dismissed", out var dismissed)
                ? new Dismissal(Required(dismissed, "judgement"), Required(dismissed, "by"), dismissed.GetProperty("when").GetDateTimeOffset(), Required(dismissed, "why"))
                : null,
        };
    }

    /// <summary>A matter object. The spans of its figures are not part of it and come back empty.</summary>
    /// <inheritdoc cref="ReadFinding" path="/exception"/>
    public static Matter ReadMatter(string matter)
    {
        using var parsed = JsonDocument.Parse(matter);
        var json = parsed.RootElement;
        return new Matter
        {
            Id = Required(json, "id"),
            Title = Required(json, "title"),
            Status = Name<MatterStatus>(json, "status"),
            StatusReason = Required(json, "status_reason"),
            Period = (Day(json.GetProperty("period"), "first"), Day(json.GetProperty("period"), "last")),
            Statements = [.. json.GetProperty("statements").EnumerateArray().Select(one => new DatedStatement(Required(one, "id"), Required(one, "document"), Day(one, "day"), one.GetProperty("origin").GetString(), Required(one, "side")))],
            Sides = [.. json.GetProperty("sides").EnumerateArray().Select(one => new MatterSide(Required(one, "name"), one.GetProperty("statements").GetInt32(), one.GetProperty("denials").GetInt32()))],
            Figures = [.. json.GetProperty("figures").EnumerateArray().Select(one => new FigureSeries(Required(one, "of"), [.. one.GetProperty("points").EnumerateArray().Select(ReadPoint)]))],
            Origins = [.. json.GetProperty("origins").EnumerateArray().Select(one => new MatterOrigin(
                Required(one, "name"), one.GetProperty("named").GetBoolean(), one.GetProperty("statements").GetInt32(), one.GetProperty("documents").GetInt32(), Strings(one, "outlets"), Strings(one, "names"), Strings(one, "why")))],
            Links = [.. json.GetProperty("links").EnumerateArray().Select(one => new StatementLink(Name<LinkKind>(one, "kind"), Required(one, "from"), Required(one, "to")))],
        };
    }

    private static FigurePoint ReadPoint(JsonElement json) => new(
        Required(json, "statement"), Day(json, "day"),
        new Figure(default, Number(json, "value"), Number(json, "low"), Number(json, "high"), Name<FigureBound>(json, "bound"), FigureKind.Count, null, null),
        Required(json, "text"), Required(json, "source"));

    private static Evidence ReadEvidence(JsonElement json, Func<string, CodePointOffsets>? offsetsOf)
    {
        var document = Required(json, "document");
        if (offsetsOf is null) { return new Evidence(document, default, Required(json, "text")); }
        var offsets = offsetsOf(document);
        return new Evidence(document, new TextSpan(offsets.ToUtf16(json.GetProperty("start").GetInt32()), offsets.ToUtf16(json.GetProperty("end").GetInt32())), Required(json, "text"));
    }

    private static double? Number(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static ImmutableArray<string> Strings(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];

    private static string Required(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is missing.");

    private static T Name<T>(JsonElement json, string name) where T : struct, Enum =>
        JsonNames.Parse<T>(Required(json, name)) ?? throw new FormatException($"'{Required(json, name)}' is no value of '{name}'.");

    private static DateOnly? Day(JsonElement json, string name) =>
        json.GetProperty(name).GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
