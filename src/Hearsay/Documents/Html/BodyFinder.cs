using Hearsay.Packs;

namespace Hearsay.Documents.Html;

/// <summary>Decides from the lines' scores which of them are the article's body.</summary>
internal static class BodyFinder
{
    /// <summary>Words that a line needs for its score to say whether the page has a body at all.</summary>
    private const int MinWords = 5;

    /// <summary>How far below the best line's score the body reaches on a page where hardly a line looks like body.</summary>
    private const float Reach = 1.5f;

    /// <summary>How much less a line needs that stands between two sure lines of the body, in the same box.</summary>
    private const float Enclosed = 1.2f;

    /// <summary>Words of the longest line that is taken from the text's end for its wording.</summary>
    private const int LongestFoot = 30;

    /// <summary>How many lines away the sure lines may be.</summary>
    private const int Distance = 6;

    /// <summary>For each line whether it is body. A page where no line is sure gives its best lines: some articles are one short paragraph among hundreds of links.</summary>
    public static bool[] Find(Page page, float[] scores)
    {
        var lines = page.Lines;
        var settled = Settle(page, scores);
        var best = float.MinValue;
        for (var i = 0; i < settled.Length; i++)
        {
            if (lines[i].Words >= MinWords) { best = Math.Max(best, settled[i]); }
        }

        var threshold = best is > float.MinValue and < Reach / 3 ? best - Reach : 0;
        var body = new bool[settled.Length];
        for (int i = 0, before = -1; i < settled.Length; i++)
        {
            body[i] = settled[i] > threshold && page.Wording[i] is not { IsWhole: true, Kind: FurnitureKind.Line or FurnitureKind.Teasers or FurnitureKind.Comments };
            if (!body[i] || lines[i].Words < MinWords) { continue; }
            if (before >= 0 && i - before <= Distance && Near(lines[i].Box, lines[before].Box)) { Fill(page, settled, body, before, i, threshold - Enclosed); }
            before = i;
        }

        PostFinder.Add(page, body);
        DropFoot(page, body);
        return body;
    }

    /// <summary>Takes away what asks the reader for something right below the text: "buy us a coffee", "follow our channel".</summary>
    private static void DropFoot(Page page, bool[] body)
    {
        for (var i = body.Length - 1; i >= 0; i--)
        {
            if (!body[i]) { continue; }
            if (page.Wording[i] is not { Name: "support" or "support_short" or "support_closing" or "plea" or "follow" or "subscribe" } || page.Lines[i].Words > LongestFoot) { return; }
            body[i] = false;
        }
    }

    private static bool Near(PageBox one, PageBox other) => ReferenceEquals(one.Parent, other.Parent) || ReferenceEquals(one, other.Parent) || ReferenceEquals(one.Parent, other);

    private static void Fill(Page page, float[] scores, bool[] body, int from, int to, float threshold)
    {
        for (var i = from + 1; i < to; i++)
        {
            body[i] |= scores[i] > threshold && page.Wording[i] is null && page.Lines[i].LinkLength * 2 < page.Lines[i].Span.Length && page.Lines[i].ControlLength == 0;
        }
    }

    /// <summary>The scores, where the rows of a table and the items of a list are decided together: each takes half from their mean.</summary>
    private static float[] Settle(Page page, float[] scores)
    {
        var settled = (float[])scores.Clone();
        for (var start = 0; start < scores.Length;)
        {
            var box = page.Lines[start].Box;
            var end = start + 1;
            while (end < scores.Length && page.Lines[end].Box.Tag == box.Tag && ReferenceEquals(page.Lines[end].Box.Parent, box.Parent)) { end++; }
            if (end - start > 2 && box.Tag is "li" or "tr" or "dd")
            {
                var sum = 0f;
                for (var i = start; i < end; i++) { sum += scores[i]; }
                var mean = sum / (end - start);
                for (var i = start; i < end; i++) { settled[i] = (settled[i] + mean) / 2; }
            }

            start = end;
        }

        return settled;
    }
}
