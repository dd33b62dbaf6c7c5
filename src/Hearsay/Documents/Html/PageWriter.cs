using AngleSharp.Dom;
using Hearsay.Packs;

namespace Hearsay.Documents.Html;

/// <summary>
/// Writes a page's element tree as lines of visible text. One walk without recursion, linear in the tree's size.
/// White space is collapsed; a line ends where a block-level element begins or ends, and at <c>br</c> unless a sentence plainly runs on.
/// A row of a data table is one line, its cells parted by tabulators.
/// </summary>
internal sealed class PageWriter
{
    /// <summary>Most lines a page is cut into: the cost of telling them apart is some microseconds each.</summary>
    private const int MaxLines = 100_000;

    private char[] text = new char[16 * 1024];
    private int length;
    private readonly List<PageLine> lines = [];
    private readonly List<PageBox> boxes = [];
    private readonly Stack<Open> open = new();
    private PageBox box;
    private int lineStart;
    private int linkLength, strongLength, emphasisLength, controlLength, words, ideographs;
    private int links, strongs, emphases, controls, dataRows, preformatted, headings;
    private BoxTraits inlineTraits;
    private bool space, tab, softBreak, linkEnded, finished;

    private PageWriter()
    {
        box = new PageBox(null, "body", BoxTraits.None, 0, 0);
        boxes.Add(box);
    }

    /// <summary>What was entered, to be undone when it is left.</summary>
    private readonly record struct Open(INode Node, PageBox? Box, bool Link, bool Strong, bool Emphasis, bool Control, bool DataRow, bool Preformatted, bool Heading);

    /// <summary>The visible lines of <paramref name="root"/> and everything in it.</summary>
    public static Page Write(INode root, FurnitureWording wording)
    {
        var writer = new PageWriter();
        writer.Walk(root);
        writer.finished = true;
        writer.EndLine();
        writer.boxes[0].EndLine = writer.lines.Count;
        var text = new string(writer.text, 0, Math.Max(0, writer.length - 1));
        var matches = new FurnitureMatch?[writer.lines.Count];
        for (var i = 0; i < matches.Length; i++) { matches[i] = wording.Match(writer.lines[i].Span.In(text)); }
        return new Page(text, writer.lines, writer.boxes, matches);
    }

    private void Walk(INode root)
    {
        // Children are taken by index: a node's next sibling is found by a search among all of them.
        var path = new Stack<(INodeList Children, int Next)>();
        path.Push((root.ChildNodes, 0));
        while (path.TryPop(out var level))
        {
            if (level.Next == level.Children.Length)
            {
                if (path.Count > 0) { Leave(); }
                continue;
            }

            path.Push(level with { Next = level.Next + 1 });
            switch (level.Children[level.Next])
            {
                case IText piece:
                    Append(piece.Data);
                    break;
                case IElement element when Enter(element):
                    path.Push((element.ChildNodes, 0));
                    break;
            }
        }
    }

    /// <summary>False where nothing inside the element is to be read.</summary>
    private bool Enter(IElement element)
    {
        var tag = element.LocalName;
        if (PageTags.Unseen.Contains(tag) || Visibility.IsHidden(element, tag)) { return false; }
        switch (tag)
        {
            case "br":
                if (headings > 0) { space = true; }
                else if (preformatted > 0 || softBreak) { EndLine(); }
                else { softBreak = true; }

                return false;
            case "hr":
                EndLine();
                return false;
            case "img" or "input" or "wbr" or "source" or "track" or "param" or "col" or "area":
                return false;
        }

        var isCell = tag is "td" or "th";
        var dataRow = tag is "tr" && Visibility.IsDataRow(element);
        var blockLevel = PageTags.Block.Contains(tag) && !(dataRows > 0 && (isCell || tag is "p"));
        if (isCell && dataRows > 0) { tab = length > lineStart; }
        var names = Names(element, tag);
        PageBox? inner = null;
        if (blockLevel)
        {
            EndLine();
            inner = new PageBox(box, tag, names, Hash(tag, element.ClassName), lines.Count);
            boxes.Add(inner);
            box = inner;
        }
        else
        {
            inlineTraits |= names;
        }

        var link = tag is "a" && element.HasAttribute("href");
        if (linkEnded && tag is ("a" or "button" or "time" or "label")) { space = true; }
        var entry = new Open(element, inner, link, tag is "b" or "strong", tag is "i" or "em" or "cite", tag is "button" or "label", dataRow, tag is "pre" or "listing" or "xmp" or "plaintext", tag is ['h', >= '1' and <= '6']);
        open.Push(entry);
        links += link ? 1 : 0;
        strongs += entry.Strong ? 1 : 0;
        emphases += entry.Emphasis ? 1 : 0;
        controls += entry.Control ? 1 : 0;
        dataRows += dataRow ? 1 : 0;
        preformatted += entry.Preformatted ? 1 : 0;
        headings += entry.Heading ? 1 : 0;
        return true;
    }

