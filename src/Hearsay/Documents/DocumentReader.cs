using System.Security.Cryptography;
using System.Text;
using Hearsay.Documents.PlainText;
using Hearsay.Packs;

namespace Hearsay.Documents;

/// <summary>Reads original bytes as a document: decodes them, tells blocks apart, finds title, outlet, date and language.</summary>
public sealed class DocumentReader(DomainPack pack, ReadLimits? limits = null)
{
    private readonly ReadLimits limits = limits ?? ReadLimits.Default;

    /// <summary>Reads one capture. Never throws for what the bytes are.</summary>
    public ReadOutcome Read(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        _ = pack;
        if (capture.Bytes.Length > limits.MaxBytes)
        {
            return new ReadOutcome.Refused($"it has {capture.Bytes.Length} bytes and the limit is {limits.MaxBytes}; split it or raise the limit");
        }

        var text = Encoding.UTF8.GetString(capture.Bytes.Span).ReplaceLineEndings("\n");
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ReadOutcome.Refused("it is empty; check how it was saved");
        }

        var blocks = PlainTextReader.Read(text);
        var headline = blocks.FirstOrDefault(block => block.Role is BlockRole.Headline);
        return new ReadOutcome.Accepted(new Document
        {
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(capture.Bytes.Span)),
            Provenance = capture.Provenance,
            MediaType = "text/plain",
            Encoding = "utf-8",
            Text = text,
            Blocks = blocks,
            Title = headline?.Span.SliceOf(text),
            Outlet = capture.Provenance.Outlet,
            Url = capture.Provenance.Url,
            Language = "en",
            Published = capture.Provenance.Published is { } day ? PublicationDate.On(day, DateBasis.Given) : PublicationDate.Unknown,
        });
    }
}
