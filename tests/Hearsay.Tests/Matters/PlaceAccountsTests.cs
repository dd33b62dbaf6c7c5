using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>One thing that two accounts put at two places.</summary>
public sealed class PlaceAccountsTests
{
    [Theory]
    [InlineData("In the post the wounded wait in a line of buses at Orlova, on the river. The agency's version lets the same convoy turn round at Novar, in the hills. The two crossings lie some 350 kilometres apart.", "Orlova", "Novar")]
    [InlineData("The blogger captions the picture as the yard of Harrow Camp. The photographer told us that he had stood on the terrace of the stadium in Quenby. Both are in Oskeland, at opposite ends of it.", "Harrow Camp", "Quenby")]
    [InlineData("Lieutenant Halk fell into the hands of the Varnians at the Orlo bridge. He is home now.\n\nEveryone writes that. They took us in the brickyard at Sest, and Sest is half a day's march from the Orlo.", "Orlo", "Sest")]
    [InlineData("His mother was told that he died in the naval hospital at Merrow, of his lungs. She has a different account from a corporal: he sat beside him in the quarry at Cray, he says.", "Merrow", "Cray")]
    [InlineData("His card came from Torvald. It is a camp that everybody in Varnia has heard of. A peninsula on the northern coast of Oskeland, says the atlas.\n\nIn summer she bought a ticket to Torvald. She had looked it up, down in the very south of Oskeland.", "Torvald", "south")]
    public void Two_places_for_one_thing_are_found(string text, string one, string other) => Assert.Contains(Find(text), finding => finding.Summary.Contains(one, StringComparison.Ordinal) && finding.Summary.Contains(other, StringComparison.Ordinal));

    [Theory]
    [InlineData("The lorries left Orlova in the morning; they reached Novar at night. The road is 350 kilometres long.")]
    [InlineData("His mother was told that he died in the hospital at Merrow. A comrade wrote from the quarry at Cray that he was well.")] // nobody tells it otherwise
    [InlineData("His card came from Torvald, on the northern coast of Oskeland.\n\nShe bought a ticket to Brask. It lies in the very south of Oskeland.")]
    [InlineData("The two brothers are far apart. One lives at Orm, the other at Teln.")]
    public void Places_of_other_things_are_left_alone(string text) => Assert.Empty(Find(text));

    private static List<Finding> Find(string text) => DocumentCheckTests.Find(text, FindingKind.PlaceInconsistent);
}
