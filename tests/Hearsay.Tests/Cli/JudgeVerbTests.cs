using System.Text.Json;

namespace Hearsay.Tests.Cli;

/// <summary>Judging, exporting and importing without a browser.</summary>
public sealed class JudgeVerbTests : IDisposable
{
    private static readonly Lazy<byte[]> Ledger = new(Read);
    private readonly TemporaryFolder folder = new();

    public JudgeVerbTests()
    {
        folder.Write("news/0.txt", Article.Text(0));
        File.WriteAllBytes(folder["hearsay.db"], Ledger.Value);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Statements_are_rejected_corrected_and_restored()
    {
        var before = Run("export", "statements").Output;
        var statement = JsonDocument.Parse(before.Split('\n')[0]).RootElement;
        var id = statement.GetProperty("id").GetString()!;
        var rejected = Run("judge", "reject", id, "--why", "no such thing", "--by", "A. Reader");
        Assert.Equal((0, ""), (rejected.ExitCode, rejected.Error));
        var judgement = JsonDocument.Parse(rejected.Output).RootElement;
        Assert.Equal(("A. Reader", "no such thing"), (judgement.GetProperty("by").GetString(), judgement.GetProperty("why").GetString()));
        Assert.DoesNotContain($"\"id\":\"{id}\"", Run("export", "statements").Output, StringComparison.Ordinal);
        Assert.Equal(before, Run("export", "statements", "--as-read").Output);
        Assert.Equal(0, Run("judge", "withdraw", judgement.GetProperty("id").GetString()!, "--why", "it is there after all").ExitCode);
        Assert.Equal(before, Run("export", "statements").Output);

        var content = statement.GetProperty("content")[0];
        var place = $"{content.GetProperty("start").GetInt32()}-{content.GetProperty("start").GetInt32() + 6}";
        Assert.Equal(0, Run("judge", "correct", id, "--why", "half of it", "--content", place, "--polarity", "denied", "--source", "Another", "--figure", $"{place}=at_least:12").ExitCode);
        var corrected = Run("export", "statements").Output.Split('\n').Select(line => line.Length > 0 ? JsonDocument.Parse(line).RootElement : default).First(one => one.ValueKind is JsonValueKind.Object && one.GetProperty("id").GetString() == id);
        Assert.Equal(("denied", "Another", 12d), (corrected.GetProperty("polarity").GetString(), corrected.GetProperty("source").GetProperty("name").GetString(), corrected.GetProperty("figures")[0].GetProperty("low").GetDouble()));
        Assert.Equal(["withdrawn", "holds", "holds"], Run("judge", "list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("standing").GetString()));
        Assert.Contains("3 judgements", Run("verify").Output, StringComparison.Ordinal);
        Assert.NotEmpty(Run("judge", "queue").Output);
        Assert.Equal(2, Run("export", "judgements", "--format", "csv").Output.Split('\n')[1].Split(',')[0].Length / 16);
        Assert.Equal(0, Run("export", "judgements", "--format", "training", "--out", "training").ExitCode);
    }

    [Fact]
    public void A_widened_claim_gets_the_figures_dates_and_places_of_its_new_words()
    {
        folder.Write("news/wide.txt", "Talks on a list go on\n\nGeneral Pavo Lind said on 3 May 2031 that the ford was dry. At least 62 men came home by bus on 2 May 2031.\n");
        Assert.Equal(0, Run("read", "news/wide.txt").ExitCode);
        var statement = Statements().First(one => one.GetProperty("content")[0].GetProperty("text").GetString()!.Contains("ford was dry", StringComparison.Ordinal));
        var (id, start) = (statement.GetProperty("id").GetString()!, statement.GetProperty("content")[0].GetProperty("start").GetInt32());
        var text = File.ReadAllText(folder["news/wide.txt"]);
        Assert.Empty(statement.GetProperty("figures").EnumerateArray());
        Assert.Equal(0, Run("judge", "correct", id, "--why", "the sentence after it is his too", "--content", $"{start}-{text.TrimEnd().Length}").ExitCode);
        var widened = Statements().First(one => one.GetProperty("id").GetString() == id);
        Assert.Equal((62, "at_least"), (widened.GetProperty("figures")[0].GetProperty("low").GetInt32(), widened.GetProperty("figures")[0].GetProperty("bound").GetString()));
        Assert.Equal("2031-05-02", widened.GetProperty("dates").EnumerateArray().Last().GetProperty("value").GetString());

        List<JsonElement> Statements() => [.. Run("export", "statements").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    [Theory]
    [InlineData("judge", "reject", "0123", "--why", "x")]
    [InlineData("judge", "reject", "0123")]
    [InlineData("judge", "merge", "0123", "4567", "--why", "x")]
    [InlineData("judge", "dismiss", "0123", "--why", "x")]
    [InlineData("judge", "withdraw", "0123", "--why", "x")]
    [InlineData("judge", "identify", "Nobody", "--as", "Somebody", "--why", "x")]
    [InlineData("judge", "correct", "0123", "--why", "x", "--polarity", "maybe")]
    [InlineData("export", "rolls", "--format", "prov")]
    [InlineData("export", "matters", "--format", "claimreview")]
    [InlineData("export", "matters", "--format", "claimreview", "--publisher", "Desk", "--site", "nowhere")]
    [InlineData("export", "matters", "--format", "prov", "--matter", "0123")]
    [InlineData("export", "ledger")]
    [InlineData("export", "matters", "--format", "bundle", "--out", "bag", "--with-names")]
    [InlineData("import", "nowhere")]
    [InlineData("import", "news")]
    public void What_cannot_be_done_is_said_with_exit_code_two(params string[] arguments)
    {
        var refused = Run(arguments);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith("hearsay: ", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_comes_back_as_the_same_ledger()
    {
        Assert.Equal(0, Run("export", "ledger", "--out", "all.zip").ExitCode);
        Assert.Equal(0, Run("import", "all.zip", "--ledger", "copy.db").ExitCode);
        foreach (var what in (string[])["documents", "statements", "matters", "findings", "judgements"])
        {
            Assert.Equal(Run("export", what).Output, Run("export", what, "--ledger", "copy.db").Output);
        }

        Assert.Equal(Run("verify").Output.Split('\n')[1], Run("verify", "--ledger", "copy.db").Output.Split('\n')[1]);
        Assert.Equal(0, Run("export", "matters", "--format", "claimreview", "--publisher", "Desk", "--site", "https://example.org/checks/").ExitCode);
        foreach (var format in (string[])["webannotation", "prov", "ftm"]) { Assert.Equal((0, ""), (Run("export", "statements", "--format", format) is var done ? done.ExitCode : 1, done.Error)); }
    }

    // Read once for all tests.
    private static byte[] Read()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 3; i++) { folder.Write($"news/{i}.txt", Article.Text(i)); }
        Assert.Equal(0, Command.Run(folder.Path, "read", "news").ExitCode);
        return File.ReadAllBytes(folder["hearsay.db"]);
    }

    private Command.Finished Run(params string[] arguments) => Command.Run(folder.Path, arguments);
}
