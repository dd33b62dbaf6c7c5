namespace Hearsay.Ledger;

/// <summary>A ledger, or some documents of one, as lines of JSON and original bytes: what a bundle holds and an import takes. The lines are those that the ledger itself gives.</summary>
/// <param name="Engine">Version that matters were made by; null where none were.</param>
/// <param name="Log">Every entry of the log in order; null where this is not a whole ledger.</param>
/// <param name="Captures">Captures, in the order of their entries.</param>
/// <param name="Readings">What the engine made of them.</param>
/// <param name="Judgements">What people decided, in the order of their entries.</param>
/// <param name="Audits">Audits of lists.</param>
/// <param name="Original">Gives the bytes of an original by its SHA-256; null where it has none.</param>
public sealed record LedgerCopy(
    string? Engine, IEnumerable<string>? Log, IEnumerable<string> Captures, IEnumerable<string> Readings, IEnumerable<string> Judgements, IEnumerable<string> Audits, Func<string, byte[]?> Original);

/// <summary>What an import did.</summary>
/// <param name="IsWhole">True where the ledger was empty and the copy whole, so that even the log is the same.</param>
/// <param name="Captures">Captures that were not there.</param>
/// <param name="Judgements">Judgements that were not there.</param>
/// <param name="Audits">Audits that were not there.</param>
public sealed record RestoreOutcome(bool IsWhole, int Captures, int Judgements, int Audits);

/// <summary>The copy cannot be taken over; the message says which part and why. Nothing of it was.</summary>
public sealed class BrokenCopyException(string message, Exception? inner = null) : Exception(message, inner);
