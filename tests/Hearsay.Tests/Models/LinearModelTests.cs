using Hearsay.Models;

namespace Hearsay.Tests.Models;

public sealed class LinearModelTests
{
    [Theory]
    [InlineData(3, 9)]
    [InlineData(5, 8)]
    [InlineData(39, 8)]
    [InlineData(45, 7)]
    public void Vectors_and_plain_sums_agree(int classes, int bits)
    {
        var random = new Random(classes);
        var weights = new sbyte[LinearModel.StrideOf(classes) << bits];
        foreach (ref var weight in weights.AsSpan())
        {
            weight = (sbyte)random.Next(-127, 128);
        }

        var model = new LinearModel(classes, bits, weights);
        var (fast, plain) = (new short[model.Stride], new short[model.Stride]);
        for (var round = 0; round < 200; round++)
        {
            var features = Enumerable.Range(0, random.Next(0, 120)).Select(_ => (uint)random.NextInt64(1L << 32)).ToArray();
            model.Score(features, fast);
            model.ScorePlainly(features, plain);
            Assert.Equal(plain, fast);
            Assert.Equal(Enumerable.Range(0, classes).MaxBy(k => plain[k]), model.Best(fast));
        }
    }

    [Fact]
    public void Extreme_weights_do_not_overflow()
    {
        foreach (var weight in (sbyte[])[-127, 127])
        {
            var model = new LinearModel(3, 4, [.. Enumerable.Repeat(weight, 4 << 4)]);
            var scores = new short[4];
            model.Score(new uint[120], scores);
            Assert.Equal(120 * weight, scores[0]);
            Assert.Equal(120 * weight, scores[2]);
        }
    }

    [Fact]
    public void A_table_of_the_wrong_size_is_refused() => Assert.Throws<InvalidDataException>(() => new LinearModel(3, 8, new sbyte[100]));
}
