using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Statements;
using Hearsay.Tests.Matters;

namespace Hearsay.Tests.Statements;

public sealed class ChainTests
{
    [Fact]
    public void Every_chain_of_the_samples_ends_in_its_source()
    {
        var statements = SampleMatters.Inspections.SelectMany(one => one.Inspection.Statements).ToList();
        Assert.True(statements.Count > 200);
        Assert.All(statements.Where(statement => statement.Source is not null), statement => Assert.Equal((HopRole.Origin, statement.Source!.Name), (statement.Chain[^1].Role, statement.Chain[^1].Name)));
    }

    [Theory]
    [InlineData("Lustava said that no offer had come.", "Varnia")]
    [InlineData("Oskeland denied that the list was complete.", "Oskeland")]
    public void A_party_is_one_name_in_source_and_chain(string sentence, string party)
    {
        var outcome = SampleMatters.Pipeline.Inspect(new Capture(Encoding.UTF8.GetBytes($"The river rose again.\n\n{sentence}"), new Provenance("a.txt")));
        var statement = Assert.Single(Assert.IsType<InspectionOutcome.Accepted>(outcome).Inspection.Statements);
        Assert.Equal((party, party), (statement.Source!.Name, statement.Chain[^1].Name));
    }
}
