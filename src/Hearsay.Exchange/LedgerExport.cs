using System.Text;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Ledger;

namespace Hearsay.Exchange;

/// <summary>The ledger's content in every form that is one stream of text: what the command and the workbench both give.</summary>
/// <remarks>The same content gives the same bytes. Names that stand on audited lists are given only where the caller asks for them, which it must have logged.</remarks>
public static class LedgerExport
{
    private static readonly string[] Tables = ["documents", "statements", "matters", "findings", "judgements", "rolls"];

    /// <summary>Every form: <c>jsonl</c>, <c>csv</c>, and those of other people.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["jsonl", "csv", "claimreview", "webannotation", "prov", "ftm"];

    /// <summary>How something is exported; what does not concern it changes nothing.</summary>
    /// <param name="Matter">The one matter that others' forms are of; null for all.</param>
    /// <param name="WithNames">True to give the names on lists.</param>
    /// <param name="LeastConfidence">Statements of less are left out of tables of statements.</param>
    /// <param name="AsRead">True for statements as the engine found them, whatever people judged.</param>
    /// <param name="Publisher">Who publishes reviews.</param>
    public sealed record Options(ExportScope? Matter = null, bool WithNames = false, double LeastConfidence = 0, bool AsRead = false, ReviewPublisher? Publisher = null);

    /// <summary>True where something can be had in a form.</summary>
    public static bool Fits(string what, string format) => format switch
    {
        "jsonl" or "csv" => Tables.Contains(what, StringComparer.Ordinal),
        "claimreview" => what == "matters",
        "webannotation" or "prov" or "ftm" => what is "matters" or "statements",
        _ => false,
    };

    /// <summary>Writes it.</summary>
    /// <returns>For <c>claimreview</c>, how many reviews were written and how many matters nobody rated; otherwise null.</returns>
    /// <exception cref="ArgumentException">It cannot be had in this form, or reviews have no publisher.</exception>
    public static (int Written, int Unrated)? Write(EvidenceLedger ledger, string what, string format, Stream output, Options options)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(options);
        if (!Fits(what, format)) { throw new ArgumentException($"'{what}' cannot be had as {format}.", nameof(format)); }
        ExportScope Scope() => options.Matter ?? (what == "statements" ? ExportScope.Everything(ledger) : ExportScope.AllMatters(ledger));
        switch (what, format)
        {
            case (_, "claimreview"):
                var (written, unrated) = ClaimReviewExport.Write(Scope(), new JudgementBook(ledger.Judgements().Select(stored => stored.Judgement)), options.Publisher ?? throw new ArgumentException("Reviews need a publisher.", nameof(options)), output);
                return (written, unrated.Length);
            case (_, "webannotation"): WebAnnotationExport.Write(Scope(), output); break;
            case (_, "prov"): ProvExport.Write(Scope(), [.. ledger.Judgements().Select(stored => stored.Judgement)], output); break;
            case (_, "ftm"): FollowTheMoneyExport.Write(Scope(), output); break;
            case ("documents", "csv"): CsvExport.WriteDocuments(ledger, output); break;
            case ("documents", _): WriteDocuments(ledger, output); break;
            case ("statements", "csv"): CsvExport.WriteStatements(ledger.Documents(!options.AsRead), options.LeastConfidence, output); break;
            case ("statements", _): WriteLines(ledger.StatementJson(!options.AsRead).Where(line => options.LeastConfidence <= 0 || ConfidenceOf(line) >= options.LeastConfidence), output); break;
            case ("matters", "csv"): CsvExport.WriteMatters(ledger, output); break;
            case ("matters", _): WriteLines(ledger.MatterJson(), output); break;
            case ("findings", "csv"): CsvExport.WriteFindings(ledger, output); break;
            case ("findings", _): WriteLines(ledger.FindingJson(), output); break;
            case ("judgements", "csv"): CsvExport.WriteJudgements(ledger, output); break;
            case ("judgements", _): WriteLines(ledger.JudgementJson(), output); break;
            case ("rolls", "csv"): CsvExport.WriteRolls(ledger.AuditRowJson(options.WithNames), output); break;
            default: WriteLines(ledger.AuditRowJson(options.WithNames), output); break;
        }

        return null;
    }

    private static void WriteDocuments(EvidenceLedger ledger, Stream output)
    {
        using var json = new Utf8JsonWriter(output, InspectionWriter.Options);
        foreach (var stored in ledger.Documents())
        {
            foreach (var capture in stored.Captures)
            {
                InspectionWriter.Write(json, stored.Document with { Provenance = capture.Provenance });
                json.Flush();
                output.WriteByte((byte)'\n');
                json.Reset();
            }
        }
    }

    private static double ConfidenceOf(string statement)
    {
        using var json = JsonDocument.Parse(statement);
        return json.RootElement.GetProperty("confidence").GetDouble();
    }

    private static void WriteLines(IEnumerable<string> lines, Stream output)
    {
        foreach (var line in lines)
        {
            output.Write(Encoding.UTF8.GetBytes(line));
            output.WriteByte((byte)'\n');
        }
    }
}
