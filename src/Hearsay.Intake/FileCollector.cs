using System.Collections.Immutable;
using Hearsay.Documents;

namespace Hearsay.Intake;

/// <summary>Finds the documents in files and folders, in a stable order, with what manifests say of them. Reads no document's bytes.</summary>
public static class FileCollector
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        MatchType = MatchType.Simple,
        RecurseSubdirectories = false,
    };

    /// <summary>True where the name's suffix is a document's: <c>.txt</c>, <c>.html</c>, <c>.htm</c>, <c>.xhtml</c> in any case.</summary>
    public static bool IsDocument(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".txt" or ".html" or ".htm" or ".xhtml";

    /// <summary>Lists what <paramref name="paths"/> name: in their order, and each folder's files, all the way down, in ordinal order of their paths.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="given">What the user says of where they came from. For a file named by itself it outranks the manifest; for files in folders the manifest outranks it. Null where nothing was said.</param>
    /// <exception cref="ManifestException">A manifest cannot be read at all.</exception>
    public static ImmutableArray<IntakeItem> Collect(IEnumerable<string> paths, Provenance? given = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return [.. paths.SelectMany(path => Directory.Exists(path) ? Folder(path, given) : [Named(path, given)])];
    }

    private static IntakeItem Named(string path, Provenance? given)
    {
        var shown = Shown(path);
        if (!File.Exists(path) && new FileInfo(path).LinkTarget is null) { return new IntakeItem.Refused(shown, "there is no such file or folder; check the path"); }
        if (!IsDocument(path)) { return new IntakeItem.Refused(shown, "it is none of .txt, .html, .htm, .xhtml; give it the suffix that fits its content"); }
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var row = Manifest.ReadFrom(folder)?.Find(Path.GetFileName(path));
        return row?.Problem is { } problem
            ? new IntakeItem.Refused(shown, problem)
            : new IntakeItem.Candidate(shown, path, Merge(shown, given, row?.Facts));
    }

    private static IEnumerable<IntakeItem> Folder(string root, Provenance? given)
    {
        var walk = new FolderWalk();
        walk.Visit(root);
        var prefix = Shown(root);
        string ShownIn(string relative) => prefix.Length == 0 ? relative : prefix.EndsWith('/') ? prefix + relative : $"{prefix}/{relative}";

        var items = walk.Items.Select(item => item switch
        {
            IntakeItem.Candidate { Path: var relative, File: var file } => walk.FindRow(relative) switch
            {
                { Problem: { } problem } => new IntakeItem.Refused(ShownIn(relative), problem),
                var row => (IntakeItem)new IntakeItem.Candidate(ShownIn(relative), file, Merge(ShownIn(relative), row?.Facts, given)),
            },
            _ => item with { Path = ShownIn(item.Path) },
        });
        return items.Concat(walk.RowsWithoutFile().Select(missing => new IntakeItem.Refused(ShownIn(missing.Path), missing.Reason)))
            .OrderBy(item => item.Path, StringComparer.Ordinal);
    }

    private static Provenance Merge(string shown, Provenance? first, Provenance? second) => new(shown)
    {
        Url = first?.Url ?? second?.Url,
        Outlet = first?.Outlet ?? second?.Outlet,
        Published = first?.Published ?? second?.Published,
        Charset = first?.Charset ?? second?.Charset,
        Collector = first?.Collector ?? second?.Collector,
        Reason = first?.Reason ?? second?.Reason,
    };

    // "./news//", "news/" and "news" are one place; "." is the empty prefix.
    private static string Shown(string path)
    {
        var separated = Path.DirectorySeparatorChar == '\\' ? path.Replace('\\', '/') : path;
        var parts = separated.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".");
        return (separated.StartsWith('/') ? "/" : "") + string.Join('/', parts);
    }

    /// <summary>The files below one folder, by their way from there, with the manifests met.</summary>
    private sealed class FolderWalk
    {
        private readonly Dictionary<string, Manifest> manifests = []; // by their folder's way from the root, "" or ended by /
        private readonly HashSet<string> files = [];

        public List<IntakeItem> Items { get; } = [];

        public void Visit(string root)
        {
            var pending = new Stack<(string Folder, string Way)>([(root, "")]);
            while (pending.TryPop(out var next))
            {
                var (folder, way) = next;
                try
                {
                    if (Manifest.ReadFrom(folder) is { } manifest) { manifests[way] = manifest; }
                    foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything))
                    {
                        if (entry is DirectoryInfo && entry.LinkTarget is null) { pending.Push((entry.FullName, way + entry.Name + "/")); }
                        else { Add(entry, way + entry.Name); }
                    }
                }
                catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
                {
                    Items.Add(new IntakeItem.Refused(way, "the folder cannot be listed; check its permissions"));
                }
            }
        }

        /// <summary>What the nearest manifest that lists the file says of it.</summary>
        public ManifestRow? FindRow(string relative)
        {
            for (var end = relative.LastIndexOf('/'); ; end = end > 0 ? relative.LastIndexOf('/', end - 1) : -1)
            {
                var way = relative[..(end + 1)];
                if (manifests.TryGetValue(way, out var manifest) && manifest.Find(relative[way.Length..]) is { } row) { return row; }
                if (end < 0) { return null; }
            }
        }

        public IEnumerable<(string Path, string Reason)> RowsWithoutFile() =>
            from manifest in manifests
            from row in manifest.Value.Rows
            where !files.Contains(manifest.Key + row.Path)
            select (manifest.Key + row.Path, row.Problem ?? $"{manifest.Value.Name} line {row.Line} lists it, and there is no such file");

        private void Add(FileSystemInfo entry, string relative)
        {
            files.Add(relative);
            if (entry is DirectoryInfo) { Items.Add(new IntakeItem.Skipped(relative, "a link to a folder is not followed")); }
            else if (IsDocument(entry.Name)) { Items.Add(new IntakeItem.Candidate(relative, entry.FullName, new Provenance(relative))); }
            else if (entry.Name != Manifest.FileName) { Items.Add(new IntakeItem.Skipped(relative, "it is no document")); }
        }
    }
}
