using System.Globalization;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Statements;

namespace Hearsay.Exchange;

/// <summary>Statements as a W3C Web Annotation collection: an annotation each, a target for each span of its source, cue and content.</summary>
/// <remarks>
/// Web Annotation Data Model, W3C Recommendation of 23 February 2017. Positions count Unicode code points of the document's plain text, as the contract has it;
/// the quotes before and after let a reader of the original page find the words again. The state names the bytes that were read and when they were captured (R24).
/// </remarks>
public static class WebAnnotationExport
{
    private const int Context = 32; // code units before and after a quote

    /// <summary>Writes the collection.</summary>
    public static void Write(ExportScope scope, Stream output)
    {
        ArgumentNullException.ThrowIfNull(scope);
        using var json = new Utf8JsonWriter(output, InspectionWriter.Options);
        var matters = scope.Matters.SelectMany(matter => matter.Statements.Select(statement => (statement.Statement, matter.Id))).DistinctBy(pair => pair.Statement).ToDictionary(StringComparer.Ordinal);
        var total = 0;
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
        json.WriteString("id", "urn:hearsay:annotations");
        json.WriteString("type", "AnnotationCollection");
        json.WriteString("label", "Who said what, on whose word");
        json.WriteStartObject("first");
        json.WriteString("id", "urn:hearsay:annotations:1");
        json.WriteString("type", "AnnotationPage");
        json.WriteNumber("startIndex", 0);
        json.WriteStartArray("items");
        foreach (var (stored, statements) in scope.Documents())
        {
            var offsets = new CodePointOffsets(stored.Document.Text);
            foreach (var statement in statements)
            {
                WriteAnnotation(json, stored, statement, matters.GetValueOrDefault(statement.Id), offsets);
                total++;
            }

            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteNumber("total", total);
        json.WriteEndObject();
    }

    private static void WriteAnnotation(Utf8JsonWriter json, StoredDocument stored, Statement statement, string? matter, CodePointOffsets offsets)
    {
        json.WriteStartObject();
        json.WriteString("id", Ids.Statement(statement.Id));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "describing");
        WriteMakers(json, stored, statement.Judged);
        json.WriteStartArray("body");
        WriteText(json, Describe(statement, stored.Document.Text), "describing");
        foreach (var tag in Tags(statement)) { WriteText(json, tag, "tagging"); }
        if (matter is not null)
        {
            json.WriteStartObject();
            json.WriteString("type", "SpecificResource");
            json.WriteString("source", Ids.Matter(matter));
            json.WriteString("purpose", "linking");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("target");
        foreach (var span in Spans(statement)) { WriteTarget(json, stored, span, offsets); }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Who made it: the engine, and the person who judged what it had found.
    private static void WriteMakers(Utf8JsonWriter json, StoredDocument stored, StatementVerdict? judged)
    {
        json.WriteStartObject("generator");
        json.WriteString("id", "urn:hearsay:engine:" + Uri.EscapeDataString(stored.Engine));
        json.WriteString("type", "Software");
        json.WriteString("name", "Hearsay " + stored.Engine);
        json.WriteEndObject();
        if (judged is null) { return; }
        json.WriteStartObject("creator");
        json.WriteString("type", "Person");
        json.WriteString("name", judged.By);
        json.WriteEndObject();
        json.WriteString("modified", Time(judged.When));
    }

    private static void WriteText(Utf8JsonWriter json, string value, string purpose)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("value", value);
        json.WriteString("format", "text/plain");
        json.WriteString("purpose", purpose);
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, StoredDocument stored, TextSpan span, CodePointOffsets offsets)
    {
        var document = stored.Document;
        json.WriteStartObject();
        json.WriteString("type", "SpecificResource");
        json.WriteString("source", AbsoluteUrl(document.Url) ?? Ids.Original(document.Sha256));
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", offsets.ToCodePoint(span.Start));
        json.WriteNumber("end", offsets.ToCodePoint(span.End));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", span.SliceOf(document.Text));
        json.WriteString("prefix", document.Text[Whole(document.Text, Math.Max(0, span.Start - Context))..span.Start]);
        json.WriteString("suffix", document.Text[span.End..Whole(document.Text, Math.Min(document.Text.Length, span.End + Context))]);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("state");
        json.WriteString("type", "TimeState");
        json.WriteString("sourceDate", Time(stored.Captures[0].Time));
        json.WriteString("cached", Ids.Original(document.Sha256));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static IEnumerable<TextSpan> Spans(Statement statement) =>
        new[] { statement.Source?.Span, statement.Cue?.Span }.OfType<TextSpan>().Concat(statement.Content).Distinct();

    private static string Describe(Statement statement, string text)
    {
        var content = string.Join(" … ", statement.Content.Select(part => part.SliceOf(text)));
        return $"{statement.Source?.Name ?? "Somebody"} {(statement.Polarity is Polarity.Denied ? "denies" : "puts forward")}: “{content}”";
    }

    private static IEnumerable<string> Tags(Statement statement) =>
        new[] { JsonNames.Of(statement.Kind), JsonNames.Of(statement.Act), JsonNames.Of(statement.Polarity), JsonNames.Of(statement.Certainty) }.Concat(statement.Events.Select(told => told.Type)).Distinct(StringComparer.Ordinal);

    /// <summary>The address where it is an absolute one of the web, else null.</summary>
    internal static string? AbsoluteUrl(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var known) && known.Scheme is "http" or "https" ? known.AbsoluteUri : null;

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // Not between the halves of a surrogate pair.
    private static int Whole(string text, int offset) => offset > 0 && offset < text.Length && char.IsLowSurrogate(text[offset]) ? offset - 1 : offset;
}
