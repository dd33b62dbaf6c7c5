namespace Hearsay.Statements.Rules;

/// <summary>A stretch in quotation marks within one block.</summary>
/// <param name="Span">From the opening mark to the closing mark, both included; where a mark is missing, to the block's edge.</param>
/// <param name="Block">Index of the block.</param>
/// <param name="Closed">False where the block ends before the quotation does, as where it runs on in the next paragraph.</param>
internal readonly record struct Quotation(TextSpan Span, int Block, bool Closed);
