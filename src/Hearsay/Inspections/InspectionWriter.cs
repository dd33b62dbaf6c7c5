using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Judgements;
using Hearsay.Language;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Matters;
using Hearsay.Statements;

namespace Hearsay.Inspections;

/// <summary>Writes inspections, documents and statements as the JSON that other programs depend on (<c>hearsay.inspect/1</c>). Offsets leave here in Unicode code points.</summary>
public sealed class InspectionWriter
{
    private readonly Utf8JsonWriter json;
    private readonly Document document;
    private readonly CodePointOffsets offsets;

    private InspectionWriter(Utf8JsonWriter json, Document document)
    {
        this.json = json;
        this.document = document;
        offsets = new CodePointOffsets(document.Text);
    }

    /// <summary>How the JSON is spelled: no escapes but the necessary, so that texts in any script stay readable.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one inspection as an object with the layers that were asked for.</summary>
    public static void Write(Utf8JsonWriter json, Inspection inspection)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(inspection);
        new InspectionWriter(json, inspection.Document).WriteInspection(inspection);
    }

    /// <summary>Writes the <c>document</c> object alone.</summary>
    public static void Write(Utf8JsonWriter json, Document document)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(document);
        new InspectionWriter(json, document).WriteDocument();
    }

    /// <summary>Writes statements of one document, each as an object, by way of <paramref name="each"/>, which is called after every one.</summary>
    public static void Write(Utf8JsonWriter json, Document document, ImmutableArray<Statement> statements, Action each)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(each);
        var writer = new InspectionWriter(json, document);
        foreach (var statement in statements)
        {
            writer.WriteStatement(statement);
            each();
        }
    }

    private void WriteInspection(Inspection inspection)
    {
        var layers = inspection.Layers;
        json.WriteStartObject();
        json.WriteString("schema", "hearsay.inspect/1");
        json.WritePropertyName("document");
        WriteDocument();
        if (layers.HasFlag(Layers.Blocks)) { WriteArray("blocks", inspection.Document.Blocks, WriteBlock); }
        if (layers.HasFlag(Layers.Sentences)) { WriteArray("sentences", inspection.Annotated.Sentences, sentence => WriteSpanObject(sentence.Span)); }
        if (layers.HasFlag(Layers.Tokens)) { WriteTokens(inspection.Annotated); }
        if (layers.HasFlag(Layers.Entities)) { WriteArray("entities", inspection.Annotated.Entities, WriteEntity); }
        if (layers.HasFlag(Layers.Dates)) { WriteArray("dates", inspection.Annotated.Dates, WriteDate); }
        if (layers.HasFlag(Layers.Figures)) { WriteArray("figures", inspection.Annotated.Figures, WriteFigure); }
        if (layers.HasFlag(Layers.Statements))
        {
            json.WriteBoolean("statements_sought", inspection.StatementsSought);
            WriteArray("statements", inspection.Statements, WriteStatement);
        }

        if (layers.HasFlag(Layers.Findings)) { WriteArray("findings", MatterExaminer.Examine([inspection.Examined]).Findings, finding => FindingWriter.Write(json, finding, _ => offsets)); }
        json.WriteEndObject();
    }

    private void WriteDocument()
    {
        json.WriteStartObject();
        json.WriteString("sha256", document.Sha256);
        json.WriteString("path", document.Provenance.Path);
        json.WriteString("url", document.Url);
        json.WriteString("outlet", document.Outlet);
        json.WriteString("title", document.Title);
        json.WriteString("byline", document.Byline);
        json.WriteString("language", document.Language);
        json.WriteString("media_type", document.MediaType);
        json.WriteString("encoding", document.Encoding);
        json.WriteStartObject("published");
        WriteDay("value", document.Published.Value);
        WriteDay("earliest", document.Published.Earliest);
        WriteDay("latest", document.Published.Latest);
        json.WriteString("basis", JsonNames.Of(document.Published.Basis));
        if (document.Published.Reason is { } reason) { json.WriteString("reason", reason); }
        json.WriteEndObject();
        WriteDay("modified", document.Modified);
        WriteArray("notes", document.Notes, json.WriteStringValue);
        json.WriteString("text", document.Text);
        json.WriteEndObject();
    }

    private void WriteBlock(Block block)
    {
        json.WriteStartObject();
        json.WriteString("role", JsonNames.Of(block.Role));
        WriteOffsets(block.Span);
        if (block.Level is { } level) { json.WriteNumber("level", level); }
        json.WriteEndObject();
    }

    private void WriteStatement(Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("id", statement.Id);
        json.WriteString("document", statement.Document);
        json.WriteString("block", JsonNames.Of(statement.Block));
        json.WriteString("kind", JsonNames.Of(statement.Kind));
        json.WriteString("act", JsonNames.Of(statement.Act));
        json.WriteNumber("confidence", Math.Round(statement.Confidence, 4));
        WriteSource(statement.Source);
        WriteCue(statement.Cue);
        WriteArray("content", statement.Content, WriteTextObject);
        WriteArray("chain", statement.Chain, WriteHop);
        json.WriteString("via", statement.Via);
        json.WriteString("polarity", JsonNames.Of(statement.Polarity));
        json.WriteString("certainty", JsonNames.Of(statement.Certainty));
        json.WriteStartObject("said_on");
        json.WriteString("value", statement.SaidOn.Value);
        json.WriteString("basis", JsonNames.Of(statement.SaidOn.Basis));
        WriteOffsets(statement.SaidOn.Span);
        json.WriteEndObject();
        WriteArray("events", statement.Events, WriteEvent);
        WriteArray("figures", statement.Figures, WriteFigure);
        WriteArray("dates", statement.Dates, WriteDate);
        WriteArray("places", statement.Places, WritePlace);
        if (statement.Judged is { } judged) { WriteVerdict(judged); }
        json.WriteEndObject();
    }

    // What the engine had made of it is given where a person says otherwise.
    private void WriteVerdict(StatementVerdict judged)
    {
        json.WriteStartObject("judged");
        json.WriteString("verdict", JsonNames.Of(judged.Verdict));
        json.WriteString("judgement", judged.Judgement);
        json.WriteString("by", judged.By);
        json.WriteString("when", judged.When.UtcDateTime);
        json.WriteString("why", judged.Why);
        json.WriteNumber("confidence", Math.Round(judged.Machine.Confidence, 4));
        if (judged.Verdict is Verdict.Corrected or Verdict.Identified)
        {
            json.WritePropertyName("machine");
            WriteStatement(judged.Machine);
        }

        json.WriteEndObject();
    }

    private void WriteSource(StatementSource? source)
    {
        if (source is null)
        {
            json.WriteNull("source");
            return;
        }

        json.WriteStartObject("source");
        WriteOffsets(source.Span);
        WriteText(source.Span);
        json.WriteString("name", source.Name);
        json.WriteString("basis", JsonNames.Of(source.Basis));
        json.WriteString("type", JsonNames.Of(source.Type));
        json.WriteString("entity", source.Entity);
        json.WriteString("side", source.Side);
        json.WriteEndObject();
    }

    private void WriteCue(Cue? cue)
    {
        if (cue is null)
        {
            json.WriteNull("cue");
            return;
        }

        json.WriteStartObject("cue");
        WriteOffsets(cue.Span);
        WriteText(cue.Span);
        json.WriteString("lemma", cue.Lemma);
        json.WriteEndObject();
    }

    private void WriteHop(Hop hop)
    {
        json.WriteStartObject();
        json.WriteString("role", JsonNames.Of(hop.Role));
        json.WriteString("name", hop.Name);
        WriteText(hop.Span);
        WriteOffsets(hop.Span);
        json.WriteEndObject();
    }

    private void WriteEvent(StatementEvent told)
    {
        json.WriteStartObject();
        json.WriteString("type", told.Type);
        WriteOffsets(told.Span);
        WriteText(told.Span);
        json.WriteBoolean("negated", told.Negated);
        WriteArray("participants", told.Participants, WriteParticipant);
        if (told.Count is { } count) { json.WritePropertyName("count"); WriteFigure(count); } else { json.WriteNull("count"); }
        if (told.Place is { } place) { json.WritePropertyName("place"); WritePlace(place); } else { json.WriteNull("place"); }
        if (told.Time is { } time) { json.WritePropertyName("time"); WriteDate(time); } else { json.WriteNull("time"); }
        json.WriteEndObject();
    }

    private void WriteParticipant(EventParticipant participant)
    {
        json.WriteStartObject();
        json.WriteString("role", participant.Role);
        json.WriteString("name", participant.Name);
        json.WriteString("side", participant.Side);
        WriteOffsets(participant.Span);
        WriteText(participant.Span);
        json.WriteEndObject();
    }

    private void WritePlace(PlaceMention place)
    {
        json.WriteStartObject();
        WriteOffsets(place.Span);
        WriteText(place.Span);
        json.WriteString("name", place.Name);
        json.WriteString("id", place.Id);
        WriteArray("within", place.Within, containing =>
        {
            json.WriteStartObject();
            json.WriteString("id", containing.Id);
            json.WriteString("name", containing.Name);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private void WriteTokens(AnnotatedDocument annotated)
    {
        json.WriteStartArray("tokens");
        for (var i = 0; i < annotated.Tokens.Length; i++)
        {
            json.WriteStartObject();
            WriteOffsets(annotated.Tokens[i].Span);
            if (annotated.Grammar is { } grammar)
            {
                json.WriteString("lemma", grammar.Lemmas[i]);
                json.WriteString("pos", grammar.Tags[i]);
                json.WriteNumber("head", grammar.Heads[i]);
                json.WriteString("deprel", grammar.Relations[i]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteEntity(Entity entity)
    {
        json.WriteStartObject();
        WriteOffsets(entity.Span);
        WriteText(entity.Span);
        json.WriteString("type", JsonNames.Of(entity.Type));
        json.WriteString("name", entity.Name);
        json.WriteString("entity", entity.Id);
        json.WriteEndObject();
    }

    private void WriteDate(TimeExpression date)
    {
        json.WriteStartObject();
        WriteOffsets(date.Span);
        WriteText(date.Span);
        json.WriteString("type", JsonNames.Of(date.Type));
        json.WriteString("value", date.Value);
        json.WriteEndObject();
    }

    private void WriteFigure(Figure figure)
    {
        json.WriteStartObject();
        WriteOffsets(figure.Span);
        WriteText(figure.Span);
        WriteNumber("value", figure.Value);
        WriteNumber("low", figure.Low);
        WriteNumber("high", figure.High);
        json.WriteString("bound", JsonNames.Of(figure.Bound));
        json.WriteString("kind", JsonNames.Of(figure.Kind));
        json.WriteString("unit", figure.Unit);
        if (figure.Of is { } of)
        {
            json.WriteString("of", of.In(document.Text));
            json.WriteNumber("of_start", offsets.ToCodePoint(of.Start));
            json.WriteNumber("of_end", offsets.ToCodePoint(of.End));
        }
        else
        {
            json.WriteNull("of");
        }

        json.WriteEndObject();
    }

    private void WriteNumber(string name, double? number)
    {
        if (number is { } known) { json.WriteNumber(name, known); } else { json.WriteNull(name); }
    }

    private void WriteSpanObject(TextSpan span)
    {
        json.WriteStartObject();
        WriteOffsets(span);
        json.WriteEndObject();
    }

    private void WriteTextObject(TextSpan span)
    {
        json.WriteStartObject();
        WriteOffsets(span);
        WriteText(span);
        json.WriteEndObject();
    }

    private void WriteOffsets(TextSpan? span)
    {
        if (span is { } known)
        {
            json.WriteNumber("start", offsets.ToCodePoint(known.Start));
            json.WriteNumber("end", offsets.ToCodePoint(known.End));
        }
        else
        {
            json.WriteNull("start");
            json.WriteNull("end");
        }
    }

    private void WriteText(TextSpan? span)
    {
        if (span is { } known) { json.WriteString("text", known.In(document.Text)); } else { json.WriteNull("text"); }
    }

    private void WriteDay(string name, DateOnly? day) =>
        json.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private void WriteArray<T>(string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) { write(item); }
        json.WriteEndArray();
    }
}
