using Hearsay.Rolls;

namespace Hearsay.Ledger;

public sealed partial class EvidenceLedger
{
    /// <summary>Stores an audit and logs that it was made. The same audit again changes nothing but the matter that it belongs to.</summary>
    /// <returns>True where it was not there.</returns>
    public bool RecordAudit(AuditRecord audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        _ = Writer; // not in a ledger that was opened for reading
        return Guard(() => RollTables.Write(connection, clock, audit));
    }

    /// <summary>Stores an audit as it was made, with its findings, and logs it.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="list">SHA-256 of the list's file.</param>
    /// <param name="registers">Role and SHA-256 of each register's file, in the order of the audit.</param>
    /// <param name="matter">The matter that the list belongs to, or null.</param>
    /// <returns>The audit's id.</returns>
    /// <exception cref="ArgumentException">The ledger has no such matter.</exception>
    public string RecordAudit(RollAudit audit, string list, IReadOnlyList<(string Role, string Hash)> registers, string? matter)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(registers);
        _ = Writer;
        var record = Guard(() => AuditComposer.Compose(connection, audit, list, registers, matter));
        RecordAudit(record);
        return record.Id;
    }

    /// <summary>Logs that names of lists were shown, and why. Call it before they are.</summary>
    /// <param name="what">What shows them, as <c>export rolls</c>.</param>
    /// <param name="reason">Why; it stands in the log for good, so it must hold no name.</param>
    public void LogDisclosure(string what, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        _ = Writer;
        Guard(() => RollTables.Log(connection, clock, "disclosure", ("reason", reason), ("what", what)));
    }

    /// <summary>Withholds the names of one row from every later disclosure, or erases them for good. The row itself, without a name, stays as the tombstone.</summary>
    /// <returns>False where there is no such row with a name.</returns>
    public bool ClosePerson(string audit, int row, bool erase, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        _ = Writer;
        return Guard(() => RollTables.Close(connection, clock, audit, row, erase, reason));
    }

    /// <summary>The other rows of the same list that name the same person and are not closed: who asks to be withheld or erased is there more than once.</summary>
    public IReadOnlyList<int> NamedAgain(string audit, int row) => Guard(() => RollTables.NamedAgain(connection, audit, row));

    /// <summary>Every row of every audit as a JSON object with the contract's columns and the audit's id, by audit and row; <c>name</c> is null unless asked for and not withheld.</summary>
    public IEnumerable<string> AuditRowJson(bool withNames) => Json(connection => RollTables.SelectRows(connection, withNames));

    /// <summary>Every audit as a JSON object, by id.</summary>
    public IEnumerable<string> AuditJson() => Json(RollTables.SelectAudits);
}
