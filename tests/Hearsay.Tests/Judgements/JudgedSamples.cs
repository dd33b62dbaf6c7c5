using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Statements;
using Hearsay.Tests.Matters;

namespace Hearsay.Tests.Judgements;

/// <summary>A ledger of the samples, for people to judge.</summary>
internal sealed class JudgedSamples : IDisposable
{
    public const string Engine = "1.0.0+test";
    private readonly TemporaryFolder folder = new();

    public JudgedSamples(int documents = int.MaxValue)
    {
        Ledger = EvidenceLedger.Open(File, new LedgerOptions { Clock = new StoppedClock() });
        foreach (var (capture, inspection) in SampleMatters.Inspections.Take(documents)) { Ledger.Record(CaptureRecord.Prepare(capture, inspection, Engine)); }
        Ledger.Examine(Engine);
    }

    public EvidenceLedger Ledger { get; }

    public string File => folder["judged.db"];

    /// <summary>All that the ledger tells of what it holds, as judged.</summary>
    public string Exports => string.Join('\n', Ledger.StatementJson().Concat(Ledger.MatterJson()).Concat(Ledger.FindingJson()));

    public MatterReport Report => Ledger.Matters();

    public Judgement Judge(Ruling ruling, string why = "I looked at it") => Ledger.Judge("R. Analyst", why, ruling);

    public StatementAnchor Anchor(string statement) => Ledger.AnchorOf(statement) ?? throw new ArgumentException(statement);

    /// <summary>A statement that a matter of several documents has and that somebody is credited with.</summary>
    public Statement Some(Func<Statement, bool>? where = null)
    {
        var inMatters = Report.Matters.SelectMany(matter => matter.Statements).Select(statement => statement.Statement).ToHashSet();
        return Ledger.Documents(asJudged: false).SelectMany(stored => stored.Statements)
            .Where(statement => inMatters.Contains(statement.Id) && statement.Source?.Span is not null && where?.Invoke(statement) != false)
            .OrderBy(statement => statement.Id, StringComparer.Ordinal).First();
    }

    public void Dispose()
    {
        Ledger.Dispose();
        folder.Dispose();
    }
}
