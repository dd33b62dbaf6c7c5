namespace Hearsay.Workbench;

/// <summary>The part of an address after its question mark.</summary>
internal static class Query
{
    /// <summary>Names and values, without those that are null or empty; empty where all are.</summary>
    public static string Of(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var query = "";
        foreach (var (name, value) in parts)
        {
            if (!string.IsNullOrEmpty(value)) { query += $"{(query.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}"; }
        }

        return query;
    }
}
