using Hearsay.Language.Figures;
using Hearsay.Matters;
using Hearsay.Rolls;
using Hearsay.Tests.Matters;
using Hearsay.Web.Audits;
using Hearsay.Web.Matters;

namespace Hearsay.Tests.Dossier;

/// <summary>What the pictures of a matter and of an audit say, in numbers.</summary>
public sealed class ChartTests
{
    [Theory]
    [InlineData(new double[] { 7, 14, 312, 1906 }, true)]
    [InlineData(new double[] { 300, 312, 630 }, false)]
    public void A_figure_plot_has_round_ticks_in_order_and_every_number_between_its_ends(double[] values, bool logarithmic)
    {
        var plot = FigurePlot.Of(new FigureSeries("people", [.. values.Select((value, i) => Point(value, value, value, FigureBound.Exact, i))]))!;
        Assert.Equal(logarithmic, plot.IsLogarithmic);
        Assert.InRange(plot.Ticks.Length, 2, 9);
        Assert.Equal(plot.Ticks.OrderBy(tick => tick.X), plot.Ticks);
        Assert.Equal(plot.Ticks.DistinctBy(tick => tick.Label), plot.Ticks);
        Assert.All(plot.Ticks, tick => Assert.InRange(tick.X, FigurePlot.ScaleLeft, FigurePlot.ScaleRight));
        Assert.Equal(values.Order(), plot.Rows.OrderBy(row => row.X).Select(row => double.Parse(row.Number, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_figure_plot_says_what_the_words_admit()
    {
        var plot = FigurePlot.Of(new FigureSeries("people",
        [
            Point(62, 62, null, FigureBound.AtLeast, 1), Point(1000, 1000, null, FigureBound.MoreThan, 2), Point(900, null, 900, FigureBound.LessThan, 3), Point(null, 270, 330, FigureBound.About, 3),
        ]))!;
        Assert.Equal(["≥ 62", "> 1,000", "270–330", "< 900"], plot.Rows.Select(row => row.Number));
        Assert.Equal([true, true, true, false], plot.Rows.Select(row => row.IsNewDay));
        Assert.True(plot.Rows[0] is { IsOpenRight: true, IsOpenLeft: false });
        Assert.True(plot.Rows[3] is { IsOpenLeft: true, IsOpenRight: false });
    }

    [Fact]
    public void Sides_are_set_beside_each_other_with_what_they_deny()
    {
        var matter = SampleMatters.Report.Matters.OrderByDescending(one => one.Statements.Length).First();
        var quotes = Quotes();
        var columns = SideBySide.Of(matter, quotes);
        Assert.InRange(columns.Length, 2, 3);
        Assert.All(columns, column => Assert.InRange(column.Statements.Length, 1, 4));
        foreach (var column in columns.Where(column => column.Side.Denials > 0))
        {
            Assert.Contains(column.Statements, statement => statement.Quote.Polarity is Hearsay.Statements.Polarity.Denied);
        }
    }

    [Fact]
    public void A_timeline_shows_the_chosen_sides_and_denials_with_what_they_aim_at()
    {
        var matter = SampleMatters.Report.Matters.MaxBy(one => one.Links.Count(link => link.Kind is LinkKind.Denies))!;
        var side = matter.Sides[0].Name;
        var one = Timeline.Of(TimelineFilter.All.Toggle(side).Of(matter))!;
        Assert.Equal(side, Assert.Single(one.Lanes).Name);
        Assert.Equal(matter.Statements.Count(statement => statement.Side == side), one.Marks.Length);
        var disputed = matter.Links.Where(link => link.Kind is LinkKind.Denies).SelectMany(link => new[] { link.From, link.To }).ToHashSet();
        var denials = Timeline.Of((TimelineFilter.All with { OnlyDenials = true }).Of(matter))!;
        Assert.Equal(disputed.Order(), denials.Marks.Select(mark => mark.Statement.Statement).Order());
        Assert.True(TimelineFilter.All.Toggle(side).Toggle(side).IsAll);
        Assert.Null(Timeline.Of(new TimelineFilter(["nobody"], false).Of(matter)));
    }

    [Fact]
    public void Where_very_many_say_alike_on_a_day_they_are_one_mark_that_tells_how_many()
    {
        var sample = SampleMatters.Report.Matters.MaxBy(one => one.Statements.Length)!;
        var (day, side) = (new DateOnly(2031, 5, 1), sample.Sides[0].Name);
        Matter Of(int count) => sample with
        {
            Statements = [.. Enumerable.Range(0, count).Select(i => new DatedStatement($"s{i}", "d", day.AddDays(i % 4), null, side))], Links = [new StatementLink(LinkKind.Denies, "s1", "s0"), new StatementLink(LinkKind.Denies, "s5", "s4")],
        };
        MarkShape Shape(string id) => id is "s1" or "s5" or "s9" ? MarkShape.Denies : MarkShape.Says;
        var few = Timeline.Of(Of(40), Shape)!;
        Assert.Equal(40, few.Marks.Length);
        Assert.All(few.Marks, mark => Assert.Equal(1, mark.Count));
        var many = Timeline.Of(Of(400), Shape)!;
        Assert.Equal(5, many.Marks.Length); // one a day, and the three denials of the second
        Assert.Equal(400, many.Marks.Sum(mark => mark.Count));
        Assert.Equal(3, many.Marks.Single(mark => mark.Shape is MarkShape.Denies).Count);
        Assert.Equal(("s1", "s0"), Assert.Single(many.Arrows) is var arrow ? (arrow.From, arrow.To) : default);
        Assert.InRange(many.Height, 40, 120);
        foreach (var (one, other) in many.Marks.SelectMany(one => many.Marks.Where(other => !ReferenceEquals(one, other)).Select(other => (one, other))))
        {
            Assert.True(Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2)) >= one.Radius + other.Radius, "marks lie over each other");
        }
    }

    [Fact]
    public void Days_without_a_statement_are_told_between_the_columns_of_a_timeline()
    {
        var matter = SampleMatters.Report.Matters.MaxBy(one => one.Statements.Length)!;
        var columns = Timeline.Of(matter)!.Columns.Where(column => column.From is not null).ToList();
        foreach (var (before, after) in columns.Zip(columns.Skip(1))) { Assert.Equal(after.From!.Value.DayNumber - before.To!.Value.DayNumber - 1, after.DaysBefore); }
        Assert.Contains(columns, column => column.DaysBefore > 0);
    }

    [Fact]
    public void An_outlet_that_has_it_from_another_stands_further_right_and_nothing_goes_in_a_circle()
    {
        var graphs = SampleMatters.Report.Matters.Select(matter => OriginGraph.Of(matter, Quotes())).OfType<OriginGraph>().ToList();
        Assert.Contains(graphs, graph => graph.Hands.Any(hand => hand is { From: "Oskel Telegraph Agency", To: "Harbour Dispatch", Copies: false }));
        Assert.Contains(graphs, graph => graph.Hands.Any(hand => hand.Copies));
        foreach (var graph in graphs)
        {
            var at = graph.Outlets.ToDictionary(node => node.Name, node => node.X);
            Assert.All(graph.Hands, hand => Assert.True(at[hand.From] < at[hand.To] || at[hand.To] == graph.Layers[^1], $"{hand.From} to {hand.To}"));
            Assert.All(graph.Hands, hand => Assert.DoesNotContain(graph.Hands, other => other.From == hand.To && other.To == hand.From));
            Assert.All(graph.Outlets, node => Assert.InRange(node.X, graph.Layers[1], graph.Layers[^1]));
        }
    }

    [Fact]
    public void Every_row_of_a_list_is_in_one_part_and_what_is_wrong_is_counted_beside()
    {
        var parts = AuditParts.Of(["returned", "held"],
        [
            (RollVerdict.Match, "held", false, 200), (RollVerdict.Match, "returned", false, 7), (RollVerdict.Malformed, "held", false, 18), (RollVerdict.Malformed, null, false, 3),
            (RollVerdict.Match, "held", true, 5), (RollVerdict.Possible, "held", false, 2), (RollVerdict.None, null, false, 30),
        ]);
        Assert.Equal(265, parts.Rows);
        Assert.Equal([("returned", 7), ("held", 223)], parts.Found);
        Assert.Equal((2, 33, 21, 5), (parts.Possible, parts.NotFound, parts.Malformed, parts.Repeats));
        Assert.Equal(parts.Rows, parts.Found.Sum(found => found.Count) + parts.Possible + parts.NotFound);
    }

    private static FigurePoint Point(double? value, double? low, double? high, FigureBound bound, int day) =>
        new($"s{day}{value}", new DateOnly(2031, 5, 1).AddDays(day), new Figure(new TextSpan(0, 1), value, low, high, bound, FigureKind.Count, null, null), $"{value} people", "somebody");

    private static Dictionary<string, (string? Source, Web.Components.QuotedStatement Quote)> Quotes() =>
        SampleMatters.Inspections.SelectMany(one => one.Inspection.Statements.Select((statement, i) => (statement, one.Inspection.Document, i))).DistinctBy(one => one.statement.Id).ToDictionary(
            one => one.statement.Id,
            one => (one.statement.Source?.Name, new Web.Components.QuotedStatement
            {
                Id = one.statement.Id, Number = one.i + 1, Part = 1, Content = Web.Text.Wording.Excerpt(one.Document.Text, one.statement.Content, 200), Polarity = one.statement.Polarity,
                Document = new Web.Components.DocumentEntry { Key = one.Document.Sha256, Title = "a title", Outlet = one.Document.Outlet, Published = one.Document.Published },
            }), StringComparer.Ordinal);
}
