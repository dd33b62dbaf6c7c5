using Hearsay.Packs;

namespace Hearsay.Documents.Html;

/// <summary>
/// What a page's lines look like, as numbers: the features of the body model. Shallow text features and those of the lines
/// beside it follow Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using shallow text features" (WSDM 2010); sums over
/// the boxes around a line follow Readability's candidate scores and Sun, Song and Liao, "DOM based content extraction via
/// text density" (SIGIR 2011).
/// </summary>
internal sealed class LineFeatures
{
    private readonly Page page;
    private readonly PageHints hints;
    private readonly int[] words, length, linkLength, prose;
    private readonly Dictionary<int, int> proseBySignature = [];
    private readonly Dictionary<uint, int> lineHashes = [];
    private readonly int mostBySignature = 1;

    public LineFeatures(Page page, PageHints hints)
    {
        this.page = page;
        this.hints = hints;
        var lines = page.Lines;
        words = new int[lines.Count + 1];
        length = new int[lines.Count + 1];
        linkLength = new int[lines.Count + 1];
        prose = new int[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var proseWords = IsProse(line) ? line.Words : 0;
            words[i + 1] = words[i] + line.Words;
            length[i + 1] = length[i] + line.Span.Length;
            linkLength[i + 1] = linkLength[i] + line.LinkLength;
            prose[i + 1] = prose[i] + proseWords;
            if (proseWords > 0)
            {
                var sum = proseBySignature.GetValueOrDefault(line.Box.Signature) + proseWords;
                proseBySignature[line.Box.Signature] = sum;
                mostBySignature = Math.Max(mostBySignature, sum);
            }

            var hash = Hash(line.Span.In(page.Text));
            lineHashes[hash] = lineHashes.GetValueOrDefault(hash) + 1;
        }
    }

    /// <summary>Number of features of the first model: what can be said before the article's box is known.</summary>
    public const int Count = 71 + ElementNames.Count;

    private bool IsProse(PageLine line) => line.Words >= 8 && line.LinkLength * 3 < line.Span.Length && Terminated(line);

    private bool Terminated(PageLine line) => page.Text[line.Span.End - 1] is '.' or '!' or '?' or '"' or '”' or '’' or '»' or '…' or '。' or ')' or '\'';

