using Hearsay.Documents;
using Hearsay.Documents.Html;
using Hearsay.Packs;

namespace Hearsay.Tests.Documents.Html;

public sealed class HtmlReaderTests
{
    internal static readonly HtmlReader Reader = new(DomainPack.Load(Repository.Pack), ReadLimits.Default);

    /// <summary>A newspaper's page about the invented exchange between Varnia and Oskeland, with the furniture that such pages have.</summary>
    private const string Newspaper = """
        <!DOCTYPE html><html lang="en"><head><title>Oskeland denies refusing prisoner list | Halmar Courier</title>
        <meta property="og:site_name" content="Halmar Courier"><meta property="og:title" content="Oskeland denies refusing prisoner list">
        <meta name="description" content="The ministry in Sund says that no list was ever sent.">
        <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Oskeland denies refusing prisoner list",
          "datePublished": "2031-03-04T22:10:00+02:00", "dateModified": "2031-03-05", "author": [{"@type": "Person", "name": "Ilse Tarnow"}], "publisher": {"name": "Halmar Courier"}}</script>
        <link rel="canonical" href="https://courier.example/oskeland-denies"></head>
        <body><nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        <div class="cookie-notice"><p>We use cookies to improve this site.</p><button>Accept</button></div>
        <main><article><header><h1>Oskeland denies refusing prisoner list</h1>
        <p class="standfirst">The ministry in Sund says that no list was ever sent.</p>
        <p class="byline">By Ilse Tarnow</p><time datetime="2031-03-04">4 March 2031</time></header>
        <figure><img src="x.jpg"><figcaption>The gate of the camp at Lower Brenn. Photo: Orr Vale</figcaption></figure>
        <div class="article-body">
        <p>SUND, Oskeland – The defence ministry of Oskeland on Tuesday denied that it had refused to take back 412 prisoners of war, and said that the list of which Varnia speaks had never reached it.</p>
        <p>"We were sent nothing, and we turned nothing down," said Mattis Overgaard, a spokesman for the ministry, at a briefing in the capital. "Whoever says so should show the letter."</p>
        <h2>What Varnia says</h2>
        <p>Varnia's commissioner for prisoners, Edda Rosk, had told reporters on Monday that the offer was made twice in February and that both times no answer came for nine days.</p>
        <blockquote><p>We named 412 people, one by one, and we are ready to name them again in public if we must.</p></blockquote>
        <p>She listed three conditions under which the talks could go on before the end of the month:</p>
        <ul><li>the wounded are returned first, whatever their rank;</li><li>both sides publish the numbers, and not the names;</li><li>observers are present at the crossing in Tarn.</li></ul>
        <div class="related"><h3>Read more</h3><ul><li><a href="/a">Twelve sailors come home</a></li><li><a href="/b">The bridge at Tarn reopens</a></li></ul></div>
        <p>Neither account could be verified independently. The Red Cross office in Halmar declined to comment on the talks, as it usually does while they go on.</p>
        </div></article>
        <section id="comments" class="comments"><h3>Comments (2)</h3>
        <div class="comment"><span class="comment-author">brennwatcher</span> <span class="comment-date">5 March 2031</span><div class="comment-text"><p>My cousin was on such a list and nobody called us for a year.</p></div><a href="#">Reply</a></div>
        <div class="comment"><span class="comment-author">old_tarn</span> <span class="comment-date">5 March 2031</span><div class="comment-text"><p>They both lie, as they did about the bridge.</p></div><a href="#">Reply</a></div>
        </section></main>
        <footer class="footer"><p>© 2031 Halmar Courier. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer></body></html>
        """;

    private static IEnumerable<string> Lines(Reading reading, BlockRole role) =>
        reading.Blocks.Where(block => block.Role == role).Select(block => block.Span.SliceOf(reading.Text));

