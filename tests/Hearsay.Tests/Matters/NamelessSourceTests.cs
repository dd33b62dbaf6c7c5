using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Sources of whom a text says what they are and not who.</summary>
public sealed class NamelessSourceTests
{
    [Theory]
    [InlineData("Two of the drivers told the Harbour Post that 40 men had been taken off the bus.", true)] // a part of many
    [InlineData("A stoker of one of the ferries told the Harbour Post that the boat had turned back twice.", true)] // no name under a phrase is the phrase's own
    [InlineData("An inmate of Fort Dorn says that 60 men sleep in one room.", true)] // the fort is not the man's name
    [InlineData("A Karthian negotiator said that the list was old.", true)] // nor is what country he is of
    [InlineData("A surgeon at the fort wrote in May that nine wounds had been sewn with thread.", true)]
    [InlineData("The figure comes from an employee of the ferry line.", true)] // without a verb of saying
    [InlineData("The weekly cites a warden of the fort, and nobody else.", true)]
    [InlineData("A mediator put the price at 400 crowns a head.", true)]
    [InlineData("An aide to the governor was more open: “Eleven boats, and all of them empty.”", true)]
    [InlineData("The mayor is silent. A colleague of his in the council told us that eleven boats had been burnt.", true)]
    [InlineData("The cook left. A pilot who had seen him off called us. According to him, the whole crew was moved to the island at night.", true)] // a pronoun
    [InlineData("The stove in the mill is broken again, a nurse told us. She talks to reporters only where they leave her name out.", true)]
    [InlineData("One of the drivers, Corporal Anders Brand, told the Harbour Post that 40 men had been taken off the bus.", false)]
    [InlineData("Anders Brand, a driver of one of the ferries, told the Harbour Post that the boat had turned back twice.", false)]
    [InlineData("A stoker, Ivar Dahl, told the Harbour Post that the boat had turned back twice.", false)]
    [InlineData("A stoker told the court that the boat had turned back twice; Ivar Dahl, 31, was heard under oath.", false)] // named in the same breath
    [InlineData("A stoker told the court that the boat had turned back twice. Mara Tolven, the judge, said that 12 witnesses would follow.", true)] // somebody else is
    [InlineData("A spokesman for the ferry line said that the boat had turned back twice.", false)] // the line's word
    [InlineData("A lawyer for the crew said that the boat had turned back twice.", false)]
    [InlineData("Her brother said that the boat had turned back twice.", false)] // she knows who he is
    [InlineData("Passengers said that the boat had turned back twice.", false)]
    [InlineData("A mediator walked past the cameras and declined to answer.", false)]
    [InlineData("A baker of the town said that he liked the new bridge.", false)] // nothing to check
    [InlineData("A warden of the fort sat in the front row, silent. The mayor said that the list was old.", false)]
    [InlineData("The weekly cites the diary of Ivar Dahl, a warden of the fort.", false)]
    [InlineData("The figure comes from the register, which an employee of the ferry line kept.", false)]
    public void Who_is_described_and_not_named_is_found(string text, bool found) => Assert.Equal(found, DocumentCheckTests.Find(text, FindingKind.AnonymousOrigin).Count > 0);
}
