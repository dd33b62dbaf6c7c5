using Hearsay.Judgements;

namespace Hearsay.Ledger;

/// <summary>A judgement with how it stands towards what the engine finds today.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="Standing">How it stands; of several statements the worst counts.</param>
/// <param name="Nearest">Id of the statement that it fits or, where it fits none, lies nearest to; null where there is none, or where it is about no statement.</param>
public sealed record StoredJudgement(Judgement Judgement, Standing Standing, string? Nearest)
{
    /// <summary>True where somebody should have another look.</summary>
    public bool NeedsLook => Standing is Standing.Orphaned or Standing.Changed;
}

/// <summary>The judgement cannot be recorded; the message says why and what to do.</summary>
public sealed class RefusedJudgementException(string message) : Exception(message);

/// <summary>Something that a person should look at.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Of the statement, the finding or the judgement.</param>
/// <param name="Document">SHA-256 of the document to look at, or null.</param>
/// <param name="Matter">Id of the matter, or null.</param>
/// <param name="Urgency">0 to 1; by this the queue is ordered.</param>
/// <param name="Reason">Why it is here, in words.</param>
public sealed record ReviewItem(ReviewKind Kind, string Id, string? Document, string? Matter, double Urgency, string Reason)
{
    /// <summary>How sure the engine is of a statement, 0 to 1; null for anything else.</summary>
    public double? Confidence { get; init; }

    /// <summary>How many findings rest on a statement.</summary>
    public int Resting { get; init; }
}

/// <summary>What an item of the review queue is.</summary>
public enum ReviewKind
{
    /// <summary>A judgement that no longer fits.</summary>
    Judgement,
    /// <summary>A statement that nobody has judged.</summary>
    Statement,
    /// <summary>A finding that nobody has dismissed.</summary>
    Finding,
}
