using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Hearsay.Workbench.Listing;

/// <summary>Where a page of a list begins: the sort key of the row before it, as letters and digits that fit into an address. It is data from outside: what cannot be read begins at the beginning.</summary>
internal static class Cursor
{
    public static string Write(params string[] key) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(key));

    public static string[] Read(string? cursor, int parts)
    {
        try
        {
            return cursor is { Length: > 0 and < 2000 } && JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor)) is { } key && key.Length == parts && key.All(part => part is not null) ? key : [];
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or DecoderFallbackException)
        {
            return [];
        }
    }

    /// <summary>A text and a row's number.</summary>
    public static (string? Key, long? Id) ReadPair(string? cursor) => Read(cursor, 2) is [var key, var id] && long.TryParse(id, out var number) ? (key, number) : (null, null);
}
