using System.Buffers;
using System.Collections.Immutable;
using Hearsay.Documents;

namespace Hearsay.Statements.Rules;

/// <summary>Pairs quotation marks, block by block, in one pass: curly, straight, doubled apostrophes, guillemets, low-high marks, and single marks by their shape.</summary>
/// <remarks>Only outermost quotations are given. A quotation that its block leaves open ends with the block. A closing mark without an opening one is passed over.</remarks>
internal static class QuotationFinder
{
    private static readonly SearchValues<char> Openers = SearchValues.Create("“‟„«\"＂`'‘");

    public static ImmutableArray<Quotation> Find(Document document)
    {
        var found = ImmutableArray.CreateBuilder<Quotation>();
        for (var block = 0; block < document.Blocks.Length; block++)
        {
            if (document.Blocks[block].IsLanguage) { FindIn(document.Text, document.Blocks[block].Span, block, found); }
        }

        return found.ToImmutable();
    }

    private static void FindIn(string text, TextSpan block, int index, ImmutableArray<Quotation>.Builder found)
    {
        var i = block.Start;
        var noSingleBefore = block.Start;
        while (text.AsSpan(i, block.End - i).IndexOfAny(Openers) is >= 0 and var skipped)
        {
            i += skipped;
            if (Opening(text, block, i) is not { } mark || (mark.Single && i < noSingleBefore))
            {
                i++;
                continue;
            }

            var close = Close(text, block, i + mark.Length, mark);
            if (close is { } end)
            {
                if (!mark.Single || IsWorthQuoting(text, i, end)) { found.Add(new Quotation(new TextSpan(i, end), index, true)); }
                i = end;
            }
            else if (mark.Single)
            {
                noSingleBefore = block.End; // none of this shape closes from here on: an apostrophe
                i++;
            }
            else
            {
                if (block.End > i + mark.Length) { found.Add(new Quotation(new TextSpan(i, block.End), index, false)); }
                i = block.End;
            }
        }
    }

    private readonly record struct Mark(string Closers, int Length, bool Single);

    private static Mark? Opening(string text, TextSpan block, int i)
    {
        var twin = i + 1 < block.End && text[i + 1] == text[i];
        return text[i] switch
        {
            '“' or '‟' => new Mark("”\"", 1, false),
            '„' => new Mark("“”", 1, false),
            '«' => new Mark("»", 1, false),
            '"' or '＂' => new Mark("\"＂”", 1, false),
            '`' when twin => new Mark("'", 2, false),
            '\'' when twin => new Mark("'", 2, false),
            '‘' when twin => new Mark("’", 2, false),
            '‘' when AtWordStart(text, block, i) => new Mark("’", 1, true),
            '\'' when AtWordStart(text, block, i) => new Mark("'", 1, true),
            _ => null,
        };
    }

    private static bool AtWordStart(string text, TextSpan block, int i) =>
        (i == block.Start || char.IsWhiteSpace(text[i - 1]) || "([-–—:\"“".Contains(text[i - 1], StringComparison.Ordinal))
        && i + 1 < block.End && char.IsLetter(text[i + 1]);

    // The offset after the closing mark, or null.
    private static int? Close(string text, TextSpan block, int from, Mark mark)
    {
        for (var i = from; i < block.End && text.AsSpan(i, block.End - i).IndexOfAny(mark.Closers) is >= 0 and var skipped; i++)
        {
            i += skipped;
            if (mark.Single)
            {
                var ends = i + 1 == block.End || !char.IsLetterOrDigit(text[i + 1]);
                if (ends && !char.IsWhiteSpace(text[i - 1])) { return i + 1; }
            }
            else if (mark.Length == 1 || (i + 1 < block.End && text[i + 1] == text[i]))
            {
                return i + mark.Length;
            }
        }

        return null;
    }

    // A single word in single marks is a name or an elision, unless it ends like speech.
    private static bool IsWorthQuoting(string text, int start, int end) =>
        text.AsSpan(start, end - start).Contains(' ') || ",.?!".Contains(text[end - 2], StringComparison.Ordinal);
}
