using Hearsay.Matters;
using Hearsay.Matters.Origins;

namespace Hearsay.Tests.Matters;

public sealed class PartyNamesTests
{
    [Theory]
    [InlineData("Varnian officials", "deny")]
    [InlineData("officials in Elsvik", "deny")]
    [InlineData("Varnia and Oskeland", "deny")]
    [InlineData("police", "deny")]
    [InlineData("Varnian army", "denies")]
    [InlineData("Coordination Headquarters", "denies")]
    [InlineData("Dana Orlik", "denies")]
    [InlineData("Ministry of Trade and Fisheries", "denies")]
    [InlineData("headquarters", "denies")]
    public void A_verb_agrees_with_who_it_is(string name, string verb) => Assert.Equal(verb, PartyNames.Verb(name, "denies", "deny"));

    [Theory]
    [InlineData("oskeland", "Oskeland")]
    [InlineData("humanitarian-tracing-committee", "Humanitarian Tracing Committee")]
    [InlineData("river_guard", "River Guard")]
    [InlineData("", "")]
    public void An_id_of_the_pack_is_shown_as_a_name(string id, string name) => Assert.Equal(name, MatterSide.NameOf(id));
}
