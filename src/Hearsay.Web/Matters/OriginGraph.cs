using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Matters;
using Hearsay.Web.Components;

namespace Hearsay.Web.Matters;

/// <summary>How a matter's statements came about, in layers from left to right: origins, the outlets that have it from them, and the outlets that have it from other outlets. In the picture's own units.</summary>
public sealed class OriginGraph
{
    /// <summary>Width of the picture.</summary>
    public const double Width = 1000;

    private const int MostOrigins = 12;
    private const int MostOutlets = 14;
    private const int MostLayers = 3; // of outlets
    private const double RowHeight = 38;
    private const double Head = 30;
    private static readonly double[][] Places = [[400, 660], [300, 490, 760], [270, 420, 610, 810]];

    private OriginGraph(ImmutableArray<Node> origins, ImmutableArray<Node> outlets, ImmutableArray<Edge> edges, ImmutableArray<Handed> hands, ImmutableArray<double> layers, double height) =>
        (Origins, Outlets, Edges, Hands, Layers, Height) = (origins, outlets, edges, hands, layers, height);

    /// <summary>On the left, those with most outlets first.</summary>
    public ImmutableArray<Node> Origins { get; }

    /// <summary>To the right of them, those that have it from other outlets further right.</summary>
    public ImmutableArray<Node> Outlets { get; }

    /// <summary>Between them.</summary>
    public ImmutableArray<Edge> Edges { get; }

    /// <summary>What outlets have from other outlets.</summary>
    public ImmutableArray<Handed> Hands { get; }

    /// <summary>Where each layer stands, the origins' first.</summary>
    public ImmutableArray<double> Layers { get; }

    /// <summary>Height of the picture.</summary>
    public double Height { get; }

    /// <summary>How an edge's end has what it has.</summary>
    public enum Way
    {
        /// <summary>An outlet from the origin itself.</summary>
        Direct,
        /// <summary>An outlet from another one, which it names.</summary>
        Credits,
        /// <summary>An outlet from another one, word for word and without naming it.</summary>
        Copies,
    }

    /// <summary>An origin or an outlet.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="IsNamed">False for an origin that is not named.</param>
    /// <param name="Count">How many outlets, or origins, it is joined to.</param>
    /// <param name="Statements">How many statements lead to an origin; 0 for an outlet.</param>
    /// <param name="Ties">Names of the styles that light it up with what it is joined to.</param>
    /// <param name="IsLast">True where nothing goes on to its right.</param>
    /// <param name="X">Where it stands.</param>
    /// <param name="Y">Where it stands.</param>
    public sealed record Node(string Name, bool IsNamed, int Count, int Statements, string Ties, bool IsLast, double X, double Y);

    /// <summary>What an outlet has from an origin or from another outlet.</summary>
    public sealed record Edge(string Path, Way Way, bool IsShared, string Ties);

    /// <summary>What an outlet has from another.</summary>
    /// <param name="From">The outlet that had it before.</param>
    /// <param name="To">The one that has it from there.</param>
    /// <param name="Copies">True where it does not say so.</param>
    /// <param name="Origins">Names of the origins whose words they are.</param>
    public sealed record Handed(string From, string To, bool Copies, ImmutableArray<string> Origins);

    /// <summary>Lays out a matter; null where there is nothing to compare.</summary>
    public static OriginGraph? Of(Matter matter, IReadOnlyDictionary<string, (string? Source, QuotedStatement Quote)> quotes)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(quotes);
        var origins = matter.Origins.OrderByDescending(origin => origin.Outlets.Length).ThenByDescending(origin => origin.Statements).ThenBy(origin => origin.Name, StringComparer.Ordinal).Take(MostOrigins).ToList();
        var shown = origins.SelectMany(origin => origin.Outlets).GroupBy(outlet => outlet, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostOutlets).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        if (shown.Count < 2 || origins.Count < 1) { return null; }
        var (hands, second) = HandsOf(matter, quotes, shown.Keys.ToHashSet(StringComparer.Ordinal));
        var layerOf = LayersOf(shown.Keys, hands);
        var places = Places[layerOf.Values.Max() - 1];

        // Each outlet beside the middle of what it has its words from, so that few lines cross.
        double Middle(string outlet) => origins.Index().Where(one => one.Item.Outlets.Contains(outlet)).Average(one => one.Index);
        var outlets = shown.Keys.OrderBy(outlet => layerOf[outlet]).ThenBy(Middle).ThenByDescending(outlet => shown[outlet]).ThenBy(outlet => outlet, StringComparer.Ordinal).ToList();
        var sizes = outlets.CountBy(outlet => layerOf[outlet]).ToDictionary();
        var rows = Math.Max(origins.Count, sizes.Values.Max());
        double Y(int i, int count) => Head + ((i + 0.5) * rows / count * RowHeight);

