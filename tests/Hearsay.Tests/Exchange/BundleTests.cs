using System.IO.Compression;
using System.Security.Cryptography;
using Hearsay.Exchange;
using Hearsay.Exchange.Bundles;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Tests.Judgements;

namespace Hearsay.Tests.Exchange;

public sealed class BundleTests : IDisposable
{
    private const string Name = "Zoltan Unmistakable";
    private readonly TemporaryFolder folder = new();
    private readonly JudgedSamples samples = new(10);

    public BundleTests()
    {
        var anchor = samples.Anchor(samples.Some().Id);
        samples.Judge(new Ruling.Correct(anchor, new Correction(new CorrectedSource("Varnian Relief Union"))));
        samples.Judge(new Ruling.Dismiss(samples.Ledger.FindingAnchorOf(samples.Report.Findings[0].Id)!));
        var rejected = samples.Judge(new Ruling.Reject(samples.Anchor(samples.Some(statement => statement.Id != anchor.Id).Id)));
        samples.Judge(new Ruling.Withdraw(rejected.Id));
        samples.Ledger.RecordAudit(new AuditRecord(new string('b', 32), null, new string('c', 64), "1", """{"rows":1,"registers":[{"role":"held","sha256":"00","records":3}],"summary":"1 row, no match."}""", [new AuditRowRecord(1, """{"row":1,"verdict":"none"}""", Name, null)], []));
    }

    public void Dispose()
    {
        samples.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("whole")]
    [InlineData("whole.zip")]
    public void A_whole_ledger_comes_back_the_same_log_and_all(string path)
    {
        Assert.Null(Write(path).Problem);
        using var ledger = EvidenceLedger.Open(folder["copy.db"]);
        var outcome = Import(ledger, path);
        Assert.True(outcome.IsWhole);
        Assert.Equal(Everything(samples.Ledger), Everything(ledger));
        var (before, after) = (samples.Ledger.Verify(), ledger.Verify());
        Assert.Empty(after.Damages);
        Assert.Equal((before.Head, before.Entries, before.Captures, before.Judgements, before.Statements), (after.Head, after.Entries, after.Captures, after.Judgements, after.Statements));
        Assert.Equal(samples.Ledger.Judgements().Select(stored => stored.Standing), ledger.Judgements().Select(stored => stored.Standing));
        Assert.Equal(0, Import(ledger, path).Captures); // and again it adds nothing
        Assert.Equal(before.Head, ledger.Verify().Head);
    }

    [Fact]
    public void The_same_ledger_gives_the_same_bundle_and_the_copy_gives_it_too()
    {
        Write("a.zip");
        Write("b.zip");
        Assert.Equal(File.ReadAllBytes(folder["a.zip"]), File.ReadAllBytes(folder["b.zip"]));
        using var ledger = EvidenceLedger.Open(folder["copy.db"]);
        Import(ledger, "a.zip");
        BundleWriter.Write(ledger, null, null, folder["c.zip"], withNames: false);
        Assert.Equal(File.ReadAllBytes(folder["a.zip"]), File.ReadAllBytes(folder["c.zip"]));
        Assert.NotNull(Write("a.zip").Problem); // nothing is overwritten
    }

    [Fact]
    public void A_matter_goes_into_another_ledger_with_what_it_rests_on()
    {
        var matter = samples.Report.Matters.MaxBy(matter => matter.Statements.Length)!;
        BundleWriter.Write(samples.Ledger, ExportScope.OneMatter(samples.Ledger, matter.Id), matter.Id, folder["matter"], withNames: false);
        Assert.True(File.Exists(folder["matter/data/dossier/index.html"]));
        Assert.False(File.Exists(folder["matter/data/log.jsonl"]));
        Assert.Equal(matter.Statements.Select(statement => statement.Document).Distinct().Order(), Directory.EnumerateFiles(folder["matter/data/originals"]).Select(Path.GetFileNameWithoutExtension).Order());
        using var ledger = EvidenceLedger.Open(folder["other.db"]);
        var outcome = Import(ledger, "matter");
        Assert.False(outcome.IsWhole);
        Assert.Empty(ledger.Verify().Damages);
        var there = ledger.StatementJson().ToHashSet();
        Assert.All(File.ReadLines(folder["matter/data/statements.jsonl"]), line => Assert.Contains(line, there));
        var head = ledger.Verify().Head;
        Assert.Equal((0, 0), (Import(ledger, "matter").Captures, Import(ledger, "matter").Judgements));
        Assert.Equal(head, ledger.Verify().Head);
    }

