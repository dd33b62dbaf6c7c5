namespace Hearsay.Language.Dates;

/// <summary>What a time expression names, as TIMEX3 tells them apart.</summary>
public enum TimeType
{
    /// <summary>A day or something coarser.</summary>
    Date,
    /// <summary>Something finer than a day.</summary>
    Time,
    /// <summary>A length of time.</summary>
    Duration,
    /// <summary>Something that recurs.</summary>
    Set,
}

/// <summary>A mention of a date, time, duration or set of times.</summary>
/// <param name="Span">The words; prepositions and approximators ("about", "nearly") stay outside, as TimeML has it.</param>
/// <param name="Type">What it names.</param>
/// <param name="Value">
/// A TIMEX3 value: <c>2024-11-27</c>, <c>2024-W48</c>, <c>2024-08</c>, <c>2024-SU</c>, <c>2024-Q3</c>, <c>199X</c> (a decade), <c>P4M</c>, <c>PXW</c>,
/// <c>PAST_REF</c> …; <c>X</c> stands for a digit that nothing tells, as in <c>XXXX-11-27</c>.
/// </param>
public readonly record struct TimeExpression(TextSpan Span, TimeType Type, string Value);