    private void Leave()
    {
        var entry = open.Pop();
        links -= entry.Link ? 1 : 0;
        strongs -= entry.Strong ? 1 : 0;
        emphases -= entry.Emphasis ? 1 : 0;
        controls -= entry.Control ? 1 : 0;
        dataRows -= entry.DataRow ? 1 : 0;
        preformatted -= entry.Preformatted ? 1 : 0;
        headings -= entry.Heading ? 1 : 0;
        linkEnded = entry.Box is null && entry.Node is IElement { LocalName: "a" or "button" or "time" or "label" or "span" };
        if (entry.Box is { } left)
        {
            EndLine();
            left.EndLine = lines.Count;
            box = left.Parent!;
        }
    }

    private static BoxTraits Names(IElement element, string tag)
    {
        var traits = tag switch
        {
            "article" or "main" => BoxTraits.Article,
            "nav" or "menu" => BoxTraits.Navigation,
            "footer" => BoxTraits.Footer,
            "aside" => BoxTraits.Sidebar,
            "figcaption" => BoxTraits.Caption,
            "blockquote" => BoxTraits.Quote,
            "header" => BoxTraits.Header,
            "time" => BoxTraits.Date,
            _ => BoxTraits.None,
        };
        if (element.ClassName is { Length: > 0 } classes) { traits |= ElementNames.Read(classes.AsSpan(0, Math.Min(classes.Length, 400))); }
        if (element.Id is { Length: > 0 } id) { traits |= ElementNames.Read(id.AsSpan(0, Math.Min(id.Length, 100))); }
        if (element.GetAttribute("role") is { Length: > 0 and < 100 } role) { traits |= ElementNames.Read(role); }
        if (element.GetAttribute("itemprop") is { Length: > 0 and < 100 } property) { traits |= ElementNames.Read(property); }
        return traits;
    }

    private void Append(string data)
    {
        for (var i = 0; i < data.Length; i++)
        {
            var c = data[i];
            if (char.IsWhiteSpace(c))
            {
                if (preformatted > 0 && c is '\n') { EndLine(); } else { space = true; }
                continue;
            }

            if (c is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060' || (char.IsControl(c) && c < ' ')) { continue; }
            if (char.IsSurrogate(c))
            {
                if (i + 1 < data.Length && char.IsSurrogatePair(c, data[i + 1]))
                {
                    Append(c);
                    c = data[++i];
                }
                else
                {
                    c = '\uFFFD';
                }
            }

            Append(c);
        }

        if (data.Length > 0 && !char.IsWhiteSpace(data[^1])) { linkEnded = false; }
    }

    private void Append(char c)
    {
        if (softBreak)
        {
            softBreak = false;
            if (length > lineStart && !(char.IsLower(c) && RunsOn(text[length - 1]))) { EndLine(); }
            space = true;
        }

        if (length == lineStart)
        {
            space = tab = false;
            words = 1;
        }
        else if (space || tab)
        {
            Put(tab ? '\t' : ' ');
            Count();
            words++;
            space = tab = false;
        }

        Put(c);
        ideographs += c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') ? 1 : 0;
        Count();
    }

    /// <summary>Stable hash of an element's name and classes, digits left out so that numbered siblings are alike.</summary>
    private static int Hash(string tag, string? classes)
    {
        var hash = 2166136261u;
        foreach (var c in tag) { hash = unchecked((hash ^ c) * 16777619); }
        foreach (var c in classes.AsSpan())
        {
            if (!char.IsAsciiDigit(c)) { hash = unchecked((hash ^ c) * 16777619); }
        }

        return unchecked((int)hash);
    }

    private static bool RunsOn(char last) => char.IsLetterOrDigit(last) || last is ',';

    private void Put(char c)
    {
        if (length == text.Length) { Array.Resize(ref text, 2 * length); }
        text[length++] = c;
    }

    private void Count()
    {
        linkLength += links > 0 ? 1 : 0;
        strongLength += strongs > 0 ? 1 : 0;
        emphasisLength += emphases > 0 ? 1 : 0;
        controlLength += controls > 0 ? 1 : 0;
    }

    /// <summary>Ends the line, unless the page has had its share of lines: then all that follows is one.</summary>
    private void EndLine()
    {
        if (lines.Count >= MaxLines && length > lineStart && !finished)
        {
            space = true;
            return;
        }

        softBreak = false;
        space = tab = false;
        if (length > lineStart)
        {
            lines.Add(new PageLine(lineStart, length, box)
            {
                LinkLength = linkLength,
                StrongLength = strongLength,
                EmphasisLength = emphasisLength,
                ControlLength = controlLength,
                InlineTraits = inlineTraits,
                Words = words + ideographs / 2,
            });
            Put('\n');
            lineStart = length;
        }

        linkLength = strongLength = emphasisLength = controlLength = words = ideographs = 0;
        inlineTraits = BoxTraits.None;
    }
}
