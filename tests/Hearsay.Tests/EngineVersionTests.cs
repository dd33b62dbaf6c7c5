using Hearsay.Packs;

namespace Hearsay.Tests;

public sealed class EngineVersionTests
{
    [Fact]
    public void The_version_changes_with_any_file_of_the_pack_and_with_nothing_else()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.Pack, "*", SearchOption.AllDirectories))
        {
            folder.Write(Path.GetRelativePath(Repository.Pack, file), File.ReadAllText(file));
        }

        var before = new Pipeline(DomainPack.Load(folder.Path)).Version;
        Assert.StartsWith(EngineVersion.Current + "+", before, StringComparison.Ordinal);
        Assert.Equal(before, new Pipeline(DomainPack.Load(folder.Path)).Version);
        File.AppendAllText(folder["pack.yml"], "\n# a comment\n");
        Assert.NotEqual(before, new Pipeline(DomainPack.Load(folder.Path)).Version);
    }
}
