using Kind = Hearsay.Language.Dates.TimeWordKind;

namespace Hearsay.Language.Dates;

/// <summary>One sentence's tokens as words of time; beyond its ends there is nothing to do with time.</summary>
internal readonly ref struct TimeRow(ReadOnlySpan<TimeWord> words)
{
    private readonly ReadOnlySpan<TimeWord> words = words;

    public TimeWord this[int at] => at >= 0 && at < words.Length ? words[at] : default;

    public int Length => words.Length;

    public Kind KindAt(int at) => this[at].Kind;

    public int ValueAt(int at) => this[at].Value;

    /// <summary>True for <paramref name="unit"/> in the singular.</summary>
    public bool IsUnit(int at, TimeUnit unit) => KindAt(at) == Kind.Unit && ValueAt(at) == (int)unit;

    public bool IsYear(int at) => KindAt(at) == Kind.Number && this[at] is { Value: >= 1500 and <= 2100, Second: 0 };

    public bool IsDayNumber(int at) => KindAt(at) is Kind.Number or Kind.Ordinal && ValueAt(at) is >= 1 and <= 31;
}
