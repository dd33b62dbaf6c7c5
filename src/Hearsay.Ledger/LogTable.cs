using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Appends entries to the log, within the caller's transaction.</summary>
internal static class LogTable
{
    /// <summary>Appends an entry. Keys come in alphabetical order.</summary>
    /// <returns>Its sequence.</returns>
    public static long Append(SqliteConnection connection, TimeProvider clock, string kind, params ReadOnlySpan<(string Key, string Value)> payload)
    {
        var parts = new List<string>();
        foreach (var (key, value) in payload) { parts.Add($"\"{key}\":{JsonSerializer.Serialize(value)}"); }
        var (sequence, previous) = Last(connection);
        return Insert(connection, LogEntry.Following(sequence, previous, clock.GetUtcNow(), kind, $"{{{string.Join(',', parts)}}}"));
    }

    /// <summary>Inserts an entry as it is; the table refuses one that does not follow.</summary>
    public static long Insert(SqliteConnection connection, LogEntry entry)
    {
        using var insert = connection.Prepare("INSERT INTO log (sequence, time, kind, payload, previous, hash) VALUES ($1, $2, $3, $4, $5, $6)");
        insert.With(entry.Sequence, entry.Time, entry.Kind, entry.Payload, entry.Previous, entry.Hash).ExecuteNonQuery();
        return entry.Sequence;
    }

    /// <summary>Sequence and hash of the last entry.</summary>
    public static (long Sequence, string Hash) Last(SqliteConnection connection)
    {
        using var last = connection.Prepare("SELECT sequence, hash FROM log ORDER BY sequence DESC LIMIT 1");
        using var rows = last.ExecuteReader();
        return rows.Read() ? (rows.GetInt64(0), rows.GetString(1)) : (0, LogEntry.Beginning);
    }

    /// <summary>What the log says of a row that holds more than the log may: the SHA-256 of it and its salt.</summary>
    public static string Commitment(string record) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record)));
}
