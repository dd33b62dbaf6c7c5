using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Hearsay.Ledger;
using Hearsay.Web.Dossier;

namespace Hearsay.Tests.Dossier;

public sealed class DossierWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_documents_give_the_same_bytes_in_any_order_and_on_any_number_of_threads()
    {
        var once = Write(InventedDocuments.All, "once", 1);
        var again = Write(InventedDocuments.All.Reverse(), "again", 4);
        Assert.Equal(once.Keys, again.Keys);
        Assert.All(once, page => Assert.Equal(page.Value, again[page.Key]));
    }

    [Fact]
    public void Every_link_within_a_dossier_leads_somewhere_and_no_other_link_but_web_addresses_exists()
    {
        var pages = Write(InventedDocuments.All, "links");
        var documents = pages.Where(page => page.Key.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(page => page.Key, page => new HtmlParser().ParseDocument(page.Value));
        var checkedLinks = 0;
        foreach (var (path, page) in documents)
        {
            foreach (var href in page.QuerySelectorAll("[href]").Select(element => element.GetAttribute("href")!))
            {
                if (href is "data:," || href.StartsWith("https://", StringComparison.Ordinal)) { continue; }
                var target = new Uri(new Uri("file:///dossier/" + path), href);
                var file = target.AbsolutePath["/dossier/".Length..];
                Assert.True(pages.ContainsKey(file), $"{path} links to {href}, which is not there");
                if (target.Fragment.Length > 1)
                {
                    Assert.True(documents[file].GetElementById(target.Fragment[1..]) is not null, $"{path} links to {href}, and {file} has no such place");
                }

                checkedLinks++;
            }
        }

        Assert.True(checkedLinks > 100);
    }

    [Fact]
    public void Nothing_that_a_document_says_becomes_markup()
    {
        foreach (var (path, content) in Write([InventedDocuments.Hostile(), InventedDocuments.Wire()], "hostile").Where(page => page.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = new HtmlParser().ParseDocument(content);
            Assert.Empty(page.QuerySelectorAll("script, iframe, img, base, object, embed, form, style, i, b"));
            Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style"));
            Assert.DoesNotContain(page.QuerySelectorAll("[href]"), element => element.GetAttribute("href")!.Contains("script:", StringComparison.OrdinalIgnoreCase));
            Assert.False(content.AsSpan().IndexOfAny('\u202E', '\u200B', '\0') >= 0, $"{path} holds a hidden character");
        }
    }

    [Fact]
    public void The_text_of_a_page_is_the_documents_own_to_the_character()
    {
        var stored = InventedDocuments.Newspaper();
        var page = new HtmlParser().ParseDocument(Write([stored], "text").Single(page => page.Key.StartsWith("documents/2031", StringComparison.Ordinal)).Value);
        Assert.Equal(
            stored.Document.Blocks.OrderByDescending(block => block.Role is Hearsay.Documents.BlockRole.Headline).Select(block => block.Span.SliceOf(stored.Document.Text)), // the headline stands above all
            page.QuerySelectorAll(".text").Select(element => element.TextContent));
    }

    [Fact]
    public void A_note_gives_figures_and_dates_in_the_texts_words_and_resolved()
    {
        var page = new HtmlParser().ParseDocument(Write([InventedDocuments.Believers()], "facts").Single(page => page.Key.StartsWith("documents/2031", StringComparison.Ordinal)).Value);
        var facts = page.GetElementById("n1")!.TextContent;
        Assert.Contains("two dozen buses (24)", facts, StringComparison.Ordinal);
        Assert.Contains("Monday (12 May 2031)", facts, StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_believes_is_an_aside_and_what_is_ordered_is_none()
    {
        var page = new HtmlParser().ParseDocument(Write([InventedDocuments.Believers()], "asides").Single(page => page.Key.StartsWith("documents/2031", StringComparison.Ordinal)).Value);
        Assert.DoesNotContain("aside", page.GetElementById("n1")!.ClassList);
        Assert.Contains("aside", page.GetElementById("n2")!.ClassList);
        Assert.Contains("1 more statement", page.QuerySelector("label.all-acts-label")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Statements_of_less_confidence_are_left_out()
    {
        var outcome = DossierWriter.Write([InventedDocuments.Newspaper().SureOf(0.8)], folder["sure"]);
        var expected = InventedDocuments.Newspaper().Statements.Count(statement => statement.Confidence >= 0.8);
        Assert.Equal(expected, Assert.IsType<DossierOutcome.Written>(outcome).Statements);
        Assert.True(expected < InventedDocuments.Newspaper().Statements.Length);
    }

    [Fact]
    public void Sources_are_merged_by_name_whatever_its_case()
    {
        var pages = Write([InventedDocuments.Wire(), InventedDocuments.Channel()], "sources");
        var page = new HtmlParser().ParseDocument(Assert.Single(pages, page => page.Key.StartsWith("sources/ludmila-vestrakova", StringComparison.Ordinal)).Value);
        Assert.Equal(3, page.QuerySelectorAll(".quote").Length);
        Assert.Contains("Quoted 3 times in 2 documents of 2 outlets", Regex.Replace(page.QuerySelector(".lead")!.TextContent, @"\s+", " "), StringComparison.Ordinal);
        Assert.Contains("1 is a denial", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The bureau rejected these claims on Friday.", "these claims", "The bureau rejected", "")]
    [InlineData("It is a lie, the bureau said.", "It is a lie", "", ", the bureau said")]
    [InlineData("The bureau said it would take every soldier home by the end of the year.", "it would take every soldier home by the end of the year", "", "")]
    public void A_content_too_short_to_be_understood_alone_is_quoted_with_its_context(string text, string content, string before, string after)
    {
        var cue = text.Contains("rejected", StringComparison.Ordinal) ? "rejected" : "said";
        var source = text.StartsWith("It", StringComparison.Ordinal) ? "the bureau" : "The bureau";
        var stored = new Draft().Block(Hearsay.Documents.BlockRole.Body, text).Says(source, cue, content).Store();
        var quote = new HtmlParser().ParseDocument(Write([stored], "short").Single(page => page.Key.StartsWith("sources/bureau", StringComparison.Ordinal)).Value).QuerySelector(".quote blockquote")!;
        Assert.Equal([before, content, after], [Context(quote.FirstElementChild), quote.QuerySelector("a")!.TextContent, Context(quote.LastElementChild)]);

        static string Context(AngleSharp.Dom.IElement? element) => element?.ClassName == "context" ? element.TextContent : "";
    }

    [Fact]
    public void A_text_in_another_language_says_so_and_that_statements_were_not_sought()
    {
        var page = new HtmlParser().ParseDocument(Write([InventedDocuments.Ukrainian()], "uk").Single(page => page.Key.StartsWith("documents/2031", StringComparison.Ordinal)).Value);
        Assert.All(page.QuerySelectorAll(".text"), text => Assert.Equal("uk", text.GetAttribute("lang")));
        Assert.Contains("statements were not sought", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_other_things_in_it_is_refused_and_left_alone()
    {
        var mine = folder.Write("mine/thesis.txt", "years of work");
        var refused = Assert.IsType<DossierOutcome.Refused>(DossierWriter.Write([], folder["mine"]));
        Assert.Contains("not empty", refused.Reason, StringComparison.Ordinal);
        Assert.Equal([mine], Directory.GetFileSystemEntries(folder["mine"]));
        Assert.IsType<DossierOutcome.Refused>(DossierWriter.Write([], mine));
    }

    [Fact]
    public void An_earlier_dossier_is_replaced_and_what_else_was_put_beside_it_stays()
    {
        Write(InventedDocuments.All, "again");
        folder.Write("again/my-notes.txt", "kept");
        var pages = Write([InventedDocuments.Wire()], "again");
        Assert.Equal("kept", pages["my-notes.txt"]);
        Assert.Single(pages, page => page.Key.StartsWith("documents/2031", StringComparison.Ordinal));
        Assert.DoesNotContain(pages, page => page.Key.Contains("writing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_ledger_that_fails_half_way_leaves_the_earlier_dossier_as_it_was()
    {
        var before = Write([InventedDocuments.Wire()], "kept");
        IEnumerable<StoredDocument> Failing()
        {
            yield return InventedDocuments.Newspaper();
            throw new LedgerException("The ledger is damaged.");
        }

        Assert.Throws<LedgerException>(() => DossierWriter.Write(Failing(), folder["kept"]));
        Assert.Equal(before["index.html"], File.ReadAllText(folder["kept/index.html"]));
    }

    [Fact]
    public void An_empty_ledger_gives_a_dossier_that_says_so() =>
        Assert.Contains("The ledger holds no documents yet.", Write([], "empty")["index.html"], StringComparison.Ordinal);

    [Fact]
    public void Long_lists_are_paged()
    {
        var stored = Enumerable.Range(0, 450).Select(number => new Draft { Title = $"Document {number}", Path = $"{number}.txt" }
            .Block(Hearsay.Documents.BlockRole.Body, $"The ministry said that {number} came home.").Says("The ministry", "said", $"that {number} came home").Store());
        var pages = Write(stored, "many");
        Assert.Contains("documents/index-3.html", pages.Keys);
        Assert.Equal(3, pages.Keys.Count(path => path.StartsWith("sources/ministry-", StringComparison.Ordinal)));
        Assert.Equal(450, Enumerable.Range(1, 3).Sum(page => Regex.Count(pages[page == 1 ? "documents/index.html" : $"documents/index-{page}.html"], "<th scope=\"row\">")));
    }

    private SortedDictionary<string, string> Write(IEnumerable<StoredDocument> documents, string name, int threads = 2)
    {
        Assert.IsType<DossierOutcome.Written>(DossierWriter.Write(documents, folder[name], DossierOptions.Default with { Threads = threads }));
        return new(Directory.GetFiles(folder[name], "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder[name], path).Replace('\\', '/'), File.ReadAllText), StringComparer.Ordinal);
    }
}
