using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Packs;

namespace Hearsay.Tests.Cli;

public sealed class LedgerVerbsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public LedgerVerbsTests()
    {
        for (var i = 0; i < 6; i++) { folder.Write($"news/{i}.txt", Article.Text(i)); }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Reading_twice_changes_no_export_and_no_log()
    {
        var first = Run("read", "news");
        Assert.Equal((0, ""), (first.ExitCode, first.Output));
        Assert.Contains("6 new documents", first.Error, StringComparison.Ordinal);
        var (exports, verified) = (Exports(), Run("verify"));
        Assert.Contains("6 unchanged", Run("read", "news").Error, StringComparison.Ordinal);
        Assert.Equal(exports, Exports());
        Assert.Equal(verified, Run("verify"));
        Assert.Equal(0, verified.ExitCode);
        Assert.Contains("all is well", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_and_report_leave_out_what_is_less_sure_and_the_ledger_keeps_it()
    {
        Run("read", "news");
        var all = Run("export", "statements").Output;
        var confidences = all.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Confidence).ToList();
        var middle = confidences.Order().ElementAt(confidences.Count / 2);
        var least = middle.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var shown = Run("export", "statements", "--min-confidence", least).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Confidence).ToList();
        Assert.Equal(confidences.Where(confidence => confidence >= middle), shown);
        Assert.Equal(shown.Count + 1, Run("export", "statements", "--format", "csv", "--min-confidence", least).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains($"{shown.Count} statements", Run("report", "--out", "dossier", "--min-confidence", least).Error, StringComparison.Ordinal);
        Assert.Equal(all, Run("export", "statements").Output);
        Assert.Equal(2, Run("export", "findings", "--min-confidence", least).ExitCode);

        static double Confidence(string line)
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("confidence").GetDouble();
        }
    }

    [Fact]
    public void Reading_with_another_confidence_analyses_anew()
    {
        Run("read", "news");
        Assert.Contains("6 unchanged", Run("read", "news").Error, StringComparison.Ordinal);
        Assert.DoesNotContain("6 unchanged", Run("read", "news", "--min-confidence", "0.99").Error, StringComparison.Ordinal);
        Assert.All(Run("export", "statements").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
        {
            using var json = JsonDocument.Parse(line);
            Assert.True(json.RootElement.GetProperty("confidence").GetDouble() >= 0.99);
        });
    }

    [Fact]
    public void Exports_depend_neither_on_the_order_of_arrival_nor_on_threads()
    {
        Run("read", "news", "--ledger", "a.db");
        foreach (var i in new[] { 4, 1, 5 }) { Run("read", $"news/{i}.txt", "--ledger", "b.db", "--threads", "1"); }
        Run("read", "./news/", "--ledger", "b.db", "--threads", "3");
        Assert.Equal(Exports("a.db"), Exports("b.db"));
    }

    [Fact]
    public void A_document_line_has_what_the_contract_names()
    {
        Run("read", "news/0.txt", "--url", "https://post.example/0", "--outlet", "Varnia Post", "--published", "2031-04-05");
        using var line = JsonDocument.Parse(Run("export", "documents").Output);
        var document = line.RootElement;
        Assert.Equal("news/0.txt", document.GetProperty("path").GetString());
        Assert.Equal("https://post.example/0", document.GetProperty("url").GetString());
        Assert.Equal("Varnia Post", document.GetProperty("outlet").GetString());
        Assert.Equal("2031-04-05", document.GetProperty("published").GetProperty("value").GetString());
        Assert.Equal("given", document.GetProperty("published").GetProperty("basis").GetString());
        Assert.Equal(Article.Text(0), document.GetProperty("text").GetString());
        Assert.Equal(64, document.GetProperty("sha256").GetString()!.Length);
    }

    [Fact]
    public void Exported_statements_are_what_inspect_shows()
    {
        Run("read", "news");
        var exported = Run("export", "statements").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var inspected = new List<string>();
        foreach (var line in Run("inspect", "news", "--jsonl", "--only", "statements").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            inspected.AddRange(json.RootElement.GetProperty("statements").EnumerateArray().Select(statement => statement.GetRawText()));
        }

        Assert.Equal(inspected.Order(StringComparer.Ordinal), exported.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_restored_is_written_as_it_was_stored()
    {
        var pipeline = new Pipeline(DomainPack.Load(Repository.Pack));
        foreach (var file in Directory.EnumerateFiles(Repository.Samples, "*", SearchOption.AllDirectories).Where(Hearsay.Intake.FileCollector.IsDocument))
        {
            var capture = new Capture(File.ReadAllBytes(file), new Provenance("sample.html"));
            if (pipeline.Inspect(capture) is not InspectionOutcome.Accepted { Inspection: var inspection }) { continue; }
            var stored = Json(json => InspectionWriter.Write(json, inspection with { Layers = Layers.Blocks }));
            var document = InspectionReader.ReadDocument(stored);
            Assert.Equal(stored, Json(json => InspectionWriter.Write(json, inspection with { Annotated = inspection.Annotated with { Document = document }, Layers = Layers.Blocks })));
            foreach (var statement in CaptureRecord.Prepare(capture, inspection, "1").Statements)
            {
                var restored = InspectionReader.ReadStatement(statement, new CodePointOffsets(document.Text));
                Assert.Equal(statement, System.Text.Encoding.UTF8.GetString(Json(json => InspectionWriter.Write(json, document, [restored], () => { }))));
            }
        }
    }

    [Fact]
    public void A_refused_input_is_named_the_rest_is_read_and_the_exit_code_is_1()
    {
        folder.Write("news/empty.txt", "");
        folder.Write("news/notes.md", "no document");
        File.WriteAllBytes(folder["news/hearsay.csv"], "path;published\n3.txt;soon\n"u8.ToArray());
        var read = Run("read", "news", "none.txt");
        Assert.Equal((1, ""), (read.ExitCode, read.Output));
        Assert.Contains("refused news/empty.txt: it is empty", read.Error, StringComparison.Ordinal);
        Assert.Contains("refused news/3.txt: news/hearsay.csv line 2: 'soon' is no day", read.Error, StringComparison.Ordinal);
        Assert.Contains("refused none.txt: there is no such file", read.Error, StringComparison.Ordinal);
        Assert.Contains("skipped what is no document (.md: 1)", read.Error, StringComparison.Ordinal);
        Assert.Contains("5 new documents", read.Error, StringComparison.Ordinal);
        Assert.Equal(1, Run("inspect", "news", "--only", "blocks").ExitCode);
    }

    [Fact]
    public void A_manifest_that_cannot_be_read_stops_the_run_before_anything_is_written()
    {
        folder.Write("news/hearsay.csv", "file,outlet\n");
        var read = Run("read", "news");
        Assert.Equal(2, read.ExitCode);
        Assert.Contains("news/hearsay.csv line 1: there is no column 'file'", read.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["hearsay.db"]));
    }

    [Theory]
    [InlineData("export", "documents")]
    [InlineData("verify")]
    [InlineData("report", "--out", "dossier")]
    public void A_ledger_that_does_not_exist_is_not_made(params string[] arguments)
    {
        var finished = Run([.. arguments, "--ledger", "none.db"]);
        Assert.Equal((2, ""), (finished.ExitCode, finished.Output));
        Assert.Contains("There is no ledger 'none.db'", finished.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["none.db"]));
    }

    [Fact]
    public void A_damaged_ledger_ends_verify_with_exit_code_3_and_names_the_first_broken_entry()
    {
        Run("read", "news");
        using (var connection = LedgerFile.OpenForWriting(folder["hearsay.db"], LedgerOptions.Default))
        {
            connection.Run("DROP TRIGGER log_is_not_changed");
            connection.Run("UPDATE log SET payload = '{}' WHERE sequence = 2");
        }

        var verified = Run("verify");
        Assert.Equal(3, verified.ExitCode);
        Assert.Contains("damaged: log entry 2: was changed", verified.Output, StringComparison.Ordinal);
        Assert.Contains("the first broken entry is log entry 2", verified.Error, StringComparison.Ordinal);
        folder.Write("text.db", "no ledger at all");
        Assert.Equal(3, Run("verify", "--ledger", "text.db").ExitCode);
    }

    [Fact]
    public void Two_processes_that_read_into_one_ledger_at_once_both_finish()
    {
        using var other = Command.Start(folder.Path, "read", "news", "--ledger", "both.db");
        var mine = Run("read", "news", "--ledger", "both.db");
        var said = other.StandardError.ReadToEnd();
        other.WaitForExit();
        Assert.Equal((0, 0), (mine.ExitCode, other.ExitCode));
        Assert.Contains("refused; ", said, StringComparison.Ordinal);
        Run("read", "news", "--ledger", "alone.db");
        Assert.Equal(Exports("alone.db"), Exports("both.db"));
        Assert.Equal(0, Run("verify", "--ledger", "both.db").ExitCode);
    }

    [Fact]
    public void Csv_has_one_row_each_and_no_cell_that_a_spreadsheet_would_reckon()
    {
        folder.Write("odd/a.txt", "=SUM(A1), \"quoted\"\n\nA line.\n");
        Run("read", "odd");
        var rows = Run("export", "documents", "--format", "csv").Output;
        Assert.StartsWith("sha256,path,url,outlet,title,", rows, StringComparison.Ordinal);
        Assert.Contains(",\"'=SUM(A1), \"\"quoted\"\"\",", rows, StringComparison.Ordinal);
        Assert.EndsWith("\n", rows, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', rows);
        Assert.StartsWith("id,document,block,kind,", Run("export", "statements", "--format", "csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_found_yet_gives_nothing_and_a_note()
    {
        Run("read", "news");
        var exported = Run("export", "rolls");
        Assert.Equal((0, ""), (exported.ExitCode, exported.Output));
        Assert.Contains("rolls", exported.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Matters_and_findings_are_exported_and_inspect_finds_the_same()
    {
        folder.Write("one/a.txt", """
            Officials count the missing

            Deputy Minister Mara Tolven said on Monday that 62 guards had left their posts in the valley. Of these, 41 left alone and 21 in small groups, she said.

            General Pavel Okrun denied these claims. No guard had left his post in the valley, he said.
            """);
        Run("read", "one");
        var findings = Run("export", "findings").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var matters = Run("export", "matters").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()).ToList();
        Assert.Contains("arithmetic", findings.Select(finding => finding.GetProperty("kind").GetString()));
        Assert.All(findings, finding => Assert.Contains(finding.GetProperty("matter").GetString(), matters));
        var inspected = JsonDocument.Parse(Run("inspect", "one/a.txt", "--only", "findings").Output).RootElement.GetProperty("findings").EnumerateArray();
        Assert.Equal(findings.Select(finding => finding.GetRawText()), inspected.Select(finding => finding.GetRawText()));
        Assert.StartsWith("id,title,status,", Run("export", "matters", "--format", "csv").Output, StringComparison.Ordinal);
        Assert.StartsWith("id,kind,severity,summary,", Run("export", "findings", "--format", "csv").Output, StringComparison.Ordinal);
    }

    private Command.Finished Run(params string[] arguments) => Command.Run(folder.Path, arguments);

    private string Exports(string ledger = "hearsay.db") =>
        Run("export", "documents", "--ledger", ledger).Output + Run("export", "statements", "--ledger", ledger).Output;

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, InspectionWriter.Options)) { write(json); }
        return stream.ToArray();
    }
}
