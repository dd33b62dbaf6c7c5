using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Reckonings;

/// <summary>Numbers that a text reckons from one another.</summary>
/// <param name="Numbers">All of them, in text order.</param>
/// <param name="Expression">The reckoning in one line: <c>41 + 21 = 62</c>.</param>
/// <param name="Holds">False where the text's numbers do not fit.</param>
/// <param name="Weight">How much speaks for it that the text means it.</param>
internal sealed record Reckoning(ImmutableArray<Number> Numbers, string Expression, bool Holds, double Weight)
{
    /// <summary>A reckoning of numbers in any order.</summary>
    public static Reckoning Of(IEnumerable<Number> numbers, string expression, bool holds, double weight) => new([.. numbers.OrderBy(number => number.Span.Start)], expression, holds, weight);

    /// <summary>The finding that it is.</summary>
    public Finding Report(DocumentView document)
    {
        ImmutableArray<TextSpan> spans = [.. Numbers.Select(number => number.Span)];
        var words = spans.Select(span => span.SliceOf(document.Text).ReplaceLineEndings(" ")).ToList();
        var listed = string.Join(", ", words.Select(word => $"“{word}”"));
        return Finding.Of(
            FindingKind.Arithmetic, Holds ? Severity.Info : Severity.Warning, Holds ? $"The figures fit: {Expression} ({listed})." : $"The figures do not fit: {Expression} ({listed}).",
            document.StatementsAt(spans), spans.Concat(Numbers.Select(number => number.Clause.Line.Line.Span)).Select(document.Evidence),
            Calculation.Of(Expression, [.. words.SelectMany((word, i) => (string[])[string.Create(CultureInfo.InvariantCulture, $"figure {i + 1}"), word])]));
    }

    /// <summary>Numbers with a sign between them.</summary>
    public static string Join(string sign, params IEnumerable<double> values) => string.Join(sign, values.Select(Bounds.Show));
}
