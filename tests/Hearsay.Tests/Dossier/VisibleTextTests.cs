using Hearsay.Web.Components;
using Hearsay.Web.Text;

namespace Hearsay.Tests.Dossier;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain, with “quotes” and a dash — all of it", "plain, with “quotes” and a dash — all of it")]
    [InlineData("invoice\u202Egnp.exe", "invoice[U+202E]gnp.exe")]
    [InlineData("zero\u200Bwidth and soft\u00ADhyphen", "zero[U+200B]width and soft[U+00AD]hyphen")]
    [InlineData("a\0b\u0085c", "a[U+0000]b[U+0085]c")]
    [InlineData("tag \U000E0041 end", "tag [U+E0041] end")]
    [InlineData("family \U0001F469\u200D\U0001F467 stays", "family \U0001F469\u200D\U0001F467 stays")]
    [InlineData("Тарвинська й Жданюк", "Тарвинська й Жданюк")]
    public void What_cannot_be_seen_is_shown_by_its_code(string text, string shown) => Assert.Equal(shown, VisibleText.Plain(text));

    [Fact]
    public void Piles_of_combining_marks_are_counted_and_not_drawn() =>
        Assert.Equal("Z" + new string('\u0301', 6) + "[+94 marks]algo", VisibleText.Plain("Z" + new string('\u0301', 100) + "algo"));

    [Theory]
    [InlineData("The M\u0456nistry", "M\u0456nistry")] // Ukrainian і
    [InlineData("P\u0430ce was made", "P\u0430ce")]
    [InlineData("Лу\u0063тава", "Лу\u0063тава")] // Latin c
    public void Words_of_mixed_scripts_are_marked(string text, string word)
    {
        var run = Assert.Single(VisibleText.Split(text, new TextSpan(0, text.Length)), run => run.Kind is TextRunKind.Mixed);
        Assert.Equal(word, run.Span.SliceOf(text));
    }

    [Theory]
    [InlineData("Су-24M flew; 5 μm; the Лустава Courier; naïve café; Ångström")]
    [InlineData("The “Way Home” («Шлях додому») project")]
    public void Words_of_one_script_are_not(string text) =>
        Assert.DoesNotContain(VisibleText.Split(text, new TextSpan(0, text.Length)), run => run.Kind is TextRunKind.Mixed);

    [Fact]
    public void Runs_cover_any_text_exactly()
    {
        var random = new Random(7);
        const string Alphabet = "aб α\u0301\u0301\u202E\u200B\uD800\uDC00Z\n-";
        for (var round = 0; round < 300; round++)
        {
            var text = new string([.. Enumerable.Range(0, 40).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            var position = 0;
            foreach (var run in VisibleText.Split(text, new TextSpan(0, text.Length)))
            {
                Assert.Equal(position, run.Span.Start);
                Assert.False(run.Span.IsEmpty);
                position = run.Span.End;
            }

            Assert.Equal(text.Length, position);
        }
    }

    [Theory]
    [InlineData("https://courier.example/a?b=c", true)]
    [InlineData("HTTP://courier.example/", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(" javascript:alert(1)", false)]
    [InlineData("java\nscript:alert(1)", false)]
    [InlineData("data:text/html,<script>alert(1)</script>", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//courier.example/", false)]
    [InlineData("../index.html", false)]
    [InlineData("", false)]
    public void Only_web_addresses_become_links(string address, bool safe) => Assert.Equal(safe, PageLinks.Safe(address) is not null);
}
