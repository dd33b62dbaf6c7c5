using System.Globalization;
using System.Security.Cryptography;
using Hearsay.Documents.Decoding;
using Hearsay.Documents.Html;
using Hearsay.Documents.Languages;
using Hearsay.Documents.PlainText;
using Hearsay.Packs;

namespace Hearsay.Documents;

/// <summary>Reads original bytes as a document: decodes them, tells blocks apart, finds title, outlet, date and language.</summary>
public sealed class DocumentReader(DomainPack pack, ReadLimits? limits = null)
{
    private readonly ReadLimits limits = limits ?? ReadLimits.Default;
    private readonly PlainTextReader plainText = new(pack, limits ?? ReadLimits.Default);
    private readonly HtmlReader pages = new(pack, limits ?? ReadLimits.Default);

    /// <summary>Reads one capture. Never throws for what the bytes are.</summary>
    public ReadOutcome Read(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        var bytes = capture.Bytes.Span;
        if (bytes.Length > limits.MaxBytes)
        {
            return new ReadOutcome.Refused(string.Create(CultureInfo.InvariantCulture, $"The file has {bytes.Length} bytes and the limit is {limits.MaxBytes}; split it or raise the limit."));
        }

        if (FileKind.RefuseAsBinary(bytes) is { } binary)
        {
            return new ReadOutcome.Refused(binary);
        }

        var isPage = FileKind.IsPage(bytes, capture.Provenance.Path);
        var decoded = TextDecoder.Decode(bytes, capture.Provenance.Charset, isPage ? CharsetLabels.Declared(bytes) : null);
        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return new ReadOutcome.Refused("The file is empty or holds nothing but white space; capture it again.");
        }

        if (FileKind.RefuseAsControls(decoded.Text) is { } controls)
        {
            return new ReadOutcome.Refused(controls);
        }

        var reading = isPage ? pages.Read(decoded.Text) : plainText.Read(decoded.Text);
        return reading.Blocks.IsEmpty
            ? new ReadOutcome.Refused(string.Join(' ', ["The page has no visible text; if a script draws it, save it from a browser once it is shown.", .. reading.Notes]))
            : new ReadOutcome.Accepted(Complete(new Document
            {
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                Provenance = capture.Provenance,
                MediaType = isPage ? "text/html" : "text/plain",
                Encoding = decoded.Encoding,
                Text = reading.Text,
                Blocks = reading.Blocks,
                Title = reading.Title,
                Outlet = reading.Outlet,
                Byline = reading.Byline,
                Url = reading.Url,
                Language = reading.Language,
                Published = reading.Published,
                Modified = reading.Modified,
                Notes = [.. decoded.Notes, .. reading.Notes],
            }));
    }

    /// <summary>Lets what is known of a capture outrank what its text says, and tells the language from the text.</summary>
    private static Document Complete(Document document)
    {
        var provenance = document.Provenance;
        var url = provenance.Url ?? document.Url;
        return document with
        {
            Url = url,
            Outlet = provenance.Outlet ?? document.Outlet ?? HostOf(url),
            Language = LanguageOf(document, IsOfArticle) ?? LanguageOf(document, _ => true) ?? LanguageIdentifier.OfTag(document.Language),
            Published = provenance.Published is { } day ? PublicationDate.On(day, DateBasis.Given) : Published(document),
        };
    }

    // Where no line or metadata give the day of publication: that of the first paragraph's dateline, else that of the last change.
    private static PublicationDate Published(Document document)
    {
        if (document.Published.Basis is not DateBasis.Unknown) { return document.Published; }
        const int Reach = 3; // a deck and a summary may stand before the report
        var day = document.Blocks.Where(block => block.Role is BlockRole.Body).Take(Reach).Select(block => RunInDateline.Day(document.Text, block.Span)).FirstOrDefault(day => day is not null) ?? document.Modified;
        return day is { } known ? PublicationDate.On(known, DateBasis.Text) : document.Published;
    }

    private static string? LanguageOf(Document document, Func<Block, bool> ofBlocks) =>
        LanguageIdentifier.Identify(document.Text, document.Blocks.Where(ofBlocks).Select(block => block.Span));

    /// <summary>True for the blocks whose language is the document's.</summary>
    private static bool IsOfArticle(Block block) => block.Role is BlockRole.Headline or BlockRole.Body or BlockRole.Quote or BlockRole.List;

    /// <summary>The host of an address without <c>www.</c>, which stands for the outlet where nothing better is known; null where it has none.</summary>
    private static string? HostOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host is { Length: > 0 } host
            ? host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host
            : null;
}
