using Hearsay.Inspections;
using Hearsay.Judgements;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Whether what a judgement is about is in the ledger, so that nobody judges thin air.</summary>
internal sealed class JudgementCheck(SqliteConnection connection, JudgementBook book)
{
    /// <summary>Refuses a ruling that cannot be.</summary>
    /// <exception cref="RefusedJudgementException">The message says why.</exception>
    public void Demand(Ruling ruling)
    {
        foreach (var anchor in ruling.About) { Demand(anchor, ruling is Ruling.Correct correct ? correct.Correction.Spans : [], isThere: ruling is not Ruling.Add); }
        switch (ruling)
        {
            case Ruling.Add add when JudgementEffects.OriginalOf(connection, add.Statement.Id) is not null:
                throw new RefusedJudgementException("There is a statement at just these words already; correct that one.");
            case Ruling.Withdraw withdraw when book.Find(withdraw.Judgement) is null:
                throw new RefusedJudgementException($"There is no judgement '{withdraw.Judgement}' to withdraw. 'hearsay judge list' shows them.");
            case Ruling.Withdraw withdraw when book.StandingOf(book.Find(withdraw.Judgement)!) is Standing.Withdrawn:
                throw new RefusedJudgementException($"The judgement '{withdraw.Judgement}' is already withdrawn; to restore it, withdraw its withdrawal.");
            case Ruling.Dismiss dismiss when !Any("SELECT 1 FROM finding WHERE id = $1 UNION ALL SELECT 1 FROM audit_finding WHERE id = $1", dismiss.Finding.Id):
                throw new RefusedJudgementException($"There is no finding '{dismiss.Finding.Id}'. 'hearsay export findings' lists them.");
            case Ruling.Identify { Document: { } document } when !Any("SELECT 1 FROM document WHERE original = $1", document):
                throw new RefusedJudgementException($"There is no document '{document}'.");
            case Ruling.Identify identify when !Any("SELECT 1 FROM statement WHERE source = $1", identify.Source):
                throw new RefusedJudgementException($"No statement has the source '{identify.Source}'; give the name as 'hearsay export statements' shows it.");
        }
    }

    private void Demand(StatementAnchor anchor, IEnumerable<QuotedSpan> spans, bool isThere)
    {
        using var select = connection.Prepare("SELECT encoding, inspection FROM document WHERE original = $1 LIMIT 1").With(anchor.Document);
        using var row = select.ExecuteReader();
        if (!row.Read()) { throw new RefusedJudgementException($"There is no document '{anchor.Document}'."); }
        var text = InspectionReader.ReadDocument(new Packed(row.GetString(0), row.GetFieldValue<byte[]>(1)).Unpack(int.MaxValue)).Text;
        var offsets = new CodePointOffsets(text);
        foreach (var span in new[] { anchor.Source, anchor.Cue }.OfType<QuotedSpan>().Concat(anchor.Content).Concat(spans))
        {
            if (span.In(text, offsets) is null) { throw new RefusedJudgementException($"The document does not read “{span.Text}” from {span.Start} to {span.End}."); }
        }

        if (isThere && JudgementEffects.OriginalOf(connection, anchor.Id) is null) { throw new RefusedJudgementException($"There is no statement '{anchor.Id}'. 'hearsay export statements' lists them."); }
    }

    private bool Any(string sql, string value)
    {
        using var select = connection.Prepare(sql).With(value);
        return select.ExecuteScalar() is not null;
    }
}
