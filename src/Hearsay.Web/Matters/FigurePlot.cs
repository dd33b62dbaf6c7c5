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

    private const double LabelWidth = 300;
    private const double Right = 30;
    private const double RowHeight = 30;
    private const double Head = 12;
    private const int MostRows = 9;

    private FigurePlot(string quantity, ImmutableArray<Row> rows, double height) => (Quantity, Rows, Height) = (quantity, rows, height);

    /// <summary>What is counted.</summary>
    public string Quantity { get; }

    /// <summary>By first day, then value.</summary>
    public ImmutableArray<Row> Rows { get; }

    /// <summary>Height of the picture.</summary>
    public double Height { get; }

    /// <summary>One figure, however often it was given.</summary>
    /// <param name="Text">Its words.</param>
    /// <param name="Sources">Whose it is.</param>
    /// <param name="Day">When it was first given, or null.</param>
    /// <param name="Times">How often.</param>
    /// <param name="Y">Its row.</param>
    /// <param name="X">Its value, or null where the words give none.</param>
    /// <param name="From">Where the values that it admits begin.</param>
    /// <param name="To">Where they end.</param>
    /// <param name="IsOpenLeft">True where they go on below.</param>
    /// <param name="IsOpenRight">True where they go on above.</param>
    public sealed record Row(string Text, string Sources, DateOnly? Day, int Times, double Y, double? X, double From, double To, bool IsOpenLeft, bool IsOpenRight);

    /// <summary>Lays out a series; null where there are not at least two different figures to compare.</summary>
    public static FigurePlot? Of(FigureSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var figures = series.Points.Where(point => Size(point.Figure) > 0)
            .GroupBy(point => (point.Figure.Value, point.Figure.Low, point.Figure.High, point.Figure.Bound))
            .OrderByDescending(group => group.Select(point => point.Source).Distinct(StringComparer.Ordinal).Count()).ThenByDescending(group => group.Count()).Take(MostRows)
            .OrderBy(group => group.Min(point => point.Day ?? DateOnly.MaxValue)).ThenBy(group => Size(group.First().Figure)).ToList();
        if (figures.Count < 2) { return null; }
        var sizes = figures.Select(group => Size(group.First().Figure)).ToList();
        var (low, high) = (Math.Log(sizes.Min() * 0.8), Math.Log(sizes.Max() * 1.25));
        double Place(double value) => LabelWidth + ((Math.Clamp(Math.Log(Math.Max(value, 0.001)), low, high) - low) / Math.Max(0.01, high - low) * (Width - LabelWidth - Right));
        var rows = figures.Select((group, i) =>
        {
            var figure = group.First().Figure;
            var (openLeft, openRight) = (figure.Low is null && figure.Bound is not FigureBound.Exact, figure.High is null && figure.Bound is not FigureBound.Exact);
            return new Row(
                group.First().Text, string.Join(", ", group.Select(point => point.Source).Distinct(StringComparer.Ordinal).Take(3)), group.Min(point => point.Day), group.Count(), Head + (i * RowHeight) + (RowHeight / 2),
                figure.Value is { } value ? Place(value) : null,
                openLeft ? LabelWidth : Place(figure.Low ?? figure.Value ?? 1), openRight ? Width - Right : Place(figure.High ?? figure.Value ?? 1), openLeft, openRight);
        });
        return new FigurePlot(series.Of, [.. rows], Head + (figures.Count * RowHeight) + 8);
    }

    /// <summary>A coordinate as SVG writes it.</summary>
    public static string Show(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static double Size(Figure figure) => figure.Value ?? figure.Low ?? figure.High ?? 0;
}
