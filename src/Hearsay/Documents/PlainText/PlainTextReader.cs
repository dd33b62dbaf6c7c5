using System.Globalization;
using Hearsay.Packs;

namespace Hearsay.Documents.PlainText;

/// <summary>Tells headline, body, captions, comments and furniture of scraped plain text apart by position, shape, repetition and classes of wording. What is in doubt is body.</summary>
internal sealed class PlainTextReader(DomainPack pack, ReadLimits limits)
{
    private readonly FurnitureWording wording = pack.Furniture;

    /// <summary>Reads a decoded text. Takes time linear in its length.</summary>
    public Reading Read(string text)
    {
        var paragraphs = ParagraphSplitter.Split(text, limits.MaxBlocks);
        var reading = new RoleAssigner(text, paragraphs, wording).Assign();
        return reading.Blocks.Length <= limits.MaxBlocks ? reading : reading with
        {
            Notes = [string.Create(CultureInfo.InvariantCulture, $"The text has more than {limits.MaxBlocks} paragraphs; those after them were read as one.")],
        };
    }
}
