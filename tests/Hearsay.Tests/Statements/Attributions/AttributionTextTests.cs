using Hearsay.Statements.Attributions;

namespace Hearsay.Tests.Statements.Attributions;

public class AttributionTextTests
{
    private const string Table = """
        “ `` `` 4 punct
        We we PRP 3 nsubj
        won win VBD 6 ccomp
        , , , 6 punct
        ” '' '' 6 punct
        said say VBD 0 root
        Ana Ana NNP 8 compound
        Lorn Lorn NNP 6 nsubj
        . . . 6 punct
        """;

    [Fact]
    public void Knows_what_each_token_governs()
    {
        var text = new AttributionText(ParsedText.Read(Table));
        Assert.Equal([2, 3, 4, 7, 8], text.ChildrenOf(5).ToArray());
        Assert.Equal((0, 8), (text.First[5], text.Last[5]));
        Assert.Equal((6, 7), (text.First[7], text.Last[7]));
        Assert.True(text.IsUnder(1, 5));
        Assert.False(text.IsUnder(5, 1));
    }

    [Fact]
    public void Marks_what_stands_between_quotation_marks()
    {
        var text = new AttributionText(ParsedText.Read(Table));
        Assert.Equal([0, 1, 2, 3, 4], Enumerable.Range(0, text.Count).Where(t => text.Has(t, Traits.Quoted)));
        Assert.True(text.Has(0, Traits.Opens));
        Assert.False(text.Has(4, Traits.Opens));
    }

    [Fact]
    public void A_quotation_left_open_ends_with_its_block()
    {
        var text = new AttributionText(ParsedText.Read("“ `` `` 2 punct\nWe we PRP 0 root\n¶\nThey they PRP 0 root"));
        Assert.True(text.Has(1, Traits.Quoted));
        Assert.False(text.Has(2, Traits.Quoted));
    }

    [Fact]
    public void Words_hash_alike_whatever_their_case_and_apostrophe()
    {
        Assert.Equal(AttributionText.HashFolded("Varnia's"), AttributionText.HashFolded("VARNIA’S"));
        Assert.NotEqual(AttributionText.HashFolded("Varnia"), AttributionText.HashFolded("Oskeland"));
    }

    [Fact]
    public void A_document_without_grammar_is_refused()
    {
        var document = ParsedText.Read(Table) with { Grammar = null };
        Assert.Throws<ArgumentException>(() => new AttributionText(document));
    }
}
