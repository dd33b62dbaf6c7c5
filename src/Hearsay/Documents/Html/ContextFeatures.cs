namespace Hearsay.Documents.Html;

/// <summary>
/// What a first look at every line says of each line's surroundings: where the article's box seems to be, and how the lines before,
/// after and around one were scored. The article's box is the one whose lines have the largest sum of worth, where a line
/// that looks like body has its words as worth and any other a part of its words as loss: the maximum-subsequence idea of
/// Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation" (WWW 2009), on a tree.
/// </summary>
internal sealed class ContextFeatures
{
    private readonly Page page;
    private readonly float[] scores;
    private readonly double[] likely, words;
    private readonly int[] previous, next;
    private readonly int first, last;

    public ContextFeatures(Page page, float[] scores)
    {
        this.page = page;
        this.scores = scores;
        var count = page.Lines.Count;
        likely = new double[count + 1];
        words = new double[count + 1];
        var worth = new double[count + 1];
        for (var i = 0; i < count; i++)
        {
            var lineWords = Math.Min(page.Lines[i].Words, 80) + 1;
            var p = 1 / (1 + Math.Exp(-scores[i]));
            likely[i + 1] = likely[i] + p * lineWords;
            words[i + 1] = words[i] + lineWords;
            worth[i + 1] = worth[i] + (p - 0.35) * lineWords;
        }

        Article = page.Boxes[0];
        var most = double.MinValue;
        foreach (var box in page.Boxes)
        {
            var sum = worth[box.EndLine] - worth[box.FirstLine];
            if (sum > most || (sum >= most && ReferenceEquals(box.Parent, Article))) { (Article, most) = (box, sum); }
        }

        previous = new int[count];
        next = new int[count];
        for (int i = 0, seen = -1; i < count; i++)
        {
            previous[i] = seen;
            if (IsSure(i)) { seen = i; }
        }

        for (int i = count - 1, seen = -1; i >= 0; i--)
        {
            next[i] = seen;
            if (IsSure(i)) { seen = i; }
        }

        (first, last) = (count, -1);
        for (var i = Article.FirstLine; i < Article.EndLine; i++)
        {
            if (IsSure(i)) { (first, last) = (Math.Min(first, i), i); }
        }
    }

    /// <summary>Number of features.</summary>
    public const int Count = 30;

    /// <summary>The box that seems to hold the article.</summary>
    public PageBox Article { get; }

    private bool IsSure(int i) => scores[i] > 0.5 && page.Lines[i].Words >= 6;

    /// <summary>Writes the features of line <paramref name="index"/> into <paramref name="row"/>.</summary>
    public void Write(int index, Span<float> row)
    {
        var line = page.Lines[index];
        var at = 0;
        for (var step = -3; step <= 3; step++)
        {
            row[at++] = index + step >= 0 && index + step < scores.Length ? scores[index + step] : -9;
        }

        var inside = index >= Article.FirstLine && index < Article.EndLine;
        row[at++] = inside ? line.Box.Depth - Article.Depth : -1;
        var between = BoxTraits.None;
        for (var box = line.Box; inside && box is not null && !ReferenceEquals(box, Article); box = box.Parent) { between |= box.Traits; }
        row[at++] = (int)(between & (BoxTraits.Comment | BoxTraits.Related | BoxTraits.Share | BoxTraits.Promotion)) == 0 ? 0 : 1;
        row[at++] = (between & (BoxTraits.Caption | BoxTraits.Media)) == 0 ? 0 : 1;
        row[at++] = (between & (BoxTraits.Navigation | BoxTraits.Footer | BoxTraits.Sidebar | BoxTraits.Tags)) == 0 ? 0 : 1;
        row[at++] = (between & (BoxTraits.Byline | BoxTraits.Date | BoxTraits.Meta | BoxTraits.Biography)) == 0 ? 0 : 1;
        row[at++] = previous[index] < 0 ? 99 : index - previous[index];
        row[at++] = previous[index] < 0 ? -9 : scores[previous[index]];
        row[at++] = next[index] < 0 ? 99 : next[index] - index;
        row[at++] = next[index] < 0 ? -9 : scores[next[index]];
        row[at++] = Kin(line, previous[index]);
        row[at++] = Kin(line, next[index]);
        row[at++] = last < 0 ? 0 : index - first;
        row[at++] = last < 0 ? 0 : last - index;
        row[at++] = Share(likely, index, 4) / Share(words, index, 4);
        row[at++] = Share(likely, index, 12) / Share(words, index, 12);
        row[at++] = (float)(likely[index] / (likely[^1] + 1));
        at = WriteBox(row, at, line.Box);
        at = WriteBox(row, at, line.Box.Parent);
        at = WriteBox(row, at, line.Box.Parent?.Parent);
        at = WriteBox(row, at, line.Box.Parent?.Parent?.Parent);
        row[at++] = (float)likely[^1];
        row[at++] = (float)((likely[Article.EndLine] - likely[Article.FirstLine]) / (words[Article.EndLine] - words[Article.FirstLine] + 1));
        row[at++] = Article.EndLine - Article.FirstLine;
        System.Diagnostics.Debug.Assert(at == Count, "Features are written in full.");
    }

    private int WriteBox(Span<float> row, int at, PageBox? box)
    {
        row[at] = box is null ? -1 : (float)((likely[box.EndLine] - likely[box.FirstLine]) / (words[box.EndLine] - words[box.FirstLine] + 1));
        return at + 1;
    }

    /// <summary>How near two lines' boxes are: 3 the same, 2 siblings, 1 of one template, 0 neither; -1 without the other line.</summary>
    private int Kin(PageLine line, int other)
    {
        if (other < 0) { return -1; }
        var box = page.Lines[other].Box;
        return ReferenceEquals(box, line.Box) ? 3 : ReferenceEquals(box.Parent, line.Box.Parent) ? 2 : box.Signature == line.Box.Signature ? 1 : 0;
    }

    private static float Share(double[] sums, int index, int reach) => (float)(sums[Math.Min(index + reach + 1, sums.Length - 1)] - sums[Math.Max(index - reach, 0)]);
}
