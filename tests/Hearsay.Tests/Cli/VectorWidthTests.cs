namespace Hearsay.Tests.Cli;

public sealed class VectorWidthTests
{
    /// <summary>A machine with narrower vectors finds the same to the letter.</summary>
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    public void Narrower_vectors_find_the_same(string feature)
    {
        var corpus = Path.Combine(Repository.Root, "samples", "corpus");
        var texts = Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(6);
        string[] arguments = ["inspect", .. texts, "--jsonl", "--only", "statements"];
        var wide = Command.Run(corpus, arguments);
        Assert.Equal(0, wide.ExitCode);
        Assert.NotEmpty(wide.Output);
        Assert.Equal(wide.Output, Command.Run(corpus, new Dictionary<string, string> { [feature] = "0" }, arguments).Output);
    }
}
