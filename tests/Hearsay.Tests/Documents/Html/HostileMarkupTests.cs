using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hearsay.Documents;

namespace Hearsay.Tests.Documents.Html;

/// <summary>Markup made to exhaust a reader is read in bounded time, with its text, on a small stack.</summary>
public sealed class HostileMarkupTests
{
    private const int Many = 50_000;

    /// <summary>Generous for a busy machine; what these cost without the guard is minutes or all memory.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(120);

    public static TheoryData<string, string> Shapes => new()
    {
        { "nested divisions", Repeat("<div>", Many) },
        { "nested divisions with text", Repeat("<div>x", Many) },
        { "nested unknown elements", Repeat("<x-a>y", Many) },
        { "nested lists", Repeat("<ul><li>", Many) },
        { "nested tables", Repeat("<table><tr><td>", Many / 3) },
        { "nested quotations in paragraphs", Repeat("<p><blockquote>", Many / 2) },
        { "stray cells and divisions", Repeat("<td><div>", Many / 2) },
        { "ends of the body between divisions", Repeat("<div></body>", Many / 2) },
        { "ends of forms between divisions", Repeat("<form><div></form>", Many / 3) },
        { "options and divisions", Repeat("<option><div></option>", Many / 3) },
        { "cells whose ends are out of scope", Repeat("<div><table><td></div>", Many / 4) },
        { "noscript", Repeat("<noscript>", Many) },
        { "buttons", Repeat("<button><div>", Many / 2) },
        { "unclosed bold", Repeat("<b>", Many) },
        { "unclosed fonts, each another", string.Concat(Enumerable.Range(0, Many / 4).Select(i => $"<font color={i}>")) + Repeat("<p>x", Many / 4) },
        { "unclosed links in divisions", Repeat("<a href=x><div>", Many / 2) },
        { "misnested formatting", Repeat("<b><p></b><i></p></i>", Many / 8) },
        { "text and tags pushed out of a table", "<table>" + Repeat("x<tr>y<div>z</div>", Many / 4) },
        { "drawings", Repeat("<svg><g>", Many / 2) },
        { "less-than signs", Repeat("<", Many) },
        { "attributes", "<div " + string.Concat(Enumerable.Range(0, Many).Select(i => $"a{i}=1 ")) + ">x</div>" },
        { "the same attribute", "<div " + Repeat("class=x ", Many) + ">x</div>" },
        { "attributes of the root, again and again", string.Concat(Enumerable.Range(0, Many / 4).Select(i => $"<html a{i}=1>")) },
        { "entities", Repeat("&am", Many) },
        { "comments", Repeat("<!--", Many) },
        { "scripts in scripts", "<script>" + Repeat("<!--<script>", Many) },
        { "line breaks", Repeat("a<br>", Many) },
        { "one line", new string('x', 20 * Many) },
        { "one long class", "<p class='" + Repeat("comment ", Many) + "'>x" },
        { "deep linked data", "<script type='application/ld+json'>{\"@context\":\"schema.org\",\"a\":" + Repeat("[", Many) },
        { "linked data that holds the article and a page of other lines", $"<script type='application/ld+json'>{{\"@context\":\"schema.org\",\"@type\":\"Article\",\"articleBody\":\"{Repeat("words of the article. ", 40_000)}\"}}</script>" + Repeat("<p>words of another article.", 20_000) },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Is_read_in_bounded_time(string shape, string html)
    {
        var watch = new Stopwatch();
        Reading? reading = null;
        var thread = new Thread(
            () =>
            {
                watch.Start();
                reading = HtmlReaderTests.Reader.Read("<title>t</title><p>The text before.</p>" + html + "<p>The text after.");
                watch.Stop();
            },
            256 * 1024) { IsBackground = true };
        thread.Start();

        Assert.True(thread.Join(Bound), $"{shape} takes longer than {Bound}.");
        Assert.NotNull(reading);
        Assert.Contains("The text before.", reading.Text, StringComparison.Ordinal);
        AssertWellFormed(reading);
    }

    [Fact]
    public void Text_beyond_the_depth_is_kept_as_lines_and_noted()
    {
        var reading = HtmlReaderTests.Reader.Read(string.Concat(Enumerable.Range(0, 2_000).Select(i => $"<div>level {i}")));

        Assert.Contains("level 1\nlevel 2\n", reading.Text, StringComparison.Ordinal);
        Assert.Contains("\nlevel 1998\nlevel 1999", reading.Text, StringComparison.Ordinal);
        Assert.Single(reading.Notes);
    }

    [Fact]
    public void Ordinary_pages_are_not_flattened()
    {
        var rows = Repeat("<tr><td><p>one<td><font color=red><b>two", 3_000);
        var reading = HtmlReaderTests.Reader.Read(Repeat("<p>unclosed <b>bold</b>", 3_000) + "<ul>" + Repeat("<li>item", 3_000) + "</ul><dl>" + Repeat("<dt>term<dd>text", 3_000) + "</dl><table>" + rows + "</table>");

        Assert.Empty(reading.Notes);
        Assert.EndsWith("one\ttwo", reading.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_string_reads_as_sorted_disjoint_trimmed_blocks()
    {
        var pieces = Gen.Elements(
            "<p>", "</p>", "<div class='comments'>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<a href=x>", "</a>", "<b>", "</b>", "<ul>", "<li>", "<blockquote>", "<h1>", "<h2>", "</h1>",
            "<br>", "<script>", "</script>", "<!--", "-->", "<svg>", "</svg>", "<select>", "<option>", "<form>", "<template>", "<title>", "</title>", "<pre>", "<time datetime='2031-02-30'>",
            "<meta property=og:title content='A title'>", "<figcaption>", "\uD800", "\uDC00", "\0", "&#xD800;", "&nbsp;", " \n", "words of a sentence, and more of them.", "Ч", "\U0001F600", "<", ">", "&", "'", "</body>", "<body>", "<html lang=uk>");
        var markup = Gen.Select(Gen.ListOf(Gen.OneOf(pieces, pieces, ArbMap.Default.GeneratorFor<string>().Where(text => text is not null))), parts => string.Concat(parts));

        Prop.ForAll(Arb.From(markup), html => AssertWellFormed(HtmlReaderTests.Reader.Read(html))).QuickCheckThrowOnFailure();
    }

    private static void AssertWellFormed(Reading reading)
    {
        var end = 0;
        foreach (var block in reading.Blocks)
        {
            Assert.False(block.Span.IsEmpty);
            Assert.True(block.Span.Start >= end && block.Span.End <= reading.Text.Length);
            Assert.Equal(block.Span, block.Span.Trim(reading.Text));
            Assert.DoesNotContain('\n', block.Span.SliceOf(reading.Text));
            end = block.Span.End;
        }

        Assert.Equal(reading.Text, string.Join('\n', reading.Blocks.Select(block => block.Span.SliceOf(reading.Text))));
        Assert.Equal(reading.Text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(reading.Text)));
    }

    private static string Repeat(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();
}
