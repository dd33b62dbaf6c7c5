namespace Hearsay.Documents.Html;

/// <summary>Finds the lines of a page that are the article's body.</summary>
internal static class BodyFinder
{
    /// <summary>For each line whether it is body.</summary>
    public static bool[] Find(Page page)
    {
        var lines = page.Lines;
        var body = new bool[lines.Count];
        if (lines.Count == 0) { return body; }
        var sums = new double[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++) { sums[i + 1] = sums[i] + Worth(page.Text, lines[i]); }
        var best = page.Boxes[0];
        var most = double.MinValue;
        foreach (var box in page.Boxes)
        {
            var worth = sums[box.EndLine] - sums[box.FirstLine];
            if (worth >= most) { (best, most) = (box, worth); }
        }

        for (var i = best.FirstLine; i < best.EndLine; i++) { body[i] = Worth(page.Text, lines[i]) > 0; }
        return body;
    }

    private const BoxTraits Furniture = BoxTraits.Comment | BoxTraits.Navigation | BoxTraits.Related | BoxTraits.Share | BoxTraits.Promotion
        | BoxTraits.Footer | BoxTraits.Sidebar | BoxTraits.Caption | BoxTraits.Tags | BoxTraits.Biography;

    private static double Worth(string text, PageLine line)
    {
        var length = line.Span.Length;
        var sentence = text[line.Span.End - 1] is '.' or '!' or '?' or '"' or '”' or '’' or ':' or '…';
        var links = (double)line.LinkLength / length;
        if (links > 0.5 || (line.Box.Traits & Furniture) != 0) { return -5; }
        var worth = line.Words * (1 - links) - (sentence ? 2 : 10);
        if ((line.Box.Inherited & Furniture) != 0) { worth -= 10; }
        return worth;
    }
}