    [Fact]
    public void A_matter_brings_the_judgements_that_count_in_it()
    {
        var source = samples.Report.Matters.SelectMany(matter => matter.Statements).Select(statement => samples.Ledger.Documents().SelectMany(stored => stored.Statements).First(one => one.Id == statement.Statement)).First(statement => statement is { Judged: null, Source: not null });
        samples.Judge(new Ruling.Identify(source.Source!.Name, "Joint Tracing Office"));
        var matter = samples.Report.Matters.First(matter => matter.Statements.Any(statement => statement.Statement == source.Id));
        var finding = samples.Report.Findings.FirstOrDefault(finding => finding.Matter == matter.Id && finding.Dismissed is null);
        if (finding is not null) { samples.Judge(new Ruling.Dismiss(samples.Ledger.FindingAnchorOf(finding.Id)!)); }
        BundleWriter.Write(samples.Ledger, ExportScope.OneMatter(samples.Ledger, matter.Id), matter.Id, folder["matter"], withNames: false);
        using var ledger = EvidenceLedger.Open(folder["other.db"]);
        Import(ledger, "matter");
        var there = ledger.StatementJson().ToHashSet();
        Assert.All(File.ReadLines(folder["matter/data/statements.jsonl"]), line => Assert.Contains(line, there));
        Assert.Contains(there, line => line.Contains("Joint Tracing Office", StringComparison.Ordinal));
        Assert.All(ledger.Judgements(), stored => Assert.NotEqual(Standing.Withdrawn, stored.Standing));
        Assert.Equal(finding is not null, ledger.Judgements().Any(stored => stored.Judgement.Ruling is Ruling.Dismiss dismiss && dismiss.Finding.Id == finding!.Id));
    }

