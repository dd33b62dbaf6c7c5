using System.Globalization;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Statements;

namespace Hearsay.Exchange;

/// <summary>Documents, sources, statements and matters as FollowTheMoney entities, one JSON object a line, for Aleph and its kin.</summary>
/// <remarks>
/// A document is an <c>Article</c>, a source a <c>Person</c>, <c>Organization</c> or <c>LegalEntity</c>, a statement a <c>Note</c> about its source with the document as proof,
/// a matter an <c>Event</c>. Properties are those of the published model (<c>@alephdata/followthemoney</c> 3.8); names that stand on lists are in none of them.
/// </remarks>
public static class FollowTheMoneyExport
{
    /// <summary>Writes the entities: each document with its statements, then the sources, then the matters.</summary>
    public static void Write(ExportScope scope, Stream output)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(output);
        var lines = new Lines(output);
        var sources = new SortedDictionary<string, (string Schema, string Name, SortedSet<string> Aliases)>(StringComparer.Ordinal);
        var sourceOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (stored, statements) in scope.Documents())
        {
            WriteDocument(lines, stored);
            foreach (var statement in statements)
            {
                if (statement.Source is { } source)
                {
                    var id = SourceId(source.Name);
                    sourceOf[statement.Id] = id;
                    if (!sources.TryGetValue(id, out var known)) { sources[id] = known = (SchemaOf(source.Type), source.Name, new SortedSet<string>(StringComparer.Ordinal)); }
                    if (source.Span?.SliceOf(stored.Document.Text) is { } words && words != source.Name && words.Length < 200 && char.IsUpper(words[0]) && words.Contains(' ', StringComparison.Ordinal)) { known.Aliases.Add(words); }
                }

                WriteStatement(lines, stored, statement);
            }
        }

        foreach (var (id, (schema, name, aliases)) in sources) { lines.Write(id, schema, ("name", [name]), ("weakAlias", [.. aliases])); }
        foreach (var matter in scope.Matters)
        {
            lines.Write(
                "hearsay-matter-" + matter.Id, "Event",
                ("name", [matter.Title]), ("summary", [matter.StatusReason]), ("startDate", [Day(matter.Period.First)]), ("endDate", [Day(matter.Period.Last)]),
                ("involved", [.. matter.Statements.Select(statement => sourceOf.GetValueOrDefault(statement.Statement)).Distinct()]),
                ("proof", [.. matter.Statements.Select(statement => DocumentId(statement.Document)).Distinct(StringComparer.Ordinal)]),
                ("keywords", [JsonNames.Of(matter.Status)]));
        }
    }

    private static void WriteDocument(Lines lines, StoredDocument stored)
    {
        var document = stored.Document;
        var name = document.Title ?? document.Provenance.Path;
        lines.Write(
            DocumentId(document.Sha256), "Article",
            ("name", [name]), ("title", [document.Title]), ("fileName", [document.Provenance.Path.Split('/')[^1]]), ("mimeType", [document.MediaType]), ("publisher", [document.Outlet]), ("author", [document.Byline]),
            ("publishedAt", [Day(document.Published.Value)]), ("language", [LanguageOf(document.Language)]), ("sourceUrl", [WebAnnotationExport.AbsoluteUrl(document.Url)]),
            ("retrievedAt", [WebAnnotationExport.Time(stored.Captures[0].Time)]), ("notes", ["SHA-256 " + document.Sha256]));
    }

    private static void WriteStatement(Lines lines, StoredDocument stored, Statement statement)
    {
        var content = string.Join(" … ", statement.Content.Select(part => part.SliceOf(stored.Document.Text)));
        var verb = statement.Polarity is Polarity.Denied ? "denies" : statement.Cue?.Lemma ?? "states";
        lines.Write(
            "hearsay-statement-" + statement.Id, "Note",
            ("name", [$"{statement.Source?.Name ?? stored.Document.Outlet ?? "Somebody"} ({verb})"]), ("description", [content]),
            ("entity", statement.Source is { } source ? [SourceId(source.Name)] : []), ("proof", [DocumentId(statement.Document)]),
            ("createdAt", [Date(statement.SaidOn.Value)]), ("publisher", [stored.Document.Outlet]), ("sourceUrl", [WebAnnotationExport.AbsoluteUrl(stored.Document.Url)]),
            ("keywords", [JsonNames.Of(statement.Polarity), JsonNames.Of(statement.Certainty), .. statement.Events.Select(told => told.Type).Distinct(StringComparer.Ordinal)]));
    }

    private static string SchemaOf(SourceType type) => type switch { SourceType.Person => "Person", SourceType.Organisation => "Organization", _ => "LegalEntity" };

    private static string SourceId(string name) => "hearsay-source-" + Ids.OfName(name);

    private static string DocumentId(string sha256) => "hearsay-document-" + sha256;

    // ISO 639-3, as the model has it.
    private static string? LanguageOf(string? language) => language switch { "en" => "eng", "uk" => "ukr", "ru" => "rus", "de" => "deu", "fr" => "fra", "pl" => "pol", _ => null };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Of the TIMEX3 values those that are dates: a year, a month, a day.
    private static string? Date(string? value) => value is { Length: 4 or 7 or 10 } && value.All(c => char.IsAsciiDigit(c) || c == '-') ? value : null;

    private sealed class Lines(Stream output)
    {
        public void Write(string id, string schema, params ReadOnlySpan<(string Name, string?[] Values)> properties)
        {
            using (var json = new Utf8JsonWriter(output, InspectionWriter.Options))
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("schema", schema);
                json.WriteStartObject("properties");
                foreach (var (name, values) in properties)
                {
                    if (values.All(string.IsNullOrEmpty)) { continue; }
                    json.WriteStartArray(name);
                    foreach (var value in values.Where(value => !string.IsNullOrEmpty(value))) { json.WriteStringValue(value); }
                    json.WriteEndArray();
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            output.WriteByte((byte)'\n');
        }
    }
}
