namespace Hearsay.Language.Figures;

/// <summary>How a figure's words bound its value.</summary>
public enum FigureBound
{
    /// <summary>Just the value.</summary>
    Exact,
    /// <summary>The value or more ("at least", "no fewer than", "or more").</summary>
    AtLeast,
    /// <summary>The value or less ("up to", "no more than").</summary>
    AtMost,
    /// <summary>Near the value ("about", "nearly", "hundreds"), within the bounds given.</summary>
    About,
    /// <summary>Between two values.</summary>
    Range,
    /// <summary>More than the value ("over", "more than").</summary>
    MoreThan,
    /// <summary>Less than the value ("under", "fewer than").</summary>
    LessThan,
}

/// <summary>What a figure measures.</summary>
public enum FigureKind
{
    /// <summary>A number of things or people.</summary>
    Count,
    /// <summary>Points of a hundred: 89 for "89 percent".</summary>
    Percent,
    /// <summary>A factor or share: 2 for "doubled", 0.25 for "a quarter of", 1 for "one-for-one".</summary>
    Ratio,
    /// <summary>Full units of a currency: 725000000 for "$725 million".</summary>
    Money,
    /// <summary>A place in a sequence.</summary>
    Ordinal,
    /// <summary>An amount of a unit of measurement.</summary>
    Measure,
}

/// <summary>A number in the text, with what its words say of it.</summary>
/// <param name="Span">The whole expression: bounding words, number, unit, and what is counted.</param>
/// <param name="Value">The number; null where the words give none ("hundreds", "between 50 and 60").</param>
/// <param name="Low">Least value that the words admit, inclusive; for <see cref="FigureBound.MoreThan"/> exclusive; null where there is none.</param>
/// <param name="High">Greatest value that the words admit, inclusive; for <see cref="FigureBound.LessThan"/> exclusive; null where there is none.</param>
/// <param name="Bound">How the words bound the value.</param>
/// <param name="Kind">What is measured.</param>
/// <param name="Unit">ISO 4217 code of a currency, the unit of a measure, or null.</param>
/// <param name="Of">The words for what is counted, or null.</param>
public readonly record struct Figure(TextSpan Span, double? Value, double? Low, double? High, FigureBound Bound, FigureKind Kind, string? Unit, TextSpan? Of);
