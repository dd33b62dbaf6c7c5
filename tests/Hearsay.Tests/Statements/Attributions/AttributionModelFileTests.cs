using System.Text;
using Hearsay.Models;
using Hearsay.Statements.Attributions;

namespace Hearsay.Tests.Statements.Attributions;

public sealed class AttributionModelFileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"hearsay-{Guid.NewGuid():N}.model");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_model_reads_back_as_it_was_written()
    {
        var model = RandomModel(1);
        ModelFile.Write(path, "attributions", model.WriteTo);
        var (copy, _) = ModelFile.Read(path, "attributions", AttributionModel.ReadFrom);
        Assert.Equal(Bytes(model), Bytes(copy));
        var document = ParsedText.Random(3);
        Assert.Equal(model.Find(document).Select(Describe), copy.Find(document).Select(Describe));
    }

    [Fact]
    public void A_table_of_another_shape_is_refused_with_what_to_do()
    {
        var bytes = Bytes(RandomModel(1));
        bytes[16 + 4 + (40 * 5)] = 7; // the first table's number of outputs
        var error = Assert.Throws<InvalidDataException>(() => AttributionModel.ReadFrom(new BinaryReader(new MemoryStream(bytes))));
        Assert.Contains("Train it anew", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(3000)]
    public void A_model_cut_short_is_refused(int length) =>
        Assert.Throws<EndOfStreamException>(() => AttributionModel.ReadFrom(new BinaryReader(new MemoryStream(Bytes(RandomModel(1))[..length]))));

    /// <summary>A model whose weights mean nothing: for tests of form, not of sense.</summary>
    internal static AttributionModel RandomModel(int seed)
    {
        var random = new Random(seed);
        uint[] keys = [.. Enumerable.Range(0, 40).Select(_ => (uint)random.NextInt64(uint.MaxValue)).Order()];
        var rates = new CueRates(keys, [.. keys.Select(_ => (byte)random.Next(1, 9))]);
        var parts = new AttributionParts(rates, Table(1), Table(1), Table(1), Table(1), Table(3), Table(1));
        var trees = new TreeEnsemble(
            3, [.. Enumerable.Range(0, 5 * 7).Select(_ => random.Next(ProposalTraits.Width))], [.. Enumerable.Range(0, 5 * 7).Select(_ => (float)random.NextDouble() * 3)],
            [.. Enumerable.Range(0, 5 * 8).Select(_ => (float)random.NextDouble() - 0.4f)]);
        return new AttributionModel(parts, new AttributionJudge(Table(1), trees), 0.3, 0.6);

        HashedWeights Table(int outputs) => new([.. Enumerable.Range(0, outputs << 9).Select(_ => (short)random.Next(-500, 500))], outputs, 0.001);
    }

    internal static string Describe(FoundAttribution found) => $"{found.Source} {found.Cue} {string.Join(' ', found.Content)} {found.Confidence:R}";

    private static byte[] Bytes(AttributionModel model)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)) { model.WriteTo(writer); }
        return stream.ToArray();
    }
}