        string TiesOf(string outlet) => string.Join(' ', origins.Index().Where(one => one.Item.Outlets.Contains(outlet)).Select(one => OriginTie(one.Index)).Append(OutletTie(outlets.IndexOf(outlet))));
        ImmutableArray<Node> left = [.. origins.Select((origin, i) => new Node(
            origin.Name, origin.IsNamed, origin.Outlets.Length, origin.Statements, string.Join(' ', outlets.Index().Where(one => origin.Outlets.Contains(one.Item)).Select(one => OutletTie(one.Index)).Prepend(OriginTie(i))), false, places[0], Y(i, origins.Count)))];
        var right = outlets.GroupBy(outlet => layerOf[outlet]).SelectMany(layer => layer.Select((outlet, i) => new Node(outlet, true, shown[outlet], 0, TiesOf(outlet), hands.TrueForAll(hand => hand.From != outlet), places[layer.Key], Y(i, sizes[layer.Key])))).ToImmutableArray();
        var edges = ImmutableArray.CreateBuilder<Edge>();
        for (var i = 0; i < origins.Count; i++)
        {
            foreach (var to in right.Where(node => origins[i].Outlets.Contains(node.Name) && !second.Contains((origins[i].Name, node.Name))))
            {
                edges.Add(new Edge(Curve(left[i].X + 10, left[i].Y, to), Way.Direct, origins[i].Outlets.Length > 1, $"{OriginTie(i)} {OutletTie(outlets.IndexOf(to.Name))}"));
            }
        }

        foreach (var hand in hands)
        {
            var ties = origins.Index().Where(one => hand.Origins.Contains(one.Item.Name)).Select(one => OriginTie(one.Index)).Append(OutletTie(outlets.IndexOf(hand.From))).Append(OutletTie(outlets.IndexOf(hand.To)));
            var (from, to) = (right.First(node => node.Name == hand.From), right.First(node => node.Name == hand.To));
            edges.Add(new Edge(Curve(from.X, from.Y, to), hand.Copies ? Way.Copies : Way.Credits, false, string.Join(' ', ties)));
        }

        return new OriginGraph(left, right, edges.ToImmutable(), [.. hands], [.. places], Head + (rows * RowHeight) + 6);
    }

    // What outlets have from earlier ones, and which origins' words an outlet has in no other way. A link that would go in a circle is passed over.
    private static (List<Handed> Hands, HashSet<(string Origin, string Outlet)> Second) HandsOf(Matter matter, IReadOnlyDictionary<string, (string? Source, QuotedStatement Quote)> quotes, HashSet<string> outlets)
    {
        var said = matter.Statements.Where(statement => quotes.TryGetValue(statement.Statement, out var quoted) && quoted.Quote.Document.Outlet is { } outlet && outlets.Contains(outlet))
            .DistinctBy(statement => statement.Statement, StringComparer.Ordinal).ToDictionary(statement => statement.Statement, statement => (statement.Origin, quotes[statement.Statement].Quote.Document), StringComparer.Ordinal);
        var hands = new List<Handed>();
        var carried = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in matter.Links.Where(link => link.Kind is not LinkKind.Denies).OrderBy(link => link.Kind))
        {
            if (!said.TryGetValue(link.To, out var before) || !said.TryGetValue(link.From, out var after) || before.Origin is null || before.Origin != after.Origin) { continue; }
            var (from, to) = (before.Document.Outlet!, after.Document.Outlet!);
            if (from == to || before.Document.Day > after.Document.Day || Reaches(hands, to, from)) { continue; }
            carried.Add(link.From);
            var at = hands.FindIndex(hand => hand.From == from && hand.To == to);
            if (at < 0) { hands.Add(new Handed(from, to, link.Kind is LinkKind.Copies, [after.Origin])); }
            else if (!hands[at].Origins.Contains(after.Origin)) { hands[at] = hands[at] with { Origins = hands[at].Origins.Add(after.Origin) }; }
        }

        var second = said.Where(one => one.Value.Origin is not null).GroupBy(one => (one.Value.Origin!, one.Value.Document.Outlet!)).Where(group => group.All(one => carried.Contains(one.Key))).Select(group => group.Key).ToHashSet();
        return (hands, second);
    }

    private static bool Reaches(List<Handed> hands, string from, string to)
    {
        var (seen, next) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([from]));
        while (next.TryPop(out var at))
        {
            if (at == to) { return true; }
            if (!seen.Add(at)) { continue; }
            foreach (var hand in hands.Where(hand => hand.From == at)) { next.Push(hand.To); }
        }

        return false;
    }

    // One further right than the furthest that it has something from; as many rounds as there are layers do, since nothing goes in a circle.
    private static Dictionary<string, int> LayersOf(IEnumerable<string> outlets, List<Handed> hands)
    {
        var layers = outlets.ToDictionary(outlet => outlet, _ => 1, StringComparer.Ordinal);
        for (var round = 1; round < MostLayers; round++)
        {
            foreach (var hand in hands) { layers[hand.To] = Math.Min(MostLayers, Math.Max(layers[hand.To], layers[hand.From] + 1)); }
        }

        return layers;
    }

    private static string Curve(double x, double y, Node to)
    {
        var end = to.X - 10;
        var bow = Math.Max(40, (end - x) * 0.45);
        return string.Create(CultureInfo.InvariantCulture, $"M{x:0.#},{y:0.#} C{x + bow:0.#},{y:0.#} {end - bow:0.#},{to.Y:0.#} {end:0.#},{to.Y:0.#}");
    }

    private static string OriginTie(int i) => string.Create(CultureInfo.InvariantCulture, $"o{i}");

    private static string OutletTie(int i) => string.Create(CultureInfo.InvariantCulture, $"c{i}");
}
