using Hearsay.Language;
using Hearsay.Models;

namespace Hearsay.Training.Language.Parsing;

/// <summary>Makes integers of the weights that were learnt.</summary>
internal static class ParserRounding
{
    /// <summary>Embeddings beyond the range of 8 bits are cut off; this share of them at most.</summary>
    private const double CutOff = 1e-5;

    private const int RootBits = 8;

    /// <summary>The network as it ships.</summary>
    public static ParserNetwork Round(ParserWeights weights)
    {
        var bits = 7;
        while (bits > 3 && weights.Embeddings.Count(value => Math.Abs(value) * (1 << bits) > sbyte.MaxValue) > CutOff * weights.Embeddings.Length)
        {
            bits--;
        }

        return new ParserNetwork
        {
            Shape = weights.Shape,
            EmbeddingBits = bits,
            Embeddings = [.. weights.Embeddings.Select(value => (sbyte)Math.Clamp(MathF.Round(value * (1 << bits)), -sbyte.MaxValue, sbyte.MaxValue))],
            Recurrent = [.. weights.Recurrent.Select(part => Bytes(part, weights.Shape.GateAt))],
            Cells = [.. weights.Cells.Select(part => Integers(part, part.Columns * 2, ParserNetwork.StateBits, ParserNetwork.ValueBits))],
            Views = Bytes(weights.Views, column => column),
            ViewBias = [.. Integers(weights.ViewBias, 0, 0, ParserNetwork.ValueBits), .. new int[ByteMatrix.Padded(weights.Shape.Views) - weights.Shape.Views]],
            Arcs = Matrix(weights.Arcs),
            Root = Integers(weights.Root, 0, 0, RootBits),
            Relations = Matrix(weights.Relations),
            Pairs = [.. Integers(weights.Pairs, 0, 0, ParserNetwork.PairBits).Select(value => (short)value)],
        };

        IntegerMatrix Matrix(Part part) => IntegerMatrix.Of(weights[part], part.Rows, part.Columns);

        ByteMatrix Bytes(Part part, Func<int, int> columnAt)
        {
            var matrix = weights[part].ToArray();
            float[] ordered = [.. matrix.Select((_, i) => matrix[(i / part.Columns * part.Columns) + columnAt(i % part.Columns)])];
            return ByteMatrix.Of(ordered, part.Rows, part.Columns, 1 << (ParserNetwork.ValueBits - ParserNetwork.ByteBits));
        }

        // The first so many have other bits than the rest.
        int[] Integers(Part part, int first, int firstBits, int otherBits) =>
            [.. weights[part].ToArray().Select((value, index) => (int)Math.Clamp(MathF.Round(value * (1 << (index < first ? firstBits : otherBits))), -short.MaxValue, short.MaxValue))];
    }
}
