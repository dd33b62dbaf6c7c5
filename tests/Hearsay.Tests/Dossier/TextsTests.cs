using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hearsay.Web.Text;

namespace Hearsay.Tests.Dossier;

/// <summary>Texts of pages: all of them can be translated, and a translation has its plurals, numbers and days.</summary>
public sealed partial class TextsTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "texts", "en.json");
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_file_to_translate_from_lists_every_text_and_no_others()
    {
        var texts = TextCatalogue.All();
        if (Environment.GetEnvironmentVariable("HEARSAY_WRITE_TEXTS") is not null)
        {
            File.WriteAllText(Shipped, JsonSerializer.Serialize(new { language = "en", texts = texts.ToDictionary(text => text, _ => (string?)null) }, Written) + "\n");
        }

        using var json = JsonDocument.Parse(File.ReadAllText(Shipped));
        Assert.True(texts.Count > 500, $"{texts.Count} texts found");
        Assert.Equal(texts, json.RootElement.GetProperty("texts").EnumerateObject().Select(text => text.Name)); // otherwise: HEARSAY_WRITE_TEXTS=1 and this test
    }

    [Fact]
    public void No_page_has_prose_that_no_translation_could_reach()
    {
        Assert.NotEmpty(Prose("<h1>Matters</h1>"));
        Assert.NotEmpty(Prose("<p class=\"x\">In @Shown.Of(outlet) on that day</p>"));
        Assert.NotEmpty(Prose("<nav aria-label=\"Pages\"></nav>"));
        Assert.NotEmpty(Prose("<Choice Name=\"All\" Address=\"/\" />"));
        Assert.Empty(Prose("<h1>@T(\"Matters\")</h1> <p>@T($\"{Wording.Count(1, \"row\")} of it\")</p> <code>hearsay read</code> <kbd>A</kbd> <p>@(one ? T(\"x\") : \"\") · – </p>"));
        var found = TextCatalogue.Sources().Where(file => file.EndsWith(".razor", StringComparison.Ordinal)).SelectMany(file => Prose(File.ReadAllText(file)).Select(prose => $"{Path.GetFileName(file)}: {prose}"));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData(1, "1 свідчення одне")]
    [InlineData(3, "3 свідчення кілька")]
    [InlineData(12, "12 свідчень багато")]
    [InlineData(21, "21 свідчення одне")]
    public void Counted_things_take_the_plural_form_of_the_language(int count, string expected)
    {
        In(Ukrainian(), () => Assert.Equal(expected, Wording.Count(count, "statement")));
        Assert.Equal(count == 1 ? "1 statement" : $"{count} statements", Wording.Count(count, "statement"));
    }

    [Fact]
    public void Numbers_and_days_are_written_as_in_the_language_and_what_is_not_translated_stays_English() => In(Ukrainian(), () =>
    {
        Assert.Equal("3 травня 2031", Wording.Day(new DateOnly(2031, 5, 3)));
        Assert.Equal("1 234 567", Wording.Number(1_234_567));
        Assert.Equal("Справи", Texts.T("Matters"));
        Assert.Equal("Findings", Texts.T("Findings"));
        Assert.Equal("Список: 7 рядків, {0}", Texts.T($"A list of {7} and {"{0}"}")); // what a value holds is not looked at
    });

    [Theory]
    [InlineData("""{"language":"uk","texts":{"Matters":"{0} справи"}}""")] // a gap that the English has not
    [InlineData("""{"language":"uk","texts":{"Matters":7}}""")]
    [InlineData("""{"language":"uk","culture":{"months":["січень"]},"texts":{}}""")]
    [InlineData("""{"texts":{}}""")]
    [InlineData("no json")]
    public void What_is_no_translation_is_refused_and_the_file_named(string text) =>
        Assert.Contains("uk.json", Assert.Throws<InvalidDataException>(() => Translation.Read(folder.Write("uk.json", text))).Message, StringComparison.Ordinal);

    private Translation Ukrainian() => Translation.Read(folder.Write("uk.json", """
        {"language":"uk","culture":{"months":["січня","лютого","березня","квітня","травня","червня","липня","серпня","вересня","жовтня","листопада","грудня"],"group":" "},"texts":{"Matters":"Справи","Findings":null,"A list of {0} and {1}":"Список: {0} рядків, {1}","{0} statements":{"one":"{0} свідчення одне","few":"{0} свідчення кілька","many":"{0} свідчень багато"}}}
        """));

    private static void In(Translation translation, Action check)
    {
        Texts.Use(translation);
        try { check(); }
        finally { Texts.Use(Translation.English); }
    }

    // Letters between tags or in attributes that are read out, outside of expressions. What stands between a closing bracket and a tag is found however the lines break.
    private static IEnumerable<string> Prose(string razor)
    {
        var code = razor.IndexOf("@code {", StringComparison.Ordinal);
        var markup = Verbatim().Replace(Comments().Replace(code < 0 ? razor : razor[..code], ""), "");
        foreach (Match attribute in SpokenAttributes().Matches(markup)) { yield return attribute.Value; }
        var bare = Tags().Replace(Expressions().Replace(markup, "¤"), "¦");
        foreach (Match text in BetweenTags().Matches(bare)) { yield return text.Value.Trim(); }
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"<(code|kbd|style|script)\b[^>]*>.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Verbatim();

    [GeneratedRegex(@"(?<=\s)(?:aria-label|placeholder|title|alt|Title|Label|Caption|Heading|Name)=""(?![/h])[^""@()]*[A-Za-z]{2,}[^""@().]*""(?!\s+Value=)")]
    private static partial Regex SpokenAttributes();

    // @Name.Of(…) and @(…), brackets within brackets counted.
    [GeneratedRegex(@"@?\b(?:foreach|if|for|while|switch)\s*\((?>[^()]+|(?<deep>\()|(?<-deep>\)))*(?(deep)(?!))\)|@(?:[A-Za-z_][\w.]*(?:\?\.|!\.|[\w.])*)?(?:[([](?>[^()\[\]]+|(?<open>[([])|(?<-open>[)\]]))*(?(open)(?!))[)\]])(?:\.\w+)*|@(?!if|foreach|for|while|switch|using|inherits|code|else)[A-Za-z_][\w.]*")]
    private static partial Regex Expressions();

    [GeneratedRegex(@"</?[A-Za-z](?:[^<>""]|""[^""]*"")*>")]
    private static partial Regex Tags();

    // Between two tags or expressions on one line, and no statement of C#.
    [GeneratedRegex(@"(?<=[¦¤])[^¦¤{};\n=]*?[A-Za-z]{2,}[^¦¤{};\n=]*(?=[¦¤])")]
    private static partial Regex BetweenTags();
}
