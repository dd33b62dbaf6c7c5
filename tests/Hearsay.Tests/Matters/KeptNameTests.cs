using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Sources whose name a text says is kept back.</summary>
public sealed class KeptNameTests
{
    [Theory]
    [InlineData("The weekly Lantern printed the memories of a former guard, whom it calls “Corporal M.” and shows from behind. Eight men were shot, he told the weekly.", true)]
    [InlineData("One of the ferrymen, who asked us to leave out his name because he wants to keep his work, said that a third boat had come.", true)]
    [InlineData("I speak to a woman who worked in the kitchen and will not have her name in print. The soup, she says, was water.", true)]
    [InlineData("The cook, whose name we have changed, says that the soup was water.", true)]
    [InlineData("We shall call him Anders. The soup, he says, was water.", true)]
    [InlineData("The clerk, who goes by the pseudonym Heron, said that the list was old.", true)]
    [InlineData("The driver did not want his name printed. The bus, he said, was empty.", true)]
    [InlineData("Mara Tolven, the cook, says that the soup was water.", false)]
    [InlineData("The minister, whom the paper calls a liar, said that the list was old.", false)]
    [InlineData("They named the boat after the mayor, who said that he did not want it.", false)]
    [InlineData("The village will not have its name in print. It has a mill.", false)] // nobody says anything
    public void Who_keeps_his_name_back_is_found(string text, bool found) => Assert.Equal(found, DocumentCheckTests.Find(text, FindingKind.AnonymousOrigin).Count > 0);

    [Fact]
    public void One_source_is_told_once() => Assert.Single(DocumentCheckTests.Find("All of them asked us not to use their names. One, a retired clerk, said that the list was old.", FindingKind.AnonymousOrigin));
}
