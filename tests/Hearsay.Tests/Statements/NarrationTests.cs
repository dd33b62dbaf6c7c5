using System.Collections.Immutable;
using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Packs;
using Hearsay.Statements;
using Hearsay.Tests.Language;

namespace Hearsay.Tests.Statements;

public sealed class NarrationTests
{
    private static readonly Pipeline Pipeline = new(DomainPack.Load(Repository.Pack), null, English.Model);

    [Theory]
    [InlineData("The last prisoner exchange took place on August 14, when 84 Varnians came home.", "exchange.held")]
    [InlineData("Oskeland has held at least 1,200 Varnian prisoners since the spring.", "detention")]
    [InlineData("More than 60 Varnian soldiers crossed over to the Oskelandic side in autumn.", "defection")]
    public void What_nobody_is_credited_with_is_the_outlets_own(string sentence, string type)
    {
        var statement = Assert.Single(Narrated($"The river rose again at night.\n\n{sentence}\n\nThe market was open."));
        Assert.Equal(("Lustava Courier", SourceBasis.Outlet), (statement.Source?.Name, statement.Source?.Basis));
        Assert.Null(statement.Cue);
        Assert.Null(statement.Source?.Span);
        Assert.Contains(statement.Events, told => told.Type == type);
        Assert.Equal([HopRole.Outlet, HopRole.Origin], statement.Chain.Select(hop => hop.Role));
        Assert.InRange(statement.Confidence, 0.3, 0.85);
    }

    [Theory]
    [InlineData("Oskeland returned 84 Varnian prisoners, the ministry said.")]
    [InlineData("According to the bureau, Oskeland returned 84 Varnian prisoners.")]
    [InlineData("Did Oskeland return 84 Varnian prisoners?")]
    [InlineData("Oskeland should return 84 Varnian prisoners.")]
    [InlineData("If Oskeland returns 84 Varnian prisoners, the talks go on.")]
    [InlineData("“Oskeland returned 84 Varnian prisoners yesterday.”")]
    [InlineData("The market in the old town of Lustava was open on Sunday.")]
    [InlineData("Read more about 84 Varnian prisoners.")]
    public void Credited_asked_wished_and_quoted_events_are_not(string sentence) => Assert.Empty(Narrated($"The river rose again at night.\n\n{sentence}\n\nThe market was open."));

    [Fact]
    public void Where_the_outlet_is_not_known_there_is_no_source()
    {
        var statement = Assert.Single(Narrated("Oskeland returned 84 Varnian prisoners on Friday.", outlet: null));
        Assert.Null(statement.Source);
        Assert.Equal(HopRole.Origin, Assert.Single(statement.Chain).Role);
    }

    [Fact]
    public void Statements_stay_in_text_order()
    {
        var statements = Inspect("Oskeland returned 84 Varnian prisoners on Friday.\n\nColonel Ivo Tarn said that the men were well.\n\nOn Sunday Varnia returned 60 Oskelandic prisoners.", "Lustava Courier");
        Assert.Equal([StatementKind.Narrated, StatementKind.Indirect, StatementKind.Narrated], statements.Select(statement => statement.Kind));
    }

    private static IEnumerable<Statement> Narrated(string text, string? outlet = "Lustava Courier") => Inspect(text, outlet).Where(statement => statement.Kind is StatementKind.Narrated);

    private static ImmutableArray<Statement> Inspect(string text, string? outlet) =>
        Assert.IsType<InspectionOutcome.Accepted>(Pipeline.Inspect(new Capture(Encoding.UTF8.GetBytes(text), new Provenance("a.txt") { Outlet = outlet }))).Inspection.Statements;
}
