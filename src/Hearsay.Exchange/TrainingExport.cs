using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Statements;

namespace Hearsay.Exchange;

/// <summary>What people judged, as training data in the corpus's form: <c>text/NAME.txt</c> and a line of <c>attributions.jsonl</c> for each document.</summary>
/// <remarks>
/// Spans are code points, end exclusive, as <c>hearsay eval attributions</c> reads them. <c>attributions</c> holds what people accepted or corrected, <c>rejected</c> what they rejected,
/// <c>unjudged</c> what nobody has looked at; only where <c>unjudged</c> is empty does the absence of an attribution mean that somebody saw none among what was found.
/// </remarks>
public static class TrainingExport
{
    /// <summary>Writes the folder.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="folder">A new or empty folder.</param>
    /// <returns>Documents and attributions written.</returns>
    public static (int Documents, int Attributions) Write(EvidenceLedger ledger, string folder)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        Directory.CreateDirectory(Path.Combine(folder, "text"));
        var book = new JudgementBook(ledger.Judgements().Select(stored => stored.Judgement));
        ImmutableArray<string> originals = [.. book.Decisive.Where(judgement => judgement.Ruling is Ruling.OnStatement or Ruling.Add).SelectMany(judgement => judgement.Ruling.About).Select(statement => statement.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var (documents, attributions, last) = (0, 0, "");
        using var lines = new StreamWriter(Path.Combine(folder, "attributions.jsonl"), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var stored in ledger.Documents(originals, asJudged: false))
        {
            if (stored.Document.Sha256 == last) { continue; }
            last = stored.Document.Sha256;
            var judged = book.Judge(stored.Document, stored.Statements).Where(statement => statement.Judged!.Verdict is not Verdict.Identified).ToDictionary(statement => statement.Id, StringComparer.Ordinal);
            if (judged.Count == 0) { continue; }
            File.WriteAllText(Path.Combine(folder, "text", last + ".txt"), stored.Document.Text, new UTF8Encoding(false));
            lines.WriteLine(LineOf(stored.Document, stored.Statements, judged));
            documents++;
            attributions += judged.Values.Count(statement => statement.Judged!.Verdict is not Verdict.Rejected);
        }

        return (documents, attributions);
    }

    private static string LineOf(Document document, ImmutableArray<Statement> read, Dictionary<string, Statement> judged)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, InspectionWriter.Options);
        var offsets = new CodePointOffsets(document.Text);
        json.WriteStartObject();
        json.WriteString("name", document.Sha256);
        json.WriteString("annotator", string.Join(", ", judged.Values.Select(statement => statement.Judged!.By).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        Write("attributions", judged.Values.Where(statement => statement.Judged!.Verdict is not Verdict.Rejected));
        Write("rejected", judged.Values.Where(statement => statement.Judged!.Verdict is Verdict.Rejected));
        Write("unjudged", read.Where(statement => !judged.ContainsKey(statement.Id) && statement.Kind is not StatementKind.Narrated));
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.ToArray());

        void Write(string name, IEnumerable<Statement> statements)
        {
            json.WriteStartArray(name);
            foreach (var statement in statements.OrderBy(statement => statement.Start).ThenBy(statement => statement.Id, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("id", statement.Id);
                WriteSpans("source", statement.Source?.Span is { } source ? [source] : []);
                WriteSpans("cue", statement.Cue is { } cue ? [cue.Span] : []);
                WriteSpans("content", statement.Content);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        void WriteSpans(string name, ImmutableArray<TextSpan> spans)
        {
            json.WriteStartArray(name);
            foreach (var span in spans)
            {
                json.WriteStartArray();
                json.WriteNumberValue(offsets.ToCodePoint(span.Start));
                json.WriteNumberValue(offsets.ToCodePoint(span.End));
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }
    }
}
