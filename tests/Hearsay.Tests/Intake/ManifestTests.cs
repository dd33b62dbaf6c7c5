using Hearsay.Documents;
using Hearsay.Intake;

namespace Hearsay.Tests.Intake;

public sealed class ManifestTests
{
    private static readonly Provenance Expected = new("a.txt")
    {
        Url = "https://post.example/1",
        Outlet = "Varnia Post, \"late\" edition",
        Published = new DateOnly(2031, 4, 5),
        Collector = "the desk",
        Reason = "line one",
    };

    [Theory]
    [InlineData("2031-04-05", "2031-04-05")]
    [InlineData("2031-04-05T23:40:00+02:00", "2031-04-05")] // its day where it was written
    [InlineData("2031-04-05T00:10:00-0500", "2031-04-05")]
    [InlineData("2031-04-05T21:40:00Z", "2031-04-05")]
    [InlineData("2031-04-05T21:40:00.123456Z", "2031-04-05")]
    [InlineData("2031-04-05 21:40", "2031-04-05")]
    [InlineData("2031-02-30T21:40:00Z", null)]
    [InlineData("2031-04-05T25:40:00Z", null)]
    [InlineData("2031-04-05T", null)]
    [InlineData("2031-04-05Z", null)]
    [InlineData("05.04.2031", null)]
    [InlineData("2031-04-05T21:40:00 (local)", null)]
    public void A_day_may_have_a_time_of_day(string text, string? day) =>
        Assert.Equal(day, GivenDay.Parse(text)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_record_with_a_time_of_day_is_taken() =>
        Assert.Equal(new DateOnly(2031, 4, 5), Manifest.Read("path,published\na.txt,2031-04-05T23:40:00+02:00\n", "m").Find("a.txt")!.Facts.Published);

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Columns_may_come_in_any_order_with_any_usual_separator(char separator)
    {
        var text = "reason|PATH| outlet |published|url|collector\r\n\r\nline one|a.txt|\"Varnia Post, \"\"late\"\" edition\"|2031-04-05|https://post.example/1|the desk\r\n".Replace('|', separator);
        var row = Manifest.Read(text, "m").Find("a.txt");
        Assert.Equal(new ManifestRow(3, "a.txt", Expected, null), row);
    }

    [Fact]
    public void A_byte_order_mark_does_not_matter()
    {
        using var folder = new TemporaryFolder();
        folder.Write("hearsay.csv", "\uFEFFpath;outlet\na.txt;Post\n");
        Assert.Equal("Post", Manifest.ReadFrom(folder.Path)!.Find("a.txt")!.Facts.Outlet);
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_said_to_be_so()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["hearsay.csv"], [.. "path,outlet\na.txt,"u8, 0xC2, 0xE0, 0xF0, 0x0A]);
        Assert.Contains("not UTF-8", Assert.Throws<ManifestException>(() => Manifest.ReadFrom(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("url,outlet\n", "'path' is missing")]
    [InlineData("path,outlett\n", "line 1: there is no column 'outlett'")]
    [InlineData("path,url,path\n", "line 1 names a column twice")]
    [InlineData("path,outlet\na.txt,Post\nb.txt,\"Po\"st\n", "line 3")]
    public void What_cannot_be_read_at_all_names_file_and_line(string text, string message)
    {
        var failure = Assert.Throws<ManifestException>(() => Manifest.Read(text, "in/hearsay.csv"));
        Assert.StartsWith("in/hearsay.csv", failure.Message, StringComparison.Ordinal);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt,5 April 2031,", "'5 April 2031' is no day")]
    [InlineData("a.txt,,javascript:alert(1)", "is no http or https address")]
    [InlineData("a.txt,,,,", "there are 5 fields and the first line names 3")]
    [InlineData("a.txt,,\na.txt,,", "lists it twice, in lines 2 and 3")]
    public void What_is_wrong_with_a_record_is_said_of_its_file(string records, string problem) =>
        Assert.Contains(problem, Manifest.Read("path,published,url\n" + records, "m").Find("a.txt")!.Problem, StringComparison.Ordinal);
}
