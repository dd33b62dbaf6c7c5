using Hearsay.Language;

namespace Hearsay.Tests.Language;

public sealed class ProjectiveTreeTests
{
    /// <summary>The tree found has the highest sum of scores of all projective trees with one root.</summary>
    [Fact]
    public void No_other_tree_is_better()
    {
        var random = new Random(5);
        var finder = new ProjectiveTree();
        for (var round = 0; round < 400; round++)
        {
            var count = random.Next(1, 6);
            var scores = Scores(count, random, out var stride);
            var heads = new int[count];
            finder.Find(scores, stride, heads);
            Assert.True(ProjectiveTree.IsTree(heads));
            Assert.Equal(AllTrees(count).Max(tree => SumOf(tree, scores, stride)), SumOf(heads, scores, stride));
        }
    }

    [Theory]
    [InlineData(17)]
    [InlineData(90)]
    [InlineData(LanguageAnalyser.MaxSentenceTokens)]
    public void Long_sentences_get_trees_too(int count)
    {
        var scores = Scores(count, new Random(count), out var stride);
        var heads = new int[count];
        var finder = new ProjectiveTree();
        finder.Find(scores, stride, heads);
        Assert.True(ProjectiveTree.IsTree(heads));

        // What a finder has seen before changes nothing.
        var again = new int[count];
        finder.Find(Scores(5, new Random(1), out var small), small, new int[5]);
        finder.Find(scores, stride, again);
        Assert.Equal(heads, again);
    }

    [Theory]
    [InlineData("-1", true)]
    [InlineData("1 -1 1", true)]
    [InlineData("-1 -1", false)]
    [InlineData("1 0", false)]
    [InlineData("-1 2 1", false)]
    [InlineData("2 3 -1 2", false)]
    public void Trees_are_told_from_what_is_none(string heads, bool isTree) =>
        Assert.Equal(isTree, ProjectiveTree.IsTree(Array.ConvertAll(heads.Split(' '), int.Parse)));

    private static int[] Scores(int count, Random random, out int stride)
    {
        stride = (count + 16) / 16 * 16;
        return [.. Enumerable.Range(0, count * stride).Select(_ => random.Next(-20_000, 20_000))];
    }

    private static long SumOf(int[] heads, int[] scores, int stride) => heads.Select((head, word) => (long)scores[(word * stride) + head + 1]).Sum();

    private static IEnumerable<int[]> AllTrees(int count)
    {
        for (var number = 0; number < Math.Pow(count + 1, count); number++)
        {
            var rest = number;
            var heads = new int[count];
            for (var word = 0; word < count; word++, rest /= count + 1) { heads[word] = (rest % (count + 1)) - 1; }
            if (heads.Index().All(pair => pair.Item != pair.Index) && ProjectiveTree.IsTree(heads)) { yield return heads; }
        }
    }
}
