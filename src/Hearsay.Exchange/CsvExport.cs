using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Statements;

namespace Hearsay.Exchange;

/// <summary>The ledger's content as CSV: UTF-8 without byte-order mark, RFC 4180 quoting, lines ended by a line feed. A cell that a spreadsheet would take for a formula gets an apostrophe in front; JSON Lines give values as they are.</summary>
internal static class CsvExport
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", WriteByteOrderMark = false, Injection = CsvInjection.Escape };

    private static readonly string[] JudgementColumns = ["id", "by", "when", "why", "standing", "nearest"];

    /// <summary>One row a capture.</summary>
    public static void WriteDocuments(EvidenceLedger ledger, Stream output)
    {
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteRecord((string?[])["sha256", "path", "url", "outlet", "title", "byline", "language", "media_type", "encoding", "published", "published_earliest", "published_latest", "published_basis", "modified"]);
        foreach (var stored in ledger.Documents())
        {
            var document = stored.Document;
            foreach (var capture in stored.Captures)
            {
                csv.WriteRecord((string?[])[
                    document.Sha256, capture.Provenance.Path, document.Url, document.Outlet, document.Title, document.Byline, document.Language, document.MediaType, document.Encoding,
                    Day(document.Published.Value), Day(document.Published.Earliest), Day(document.Published.Latest), JsonNames.Of(document.Published.Basis), Day(document.Modified)]);
            }
        }
    }

    /// <summary>One row a statement. Parts of a content are joined by <c> … </c>, hops of a chain by <c> &lt; </c>, the outlet first; offsets are code points.</summary>
    public static void WriteStatements(IEnumerable<StoredDocument> documents, double least, Stream output)
    {
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteRecord((string?[])["id", "document", "block", "kind", "act", "confidence", "source", "source_name", "source_basis", "source_type", "cue", "cue_lemma", "content", "content_start", "content_end", "chain", "via", "polarity", "certainty", "said_on", "said_on_basis", "verdict", "judged_by", "judged_why"]);
        foreach (var stored in documents)
        {
            var offsets = new CodePointOffsets(stored.Document.Text);
            foreach (var statement in stored.Statements.Where(statement => statement.Confidence >= least)) { csv.WriteRecord(Row(statement, stored.Document, offsets)); }
        }
    }

    /// <summary>One row a matter. Names of sides are joined by <c>; </c>.</summary>
    public static void WriteMatters(EvidenceLedger ledger, Stream output)
    {
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteRecord((string?[])["id", "title", "status", "status_reason", "first", "last", "statements", "documents", "sides", "origins"]);
        foreach (var matter in ledger.MatterJson().Select(FindingReader.ReadMatter))
        {
            csv.WriteRecord((string?[])[
                matter.Id, matter.Title, JsonNames.Of(matter.Status), matter.StatusReason, Day(matter.Period.First), Day(matter.Period.Last), Number(matter.Statements.Length),
                Number(matter.Statements.Select(statement => statement.Document).Distinct(StringComparer.Ordinal).Count()), string.Join("; ", matter.Sides.Select(side => side.Name)), Number(matter.Origins.Length)]);
        }
    }

    /// <summary>One row a finding. Ids, and the words of the evidence, are joined by <c>; </c>.</summary>
    public static void WriteFindings(EvidenceLedger ledger, Stream output)
    {
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteRecord((string?[])["id", "kind", "severity", "summary", "matter", "documents", "statements", "calculation", "evidence", "dismissed_by", "dismissed_why"]);
        foreach (var json in ledger.FindingJson())
        {
            using var finding = JsonDocument.Parse(json);
            var root = finding.RootElement;
            csv.WriteRecord((string?[])[
                root.GetProperty("id").GetString(), root.GetProperty("kind").GetString(), root.GetProperty("severity").GetString(), root.GetProperty("summary").GetString(), root.GetProperty("matter").GetString(),
                Joined(root.GetProperty("documents")), Joined(root.GetProperty("statements")),
                root.GetProperty("calculation") is { ValueKind: JsonValueKind.Object } calculation ? calculation.GetProperty("expression").GetString() : null,
                string.Join("; ", root.GetProperty("evidence").EnumerateArray().Select(evidence => evidence.GetProperty("text").GetString())),
                root.TryGetProperty("dismissed", out var dismissed) ? dismissed.GetProperty("by").GetString() : null, root.TryGetProperty("dismissed", out var reason) ? reason.GetProperty("why").GetString() : null]);
        }
    }

    /// <summary>One row a judgement, the earliest first; what it is about as JSON.</summary>
    public static void WriteJudgements(EvidenceLedger ledger, Stream output)
    {
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteRecord([.. JudgementColumns, "verdict", "ruling"]);
        foreach (var line in ledger.JudgementJson())
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            csv.WriteRecord((string?[])[
                .. JudgementColumns.Select(name => root.GetProperty(name).GetString()),
                root.GetProperty("ruling").GetProperty("verdict").GetString(), root.GetProperty("ruling").GetRawText()]);
        }
    }

    private static string Joined(JsonElement strings) => string.Join("; ", strings.EnumerateArray().Select(one => one.GetString()));

    /// <summary>One row a record of an audited list: the audit's id, then the contract's columns.</summary>
    public static void WriteRolls(IEnumerable<string> rows, Stream output)
    {
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteRecord((string[])["audit", .. AuditJson.Columns]);
        foreach (var row in rows)
        {
            using var json = System.Text.Json.JsonDocument.Parse(row);
            csv.WriteRecord((string?[])[.. AuditJson.Columns.Prepend("audit").Select(column => json.RootElement.TryGetProperty(column, out var cell) ? cell.ToString() : null)]);
        }
    }

    private static string?[] Row(Statement statement, Document document, CodePointOffsets offsets) =>
    [
        statement.Id,
        statement.Document,
        JsonNames.Of(statement.Block),
        JsonNames.Of(statement.Kind),
        JsonNames.Of(statement.Act),
        statement.Confidence.ToString(CultureInfo.InvariantCulture),
        statement.Source?.Span?.SliceOf(document.Text),
        statement.Source?.Name,
        statement.Source is { Basis: var basis } ? JsonNames.Of(basis) : null,
        statement.Source is { Type: var type } ? JsonNames.Of(type) : null,
        statement.Cue?.Span.SliceOf(document.Text),
        statement.Cue?.Lemma,
        string.Join(" … ", statement.Content.Select(part => part.SliceOf(document.Text))),
        Number(offsets.ToCodePoint(statement.Content[0].Start)),
        Number(offsets.ToCodePoint(statement.Content[^1].End)),
        string.Join(" < ", statement.Chain.Select(hop => $"{JsonNames.Of(hop.Role)}: {hop.Name}")),
        statement.Via,
        JsonNames.Of(statement.Polarity),
        JsonNames.Of(statement.Certainty),
        statement.SaidOn.Value,
        JsonNames.Of(statement.SaidOn.Basis),
        statement.Judged is { } judged ? JsonNames.Of(judged.Verdict) : null,
        statement.Judged?.By,
        statement.Judged?.Why,
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
