using System.Text.Json;

namespace Hearsay.Tests.Cli;

public sealed class InspectVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public InspectVerbTests()
    {
        Write("en.txt", "No list was sent\n\nMinister Olha Denar said on Monday that 312 prisoners were never offered. “We saw no list,” she added.\n");
        Write("uk.txt", "Список не надсилали\n\nМіністерка Ольга Денар сказала в понеділок, що обмін ніхто не пропонував і що списку вони не бачили.\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void One_document_is_one_object_and_several_are_an_array()
    {
        using var one = JsonDocument.Parse(Run("inspect", "en.txt").Output);
        using var two = JsonDocument.Parse(Run("inspect", "en.txt", "uk.txt").Output);
        Assert.Equal("hearsay.inspect/1", one.RootElement.GetProperty("schema").GetString());
        Assert.Equal(["en.txt", "uk.txt"], two.RootElement.EnumerateArray().Select(each => each.GetProperty("document").GetProperty("path").GetString()));
    }

    [Fact]
    public void Less_confidence_asked_for_shows_more_and_more_asked_for_shows_less()
    {
        var (few, usual, many) = (Confidences("0.97"), Confidences(null), Confidences("0.02"));
        Assert.All(few, confidence => Assert.True(confidence >= 0.97));
        Assert.All(many, confidence => Assert.True(confidence >= 0.02));
        Assert.True(few.Length < usual.Length, $"{few.Length}, {usual.Length}");
        Assert.True(many.Length > usual.Length, $"{usual.Length}, {many.Length}");
        Assert.Equal(2, Run("inspect", "en.txt", "--min-confidence", "2").ExitCode);

        double[] Confidences(string? least)
        {
            Write("doubt.txt", "A headline of some words\n\nOlha Denar said that the list was wrong. The council weighed the plan. Hopes of a swap faded, the view among officials. He was happy with the idea of a truce and liked the road.\n");
            using var json = JsonDocument.Parse(Run(["inspect", "doubt.txt", .. least is null ? (string[])[] : ["--min-confidence", least]]).Output);
            return [.. json.RootElement.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("confidence").GetDouble())];
        }
    }

    [Fact]
    public void Only_the_layers_asked_for_are_there_even_when_empty()
    {
        using var json = JsonDocument.Parse(Run("inspect", "en.txt", "--only", "blocks,findings").Output);
        Assert.Equal(["schema", "document", "blocks", "findings"], json.RootElement.EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("document")]
    [InlineData("blocks")]
    [InlineData("tokens")]
    public void When_a_page_was_written_does_not_depend_on_what_is_asked(string only)
    {
        Write("undated.txt", "The ferry stays in port\n\nThe harbour was shut on 14 May 2031, the mayor said. Since then nobody has crossed, she said.\n");
        string Published(params string[] options)
        {
            using var json = JsonDocument.Parse(Run(["inspect", "undated.txt", .. options]).Output);
            return json.RootElement.GetProperty("document").GetProperty("published").GetRawText();
        }

        Assert.Contains("2031-05-14", Published(), StringComparison.Ordinal);
        Assert.Equal(Published(), Published("--only", only));
    }

    [Fact]
    public void Every_text_in_the_json_is_the_slice_that_its_offsets_name()
    {
        Write("wide.txt", "😀 Wide 😀\n\n“We saw 😀 no list of 312 men,” General Olha Denar said on 3 March 2031. 😀\n");
        using var json = JsonDocument.Parse(Run("inspect", "wide.txt").Output);
        var text = json.RootElement.GetProperty("document").GetProperty("text").GetString()!.EnumerateRunes().ToArray();
        var slices = 0;
        Check(json.RootElement);
        Assert.True(slices > 4, $"only {slices} slices were there to check");

        void Check(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array) { foreach (var item in element.EnumerateArray()) { Check(item); } }
            if (element.ValueKind != JsonValueKind.Object) { return; }
            if (element.TryGetProperty("text", out var slice) && slice.ValueKind == JsonValueKind.String && element.TryGetProperty("start", out var start))
            {
                Assert.Equal(slice.GetString(), string.Concat(text[start.GetInt32()..element.GetProperty("end").GetInt32()]));
                slices++;
            }

            foreach (var property in element.EnumerateObject()) { Check(property.Value); }
        }
    }

    [Fact]
    public void A_document_in_another_language_is_read_and_the_output_says_that_statements_were_not_sought()
    {
        var finished = Run("inspect", "uk.txt");
        using var json = JsonDocument.Parse(finished.Output);
        Assert.Equal("uk", json.RootElement.GetProperty("document").GetProperty("language").GetString());
        Assert.False(json.RootElement.GetProperty("statements_sought").GetBoolean());
        Assert.Contains("not sought", finished.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not sought", Run("inspect", "en.txt").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inspect", "en.txt", "--only", "words")]
    [InlineData("inspect", "en.txt", "--published", "Tuesday")]
    [InlineData("inspect", "en.txt", "--threads", "0")]
    [InlineData("inspect")]
    [InlineData("retell", "en.txt")]
    [InlineData("eval", "attributions", "--gold", "none", "--text", "none")]
    [InlineData("eval", "language", "--silver", "none", "--text", "none")]
    public void Unusable_arguments_end_with_exit_code_2_and_a_message(params string[] arguments)
    {
        var finished = Run(arguments);
        Assert.Equal(2, finished.ExitCode);
        Assert.Empty(finished.Output);
        Assert.StartsWith("hearsay: ", finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Attributions_are_evaluated_against_gold()
    {
        const string Text = "No list was sent, the minister said.";
        Write("a.txt", Text);
        Write("gold.jsonl", """{"name": "a", "attributions": [{"source": [[18, 30]], "cue": [[31, 35]], "content": [[0, 16]]}]}""");
        var table = Run("eval", "attributions", "--gold", "gold.jsonl", "--text", ".").Output;
        Assert.Matches(@"ATTRIBUTION \(pairing\)\s+1\.0000\s+1\.0000\s+1\.0000", table);
        Write("gold.jsonl", """{"name": "a", "attributions": []}""");
        Assert.Matches(@"ATTRIBUTION \(pairing\)\s+0\.0000\s+0\.0000\s+0\.0000", Run("eval", "attributions", "--gold", "gold.jsonl", "--text", ".").Output);
    }

    [Fact]
    public void Evaluation_gives_intervals_and_how_far_confidence_is_right()
    {
        Write("a.txt", "No list was sent, the minister said.");
        Write("gold.jsonl", """{"name": "a", "attributions": [{"source": [[18, 30]], "cue": [[31, 35]], "content": [[0, 16]]}]}""");
        var output = Run("eval", "attributions", "--gold", "gold.jsonl", "--text", ".").Output;
        Assert.Matches(@"ATTRIBUTION \(pairing\)\s+1\.0000   1\.0000 \.\. 1\.0000", output);
        Assert.Matches(@"0\.\d to \d\.\d\s+1\s+0\.\d\d\s+1\.00\s+expected calibration error 0\.\d+", output);
    }

    [Fact]
    public void Language_is_evaluated_against_a_silver_file()
    {
        Write("a.txt", "Orlik came.");
        Silver("# a", "0\t5\tOrlik\tOrlik\tNNP\tPERSON\t2\tnsubj", "6\t10\tcame\tcome\tVBD\tO\t0\troot", "10\t11\t.\t.\t.\tO\t2\tpunct", "");
        var output = Run("eval", "language", "--silver", "silver.conll.gz", "--text", ".").Output;
        Assert.Matches(@"tokens, F1\s+1\.0000", output);
        Assert.Matches(@"UAS\s+1\.0000   1\.0000 \.\. 1\.0000", output);
        Silver("# a", "0\t50\tOrlik\tOrlik\tNNP\tPERSON\t2\tnsubj", "");
        var refused = Run("eval", "language", "--silver", "silver.conll.gz", "--text", ".");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("silver.conll.gz:2: not a token of a", refused.Error, StringComparison.Ordinal);

        void Silver(params string[] lines)
        {
            using var file = new System.IO.Compression.GZipStream(File.Create(Path.Combine(folder.Path, "silver.conll.gz")), System.IO.Compression.CompressionLevel.Fastest);
            file.Write(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        }
    }

    [Fact]
    public void The_demo_reads_the_samples_and_says_where_the_dossier_is()
    {
        var demo = Run("demo", "--report", "dossier");
        Assert.Equal(0, demo.ExitCode);
        Assert.Contains("21 new documents", demo.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.Path, demo.Output.Trim())), demo.Output);
        Assert.Equal(21, Directory.GetFiles(Path.Combine(folder.Path, "dossier", "documents"), "*.html").Count(file => Path.GetFileName(file) != "index.html"));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.Path, name), text);

    private Command.Finished Run(params string[] arguments) => Command.Run(folder.Path, arguments);
}
