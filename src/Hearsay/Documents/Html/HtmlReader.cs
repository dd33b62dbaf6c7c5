using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using Hearsay.Packs;

namespace Hearsay.Documents.Html;

/// <summary>Reads a page's markup: its visible text, what each line of it is, and what the page says of itself.</summary>
internal sealed class HtmlReader(DomainPack pack, ReadLimits limits)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Attributes = new[]
    {
        "id", "class", "role", "style", "hidden", "aria-hidden", "open", "href", "rel", "lang", "xml:lang", "type", "itemprop", "content", "datetime",
        "property", "name", "http-equiv",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Attributes that nobody reads are not kept: a tag may have thousands, and each is compared with all before it.</summary>
    private static readonly HtmlParser Parser = new(new HtmlParserOptions
    {
        SkipComments = true,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = static (ref _, name) => Attributes.Contains(name.Span),
    });

    /// <summary>Reads markup that has been decoded. Never throws for what the markup is.</summary>
    public Reading Read(string html)
    {
        var (page, metadata, notes) = Lay(html, pack, limits);
        return Assemble(page, metadata, LineModel.Default.Score(page, new PageHints(metadata))) with { Notes = notes };
    }

    /// <summary>Parses markup into lines and metadata, with notes on what was cut. No script runs and nothing is fetched.</summary>
    internal static (Page Page, PageMetadata Metadata, ImmutableArray<string> Notes) Lay(string html, DomainPack pack, ReadLimits limits)
    {
        var guard = new MarkupGuard(limits.MaxDepth);
        using var document = Parser.ParseDocument<AngleSharp.Dom.Document, Element>(new TextSource(new ReadOnlyMemoryTextSource(html)), guard.Pass);
        var metadata = MetadataReader.Read(document);
        var page = PageWriter.Write(document.Body is { } node ? node : document, pack.Furniture);
        var notes = ImmutableArray.CreateBuilder<string>();
        if (guard.Flattened) { notes.Add("The page's markup is nested too deep or too tangled; some of it was flattened to lines."); }
        if (guard.Cut) { notes.Add("The page has more elements than are read; what follows them is missing."); }
        return (page, metadata, notes.ToImmutable());
    }

    /// <summary>Gives every line its role by the scores that the body model gave them.</summary>
    internal static Reading Assemble(Page page, PageMetadata metadata, float[] scores)
    {
        var roles = LineRoles.Assign(page, new PageHints(metadata), BodyFinder.Find(page, scores));
        var blocks = ImmutableArray.CreateBuilder<Block>(page.Lines.Count);
        for (var i = 0; i < page.Lines.Count; i++) { blocks.Add(roles.BlockOf(i)); }
        var headline = roles.Headline >= 0 ? page.Lines[roles.Headline].Span.SliceOf(page.Text) : null;
        var (title, outlet) = SiteName.Part(metadata.Title, metadata.Outlet, headline);
        return new Reading
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
