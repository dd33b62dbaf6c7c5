using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Headlines that count otherwise than their text, or have somebody refuse or agree to what nobody in it does.</summary>
public sealed class HeadlineRivalTests
{
    private const string Filler = " The road was wet. A band played at the quay. Children sang, and the mayor spoke. Soup was served in the hall. It rained in the evening. Nobody minded.";

    [Theory]
    [InlineData("Minister visits 17 captured airmen at Fort Ansel\n\nThe minister walked across the yard with a box of oranges. The fort holds sixteen airmen who were shot down in spring." + Filler, "17", "sixteen")]
    [InlineData("Four buses bring our boys home\n\nSix coaches left the lines at first light, the sergeant said." + Filler, "Four buses", "Six coaches")]
    [InlineData("26 letters found in a lorry\n\nOfficials found a bundle in a side pocket. The thirty-two letters were handed on unopened." + Filler, "26 letters", "thirty-two letters")]
    public void A_headline_that_counts_otherwise_is_found(string text, string one, string other) => Assert.Contains(Find(text, FindingKind.FiguresDisagree), finding => finding.Summary.Contains(one, StringComparison.Ordinal) && finding.Summary.Contains(other, StringComparison.Ordinal));

    [Theory]
    [InlineData("Minister visits 17 captured airmen at Fort Ansel\n\nThe fort holds sixteen airmen who were shot down in spring. One more airman came in May, so there are 17." + Filler)]
    [InlineData("Four buses bring our boys home\n\nSix coaches left the lines at first light; two coaches turned back." + Filler)] // two counts of its own
    [InlineData("26 letters found in a lorry\n\nIn all, 400 letters came in May." + Filler)] // of another size
    public void A_headline_that_may_count_something_else_is_left_alone(string text) => Assert.Empty(Find(text, FindingKind.FiguresDisagree));

    [Theory]
    [InlineData("Varnia refuses to take back 300 captured servicemen\n\nOskeland's offer to return the servicemen was left without an answer by Varnia, an aide said. “Two weeks have gone by, and there is silence,” she said." + Filler + " The list is long.", true)]
    [InlineData("Varnia refuses to take back 300 captured servicemen\n\nVarnia rejected the offer of the 300 servicemen, an aide said. “They sent the list home,” she said." + Filler + " The list is long.", false)]
    [InlineData("Varnia and Oskeland agree to swap all prisoners\n\nThe delegations met in the morning. “The parties have agreed to go on talking. The proposal is under examination,” the chairman read out." + Filler, true)]
    [InlineData("Varnia and Oskeland agree to swap all prisoners\n\nThe delegations met in the morning. “The parties have agreed to swap all prisoners,” the chairman read out." + Filler, false)]
    [InlineData("Prisoners starved to death in winter camps\n\nA mission spoke with men who came home. They had been given two ladles of barley a day. Two men died in January, of pneumonia, in a cold hut." + Filler, true)]
    [InlineData("Prisoners starved to death in winter camps\n\nA mission spoke with men who came home. Two men died of hunger in January. The mission has their names, and the graves were found." + Filler, false)]
    public void A_headline_that_is_stronger_than_its_text_is_found(string text, bool found) => Assert.Equal(found, Find(text, FindingKind.HeadlineUnsupported).Count > 0);

    [Fact]
    public void What_the_text_has_instead_is_shown() => Assert.Contains(
        Find("League confirms that all captured nurses are free\n\nThe ferry has left the shore. People in blankets stand on deck.\n\n“Our team escorted the ferry,” says a delegate of the League. “We cannot tell whether any of the nurses are on board.”\n\nThe band played. Children sang. It rained, and nobody minded. Soup was served.", FindingKind.HeadlineUnsupported).SelectMany(finding => finding.Evidence),
        evidence => evidence.Text.Contains("cannot tell", StringComparison.Ordinal));

    private static List<Finding> Find(string text, FindingKind kind) => DocumentCheckTests.Find(text, kind);
}