    /// <summary>Writes the features of line <paramref name="index"/> into <paramref name="row"/>.</summary>
    public void Write(int index, Span<float> row)
    {
        var lines = page.Lines;
        var line = lines[index];
        var text = line.Span.In(page.Text);
        var at = 0;
        int upper = 0, letters = 0, digits = 0, commas = 0, stops = 0, bars = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsLetter(c)) { letters++; upper += char.IsUpper(c) ? 1 : 0; }
            else if (char.IsDigit(c)) { digits++; }
            else if (c is ',' or '、' or '，') { commas++; }
            else if (c is '.' or '!' or '?' or '。' && (i + 1 == text.Length || text[i + 1] is ' ' or '"' or '”')) { stops++; }
            else if (c is '|' or '•' or '·' or '»' or '›' or '/') { bars++; }
        }

        row[at++] = line.Words;
        row[at++] = text.Length / (float)line.Words;
        row[at++] = line.LinkLength / (float)text.Length;
        row[at++] = line.StrongLength / (float)text.Length;
        row[at++] = line.EmphasisLength / (float)text.Length;
        row[at++] = text.IndexOfAny('@', '©') >= 0 ? 1 : 0;
        row[at++] = text.Contains("http", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal) || text.Contains("twitter.com", StringComparison.Ordinal) ? 1 : 0;
        row[at++] = line.ControlLength / (float)text.Length;
        row[at++] = upper / (letters + 1f);
        row[at++] = digits / (float)text.Length;
        row[at++] = commas;
        row[at++] = stops;
        row[at++] = bars;
        row[at++] = Ending(text[^1]);
        row[at++] = char.IsLower(text[0]) ? 0 : char.IsUpper(text[0]) ? 1 : char.IsDigit(text[0]) ? 2 : 3;
        row[at++] = TagClass(line.Box.Tag);
        row[at++] = lineHashes[Hash(text)];
        row[at++] = Wording(index);
        row[at++] = Wording(index - 1);
        row[at++] = Wording(index - 2);
        row[at++] = Wording(index + 1);
        var hint = hints.Of(text);
        row[at++] = hint.IsTitle ? 1 : 0;
        row[at++] = hint.IsDescription ? 1 : 0;
        row[at++] = hint.InArticle;

        var own = line.Box.Traits | line.InlineTraits;
        var parent = line.Box.Parent?.Traits ?? BoxTraits.None;
        var around = line.Box.Parent?.Parent?.Inherited ?? BoxTraits.None;
        for (var trait = 0; trait < ElementNames.Count; trait++)
        {
            row[at++] = (((int)own >> trait) & 1) * 3 + (((int)parent >> trait) & 1) * 2 + (((int)around >> trait) & 1);
        }

        row[at++] = TagClass(line.Box.Parent?.Tag ?? "");
        row[at++] = TagClass(line.Box.Parent?.Parent?.Tag ?? "");
        var list = line.Box;
        var inList = 0;
        var inForm = 0;
        var inQuote = 0;
        var bodyDistance = -1;
        var articleDistance = -1;
        var distance = 0;
        for (var box = line.Box; box is not null; box = box.Parent)
        {
            if (box.Tag is "ul" or "ol" or "dl" or "table") { list = inList == 0 ? box : list; inList++; }
            if (box.Tag is "form" or "fieldset") { inForm++; }
            if (box.Tag is "blockquote") { inQuote++; }
            if ((box.Traits & BoxTraits.ArticleBody) != 0 && bodyDistance < 0) { bodyDistance = distance; }
            if (box.Tag is "article" && articleDistance < 0) { articleDistance = distance; }
            distance++;
        }

        row[at++] = inList;
        row[at++] = inForm;
        row[at++] = inQuote;
        row[at++] = bodyDistance;
        row[at++] = articleDistance;
        at = WriteBox(row, at, inList > 0 ? list : null);
        at = WriteBox(row, at, line.Box);
        at = WriteBox(row, at, line.Box.Parent);
        at = WriteBox(row, at, line.Box.Parent?.Parent);
        row[at++] = line.Box.Depth;
        row[at++] = proseBySignature.GetValueOrDefault(line.Box.Signature) / (float)mostBySignature;
        row[at++] = index / (float)lines.Count;
        row[at++] = prose[index] / (prose[^1] + 1f);
        row[at++] = Around(prose, index, 3);
        row[at++] = Around(prose, index, 8);
        row[at++] = Around(words, index, 3) / 7f;
        row[at++] = Around(linkLength, index, 3) / (Around(length, index, 3) + 1f);
        for (var step = -2; step <= 2; step++)
        {
            if (step == 0) { continue; }
            var there = index + step;
            var inside = there >= 0 && there < lines.Count;
            row[at++] = inside ? lines[there].Words : -1;
            row[at++] = inside ? lines[there].LinkLength / (float)lines[there].Span.Length : -1;
            row[at++] = inside ? (prose[there + 1] > prose[there] ? 1 : 0) : -1;
            row[at++] = !inside ? -1 : ReferenceEquals(lines[there].Box, line.Box) ? 2
                : lines[there].Box.Signature == line.Box.Signature ? 3 : ReferenceEquals(lines[there].Box.Parent, line.Box.Parent) ? 1 : 0;
        }

        System.Diagnostics.Debug.Assert(at == Count, "Features are written in full.");
    }

    /// <summary>What the line's wording says: from 0 for furniture to 6 for wording that says nothing.</summary>
    private int Wording(int index) => index < 0 || index >= page.Lines.Count || page.Wording[index] is not { } match ? 6 : match.Kind switch
    {
        FurnitureKind.Line or FurnitureKind.Plea => match.IsWhole ? 0 : 1,
        FurnitureKind.Teasers => 2,
        FurnitureKind.Comments => 3,
        FurnitureKind.Byline or FurnitureKind.Caption => 4,
        _ => 5,
    };

    private int WriteBox(Span<float> row, int at, PageBox? box)
    {
        if (box is null)
        {
            row.Slice(at, 4).Fill(-1);
            return at + 4;
        }

        var (first, end) = (box.FirstLine, Math.Max(box.EndLine, box.FirstLine));
        var lineCount = end - first;
        row[at++] = lineCount;
        row[at++] = (words[end] - words[first]) / (lineCount + 0.01f);
        row[at++] = (linkLength[end] - linkLength[first]) / (length[end] - length[first] + 1f);
        row[at++] = (prose[end] - prose[first]) / (words[end] - words[first] + 1f);
        return at;
    }

    private static float Around(int[] sums, int index, int reach) => sums[Math.Min(index + reach + 1, sums.Length - 1)] - sums[Math.Max(index - reach, 0)];

    /// <summary>The same on every machine and in every run, as a model's features must be.</summary>
    private static uint Hash(ReadOnlySpan<char> line)
    {
        var hash = 2166136261u;
        foreach (var c in line) { hash = unchecked((hash ^ c) * 16777619); }
        return hash;
    }

    private static int Ending(char last) => last switch
    {
        '.' or '。' => 5,
        '!' or '?' or '…' => 4,
        '"' or '”' or '’' or '»' or '\'' or ')' => 3,
        ':' => 2,
        ',' or ';' => 1,
        _ => 0,
    };

    private static int TagClass(string tag) => tag switch
    {
        "p" => 9,
        "blockquote" or "pre" => 8,
        "h2" or "h3" or "h4" => 7,
        "h5" or "h6" => 6,
        "h1" => 5,
        "article" or "main" or "section" => 4,
        "div" or "center" or "body" => 3,
        "tr" or "td" or "th" or "dd" or "dt" => 2,
        "li" => 1,
        "figcaption" or "figure" or "caption" => -1,
        _ => 0,
    };
}
