namespace Hearsay.Documents;

/// <summary>Original bytes, with what is known of where they came from. The bytes are never altered.</summary>
/// <param name="Bytes">The original, as captured.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record Capture(ReadOnlyMemory<byte> Bytes, Provenance Provenance);

/// <summary>Where a capture came from, as far as whoever brought it says. Everything but the path may be unknown.</summary>
/// <param name="Path">What was named on the command line, and for a folder the way from there to the file, separated by <c>/</c>. Of it a reading depends on the suffix alone: captures that differ only in the rest of their paths share one.</param>
public sealed record Provenance(string Path)
{
    /// <summary>Address the bytes were fetched from.</summary>
    public string? Url { get; init; }

    /// <summary>Name of the outlet, which then outranks what the page says of itself.</summary>
    public string? Outlet { get; init; }

    /// <summary>Day of publication, which then outranks what the page says of itself.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Character set named by a transport header (<c>Content-Type</c>), when there was one.</summary>
    public string? Charset { get; init; }

    /// <summary>Who collected it.</summary>
    public string? Collector { get; init; }

    /// <summary>Why it was collected.</summary>
    public string? Reason { get; init; }
}
