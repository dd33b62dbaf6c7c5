using System.Globalization;
using Hearsay.Inspections;
using Hearsay.Ledger;

namespace Hearsay.Cli.Verbs;

/// <summary>What a run of <c>hearsay read</c> came to.</summary>
internal sealed class ReadTally
{
    private readonly UnsoughtLanguages unsought = new();
    private int recorded, replaced, unchanged, statements;

    /// <summary>How many inputs were refused.</summary>
    public int Refused { get; private set; }

    public void Count(RecordOutcome outcome, Inspection found)
    {
        switch (outcome)
        {
            case RecordOutcome.Recorded: recorded++; break;
            case RecordOutcome.Replaced: replaced++; break;
            case RecordOutcome.Unchanged: unchanged++; return;
        }

        statements += found.Statements.Length;
        unsought.Count(found);
    }

    public void CountUnchanged() => unchanged++;

    public void CountRefused() => Refused++;

    /// <summary>Writes the closing summary.</summary>
    public void Write(TextWriter to, string ledger)
    {
        var again = replaced > 0 ? $", {replaced} read again with another engine version" : "";
        to.WriteLine($"hearsay: {Number(recorded, "new document")}{again}, {unchanged} unchanged, {Refused} refused; {Number(statements, "statement")} written to {ledger}");
        unsought.Write(to);
    }

    private static string Number(int count, string of) => string.Create(CultureInfo.InvariantCulture, $"{count} {of}{(count == 1 ? "" : "s")}");
}
