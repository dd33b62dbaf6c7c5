namespace Hearsay.Documents;

/// <summary>Caps that keep a hostile document from exhausting the reader. Each names the cost it prevents.</summary>
public sealed record ReadLimits
{
    /// <summary>The limits used unless others are given.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Largest original, in bytes: memory is a small multiple of it.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Deepest nesting of HTML elements that is kept; deeper markup is flattened before the tree is built, since the parser's cost grows with the square of the depth.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>Most paragraphs of plain text that become blocks of their own; what follows is one more block, since each costs memory.</summary>
    public int MaxBlocks { get; init; } = 100_000;
}
