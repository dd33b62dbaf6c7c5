using System.Text;
using System.Text.Json;
using Hearsay.Exchange;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Tests.Judgements;

namespace Hearsay.Tests.Exchange;

/// <summary>Exports against what others publish: FollowTheMoney's model, schema.org's types, Apache Annotator, which anchors Web Annotations, and W3C PROV's Python implementation, which reads PROV-JSON.</summary>
public sealed class SchemaTests : IDisposable
{
    private const string Python = "/usr/bin/python3"; // Debian's, which python3-prov belongs to
    private readonly JudgedSamples samples = new();
    private readonly TemporaryFolder folder = new();
    private static readonly string Schemas = Path.Combine(Repository.Root, "tests", "schemas");

    public void Dispose()
    {
        samples.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Entities_fit_the_published_model_of_FollowTheMoney()
    {
        NodePackages.Of("schemas", "@alephdata/followthemoney/dist/defaultModel.json");
        var file = folder["entities.jsonl"];
        using (var stream = File.Create(file)) { FollowTheMoneyExport.Write(ExportScope.Everything(samples.Ledger), stream); }
        Assert.Matches("^\\s*[0-9]{3,} entities checked\\s*$", NodePackages.Run("node", Schemas, "followthemoney.mjs", file).Output);

        // The checker finds what does not fit.
        File.AppendAllText(file, """
            {"id":"x","schema":"Note","properties":{"name":["a"],"nonsense":["b"],"entity":["nobody"],"language":["english"]}}

            """);
        var complaints = NodePackages.Run("node", Schemas, "followthemoney.mjs", file).Output;
        Assert.Contains("has no property 'nonsense'", complaints, StringComparison.Ordinal);
        Assert.Contains("refers to nobody", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_are_anchored_by_somebody_elses_program_where_they_say()
    {
        NodePackages.Of("schemas", "@apache-annotator/selector/lib/index.js");
        using var written = new MemoryStream();
        WebAnnotationExport.Write(ExportScope.Everything(samples.Ledger), written);
        using var json = JsonDocument.Parse(written.ToArray());
        var texts = samples.Ledger.Documents().DistinctBy(stored => stored.Document.Sha256).ToDictionary(stored => Ids.Original(stored.Document.Sha256), stored => stored.Document.Text);
        var targets = json.RootElement.GetProperty("first").GetProperty("items").EnumerateArray().SelectMany(item => item.GetProperty("target").EnumerateArray())
            .GroupBy(target => target.GetProperty("state").GetProperty("cached").GetString()!)
            .Select(document => new { text = texts[document.Key], targets = document.Select(target => new { position = target.GetProperty("selector")[0], quote = target.GetProperty("selector")[1] }) }).ToList();
        var file = folder["targets.json"];
        File.WriteAllText(file, JsonSerializer.Serialize(targets));
        Assert.Matches("^\\s*[0-9]{3,} targets checked\\s*$", NodePackages.Run("node", Schemas, "annotations.mjs", file).Output);

        // It finds what does not fit.
        File.WriteAllText(file, """[{"text":"🕊️ three men","targets":[{"position":{"type":"TextPositionSelector","start":4,"end":9},"quote":{"type":"TextQuoteSelector","exact":"three","prefix":"","suffix":""}}]}]""");
        Assert.Contains("the position selects", NodePackages.Run("node", Schemas, "annotations.mjs", file).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("documents", "sha256 sha256 title title outlet outlet")]
    [InlineData("statements", "id id document document polarity polarity")]
    [InlineData("matters", "id id status status")]
    [InlineData("findings", "id id kind kind severity severity summary summary")]
    [InlineData("judgements", "id id by by why why")]
    [InlineData("rolls", "audit audit row row verdict verdict")]
    public void Tables_are_read_whole_by_Pythons_csv_module_in_strict_mode(string what, string columns)
    {
        Assert.SkipUnless(File.Exists(Python), "needs Debian's python3");
        samples.Judge(new Ruling.Accept(samples.Anchor(samples.Some().Id)), "a \"quoted\", long\nreason; with everything");
        samples.Ledger.RecordAudit(new AuditRecord(new string('b', 32), null, new string('c', 64), "1", """{"rows":1,"registers":[],"summary":"1 row."}""", [new AuditRowRecord(1, """{"row":1,"verdict":"none"}""", "Osmin", null)], []));
        using (var csv = File.Create(folder["table.csv"])) { LedgerExport.Write(samples.Ledger, what, "csv", csv, new LedgerExport.Options()); }
        using (var lines = File.Create(folder["lines.jsonl"])) { LedgerExport.Write(samples.Ledger, what, "jsonl", lines, new LedgerExport.Options()); }
        var (code, output) = NodePackages.Run(Python, Schemas, ["tables.py", folder["table.csv"], folder["lines.jsonl"], .. columns.Split(' ')]);
        Assert.True(code == 0, output);
        Assert.Matches("^\\s*[1-9][0-9]* rows of [1-9][0-9]* cells\\s*$", output);

        // It finds what does not fit.
        File.AppendAllText(folder["table.csv"], "one,cell,too,few\n");
        Assert.Contains("has 4 cells", NodePackages.Run(Python, Schemas, "tables.py", folder["table.csv"], folder["lines.jsonl"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Provenance_is_read_whole_by_W3C_PROVs_Python_implementation()
    {
        Assert.SkipUnless(File.Exists(Python) && NodePackages.Run(Python, Schemas, "-c", "import prov").Code == 0, "needs Debian's python3-prov (apt-get install python3-prov)");
        var judgement = samples.Judge(new Ruling.Accept(samples.Anchor(samples.Some().Id)));
        using var written = new MemoryStream();
        ProvExport.Write(ExportScope.Everything(samples.Ledger), [judgement], written);
        var text = Encoding.UTF8.GetString(written.ToArray());
        File.WriteAllText(folder["prov.json"], text);
        var (code, output) = NodePackages.Run(Python, Schemas, "provenance.py", folder["prov.json"]);
        Assert.True(code == 0, output);
        Assert.Matches("wasGeneratedBy [0-9]{3,}", output);

        // It finds what is declared nowhere.
        File.WriteAllText(folder["prov.json"], text.Replace("\"prov:activity\":\"hearsay:", "\"prov:activity\":\"hearsay:x", StringComparison.Ordinal));
        Assert.NotEqual(0, NodePackages.Run(Python, Schemas, "provenance.py", folder["prov.json"]).Code);
    }

    [Fact]
    public void Reviews_fit_the_published_types_of_schema_org()
    {
        var modules = NodePackages.Of("schemas", "schema-dts/package.json");
        foreach (var link in samples.Report.Matters.SelectMany(matter => matter.Links).DistinctBy(link => link.From).Take(4)) { samples.Judge(new Ruling.Rate(samples.Anchor(link.From), 2, 1, 5, "Unsupported", "A short claim"), "nobody else says so"); }
        var book = new JudgementBook(samples.Ledger.Judgements().Select(stored => stored.Judgement));
        using var written = new MemoryStream();
        ClaimReviewExport.Write(ExportScope.AllMatters(samples.Ledger), book, new ReviewPublisher("The Desk", new Uri("https://example.org/checks/")), written);
        string[] reviews = Encoding.UTF8.GetString(written.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(reviews);
        Assert.Equal((0, ""), Check(modules, reviews));

        // The types refuse what they do not have.
        var (code, complaint) = Check(modules, [reviews[0].Replace("\"claimReviewed\"", "\"claimDoubted\"", StringComparison.Ordinal)]);
        Assert.NotEqual(0, code);
        Assert.Contains("claimDoubted", complaint, StringComparison.Ordinal);
    }

    // Each review as a constant of the published type, for TypeScript's compiler to object to.
    private (int Code, string Output) Check(string modules, IEnumerable<string> reviews)
    {
        var source = new StringBuilder("import type { ClaimReview, WithContext } from 'schema-dts';\n");
        foreach (var (i, review) in reviews.Index())
        {
            using var json = JsonDocument.Parse(review);
            Assert.Equal("ClaimReview", json.RootElement.GetProperty("@type").GetString());
            source.Append(System.Globalization.CultureInfo.InvariantCulture, $"export const review{i}: WithContext<ClaimReview> = {review};\n");
        }

        File.WriteAllText(folder["reviews.ts"], source.ToString());
        File.Copy(Path.Combine(Schemas, "tsconfig.json"), folder["tsconfig.json"], overwrite: true);
        if (!Directory.Exists(folder["node_modules"])) { Directory.CreateSymbolicLink(folder["node_modules"], modules); }
        var (code, output) = NodePackages.Run("node", folder.Path, Path.Combine(modules, "typescript", "bin", "tsc"), "-p", folder["tsconfig.json"]);
        return (code, output.Trim());
    }
}
