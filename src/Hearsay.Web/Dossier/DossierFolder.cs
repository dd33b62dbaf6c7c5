namespace Hearsay.Web.Dossier;

/// <summary>
/// The folder that a dossier goes into. Everything is first written beside its place, in a hidden folder of the same folder, and
/// moved there when it is complete. Only what a dossier consists of is ever replaced; other files that somebody put there stay.
/// </summary>
internal sealed class DossierFolder
{
    /// <summary>The file by which a dossier's folder is known.</summary>
    public const string Marker = "hearsay-dossier.txt";

    private const string Staging = ".hearsay-writing";

    private const string MarkerText = "This folder holds a dossier written by Hearsay. Start at index.html. Writing a dossier here again replaces its pages.\n";

    private static readonly string[] Contents = ["documents", "matters", "rolls", "sources", "hearsay.css", "index.html"];

    private readonly string root;
    private readonly string staging;

    private DossierFolder(string root)
    {
        this.root = root;
        staging = Path.Combine(root, Staging);
    }

    /// <summary>Makes the folder ready to be written, or says in one sentence why that must not be.</summary>
    public static (DossierFolder? Folder, string? Refusal) Prepare(string directory)
    {
        var root = Path.GetFullPath(directory);
        if (File.Exists(root))
        {
            return (null, $"'{directory}' is a file. Name a folder to write the dossier into.");
        }

        if (Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any() && !File.Exists(Path.Combine(root, Marker)))
        {
            return (null, $"'{directory}' is not empty and holds no earlier dossier (there is no {Marker} in it). Name a new or empty folder, so that nothing of yours is overwritten.");
        }

        var folder = new DossierFolder(root);
        Directory.CreateDirectory(root);
        File.WriteAllText(Path.Combine(root, Marker), MarkerText);
        Remove(folder.staging);
        Directory.CreateDirectory(Path.Combine(folder.staging, "documents"));
        Directory.CreateDirectory(Path.Combine(folder.staging, "matters"));
        Directory.CreateDirectory(Path.Combine(folder.staging, "rolls"));
        Directory.CreateDirectory(Path.Combine(folder.staging, "sources"));
        return (folder, null);
    }

    /// <summary>Opens a new file of the dossier for writing; its folder is there.</summary>
    public StreamWriter Create(string relativePath) => new(Path.Combine(staging, relativePath.Replace('/', Path.DirectorySeparatorChar)));

    /// <summary>Puts what was written in place of what was there.</summary>
    public void Commit()
    {
        foreach (var name in Contents)
        {
            var target = Path.Combine(root, name);
            Remove(target);
            Directory.Move(Path.Combine(staging, name), target); // moves files as well
        }

        Remove(staging);
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path)) { Directory.Delete(path, recursive: true); }
        else { File.Delete(path); }
    }
}
