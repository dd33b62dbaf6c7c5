using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using Hearsay.Packs;

namespace Hearsay.Documents.Html;

/// <summary>Reads a page's markup: its visible text, what each line of it is, and what the page says of itself.</summary>
internal sealed class HtmlReader(DomainPack pack, ReadLimits limits)
{
    /// <summary>Reads markup that has been decoded. Never throws for what the markup is.</summary>
    public HtmlReading Read(string html)
    {
        _ = limits;
        var (page, metadata) = Lay(html, pack);
        return Assemble(page, metadata, LineModel.Default.Score(page, PageHints.Of(metadata)));
    }

    /// <summary>Parses markup into lines and metadata.</summary>
    internal static (Page Page, PageMetadata Metadata) Lay(string html, DomainPack pack)
    {
        var document = new HtmlParser(new HtmlParserOptions { SkipComments = true }).ParseDocument(html);
        var metadata = MetadataReader.Read(document);
        return (PageWriter.Write(document.Body is { } node ? node : document, pack.Furniture), metadata);
    }

    /// <summary>Gives every line its role by the scores that the body model gave them.</summary>
    internal static HtmlReading Assemble(Page page, PageMetadata metadata, float[] scores)
    {
        var roles = LineRoles.Assign(page, PageHints.Of(metadata), BodyFinder.Find(page, scores));
        var blocks = ImmutableArray.CreateBuilder<Block>(page.Lines.Count);
        for (var i = 0; i < page.Lines.Count; i++) { blocks.Add(roles.BlockOf(i)); }
        var headline = roles.Headline >= 0 ? page.Lines[roles.Headline].Span.SliceOf(page.Text) : null;
        var (title, outlet) = SiteName.Part(metadata.Title, metadata.Outlet, headline);
        return new HtmlReading
        {
            Text = page.Text,
            Blocks = blocks.DrainToImmutable(),
            Title = title,
            Outlet = outlet,
            Byline = metadata.Byline,
            Url = metadata.Url,
            Language = metadata.Language,
            Published = metadata.Published is { } day ? PublicationDate.On(day, DateBasis.Metadata) : roles.Published,
            Modified = metadata.Modified ?? roles.Modified,
        };
    }
}
