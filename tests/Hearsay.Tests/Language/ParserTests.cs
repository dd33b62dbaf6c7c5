using Hearsay.Language;
using Hearsay.Training.Language.Parsing;

namespace Hearsay.Tests.Language;

public sealed class ParserTests
{
    private static readonly string[] Labels = [.. Enumerable.Range(0, 20).Select(i => i == 12 ? "root" : $"label{i}")];
    private static readonly string[] Vocabulary = ["the", "minister", "said", "Varnia", "list", ",", "that", "630", "“", "was", "brontexes", "half-sent", "U.N."];

    /// <summary>Vectors of any width and plain integers give the same tree.</summary>
    [Fact]
    public void Vectors_and_plain_sums_agree()
    {
        var random = new Random(3);
        var model = RandomModel(seed: 4);
        var parser = new Parser(model);
        for (var round = 0; round < 25; round++)
        {
            var (words, tags) = RandomSentence(random.Next(1, 50), random);
            var (heads, labels) = (new int[words.Length], new byte[words.Length]);
            parser.Parse(words, tags, [words.Length], heads, labels);
            var (plainHeads, plainLabels) = PlainParser.Parse(model, words, tags);
            Assert.Equal(plainHeads, heads);
            Assert.Equal(plainLabels, labels);
        }
    }

    /// <summary>Sentences that are parsed together get the trees that each gets alone, whatever was parsed before.</summary>
    [Fact]
    public void Sentences_together_are_parsed_as_one_by_one()
    {
        var random = new Random(9);
        var model = RandomModel(seed: 6);
        var together = new Parser(model);
        foreach (var lengths in (int[][])[[1], [40, 3], [1, 1, 1], [7, 0, 12], [5, 6, 30, 31, 1, 90], [2]])
        {
            var sentences = lengths.Select(length => RandomSentence(length, random)).ToList();
            WordType[] words = [.. sentences.SelectMany(sentence => sentence.Words)];
            byte[] tags = [.. sentences.SelectMany(sentence => sentence.Tags)];
            int[] ends = [.. lengths.Select((_, i) => lengths[..(i + 1)].Sum())];
            var (heads, labels) = (new int[words.Length], new byte[words.Length]);
            together.Parse(words, tags, ends, heads, labels);
            var alone = sentences.Where(sentence => sentence.Words.Length > 0).Select(sentence => PlainParser.Parse(model, sentence.Words, sentence.Tags)).ToList();
            Assert.Equal([.. alone.SelectMany(tree => tree.Heads)], heads);
            Assert.Equal([.. alone.SelectMany(tree => tree.Labels)], labels);
        }
    }

    /// <summary>A file whose matrices would overflow on one machine and not on another is refused.</summary>
    [Fact]
    public void A_model_whose_sums_would_overflow_is_refused()
    {
        using var file = new MemoryStream();
        RandomModel(seed: 5).WriteTo(new BinaryWriter(file));
        var bytes = file.ToArray();
        var names = bytes.Length - FileSizeWithoutNames();
        var matrix = names + (6 * 4) + (ParserInputs.Rows * 64) + (192 * 4);
        bytes.AsSpan(matrix, 64 * 192).Fill(127);
        Assert.Contains("overflow", Assert.Throws<InvalidDataException>(() => TreeModel.ReadFrom(new BinaryReader(new MemoryStream(bytes)))).Message, StringComparison.Ordinal);

        static int FileSizeWithoutNames()
        {
            using var network = new MemoryStream();
            RandomModel(seed: 5).Network.WriteTo(new BinaryWriter(network));
            return (int)network.Length;
        }
    }

    /// <summary>Weights however large never make a sum overflow into another tree than the plain path's, nor break a tree.</summary>
    [Fact]
    public void Extreme_weights_give_trees()
    {
        var random = new Random(6);
        var weights = ParserWeights.Random(new ParserShape(32, 2, 48, 16, 16, Labels.Length), 8);
        foreach (ref var weight in weights.Dense.AsSpan()) { weight *= 40; }
        foreach (ref var weight in weights.Embeddings.AsSpan()) { weight *= 100; }
        var model = new TreeModel(Labels, ParserRounding.Round(weights));
        foreach (var length in (int[])[1, 2, 60, LanguageAnalyser.MaxSentenceTokens])
        {
            var (words, tags) = RandomSentence(length, random);
            var (heads, labels) = (new int[length], new byte[length]);
            new Parser(model).Parse(words, tags, [words.Length], heads, labels);
            Assert.True(ProjectiveTree.IsTree(heads));
            Assert.Equal(PlainParser.Parse(model, words, tags).Heads, heads);
            Assert.All(heads.Zip(labels), pair => Assert.Equal(pair.First < 0, Labels[pair.Second - 1] == "root"));
        }
    }

    [Fact]
    public void A_model_is_read_as_it_was_written()
    {
        using var file = new MemoryStream();
        var model = RandomModel(seed: 5);
        model.WriteTo(new BinaryWriter(file));
        var bytes = file.ToArray();
        file.Position = 0;
        var again = TreeModel.ReadFrom(new BinaryReader(file));
        using var copy = new MemoryStream();
        again.WriteTo(new BinaryWriter(copy));
        Assert.Equal(bytes, copy.ToArray());
    }

    private static TreeModel RandomModel(ulong seed)
    {
        var weights = ParserWeights.Random(new ParserShape(32, 2, 48, 16, 16, Labels.Length), seed);
        foreach (ref var weight in weights.Embeddings.AsSpan()) { weight *= 3; }
        var dice = new Dice(seed + 1);
        foreach (var part in (Part[])[.. weights.Cells, weights.ViewBias, weights.Root, weights.Pairs])
        {
            foreach (ref var weight in weights[part]) { weight = dice.Next() - 0.5f; }
        }

        return new TreeModel(Labels, ParserRounding.Round(weights));
    }

    private static (WordType[] Words, byte[] Tags) RandomSentence(int length, Random random)
    {
        var words = Enumerable.Range(0, length).Select(_ => WordType.Read(Vocabulary[random.Next(Vocabulary.Length)]) with { TagClass = (ushort)random.Next(0, 40) }).ToArray();
        return (words, [.. words.Select(_ => (byte)random.Next(1, 46))]);
    }
}
