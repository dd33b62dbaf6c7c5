using Hearsay.Language;

namespace Hearsay.Tests.Language;

/// <summary>What is told on a day is no clause of the day.</summary>
public sealed class TimeClauseTests
{
    [Fact]
    public void A_clause_goes_back_from_a_month_to_the_verb()
    {
        var (tags, heads, relations) = Tree();
        Mend(Words, tags, heads, relations);
        Assert.Equal((1, "ccomp", "IN", "mark"), (heads[7], relations[7], tags[4], relations[4]));
    }

    [Fact]
    public void A_clause_of_another_noun_stays()
    {
        var words = (string[])[.. Words];
        words[3] = "lists";
        var (tags, heads, relations) = Tree();
        Mend(words, tags, heads, relations);
        Assert.Equal((3, "acl:relcl"), (heads[7], relations[7]));
    }

    [Fact]
    public void A_clause_whose_subject_is_that_stays()
    {
        // "announced in October that was ready"
        var (tags, heads, relations) = Tree();
        relations[5] = "advmod";
        Mend(Words, tags, heads, relations);
        Assert.Equal((3, "acl:relcl"), (heads[7], relations[7]));
    }

    private static readonly string[] Words = ["Tarn", "announced", "in", "October", "that", "Varnia", "was", "ready", "."];

    private static (string[] Tags, int[] Heads, string[] Relations) Tree() => (
        ["NNP", "VBD", "IN", "NNP", "WDT", "NNP", "VBD", "JJ", "."],
        [1, -1, 3, 1, 7, 7, 7, 3, 1],
        ["nsubj", "root", "case", "nmod", "dobj", "nsubj", "cop", "acl:relcl", "punct"]);

    private static void Mend(string[] words, string[] tags, int[] heads, string[] relations) => TimeClause.Mend(token => words[token], 0, words.Length, tags, heads, relations);
}
