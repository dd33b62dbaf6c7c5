namespace Hearsay.Documents;

/// <summary>What became of a capture: a document, or a refusal that says why.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome() { }

    /// <summary>The capture was read.</summary>
    public sealed record Accepted(Document Document) : ReadOutcome;

    /// <summary>The capture cannot be read as a document.</summary>
    /// <param name="Reason">One sentence: what is wrong and what to do about it. It does not repeat the path.</param>
    public sealed record Refused(string Reason) : ReadOutcome;
}
