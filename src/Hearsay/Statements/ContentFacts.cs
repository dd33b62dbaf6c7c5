using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;

namespace Hearsay.Statements;

/// <summary>Gives each statement the dates and figures that lie within its content.</summary>
internal static class ContentFacts
{
    /// <summary>The same statements with their dates and figures.</summary>
    public static ImmutableArray<Statement> Attach(AnnotatedDocument document, ImmutableArray<Statement> statements) =>
        ImmutableArray.CreateRange(statements, statement => statement with
        {
            Dates = Within<TimeExpression>(document.Dates, statement.Content, date => date.Span),
            Figures = Within<Figure>(document.Figures, statement.Content, figure => figure.Span),
        });

    // Both arrays are sorted by start, so each content span meets one run of facts.
    private static ImmutableArray<T> Within<T>(ImmutableArray<T> facts, ImmutableArray<TextSpan> content, Func<T, TextSpan> span)
    {
        var within = ImmutableArray.CreateBuilder<T>();
        foreach (var part in content)
        {
            for (var i = FirstFrom(facts, part.Start, span); i < facts.Length && span(facts[i]).Start < part.End; i++)
            {
                if (part.Contains(span(facts[i]))) { within.Add(facts[i]); }
            }
        }

        return within.DrainToImmutable();
    }

    private static int FirstFrom<T>(ImmutableArray<T> facts, int start, Func<T, TextSpan> span)
    {
        var (low, high) = (0, facts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (span(facts[middle]).Start < start) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }
}
