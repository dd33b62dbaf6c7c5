using System.Globalization;
using Hearsay.Language.Figures;

namespace Hearsay.Matters.Text;

/// <summary>The values that a figure's words admit.</summary>
/// <param name="Low">Least value; negative infinity where there is none.</param>
/// <param name="High">Greatest value; positive infinity where there is none.</param>
/// <param name="LowOpen">True where <paramref name="Low"/> itself is not admitted.</param>
/// <param name="HighOpen">True where <paramref name="High"/> itself is not admitted.</param>
internal readonly record struct Bounds(double Low, double High, bool LowOpen, bool HighOpen)
{
    /// <summary>The values that a figure admits.</summary>
    public static Bounds Of(Figure figure) => new(
        figure.Low ?? (figure.Bound is FigureBound.Exact ? figure.Value ?? double.NegativeInfinity : double.NegativeInfinity),
        figure.High ?? (figure.Bound is FigureBound.Exact ? figure.Value ?? double.PositiveInfinity : double.PositiveInfinity),
        figure.Bound is FigureBound.MoreThan,
        figure.Bound is FigureBound.LessThan);

    /// <summary>True where some value fits both.</summary>
    public bool Meets(Bounds other)
    {
        var (low, lowOpen) = Low > other.Low || (Low == other.Low && LowOpen) ? (Low, LowOpen) : (other.Low, other.LowOpen);
        var (high, highOpen) = High < other.High || (High == other.High && HighOpen) ? (High, HighOpen) : (other.High, other.HighOpen);
        return low < high || (low == high && !lowOpen && !highOpen);
    }

    /// <summary>True where the value is admitted.</summary>
    public bool Holds(double value) => (LowOpen ? value > Low : value >= Low) && (HighOpen ? value < High : value <= High);

    /// <summary>As <c>≥ 14,380</c>, <c>&lt; 900</c>, <c>62</c> or <c>270 to 330</c>.</summary>
    public override string ToString() =>
        Low == High ? Show(Low)
        : double.IsPositiveInfinity(High) ? (LowOpen ? "> " : "≥ ") + Show(Low)
        : double.IsNegativeInfinity(Low) ? (HighOpen ? "< " : "≤ ") + Show(High)
        : $"{Show(Low)} to {Show(High)}";

    /// <summary>A number as people write it: thousands parted, at most two decimals.</summary>
    public static string Show(double number) => number.ToString(Math.Abs(number) >= 10000 || number == Math.Floor(number) ? "#,##0" : "#,##0.##", CultureInfo.InvariantCulture);
}
