using System.Collections.Immutable;
using Hearsay.Matters;

namespace Hearsay.Web.Matters;

/// <summary>Where everything stands on a matter's timeline: a lane a side, a column a day, statements as marks, and arrows for what bears on what. In the picture's own units.</summary>
public sealed class Timeline
{
    /// <summary>Width of the picture.</summary>
    public const double Width = 1000;

    private const double LabelWidth = 168;
    private const double Right = 14;
    private const double Head = 34;
    private const double Step = 17;      // between marks of one cell
    private const double LanePadding = 15;
    private const int MostLanes = 7;
    private const int MostColumns = 16;
    private const int ArrowsOfStatement = 2;
    private const int MostArrows = 36;
    private const int Crowded = 150;     // statements above which those of one cell that say alike are one mark
    private const int FewestTogether = 3;
    private const double Small = 5.5;    // radius of a mark
    private const double Large = 13;

    private Timeline(ImmutableArray<Lane> lanes, ImmutableArray<Column> columns, ImmutableArray<Mark> marks, ImmutableArray<Arrow> arrows, double height) =>
        (Lanes, Columns, Marks, Arrows, Height) = (lanes, columns, marks, arrows, height);

    /// <summary>Height of the picture.</summary>
    public double Height { get; }

    /// <summary>From top to bottom.</summary>
    public ImmutableArray<Lane> Lanes { get; }

    /// <summary>From left to right.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>One a statement; where there are very many, one for those of a side and a column that say alike.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>From a statement to the one that it bears on.</summary>
    public ImmutableArray<Arrow> Arrows { get; }

    /// <summary>A side's lane; that of all who have none has no name.</summary>
    public sealed record Lane(string? Name, int Statements, double Top, double Bottom);

    /// <summary>A day's column, or that of several days.</summary>
    /// <param name="From">Its first day; null for what has none.</param>
    /// <param name="To">Its last.</param>
    /// <param name="Left">Where it begins.</param>
    /// <param name="Right">Where it ends.</param>
    /// <param name="DaysBefore">How many days without a statement lie between it and the column before.</param>
    public sealed record Column(DateOnly? From, DateOnly? To, double Left, double Right, int DaysBefore);

    /// <summary>A statement's mark, or that of several.</summary>
    /// <param name="Statement">The statement, the first of several.</param>
    /// <param name="Shape">How it is drawn.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Column">Number of its column.</param>
    /// <param name="X">Where its middle is.</param>
    /// <param name="Y">And how far down.</param>
    /// <param name="Radius">How large it is.</param>
    public sealed record Mark(DatedStatement Statement, MarkShape Shape, int Count, int Column, double X, double Y, double Radius);

    /// <summary>A curve between two marks.</summary>
    public sealed record Arrow(LinkKind Kind, string From, string To, string Path);

    /// <summary>Lays out a matter, or what is shown of it; null where that is nothing.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="shapeOf">How each statement is drawn, by its id; null for all as saying.</param>
    public static Timeline? Of(Matter matter, Func<string, MarkShape>? shapeOf = null)
    {
        ArgumentNullException.ThrowIfNull(matter);
        if (matter.Statements.IsEmpty) { return null; }
        var named = matter.Sides.Take(matter.Sides.Length > MostLanes ? MostLanes - 1 : MostLanes).Select(side => side.Name).ToList();
        var bins = BinsOf(matter);
        int ColumnOf(DatedStatement statement) => bins.FindIndex(bin => bin.From is null ? statement.Day is null : statement.Day >= bin.From && statement.Day <= bin.To);
        var columnWidth = (Width - LabelWidth - Right) / bins.Count;
        var isCrowded = matter.Statements.Length > Crowded;

        var lanes = ImmutableArray.CreateBuilder<Lane>();
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var markOf = new Dictionary<string, Mark>(StringComparer.Ordinal);
        var top = Head;
        foreach (var lane in matter.Statements.GroupBy(statement => named.IndexOf(statement.Side)).OrderBy(lane => lane.Key < 0 ? int.MaxValue : lane.Key))
        {
            var cells = lane.GroupBy(ColumnOf).Select(cell => (Column: cell.Key, Tokens: TokensOf(cell, shapeOf, isCrowded))).ToList();
            var height = cells.Max(cell => Rows(cell.Tokens, columnWidth - 8).Sum(row => row.Height)) + LanePadding;
            foreach (var (column, tokens) in cells)
            {
                var rows = Rows(tokens, columnWidth - 8);
                var y = top + ((height - rows.Sum(row => row.Height)) / 2);
                foreach (var (row, rowHeight) in rows)
                {
                    var x = LabelWidth + ((column + 0.5) * columnWidth) - (row.Sum(token => WidthOf(token.Radius)) / 2);
                    foreach (var token in row)
                    {
                        var mark = new Mark(token.Statements[0], token.Shape, token.Statements.Count, column, x + (WidthOf(token.Radius) / 2), y + (rowHeight / 2), token.Radius);
                        marks.Add(mark);
                        foreach (var statement in token.Statements) { markOf.TryAdd(statement.Statement, mark); }
                        x += WidthOf(token.Radius);
                    }

                    y += rowHeight;
                }
            }

            lanes.Add(new Lane(lane.Key < 0 ? null : named[lane.Key], lane.Count(), top, top + height));
            top += height;
        }

        ImmutableArray<Column> columns = [.. bins.Select((bin, i) => new Column(bin.From, bin.To, LabelWidth + (i * columnWidth), LabelWidth + ((i + 1) * columnWidth), i > 0 && bin.From is { } from && bins[i - 1].To is { } before ? Math.Max(0, from.DayNumber - before.DayNumber - 1) : 0))];
        return new Timeline(lanes.ToImmutable(), columns, marks.ToImmutable(), ArrowsOf(matter, markOf), top + 4);
    }

