namespace Hearsay.Language;

/// <summary>Sizes of the parser's network.</summary>
/// <param name="Cells">Cells of a recurrent layer in each direction, a multiple of 32.</param>
/// <param name="Layers">Recurrent layers.</param>
/// <param name="Rank">Width of the vectors through which a layer's matrix is reached, a multiple of 48.</param>
/// <param name="Arc">Width of the vectors that score heads, a multiple of 16.</param>
/// <param name="Relation">Width of the vectors that score labels, a multiple of 16.</param>
/// <param name="Labels">Number of labels.</param>
internal readonly record struct ParserShape(int Cells, int Layers, int Rank, int Arc, int Relation, int Labels)
{
    /// <summary>Width of a word's vector, before and after each layer.</summary>
    public int Width => 2 * Cells;

    /// <summary>What a layer's matrix gives for a word: for each direction candidate, forget gate and reset gate.</summary>
    public int Gates => 6 * Cells;

    /// <summary>
    /// Which of a layer's columns stands at a place of its matrix as it ships: there the candidates, forget gates and reset gates of the same 16 cells lie side by side; while it is learnt, those of a
    /// direction do.
    /// </summary>
    public int GateAt(int place)
    {
        var (lane, gate, cell) = (place / 48 * 16, place / 16 % 3, place % 16);
        return lane < Cells ? (gate * Cells) + lane + cell : ((3 + gate) * Cells) + lane - Cells + cell;
    }

    /// <summary>A word's four views: as a dependent and as a head, for arcs and then for labels.</summary>
    public int Views => 2 * (Arc + Relation);

    /// <summary>Labels padded to whole vectors.</summary>
    public int LabelLanes => (Labels + 15) / 16 * 16;
}
