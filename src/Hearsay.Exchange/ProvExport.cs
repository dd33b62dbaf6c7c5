using System.Globalization;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Judgements;

namespace Hearsay.Exchange;

/// <summary>Where everything comes from, as PROV-JSON: bytes, texts, statements, matters and findings; how they were captured, read, examined and judged; and by whom.</summary>
/// <remarks>The PROV-JSON Serialization, W3C Member Submission of 24 April 2013, of the PROV data model. Written in passes, so that no more than one document is in memory.</remarks>
public static class ProvExport
{
    /// <summary>Writes the document.</summary>
    /// <param name="scope">What of the ledger.</param>
    /// <param name="judgements">The ledger's judgements; those about statements in scope are told.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ExportScope scope, IReadOnlyCollection<Judgement> judgements, Stream output)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(judgements);
        using var json = new Utf8JsonWriter(output, InspectionWriter.Options);
        new Writer(scope, judgements, json).WriteAll();
    }

    private sealed class Writer(ExportScope scope, IReadOnlyCollection<Judgement> judgements, Utf8JsonWriter json)
    {
        private readonly SortedDictionary<string, string> engines = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, string> people = new(StringComparer.Ordinal);
        private readonly SortedSet<string> judged = new(StringComparer.Ordinal);
        private int relations;

        public void WriteAll()
        {
            json.WriteStartObject();
            json.WriteStartObject("prefix");
            json.WriteString("hearsay", "urn:hearsay:");
            json.WriteString("prov", "http://www.w3.org/ns/prov#");
            json.WriteString("xsd", "http://www.w3.org/2001/XMLSchema#");
            json.WriteEndObject();
            Section("entity", Entities);
            Section("activity", Activities);
            Section("agent", Agents);
            Section("wasGeneratedBy", Generations);
            Section("used", Uses);
            Section("wasAssociatedWith", Associations);
            Section("wasDerivedFrom", Derivations);
            Section("wasAttributedTo", Attributions);
            json.WriteEndObject();
            json.Flush();
        }

        private void Section(string name, Action write)
        {
            json.WriteStartObject(name);
            write();
            json.WriteEndObject();
            json.Flush();
        }

        private void Entities()
        {
            foreach (var (stored, statements) in scope.Documents())
            {
                var document = stored.Document;
                engines[Engine(stored.Engine)] = "Hearsay " + stored.Engine;
                Named(Original(document.Sha256), ("prov:type", "hearsay:Original"), ("hearsay:sha256", document.Sha256), ("hearsay:mediaType", document.MediaType), ("prov:location", document.Url));
                Named(Text(document.Sha256), ("prov:type", "hearsay:Text"), ("prov:label", document.Title), ("hearsay:outlet", document.Outlet), ("hearsay:published", Day(document.Published.Value)));
                foreach (var statement in statements)
                {
                    Named(Statement(statement.Id), ("prov:type", "hearsay:Statement"), ("hearsay:source", statement.Source?.Name), ("hearsay:polarity", JsonNames.Of(statement.Polarity)), ("hearsay:content", string.Join(" … ", statement.Content.Select(part => part.SliceOf(document.Text)))));
                    if (statement.Judged is { } verdict) { judged.Add(verdict.Judgement); }
                }

                foreach (var capture in stored.Captures.Where(capture => capture.Provenance.Collector is not null)) { people[Person(capture.Provenance.Collector!)] = capture.Provenance.Collector!; }
                json.Flush();
            }

            foreach (var matter in scope.Matters) { Named(Matter(matter.Id), ("prov:type", "prov:Collection"), ("prov:label", matter.Title), ("hearsay:status", JsonNames.Of(matter.Status))); }
            foreach (var finding in scope.Findings)
            {
                Named(Finding(finding.Id), ("prov:type", "hearsay:Finding"), ("prov:label", finding.Summary), ("hearsay:kind", JsonNames.Of(finding.Kind)), ("hearsay:dismissed", finding.Dismissed?.Why));
                if (finding.Dismissed is { } dismissed) { judged.Add(dismissed.Judgement); }
            }

            foreach (var judgement in Told())
            {
                people[Person(judgement.By)] = judgement.By;
                Named(Judged(judgement.Id), ("prov:type", "hearsay:Judgement"), ("prov:label", judgement.Why));
            }
        }

        private void Activities()
        {
            foreach (var (stored, _) in scope.Documents())
            {
                foreach (var capture in stored.Captures)
                {
                    var time = WebAnnotationExport.Time(capture.Time);
                    Named(Capture(capture.Entry), ("prov:type", "hearsay:Capturing"), ("prov:startTime", time), ("prov:endTime", time), ("hearsay:path", capture.Provenance.Path), ("hearsay:reason", capture.Provenance.Reason));
                }

                Named(Reading(stored.Document.Sha256), ("prov:type", "hearsay:Reading"));
            }

            if (!scope.Matters.IsEmpty) { Named("hearsay:examining", ("prov:type", "hearsay:Examining")); }
            foreach (var judgement in Told()) { Named(Judging(judgement.Id), ("prov:type", "hearsay:Judging"), ("prov:startTime", WebAnnotationExport.Time(judgement.When)), ("prov:endTime", WebAnnotationExport.Time(judgement.When))); }
        }

        private void Agents()
        {
            foreach (var (id, name) in engines) { Named(id, ("prov:type", "prov:SoftwareAgent"), ("prov:label", name)); }
            foreach (var (id, name) in people) { Named(id, ("prov:type", "prov:Person"), ("prov:label", name)); }
        }

        private void Generations()
        {
            foreach (var (stored, statements) in scope.Documents())
            {
                var sha256 = stored.Document.Sha256;
                foreach (var capture in stored.Captures) { Relate(("prov:entity", Original(sha256)), ("prov:activity", Capture(capture.Entry))); }
                Relate(("prov:entity", Text(sha256)), ("prov:activity", Reading(sha256)));
                foreach (var statement in statements) { Relate(("prov:entity", Statement(statement.Id)), ("prov:activity", Reading(sha256))); }
            }

            foreach (var matter in scope.Matters) { Relate(("prov:entity", Matter(matter.Id)), ("prov:activity", "hearsay:examining")); }
            foreach (var finding in scope.Findings.Where(_ => !scope.Matters.IsEmpty)) { Relate(("prov:entity", Finding(finding.Id)), ("prov:activity", "hearsay:examining")); }
            foreach (var judgement in Told()) { Relate(("prov:entity", Judged(judgement.Id)), ("prov:activity", Judging(judgement.Id))); }
        }

        private void Uses()
        {
            foreach (var (stored, _) in scope.Documents()) { Relate(("prov:activity", Reading(stored.Document.Sha256)), ("prov:entity", Original(stored.Document.Sha256))); }
        }

        private void Associations()
        {
            foreach (var (stored, _) in scope.Documents())
            {
                Relate(("prov:activity", Reading(stored.Document.Sha256)), ("prov:agent", Engine(stored.Engine)));
                foreach (var capture in stored.Captures.Where(capture => capture.Provenance.Collector is not null)) { Relate(("prov:activity", Capture(capture.Entry)), ("prov:agent", Person(capture.Provenance.Collector!))); }
            }

            foreach (var judgement in Told()) { Relate(("prov:activity", Judging(judgement.Id)), ("prov:agent", Person(judgement.By))); }
        }

        private void Derivations()
        {
            foreach (var (stored, statements) in scope.Documents())
            {
                Relate(("prov:generatedEntity", Text(stored.Document.Sha256)), ("prov:usedEntity", Original(stored.Document.Sha256)));
                foreach (var statement in statements)
                {
                    Relate(("prov:generatedEntity", Statement(statement.Id)), ("prov:usedEntity", Text(stored.Document.Sha256)));
                    if (statement.Judged is { } verdict) { Relate(("prov:generatedEntity", Statement(statement.Id)), ("prov:usedEntity", Judged(verdict.Judgement))); }
                }
            }

            foreach (var matter in scope.Matters)
            {
                foreach (var statement in matter.Statements) { Relate(("prov:generatedEntity", Matter(matter.Id)), ("prov:usedEntity", Statement(statement.Statement))); }
            }

            foreach (var finding in scope.Findings)
            {
                foreach (var document in finding.Documents) { Relate(("prov:generatedEntity", Finding(finding.Id)), ("prov:usedEntity", Text(document))); }
            }
        }

        private void Attributions()
        {
            foreach (var judgement in Told()) { Relate(("prov:entity", Judged(judgement.Id)), ("prov:agent", Person(judgement.By))); }
        }

        private IEnumerable<Judgement> Told() => judgements.Where(judgement => judged.Contains(judgement.Id));

        private void Named(string id, params ReadOnlySpan<(string Name, string? Value)> attributes)
        {
            json.WriteStartObject(id);
            foreach (var (name, value) in attributes)
            {
                if (value is null) { continue; }
                if (name == "prov:type")
                {
                    json.WriteStartObject(name);
                    json.WriteString("$", value);
                    json.WriteString("type", "prov:QUALIFIED_NAME");
                    json.WriteEndObject();
                }
                else
                {
                    json.WriteString(name, value);
                }
            }

            json.WriteEndObject();
        }

        private void Relate((string Role, string Id) first, (string Role, string Id) second)
        {
            json.WriteStartObject(string.Create(CultureInfo.InvariantCulture, $"_:r{++relations}"));
            json.WriteString(first.Role, first.Id);
            json.WriteString(second.Role, second.Id);
            json.WriteEndObject();
        }

        private static string Original(string sha256) => "hearsay:original-" + sha256;

        private static string Text(string sha256) => "hearsay:text-" + sha256;

        private static string Reading(string sha256) => "hearsay:reading-" + sha256;

        private static string Capture(long entry) => string.Create(CultureInfo.InvariantCulture, $"hearsay:capture-{entry}");

        private static string Statement(string id) => "hearsay:statement-" + id;

        private static string Matter(string id) => "hearsay:matter-" + id;

        private static string Finding(string id) => "hearsay:finding-" + id;

        private static string Judged(string id) => "hearsay:judgement-" + id;

        private static string Judging(string id) => "hearsay:judging-" + id;

        private static string Engine(string version) => "hearsay:engine-" + Ids.OfName(version);

        private static string Person(string name) => "hearsay:person-" + Ids.OfName(name);

        private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