    [Fact]
    public void All_posts_of_a_live_page_are_body()
    {
        string[] posts =
        [
            "<h3><time>8:15 pm</time> Thank you</h3><p>We are closing this page for tonight.</p>",
            "<h3><time>6:40 pm</time> Oskelmar stands by its figures</h3><p>The spokesman said this evening that his ministry has no reason to doubt them.</p>",
            "<h3><time>12:30 pm</time> Four, not sixty-two</h3><p>Colonel Ivo Tarn, the spokesman of the staff, rejected the claim that sixty-two soldiers had gone over, and spoke of four.</p><p>He told a briefing in the morning that nine more men are missing, and that nobody knows where they are.</p>",
            "<h3><time>9:05 am</time> Talks</h3><p>Delegations are expected to meet on Friday, two people said.</p>",
        ];
        var page = $"<html><body><nav><a href='/'>Home</a></nav><main><h1>Live: staff disputes count of deserters</h1><section>{string.Concat(posts.Select(post => $"<div class='live-post'>{post}</div>"))}</section><div class='share'>Share this live blog: <a href='#'>Post</a></div></main></body></html>";
        var body = Lines(Reader.Read(page), BlockRole.Body).ToList();
        Assert.Contains(body, line => line.StartsWith("The spokesman said this evening", StringComparison.Ordinal));
        Assert.Contains(body, line => line.StartsWith("Delegations are expected", StringComparison.Ordinal));
        Assert.DoesNotContain(body, line => line.Contains("Share this", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("If this report opened your eyes, buy us a coffee or get the mug in our store.")]
    [InlineData("Follow us on Telegram so that you do not miss what comes next.")]
    public void What_asks_something_of_the_reader_below_the_text_is_furniture(string request)
    {
        var page = Newspaper.Replace("as it usually does while they go on.</p>", $"as it usually does while they go on.</p><p>{request}</p>", StringComparison.Ordinal);
        Assert.DoesNotContain(Lines(Reader.Read(page), BlockRole.Body), line => line == request);
    }

    [Fact]
    public void Visible_text_is_one_line_a_block()
    {
        var reading = Reader.Read("<body><div>One <b>two</b>\n three<p>Four</div><script>five</script><p style='display: none'>six</p><table><tr><td>a<td>b</table><noscript>seven</noscript>");

        Assert.Equal("One two three\nFour\na\tb", reading.Text);
        Assert.Equal(["One two three", "Four", "a\tb"], reading.Blocks.Select(block => block.Span.SliceOf(reading.Text)));
    }

    [Fact]
    public void A_newspaper_page_is_told_apart_line_by_line()
    {
        var reading = Reader.Read(Newspaper);

        Assert.Equal(["Oskeland denies refusing prisoner list"], Lines(reading, BlockRole.Headline));
        Assert.Equal(["By Ilse Tarnow"], Lines(reading, BlockRole.Byline));
        Assert.Equal(["4 March 2031"], Lines(reading, BlockRole.Dateline));
        Assert.Equal(["The gate of the camp at Lower Brenn. Photo: Orr Vale"], Lines(reading, BlockRole.Caption));
        Assert.Equal(["We named 412 people, one by one, and we are ready to name them again in public if we must."], Lines(reading, BlockRole.Quote));
        Assert.Equal(3, Lines(reading, BlockRole.List).Count());
        Assert.Equal(
            ["My cousin was on such a list and nobody called us for a year.", "They both lie, as they did about the bridge."],
            Lines(reading, BlockRole.Comment));
        var body = Lines(reading, BlockRole.Body).ToList();
        Assert.Equal("The ministry in Sund says that no list was ever sent.", body[0]);
        Assert.StartsWith("SUND, Oskeland", body[1], StringComparison.Ordinal);
        Assert.Contains("What Varnia says", body);
        Assert.StartsWith("Neither account", body[^1], StringComparison.Ordinal);
        var furniture = string.Join('\n', Lines(reading, BlockRole.Boilerplate));
        Assert.All(["Home", "Accept", "Read more", "Twelve sailors come home", "Privacy policy"], line => Assert.Contains(line, furniture, StringComparison.Ordinal));
    }

    [Fact]
    public void A_subhead_has_a_level()
    {
        var reading = Reader.Read(Newspaper);

        var subhead = reading.Blocks.Single(block => block.Span.SliceOf(reading.Text) == "What Varnia says");
        Assert.Equal((BlockRole.Body, 1), (subhead.Role, subhead.Level));
    }

    [Fact]
    public void Metadata_of_a_newspaper_page()
    {
        var reading = Reader.Read(Newspaper);

        Assert.Equal("Oskeland denies refusing prisoner list", reading.Title);
        Assert.Equal("Halmar Courier", reading.Outlet);
        Assert.Equal("Ilse Tarnow", reading.Byline);
        Assert.Equal("https://courier.example/oskeland-denies", reading.Url);
        Assert.Equal("en", reading.Language);
        Assert.Equal(PublicationDate.On(new DateOnly(2031, 3, 4), DateBasis.Metadata), reading.Published);
        Assert.Equal(new DateOnly(2031, 3, 5), reading.Modified);
        Assert.Empty(reading.Notes);
    }

    [Fact]
    public void Paragraphs_parted_by_line_breaks_are_lines_and_a_sentence_that_runs_on_is_not_cut()
    {
        var reading = Reader.Read("<body><div>Varnia made an offer.<br><br>Oskeland refused it.<br>A third side<br>was silent.</div><h1>One<br>headline</h1>");

        Assert.Equal("Varnia made an offer.\nOskeland refused it.\nA third side was silent.\nOne headline", reading.Text);
    }

    [Theory]
    [InlineData("<p>a\u00ADb\u200Bc&nbsp; d</p>", "abc d")]
    [InlineData("<p>x<span aria-hidden=true>icon</span>y</p>", "xy")]
    [InlineData("<p>x</p><div hidden><p>y</p></div>", "x")]
    [InlineData("<p>x</p><template><p>y</p></template><dialog>z</dialog>", "x")]
    [InlineData("<p>x <svg><text>y</text></svg> z</p>", "x z")]
    [InlineData("<pre>one\n two\n\nthree</pre>", "one\ntwo\nthree")]
    [InlineData("<table><tr><td><p>one</p><p>two</p></td><td><div>three</div></td></tr></table>", "one\ntwo\nthree")]
    [InlineData("<a href=x>one</a><a href=y>two</a>", "one two")]
    [InlineData("<p>no<strong> </strong>space <i>is</i>\n<b>lost</b></p>", "no space is lost")]
    public void What_is_seen(string html, params string[] expected)
    {
        var reading = Reader.Read("<body>" + html);

        Assert.All(expected, line => Assert.Contains(line, reading.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("icon", reading.Text, StringComparison.Ordinal);
        Assert.True(expected.Length > 1 || reading.Text == expected[0], reading.Text);
    }

    [Fact]
    public void A_short_article_among_many_links_is_still_found()
    {
        var links = string.Concat(Enumerable.Range(0, 300).Select(i => $"<li><a href='/{i}'>Section {i} of the site</a></li>"));
        var reading = Reader.Read($"<html><head><title>Bridge closed</title></head><body><ul>{links}</ul><div class=text><h1>Bridge closed</h1><p>The bridge at Tarn was closed this morning after a shell fell on its eastern end, the border guard of Varnia said.</p></div><ul>{links}</ul>");

        Assert.Contains("The bridge at Tarn was closed this morning after a shell fell on its eastern end, the border guard of Varnia said.", Lines(reading, BlockRole.Body));
    }

    [Fact]
    public void Rules_for_commenting_are_no_comments()
    {
        var reading = Reader.Read(Newspaper.Replace("<h3>Comments (2)</h3>", "<div class='comment-rules'><p>Whoever insults others here will see their words removed by the editors.</p></div>" + string.Concat(Enumerable.Repeat("<p>A rule that says how long a text may be at most, and which words it may hold.</p>", 9)), StringComparison.Ordinal));

        Assert.DoesNotContain("Whoever insults others here will see their words removed by the editors.", Lines(reading, BlockRole.Comment));
    }
}
