using Hearsay.Documents;

namespace Hearsay.Intake;

/// <summary>One file that was met on the way through what was named.</summary>
/// <param name="Path">As a reader of messages and exports sees it: what was named, and for a folder the way from there, separated by <c>/</c>.</param>
public abstract record IntakeItem(string Path)
{
    /// <summary>A document to be read.</summary>
    /// <param name="Path">See <see cref="IntakeItem"/>.</param>
    /// <param name="File">Where the file is.</param>
    /// <param name="Provenance">What is known of where it came from; its path is <paramref name="Path"/>.</param>
    public sealed record Candidate(string Path, string File, Provenance Provenance) : IntakeItem(Path);

    /// <summary>A file in a folder that is no document. It does not count as refused.</summary>
    /// <param name="Path">See <see cref="IntakeItem"/>.</param>
    /// <param name="Reason">One clause.</param>
    public sealed record Skipped(string Path, string Reason) : IntakeItem(Path);

    /// <summary>Something that should have been read and cannot be.</summary>
    /// <param name="Path">See <see cref="IntakeItem"/>.</param>
    /// <param name="Reason">What is wrong and what to do about it; it does not repeat the path.</param>
    public sealed record Refused(string Path, string Reason) : IntakeItem(Path);
}

/// <summary>What became of a candidate's bytes.</summary>
public abstract record LoadOutcome
{
    private LoadOutcome() { }

    /// <summary>They were read.</summary>
    public sealed record Loaded(Capture Capture) : LoadOutcome;

    /// <summary>They cannot be read.</summary>
    /// <param name="Reason">What is wrong and what to do about it; it does not repeat the path.</param>
    public sealed record Refused(string Reason) : LoadOutcome;
}
