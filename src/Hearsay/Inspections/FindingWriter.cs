using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Hearsay.Judgements;
using Hearsay.Matters;

namespace Hearsay.Inspections;

/// <summary>Writes findings and matters as JSON. Offsets leave here in Unicode code points.</summary>
public static class FindingWriter
{
    private const int TypicalLength = 4096; // bytes; fewer would be copied again and again

    /// <summary>One finding as a line of JSON.</summary>
    public static string ToJson(Finding finding, Func<string, CodePointOffsets> offsetsOf) => ToJson(json => Write(json, finding, offsetsOf));

    /// <summary>One matter as a line of JSON.</summary>
    public static string ToJson(Matter matter) => ToJson(json => Write(json, matter));

    private static string ToJson(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(TypicalLength);
        using var json = new Utf8JsonWriter(buffer, InspectionWriter.Options);
        write(json);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes one finding as an object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="offsetsOf">The offsets of a document's text, by its hash.</param>
    public static void Write(Utf8JsonWriter json, Finding finding, Func<string, CodePointOffsets> offsetsOf)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(offsetsOf);
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("kind", JsonNames.Of(finding.Kind));
        json.WriteString("severity", JsonNames.Of(finding.Severity));
        json.WriteString("summary", finding.Summary);
        WriteStrings(json, "statements", finding.Statements);
        WriteStrings(json, "documents", finding.Documents);
        json.WriteString("matter", finding.Matter);
        json.WriteStartArray("evidence");
        foreach (var evidence in finding.Evidence)
        {
            var offsets = offsetsOf(evidence.Document);
            json.WriteStartObject();
            json.WriteString("document", evidence.Document);
            json.WriteNumber("start", offsets.ToCodePoint(evidence.Span.Start));
            json.WriteNumber("end", offsets.ToCodePoint(evidence.Span.End));
            json.WriteString("text", evidence.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (finding.Calculation is { } calculation)
        {
            json.WriteStartObject("calculation");
            json.WriteString("expression", calculation.Expression);
            foreach (var (name, value) in calculation.Details) { json.WriteString(name, value); }
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("calculation");
        }

        if (finding.Dismissed is { } dismissed) { WriteDismissal(json, dismissed); }
        json.WriteEndObject();
    }

    private static void WriteDismissal(Utf8JsonWriter json, Dismissal dismissed)
    {
        json.WriteStartObject("dismissed");
        json.WriteString("judgement", dismissed.Judgement);
        json.WriteString("by", dismissed.By);
        json.WriteString("when", dismissed.When.UtcDateTime);
        json.WriteString("why", dismissed.Why);
        json.WriteEndObject();
    }

    /// <summary>Writes one matter as an object.</summary>
    public static void Write(Utf8JsonWriter json, Matter matter)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(matter);
        json.WriteStartObject();
        json.WriteString("id", matter.Id);
        json.WriteString("title", matter.Title);
        json.WriteString("status", JsonNames.Of(matter.Status));
        json.WriteString("status_reason", matter.StatusReason);
        json.WriteStartObject("period");
        WriteDay(json, "first", matter.Period.First);
        WriteDay(json, "last", matter.Period.Last);
        json.WriteEndObject();
        WriteStrings(json, "documents", matter.Statements.Select(statement => statement.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        json.WriteStartArray("statements");
        foreach (var statement in matter.Statements)
        {
            json.WriteStartObject();
            json.WriteString("id", statement.Statement);
            json.WriteString("document", statement.Document);
            WriteDay(json, "day", statement.Day);
            json.WriteString("origin", statement.Origin);
            json.WriteString("side", statement.Side);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("sides");
        foreach (var side in matter.Sides)
        {
            json.WriteStartObject();
            json.WriteString("name", side.Name);
            json.WriteNumber("statements", side.Statements);
            json.WriteNumber("denials", side.Denials);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteFigures(json, matter);
        WriteOrigins(json, matter);
        json.WriteStartArray("links");
        foreach (var link in matter.Links)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNames.Of(link.Kind));
            json.WriteString("from", link.From);
            json.WriteString("to", link.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, Matter matter)
    {
        json.WriteStartArray("figures");
        foreach (var series in matter.Figures)
        {
            json.WriteStartObject();
            json.WriteString("of", series.Of);
            json.WriteStartArray("points");
            foreach (var point in series.Points)
            {
                json.WriteStartObject();
                json.WriteString("statement", point.Statement);
                WriteDay(json, "day", point.Day);
                WriteNumber(json, "value", point.Figure.Value);
                WriteNumber(json, "low", point.Figure.Low);
                WriteNumber(json, "high", point.Figure.High);
                json.WriteString("bound", JsonNames.Of(point.Figure.Bound));
                json.WriteString("text", point.Text);
                json.WriteString("source", point.Source);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOrigins(Utf8JsonWriter json, Matter matter)
    {
        json.WriteStartArray("origins");
        foreach (var origin in matter.Origins)
        {
            json.WriteStartObject();
            json.WriteString("name", origin.Name);
            json.WriteBoolean("named", origin.IsNamed);
            json.WriteNumber("statements", origin.Statements);
            json.WriteNumber("documents", origin.Documents);
            WriteStrings(json, "outlets", origin.Outlets);
            WriteStrings(json, "names", origin.Names);
            WriteStrings(json, "why", origin.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> strings)
    {
        json.WriteStartArray(name);
        foreach (var text in strings) { json.WriteStringValue(text); }
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known) { json.WriteNumber(name, known); } else { json.WriteNull(name); }
    }

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
