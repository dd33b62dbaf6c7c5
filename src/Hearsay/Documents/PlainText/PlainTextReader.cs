using System.Collections.Immutable;
using Hearsay.Packs;

namespace Hearsay.Documents.PlainText;

/// <summary>What plain text tells of itself.</summary>
/// <param name="Blocks">Sorted, disjoint, and together all that is not white space.</param>
/// <param name="Title">The headline on one line, or null.</param>
/// <param name="Byline">The authors' names, or null.</param>
/// <param name="Published">The date of a date line near the headline.</param>
/// <param name="Modified">The day that a date line names as that of the last change.</param>
internal sealed record PlainTextReading(ImmutableArray<Block> Blocks, string? Title, string? Byline, PublicationDate Published, DateOnly? Modified);

/// <summary>Tells headline, body, captions, comments and furniture of scraped plain text apart by position, shape, repetition and classes of wording. What is in doubt is body.</summary>
internal sealed class PlainTextReader(DomainPack pack, ReadLimits limits)
{
    private readonly FurnitureWording wording = pack.Furniture;

    /// <summary>Reads a decoded text. Takes time linear in its length.</summary>
    public PlainTextReading Read(string text)
    {
        var paragraphs = ParagraphSplitter.Split(text, limits.MaxBlocks);
        return new RoleAssigner(text, paragraphs, wording).Assign();
    }
}
