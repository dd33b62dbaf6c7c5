using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Statements;

namespace Hearsay.Tests.Inspections;

public sealed class JsonNamesTests
{
    [Fact]
    public void Names_are_in_snake_case() => Assert.Equal("boilerplate", JsonNames.Of(BlockRole.Boilerplate));

    [Fact]
    public void Every_name_parses_back() =>
        Assert.All(Enum.GetValues<StatementAct>(), act => Assert.Equal(act, JsonNames.Parse<StatementAct>(JsonNames.Of(act))));

    [Fact]
    public void An_unknown_name_is_null() => Assert.Null(JsonNames.Parse<StatementAct>("shouts"));
}
