using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Hearsay.Tests.Samples;

public sealed partial class SampleCorpusTests
{
    /// <summary>Real states, capitals, offices and agencies that an invented conflict has no business with.</summary>
    private static readonly string[] RealWorld =
    [
        "Ukrain", "Russia", "Kyiv", "Kiev", "Moscow", "Kremlin", "Putin", "Zelensk", "Moskalkova", "Zakharova", "Usov", "Lubinets", "Budanov",
        "Peskov", "Belarus", "Minsk", "Donetsk", "Luhansk", "Kharkiv", "Kursk", "Crimea", "Wagner", "NATO", "European Union", "Washington",
        "Beijing", "Korea", "Syria", "Iran", "TASS", "Interfax", "Reuters", "Red Cross", "United Nations", "Pentagon",
        "Україн", "Росі", "Киї", "Москв", "Кремл", "Путін", "Росси", "Украин", "Киев", "Путин", "ТАСС",
    ];

    public static TheoryData<string> Documents => [.. SampleCorpus.Documents];

    public static TheoryData<string> Pages => [.. SampleCorpus.Documents.Where(name => name.EndsWith(".html", StringComparison.Ordinal))];

    public static TheoryData<string> Expected => [.. SampleCorpus.Expected.EnumerateArray().Select(document => document.GetProperty("seed").GetString()!)];

    [Theory]
    [MemberData(nameof(Expected))]
    public void Expected_phrases_stand_once_in_their_document(string name)
    {
        var words = SampleCorpus.Words(name);
        var expected = SampleCorpus.Expected.EnumerateArray().Single(document => document.GetProperty("seed").GetString() == name);

        Assert.Contains(expected.GetProperty("title").GetString()!, words, StringComparison.Ordinal);
        foreach (var phrase in expected.GetProperty("statements").EnumerateArray().SelectMany(statement => Strings(statement, "must")))
        {
            Assert.True(Occurrences(words, phrase) == 1, $"'{phrase}' stands {Occurrences(words, phrase)} times in {name}");
        }

        foreach (var phrase in Strings(expected, "not_body"))
        {
            Assert.Contains(phrase, words, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Expected))]
    public void What_findings_mention_stands_in_their_document(string name)
    {
        var words = SampleCorpus.Words(name);
        var expected = SampleCorpus.Expected.EnumerateArray().Single(document => document.GetProperty("seed").GetString() == name);
        foreach (var phrase in expected.GetProperty("findings").EnumerateArray().SelectMany(finding => Strings(finding, "mentions")))
        {
            Assert.Contains(phrase, words, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Keys_are_unique_and_told_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Samples, "README.md"));
        var statements = SampleCorpus.Expected.EnumerateArray().SelectMany(document => document.GetProperty("statements").EnumerateArray()).ToList();
        var keys = statements.Select(statement => statement.GetProperty("key").GetString()!).ToList();

        Assert.Equal(keys.Count, keys.Distinct().Count());
        foreach (var statement in statements)
        {
            Assert.Contains($"| {statement.GetProperty("key").GetString()} |", readme, StringComparison.Ordinal);
            Assert.Contains($"| {statement.GetProperty("says").GetString()} |", readme, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Matters_name_documents_that_are_there()
    {
        using var matters = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Samples, "expected-matters.json")));
        foreach (var matter in matters.RootElement.EnumerateArray())
        {
            var documents = Strings(matter, "documents").ToList();
            Assert.Empty(documents.Except(SampleCorpus.Documents));
            Assert.All(matter.GetProperty("findings").EnumerateArray(), finding => Assert.Empty(Strings(finding, "documents").Except(documents)));
        }
    }

    [Fact]
    public void Manifest_names_files_that_are_there()
    {
        var lines = File.ReadAllLines(Path.Combine(SampleCorpus.Folder, "hearsay.csv"));
        Assert.Equal("path,url,outlet,published,collector,reason", lines[0]);
        foreach (var line in lines[1..])
        {
            var cells = line.Split(',');
            Assert.Equal(6, cells.Length);
            Assert.Contains(cells[0], SampleCorpus.Documents);
            if (cells[3].Length > 0)
            {
                Assert.True(DateOnly.TryParseExact(cells[3], "yyyy-MM-dd", out _), line);
            }
        }
    }

    [Fact]
    public void Manifest_and_expected_outlets_and_dates_agree()
    {
        var manifest = File.ReadAllLines(Path.Combine(SampleCorpus.Folder, "hearsay.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0]);
        foreach (var document in SampleCorpus.Expected.EnumerateArray())
        {
            var given = manifest.GetValueOrDefault(document.GetProperty("seed").GetString()!, ["", "", "", ""]);
            Assert.Contains(given[2], new[] { "", document.GetProperty("outlet").GetString() });
            Assert.Contains(given[3], new[] { "", document.GetProperty("published").GetString() });
        }
    }

    [Fact]
    public void Encodings_name_files_that_are_there() => Assert.All(SampleCorpus.Encodings.Keys, name => Assert.Contains(name, SampleCorpus.Documents));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_decodes_and_holds_an_article(string name)
    {
        var words = SampleCorpus.Words(name);
        Assert.DoesNotContain('\uFFFD', words);
        Assert.InRange(words.Split(' ').Length, 90, 1500);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_has_a_title_and_paragraphs(string name)
    {
        var page = new HtmlParser().ParseDocument(SampleCorpus.Decode(name));
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        Assert.True(page.QuerySelectorAll("p").Length >= 4);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Nothing_real_is_named(string name)
    {
        var text = SampleCorpus.Decode(name);
        Assert.All(RealWorld, word => Assert.False(Regex.IsMatch(text, $@"(?<!\p{{L}}){word}"), $"{name} names {word}"));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Addresses_are_under_reserved_domains(string name)
    {
        foreach (var host in Address().Matches(SampleCorpus.Decode(name)).Select(match => match.Groups[1].Value))
        {
            Assert.True(host.EndsWith(".example", StringComparison.Ordinal) || host is "schema.org" or "ogp.me", host);
        }
    }

    private static IEnumerable<string> Strings(JsonElement element, string property) =>
        element.GetProperty(property).EnumerateArray().Select(item => item.GetString()!);

    private static int Occurrences(string text, string phrase) => text.Split(phrase).Length - 1;

    [GeneratedRegex(@"https?://([^/\s""'<)]+)")]
    private static partial Regex Address();
}
