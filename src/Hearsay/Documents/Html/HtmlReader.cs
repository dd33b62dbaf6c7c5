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
        _ = pack;
        _ = limits;
        var document = new HtmlParser(new HtmlParserOptions { SkipComments = true }).ParseDocument(html);
        var metadata = MetadataReader.Read(document);
        var page = PageWriter.Write(document.Body is { } node ? node : document);
        var scores = LineModel.Default.Score(page, new PageHints(metadata.Title, metadata.Description, metadata.ArticleText));
        var body = BodyFinder.Find(page, scores);
        var blocks = ImmutableArray.CreateBuilder<Block>(page.Lines.Count);
        for (var i = 0; i < page.Lines.Count; i++)
        {
            blocks.Add(new Block(body[i] ? BlockRole.Body : BlockRole.Boilerplate, page.Lines[i].Span));
        }

        return new HtmlReading
        {
            Text = page.Text,
            Blocks = blocks.DrainToImmutable(),
            Title = metadata.Title,
            Outlet = metadata.Outlet,
            Byline = metadata.Byline,
            Url = metadata.Url,
            Language = metadata.Language,
            Published = metadata.Published is { } day ? PublicationDate.On(day, DateBasis.Metadata) : PublicationDate.Unknown,
            Modified = metadata.Modified,
        };
    }
}
