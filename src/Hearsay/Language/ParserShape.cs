namespace Hearsay.Language;

/// <summary>Sizes of the parser's network.</summary>
/// <param name="Cells">Cells of a recurrent layer in each direction, a multiple of 16.</param>
/// <param name="Layers">Recurrent layers.</param>
/// <param name="Arc">Width of the vectors that score heads, a multiple of 16.</param>
/// <param name="Relation">Width of the vectors that score labels, a multiple of 16.</param>
/// <param name="Labels">Number of labels.</param>
internal readonly record struct ParserShape(int Cells, int Layers, int Arc, int Relation, int Labels)
{
    /// <summary>Width of a word's vector, before and after each layer.</summary>
    public int Width => 2 * Cells;

    /// <summary>What a layer's matrix gives for a word: for each direction candidate, forget gate and reset gate.</summary>
    public int Gates => 6 * Cells;

    /// <summary>A word's four views: as a dependent and as a head, for arcs and then for labels.</summary>
    public int Views => 2 * (Arc + Relation);

    /// <summary>Labels padded to whole vectors.</summary>
    public int LabelLanes => (Labels + 15) / 16 * 16;
}
