using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Ledger;

/// <summary>One entry of the append-only log.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Time">UTC, as <c>2024-12-03T09:30:00.000Z</c>.</param>
/// <param name="Kind"><c>capture</c> or <c>erasure</c>.</param>
/// <param name="Payload">JSON, keys in alphabetical order, no white space.</param>
/// <param name="Previous">Hash of the entry before; <see cref="Beginning"/> before the first.</param>
/// <param name="Hash">SHA-256 of this entry as stored.</param>
internal sealed record LogEntry(long Sequence, string Time, string Kind, string Payload, string Previous, string Hash)
{
    /// <summary>What stands for the hash before the first entry.</summary>
    public static string Beginning { get; } = new('0', 64);

    /// <summary>The entry that follows one with sequence <paramref name="last"/> and hash <paramref name="previous"/>.</summary>
    public static LogEntry Following(long last, string previous, DateTimeOffset time, string kind, string payload)
    {
        var entry = new LogEntry(last + 1, Timestamp(time), kind, payload, previous, "");
        return entry with { Hash = entry.ComputeHash() };
    }

    /// <summary>What the hash must be: SHA-256 over <c>hearsay.log/1</c>, sequence, time, kind, previous and payload, each but the last ended by a line feed, in UTF-8.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"hearsay.log/1\n{Sequence}\n{Time}\n{Kind}\n{Previous}\n{Payload}"))));

    /// <summary>UTC with milliseconds.</summary>
    public static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
