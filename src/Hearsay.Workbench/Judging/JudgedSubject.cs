using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Statements;
using Hearsay.Web.Reading;
using Hearsay.Workbench.Listing;

namespace Hearsay.Workbench.Judging;

/// <summary>A statement with all that somebody looks at who judges it.</summary>
/// <param name="Listed">It as lists show it.</param>
/// <param name="Statement">It as people have judged it.</param>
/// <param name="Document">Its document.</param>
/// <param name="Rows">The paragraph that it stands in, with those before and after.</param>
/// <param name="History">What was judged of it, the earliest first.</param>
/// <param name="Matters">The matters that it belongs to, with their titles.</param>
/// <param name="Found">What was found that names it.</param>
/// <param name="Others">Other statements of its matter, whose origin can be compared.</param>
internal sealed record JudgedSubject(
    ListedStatement Listed, Statement Statement, Document Document, ImmutableArray<ReadingRow> Rows, ImmutableArray<StoredJudgement> History,
    ImmutableArray<(string Id, string Title)> Matters, ImmutableArray<FindingKind> Found, ImmutableArray<ListedStatement> Others)
{
    private const int MostOthers = 60;

    /// <summary>Reads a statement; null where it is not listed, which it is not once it was rejected.</summary>
    public static JudgedSubject? Of(EvidenceLedger ledger, string id)
    {
        var catalogue = new Catalogue(ledger);
        if (catalogue.Statement(id) is not { } listed || catalogue.Document(listed.Quote.Document.Key) is not { } document || catalogue.Stored(document.Row) is not { } stored) { return null; }
        var layout = ReadingLayout.Of(stored.Document, stored.Statements);
        if (layout.Statements.FirstOrDefault(one => one.Statement.Id == id) is not { } numbered) { return null; }
        var rows = layout.Parts[layout.PartOf(numbered.Number) - 1].Rows;
        var at = rows.ToList().FindIndex(row => row.Notes.Any(note => note.Number == numbered.Number));
        var around = rows.Where((_, i) => Math.Abs(i - at) <= 1)
            .Select(row => row with { Marks = [.. row.Marks.Where(mark => mark.Number == numbered.Number).Select(mark => mark with { IsAside = false })], Notes = [] });
        var matters = catalogue.MattersOf(id, document.Original);
        return new JudgedSubject(
            listed, numbered.Statement, stored.Document, [.. around], ledger.JudgementsOf(id), [.. matters.Select(matter => (matter.Id, matter.Title))],
            [.. catalogue.FindingsOfDocument(document.Row)[id].Select(finding => finding.Kind).Distinct().OrderBy(Web.Matters.MatterDetails.Rank)],
            [.. catalogue.Statements(matters.SelectMany(matter => matter.Statements).Select(other => other.Statement).Where(other => other != id).Distinct(StringComparer.Ordinal).Take(MostOthers)).Values.OrderBy(other => other.Source, StringComparer.Ordinal)]);
    }
}
