using Hearsay.Packs;

namespace Hearsay.Documents.Html;

/// <summary>A page as a reader sees it: lines of text in boxes. What it says of itself is read elsewhere.</summary>
/// <param name="Text">All visible text, one line a block, <c>\n</c> between lines.</param>
/// <param name="Lines">The lines, in text order, never empty and without white space at their ends.</param>
/// <param name="Boxes">The boxes in document order, each after its parent; the first is the root.</param>
/// <param name="Wording">For each line the class of furniture wording that it belongs to, or null.</param>
internal sealed record Page(string Text, IReadOnlyList<PageLine> Lines, IReadOnlyList<PageBox> Boxes, IReadOnlyList<FurnitureMatch?> Wording);

/// <summary>One block-level element. Inline elements have none: their text belongs to the box around them.</summary>
internal sealed class PageBox(PageBox? parent, string tag, BoxTraits traits, int nameHash, int firstLine)
{
    public PageBox? Parent { get; } = parent;

    /// <summary>Lower-case element name.</summary>
    public string Tag { get; } = tag;

    /// <summary>What the element's own id, class, role and item property say of it.</summary>
    public BoxTraits Traits { get; } = traits;

    /// <summary>The traits of the element and of everything around it.</summary>
    public BoxTraits Inherited { get; } = traits | (parent?.Inherited ?? BoxTraits.None);

    /// <summary>Number of boxes around it.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Index of the first line inside it.</summary>
    public int FirstLine { get; } = firstLine;

    /// <summary>Index after the last line inside it.</summary>
    public int EndLine { get; set; } = firstLine;

    /// <summary>Hash of the element's name and class list and of those around it, two levels up: equal for elements that a template made alike.</summary>
    public int Signature { get; } = unchecked((nameHash * 31 + (parent?.nameHash ?? 0)) * 31 + (parent?.Parent?.nameHash ?? 0));

    private readonly int nameHash = nameHash;
}

/// <summary>One line of a page's text.</summary>
internal sealed class PageLine(int start, int end, PageBox box)
{
    /// <summary>Half-open range of UTF-16 units in the page's text.</summary>
    public TextSpan Span { get; } = new(start, end);

    /// <summary>The innermost box around it.</summary>
    public PageBox Box { get; } = box;

    /// <summary>How many of its characters stand in links.</summary>
    public int LinkLength { get; init; }

    /// <summary>How many of its characters are bold.</summary>
    public int StrongLength { get; init; }

    /// <summary>How many of its characters are in italics.</summary>
    public int EmphasisLength { get; init; }

    /// <summary>How many of its characters stand in buttons or labels.</summary>
    public int ControlLength { get; init; }

    /// <summary>Traits of the inline elements that the line consists of.</summary>
    public BoxTraits InlineTraits { get; init; }

    /// <summary>Number of words; two characters of a script without spaces count as one.</summary>
    public int Words { get; init; }
}
