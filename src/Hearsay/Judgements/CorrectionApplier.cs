using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Language.Figures;
using Hearsay.Statements;

namespace Hearsay.Judgements;

/// <summary>Makes the statement that a person says is right of the one that the engine found.</summary>
internal static class CorrectionApplier
{
    /// <summary>The corrected statement. It keeps its id, so that what refers to it still does; spans that the text does not have are passed over.</summary>
    public static Statement Apply(Statement statement, Correction correction, Document document, CodePointOffsets offsets)
    {
        TextSpan? In(QuotedSpan? span) => span?.In(document.Text, offsets);

        if (correction.Source is { } source)
        {
            var old = statement.Source;
            statement = statement.CreditedTo(new StatementSource(In(source.Span), source.Name, source.Span is null ? SourceBasis.Inferred : SourceBasis.Stated, source.Type ?? old?.Type ?? SourceType.Organisation)
            {
                Side = source.Side ?? (old?.Name == source.Name ? old.Side : null),
                Entity = old?.Name == source.Name ? old.Entity : null,
            });
        }

        if (In(correction.Cue) is { } cue) { statement = statement with { Cue = new Cue(cue, cue == statement.Cue?.Span ? statement.Cue.Lemma : cue.SliceOf(document.Text).ToLowerInvariant()) }; }
        if (correction.Content is { } parts && parts.Select(part => In(part)).OfType<TextSpan>().ToImmutableArray() is { IsEmpty: false } content) { statement = Within(statement, content); }
        if (correction.Facts is { } facts) { statement = JudgedFacts.Attach(statement, facts, document, offsets); }
        if (correction.Polarity is { } polarity) { statement = statement with { Polarity = polarity }; }
        if (correction.SaidOn is { } day) { statement = statement with { SaidOn = new SaidOn(day, SaidOnBasis.Stated, null) }; }
        if (correction.Figures is { } figures)
        {
            statement = statement with
            {
                Figures = [.. figures.Select(figure => In(figure.Span) is { } span ? new Figure(span, figure.Value, figure.Low ?? LowOf(figure), figure.High ?? HighOf(figure), figure.Bound, figure.Kind, figure.Unit, In(figure.Of)) : (Figure?)null).OfType<Figure>().OrderBy(figure => figure.Span.Start)],
                Events = [.. statement.Events.Select(told => told.Count is { } count && !figures.Any(figure => In(figure.Span) == count.Span && figure.Value == count.Value) ? told with { Count = null } : told)],
            };
        }

        return statement;
    }

    // What lies outside the new content is no longer the statement's.
    private static Statement Within(Statement statement, ImmutableArray<TextSpan> content)
    {
        bool Has(TextSpan span) => content.Any(part => part.Contains(span));
        return statement with
        {
            Content = content,
            Figures = [.. statement.Figures.Where(figure => Has(figure.Span))],
            Dates = [.. statement.Dates.Where(date => Has(date.Span))],
            Places = [.. statement.Places.Where(place => Has(place.Span))],
            Events = [.. statement.Events.Where(told => Has(told.Span)).Select(told => told with
            {
                Count = told.Count is { } count && Has(count.Span) ? count : null,
                Place = told.Place is { } place && Has(place.Span) ? place : null,
                Time = told.Time is { } time && Has(time.Span) ? time : null,
            })],
        };
    }

    private static double? LowOf(CorrectedFigure figure) => figure.Bound is FigureBound.Exact or FigureBound.AtLeast or FigureBound.MoreThan ? figure.Value : null;

    private static double? HighOf(CorrectedFigure figure) => figure.Bound is FigureBound.Exact or FigureBound.AtMost or FigureBound.LessThan ? figure.Value : null;
}
