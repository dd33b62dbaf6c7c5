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

    private Timeline(ImmutableArray<Lane> lanes, ImmutableArray<Column> columns, ImmutableArray<Mark> marks, ImmutableArray<Arrow> arrows, double height) =>
        (Lanes, Columns, Marks, Arrows, Height) = (lanes, columns, marks, arrows, height);

    /// <summary>Height of the picture.</summary>
    public double Height { get; }

    /// <summary>From top to bottom.</summary>
    public ImmutableArray<Lane> Lanes { get; }

    /// <summary>From left to right.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>One a statement.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>From a statement to the one that it bears on.</summary>
    public ImmutableArray<Arrow> Arrows { get; }

    /// <summary>A side's lane.</summary>
    public sealed record Lane(string Name, int Statements, double Top, double Bottom);

    /// <summary>A day's column, or that of several days.</summary>
    /// <param name="From">Its first day; null for what has none.</param>
    /// <param name="To">Its last.</param>
    /// <param name="Left">Where it begins.</param>
    /// <param name="Right">Where it ends.</param>
    /// <param name="DaysBefore">How many days without a statement lie between it and the column before.</param>
    public sealed record Column(DateOnly? From, DateOnly? To, double Left, double Right, int DaysBefore);

    /// <summary>A statement's mark.</summary>
    public sealed record Mark(DatedStatement Statement, double X, double Y);

    /// <summary>A curve between two marks.</summary>
    public sealed record Arrow(LinkKind Kind, string From, string To, string Path);

    /// <summary>Lays out a matter, or what is shown of it; null where that is nothing.</summary>
    public static Timeline? Of(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        if (matter.Statements.IsEmpty) { return null; }
        var named = matter.Sides.Take(matter.Sides.Length > MostLanes ? MostLanes - 1 : MostLanes).Select(side => side.Name).ToList();
        string LaneOf(DatedStatement statement) => named.Contains(statement.Side) ? statement.Side : "Others";
        var bins = BinsOf(matter);
        int ColumnOf(DatedStatement statement) => bins.FindIndex(bin => bin.From is null ? statement.Day is null : statement.Day >= bin.From && statement.Day <= bin.To);
        var columnWidth = (Width - LabelWidth - Right) / bins.Count;
        var perRow = Math.Max(1, (int)((columnWidth - 8) / Step));

        var lanes = ImmutableArray.CreateBuilder<Lane>();
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var top = Head;
        foreach (var name in named.Concat(matter.Statements.Any(statement => LaneOf(statement) == "Others") ? ["Others"] : Array.Empty<string>()))
        {
            var own = matter.Statements.Where(statement => LaneOf(statement) == name).ToList();
            var cells = own.GroupBy(ColumnOf).ToList();
            var rows = cells.Max(cell => (cell.Count() + perRow - 1) / perRow);
            var bottom = top + (rows * Step) + LanePadding;
            foreach (var cell in cells)
            {
                var (i, count) = (0, cell.Count());
                foreach (var statement in cell)
                {
                    var inRow = Math.Min(perRow, count - (i / perRow * perRow));
                    var x = LabelWidth + ((cell.Key + 0.5) * columnWidth) + (((i % perRow) - ((inRow - 1) / 2.0)) * Step);
                    var y = ((top + bottom) / 2) + (((i / perRow) - (((count + perRow - 1) / perRow - 1) / 2.0)) * Step);
                    marks.Add(new Mark(statement, x, y));
                    i++;
                }
            }

            lanes.Add(new Lane(name, own.Count, top, bottom));
            top = bottom;
        }

        ImmutableArray<Column> columns = [.. bins.Select((bin, i) => new Column(bin.From, bin.To, LabelWidth + (i * columnWidth), LabelWidth + ((i + 1) * columnWidth), i > 0 && bin.From is { } from && bins[i - 1].To is { } before ? Math.Max(0, from.DayNumber - before.DayNumber - 1) : 0))];
        return new Timeline(lanes.ToImmutable(), columns, marks.ToImmutable(), ArrowsOf(matter, marks), top + 4);
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

    private static ImmutableArray<Arrow> ArrowsOf(Matter matter, IEnumerable<Mark> marks)
    {
        var places = new Dictionary<string, Mark>(StringComparer.Ordinal);
        foreach (var mark in marks) { places.TryAdd(mark.Statement.Statement, mark); }
        var arrows = ImmutableArray.CreateBuilder<Arrow>();
        foreach (var group in matter.Links.GroupBy(link => (link.Kind, link.From)).OrderBy(group => group.Key.Kind))
        {
            if (!places.TryGetValue(group.Key.From, out var from)) { continue; }
            var targets = group.Select(link => places.GetValueOrDefault(link.To)).OfType<Mark>().DistinctBy(mark => (mark.X, mark.Y)).OrderBy(mark => mark.Statement.Day ?? DateOnly.MaxValue).ThenBy(mark => mark.Statement.Statement, StringComparer.Ordinal);
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
        const double Gap = 8;
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        var bow = Math.Min(40, length / 4);
        var (cx, cy) = (((from.X + to.X) / 2) - (dy / length * bow), ((from.Y + to.Y) / 2) + (dx / length * bow));
        var (sx, sy) = Toward(from.X, from.Y, cx, cy, Gap);
        var (ex, ey) = Toward(to.X, to.Y, cx, cy, Gap + 3);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"M{sx:0.#},{sy:0.#} Q{cx:0.#},{cy:0.#} {ex:0.#},{ey:0.#}");
    }

    private static (double, double) Toward(double x, double y, double cx, double cy, double by)
    {
        var length = Math.Max(1, Math.Sqrt(((cx - x) * (cx - x)) + ((cy - y) * (cy - y))));
        return (x + ((cx - x) / length * by), y + ((cy - y) / length * by));
    }
}