    [Fact]
    public void The_manifest_names_every_file_by_its_hash()
    {
        Write("bag");
        var listed = File.ReadLines(folder["bag/manifest-sha256.txt"]).Select(line => line.Split("  ")).ToDictionary(parts => parts[1], parts => parts[0]);
        var there = Directory.EnumerateFiles(folder["bag/data"], "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder["bag"], file), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        Assert.Equal(there.OrderBy(pair => pair.Key, StringComparer.Ordinal), listed.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.StartsWith("BagIt-Version: 1.0\n", File.ReadAllText(folder["bag/bagit.txt"]), StringComparison.Ordinal);
        Assert.Contains($"Payload-Oxum: {there.Keys.Sum(file => new FileInfo(folder["bag/" + file]).Length)}.{there.Count}\n", File.ReadAllText(folder["bag/bag-info.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_lists_are_only_in_a_bundle_that_was_asked_for_them()
    {
        Write("without");
        Assert.DoesNotContain(Directory.EnumerateFiles(folder["without"], "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains(Name, StringComparison.Ordinal));
        Assert.Null(BundleWriter.Write(samples.Ledger, null, null, folder["with"], withNames: true).Problem);
        Assert.Contains(Name, File.ReadAllText(folder["with/data/audits.jsonl"]), StringComparison.Ordinal);
        using var ledger = EvidenceLedger.Open(folder["copy.db"]);
        Import(ledger, "with");
        Assert.Contains(ledger.AuditRowJson(withNames: true), row => row.Contains(Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_was_changed_in_a_bundle_is_found_and_nothing_is_taken()
    {
        Refused("changed", bag => File.AppendAllText(bag + "/data/statements.jsonl", " "), "was changed");
        Refused("added", bag => File.WriteAllText(bag + "/data/extra.txt", "x"), "not in the manifest");
        Refused("removed", bag => File.Delete(Directory.EnumerateFiles(bag + "/data/originals").First()), "missing");
        Refused("outside", bag => File.AppendAllText(bag + "/manifest-sha256.txt", $"{new string('0', 64)}  data/../../../etc/passwd\n"), "a line that is none");
        Refused("link", bag =>
        {
            var original = Directory.EnumerateFiles(bag + "/data/originals").First();
            File.Move(original, folder["elsewhere"], overwrite: true);
            File.CreateSymbolicLink(original, folder["elsewhere"]);
        }, "is a link and no file");
        Refused("no bag", bag => File.Delete(bag + "/bagit.txt"), "no bagit.txt");
        // With a manifest that fits, the parts still have to fit the log and each other.
        Refused("log", bag => Replace(bag, "log.jsonl", "\"kind\":\"judgement\"", "\"kind\":\"capture\""), "does not give its hash");
        Refused("judgement", bag => Replace(bag, "judgements.jsonl", "R. Analyst", "N. Obody"), "judgement");
        Refused("capture", bag => Replace(bag, "captures.jsonl", "\"tool\":\"hearsay", "\"tool\":\"hearsai"), "capture");
        Refused("reading", bag => Replace(bag, "readings.jsonl", "\"text\":\"", "\"text\":\"x"), "");
        Refused("no json", bag => Replace(bag, "readings.jsonl", "{\"original\"", "{original"), "not what it should be");
    }

    [Fact]
    public void A_bomb_in_a_zip_file_is_refused()
    {
        Write("bag");
        File.WriteAllBytes(folder["bag/data/zeros.bin"], new byte[8 << 20]);
        Remanifest(folder["bag"]);
        ZipFile.CreateFromDirectory(folder["bag"], folder["bomb.zip"]);
        Assert.Contains("no honest file", Assert.Throws<BrokenCopyException>(() => BundleReader.Open(folder["bomb.zip"])).Message, StringComparison.Ordinal);
        File.WriteAllText(folder["text.zip"], "no zip at all");
        Assert.Throws<BrokenCopyException>(() => BundleReader.Open(folder["text.zip"]));
    }

    private void Refused(string name, Action<string> change, string says)
    {
        Write(name);
        change(folder[name]);
        using var ledger = EvidenceLedger.Open(folder[name + ".db"]);
        Assert.Contains(says, Assert.Throws<BrokenCopyException>(() => Import(ledger, name)).Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (ledger.Verify().Entries, ledger.Verify().Captures));
    }

    private static void Replace(string bag, string file, string old, string other)
    {
        var text = File.ReadAllText($"{bag}/data/{file}");
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText($"{bag}/data/{file}", text.Replace(old, other, StringComparison.Ordinal));
        Remanifest(bag);
    }

    private static void Remanifest(string bag) => File.WriteAllLines(bag + "/manifest-sha256.txt",
        Directory.EnumerateFiles(bag + "/data", "*", SearchOption.AllDirectories).Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  {Path.GetRelativePath(bag, file)}"));

    private BundleWriter.Outcome Write(string name) => BundleWriter.Write(samples.Ledger, null, null, folder[name], withNames: false);

    private RestoreOutcome Import(EvidenceLedger ledger, string name)
    {
        using var bundle = BundleReader.Open(folder[name]);
        return ledger.Restore(bundle.Copy());
    }

    private static string Everything(EvidenceLedger ledger) => string.Join('\n',
        ledger.StatementJson(asJudged: false).Concat(ledger.StatementJson()).Concat(ledger.MatterJson()).Concat(ledger.FindingJson()).Concat(ledger.JudgementJson()).Concat(ledger.AuditRowJson(withNames: false))
            .Concat(ledger.Documents().SelectMany(stored => stored.Captures).Select(capture => $"{capture}")));
}
