using System.Collections.Immutable;

namespace Hearsay.Statements.Evaluation;

/// <summary>A source, a cue and a content as bare spans, the form in which attribution corpora and predictions are compared.</summary>
/// <param name="Source">UTF-16 spans; empty where nobody is named.</param>
/// <param name="Cue">UTF-16 spans; empty where nothing attributes.</param>
/// <param name="Content">UTF-16 spans; empty only in faulty annotation.</param>
public sealed record AttributionRelation(ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content)
{
    /// <summary>The spans of a statement. A source that the statement's sentence does not state has none.</summary>
    public static AttributionRelation Of(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new AttributionRelation(
            statement.Source?.Span is { } source ? [source] : [],
            statement.Cue is { } cue ? [cue.Span] : [],
            statement.Content);
    }
}
