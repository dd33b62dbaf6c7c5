using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Web.Audits;
using Hearsay.Web.Dossier;

namespace Hearsay.Exchange.Bundles;

/// <summary>Writes a matter or a whole ledger as a BagIt bag (RFC 8493): pages to read, lines of JSON, the originals, and a manifest with the SHA-256 of each (R9).</summary>
/// <remarks>The same ledger gives the same bytes. Names that stand on lists are left out unless asked for, which the caller must have logged.</remarks>
public static class BundleWriter
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // zip entries have a time; a fixed one keeps the bytes the same

    /// <summary>What was written, or why nothing was.</summary>
    /// <param name="Files">How many files.</param>
    /// <param name="Problem">A sentence, or null.</param>
    public sealed record Outcome(int Files, string? Problem);

    /// <summary>Writes a bundle.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="scope">One matter; null for the whole ledger.</param>
    /// <param name="matter">Its id; null likewise.</param>
    /// <param name="path">A new or empty folder, or a new file that ends in <c>.zip</c>.</param>
    /// <param name="withNames">True to give the names on audited lists.</param>
    public static Outcome Write(EvidenceLedger ledger, ExportScope? scope, string? matter, string path, bool withNames)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var zipped = path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        if (zipped ? File.Exists(path) : Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) { return new Outcome(0, $"'{path}' is there already. Give another path."); }
        if (!zipped) { return new Outcome(WriteFolder(ledger, scope, matter, path, withNames), null); }
        var staging = path + ".partial";
        if (Directory.Exists(staging)) { Directory.Delete(staging, recursive: true); }
        try
        {
            var files = WriteFolder(ledger, scope, matter, staging, withNames);
            Zip(staging, staging + ".zip");
            File.Move(staging + ".zip", path);
            return new Outcome(files, null);
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    private static int WriteFolder(EvidenceLedger ledger, ExportScope? scope, string? matter, string folder, bool withNames)
    {
        var originals = scope?.Originals;
        var copy = ledger.Copy(originals, withNames);
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(Path.Combine(data, "originals"));
        foreach (var (sha256, mediaType, bytes) in ledger.Originals(originals)) { File.WriteAllBytes(Path.Combine(data, "originals", sha256 + Suffix(mediaType)), bytes); }
        if (copy.Log is { } log) { Lines(data, "log", log); }
        Lines(data, "captures", copy.Captures);
        Lines(data, "readings", copy.Readings);
        Lines(data, "judgements", copy.Judgements);
        Lines(data, "audits", copy.Audits);
        Lines(data, "statements", scope is null ? ledger.StatementJson() : StatementsOf(scope));
        Lines(data, "matters", scope is null ? ledger.MatterJson() : scope.Matters.Select(FindingWriter.ToJson));
        Lines(data, "findings", scope is null ? ledger.FindingJson() : FindingsOf(ledger, matter!));
        var report = scope is null ? ledger.Matters() : new MatterReport(scope.Matters, scope.Findings);
        var options = DossierOptions.Default with { Threads = 1, Title = scope?.Matters[0].Title ?? DossierOptions.Default.Title, Audits = scope is null ? AuditView.AllOf(ledger, withNames) : [], WithNames = withNames && scope is null };
        DossierWriter.Write(scope is null ? ledger.Documents() : ledger.Documents(originals!.Value), Path.Combine(data, "dossier"), options, report);
        File.WriteAllText(Path.Combine(data, "bundle.json"), Describe(copy, matter, withNames));
        File.WriteAllText(Path.Combine(data, "README.txt"), ReadMe);
        return WriteManifests(folder, data);
    }

    private static IEnumerable<string> StatementsOf(ExportScope scope)
    {
        foreach (var (stored, statements) in scope.Documents())
        {
            using var buffer = new MemoryStream();
            using var json = new Utf8JsonWriter(buffer, InspectionWriter.Options);
            var lines = new List<string>();
            InspectionWriter.Write(json, stored.Document, statements, () =>
            {
                json.Flush();
                lines.Add(Encoding.UTF8.GetString(buffer.ToArray()));
                buffer.SetLength(0);
                json.Reset();
            });
            foreach (var line in lines) { yield return line; }
        }
    }

    private static IEnumerable<string> FindingsOf(EvidenceLedger ledger, string matter) => ledger.FindingJson().Where(line =>
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("matter").GetString() == matter;
    });

    private static string Describe(LedgerCopy copy, string? matter, bool withNames) => JsonSerializer.Serialize(new
    {
        schema = "hearsay.bundle/1", scope = matter is null ? "ledger" : "matter", matter, engine = copy.Engine, with_names = withNames, written_by = "hearsay " + EngineVersion.Current,
    }) + "\n";

    // RFC 8493: the declaration, the payload's manifest, its size, and the manifest of these three.
    private static int WriteManifests(string folder, string data)
    {
        var files = Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal).ToList();
        var octets = files.Sum(file => new FileInfo(Path.Combine(folder, file)).Length);
        File.WriteAllText(Path.Combine(folder, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        File.WriteAllText(Path.Combine(folder, "bag-info.txt"), string.Create(CultureInfo.InvariantCulture, $"Bag-Software-Agent: hearsay {EngineVersion.Current}\nPayload-Oxum: {octets}.{files.Count}\n"));
        File.WriteAllText(Path.Combine(folder, "manifest-sha256.txt"), Manifest(folder, files));
        File.WriteAllText(Path.Combine(folder, "tagmanifest-sha256.txt"), Manifest(folder, ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"]));
        return files.Count + 4;
    }

    private static string Manifest(string folder, IEnumerable<string> files) => string.Concat(files.Select(file =>
    {
        using var stream = File.OpenRead(Path.Combine(folder, file));
        return $"{Convert.ToHexStringLower(SHA256.HashData(stream))}  {file}\n";
    }));

    private static void Zip(string folder, string path)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var entry = zip.CreateEntry(Path.GetRelativePath(folder, file).Replace('\\', '/'));
            entry.LastWriteTime = Epoch;
            using var source = File.OpenRead(file);
            using var target = entry.Open();
            source.CopyTo(target);
        }
    }

    private static void Lines(string data, string name, IEnumerable<string> lines)
    {
        using var file = new StreamWriter(Path.Combine(data, name + ".jsonl"), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var line in lines) { file.WriteLine(line); }
    }

    private static string Suffix(string mediaType) => mediaType switch { "text/html" => ".html", "text/plain" => ".txt", _ => ".bin" };

    private const string ReadMe = """
        What is claimed, by whom, and how well that is supported
        ========================================================

        dossier/index.html   pages to read in a browser, without network
        originals/           the bytes as they were captured, named by their SHA-256
        captures.jsonl       where they came from and when
        readings.jsonl       what the engine made of them: text, blocks, statements, findings of each document
        statements.jsonl     the statements as people have judged them; offsets count Unicode code points
        matters.jsonl        what several statements are about
        findings.jsonl       what is denied, disagrees or rests on one origin
        judgements.jsonl     what people decided, with who, when and why
        audits.jsonl         audits of published lists; names only where bundle.json says so
        log.jsonl            the append-only log, in the bundle of a whole ledger

        To see that nothing was changed: sha256sum -c manifest-sha256.txt in the folder above.
        To take it into a ledger: hearsay import BUNDLE --ledger FILE

        Hearsay is no tracing service. Families should turn to their national information bureau or to the
        Central Tracing Agency of the International Committee of the Red Cross.

        """;
}
