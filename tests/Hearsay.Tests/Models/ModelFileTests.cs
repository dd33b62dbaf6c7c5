using Hearsay.Models;

namespace Hearsay.Tests.Models;

public sealed class ModelFileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"hearsay-{Guid.NewGuid():N}.model");

    [Fact]
    public void What_was_written_is_read()
    {
        Write();
        Assert.Equal(["list", "prisoner"], ModelFile.Read(path, "words", reader => reader.ReadStrings()).Model);
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        Write();
        var first = File.ReadAllBytes(path);
        Write();
        Assert.Equal(first, File.ReadAllBytes(path));
    }

    [Fact]
    public void Another_kind_of_model_is_refused()
    {
        Write();
        Assert.Contains("no trees model", Refusal("trees"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_damaged_byte_and_every_missing_end_is_refused()
    {
        Write();
        var bytes = File.ReadAllBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x41;
            File.WriteAllBytes(path, damaged);
            Assert.NotEmpty(Refusal("words"));
            File.WriteAllBytes(path, bytes[..i]);
            Assert.NotEmpty(Refusal("words"));
        }
    }

    public void Dispose() => File.Delete(path);

    private void Write() => ModelFile.Write(path, "words", writer => writer.WriteStrings(["list", "prisoner"]));

    private string Refusal(string kind) => Assert.Throws<InvalidDataException>(() => ModelFile.Read(path, kind, reader => reader.ReadStrings())).Message;
}
