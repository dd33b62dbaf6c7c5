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
            Narrowing = [.. weights.Narrowing.Select(part => Bytes(part, part.Columns, column => column))],
            Recurrent = [.. weights.Recurrent.Select(part => Bytes(part, part.Columns, weights.Shape.GateAt))],
            Cells = [.. weights.Cells.Select(part => Integers(part, part.Columns * 2, ParserNetwork.StateBits, ParserNetwork.ValueBits))],
            Views = Bytes(weights.Views, weights.Views.Columns, column => column),
            ViewBias = [.. Integers(weights.ViewBias, 0, 0, ParserNetwork.ValueBits), .. new int[ByteMatrix.Padded(weights.Shape.Views) - weights.Shape.Views]],
            Arcs = IntegerMatrix.Of(weights[weights.Arcs], weights.Arcs.Rows, weights.Arcs.Columns),
            Root = Integers(weights.Root, 0, 0, RootBits),
            Relations = Bytes(weights.Relations, weights.Shape.Labels, column => column),
            Pairs = [.. Integers(weights.Pairs, 0, 0, ParserNetwork.PairBits).Select(value => (short)value)],
        };

        ByteMatrix Bytes(Part part, int columns, Func<int, int> columnAt)
        {
            var matrix = weights[part].ToArray();
            float[] ordered = [.. Enumerable.Range(0, part.Rows * columns).Select(i => matrix[(i / columns * part.Columns) + columnAt(i % columns)])];
            return ByteMatrix.Of(ordered, part.Rows, columns, 1 << (ParserNetwork.ValueBits - ParserNetwork.ByteBits));
        }

        // The first so many have other bits than the rest.
        int[] Integers(Part part, int first, int firstBits, int otherBits) =>
            [.. weights[part].ToArray().Select((value, index) => (int)Math.Clamp(MathF.Round(value * (1 << (index < first ? firstBits : otherBits))), -short.MaxValue, short.MaxValue))];
    }
}
