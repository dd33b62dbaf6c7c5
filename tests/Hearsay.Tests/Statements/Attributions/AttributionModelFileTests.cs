using Hearsay.Statements.Attributions;

namespace Hearsay.Tests.Statements.Attributions;

public class AttributionModelFileTests
{
    [Fact]
    public void A_model_reads_back_as_it_was_written()
    {
        var model = RandomModel(1);
        using var first = new MemoryStream();
        AttributionModelFile.Write(model, first);
        first.Position = 0;
        var copy = AttributionModelFile.Read(first, "copy");
        using var second = new MemoryStream();
        AttributionModelFile.Write(copy, second);
        Assert.Equal(first.ToArray(), second.ToArray());
        var document = ParsedText.Random(3);
        Assert.Equal(model.Find(document).Select(Describe), copy.Find(document).Select(Describe));
    }

    [Theory]
    [InlineData(0, "does not begin")]
    [InlineData(4, "version")]
    public void A_file_of_another_kind_or_version_is_refused_with_a_reason(int at, string reason)
    {
        using var stream = new MemoryStream();
        AttributionModelFile.Write(RandomModel(1), stream);
        var bytes = stream.ToArray();
        bytes[at] ^= 0x55;
        var error = Assert.Throws<InvalidDataException>(() => AttributionModelFile.Read(new MemoryStream(bytes), "some.model"));
        Assert.Contains("some.model", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(3000)]
    public void A_file_cut_short_is_refused(int length)
    {
        using var stream = new MemoryStream();
        AttributionModelFile.Write(RandomModel(1), stream);
        Assert.Throws<InvalidDataException>(() => AttributionModelFile.Read(new MemoryStream(stream.ToArray()[..length]), "some.model"));
    }

    /// <summary>A model whose weights mean nothing: for tests of form, not of sense.</summary>
    internal static AttributionModel RandomModel(int seed)
    {
        var random = new Random(seed);
        uint[] keys = [.. Enumerable.Range(0, 40).Select(_ => (uint)random.NextInt64(uint.MaxValue)).Order()];
        var rates = new CueRates(keys, [.. keys.Select(_ => (byte)random.Next(1, 9))]);
        var parts = new AttributionParts(rates, Table(1), Table(1), Table(1), Table(1), Table(3), Table(1));
        return new AttributionModel(parts, Table(1), 0.3, 0.6);

        HashedWeights Table(int outputs) => new([.. Enumerable.Range(0, outputs << 9).Select(_ => (short)random.Next(-500, 500))], outputs, 0.001);
    }

    internal static string Describe(FoundAttribution found) => $"{found.Source} {found.Cue} {string.Join(' ', found.Content)} {found.Confidence:R}";
}
