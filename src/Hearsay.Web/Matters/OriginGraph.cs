using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Matters;

namespace Hearsay.Web.Matters;

/// <summary>Which outlets have their statements from which origins, as two columns and lines between them. In the picture's own units.</summary>
public sealed class OriginGraph
{
    /// <summary>Width of the picture.</summary>
    public const double Width = 1000;

    private const int MostOrigins = 12;
    private const int MostOutlets = 14;
    private const double RowHeight = 34;
    private const double Head = 26;
    private const double Left = 400;
    private const double RightEdge = 660;

    private OriginGraph(ImmutableArray<Node> origins, ImmutableArray<Node> outlets, ImmutableArray<Edge> edges, double height) =>
        (Origins, Outlets, Edges, Height) = (origins, outlets, edges, height);

    /// <summary>On the left, those with most outlets first.</summary>
    public ImmutableArray<Node> Origins { get; }

    /// <summary>On the right.</summary>
    public ImmutableArray<Node> Outlets { get; }

    /// <summary>Between them.</summary>
    public ImmutableArray<Edge> Edges { get; }

    /// <summary>Height of the picture.</summary>
    public double Height { get; }

    /// <summary>An origin or an outlet.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="IsNamed">False for an origin that is not named.</param>
    /// <param name="Count">How many outlets, or origins, it is joined to.</param>
    /// <param name="Statements">How many statements lead to an origin; 0 for an outlet.</param>
    /// <param name="Ties">Names of the styles that light it up with what it is joined to.</param>
    /// <param name="X">Where it stands.</param>
    /// <param name="Y">Where it stands.</param>
    public sealed record Node(string Name, bool IsNamed, int Count, int Statements, string Ties, double X, double Y);

    /// <summary>What an outlet has from an origin.</summary>
    public sealed record Edge(string Path, bool IsShared, string Ties);

    /// <summary>Lays out a matter; null where there is nothing to compare.</summary>
    public static OriginGraph? Of(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var origins = matter.Origins.OrderByDescending(origin => origin.Outlets.Length).ThenByDescending(origin => origin.Statements).ThenBy(origin => origin.Name, StringComparer.Ordinal).Take(MostOrigins).ToList();
        var outlets = origins.SelectMany(origin => origin.Outlets).GroupBy(outlet => outlet, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostOutlets).Select(group => (group.Key, Count: group.Count())).ToList();
        if (outlets.Count < 2 || origins.Count < 1) { return null; }
        var rows = Math.Max(origins.Count, outlets.Count);
        double Y(int i, int count) => Head + (((i + 0.5) * rows / count) * RowHeight);

        // Each outlet beside the middle of its origins, so that few lines cross.
        double Middle(string outlet) => origins.Select((origin, i) => (origin, i)).Where(one => one.origin.Outlets.Contains(outlet)).Average(one => one.i);
        outlets = [.. outlets.OrderBy(outlet => Middle(outlet.Key)).ThenByDescending(outlet => outlet.Count).ThenBy(outlet => outlet.Key, StringComparer.Ordinal)];
        ImmutableArray<Node> left = [.. origins.Select((origin, i) => new Node(origin.Name, origin.IsNamed, origin.Outlets.Length, origin.Statements, string.Join(' ', outlets.Index().Where(one => origin.Outlets.Contains(one.Item.Key)).Select(one => OutletTie(one.Index)).Prepend(OriginTie(i))), Left, Y(i, origins.Count)))];
        ImmutableArray<Node> right = [.. outlets.Select((outlet, i) => new Node(outlet.Key, true, outlet.Count, 0, string.Join(' ', origins.Index().Where(one => one.Item.Outlets.Contains(outlet.Key)).Select(one => OriginTie(one.Index)).Append(OutletTie(i))), RightEdge, Y(i, outlets.Count)))];
        var edges = ImmutableArray.CreateBuilder<Edge>();
        for (var i = 0; i < origins.Count; i++)
        {
            foreach (var outlet in origins[i].Outlets)
            {
                var at = outlets.FindIndex(known => known.Key == outlet);
                if (at < 0) { continue; }
                var (y1, y2) = (left[i].Y, right[at].Y);
                edges.Add(new Edge(
                    string.Create(CultureInfo.InvariantCulture, $"M{Left + 10:0.#},{y1:0.#} C{Left + 110:0.#},{y1:0.#} {RightEdge - 110:0.#},{y2:0.#} {RightEdge - 10:0.#},{y2:0.#}"), origins[i].Outlets.Length > 1, $"{OriginTie(i)} {OutletTie(at)}"));
            }
        }

        return new OriginGraph(left, right, edges.ToImmutable(), Head + (rows * RowHeight) + 6);
    }

    private static string OriginTie(int i) => string.Create(CultureInfo.InvariantCulture, $"o{i}");

    private static string OutletTie(int i) => string.Create(CultureInfo.InvariantCulture, $"c{i}");
}
