namespace Hearsay.Documents;

/// <summary>What a stretch of a document is.</summary>
public enum BlockRole
{
    /// <summary>The page's title; standfirsts and subheads are <see cref="Body"/>.</summary>
    Headline,
    /// <summary>A line that names the author.</summary>
    Byline,
    /// <summary>A line of its own that gives place or date; a dateline that runs into a paragraph stays in its body block.</summary>
    Dateline,
    /// <summary>A paragraph, standfirst or subhead of the article, and any ambiguous line of plain text.</summary>
    Body,
    /// <summary>A block quotation.</summary>
    Quote,
    /// <summary>A picture's caption and credit.</summary>
    Caption,
    /// <summary>An item of a list that belongs to the article.</summary>
    List,
    /// <summary>A reader's comment.</summary>
    Comment,
    /// <summary>Page furniture: navigation, teasers, calls to subscribe or share.</summary>
    Boilerplate,
    /// <summary>A closing list of the article's sources.</summary>
    Sources,
}

/// <summary>A stretch of a document with one role. A document's blocks are sorted, disjoint, never empty, and have no white space at their ends.</summary>
/// <param name="Role">What the stretch is.</param>
/// <param name="Span">Where it is in <see cref="Document.Text"/>.</param>
/// <param name="Level">For subheads, lists and nested quotes, their depth from 1; otherwise null.</param>
public sealed record Block(BlockRole Role, TextSpan Span, int? Level = null)
{
    /// <summary>True where the language stages read the block: everything but furniture.</summary>
    public bool IsLanguage => Role is not BlockRole.Boilerplate;
}
