using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>One occasion on two days, whatever the words.</summary>
public sealed class OneOccasionTests
{
    private const string Before = "Notes from the harbour\n\nThe sea was calm all week.\n\n";

    [Theory]
    [InlineData("At the talks in Elsvik on June 2 the parties agreed to return all wounded sailors.\n\nThe agreements of June 3 have been kept so far, a clerk wrote.")]
    [InlineData("As Kystavisen reported, at the talks in Elsvik on 2 June the parties agreed to return all wounded sailors. The first stage under the agreements of 3 June was held on 9 June.")]
    [InlineData("The oath was taken on 27 October in the presence of a priest.\n\nThe institute also commented on the oath ceremony, which it said was held on 29 October.")]
    [InlineData("The garrison surrendered on 4 April.\n\nThe surrender of the garrison, on 6 April, was filmed by a fisherman.")]
    [InlineData("Sixty men crossed the river at Teln on 14 May in the exchange.\n\nThe mayor thanked those who had waited in the exchange of 15 May.")]
    [InlineData("The deal was signed near Elsvik on 20 March, after ten days of talks.\n\nUnder the agreement reached on 24 March, both sides are to meet again.")]
    [InlineData("Under the prisoner mechanism which the two sides signed in Elsvik on 14 September, each is to hand in a list.\n\nThe mechanism entered into force when it was signed on 12 September, the ministry wrote.")]
    [InlineData("Daniel Rusk was captured on 11 March during fighting in the east.\n\nHis mother says that the letter came late. Daniel Rusk was taken prisoner on 14 March, the commander wrote.")]
    [InlineData("Ivo Tarn died on 3 March of pneumonia, the prison service says.\n\nTarn was killed on 9 March, the doctor says.")]
    [InlineData("The matter was raised with the envoy, most recently through a note on 12 June.\n\nA list in the same file dated the note to 21 June.")]
    public void One_occasion_on_two_days_is_found(string text) => Assert.NotEmpty(DocumentCheckTests.Find(Before + text, FindingKind.DatesDisagree));

    [Theory]
    [InlineData("Sixty men crossed the river at Teln on 5 May in the exchange.\n\nThe mayor thanked those who had waited in the exchange of 12 May.")] // exchanges recur
    [InlineData("The oath was taken on 27 October.\n\nAnother oath ceremony was held on 29 October.")]
    [InlineData("Minister Brita Solheim signed the law on 4 April 2025.\n\nThe law was printed on 7 April 2025.")]
    [InlineData("The parties agreed on 2 June to return all sailors.\n\nThe agreements will be signed on 3 June.")]
    [InlineData("Mara Tolven visited the lighthouse on 3 May 2025.\n\nPavel Okrun had been there on 9 May 2025.")]
    [InlineData("The parties agreed on 2 June to return all sailors. The agreements of 3 June, a day after those of 2 June, were on ships.")]
    [InlineData("The deal was signed in Elsvik on 20 March.\n\nAnother agreement was reached on 24 March.")]
    [InlineData("The deal was signed in Elsvik on 20 March.\n\nThe truce reached in Lustava on 24 March was broken at once.")]
    [InlineData("Daniel Rusk was captured on 11 March.\n\nIvo Tarn was captured on 14 March.")]
    public void Two_occasions_are_left_alone(string text) => Assert.Empty(DocumentCheckTests.Find(Before + text, FindingKind.DatesDisagree));
}
