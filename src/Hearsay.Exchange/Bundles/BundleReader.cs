using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hearsay.Ledger;

namespace Hearsay.Exchange.Bundles;

/// <summary>Opens a bundle, a folder or a zip file, and checks it against its manifest before anything of it is read.</summary>
/// <remarks>Nothing is unpacked to the disk, so no name in it can reach beyond it; sizes and counts are bounded, so that a bomb is refused and not blown up.</remarks>
public sealed partial class BundleReader : IDisposable
{
    private const long LargestFile = 2L << 30;
    private const long LargestOriginal = 64L << 20;
    private const long LargestBundle = 64L << 30;
    private const int MostFiles = 2_000_000;
    private const int MostRatio = 500; // text of JSON packs to a hundredth at best
    private readonly ZipArchive? zip;
    private readonly string? folder;
    private readonly Dictionary<string, string> manifest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> originals = new(StringComparer.Ordinal);

    private BundleReader(string path)
    {
        if (Directory.Exists(path)) { folder = path; } else { zip = ZipFile.OpenRead(path); }
    }

    /// <summary>True for the bundle of a whole ledger.</summary>
    public bool IsLedger { get; private set; }

    /// <summary>Opens and checks a bundle.</summary>
    /// <exception cref="BrokenCopyException">It is no bundle, or not whole; the message says why.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static BundleReader Open(string path)
    {
        BundleReader? reader = null;
        try
        {
            reader = new BundleReader(path);
            reader.Check();
            return reader;
        }
        catch (InvalidDataException failure)
        {
            reader?.Dispose();
            throw new BrokenCopyException($"'{path}' is no zip file ({failure.Message})", failure);
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    /// <summary>What it holds, for <see cref="EvidenceLedger.Restore"/>.</summary>
    public LedgerCopy Copy()
    {
        using var description = JsonDocument.Parse(ReadAll("data/bundle.json", 1 << 20));
        return new LedgerCopy(
            description.RootElement.GetProperty("engine").GetString(), IsLedger ? Lines("data/log.jsonl") : null,
            Lines("data/captures.jsonl"), Lines("data/readings.jsonl"), Lines("data/judgements.jsonl"), Lines("data/audits.jsonl"),
            sha256 => originals.TryGetValue(sha256, out var file) ? ReadAll(file, LargestOriginal) : null);
    }

    /// <inheritdoc/>
    public void Dispose() => zip?.Dispose();

    private void Check()
    {
        foreach (var needed in (string[])["bagit.txt", "manifest-sha256.txt"])
        {
            if (!Has(needed)) { throw new BrokenCopyException($"It has no {needed}, so it is no bundle of Hearsay's."); }
        }

        foreach (var line in Lines("manifest-sha256.txt"))
        {
            var match = ManifestLine().Match(line);
            if (!match.Success || match.Groups[2].Value.Split('/').Any(part => part is "" or "." or "..") || !manifest.TryAdd(match.Groups[2].Value, match.Groups[1].Value)) { throw new BrokenCopyException($"The manifest has a line that is none: '{(line.Length > 200 ? line[..200] : line)}'."); }
            if (manifest.Count > MostFiles) { throw new BrokenCopyException($"It lists more than {MostFiles} files."); }
        }

        var total = 0L;
        foreach (var (file, size) in Payload())
        {
            if (!manifest.ContainsKey(file)) { throw new BrokenCopyException($"'{file}' is not in the manifest."); }
            if (size > LargestFile || (total += size) > LargestBundle) { throw new BrokenCopyException($"It is too large: '{file}' brings it to {total} bytes."); }
        }

        foreach (var (file, hash) in manifest)
        {
            if (!Has(file)) { throw new BrokenCopyException($"'{file}' is missing."); }
            using var stream = OpenFile(file);
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != hash) { throw new BrokenCopyException($"'{file}' was changed: it does not give the SHA-256 of the manifest."); }
            if (OriginalName().Match(file) is { Success: true } original) { originals[original.Groups[1].Value] = file; }
        }

        foreach (var needed in (string[])["bundle", "captures", "readings", "judgements", "audits"])
        {
            var file = needed == "bundle" ? "data/bundle.json" : $"data/{needed}.jsonl";
            if (!manifest.ContainsKey(file)) { throw new BrokenCopyException($"It has no {file}."); }
        }

        try
        {
            using var description = JsonDocument.Parse(ReadAll("data/bundle.json", 1 << 20));
            if (description.RootElement.GetProperty("schema").GetString() != "hearsay.bundle/1") { throw new BrokenCopyException("It is of a schema that this version does not know."); }
            IsLedger = description.RootElement.GetProperty("scope").GetString() == "ledger" && manifest.ContainsKey("data/log.jsonl");
            description.RootElement.GetProperty("engine").GetString();
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BrokenCopyException($"Its bundle.json cannot be read ({failure.Message})", failure);
        }
    }

    private IEnumerable<(string Name, long Size)> Payload()
    {
        if (folder is not null)
        {
            var root = Path.Combine(folder, "data");
            foreach (var file in Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, MaxRecursionDepth = 10 }) : [])
            {
                if (new FileInfo(file).LinkTarget is not null) { throw new BrokenCopyException($"'{file}' is a link and no file."); }
                yield return (Path.GetRelativePath(folder, file).Replace('\\', '/'), new FileInfo(file).Length);
            }

            yield break;
        }

        foreach (var entry in zip!.Entries.Where(entry => entry.FullName.StartsWith("data/", StringComparison.Ordinal) && !entry.FullName.EndsWith('/')))
        {
            if (entry.Length > (1 << 20) && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio) { throw new BrokenCopyException($"'{entry.FullName}' unpacks to {entry.Length} bytes of {entry.CompressedLength}, which is no honest file."); }
            yield return (entry.FullName, entry.Length);
        }
    }

    private bool Has(string name) => folder is not null ? File.Exists(Path.Combine(folder, name)) : zip!.GetEntry(name) is not null;

    private Stream OpenFile(string name) => folder is not null ? File.OpenRead(Path.Combine(folder, name)) : zip!.GetEntry(name)!.Open();

    private IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(OpenFile(name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) { yield return line; }
        }
    }

    private byte[] ReadAll(string name, long most)
    {
        using var stream = OpenFile(name);
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most) { throw new BrokenCopyException($"'{name}' is larger than {most} bytes."); }
        }

        return bytes.ToArray();
    }

    [GeneratedRegex(@"^([0-9a-f]{64}) [ *](data/[^\\:\u0000-\u001f]{1,1000})\z")]
    private static partial Regex ManifestLine();

    [GeneratedRegex(@"^data/originals/([0-9a-f]{64})\.[a-z]{1,8}\z")]
    private static partial Regex OriginalName();
}
