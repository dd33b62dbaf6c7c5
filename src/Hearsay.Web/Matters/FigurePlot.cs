using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Language.Figures;
using Hearsay.Matters;

namespace Hearsay.Web.Matters;

/// <summary>Where a quantity's figures stand over time: a row a figure that was given, by value, each with the values that its words admit. In the picture's own units.</summary>
public sealed class FigurePlot
{
    /// <summary>Width of the picture.</summary>
    public const double Width = 1000;

    /// <summary>Where the scale begins.</summary>
    public const double ScaleLeft = 400;

    /// <summary>Where it ends.</summary>
    public const double ScaleRight = 960;

    private const double RowHeight = 38;
    private const double Head = 30;
    private const int MostRows = 9;
    private static readonly int[] RoundSteps = [1, 2, 5, 10];
    private const double LogarithmicFrom = 20; // of the greatest to the least, above which equal steps would hide the small ones

    private FigurePlot(string quantity, ImmutableArray<Row> rows, ImmutableArray<(double X, string Label)> ticks, bool isLogarithmic, double height) =>
        (Quantity, Rows, Ticks, IsLogarithmic, Height) = (quantity, rows, ticks, isLogarithmic, height);

    /// <summary>What is counted.</summary>
    public string Quantity { get; }

    /// <summary>By first day, then value.</summary>
    public ImmutableArray<Row> Rows { get; }

    /// <summary>Round numbers along the scale.</summary>
    public ImmutableArray<(double X, string Label)> Ticks { get; }

    /// <summary>True where equal steps along the scale are equal ratios.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>Height of the picture.</summary>
    public double Height { get; }

    /// <summary>One figure, however often it was given.</summary>
    /// <param name="Statement">The statement that gave it first.</param>
    /// <param name="Text">Its words.</param>
    /// <param name="Number">The values that it admits, as <c>≥ 62</c>.</param>
    /// <param name="Sources">Whose it is.</param>
    /// <param name="Day">When it was first given, or null.</param>
    /// <param name="IsNewDay">True for the first row of its day.</param>
    /// <param name="Times">How often.</param>
    /// <param name="Y">Its row.</param>
    /// <param name="X">Its value, or null where the words give none.</param>
    /// <param name="From">Where the values that it admits begin.</param>
    /// <param name="To">Where they end.</param>
    /// <param name="IsOpenLeft">True where they go on below.</param>
    /// <param name="IsOpenRight">True where they go on above.</param>
    public sealed record Row(string Statement, string Text, string Number, string Sources, DateOnly? Day, bool IsNewDay, int Times, double Y, double? X, double From, double To, bool IsOpenLeft, bool IsOpenRight);

    /// <summary>Lays out a series; null where there are not at least two different figures to compare.</summary>
    public static FigurePlot? Of(FigureSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var figures = series.Points.Where(point => Size(point.Figure) > 0)
            .GroupBy(point => (point.Figure.Value, point.Figure.Low, point.Figure.High, point.Figure.Bound))
            .OrderByDescending(group => group.Select(point => point.Source).Distinct(StringComparer.Ordinal).Count()).ThenByDescending(group => group.Count()).Take(MostRows)
            .OrderBy(group => group.Min(point => point.Day ?? DateOnly.MaxValue)).ThenBy(group => Size(group.First().Figure)).ToList();
        if (figures.Count < 2) { return null; }
        var ends = figures.Select(group => group.First().Figure).SelectMany(figure => new[] { figure.Value, figure.Low, figure.High }.OfType<double>()).Where(end => end > 0).ToList();
        var (least, most) = (ends.Min(), ends.Max());
        var logarithmic = most / least >= LogarithmicFrom;
        var (low, high) = logarithmic ? (Math.Log(least * 0.8), Math.Log(most * 1.25)) : (Math.Max(0, least - ((most - least) * 0.15) - (least * 0.02)), most + ((most - least) * 0.15) + (most * 0.02));
        double Place(double value) => ScaleLeft + ((Math.Clamp(logarithmic ? Math.Log(Math.Max(value, 0.001)) : value, low, high) - low) / Math.Max(0.01, high - low) * (ScaleRight - ScaleLeft));
        var previous = (DateOnly?)DateOnly.MaxValue;
        var rows = ImmutableArray.CreateBuilder<Row>(figures.Count);
        foreach (var group in figures)
        {
            var (first, figure) = (group.MinBy(point => point.Day ?? DateOnly.MaxValue)!, group.First().Figure);
            var (openLeft, openRight) = (figure.Low is null && figure.Bound is not FigureBound.Exact, figure.High is null && figure.Bound is not FigureBound.Exact);
            rows.Add(new Row(
                first.Statement, first.Text, Admitted(figure), string.Join(", ", group.Select(point => point.Source).Distinct(StringComparer.Ordinal).Take(3)), first.Day, first.Day != previous, group.Count(), Head + (rows.Count * RowHeight) + (RowHeight / 2),
                figure.Value is { } value ? Place(value) : null,
                openLeft ? ScaleLeft : Place(figure.Low ?? figure.Value ?? least), openRight ? ScaleRight : Place(figure.High ?? figure.Value ?? most), openLeft, openRight));
            previous = first.Day;
        }

        return new FigurePlot(series.Of, rows.DrainToImmutable(), [.. TicksOf(logarithmic, low, high).Select(tick => (Place(tick), tick.ToString("#,0.##", CultureInfo.InvariantCulture)))], logarithmic, Head + (figures.Count * RowHeight) + 8);
    }

    /// <summary>A coordinate as SVG writes it.</summary>
    public static string Show(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static double Size(Figure figure) => figure.Value ?? figure.Low ?? figure.High ?? 0;

    // Ones, twos and fives of each power of ten; on a scale of ratios only as many as there is room for.
    private static IEnumerable<double> TicksOf(bool logarithmic, double low, double high)
    {
        const int Most = 7;
        var (from, to) = logarithmic ? (Math.Exp(low), Math.Exp(high)) : (low, high);
        if (logarithmic)
        {
            var powers = Enumerable.Range((int)Math.Floor(Math.Log10(from)), (int)(Math.Ceiling(Math.Log10(to)) - Math.Floor(Math.Log10(from))) + 1).ToList();
            var steps = powers.Count > 4 ? new[] { 1.0 } : powers.Count > 2 ? [1, 3] : [1, 2, 5];
            return powers.SelectMany(power => steps.Select(step => step * Math.Pow(10, power))).Where(tick => tick >= from && tick <= to);
        }

        var rough = Math.Max((to - from) / Most, 1e-9);
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var width = RoundSteps.Select(step => step * magnitude).First(step => step >= rough);
        return Enumerable.Range(0, Most + 2).Select(i => (Math.Ceiling(from / width) + i) * width).Where(tick => tick <= to);
    }

    private static string Admitted(Figure figure)
    {
        static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
        return (figure.Bound, figure.Value, figure.Low, figure.High) switch
        {
            (FigureBound.Exact, { } value, _, _) => Number(value),
            (_, _, { } low, { } high) => low == high ? Number(low) : $"{Number(low)}–{Number(high)}",
            (FigureBound.MoreThan, _, { } low, null) => "> " + Number(low),
            (FigureBound.LessThan, _, null, { } high) => "< " + Number(high),
            (_, _, { } low, null) => "≥ " + Number(low),
            (_, _, null, { } high) => "≤ " + Number(high),
            (_, { } value, _, _) => "≈ " + Number(value),
            _ => "",
        };
    }
}
