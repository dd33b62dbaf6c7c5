using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>The ledger cannot be used: it is damaged, held by another process, newer than this program, out of space, or no ledger. The message says which, where, and what to do.</summary>
public sealed class LedgerException(string message, Exception? inner = null) : Exception(message, inner)
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>Says in words what a failure of the database means.</summary>
    internal static LedgerException From(string path, SqliteException failure, string? holders = null) => new(Describe(path, failure, holders), failure);

    /// <summary>True where the failure says that the file itself is broken.</summary>
    internal static bool IsDamage(SqliteException failure) => failure.SqliteErrorCode is Corrupt or NotADatabase;

    private static string Describe(string path, SqliteException failure, string? holders) => failure.SqliteErrorCode switch
    {
        5 or 6 => $"The ledger '{path}' is locked{holders ?? " by another process"}. Wait until it is done, or use another ledger.",
        8 => $"The ledger '{path}' cannot be written to. Check its permissions, or copy it to where you may write.",
        10 => $"The disk failed while reading or writing the ledger '{path}' ({failure.Message}). What was recorded before is kept; check the disk and run the command again.",
        Corrupt => $"The ledger '{path}' is damaged ({failure.Message}). Run 'hearsay verify' for what is broken, and restore it from a copy.",
        13 => $"There is no space left for the ledger '{path}'. What was recorded before is kept; make room and run the command again.",
        14 => $"The ledger '{path}' cannot be opened. Check that the folder exists and that you may write to it.",
        NotADatabase => $"'{path}' is no ledger, or its beginning is damaged. Give the file that 'hearsay read' wrote, or restore it from a copy.",
        _ => string.Create(CultureInfo.InvariantCulture, $"The ledger '{path}' cannot be used ({failure.Message})."),
    };
}