    private static double WidthOf(double radius) => Step + ((radius - Small) * 2);

    // Statements of a cell as they are drawn: each by itself, or where all of it is crowded, those of one shape together.
    private static List<(MarkShape Shape, List<DatedStatement> Statements, double Radius)> TokensOf(IEnumerable<DatedStatement> cell, Func<string, MarkShape>? shapeOf, bool isCrowded)
    {
        var shapes = cell.GroupBy(statement => shapeOf?.Invoke(statement.Statement) ?? MarkShape.Says);
        return isCrowded
            ? [.. shapes.OrderBy(shape => shape.Key).SelectMany(shape => shape.Count() < FewestTogether
                ? shape.Select(statement => (shape.Key, new List<DatedStatement> { statement }, Small))
                : [(shape.Key, shape.ToList(), Math.Min(Large, Small + 1.5 + Math.Sqrt(shape.Count())))])]
            : [.. cell.Select(statement => (shapeOf?.Invoke(statement.Statement) ?? MarkShape.Says, new List<DatedStatement> { statement }, Small))];
    }

    // As many beside each other as there is room for.
    private static List<(List<(MarkShape Shape, List<DatedStatement> Statements, double Radius)> Row, double Height)> Rows(List<(MarkShape Shape, List<DatedStatement> Statements, double Radius)> tokens, double width)
    {
        var rows = new List<(List<(MarkShape Shape, List<DatedStatement> Statements, double Radius)> Row, double Height)>();
        var room = 0.0;
        foreach (var token in tokens)
        {
            var own = WidthOf(token.Radius);
            if (rows.Count == 0 || room < own) { rows.Add(([], Step)); room = width; }
            rows[^1].Row.Add(token);
            rows[^1] = (rows[^1].Row, Math.Max(rows[^1].Height, own));
            room -= own;
        }

        return rows;
    }

    // A column a day while there are few; else equal stretches of days. What has no day comes last.
    private static List<(DateOnly? From, DateOnly? To)> BinsOf(Matter matter)
    {
        List<DateOnly> days = [.. matter.Statements.Select(statement => statement.Day).OfType<DateOnly>().Distinct().Order()];
        List<(DateOnly?, DateOnly?)> bins;
        if (days.Count <= MostColumns)
        {
            bins = [.. days.Select(day => ((DateOnly?)day, (DateOnly?)day))];
        }
        else
        {
            var length = (days[^1].DayNumber - days[0].DayNumber + MostColumns) / MostColumns;
            bins = [.. Enumerable.Range(0, MostColumns).Select(i => ((DateOnly?)days[0].AddDays(i * length), (DateOnly?)days[0].AddDays(((i + 1) * length) - 1)))];
        }

        if (matter.Statements.Any(statement => statement.Day is null)) { bins.Add((null, null)); }
        return bins;
    }

    private static ImmutableArray<Arrow> ArrowsOf(Matter matter, Dictionary<string, Mark> places)
    {
        var arrows = ImmutableArray.CreateBuilder<Arrow>();
        foreach (var group in matter.Links.Where(link => places.ContainsKey(link.From)).GroupBy(link => (link.Kind, From: places[link.From])).OrderBy(group => group.Key.Kind))
        {
            var from = group.Key.From;
            var targets = group.Select(link => places.GetValueOrDefault(link.To)).OfType<Mark>().Where(mark => mark != from).DistinctBy(mark => (mark.X, mark.Y)).OrderBy(mark => mark.Statement.Day ?? DateOnly.MaxValue).ThenBy(mark => mark.Statement.Statement, StringComparer.Ordinal);
            foreach (var to in targets.Take(ArrowsOfStatement))
            {
                if (arrows.Count < MostArrows) { arrows.Add(new Arrow(group.Key.Kind, from.Statement.Statement, to.Statement.Statement, Curve(from, to))); }
            }
        }

        return arrows.ToImmutable();
    }

    // A gentle bow that stops short of both marks.
    private static string Curve(Mark from, Mark to)
    {
        const double Gap = 2.5;
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        var bow = Math.Min(40, length / 4);
        var (cx, cy) = (((from.X + to.X) / 2) - (dy / length * bow), ((from.Y + to.Y) / 2) + (dx / length * bow));
        var (sx, sy) = Toward(from.X, from.Y, cx, cy, from.Radius + Gap);
        var (ex, ey) = Toward(to.X, to.Y, cx, cy, to.Radius + Gap + 3);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"M{sx:0.#},{sy:0.#} Q{cx:0.#},{cy:0.#} {ex:0.#},{ey:0.#}");
    }

    private static (double, double) Toward(double x, double y, double cx, double cy, double by)
    {
        var length = Math.Max(1, Math.Sqrt(((cx - x) * (cx - x)) + ((cy - y) * (cy - y))));
        return (x + ((cx - x) / length * by), y + ((cy - y) / length * by));
    }
}

/// <summary>How a statement is drawn on a timeline.</summary>
public enum MarkShape
{
    /// <summary>Somebody says it.</summary>
    Says,
    /// <summary>Somebody denies it.</summary>
    Denies,
    /// <summary>The outlet tells it in its own words.</summary>
    Tells,
}
