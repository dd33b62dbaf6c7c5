using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hearsay.Documents;
using Hearsay.Packs;

namespace Hearsay.Tests.Documents;

public sealed class DocumentReaderTests
{
    private const string Article = "Varnia rejects list of prisoners\n\n14 March 2031\n\nThe ombudsman of Varnia said on Thursday that no offer had reached her office.\n";

    private static readonly DocumentReader Reader = new(DomainPack.Load(Repository.Pack));

    [Fact]
    public void A_text_file_is_read_with_what_it_says_of_itself()
    {
        var document = Accept(Encoding.UTF8.GetBytes(Article), new Provenance("a.txt") { Url = "https://www.halm.example/list" });
        Assert.Equal("text/plain", document.MediaType);
        Assert.Equal("utf-8", document.Encoding);
        Assert.Equal(Article, document.Text);
        Assert.Equal("Varnia rejects list of prisoners", document.Title);
        Assert.Equal("halm.example", document.Outlet);
        Assert.Equal("en", document.Language);
        Assert.Equal(PublicationDate.On(new DateOnly(2031, 3, 14), DateBasis.Text), document.Published);
        Assert.Equal(64, document.Sha256.Length);
    }

    [Fact]
    public void What_is_given_outranks_what_the_text_says()
    {
        var document = Accept(Encoding.UTF8.GetBytes(Article), new Provenance("a.txt") { Outlet = "Halm Daily", Published = new DateOnly(2031, 3, 13) });
        Assert.Equal("Halm Daily", document.Outlet);
        Assert.Equal(PublicationDate.On(new DateOnly(2031, 3, 13), DateBasis.Given), document.Published);
    }

    [Theory]
    [InlineData("a.html", "<html><body><p>No list was sent.</p></body></html>", "text/html")]
    [InlineData("a.txt", "<!DOCTYPE html><html><body><p>No list was sent.</p></body></html>", "text/html")]
    [InlineData("download", "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><body><p>No list.</p></body></html>", "text/html")]
    [InlineData("a.html", "No list was sent.\nNobody asked.", "text/plain")]
    [InlineData("a.txt", "<b> stands for bold, as everybody knows.", "text/plain")]
    public void Content_and_name_tell_pages_from_text(string path, string content, string mediaType) =>
        Assert.Equal(mediaType, Accept(Encoding.UTF8.GetBytes(content), new Provenance(path)).MediaType);

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-u")]
    public void A_page_is_decoded_as_it_declares(string charset)
    {
        var page = $"<html><head><meta charset=\"{charset}\"><title>Обмін</title></head><body><p>Омбудсман заперечила список полонених.</p></body></html>";
        var document = Accept(CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes(page), new Provenance("a.html"));
        Assert.Contains("Омбудсман заперечила список полонених.", document.Text, StringComparison.Ordinal);
        Assert.Equal((charset, "uk"), (document.Encoding, document.Language));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \r\n\t\u00A0\n", "empty")]
    [InlineData("\uFEFF", "empty")]
    [InlineData("%PDF-1.7 …", "PDF")]
    [InlineData("PK\u0003\u0004", "zip")]
    [InlineData("{\\rtf1\\ansi No list}", "RTF")]
    [InlineData("GIF89a", "GIF")]
    [InlineData("\0\u0001\u0002\u0003 a \0\0\0", "binary")]
    [InlineData("<html><body><script>draw()</script></body></html>", "no visible text")]
    public void What_is_no_document_is_refused_with_a_reason(string content, string reason) =>
        Assert.Contains(reason, Refuse(Encoding.UTF8.GetBytes(content)), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Random_bytes_are_refused_as_binary()
    {
        var bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);
        Assert.Contains("binary", Refuse(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_over_the_limit_is_refused()
    {
        var outcome = new DocumentReader(DomainPack.Load(Repository.Pack), new ReadLimits { MaxBytes = 10 }).Read(new Capture(new byte[11], new Provenance("a.txt")));
        Assert.Contains("limit is 10", Assert.IsType<ReadOutcome.Refused>(outcome).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_NUL_characters_do_not_stop_a_text()
    {
        var document = Accept(Encoding.UTF8.GetBytes(Article + "\0\0"), new Provenance("a.txt"));
        Assert.Equal(Article + "\0\0", document.Text);
        Assert.Contains(document.Notes, note => note.Contains("NUL", StringComparison.Ordinal));
    }

    [Fact]
    public void Paragraphs_beyond_the_limit_are_noted()
    {
        var outcome = new DocumentReader(DomainPack.Load(Repository.Pack), new ReadLimits { MaxBlocks = 3 }).Read(new Capture("one\ntwo\nthree\nfour\nfive"u8.ToArray(), new Provenance("a.txt")));
        Assert.Contains("more than 3 paragraphs", Assert.Single(Assert.IsType<ReadOutcome.Accepted>(outcome).Document.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void One_endless_line_is_one_block()
    {
        var document = Accept(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("No list was sent, he said. ", 100_000))), new Provenance("a.txt"));
        Assert.Equal(BlockRole.Body, Assert.Single(document.Blocks).Role);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<bool>(),
        (bytes, page) => HoldsTogether(Reader.Read(new Capture(bytes, new Provenance(page ? "a.html" : "a.txt"))))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_lines_are_read_whole() => Prop.ForAll(
        Gen.Elements(
            "Varnia rejects list of prisoners", "The ombudsman said on Thursday that no offer had reached her office.", "", " ", "\t", "- one", "- two", "Comments (3)", "Also read", "Sources:", "By Jon Aber",
            "14 March 2031", "\u200B", "\0", "> quoted", "Фото: штаб", "🌍 Who?", "\uFFFD", "___", "a\r", "Home", "and goes on in lower case", "1. first", "2. second", "Source: Nord")
            .ListOf().ToArbitrary(),
        lines => HoldsTogether(Reader.Read(new Capture(Encoding.UTF8.GetBytes(string.Join('\n', lines)), new Provenance("a.txt"))))).QuickCheckThrowOnFailure();

    /// <summary>True where blocks are sorted, disjoint, never empty, trimmed, and together hold all that is not white space.</summary>
    private static bool HoldsTogether(ReadOutcome outcome)
    {
        if (outcome is not ReadOutcome.Accepted { Document: var document })
        {
            return true;
        }

        var end = 0;
        foreach (var block in document.Blocks)
        {
            if (block.Span.Start < end || block.Span.IsEmpty || block.Span.Trim(document.Text) != block.Span || !string.IsNullOrWhiteSpace(document.Text[end..block.Span.Start]))
            {
                return false;
            }

            end = block.Span.End;
        }

        return string.IsNullOrWhiteSpace(document.Text[end..]);
    }

    private static Document Accept(byte[] bytes, Provenance provenance) => Assert.IsType<ReadOutcome.Accepted>(Reader.Read(new Capture(bytes, provenance))).Document;

    private static string Refuse(byte[] bytes) => Assert.IsType<ReadOutcome.Refused>(Reader.Read(new Capture(bytes, new Provenance("a.txt")))).Reason;
}
