namespace Hearsay.Statements.Rules;

/// <summary>A stretch in quotation marks within one block.</summary>
/// <param name="Span">From the opening mark to the closing mark, both included; where a mark is missing, to the block's edge.</param>
/// <param name="Block">Index of the block.</param>
/// <param name="Closed">False where the block ends before the quotation does, as where it runs on in the next paragraph.</param>
internal readonly record struct Quotation(TextSpan Span, int Block, bool Closed)
{
    /// <summary>True where a place stands in one of some quotations.</summary>
    /// <param name="quotations">In text order.</param>
    /// <param name="position">The place, in UTF-16 code units.</param>
    public static bool IsIn(IReadOnlyList<Quotation> quotations, int position) =>
        SortedSpans.FirstEndingAfter(quotations, position, quotation => quotation.Span) is var at && at < quotations.Count && quotations[at].Span.Start <= position;
}
