namespace Hearsay.Tests;

/// <summary>Where the repository and the shared corpora are while tests run.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Hearsay.slnx</c>.</summary>
    public static string Root { get; } = Find();

    public static string Pack => Path.Combine(Root, "packs", "captivity");

    public static string Samples => Path.Combine(Root, "samples");

    /// <summary>A file or folder of the shared corpora; the test is skipped where they are absent.</summary>
    public static string Shared(params string[] parts)
    {
        var path = Path.GetFullPath(Path.Combine([Root, "..", "shared", .. parts]));
        Assert.SkipUnless(Path.Exists(path), $"needs ../shared/{string.Join('/', parts)}, which is not beside this checkout");
        return path;
    }

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Hearsay.slnx")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from within the repository.");
    }
}
