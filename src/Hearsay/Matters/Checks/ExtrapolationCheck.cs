using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>A large figure that the text makes from a small count by multiplying: "sixty-two times seventeen is 1,054".</summary>
internal sealed partial class ExtrapolationCheck : IDocumentCheck
{
    private const int LinesBack = 3;
    private const double LeastGrowth = 3; // a product less than this many times the count is no leap

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        for (var i = 0; i < document.Lines.Length; i++)
        {
            if (Leap(document, i) is { } leap) { yield return Report(document, leap); }
            else if (Projected(document, document.Lines[i]) is { } projected) { yield return projected; }
        }
    }

    // "Extrapolating from 23 cases to 4,600 foreigners": the text says itself what it rests on.
    private static Finding? Projected(DocumentView document, Line sentence)
    {
        if (!Extrapolates().IsMatch(sentence.Span.In(document.Text))) { return null; }
        var counts = sentence.Figures.Where(figure => figure.Kind is FigureKind.Count && figure.Value is >= 2).ToList();
        var from = counts.Find(figure => document.Text.AsSpan(sentence.Span.Start, figure.Span.Start - sentence.Span.Start).Contains("from ", StringComparison.Ordinal));
        var to = counts.Find(figure => figure.Span.Start > from.Span.End && figure.Value >= from.Value * LeastGrowth);
        if (from.Value is not { } small || to.Value is not { } large) { return null; }
        string Words(Figure figure) => figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        return Finding.Of(
            FindingKind.Extrapolation, Severity.Warning, $"What the text says of “{Words(to)}” rests on “{Words(from)}”: it extrapolates.",
            document.StatementsAt(from.Span, to.Span), [document.Evidence(sentence.Span), document.Evidence(from.Span), document.Evidence(to.Span)],
            Calculation.Of($"{Bounds.Show(large)} ÷ {Bounds.Show(small)} = {Bounds.Show(Math.Round(large / small))}", "count", Words(from), "result", Words(to)));
    }

    /// <summary>A count, what it was multiplied by, and what came of it.</summary>
    /// <param name="Again">A second factor, "48 times 16 times four"; null where there is one only.</param>
    internal readonly record struct Product(Figure Count, Figure Factor, Figure? Again, Figure Result, TextSpan Sentence)
    {
        /// <summary>"48 × 16 × 4 = 3,072".</summary>
        public string Expression => $"{Bounds.Show(Count.Value!.Value)} × {Bounds.Show(Factor.Value!.Value)}{(Again is { } again ? $" × {Bounds.Show(again.Value!.Value)}" : "")} = {Bounds.Show(Value)}";

        private double Value => Count.Value!.Value * Factor.Value!.Value * (Again?.Value ?? 1);
    }

    /// <summary>The multiplication in a sentence, or null.</summary>
    internal static Product? Leap(DocumentView document, int line)
    {
        var sentence = document.Lines[line];
        if (!Multiplies().IsMatch(sentence.Span.In(document.Text))) { return null; }
        var near = document.Lines.Skip(Math.Max(0, line - LinesBack)).Take(Math.Min(line, LinesBack) + 1).SelectMany(one => one.Figures)
            .Where(figure => figure.Kind is FigureKind.Count or FigureKind.Ratio && figure.Value is >= 2).ToList();
        foreach (var result in sentence.Figures.Where(figure => figure.Kind is FigureKind.Count && figure.Value is >= 30))
        {
            foreach (var count in near)
            {
                foreach (var factor in near)
                {
                    if (count.Span == factor.Span || count.Span == result.Span || factor.Span == result.Span || count.Value < factor.Value || factor.Value < LeastGrowth) { continue; }
                    if (Fits(result, count.Value!.Value * factor.Value!.Value)) { return new Product(count, factor, null, result, sentence.Span); }
                    foreach (var again in sentence.Figures.Where(figure => figure.Kind is FigureKind.Count or FigureKind.Ratio && figure.Value is >= 2 && figure.Value <= factor.Value && figure.Span != count.Span && figure.Span != factor.Span && figure.Span != result.Span))
                    {
                        if (sentence.Span.Contains(factor.Span) && sentence.Span.Contains(count.Span) && Fits(result, count.Value!.Value * factor.Value!.Value * again.Value!.Value)) { return new Product(count, factor, again, result, sentence.Span); }
                    }
                }
            }
        }

        return null;
    }

    private static bool Fits(Figure result, double product) => result.Bound switch
    {
        FigureBound.Exact => Math.Abs(result.Value!.Value - product) < 0.5,
        FigureBound.MoreThan or FigureBound.AtLeast => product >= result.Value && product <= result.Value * 1.15,
        _ => Bounds.Of(result).Holds(product),
    };

    private static Finding Report(DocumentView document, Product leap)
    {
        string Words(Figure figure) => figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        var expression = leap.Expression;
        var larger = document.Lines.SelectMany(line => line.Figures)
            .Where(figure => figure.Kind is FigureKind.Count && figure.Value is { } value && value >= leap.Result.Value * 0.8 && value <= leap.Result.Value && figure.Span != leap.Result.Span && figure.Bound is not FigureBound.Exact).Take(3);
        return Finding.Of(
            FindingKind.Extrapolation, Severity.Warning,
            $"“{Words(leap.Result)}” was not counted: the text multiplies “{Words(leap.Count)}” by “{Words(leap.Factor)}” ({expression}).",
            document.StatementsAt(leap.Count.Span, leap.Result.Span),
            [document.Evidence(leap.Sentence), document.Evidence(leap.Count.Span), document.Evidence(leap.Factor.Span), document.Evidence(leap.Result.Span), .. larger.Select(figure => document.Evidence(figure.Span))],
            Calculation.Of(expression, "count", Words(leap.Count), "factor", Words(leap.Factor), "result", Words(leap.Result)));
    }

    [GeneratedRegex(@"\b(?:extrapolat\w+|project(?:s|ed|ing)|scal(?:e|es|ed|ing) up)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Extrapolates();

    [GeneratedRegex(@"\b(?:times|multipl\w+|extrapolat\w+|at (?:this|that) (?:pace|rate)|if (?:the same|every|each|all)\b|scaled? up)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Multiplies();
}
