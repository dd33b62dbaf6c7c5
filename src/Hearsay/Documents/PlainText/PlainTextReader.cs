using System.Collections.Immutable;

namespace Hearsay.Documents.PlainText;

/// <summary>Tells the blocks of plain text apart.</summary>
internal static class PlainTextReader
{
    /// <summary>Reads each line as a block: the first is the headline, the rest is body.</summary>
    public static ImmutableArray<Block> Read(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var span = new TextSpan(start, end).Trim(text);
            if (!span.IsEmpty)
            {
                blocks.Add(new Block(blocks.Count == 0 ? BlockRole.Headline : BlockRole.Body, span));
            }

            start = end + 1;
        }

        return blocks.ToImmutable();
    }
}
